// The texts of a card as patients see them, each with its place in the card's file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/card.h"
#include "model/exhibit.h"
#include "source/source_file.h"
#include "source/toml_value.h"

namespace anteroom::checks {

// A text of a card and where it is written.
struct ShownText {
  std::string key;        // "lead", "pages.text", "exhibit.label"
  std::string_view text;  // as shown; empty when it is missing or faulty; valid as long as the card's text
  source::Position at;
};

// Every text of `text`, in reading order; picture_alt is among them, though it is only heard. `table`: the card's
// [text.en] that it was read from.
std::vector<ShownText> shown_texts(const CardText& text, const Exhibit& exhibit, const source::TomlTable& table);

}  // namespace anteroom::checks
