// What of a card a clinician signs: its words in one language, and what they stand beside.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "review/text_hash.h"
#include "source/toml_value.h"

namespace anteroom::review {

// What the cards may state: the id of a row of claims.toml -> the fact and where it comes from, as one text.
using Facts = std::map<std::string, std::string>;

// The facts of claims.toml, as far as it can be read.
Facts facts_in(const source::TomlTable& claims);

// The hash of a file's bytes, as a part of a card.
std::string bytes_hash(std::string_view bytes);

// What a card has in common in all languages: pictures by their bytes, exhibit, views, link and all other keys that
// change what a patient sees or reads, and the facts that it states. Not when and where it is shown, nor the colour
// around its picture. `card`: the whole file. `picture_hash`: bytes_hash() of the picture that a name means.
std::vector<OneText> parts_of_card(const source::TomlTable& card, const Facts& facts,
                                   const std::function<std::string(std::string_view name)>& picture_hash);

// The values that a text is shown with, besides its own words.
struct Surroundings {
  const std::map<std::string, std::string>& vars;  // of the language: the clinic's, else the pack's
  const std::string& source;                       // of the pack, in the language: where the facts come from
};

// The texts in `text` ([text.fr] of `card`), the values of the variables that they name, the parts of the picture that
// its pages show, and the pack's source.
std::vector<OneText> parts_of_text(const source::TomlTable& card, const source::TomlTable& text,
                                   const Surroundings& surroundings);

}  // namespace anteroom::review
