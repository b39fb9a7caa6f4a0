// What became of the last edits, for `anteroom status`.
#pragma once

#include <set>
#include <string>

#include "model/time.h"
#include "runtime/content_watch.h"

namespace anteroom::runtime {

// The edits that were read but are not on the screen yet, over all readings since the screen took one.
class Receipt {
 public:
  // Adds what `reread` has changed.
  void add(const Reread& reread);
  // The screen shows all that was read.
  void clear() { waiting_ = {}; }

  // The receipt of `reread`, which was added last, read at `read_at`, with all that waits; each line ends with a line
  // feed.
  std::string text(const Reread& reread, WallTime read_at) const;
  // The same once the screen shows it.
  std::string text_taken(const Reread& reread, WallTime read_at) const;

 private:
  struct Waiting {
    std::set<std::string> changed, removed;  // places, as in Reading
    std::set<std::string> remarks;
    bool has_new_settings = false;
  };
  Waiting waiting_;
};

// What became of a change, in one line: "12 cards in the loop; changed: cards/paper.toml".
std::string summary(const Reread& reread);

}  // namespace anteroom::runtime
