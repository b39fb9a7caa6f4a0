// Records in a card's file which text its translations were made from.
#pragma once

#include <string>
#include <vector>

#include "content/card_file.h"

namespace anteroom::content {

// Whether a translation is refused that is the same as when it was marked last, though the first language's text has
// changed since, or of which that is not known; or marked as one that is still right.
enum class Unchanged { refuse, mark };

struct MarkedCard {
  std::string bytes;                   // of the file, all else unchanged; as before if there is a fault
  std::vector<std::string> marked;     // the languages whose mark is new
  std::vector<std::string> before;     // those whose mark was right already
  std::vector<std::string> copies;     // those of `marked` and `before` that are copies of the first language's text
  std::vector<std::string> unchanged;  // those that were refused; then nothing is changed
  std::vector<std::string> unknown;    // likewise: what they were when the first language's text changed is not known
  std::string fault;                   // why nothing is changed, to follow the file's name; empty: nothing is wrong
};

// The card's file `bytes` with the mark of today's text in `languages[0]` in the texts of `chosen`; empty: in those of
// all other languages that the card has. A mark of `new language` or of an earlier version of the program
// does not tell whether the translation has changed since. `card`: the same file as read, without errors; `languages`:
// the pack's.
MarkedCard mark_translations(std::string bytes, const CardFile& card, const std::vector<std::string>& languages,
                             std::vector<std::string> chosen, Unchanged unchanged);

// The languages of the pack whose text in `card` was made from another text in the first language than today's, in the
// pack's order. A text without a mark is taken to be right.
std::vector<std::string> stale_translations(const CardFile& card, const std::vector<std::string>& languages);

// Which texts in the first language are other ones than those that the texts in `stale` were made from, in words; see
// changes_since(). Requires: `languages` is not empty.
std::vector<std::string> changed_texts(const CardFile& card, const std::vector<std::string>& languages,
                                       const std::vector<std::string>& stale);

}  // namespace anteroom::content
