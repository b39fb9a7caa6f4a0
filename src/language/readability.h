// How hard a text is to read: counts of its words and sentences, and the published formulas that use them.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace anteroom::language {

// The spoken syllables of each of `words`; empty if unknown. Called once per pack.
using SyllablesOf = std::function<std::map<std::string, int>(const std::set<std::string>& words)>;

struct Measures {
  int words = 0;
  int sentences = 0;
  int longest = 0;             // words of the longest sentence
  int long_words = 0;          // of more than 6 letters
  int characters = 0;          // of all sentences: grapheme clusters with punctuation; consecutive spaces count once
  int longest_characters = 0;  // of the longest sentence
  Measures& operator+=(const Measures& other);
  friend bool operator==(const Measures&, const Measures&) = default;
};

// Syllables of an English text.
struct SyllableCount {
  int raw = 0;            // of the words as written
  int with_glossary = 0;  // with each glossary term counted as one
  friend bool operator==(const SyllableCount&, const SyllableCount&) = default;
};

// The measures of `utf8` in `language` (BCP 47). For sentences and words see sentences.h and words.h. The vowel signs
// of Indic scripts count as letters, since they are written in every word; accents, and the points of Arabic and
// Hebrew, which may be left out, do not.
Measures measure(std::string_view utf8, std::string_view language);

// Words per sentence. Like all of these measures, 0 without sentences.
double mean_sentence_words(const Measures& measures);

// Characters per sentence.
double mean_sentence_characters(const Measures& measures);

// words/sentences + 100 x long words/words. Source: Björnsson, Läsbarhet, 1968.
double lix(const Measures& measures);

// Long words per sentence. Source: Anderson, "Lix and Rix", Journal of Reading 26, 1983.
double rix(const Measures& measures);

// The school grade of an English text with `syllables`: 0.39 x words/sentences + 11.8 x syllables/words - 15.59.
// Source: Kincaid and others, Research Branch Report 8-75, 1975.
double flesch_kincaid(const Measures& measures, int syllables);

// `word` in lower case and with a plain apostrophe, the form in which words are looked up.
std::string folded_word(std::string_view word);

// The words of `utf8`, folded.
std::vector<std::string> folded_words(std::string_view utf8, std::string_view language);

}  // namespace anteroom::language
