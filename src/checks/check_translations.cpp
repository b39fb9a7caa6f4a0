#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "checks/checks.h"
#include "checks/shown_texts.h"
#include "content/sample_words.h"
#include "language/language_tag.h"
#include "language/words.h"
#include "source/printable.h"

namespace anteroom::checks {

namespace {

// A text and its place in the file.
struct PlacedText {
  std::string_view text;
  source::Position at;
  bool is_one_word = false;  // which may be the same in two languages
};

// The texts of one language that equal texts of another one.
using EqualTexts = std::vector<PlacedText>;

// True if `text` would be another one in another language. A single word, a number and a name may be the same in two.
bool should_differ(std::string_view text, const std::string& language) {
  return language::word_count(text, language) > 1 && !language::is_name_or_number(text);
}

// The texts of a card in language number `i` that should differ in any other, and titles and labels of one word.
std::vector<PlacedText> texts_of(const content::CardFile& file, std::size_t i, const std::string& tag) {
  std::vector<PlacedText> texts;
  const source::TomlTable* table = source::find_table(file.table, {"text", tag});
  if (table == nullptr || i >= file.card.text.size()) return texts;
  for (const ShownText& shown : shown_texts(file.card.text[i], file.card.exhibit, *table)) {
    if (should_differ(shown.text, tag)) texts.push_back({shown.text, shown.at});
    const bool is_heading = shown.key.ends_with("title") || shown.key.ends_with("label");
    if (is_heading && language::word_count(shown.text, tag) == 1 && !language::is_name_or_number(shown.text)) {
      texts.push_back({shown.text, shown.at, true});
    }
  }
  return texts;
}

// Removes samples, which check_samples reports.
void leave_out(const std::set<std::string>& english, std::vector<PlacedText>& texts) {
  const auto& of_cards = content::sample_card_texts;
  std::erase_if(texts, [&](const PlacedText& each) {
    return english.contains(std::string(each.text)) ||
           std::find(of_cards.begin(), of_cards.end(), each.text) != of_cards.end();
  });
}

EqualTexts equal_texts(const std::vector<PlacedText>& texts, const std::vector<PlacedText>& others) {
  EqualTexts equal;
  std::copy_if(texts.begin(), texts.end(), std::back_inserter(equal), [&](const PlacedText& each) {
    return std::any_of(others.begin(), others.end(), [&](const PlacedText& other) { return other.text == each.text; });
  });
  // Beside a longer text that is not translated a single word hardly is.
  if (std::all_of(equal.begin(), equal.end(), [](const PlacedText& each) { return each.is_one_word; })) return {};
  std::stable_sort(equal.begin(), equal.end(),
                   [](const PlacedText& one, const PlacedText& other) { return one.at.line < other.at.line; });
  return equal;
}

// At most `most` characters of `text`, on one line and in quotation marks.
std::string quoted(std::string_view text) {
  constexpr std::size_t most = 50;
  std::string line(text.substr(0, text.find('\n')));
  if (line.size() > most) {
    const std::size_t cut = line.rfind(' ', most);
    line = cut == std::string::npos ? line : line.substr(0, cut);
  }
  return "\"" + line + (line.size() < text.size() ? " …\"" : "\"");
}

// Reports `equal`, texts of `language` that equal those of `other`, in one fault.
void report(const EqualTexts& equal, const std::string& language, const std::string& other,
            source::FileFaults& faults) {
  if (equal.empty()) return;
  const std::string first = quoted(equal.front().text);
  if (equal.size() == 1) {
    faults.add(rule::equal_translation, equal.front().at,
               "this text of " + source::in_ticks(language) + " equals that of " + source::in_ticks(other) + ": " +
                   first + "; translate it");
    return;
  }
  constexpr std::size_t most = 8;
  std::string lines;
  for (std::size_t i = 0; i < std::min(most, equal.size()); ++i) {
    const bool is_last = i + 1 == equal.size();
    lines.append(i == 0 ? "" : is_last ? " and " : ", ").append(std::to_string(equal[i].at.line));
  }
  if (equal.size() > most) lines += " and " + std::to_string(equal.size() - most) + " more";
  faults.add(rule::equal_translation, equal.front().at,
             std::to_string(equal.size()) + " texts of " + source::in_ticks(language) + " equal those of " +
                 source::in_ticks(other) + ", in the lines " + lines + ", the first of them " + first +
                 "; translate them");
}

// Reports for each language the texts that equal those of one before it. `texts_in`: of a language, by its number.
template <typename TextsIn>
void compare(const std::vector<std::string>& languages, TextsIn texts_in, const std::set<std::string>& english,
             source::FileFaults& faults) {
  std::vector<std::vector<PlacedText>> texts;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    texts.push_back(texts_in(i));
    leave_out(english, texts.back());
    for (std::size_t other = 0; other < i; ++other) {
      // Variants of one language have much in common.
      if (language::base_language(languages[other]) == language::base_language(languages[i])) continue;
      const EqualTexts equal = equal_texts(texts[i], texts[other]);
      report(equal, languages[i], languages[other], faults);
      if (!equal.empty()) break;  // a third one would be the same again
    }
  }
}

// The title, the source and the variables of pack.toml in `language` that should differ in any other.
std::vector<PlacedText> texts_of_head(const source::TomlTable& head, const std::string& language) {
  std::vector<PlacedText> texts;
  const auto add = [&](const source::TomlValue* value) {
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(&value->is);
    if (text != nullptr && should_differ(*text, language)) texts.push_back({*text, value->at});
  };
  for (const char* key : {"title", "source"}) add(source::find_value(head, {key, language}));
  const source::TomlTable* vars = source::find_table(head, {"vars", language});
  if (vars == nullptr) return texts;
  for (const source::TomlEntry& entry : *vars) add(&entry.value);
  return texts;
}

}  // namespace

void check_translations(content::PackFiles& files, const std::set<std::string>& english,
                        source::Diagnostics& diagnostics) {
  const std::vector<std::string>& languages = files.head.pack.languages;
  source::FileFaults in_head(files.head.toml->source, diagnostics);
  const source::TomlTable& head = files.head.toml->values();
  compare(
      languages, [&](std::size_t i) { return texts_of_head(head, languages[i]); }, english, in_head);
  for (content::CardFile& file : files.cards) {
    source::FileFaults faults(file.source, file.diagnostics);
    compare(
        languages, [&](std::size_t i) { return texts_of(file, i, languages[i]); }, english, faults);
  }
}

}  // namespace anteroom::checks
