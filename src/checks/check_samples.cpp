#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "checks/checks.h"
#include "content/sample_words.h"
#include "language/language_name.h"
#include "language/language_tag.h"
#include "language/words.h"
#include "source/printable.h"

namespace anteroom::checks {

namespace {

using EnglishSamples = std::set<std::string>;

constexpr const char* of_new_card = "patients are shown this sample text; write what this card is to say";

// "this sample text is still in English; write it in German"
std::string still_english(const std::string& language) {
  return "this sample text is still in English; write it in " + language::english_name(language);
}

// A text as the file writes it, with its variables in braces, and without the blanks around it.
struct WrittenText {
  std::string text;
  source::Position at;
};

// Adds the texts of `value` at any depth.
void add_texts(const source::TomlValue& value, std::vector<WrittenText>& texts) {
  if (const auto* text = std::get_if<std::string>(&value.is)) {
    texts.push_back({std::string(source::trimmed(*text)), value.at});
  } else if (const auto* list = std::get_if<source::TomlList>(&value.is)) {
    for (const source::TomlValue& each : *list) add_texts(each, texts);
  } else if (const auto* table = std::get_if<source::TomlTable>(&value.is)) {
    for (const source::TomlEntry& each : *table) add_texts(each.value, texts);
  }
}

bool is_of_new_card(const std::string& text) {
  const auto& samples = content::sample_card_texts;
  return std::find(samples.begin(), samples.end(), text) != samples.end();
}

// Those of `texts` that are samples, in English. A single word may be the same in another language, such as "Doses" in
// French, so it is one of them only beside a longer one.
std::vector<WrittenText> english_among(const std::vector<WrittenText>& texts, const EnglishSamples& english) {
  std::vector<WrittenText> found;
  std::copy_if(texts.begin(), texts.end(), std::back_inserter(found),
               [&](const WrittenText& written) { return english.contains(written.text); });
  const bool has_longer = std::any_of(found.begin(), found.end(), [](const WrittenText& written) {
    return language::word_count(written.text, "en") > 1;
  });
  return has_longer ? found : std::vector<WrittenText>();
}

void check_card(content::CardFile& file, const std::vector<std::string>& languages, const EnglishSamples& english) {
  source::FileFaults faults(file.source, file.diagnostics);
  for (const std::string& language : languages) {
    const source::TomlValue* value = source::find_value(file.table, {"text", language});
    if (value == nullptr) continue;
    std::vector<WrittenText> texts;
    add_texts(*value, texts);
    for (const WrittenText& written : texts) {
      if (is_of_new_card(written.text)) faults.add(rule::sample_words, written.at, of_new_card);
    }
    if (language::base_language(language) == "en") continue;
    for (const WrittenText& written : english_among(texts, english)) {
      faults.add(rule::sample_words, written.at, still_english(language));
    }
  }
}

// Reports `value` if it is a sample and stands for words of `language`.
void check_value(const source::TomlValue* value, const std::string& language, const EnglishSamples& english,
                 source::FileFaults& faults) {
  const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(&value->is);
  if (text != nullptr && english.contains(*text)) faults.add(rule::sample_words, value->at, still_english(language));
}

}  // namespace

void check_samples(content::PackFiles& files, const std::set<std::string>& english, source::Diagnostics& diagnostics) {
  const std::vector<std::string>& languages = files.head.pack.languages;
  for (content::CardFile& file : files.cards) {
    if (file.card.on_kiosk || file.card.on_wall) check_card(file, languages, english);
  }
  const source::TomlTable& head = files.head.toml->values();
  source::FileFaults faults(files.head.toml->source, diagnostics);
  for (const std::string& language : languages) {
    if (language::base_language(language) == "en") continue;
    for (const char* key : {"title", "source"}) {
      check_value(source::find_value(head, {key, language}), language, english, faults);
    }
    const source::TomlTable* vars = source::find_table(head, {"vars", language});
    if (vars == nullptr) continue;
    for (const source::TomlEntry& entry : *vars) check_value(&entry.value, language, english, faults);
  }
}

}  // namespace anteroom::checks
