#include "report/syllables.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <sstream>
#include <vector>

#include "report/child_output.h"

namespace anteroom::report {

namespace {

// The vowels of the voice en-us, in IPA.
constexpr std::array<std::string_view, 21> vowels = {"a", "e", "i", "o", "u", "æ", "ɐ", "ɑ", "ɒ", "ɔ", "ə",
                                                     "ɚ", "ɛ", "ɜ", "ɝ", "ɪ", "ᵻ", "ʊ", "ʌ", "y", "ø"};
constexpr std::string_view schwa = "ə";
constexpr std::string_view syllabic = "\u0329";  // below a consonant

bool has_vowel(std::string_view phoneme) {
  return std::any_of(vowels.begin(), vowels.end(),
                     [phoneme](std::string_view vowel) { return phoneme.find(vowel) != std::string_view::npos; });
}

// `before` and `after`: the neighbouring phonemes, empty at the ends of the word.
int syllables_in_phoneme(std::string_view before, std::string_view phoneme, std::string_view after) {
  if (phoneme.find(syllabic) != std::string_view::npos) return 1;
  if (!has_vowel(phoneme)) return 0;
  const bool is_glide = phoneme.ends_with(schwa) && has_vowel(phoneme.substr(0, phoneme.size() - schwa.size()));
  // In "period" the schwa belongs to the r; "million" and "opinion" are pronounced with a "y".
  const bool before_r = after == "ɹ";
  const bool as_y = phoneme == "iə" && (before == "l" || before == "n") && after == "n";
  return is_glide && !before_r && !as_y ? 2 : 1;
}

// espeak-ng writes a language in parentheses where it switches to that language's rules.
std::string without_parentheses(std::string_view phonemes) {
  std::string result;
  bool inside = false;
  for (const char c : phonemes) {
    inside = c == '(' || (inside && c != ')');
    if (!inside && c != ')') result += c;
  }
  return result;
}

// "hour" rhymes with "shower", but dictionaries give it one syllable.
bool is_one_glide(std::string_view word, std::string_view phonemes) {
  return word.find("our") != std::string_view::npos && phonemes.find("aʊ_ɚ") != std::string_view::npos;
}

}  // namespace

int syllables_in(std::string_view phonemes) {
  std::string text = without_parentheses(phonemes);
  std::replace(text.begin(), text.end(), '_', ' ');
  std::istringstream stream(text);
  std::vector<std::string> all = {""};
  for (std::string phoneme; stream >> phoneme;) all.push_back(phoneme);
  all.emplace_back();
  int count = 0;
  for (std::size_t i = 1; i + 1 < all.size(); ++i) {
    count += syllables_in_phoneme(all[i - 1], all[i], all[i + 1]);
  }
  return std::max(count, 1);
}

std::map<std::string, int> syllables_of(const std::set<std::string>& words, const std::string& program) {
  std::string input;
  for (const std::string& word : words) input += word + "\n";
  // Without --stdin it reads line by line and writes a line for each line.
  const auto output = child_output({program, "-q", "-v", "en-us", "--ipa", "--sep=_"}, input, std::chrono::seconds(20));
  if (!output) return {};
  std::map<std::string, int> syllables;
  std::istringstream lines(*output);
  std::string line;
  for (const std::string& word : words) {
    if (!std::getline(lines, line)) return {};
    syllables[word] = syllables_in(line) - (is_one_glide(word, line) ? 1 : 0);
  }
  // More lines than words: they cannot be matched.
  if (std::getline(lines, line)) return {};
  return syllables;
}

}  // namespace anteroom::report
