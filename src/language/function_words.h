// Words that say little by themselves: articles, pronouns, prepositions, conjunctions, auxiliaries, words of degree.
#pragma once

#include <string_view>

namespace anteroom::language {

// True if `word`, in any case, is such a word of `language` (BCP 47), or consists of such words joined by an apostrophe
// or a hyphen ("qu’il"). The lists are closed classes of each language's grammar, its common forms only. In a language
// that has no list here, words of at most three characters count as such, since most of them are.
bool is_function_word(std::string_view word, std::string_view language);

}  // namespace anteroom::language
