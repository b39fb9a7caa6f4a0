// What the words behind `anteroom notice` ask for: words are often typed without the quotes that keep them together.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace anteroom::assembly {

// A notice that ships.
struct ReadyMade {
  std::string name;
  bool is_urgent = false;
  std::vector<std::string> titles;  // in each language; with {minutes} for a number
};

struct AskedNotice {
  std::string ready_made = {};      // the name of a ready-made notice; empty: `own` is to be shown
  std::string own = {};             // the clinic's own words
  std::string more = {};            // what the own words say more than the title of the ready-made notice
  std::string until = {};           // a time, if the words end in one
  std::optional<int> minutes = {};  // the number in them
  std::string said = {};            // what to say of how the words are taken; ends with a line feed if there is any
  std::string fault = {};           // what is wrong with the words, and what to type; empty: nothing
};

// The text of `words` as it is compared: without punctuation, in small letters as far as they are ASCII, with # for
// each number.
std::string plain_text_of(const std::string& words);

// `words`: as the shell has cut them. `notices`: the ready-made ones. "closed today", as one word or as two, is the
// notice `closed-today`, which is there in every language, and so are the words of its title in any language, also with
// "until 6pm" behind them. Words that begin as the title of an urgent one are taken for that, since in an emergency
// large by mistake is better than small. A single word in lower case is a name, and a fault if it is none, as is what
// is nearly one; anything else is the clinic's own. `program`: as it was called, for what to type.
AskedNotice asked_notice(const std::vector<std::string>& words, const std::vector<ReadyMade>& notices,
                         const std::string& program = "anteroom");

}  // namespace anteroom::assembly
