// Sentences that say something only together with the one before them.
#pragma once

#include <string_view>

namespace anteroom::language {

// True if `sentence` of `language` (BCP 47) leans on the one before it: with its first word ("They will not go away.",
// "But ask first."), or with a pronoun inside it ("Ask what they are."). The words are closed classes of each
// language's grammar: pronouns of the third person and demonstrative ones, and conjunctions and adverbs that oppose or
// conclude. A sentence in a language that has no list here leans on none, and neither does an entry of a list.
bool leans_on_previous(std::string_view sentence, std::string_view language);

}  // namespace anteroom::language
