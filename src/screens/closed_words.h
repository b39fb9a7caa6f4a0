// What a closed screen says, in words.
#pragma once

#include <string>
#include <vector>

#include "model/state.h"
#include "screens/view.h"

namespace anteroom::screens {

// What readers of one language are told while the clinic is closed. Each may be empty.
struct ClosedWords {
  std::string language = {};                        // BCP 47
  std::string closed = {};                          // "Closed"
  std::string opening = {};                         // "Opens Monday at 8:00 a.m."
  std::string call = {};                            // "In an emergency, call 911."
  std::string notice_title = {}, notice_text = {};  // of the notice that is due
  std::string notice_language = {};                 // of these two
  friend bool operator==(const ClosedWords&, const ClosedWords&) = default;
};

// The words in each language on offer, the view's first; of a notice that is not in a language, its words are said
// once, to all. A language without any words is left out. Requires: state.clock_possible.
std::vector<ClosedWords> closed_words(const View& view, const State& state);

// Prepares `words`, of which the first are to be large and the others have a line each: a notice that is there once is
// with the first; where several languages have their own, the title of each is on its line instead of `closed`, so that
// no language needs more room with a notice than without.
void make_lines(std::vector<ClosedWords>& words);

}  // namespace anteroom::screens
