#include "screens/bar_places.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "scene/rules.h"
#include "screens/button.h"
#include "screens/questions_key.h"

namespace anteroom::screens {

namespace {

constexpr double bar_gap = scene::min_gap_mm;
constexpr double bar_pad = 2.2;  // above and below the controls

// Previous and Next are in the order of reading, with the position between them.
void place_turning(const View& view, const scene::Rect& area, double width, BarPlaces& places) {
  scene::Row row(area, view.reading(), bar_gap);
  places.previous = row.take(width);
  places.next = row.take_from_end(width);
  places.where = row.rest();
}

// How wide a key of the bar has to be for `word` below its icon.
double width_below_icon(const View& view, const std::string& word) {
  constexpr double unbounded = 1e5, pads_mm = 6;  // clear of the lines of high contrast
  const text::Layout layout = text::lay_out_tight(word, type_scale(view).label, unbounded, view.fonts);
  return std::max(scene::min_target_mm, layout.width_mm + pads_mm);
}

// The arrows with the position between them are in the middle of the glass, with as many places on either side: the
// clinic's name begins the bar, and Home and Pause stand beside the arrows, so that all controls are side by side.
BarPlaces one_row(const View& view, const scene::Rect& area, StartKeys start_keys) {
  constexpr double max_slot_mm = 46, share = 0.0885, arrow_share = 0.96;
  const double slot = std::clamp(area.w * share, scene::min_target_mm, max_slot_mm);
  const double side = 3 * slot + 2 * bar_gap;
  BarPlaces places;
  scene::Row row(area, view.direction(), bar_gap);
  scene::Row start(row.take(side), view.direction(), bar_gap), end(row.take_from_end(side), view.direction(), bar_gap);
  // The words for kept questions and for the way home are long, and that for the pause is short.
  constexpr double most_slots = 1.3;
  const double questions = std::min(width_below_icon(view, view.say("questions")), most_slots * slot);
  const double again = std::clamp(width_below_icon(view, view.say("start_again")), slot, most_slots * slot);
  double home = again, pause = slot;
  if (start_keys.questions && start_keys.pause) {
    const double both = side - questions - 2 * bar_gap;
    const double word = std::max(width_below_icon(view, view.say("pause")), width_below_icon(view, view.say("resume")));
    home = std::clamp(both - word, slot, again);
    pause = std::min(slot, both - home);
  }
  if (start_keys.pause) places.pause = start.take_from_end(pause);
  if (start_keys.home) places.home = start.take_from_end(home);
  if (start_keys.questions) places.questions = start.take_from_end(std::max(slot, questions));
  places.clinic = start.rest();
  places.access = end.take_from_end(slot);
  places.language = end.take_from_end(slot);
  places.listen = end.take_from_end(slot);
  place_turning(view, row.rest(), arrow_share * slot, places);
  places.back = places.previous;
  return places;
}

// All six keys in one row, each as wide as its word needs.
void place_six(const View& view, const scene::Rect& row, BarPlaces& places) {
  const std::vector<std::pair<const char*, scene::Rect*>> keys{
      {"questions", &places.questions}, {"start_again", &places.home},  {"pause", &places.pause},
      {"listen", &places.listen},       {"language", &places.language}, {"adjust", &places.access}};
  std::vector<double> widths;
  widths.reserve(keys.size());
  for (const auto& [word, place] : keys) widths.push_back(width_below_icon(view, view.say(word)));
  double all = bar_gap * static_cast<double>(keys.size() - 1);
  for (const double width : widths) all += width;
  // Its number says most of it.
  if (all > row.w) widths.front() = scene::min_target_mm;
  const std::vector<scene::Rect> boxes = scene::Row(row, view.direction(), bar_gap).shared(widths);
  for (std::size_t i = 0; i < keys.size(); ++i) *keys[i].second = boxes[i];
}

// In portrait the arrows have a row of their own, and below it the others are as wide as they are.
BarPlaces two_rows(const View& view, const scene::Rect& area, StartKeys start_keys) {
  const scene::Grid rows{.rows = 2, .gap = bar_gap};
  const std::vector<double> shares(5, 1.0);
  const std::vector<scene::Rect> low = scene::Row(rows.cell(1, area), view.direction(), bar_gap).shared(shares);
  BarPlaces places{.home = low[1], .pause = low[1], .listen = low[2], .language = low[3], .access = low[4]};
  if (start_keys.questions && start_keys.pause) {
    place_six(view, rows.cell(1, area), places);
  } else if (start_keys.questions) {
    places.questions = low[0];
  } else if (start_keys.home && start_keys.pause) {
    places.home = low[0];
  } else {
    places.clinic = start_keys.home || start_keys.pause ? low[0] : scene::joined(low[0], low[1]);
  }
  place_turning(view, rows.cell(0, area), low[0].w, places);
  places.back = places.previous;
  return places;
}

// Places those below the arrows as wide as their words need, `rows` after each other: where more than one of
// `start_keys` is offered, all of them would not fit into columns of the same width. Where there is no room for all
// words, Start again has its icon alone.
void place_by_words(const View& view, const std::vector<scene::Rect>& rows, StartKeys start_keys, BarPlaces& places) {
  struct Key {
    double width;
    scene::Rect* place;
  };
  const auto worded = [&](const char* word, scene::Rect& place) {
    return Key{std::max(scene::min_target_mm, width_for_icon(view, view.say(word))), &place};
  };
  const Key again = worded("start_again", places.home), pause = worded("pause", places.pause);
  const Key again_alone{1.2 * rows.front().h, &places.home};
  std::vector<Key> listen, others, kept;
  if (start_keys.questions) kept.push_back({questions_key_mm(view), &places.questions});
  if (view.has_voice) listen.push_back(worded("listen", places.listen));
  if (offered_languages(view.content).size() > 1) others.push_back(worded("language", places.language));
  others.push_back(worded("adjust", places.access));
  const auto joined = [](std::vector<Key> first, const std::vector<Key>& more) {
    first.insert(first.end(), more.begin(), more.end());
    return first;
  };
  std::vector<std::vector<std::vector<Key>>> ways;  // row by row, the better ones first
  for (const Key& first : {again, again_alone}) {
    std::vector<Key> start{first};
    if (start_keys.pause) start.push_back(pause);
    const std::vector<Key> all = joined(start, kept);
    if (rows.size() == 1) {
      ways.push_back({joined(joined(all, listen), others)});
    } else {
      ways.push_back({joined(all, listen), others});
      ways.push_back({all, joined(listen, others)});
      if (!kept.empty()) ways.push_back({joined(start, listen), joined(kept, others)});
    }
  }
  const auto width_of = [](const std::vector<Key>& keys) {
    double width = bar_gap * static_cast<double>(keys.size() - 1);
    for (const Key& key : keys) width += key.width;
    return width;
  };
  const auto fits_rows = [&](const std::vector<std::vector<Key>>& way) {
    return std::all_of(way.begin(), way.end(), [&](const auto& keys) { return width_of(keys) <= rows.front().w; });
  };
  auto way = std::find_if(ways.begin(), ways.end(), fits_rows);
  if (way == ways.end()) way = ways.end() - static_cast<std::ptrdiff_t>(rows.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::vector<double> widths;
    for (const Key& key : (*way)[row]) widths.push_back(key.width);
    const std::vector<scene::Rect> boxes = scene::Row(rows[row], view.direction(), bar_gap).shared(widths);
    for (std::size_t i = 0; i < boxes.size(); ++i) *(*way)[row][i].place = boxes[i];
  }
}

// For large letters: the arrows have the first row, in which Back is where Previous is on other screens; the others
// share the rest so evenly that each has room for its icon and its word. In landscape all stand in the same columns.
// `arrow_share`: how much of the row each arrow has in portrait.
BarPlaces large_rows(const View& view, const scene::Rect& area, double arrow_share, StartKeys start_keys) {
  const std::size_t count = view.portrait() ? 3 : 2;
  const scene::Grid rows{.rows = count, .gap = bar_gap};
  const double column = scene::Grid{.columns = 4, .gap = bar_gap}.cell_width(area.w);
  BarPlaces places;
  place_turning(view, rows.cell(0, area), view.portrait() ? area.w * arrow_share : column, places);
  places.back = places.previous;
  const std::size_t columns = view.portrait() ? 2 : 4;
  std::vector<scene::Rect> low, cells;
  for (std::size_t row = 1; row < count; ++row) {
    low.push_back(rows.cell(row, area));
    const scene::Row all(low.back(), view.direction(), bar_gap);
    for (const scene::Rect& cell : all.shared(std::vector<double>(columns, 1.0))) cells.push_back(cell);
  }
  if (start_keys.questions || (start_keys.home && start_keys.pause)) {
    place_by_words(view, low, start_keys, places);
    return places;
  }
  places.home = places.pause = cells[0];
  places.listen = cells[1];
  places.language = cells[2];
  places.access = cells[3];
  return places;
}

}  // namespace

BarPlaces places_for(const View& view, double arrow_share, StartKeys start_keys) {
  const scene::Rect area = scene::inset(bar_area(view), measures(view).margin, bar_pad);
  if (view.large()) return large_rows(view, area, arrow_share, start_keys);
  return view.portrait() ? two_rows(view, area, start_keys) : one_row(view, area, start_keys);
}

}  // namespace anteroom::screens
