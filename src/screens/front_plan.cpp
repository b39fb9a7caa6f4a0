#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "language/sentences.h"
#include "screens/call_band.h"
#include "screens/cue.h"
#include "screens/illustration.h"
#include "screens/loop_card.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

// In portrait the field with the picture is at most so high, times its width: a little more than a board, so that what
// is drawn on that may be as wide as the screen.
constexpr double field_ratio = 0.78;
constexpr double field_height = 0.45;  // of the screen, at most

// How much of the screen the picture may have: of the width, or in portrait of the height. The first is tried first; a
// card whose words do not fit beside it takes the next.
const std::vector<double>& sizes_for(const View& view) {
  static const std::vector<double> beside{0.59, 0.54, 0.49}, above{field_height, 0.38, 0.31};
  static const std::vector<double> beside_large{0.38, 0.34, 0.3, 0.26, 0.22};
  static const std::vector<double> below_large{0.25, 0.225, 0.2, 0.175, 0.15, 0.12, 0.09, 0.06, 0.03, 0.005};
  if (view.portrait()) return view.large() ? below_large : above;
  return view.large() ? beside_large : beside;
}

// More, for a card with large letters whose whole lead has room even so.
const std::vector<double>& larger_sizes_for(const View& view) {
  static const std::vector<double> beside{0.5, 0.46, 0.42}, below{0.37, 0.34, 0.31, 0.28};
  return view.portrait() ? below : beside;
}

// In portrait a picture that is lower than this beside large letters would be a stamp in a strip. It is beside what is
// at the foot instead, and so much higher than that. A picture that is cropped fills a lower strip.
double least_strip(const Card& card) {
  return card.focus ? 0.15 : 0.19;
}
// In landscape the heights of what is at the foot, the picture beside it.
constexpr double heights_at_foot[] = {0.33, 0.3, 0.27, 0.24, 0.21};

// What there is besides picture and words.
struct Feet {
  bool cue = true;
  bool band = false;
};

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

