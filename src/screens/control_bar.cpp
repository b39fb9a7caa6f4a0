#include "screens/control_bar.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "model/names.h"
#include "scene/rules.h"
#include "screens/button.h"

namespace anteroom::screens {

namespace {

constexpr double bar_gap = scene::min_gap_mm;

// Where each control stands.
struct Places {
  scene::Rect back, home, pause, previous, next, language, access;
  scene::Rect where;   // the dots and their words
  scene::Rect clinic;  // in place of Back and Home
};

Places one_row(double width, double margin, double y, double height) {
  const double slot = std::clamp((width - 2 * margin) * 0.09, scene::min_target_mm, 44.0);
  const auto from_left = [&](int n) { return scene::Rect{margin + n * (slot + bar_gap), y, slot, height}; };
  const auto from_right = [&](int n) {
    return scene::Rect{width - margin - slot - n * (slot + bar_gap), y, slot, height};
  };
  const scene::Rect home = from_left(1), previous = from_left(3), next = from_right(2);
  const double from = previous.right() + bar_gap;
  return {.back = from_left(0),
          .home = home,
          .pause = from_left(2),
          .previous = previous,
          .next = next,
          .language = from_right(1),
          .access = from_right(0),
          .where = {from, y, next.x - bar_gap - from, height},
          .clinic = {margin, y, home.right() - margin, height}};
}

// Boxes side by side between the margins, as wide as their shares say.
std::vector<scene::Rect> side_by_side(double width, double margin, double y, double height,
                                      const std::vector<double>& shares) {
  const double gaps = bar_gap * static_cast<double>(shares.size() - 1);
  const double whole = (width - 2 * margin - gaps) / std::accumulate(shares.begin(), shares.end(), 0.0);
  std::vector<scene::Rect> boxes;
  double x = margin;
  for (const double share : shares) {
    boxes.push_back({x, y, share * whole, height});
    x = boxes.back().right() + bar_gap;
  }
  return boxes;
}

Places two_rows(double width, double margin, double y, double height, bool large) {
  const double row = (height - bar_gap) / 2;
  const double below = y + row + bar_gap;
  // Large words stand beside their icons and need the room; "Aa" does not.
  const std::vector<double> shares = large ? std::vector{1.09, 1.09, 1.09, 1.09, 0.64} : std::vector(5, 1.0);
  const std::vector<scene::Rect> low = side_by_side(width, margin, below, row, shares);
  const double slot = low[0].w * (large ? 1.1 : 1);
  const scene::Rect previous{margin, y, slot, row}, next{width - margin - slot, y, slot, row};
  const scene::Rect where{previous.right() + bar_gap, y, next.x - previous.right() - 2 * bar_gap, row};
  return {.back = low[0],
          .home = low[1],
          .pause = low[2],
          .previous = previous,
          .next = next,
          .language = low[3],
          .access = low[4],
          .where = where,
          .clinic = {margin, below, low[1].right() - margin, row}};
}

Places three_rows(double width, double margin, double y, double height) {
  const double row = (height - 2 * bar_gap) / 3;
  const auto boxes = [&](int line, const std::vector<double>& shares) {
    return side_by_side(width, margin, y + line * (row + bar_gap), row, shares);
  };
  const std::vector<double> thirds(3, 1.0);
  // The last row has two controls: the word gets room for its icon, "Aa" needs less.
  const std::vector<scene::Rect> top = boxes(0, thirds), middle = boxes(1, thirds), low = boxes(2, {1.25, 0.75, 1});
  return {.back = middle[0],
          .home = middle[1],
          .pause = middle[2],
          .previous = top[0],
          .next = top[2],
          .language = low[0],
          .access = low[1],
          .where = top[1],
          .clinic = {margin, middle[0].y, middle[1].right() - margin, row}};
}

// The dots and "3 of 11", in the middle of `box`: beside each other where they fit, else one above the other.
std::vector<scene::Item> position(const View& view, const Controls& controls, const scene::Rect& box) {
  const text::Style label = type_scale(view).label;
  text::Layout words = centred(view, controls.where, label, box.w);
  const double dotted = controls.position.count > 1 ? dots_width(view, controls.position.count) : 0;
  std::vector<scene::Item> items;
  double y = box.y + (box.h - words.height_mm) / 2;
  const double middle = box.y + box.h * 0.3;
  const double below_dots = middle + label.size_mm * 0.3;
  if (dotted > 0 && dotted < box.w && box.y + box.h * 0.68 - words.height_mm / 2 > below_dots) {
    items = dots(view, controls.position, box.x + (box.w - dotted) / 2, middle);
    y = box.y + box.h * 0.68 - words.height_mm / 2;
  }
  if (!words.lines.empty() && fits(words, box.h)) {
    items.emplace_back(text_at(box.x, y, std::move(words), scene::TextRole::label, view.colors().ink));
  }
  return items;
}

}  // namespace

std::vector<scene::Item> control_bar(const View& view, const Controls& controls) {
  const Measures space = measures(view);
  const InterfaceWords& words = view.words();
  const double width = view.screen().width_mm;
  const double top = view.bottom() - space.bar;
  constexpr double pad = 1.6;
  const double height = space.bar - 2 * pad;
  const bool narrow = view.portrait();
  Places places = narrow && view.large()   ? three_rows(width, space.margin, top + pad, height)
                  : narrow || view.large() ? two_rows(width, space.margin, top + pad, height, view.large())
                                           : one_row(width, space.margin, top + pad, height);
  if (view.reads_against_glass()) std::swap(places.previous, places.next);
  // Where Previous is not offered, the words beside it may need its room.
  if (!controls.previous && narrow && view.large()) {
    const double from = std::min(places.previous.x, places.where.x);
    const double to = std::max(places.previous.right(), places.where.right());
    places.where = {from, places.where.y, to - from, places.where.h};
  }
  // An arrow on one of two buttons that belong together would look like a fault.
  const bool arrows = has_room_for_icon(view, words.say("previous"), places.previous) &&
                      has_room_for_icon(view, words.say("next"), places.next);
  std::vector<scene::Item> items;
  items.emplace_back(scene::Fill{{0, top, width, space.bar}, view.colors().bar, 0, 0, {}});
  const auto put = [&](const Button& button, const scene::Rect& box) { append(items, bar_button(view, button, box)); };
  if (controls.back) {
    put({.id = target_id::back, .action = *controls.back, .word = words.say("back"), .icon = "back", .mirrored = true},
        places.back);
  }
  if (controls.home) {
    put({.id = target_id::home, .action = GoHome{}, .word = words.say("home"), .icon = "home"}, places.home);
  }
  if (!controls.clinic.empty() && !controls.back && !controls.home) {
    text::Layout clinic = text::lay_out(controls.clinic, type_scale(view).label, places.clinic.w, view.fonts);
    const double y = places.clinic.y + (places.clinic.h - clinic.height_mm) / 2;
    // What is too long for its place is left out rather than cut.
    if (fits(clinic, places.clinic.h)) {
      items.emplace_back(text_at(places.clinic.x, y, std::move(clinic), scene::TextRole::label, view.colors().ink));
    }
  }
  put({.id = target_id::pause,
       .action = TogglePause{},
       .word = words.say(controls.paused ? "resume" : "pause"),
       .icon = controls.paused ? "play" : "pause"},
      places.pause);
  if (controls.previous) {
    put({.id = target_id::previous,
         .action = *controls.previous,
         .word = words.say("previous"),
         .icon = arrows ? "back" : "",
         .mirrored = true},
        places.previous);
  }
  append(items, position(view, controls, places.where));
  if (controls.next) {
    put({.id = target_id::next,
         .action = *controls.next,
         .word = words.say("next"),
         .icon = arrows ? "next" : "",
         .mirrored = true},
        places.next);
  }
  if (offered_languages(view.content).size() > 1) {
    put({.id = target_id::language, .action = OpenLanguages{}, .word = words.say("language"), .icon = "language"},
        places.language);
  }
  put({.id = target_id::access,
       .action = OpenAccess{},
       .word = words.say("access"),
       .icon = "access",
       .spoken = words.say("access_spoken"),
       .is_sign = true},
      places.access);
  return items;
}

}  // namespace anteroom::screens
