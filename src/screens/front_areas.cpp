#include "screens/front_areas.h"

#include <algorithm>

#include "screens/cue.h"
#include "screens/illustration.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

// In portrait the field with the picture is at most so high, times its width: a little more than a board, so that what
// is drawn on that may be as wide as the screen.
constexpr double field_ratio = 0.78;
constexpr double field_height = 0.45;  // of the screen, at most

}  // namespace

const std::vector<double>& picture_sizes(const View& view) {
  static const std::vector<double> beside{0.59, 0.54, 0.49}, above{field_height, 0.38, 0.31};
  static const std::vector<double> beside_large{0.38, 0.34, 0.3, 0.26, 0.22};
  static const std::vector<double> below_large{0.25, 0.225, 0.2, 0.175, 0.15, 0.12, 0.09, 0.06, 0.03, 0.005};
  if (view.portrait()) return view.large() ? below_large : above;
  return view.large() ? beside_large : beside;
}

const std::vector<double>& larger_picture_sizes(const View& view) {
  static const std::vector<double> beside{0.5, 0.46, 0.42}, below{0.37, 0.34, 0.31, 0.28};
  return view.portrait() ? below : beside;
}

namespace {

// In portrait a picture that is lower than this beside large letters would be a stamp in a strip. It is beside what is
// at the foot instead, and so much higher than that. A picture that is cropped fills a lower strip.
double least_strip(const Card& card) {
  return card.focus ? 0.15 : 0.19;
}

struct Sides {
  scene::Rect ground, foot, words;
};

// The picture's ground at one side up to the edges of the screen, and the rest of the screen inside its margins. In
// portrait it is across the top; with large letters, of which titles have very different heights, across the foot, so
// that titles stay in their place. There `foot_mm` below it are for something else, and in landscape likewise. `size`
// 0: the words have all the room.
Sides sides_for(const View& view, double size, double foot_mm) {
  const scene::Rect page = page_area(view), all = above_bar(view);
  const Measures space = measures(view);
  if (size <= 0) return {.ground = {}, .foot = {}, .words = page};
  Sides sides;
  if (view.portrait()) {
    scene::Column column(all, space.gap);
    const double ratio = view.large() ? picture_height : field_ratio;
    const double height = std::min(all.w * ratio, size * view.screen().height_mm);
    if (view.large()) {
      scene::Column low(column.take_from_end(height + foot_mm));
      sides.foot = low.take_from_end(foot_mm);
      sides.ground = low.rest();
      column.skip(space.margin);
    } else {
      sides.ground = column.take(height);
    }
    sides.words = scene::inset(column.rest(), space.margin, 0);
    return sides;
  }
  scene::Row row(all, view.direction());
  scene::Column side(row.take(all.w * size));
  if (view.large()) sides.foot = side.take_from_end(foot_mm);
  sides.ground = side.rest();
  const scene::Rect rest = row.rest();
  sides.words = {rest.x + space.margin, page.y, rest.w - 2 * space.margin, page.h};
  return sides;
}

// `area` with a margin more on either side.
scene::Rect to_edges(const View& view, const scene::Rect& area) {
  return scene::inset(area, -measures(view).margin, 0);
}

// How much room is above words in a column `height_mm` high: by what an ordinary card has to spare there, so that it is
// the same for all cards. Large letters have none.
double spare_above(const View& view, double height_mm) {
  if (view.large()) return 0;
  constexpr double cue_caps = 4;  // an invitation of one line, in heights of its capitals
  const TypeScale type = type_scale(view);
  const double cue =
      cue_caps * std::max(cap_height_mm(view, type.label), cap_height_mm(view, type.body) / body_times(view));
  const double spare = height_mm - cue - ordinary_height(view);
  return std::max(0.0, spare) * (view.portrait() ? 0.25 : 0.5);
}

}  // namespace

