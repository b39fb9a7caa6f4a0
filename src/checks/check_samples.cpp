#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "checks/checks.h"
#include "checks/shown_texts.h"
#include "content/sample_words.h"
#include "language/language_name.h"
#include "language/language_tag.h"
#include "source/printable.h"

namespace anteroom::checks {

namespace {

using EnglishSamples = std::set<std::string>;

// "these words of `anteroom new pack` are English; write them in German"
std::string still_english(const std::string& language) {
  return "these words of `anteroom new pack` are still English; write them in " + language::english_name(language);
}

// The first of a card's texts that is `sample`. One fault per language is enough.
template <typename IsSample>
const ShownText* first_of(const std::vector<ShownText>& texts, IsSample is_sample) {
  const auto found = std::find_if(texts.begin(), texts.end(), is_sample);
  return found == texts.end() ? nullptr : &*found;
}

bool is_of_new_card(const ShownText& shown) {
  return shown.text == content::sample_title || shown.text == content::sample_lead ||
         shown.text == content::sample_topic || shown.text == content::sample_page;
}

void check_card(content::CardFile& file, const std::vector<std::string>& languages, const EnglishSamples& english) {
  source::FileFaults faults(file.source, file.diagnostics);
  for (std::size_t i = 0; i < file.card.text.size(); ++i) {
    const source::TomlTable* table = source::find_table(file.table, {"text", languages[i]});
    if (table == nullptr) continue;
    const std::vector<ShownText> texts = shown_texts(file.card.text[i], file.card.exhibit, *table);
    if (const ShownText* left = first_of(texts, is_of_new_card)) {
      faults.add(rule::sample_words, left->at,
                 "patients are shown these words of `anteroom new card`; write what this card is to say");
    } else if (language::base_language(languages[i]) != "en") {
      const auto is_english = [&](const ShownText& shown) { return english.contains(std::string(shown.text)); };
      if (const ShownText* found = first_of(texts, is_english)) {
        faults.add(rule::sample_words, found->at, still_english(languages[i]));
      }
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
