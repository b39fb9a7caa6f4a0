#include "language/readability.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "language/icu_text.h"
#include "language/sentences.h"
#include "language/words.h"

namespace anteroom::language {

namespace {

constexpr int max_letters = 6;  // longer words are "long" in LIX and RIX

int letters(std::string_view word) {
  const icu::UnicodeString text = icu_text(word);
  int count = 0;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_isUAlphabetic(c) != 0 && u_getCombiningClass(c) == 0) ++count;
  }
  return count;
}

double ratio(int a, int b) {
  return b == 0 ? 0 : static_cast<double>(a) / b;
}

}  // namespace

Measures& Measures::operator+=(const Measures& other) {
  words += other.words;
  sentences += other.sentences;
  longest = std::max(longest, other.longest);
  long_words += other.long_words;
  characters += other.characters;
  longest_characters = std::max(longest_characters, other.longest_characters);
  return *this;
}

Measures measure(std::string_view utf8, std::string_view language) {
  Measures all;
  for (const std::string& sentence : sentences(utf8, language)) {
    Measures one;
    one.sentences = 1;
    for (const std::string& word : words(sentence, language)) {
      ++one.words;
      if (letters(word) > max_letters) ++one.long_words;
    }
    one.longest = one.words;
    one.characters = character_count(sentence, language);
    one.longest_characters = one.characters;
    all += one;
  }
  return all;
}

double mean_sentence_words(const Measures& measures) {
  return ratio(measures.words, measures.sentences);
}

double mean_sentence_characters(const Measures& measures) {
  return ratio(measures.characters, measures.sentences);
}

double lix(const Measures& measures) {
  return mean_sentence_words(measures) + 100 * ratio(measures.long_words, measures.words);
}

double rix(const Measures& measures) {
  return ratio(measures.long_words, measures.sentences);
}

double flesch_kincaid(const Measures& measures, int syllables) {
  if (measures.words == 0 || measures.sentences == 0) return 0;
  return 0.39 * mean_sentence_words(measures) + 11.8 * ratio(syllables, measures.words) - 15.59;
}

std::string folded_word(std::string_view word) {
  icu::UnicodeString text = icu_text(word);
  text.foldCase().findAndReplace(u"\u2019", u"'");
  return to_utf8(text);
}

std::vector<std::string> folded_words(std::string_view utf8, std::string_view language) {
  std::vector<std::string> all = words(utf8, language);
  std::transform(all.begin(), all.end(), all.begin(), [](const std::string& word) { return folded_word(word); });
  return all;
}

}  // namespace anteroom::language
