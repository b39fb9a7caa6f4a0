// Syllables of English words, counted in how espeak-ng pronounces them: the program that also speaks for the kiosk.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace anteroom::report {

// The vowels of `phonemes`, one word as `espeak-ng --ipa --sep=_` writes it: vowel phonemes and syllabic consonants, a
// diphthong that ends in a schwa counting as two ("science", "idea") but before an r ("period"), and "million" as
// dictionaries part it. At least 1.
int syllables_in(std::string_view phonemes);

// The syllables of each of `words`, in American English; a number as it is read aloud. One run of `program` for all,
// without a shell. Empty when it is not there, fails, or takes longer than 20 seconds.
// Requires: no word holds a line break.
std::map<std::string, int> syllables_of(const std::set<std::string>& words, const std::string& program = "espeak-ng");

}  // namespace anteroom::report
