// Syllables of English words, counted in their pronunciation by espeak-ng, the program that also speaks for the kiosk.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace anteroom::report {

// The number of syllables in `phonemes`, one word as `espeak-ng --ipa --sep=_` writes it: vowel phonemes and syllabic
// consonants. A diphthong that ends in a schwa counts as two ("science", "idea"), but as one before an r ("period") and
// in words like "million". At least 1.
int syllables_in(std::string_view phonemes);

// The number of syllables of each of `words`, in American English; numbers as they are read aloud. Runs `program` once
// for all words, without a shell. Empty if it is missing, fails, or takes longer than 20 seconds.
// Requires: no word holds a line break.
std::map<std::string, int> syllables_of(const std::set<std::string>& words, const std::string& program = "espeak-ng");

}  // namespace anteroom::report
