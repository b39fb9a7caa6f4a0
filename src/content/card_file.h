// cards/<id>.toml: one card.
#pragma once

#include <string>
#include <vector>

#include "content/pack_folder.h"
#include "content/read_pack.h"
#include "content/source_file.h"
#include "content/toml_value.h"
#include "model/card.h"

namespace anteroom::content {

// What a card is read against. All must outlive it.
struct CardContext {
  const PackFolder& folder;
  const std::vector<std::string>& languages;
  const Variables& vars;  // for every language
};

struct CardFile {
  Card card;           // as far as it could be read
  bool sound = false;  // without an error: may be shown
  Diagnostics diagnostics;
  SourceFile source;
  TomlTable table;  // empty when the file is not TOML
};

// The card `id`.
CardFile read_card_file(const CardContext& context, const std::string& id);

// The text of `table` ([text.fr]) in `language`, as far as it is sound, its variables replaced.
// Errors: to `faults`.
CardText read_card_text(const TomlTable& table, Place at, const std::string& language,
                        const std::map<std::string, std::string>& vars, bool has_picture, FileFaults& faults);

}  // namespace anteroom::content
