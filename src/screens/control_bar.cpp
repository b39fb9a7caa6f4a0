#include "screens/control_bar.h"

#include <algorithm>
#include <utility>

#include "model/names.h"
#include "scene/rules.h"
#include "screens/button.h"

namespace anteroom::screens {

namespace {

constexpr double bar_gap = scene::min_gap_mm;
constexpr double bar_pad = 1.6;  // above and below the controls

// Where each control is.
struct Places {
  scene::Rect back, home, pause, previous = {}, next = {}, language, access;
  scene::Rect where = {};  // the dots and their words

  scene::Rect clinic() const { return scene::joined(back, home); }  // in place of Back and Home
};

// Previous and Next are in the order of reading, with the position between them.
void place_turning(const View& view, const scene::Rect& area, double width, Places& places) {
  scene::Row row(area, view.reading(), bar_gap);
  places.previous = row.take(width);
  places.next = row.take_from_end(width);
  places.where = row.rest();
}

Places one_row(const View& view, const scene::Rect& area) {
  constexpr double max_slot_mm = 44;
  const double slot = std::clamp(area.w * 0.09, scene::min_target_mm, max_slot_mm);
  scene::Row row(area, view.direction(), bar_gap);
  Places places;
  places.back = row.take(slot);
  places.home = row.take(slot);
  places.pause = row.take(slot);
  places.access = row.take_from_end(slot);
  places.language = row.take_from_end(slot);
  place_turning(view, row.rest(), slot, places);
  return places;
}

Places two_rows(const View& view, const scene::Rect& area) {
  const scene::Grid rows{.rows = 2, .gap = bar_gap};
  // Large words are beside their icons and need the room; "Aa" does not.
  const std::vector<double> shares = view.large() ? std::vector{1.09, 1.09, 1.09, 1.09, 0.64} : std::vector(5, 1.0);
  const std::vector<scene::Rect> low = scene::Row(rows.cell(1, area), view.direction(), bar_gap).shared(shares);
  Places places{.back = low[0], .home = low[1], .pause = low[2], .language = low[3], .access = low[4]};
  place_turning(view, rows.cell(0, area), low[0].w * (view.large() ? 1.1 : 1), places);
  return places;
}

Places three_rows(const View& view, const scene::Rect& area, bool has_previous) {
  const scene::Grid rows{.rows = 3, .gap = bar_gap};
  const auto row = [&](std::size_t i, scene::Direction direction, const std::vector<double>& shares) {
    return scene::Row(rows.cell(i, area), direction, bar_gap).shared(shares);
  };
  const std::vector<double> thirds(3, 1.0);
  const std::vector<scene::Rect> top = row(0, view.reading(), thirds), middle = row(1, view.direction(), thirds);
  // The last row has two controls: the word gets room for its icon, "Aa" needs less.
  const std::vector<scene::Rect> low = row(2, view.direction(), {1.25, 0.75, 1});
  return {.back = middle[0],
          .home = middle[1],
          .pause = middle[2],
          .previous = top[0],
          .next = top[2],
          .language = low[0],
          .access = low[1],
          // Without Previous, the words beside it may need its room.
          .where = has_previous ? top[1] : scene::joined(top[0], top[1])};
}

Places places_for(const View& view, bool has_previous) {
  const scene::Rect area = scene::inset(bar_area(view), measures(view).margin, bar_pad);
  if (view.portrait() && view.large()) return three_rows(view, area, has_previous);
  return view.portrait() || view.large() ? two_rows(view, area) : one_row(view, area);
}

// The dots and "3 of 11", in the middle of `box`: dots above words where they fit, else the words alone.
std::vector<scene::Item> position(const View& view, const Controls& controls, const scene::Rect& box) {
  constexpr double dots_at = 0.3, words_at = 0.68;  // of the height
  const text::Style label = type_scale(view).label;
  Words words{lay_out_centred(view, controls.where, label, box.w), scene::TextRole::label, view.colors().ink};
  const double dotted = controls.position.count > 1 ? dots_width(view, controls.position.count) : 0;
  const scene::Point dots_middle{scene::middle(box).x, box.y + box.h * dots_at};
  const scene::Rect below = scene::around({dots_middle.x, box.y + box.h * words_at}, {box.w, words.layout.height_mm});
  std::vector<scene::Item> items;
  const bool has_dots = dotted > 0 && dotted < box.w && below.y > dots_middle.y + label.size_mm * 0.3;
  if (has_dots) items = dots(view, controls.position, dots_middle);
  if (!words.layout.lines.empty() && fits(words.layout, box.h)) {
    items.emplace_back(
        text_in(view, has_dots ? below : box, std::move(words), scene::Align::start, scene::Align::centre));
  }
  return items;
}

// Nothing if the name is too long for the box: it is not cut.
std::vector<scene::Item> clinic_name(const View& view, const std::string& clinic, const scene::Rect& box) {
  Words words{text::lay_out(clinic, type_scale(view).label, box.w, view.fonts), scene::TextRole::label,
              view.colors().ink};
  if (!fits(words.layout, box.h)) return {};
  return {text_in(view, box, std::move(words), scene::Align::start, scene::Align::centre)};
}

Button back_button(const InterfaceWords& words, const Action& action) {
  return {.id = target_id::back, .action = action, .word = words.say("back"), .icon = "back", .mirrored = true};
}

Button home_button(const InterfaceWords& words) {
  return {.id = target_id::home, .action = GoHome{}, .word = words.say("home"), .icon = "home"};
}

Button pause_button(const InterfaceWords& words, bool paused) {
  return {.id = target_id::pause,
          .action = TogglePause{},
          .word = words.say(paused ? "resume" : "pause"),
          .icon = paused ? "play" : "pause"};
}

Button previous_button(const InterfaceWords& words, const Action& action, bool arrow) {
  return {.id = target_id::previous,
          .action = action,
          .word = words.say("previous"),
          .icon = arrow ? "back" : "",
          .mirrored = true};
}

Button next_button(const InterfaceWords& words, const Action& action, bool arrow) {
  return {.id = target_id::next,
          .action = action,
          .word = words.say("next"),
          .icon = arrow ? "next" : "",
          .mirrored = true};
}

Button language_button(const InterfaceWords& words) {
  return {.id = target_id::language, .action = OpenLanguages{}, .word = words.say("language"), .icon = "language"};
}

Button access_button(const InterfaceWords& words) {
  return {.id = target_id::access,
          .action = OpenAccess{},
          .word = words.say("access"),
          .icon = "access",
          .spoken = words.say("access_spoken"),
          .is_sign = true};
}

}  // namespace

std::vector<scene::Item> control_bar(const View& view, const Controls& controls) {
  const InterfaceWords& words = view.words();
  const Places places = places_for(view, controls.previous.has_value());
  std::vector<scene::Item> items;
  items.emplace_back(scene::Fill{.box = bar_area(view), .color = view.colors().bar});
  const auto put = [&](const Button& button, const scene::Rect& box) { append(items, bar_button(view, button, box)); };
  if (controls.back) put(back_button(words, *controls.back), places.back);
  if (controls.home) put(home_button(words), places.home);
  if (!controls.clinic.empty() && !controls.back && !controls.home) {
    append(items, clinic_name(view, controls.clinic, places.clinic()));
  }
  put(pause_button(words, controls.paused), places.pause);
  // An arrow on one of two buttons that belong together would look like a fault.
  const bool arrows = has_room_for_icon(view, words.say("previous"), places.previous) &&
                      has_room_for_icon(view, words.say("next"), places.next);
  if (controls.previous) put(previous_button(words, *controls.previous, arrows), places.previous);
  append(items, position(view, controls, places.where));
  if (controls.next) put(next_button(words, *controls.next, arrows), places.next);
  if (offered_languages(view.content).size() > 1) put(language_button(words), places.language);
  put(access_button(words), places.access);
  return items;
}

}  // namespace anteroom::screens
