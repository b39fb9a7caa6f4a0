// What the words behind `anteroom notice` ask for: words are often typed without the quotes that keep them together.
#pragma once

#include <string>
#include <vector>

namespace anteroom::assembly {

struct AskedNotice {
  std::string ready_made;  // the name of a ready-made notice; empty: `own` is to be shown
  std::string own;         // the clinic's own words
  std::string fault;       // what is wrong with the words, and what to type; empty: nothing
};

// `words`: as the shell has cut them. `names`: of the ready-made notices. "closed today", as one word or as two, is the
// notice `closed-today`, which is there in every language. A single word in lower case is a name, and a fault if it is
// none, as is what is nearly one; anything else is the clinic's own. `program`: as it was called, for what to type.
AskedNotice asked_notice(const std::vector<std::string>& words, const std::vector<std::string>& names,
                         const std::string& program = "anteroom");

}  // namespace anteroom::assembly
