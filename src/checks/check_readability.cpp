#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "checks/checks.h"
#include "checks/shown_texts.h"
#include "language/language_tag.h"

namespace anteroom::checks {

namespace {

// Source of all gates: standards, "Words".
constexpr double max_grade_card = 8;
constexpr double max_grade_pack = 6;
constexpr double max_lix_english = 34;
constexpr double max_lix = 45;
constexpr double max_mean_words = 10;
constexpr int max_characters = 20;

bool is_english(std::string_view language) {
  return language::base_language(language) == "en";
}

// One digit after the point, as printed: what is shown as 8.0 does not exceed 8.
double rounded(double value) {
  return std::round(value * 10) / 10;
}

std::string in_figures(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f", rounded(value));
  return text.data();
}

// A card's shown texts in one language, without those that are only spoken.
struct CardWords {
  content::CardFile* file;
  source::Position at;  // of [text.en]
  std::vector<ShownText> texts;
};

std::vector<CardWords> words_of_cards(content::PackFiles& files, std::size_t language) {
  std::vector<CardWords> all;
  for (content::CardFile& file : files.cards) {
    if (!file.is_valid || language >= file.card.text.size() || !file.card.has_text(language)) continue;
    const source::TomlValue* value = source::find_value(file.table, {"text", files.head.pack.languages[language]});
    const auto* table = value == nullptr ? nullptr : std::get_if<source::TomlTable>(&value->is);
    if (table == nullptr) continue;
    CardWords card{&file, value->at, {}};
    for (ShownText& text : shown_texts(file.card.text[language], file.card.exhibit, *table)) {
      if (text.key != "picture_alt") card.texts.push_back(std::move(text));
    }
    all.push_back(std::move(card));
  }
  return all;
}

class SyllableCounter {
 public:
  SyllableCounter(std::map<std::string, int> by_word, std::set<std::string> glossary)
      : by_word_(std::move(by_word)), glossary_(std::move(glossary)) {}

  // Nothing if the syllables of no word are known.
  std::optional<language::SyllableCount> count(const CardWords& card, const std::string& language) const {
    if (by_word_.empty()) return std::nullopt;
    language::SyllableCount count;
    for (const ShownText& text : card.texts) {
      for (const std::string& word : language::folded_words(text.text, language)) {
        const auto known = by_word_.find(word);
        const int syllables = known == by_word_.end() ? 1 : known->second;
        count.raw += syllables;
        count.with_glossary += glossary_.contains(word) ? 1 : syllables;
      }
    }
    return count;
  }

 private:
  std::map<std::string, int> by_word_;
  std::set<std::string> glossary_;
};

void check_grade(const Readability& found, const source::Rule& rule, double max, source::FileFaults& faults) {
  if (!found.syllables) return;
  const double grade = language::flesch_kincaid(found.measures, found.syllables->with_glossary);
  if (rounded(grade) <= max) return;
  const std::string what = found.card.empty() ? "all cards together" : "this card";
  faults.add(rule, found.at,
             "the reading grade (Flesch-Kincaid) of " + what + " is " + in_figures(grade) + "; at most " +
                 in_figures(max) + " is easy to read: shorter sentences, shorter words");
}

void check_measures(const Readability& card, source::FileFaults& faults) {
  if (language::counts_characters(card.language)) return;
  const double mean = language::mean_sentence_words(card.measures);
  if (rounded(mean) > max_mean_words) {
    faults.add(rule::long_mean, card.at,
               "a sentence of this card has " + in_figures(mean) + " words on the average; at most " +
                   in_figures(max_mean_words) + " are easy to read");
  }
  const double gate = is_english(card.language) ? max_lix_english : max_lix;
  const double found = language::lix(card.measures);
  if (rounded(found) > gate) {
    faults.add(rule::hard_words, card.at,
               "the LIX of this card is " + in_figures(found) + "; at most " + in_figures(gate) +
                   " is easy to read: shorter sentences, fewer words of more than 6 letters");
  }
  check_grade(card, rule::hard_words, max_grade_card, faults);
}

void check_sentence_lengths(const CardWords& card, const std::string& language, source::FileFaults& faults) {
  if (!language::counts_characters(language)) return;
  for (const ShownText& text : card.texts) {
    const int longest = language::measure(text.text, language).longest_characters;
    if (longest <= max_characters) continue;
    faults.add(rule::long_sentence, text.at,
               "a sentence here has " + std::to_string(longest) + " characters; at most " +
                   std::to_string(max_characters) + " are easy to read");
  }
}

// The position of language number `i` in pack.toml.
source::Position place_of_language(const content::PackFile& head, std::size_t i) {
  const source::TomlValue* value = source::find_value(head.toml->values(), {"languages"});
  const auto* list = value == nullptr ? nullptr : std::get_if<source::TomlList>(&value->is);
  return list != nullptr && i < list->size() ? (*list)[i].at : source::position_of(head.toml->values(), {"languages"});
}

// The syllables of every word of the English cards, counted in one call.
std::map<std::string, int> syllables_of_cards(content::PackFiles& files, const language::SyllablesOf& syllables_of,
                                              source::Diagnostics& diagnostics) {
  std::set<std::string> wanted;
  const std::vector<std::string>& languages = files.head.pack.languages;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (!is_english(languages[i])) continue;
    for (const CardWords& card : words_of_cards(files, i)) {
      for (const ShownText& text : card.texts) {
        for (std::string& word : language::folded_words(text.text, languages[i])) wanted.insert(std::move(word));
      }
    }
  }
  if (wanted.empty() || !syllables_of) return {};
  std::map<std::string, int> found = syllables_of(wanted);
  if (found.empty()) {
    source::add_file_fault(
        diagnostics, rule::no_syllables, files.head.toml->source.reported_path,
        "the reading grade is left out: the program `espeak-ng`, which counts syllables, is not there or "
        "failed");
  }
  return found;
}

void add(Readability& pack, const Readability& card) {
  pack.measures += card.measures;
  if (!card.syllables) return;
  if (!pack.syllables) pack.syllables.emplace();
  pack.syllables->raw += card.syllables->raw;
  pack.syllables->with_glossary += card.syllables->with_glossary;
}

Readability check_card(const CardWords& card, const std::string& language, const SyllableCounter& counter) {
  Readability found{card.file->card.id,           language, card.file->source.reported_path, card.at, {},
                    counter.count(card, language)};
  for (const ShownText& text : card.texts) found.measures += language::measure(text.text, language);
  source::FileFaults faults(card.file->source, card.file->diagnostics);
  check_measures(found, faults);
  check_sentence_lengths(card, language, faults);
  return found;
}

}  // namespace

std::vector<Readability> check_readability(content::PackFiles& files, const language::SyllablesOf& syllables_of,
                                           source::Diagnostics& diagnostics) {
  const std::map<std::string, int> syllables = syllables_of_cards(files, syllables_of, diagnostics);
  std::vector<Readability> all;
  const std::vector<std::string>& languages = files.head.pack.languages;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    const SyllableCounter counter(is_english(languages[i]) ? syllables : std::map<std::string, int>(),
                                  files.head.glossary[languages[i]]);
    Readability pack{"", languages[i], files.head.toml->source.reported_path, place_of_language(files.head, i), {}, {}};
    for (const CardWords& card : words_of_cards(files, i)) {
      all.push_back(check_card(card, languages[i], counter));
      add(pack, all.back());
    }
    source::FileFaults faults(files.head.toml->source, diagnostics);
    check_grade(pack, rule::hard_pack, max_grade_pack, faults);
    all.push_back(std::move(pack));
  }
  return all;
}

}  // namespace anteroom::checks
