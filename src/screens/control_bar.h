// The touchscreen's bottom bar: the same controls in the same places on every screen.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "screens/dots.h"
#include "screens/view.h"

namespace anteroom::screens {

// What the bar offers and says. A control that would do nothing is left out; the others keep their places.
struct Controls {
  std::optional<Action> back = {}, previous = {}, next = {};
  bool home = true;       // else only while something differs from a fresh start
  bool topics = true;     // the list of all cards is offered, if there is one
  bool questions = true;  // the list of kept questions is offered, if there are any
  bool runs = false;      // something on the screen changes by itself: Pause is offered
  bool paused = false;
  bool goes_on = false;  // Next leads to the rest of the text that is on the screen: it says so
  Position position = {};
  std::string where = {};  // "3 of 11", "Page 1 of 2"
  std::string piece = {};  // of that page, where it has several: "1/2"
};

// The controls of one part of a list or a text that has several, each shown by a `ShowPart`: Back leads to the part
// before it, and from the first one out of it.
template <class ShowPart>
Controls part_controls(const View& view, Position at, bool paused) {
  Controls controls;
  controls.back = at.index > 0 ? Action(ShowPart{at.index - 1}) : Action(Leave{});
  if (at.index + 1 < at.count) controls.next = ShowPart{at.index + 1};
  controls.paused = paused;
  if (at.count > 1) {
    controls.position = at;
    controls.where = said_of(view, "page", at);
  }
  return controls;
}

// One row in landscape; in portrait, and for large letters, the arrows and the dots between them have a row above the
// others; in portrait for large letters the others have two rows. The dots are in the middle of the glass, between Back
// or Previous and Next, and in usual letters on one key with them. The arrows have their words where all of them fit,
// and are never left out. Between the arrows stands also what opens the list of topics. Every other control is on a key
// that fills its place. Home, Start again and Pause are at the start, and before them the clinic's name, where that
// fits.
std::vector<scene::Item> control_bar(const View& view, const Controls& controls);

// The keys of those of `words` that are too long for their place in the bar of `view`: of those of a button patients
// see the icon alone, and those of the position, `position` and `page`, are left out. `total`: cards, or pages, at
// most.
std::vector<std::string> bar_words_without_room(const View& view, const InterfaceWords& words, std::size_t total);

}  // namespace anteroom::screens
