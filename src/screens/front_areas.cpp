#include "screens/front_areas.h"

#include <algorithm>

#include "screens/call_band.h"
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

// In large letters: the invitation on one side of what is at the foot, and on the other the picture, `extra_mm` higher.
FrontPlan areas_at_foot(const View& view, const Card& card, double extra_mm, bool with_cue) {
  constexpr double most_wide = 0.46;  // of the screen: the rest is for the invitation
  const scene::Rect all = above_bar(view);
  const Measures space = measures(view);
  const auto foot_beside = [&](double picture_mm) {
    const double for_cue = all.w - picture_mm - space.margin - space.gap;
    return extra_mm + (with_cue ? cue_height(view, card, for_cue) : 0);
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
  if (!with_cue) return plan;
  const bool to_left = view.direction() == scene::Direction::left_to_right;
  scene::Rect cue = row.rest();
  cue = {cue.x + (to_left ? space.margin : space.gap), cue.y, cue.w - space.margin - space.gap, cue.h};
  plan.cue = scene::Column(cue).take_from_end(cue_height(view, card, cue.w));
  return plan;
}

// The heights of the band with the number on an urgent front, in shares of the screen's shorter side: the number is by
// far the largest thing on the screen. Beside large letters it has what the picture leaves, up to the most.
constexpr double number_share = 0.25, number_share_portrait = 0.225, number_share_large = 0.24, most_number_share = 0.4;

// The picture's ground and below it the band with the number, in `side`. Beside large letters also the invitation, if
// the words have no room for it.
void fill_side(const View& view, const Card& card, const scene::Rect& side, bool cue_in_side, FrontPlan& plan) {
  const double shorter = std::min(view.screen().width_mm, view.screen().height_mm);
  const double share = view.large() ? number_share_large : view.portrait() ? number_share_portrait : number_share;
  const double least = std::max(call_band_height(view), share * shorter);
  scene::Column column(side);
  if (cue_in_side) {
    const scene::Rect inside = scene::inset(side, measures(view).margin, 0);
    plan.cue = scene::inset(column.take_from_end(cue_height(view, card, inside.w)), measures(view).margin, 0);
  }
  const double left = column.room() - (view.large() ? picture_height * side.w : column.room());
  const double most = std::max(least, (cue_in_side ? number_share_large : most_number_share) * shorter);
  plan.band = column.take_from_end(std::clamp(left, least, most));
  plan.ground = column.rest();
}

// The front of an urgent card, all of it on a panel down to the bar. The number to call is below the picture, and words
// and invitation are together: beside both, or in portrait below them. Beside large letters in portrait words and
// invitation come first, since titles stay in their place, and the number is beside the picture at the foot. So number
// and picture have the places that they have on the card's pages. In landscape that is so only where words need it.
FrontPlan plan_with_panel(const View& view, const Card& card, double size, Feet feet) {
  const scene::Rect all = above_bar(view);
  const Measures space = measures(view);
  FrontPlan plan{.panel = all};
  scene::Rect words = page_area(view);
  bool cue_in_words = feet.cue;
  if (size <= 0) {
    scene::Column column(all);
    plan.band = column.take_from_end(call_band_height(view));
    words.h = plan.band.y - words.y;
  } else if (!view.portrait() && !feet.at_foot) {
    const Sides sides = sides_for(view, size, 0);
    words = sides.words;
    cue_in_words = feet.cue && !feet.cue_at_side;
    fill_side(view, card, sides.ground, feet.cue && feet.cue_at_side, plan);
  } else if (view.large()) {
    scene::Column column(all);
    const double height = std::max(call_band_height(view), size * view.screen().height_mm);
    scene::Row foot(column.take_from_end(height), view.direction());
    plan.ground = foot.take_from_end(std::min(0.5 * all.w, height / picture_height));
    plan.band = foot.rest();
    words.h = plan.band.y - words.y - (view.portrait() ? 0 : 0.5 * space.gap);
  } else {
    const Sides sides = sides_for(view, size, 0);
    scene::Rect side = sides.ground;
    side.h += 0.6 * space.margin;  // the band needs no air below it, as a picture does
    fill_side(view, card, side, false, plan);
    words = sides.words;
  }
  plan.picture = plan.ground;
  scene::Column column(words);
  if (cue_in_words) plan.cue = column.take_from_end(cue_height(view, card, words.w));
  plan.words = column.rest();
  plan.spare_mm = spare_above(view, words.h - (view.portrait() && size > 0 ? space.gap : 0));
  return plan;
}

}  // namespace

FrontPlan areas_of_front(const View& view, const Card& card, double size, Feet feet) {
  if (feet.band) return plan_with_panel(view, card, size, feet);
  if (size > 0 && size < least_strip(card) && view.large() && view.portrait()) {
    return areas_at_foot(view, card, size * view.screen().height_mm, feet.cue);
  }
  const bool by_picture = size > 0 && view.large();
  const double wide = view.portrait() ? view.screen().width_mm : size * view.screen().width_mm;
  // Below a narrow picture the invitation leaves the screen's margin where it would need more lines inside that.
  double side = measures(view).margin;
  const double less = 2 * picture_rim_mm(view);
  const auto height_within = [&](double rim) { return cue_height(view, card, wide - 2 * rim); };
  if (by_picture && feet.cue && !view.portrait() && height_within(less) < height_within(side)) side = less;
  const double narrow = wide - 2 * side;
  const double below = feet.cue && by_picture ? cue_height(view, card, narrow) : 0;
  const Sides sides = sides_for(view, size, below);
  FrontPlan plan{.ground = sides.ground, .picture = sides.ground, .words = sides.words};
  scene::Column words(sides.words);
  if (feet.cue) {
    plan.cue =
        by_picture ? scene::inset(sides.foot, side, 0) : words.take_from_end(cue_height(view, card, words.width()));
  }
  plan.words = words.rest();
  plan.spare_mm = spare_above(view, sides.words.h - (view.portrait() && size > 0 ? measures(view).gap : 0));
  return plan;
}

}  // namespace anteroom::screens
