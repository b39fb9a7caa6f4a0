// [when] of a card: on which days and at which hours it is in the loop.
#pragma once

#include "model/card.h"
#include "source/table_reader.h"

namespace anteroom::content {

// The table `when` of `card`; no limits without it.
// Errors: bad-value, bad-date, bad-hours, out-of-range, when-order, too-many and those of TableReader.
When read_when(source::TableReader& card);

}  // namespace anteroom::content
