#include "commands/syllables.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <sstream>
#include <vector>

#include "commands/child_output.h"

namespace anteroom::commands {

namespace {

// The vowels of the voice en-us, as IPA writes them.
constexpr std::array<std::string_view, 21> vowels = {"a", "e", "i", "o", "u", "æ", "ɐ", "ɑ", "ɒ", "ɔ", "ə",
                                                     "ɚ", "ɛ", "ɜ", "ɝ", "ɪ", "ᵻ", "ʊ", "ʌ", "y", "ø"};
constexpr std::string_view schwa = "ə";
constexpr std::string_view syllabic = "\u0329";  // below a consonant

bool has_vowel(std::string_view phoneme) {
  return std::any_of(vowels.begin(), vowels.end(),
                     [phoneme](std::string_view vowel) { return phoneme.find(vowel) != std::string_view::npos; });
}

int syllables_in_phoneme(std::string_view phoneme) {
  if (phoneme.find(syllabic) != std::string_view::npos) return 1;
  if (!has_vowel(phoneme)) return 0;
  return phoneme.ends_with(schwa) && has_vowel(phoneme.substr(0, phoneme.size() - schwa.size())) ? 2 : 1;
}

// espeak-ng names a language in parentheses where it changes to its rules.
std::string without_parentheses(std::string_view phonemes) {
  std::string result;
  bool inside = false;
  for (const char c : phonemes) {
    inside = c == '(' || (inside && c != ')');
    if (!inside && c != ')') result += c;
  }
  return result;
}

}  // namespace

int syllables_in(std::string_view phonemes) {
  std::string text = without_parentheses(phonemes);
  std::replace(text.begin(), text.end(), '_', ' ');
  std::istringstream stream(text);
  int count = 0;
  for (std::string phoneme; stream >> phoneme;) count += syllables_in_phoneme(phoneme);
  return std::max(count, 1);
}

std::map<std::string, int> syllables_of(const std::set<std::string>& words, const std::string& program) {
  std::string input;
  for (const std::string& word : words) input += word + "\n";
  // Without --stdin it reads line by line and writes a line for each.
  const auto output = child_output({program, "-q", "-v", "en-us", "--ipa", "--sep=_"}, input, std::chrono::seconds(20));
  if (!output) return {};
  std::map<std::string, int> syllables;
  std::istringstream lines(*output);
  std::string line;
  for (const std::string& word : words) {
    if (!std::getline(lines, line)) return {};
    syllables[word] = syllables_in(line);
  }
  // More lines than words: nobody knows which belongs to which.
  if (std::getline(lines, line)) return {};
  return syllables;
}

}  // namespace anteroom::commands
