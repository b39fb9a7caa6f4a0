// cards/<id>.toml: one card.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "content/pack_folder.h"
#include "content/read_exhibit.h"
#include "content/read_pack.h"
#include "model/card.h"
#include "review/text_review.h"
#include "source/source_file.h"
#include "source/toml_value.h"

namespace anteroom::content {

// What is needed to read a card. All must outlive it.
struct CardContext {
  const PackFolder& folder;
  const std::vector<std::string>& languages;
  const Variables& vars;                // for every language
  const PictureFactsOf& picture_facts;  // may be empty
  MissingText missing_text = MissingText::skip;
};

struct CardFile {
  Card card;  // as far as it could be read
  // May be shown: its errors, if any, are in the texts of single languages, which are left out, and one is left.
  bool is_valid = false;
  source::Diagnostics diagnostics;
  source::SourceFile source;
  source::TomlTable table;  // empty if the file is not TOML
  // For each language of the pack, whether there is a text in it, faulty or not; empty if the file could not be read.
  std::vector<bool> is_begun = {};
  // For each language of the pack, what has become of the card's signature.
  std::vector<review::TextReview> reviews = {};
};

// The card `id`.
CardFile read_card_file(const CardContext& context, const std::string& id);

// What is needed to read the text of one language. All must outlive it.
struct TextContext {
  const std::string& language;
  const std::map<std::string, std::string>& vars;
  const ExhibitEntry& exhibit;  // the card's
  bool has_picture;             // the card has one
};

// The text in `table` ([text.fr]), as far as it is valid, its variables replaced.
// Errors: to `faults`.
CardText read_card_text(const source::TomlTable& table, source::Position at, const TextContext& context,
                        source::FileFaults& faults);

}  // namespace anteroom::content
