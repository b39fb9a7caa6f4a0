// The texts of a card as patients see them, each with its position in the card's file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/card.h"
#include "model/exhibit.h"
#include "source/source_file.h"
#include "source/toml_value.h"

namespace anteroom::checks {

// A text of a card and the position where it is written.
struct ShownText {
  std::string key;        // "lead", "pages.text", "exhibit.label"
  std::string_view text;  // as shown; empty if it is missing or faulty; valid as long as the card's text
  source::Position at;
};

// Every text of `text`, in reading order, including picture_alt, although it is only spoken. `table`: the card's
// [text.en] that `text` was read from.
std::vector<ShownText> shown_texts(const CardText& text, const Exhibit& exhibit, const source::TomlTable& table);

}  // namespace anteroom::checks
