// The touch test: one ring after another lights up in a corner of the screen, and is to be touched.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/settings.h"
#include "setup/test_picture.h"

namespace anteroom::setup {

class TouchTest {
 public:
  explicit TouchTest(const Screen& screen);

  // A finger at `at` on the upright screen, in mm: it has touched the ring that is lit, or has missed it.
  void take(scene::Point at);
  // True if all four rings have been touched.
  bool is_over() const { return next_ == rings_.size(); }

  // True if all rings have been touched and no touch arrived at another corner.
  bool is_sound() const { return is_over() && misplaced_.empty(); }

  const std::vector<TouchRing>& rings() const { return rings_; }
  const std::vector<scene::Point>& stray() const { return stray_; }
  // What to do: "Touch the ring that is lit: the upper left one (1 of 4)".
  std::string request() const;
  // What came of it, in words: "touch: all four corners, at most 3 mm beside their middles".
  std::string result() const;

 private:
  std::string fault() const;

  double radius_;
  std::vector<TouchRing> rings_;
  std::size_t next_ = 0;
  double farthest_ = 0;  // from the middle of a touched ring
  std::vector<scene::Point> stray_;
  // Of the touches that missed the ring `asked`, those that arrived at another corner.
  struct Misplaced {
    std::size_t asked, arrived;
  };
  std::vector<Misplaced> misplaced_;
};

}  // namespace anteroom::setup