FrontPlan areas_at_foot(const View& view, const Card& card, double extra_mm, Feet feet) {
  constexpr double most_wide = 0.46;  // of the screen: the rest is for the invitation or the number
  const scene::Rect all = above_bar(view);
  const Measures space = measures(view);
  const double band = feet.band ? call_band_height(view) : 0;
  const auto foot_beside = [&](double picture_mm) {
    const double for_cue = all.w - picture_mm - space.margin - space.gap;
    return extra_mm + band + (feet.cue ? cue_height(view, card, for_cue) : 0);
  };
  double foot = foot_beside(most_wide * all.w);
  // Beside a narrow picture the invitation may have more words, and then more lines.
  for (int tries = 0; tries < 2; ++tries) {
    foot = std::max(foot, foot_beside(std::min(foot / picture_height, most_wide * all.w)));
  }
  scene::Column column(all);
  scene::Row row(column.take_from_end(foot), view.direction());
  FrontPlan plan;
  plan.ground = plan.picture = row.take_from_end(std::min(foot / picture_height, most_wide * all.w));
  column.skip(space.margin);
  column.skip_from_end(0.5 * space.gap);
  plan.words = scene::inset(column.rest(), space.margin, 0);
  if (feet.band) plan.panel = all;
  scene::Column side(row.rest());
  // The number has the whole height where nothing else needs it.
  if (feet.band) plan.band = side.take_from_end(feet.cue ? band : foot);
  if (!feet.cue) return plan;
  const bool to_left = view.direction() == scene::Direction::left_to_right;
  scene::Rect cue = side.rest();
  cue = {cue.x + (to_left ? space.margin : space.gap), cue.y, cue.w - space.margin - space.gap, cue.h};
  plan.cue = scene::Column(cue).take_from_end(cue_height(view, card, cue.w));
  return plan;
}

namespace {

// The front of an urgent card in letters of the usual size: the picture, and beside or below it a panel down to the
// bar, on that the words, the number to call and the invitation.
FrontPlan plan_with_panel(const View& view, const Card& card, double size, Feet feet) {
  const Sides sides = sides_for(view, size, 0);
  const scene::Rect all = above_bar(view);
  FrontPlan plan{.ground = sides.ground, .picture = sides.ground};
  if (view.portrait()) {
    plan.panel = {all.x, sides.ground.bottom(), all.w, all.bottom() - sides.ground.bottom()};
  } else {
    scene::Row row(all, view.direction());
    row.take(sides.ground.w);
    plan.panel = row.rest();
  }
  scene::Column words(sides.words);
  if (feet.cue) plan.cue = words.take_from_end(cue_height(view, card, words.width()));
  plan.band = to_edges(view, words.take_from_end(call_row_height(view, feet.row_share)));
  plan.words = words.rest();
  plan.spare_mm = spare_above(view, sides.words.h - (view.portrait() && size > 0 ? measures(view).gap : 0));
  return plan;
}

}  // namespace

FrontPlan areas_of_front(const View& view, const Card& card, double size, Feet feet) {
  if (feet.band && !view.large()) return plan_with_panel(view, card, size, feet);
  if (size > 0 && size < least_strip(card) && view.large() && view.portrait()) {
    return areas_at_foot(view, card, size * view.screen().height_mm, feet);
  }
  const double side = view.portrait() ? measures(view).margin : 2 * picture_rim_mm(view);
  const double band = feet.band ? call_band_height(view) : 0;
  const double narrow = (view.portrait() ? view.screen().width_mm : size * view.screen().width_mm) - 2 * side;
  const bool by_picture = size > 0 && view.large();
  const double below = feet.cue && by_picture ? cue_height(view, card, narrow) : 0;
  const Sides sides = sides_for(view, size, below + band);
  FrontPlan plan{.ground = sides.ground, .picture = sides.ground, .words = sides.words};
  scene::Column words(sides.words), foot(sides.foot);
  if (feet.band) {
    plan.panel = above_bar(view);
    plan.band = (by_picture ? foot : words).take_from_end(band);
    if (!by_picture) {
      plan.band = to_edges(view, plan.band);
      words.skip_from_end(0.5 * measures(view).gap);
    }
  }
  if (feet.cue) {
    plan.cue = by_picture ? scene::inset(foot.take_from_end(below), side, 0)
                          : words.take_from_end(cue_height(view, card, words.width()));
  }
  plan.words = words.rest();
  plan.spare_mm = spare_above(view, sides.words.h - (view.portrait() && size > 0 ? measures(view).gap : 0));
  return plan;
}

}  // namespace anteroom::screens
