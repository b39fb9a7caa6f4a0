// A fade from one painted screen to another, whose old words leave before the new ones come.
#pragma once

#include <optional>
#include <vector>

#include "model/time.h"
#include "paint/pixels.h"
#include "platform/paint_worker.h"

namespace anteroom::platform {

// How far a fade is, or each half of one whose old words leave before the new ones come.
struct FadeMix {
  bool second_half = false;
  double amount = 0;  // 0 to 1
};

// The mix of a fade after `passed` of `whole`; amount 1 of the second half: it is over. With `in_halves` it has two,
// the first one shorter. Each is slow at both ends, or, if it `answers_touch`, fast at first; then its first frame
// shows already what has changed.
FadeMix fade_mix(Millis passed, Millis whole, bool in_halves, bool answers_touch);

// What both have without their words: two texts over each other cannot be read, so a fade goes by way of it. None where
// only one of them has words, or their shapes differ: there is nothing to keep apart. `differing`: all areas in which
// the two layers differ. `spare`: a layer whose memory is taken if it is needed.
std::optional<paint::Layer> middle_of(const Painted& from, const Painted& to, const std::vector<paint::Area>& differing,
                                      paint::Layer& spare);

// True if a layer of one can be changed into one of the other.
bool same_shape(const Order& one, const Order& other);

}  // namespace anteroom::platform
