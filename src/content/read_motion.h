// The tables [[motion]] of a card: how parts of its picture move, once, when the card has arrived.
#pragma once

#include "content/exhibit_source.h"
#include "model/card.h"
#include "source/table_reader.h"

namespace anteroom::content {

// Gives `card` its motion. `reader`: of the card's file; `language`: of its first text, which has been read. Without
// picture facts there is none.
// Errors: bad-motion, wrong-type, out-of-range and so on; with one the picture stays still.
void read_motion(source::TableReader& reader, const ExhibitSource& source, const std::string& language, Card& card);

}  // namespace anteroom::content