// The front in large letters with what is at the foot on one side, and on the other the picture, `extra_mm` higher.
FrontPlan plan_at_foot(const View& view, const Card& card, double extra_mm, Feet feet) {
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

// The front of an urgent card in letters of the usual size: the picture, and beside or below it a panel down to the
// bar, on that the words, the number to call and the invitation.
FrontPlan plan_with_panel(const View& view, const Card& card, double size, bool has_cue) {
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
  if (has_cue) plan.cue = words.take_from_end(cue_height(view, card, words.width()));
  plan.band = to_edges(view, words.take_from_end(call_row_height(view)));
  plan.words = words.rest();
  plan.spare_mm = spare_above(view, sides.words.h - (view.portrait() && size > 0 ? measures(view).gap : 0));
  return plan;
}

// The front with a picture of `size` and with `feet`: below the words, or where those need the height, below the
// picture. These are large letters.
FrontPlan plan_of(const View& view, const Card& card, double size, Feet feet) {
  if (feet.band && !view.large()) return plan_with_panel(view, card, size, feet.cue);
  if (size > 0 && size < least_strip(card) && view.large() && view.portrait()) {
    return plan_at_foot(view, card, size * view.screen().height_mm, feet);
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

// The sizes that a lead may have, times that of body text: in portrait the words are as wide as the screen.
const std::vector<double>& lead_sizes(const View& view) {
  static const std::vector<double> beside{1.2, 1.15, 1.1, 1.05}, below{1.5, 1.42, 1.35, 1.28, 1.2, 1.15, 1.1, 1.05};
  return view.portrait() ? below : beside;
}

constexpr std::size_t most_compared_fronts = 60;  // cards: of a longer loop, only the first are looked at

// The largest of `lead_sizes` with which all usual cards in the view's language fit beside the largest picture, of
// those that do so at all.
double common_lead(const View& view) {
  const Pack& pack = view.content.pack;
  const auto language = static_cast<std::size_t>(
      std::find(pack.languages.begin(), pack.languages.end(), view.language) - pack.languages.begin());
  std::vector<const CardText*> usual;
  std::vector<FrontPlan> plans;
  const auto fits_with = [&](std::size_t place, double times) {
    const FrontPlan& plan = plans[place];
    const WordsStyle style{.lead_times = times, .lead_is_fixed = true};
    return words_block(view, *usual[place], usual[place]->lead, plan.words, plan.spare_mm, style).fits;
  };
  for (const Card& card : pack.cards) {
    if (usual.size() == most_compared_fronts) break;
    if (!card.shown_on(view.role()) || card.picture.empty() || card.is_urgent || language >= card.text.size() ||
        !card.has_text(language)) {
      continue;
    }
    usual.push_back(&card.text[language]);
    plans.push_back(plan_of(view, card, sizes_for(view).front(), {true, false}));
    if (!fits_with(plans.size() - 1, 1)) {
      usual.pop_back();
      plans.pop_back();
    }
  }
  for (const double times : lead_sizes(view)) {
    std::size_t place = 0;
    while (place < usual.size() && fits_with(place, times)) ++place;
    if (place == usual.size()) return times;
  }
  return 1;
}

// The longest beginning of `lead` in whole sentences, but not all of them, with which the words fit; empty if not even
// one does.
template <typename Fits>
std::string longest_beginning(const View& view, const std::string& lead, Fits fits_with) {
  std::vector<std::string> sentences = language::cut_at_sentences(lead, view.language);
  while (!sentences.empty()) {
    sentences.pop_back();
    std::string shorter;
    for (const std::string& sentence : sentences) {
      if (!shorter.empty()) shorter += language::between_sentences(view.language);
      shorter += sentence;
    }
    if (!shorter.empty() && fits_with(shorter)) return shorter;
  }
  return {};
}

// Finds the plan of one card, by trying one after the other.
class Search {
 public:
  Search(const View& view, const Card& card, const CardText& text) : view_(view), card_(card), text_(text) {
    if (!card.picture.empty()) sizes_ = sizes_for(view);
    calls_ = card.is_urgent && !text.emergency.empty();
    if (!view.large()) lead_times_ = common_lead(view);
  }

  FrontPlan best() {
    std::optional<FrontPlan> found;
    if (!view_.large()) {
      found = usual_letters();
    } else if (calls_) {
      found = large_with_number();
    } else if (card_.is_urgent) {
      found = with_whole_lead({true, false});
      if (!found) found = at(0, {true, false}, text_.lead);
      if (!found) found = at(0, {false, false}, text_.lead);
    } else {
      found = large_letters();
    }
    if (!found) found = last_resort();
    found->whole_lead = found->lead == text_.lead;
    return std::move(*found);
  }

 private:
  // The plan with `lead`, if the words fit.
  std::optional<FrontPlan> at(double size, Feet feet, const std::string& lead) const {
    return checked(plan_of(view_, card_, size, feet), feet, lead);
  }
  std::optional<FrontPlan> checked(FrontPlan plan, Feet feet, const std::string& lead) const {
    const bool seen = plan.ground.w <= 0 || plan.picture.h > 0.25 * plan.picture.w;  // of a picture more than a strip
    // On a narrower band the number would hardly be larger than the title.
    constexpr double least_band = 0.29;
    if (feet.band && plan.band.w < least_band * view_.screen().width_mm) return std::nullopt;
    plan.lead_times = lead_times_;
    const WordsStyle style{.lead_times = lead_times_};
    if (!seen || !words_block(view_, text_, lead, plan.words, plan.spare_mm, style).fits) return std::nullopt;
    plan.lead = lead;
    return plan;
  }

  std::optional<FrontPlan> largest(Feet feet, const std::string& lead) const {
    for (const double size : sizes_) {
      if (auto plan = at(size, feet, lead)) return plan;
    }
    return std::nullopt;
  }
  std::optional<FrontPlan> with_whole_lead(Feet feet) const { return largest(feet, text_.lead); }
  std::optional<FrontPlan> with_wall_text(Feet feet) const {
    return text_.wall.empty() ? std::nullopt : largest(feet, text_.wall);
  }
  std::optional<FrontPlan> with_beginning(Feet feet, double size) const {
    const std::string lead = longest_beginning(in_language_of(text_, view_), text_.lead, [&](const std::string& some) {
      return at(size, feet, some).has_value();
    });
    return lead.empty() ? std::nullopt : at(size, feet, lead);
  }
  std::optional<FrontPlan> with_beginning(Feet feet) const {
    for (const double size : sizes_) {
      if (auto plan = with_beginning(feet, size)) return plan;
    }
    return std::nullopt;
  }

  // The whole lead, and the picture as large as that allows. Beside the number to call the lead gives way to the text
  // for the wall, and then the invitation to the words, so that title and picture are like those of the other cards.
  std::optional<FrontPlan> usual_letters() const {
    for (const double size : sizes_) {
      auto plan = at(size, {true, calls_}, text_.lead);
      if (!plan && calls_ && !text_.wall.empty()) plan = at(size, {true, true}, text_.wall);
      if (!plan && calls_) plan = at(size, {false, true}, text_.lead);
      if (!plan && calls_ && !text_.wall.empty()) plan = at(size, {false, true}, text_.wall);
      if (plan) return plan;
    }
    return std::nullopt;
  }

  // All the signs in words come before the picture that shows them, and the invitation before the picture, too.
  std::optional<FrontPlan> large_with_number() const {
    std::optional<FrontPlan> found;
    for (const bool cue : {true, false}) {
      const Feet feet{cue, true};
      if (!found) found = with_whole_lead(feet);
      if (!found) found = with_wall_text(feet);
      if (!found && cue) found = beside_number();
      if (!found) found = at(0, feet, text_.lead);
      if (!found && !text_.wall.empty()) found = at(0, feet, text_.wall);
    }
    if (!found) found = with_beginning({false, true});
    return found ? found : largest({false, true}, "");
  }

  // In landscape the number and the picture below the words, and the invitation beside the number.
  std::optional<FrontPlan> beside_number() const {
    if (view_.portrait() || sizes_.front() <= 0) return std::nullopt;
    const Feet feet{false, true};
    const double band = call_band_height(view_);
    for (const std::string* lead : {&text_.lead, &text_.wall}) {
      for (const double share : heights_at_foot) {
        const double extra = std::max(0.0, share * view_.screen().height_mm - band);
        auto plan = lead->empty() ? std::nullopt : checked(plan_at_foot(view_, card_, extra, feet), feet, *lead);
        if (plan) return plan;
      }
    }
    return std::nullopt;
  }

  // As much of the lead as fits beside the largest picture that leaves room for any of it. The picture gets smaller
  // before the invitation to touch gives way.
  std::optional<FrontPlan> large_letters() const {
    for (const double size : sizes_.front() > 0 ? larger_sizes_for(view_) : sizes_) {
      if (auto plan = at(size, {true, false}, text_.lead)) return plan;
    }
    auto plan = with_some_lead({true, false});
    if (!plan) plan = with_some_lead({false, false});
    return plan ? plan : largest({true, false}, "");
  }
  std::optional<FrontPlan> with_some_lead(Feet feet) const {
    for (const double size : sizes_) {
      auto plan = at(size, feet, text_.lead);
      if (!plan && !text_.wall.empty()) plan = at(size, feet, text_.wall);
      if (!plan && text_.wall.empty()) plan = with_beginning(feet, size);
      if (plan) return plan;
    }
    return with_beginning(feet);
  }

  // What is left where nothing fits with a picture, as below a notice. With letters of the usual size the lead is
  // whole, and `check` reports what has no room.
  FrontPlan last_resort() const {
    if (!view_.large()) {
      for (const double size : sizes_) {
        FrontPlan plan = plan_of(view_, card_, size, {});
        plan.spare_mm = 0;
        plan.lead = text_.lead;
        if (words_block(view_, text_, plan.lead, plan.words, 0).fits) return plan;
      }
    }
    const Feet feet;
    if (auto plan = at(0, feet, text_.lead)) return *plan;
    if (auto plan = with_beginning(feet, 0); plan && view_.large()) return *plan;
    FrontPlan plan = plan_of(view_, card_, 0, feet);
    plan.spare_mm = 0;
    if (!view_.large()) plan.lead = text_.lead;
    return plan;
  }

  const View& view_;
  const Card& card_;
  const CardText& text_;
  std::vector<double> sizes_ = {0};
  bool calls_ = false;     // the number to call is on the front
  double lead_times_ = 1;  // see common_lead
};

}  // namespace

FrontPlan front_plan(const View& view, const Card& card, const CardText& text) {
  return Search(view, card, text).best();
}

}  // namespace anteroom::screens
