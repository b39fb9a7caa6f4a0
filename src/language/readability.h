// How hard a text is to read: counts of its words and sentences, and the published formulas over them.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace anteroom::language {

// The syllables of each of `words`, as spoken; empty when nobody can tell. Asked once a pack.
using SyllablesOf = std::function<std::map<std::string, int>(const std::set<std::string>& words)>;

struct Measures {
  int words = 0;
  int sentences = 0;
  int longest = 0;             // words of the longest sentence
  int long_words = 0;          // of more than 6 letters
  int characters = 0;          // of all sentences: grapheme clusters with punctuation, blanks in a row once
  int longest_characters = 0;  // of the longest sentence
  Measures& operator+=(const Measures& other);
  friend bool operator==(const Measures&, const Measures&) = default;
};

// Syllables of an English text.
struct SyllableCount {
  int raw = 0;            // as the words are
  int with_glossary = 0;  // each glossary term counting as one
  friend bool operator==(const SyllableCount&, const SyllableCount&) = default;
};

// The measures of `utf8` in `language` (BCP 47). Sentences and words: see sentences.h. Letters: the
// vowel signs of Indic scripts count, as they are written in every word; accents and the points of Arabic and Hebrew,
// which a word may do without, do not.
Measures measure(std::string_view utf8, std::string_view language);

// Words a sentence. 0 without sentences, as all of these.
double mean_sentence(const Measures& measures);

// Characters a sentence.
double mean_characters(const Measures& measures);

// words/sentences + 100 x long words/words. Source: Björnsson, Läsbarhet, 1968.
double lix(const Measures& measures);

// Long words a sentence. Source: Anderson, "Lix and Rix", Journal of Reading 26, 1983.
double rix(const Measures& measures);

// The school grade of an English text with `syllables`: 0.39 x words/sentences + 11.8 x syllables/words - 15.59.
// Source: Kincaid and others, Research Branch Report 8-75, 1975.
double flesch_kincaid(const Measures& measures, int syllables);

// `word` in lower case and with a plain apostrophe: how words are looked up.
std::string folded_word(std::string_view word);

// The words of `utf8`, folded.
std::vector<std::string> folded_words(std::string_view utf8, std::string_view language);

}  // namespace anteroom::language
