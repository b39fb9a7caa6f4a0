#include "content/read_wall.h"

#include <algorithm>
#include <variant>

#include "content/misplaced_keys.h"
#include "content/usable_text.h"
#include "language/words.h"
#include "model/hello.h"
#include "source/printable.h"
#include "source/tags.h"

namespace anteroom::content {

namespace {

// The clinic's own words in one language; empty: they cannot be shown.
std::string own_words(const source::Located& text, const std::string& language, source::FileFaults& faults) {
  if (!check_text(text, faults)) return {};
  std::string place(source::trimmed(text.text));
  if (!language::has_word(place)) {
    faults.add(rule::empty_text, text.at, "the text" + std::string(no_word(place)));
    return {};
  }
  const language::Counts counts = language::counts(place, language);
  const auto report = [&](const source::Rule& rule, int count, const char* of, int most) {
    faults.add(rule, text.at,
               "the place has " + std::to_string(count) + of + "; at most " + std::to_string(most) +
                   " can be read from the chairs, such as `by the door`, so it is not shown");
    place.clear();
  };
  if (counts.characters > most_place_characters) {
    report(rule::too_long, counts.characters, " characters", most_place_characters);
  } else if (counts.words > most_place_words) {
    report(rule::too_long, counts.words, " words", most_place_words);
  }
  return place;
}

void read_own_words(const source::TomlTable& table, source::Position at, source::FileFaults& faults,
                    WallSettings& wall) {
  source::TableReader texts(table, at, faults);
  for (const source::TomlEntry& entry : table) {
    if (!source::is_language(entry.key)) {
      faults.add(rule::bad_language, entry.at,
                 source::in_ticks(entry.key) + " is not a language tag; it should look like `en` or `pt-BR`");
      continue;
    }
    const auto text = texts.string(entry.key);
    if (!text) continue;
    if (std::string place = own_words(*text, entry.key, faults); !place.empty()) wall.place[entry.key] = place;
  }
}

}  // namespace

void read_wall(source::TableReader& root, WallSettings& wall) {
  const source::TomlTable* table = root.table("wall");
  if (table == nullptr) return;
  source::FileFaults& faults = root.faults();
  source::TableReader reader(*table, root.find("wall")->at, faults);
  const source::TomlValue* value = reader.find("touchscreen");
  if (value != nullptr && std::holds_alternative<source::TomlTable>(value->is)) {
    read_own_words(std::get<source::TomlTable>(value->is), value->at, faults, wall);
  } else if (const auto place = reader.string("touchscreen", "a place in quotes, or a table of texts by language")) {
    if (std::find(ready_places.begin(), ready_places.end(), place->text) != ready_places.end()) {
      wall.ready_place = place->text;
    } else if (!place->text.empty()) {
      faults.add(rule::bad_value, place->at,
                 source::in_ticks(place->text) +
                     " is not a place that every language has words for; it should be `left`, `right`, `door` or "
                     "`desk`, or your own words for each language: { en = \"by the window\" }");
    }
  }
  reader.report_unknown_keys(hints_of_settings());
}

}  // namespace anteroom::content
