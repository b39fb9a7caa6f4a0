// What the staff of a running screen are told about reviews that end.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/content.h"
#include "model/time.h"

namespace anteroom::assembly {

// A line for each day within review_notice, or past, on which cards of the screen leave it; in the order of the days.
// None if the clock cannot be right at `now`.
std::vector<std::string> about_reviews(const Content& content, WallTime now);

// A line about the cards of the screen that are not signed as they are now, in a language on offer, though others of
// the pack are: they were edited or added since; or, if the pack holds such cards back, that none is signed. Empty if
// there is nothing to say, or if nobody has signed anything.
std::string about_drafts(const Content& content);

// Tells when there is something new to log.
class ReviewNews {
 public:
  // What to log now that the clock shows `now`: a line is said again 14, 7, 3 and 1 days before its day, and on it. It
  // looks once a minute at most.
  std::vector<std::string> news(const Content& content, WallTime now);

  // All that holds, as it was at the last look.
  const std::vector<std::string>& all() const { return all_; }

 private:
  std::optional<WallTime> looked_;  // the minute
  std::vector<std::string> all_;
  std::set<std::string> said_;
};

}  // namespace anteroom::assembly
