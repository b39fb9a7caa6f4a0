#include "screens/ask_foot.h"

#include <algorithm>
#include <string>
#include <utility>

#include "model/names.h"
#include "model/questions.h"
#include "scene/rules.h"
#include "screens/about_page.h"
#include "screens/button.h"

namespace anteroom::screens {

namespace {

constexpr double foot_icon_mm = 11, foot_pad_mm = 3;  // as page_button lays them out
constexpr double foot_gap_mm = 1.5 * scene::min_gap_mm;

// Every word that the button for keeping may have.
std::vector<std::string> words_of_keeping(const View& view) {
  return {view.say("keep"), view.say("kept"), view.say("keep_full", {{"n", view.number(most_questions)}})};
}

struct MeasuredButton {
  scene::Size size;
  bool one_line = true, broken = false;
};

// The button that has room for each of `words`, if it may be `width_mm` wide.
MeasuredButton measured_button(const View& view, const std::vector<std::string>& words, double width_mm) {
  constexpr double beside = foot_icon_mm + 5 * foot_pad_mm + 1;
  text::Style style = type_scale(view).label;
  style.weight = text::Weight::semibold;
  MeasuredButton all;
  for (const std::string& each : words) {
    const text::Layout layout =
        text::lay_out_tight(each, style, std::max(style.size_mm, width_mm - beside), view.fonts);
    all.size.w = std::max(all.size.w, layout.width_mm + beside);
    all.size.h = std::max(all.size.h, layout.height_mm + 2 * foot_pad_mm);
    all.one_line = all.one_line && layout.lines.size() == 1;
    all.broken = all.broken || layout.has_broken_word();
  }
  all.size.w = std::min(all.size.w, width_mm);
  all.size.h = std::max(all.size.h, scene::min_target_mm);
  return all;
}

// Where the two are in a foot that begins at the top of `area`.
struct FootPlaces {
  scene::Rect keep, about;
  double height_mm = 0;
};

FootPlaces foot_places(const View& view, const scene::Rect& area) {
  const double about_mm = about_size(view, area.w).h;
  if (!view.keeps_questions()) return {{}, {area.x, area.y, area.w, about_mm}, about_mm};
  const std::vector<std::string> words = words_of_keeping(view), about{view.say("about")};
  const MeasuredButton keep = measured_button(view, words, area.w), other = measured_button(view, about, area.w);
  const auto beside = [&](double width, double height) {
    scene::Row row({area.x, area.y, area.w, height}, view.direction(), foot_gap_mm);
    const scene::Rect first = row.take(width);
    return FootPlaces{first, row.rest(), height};
  };
  const bool has_room = keep.one_line && other.one_line && keep.size.w + foot_gap_mm + other.size.w <= area.w;
  if (has_room) return beside(keep.size.w, std::max(keep.size.h, about_mm));
  const double half = (area.w - foot_gap_mm) / 2;
  const MeasuredButton keep_in_half = measured_button(view, words, half),
                       about_in_half = measured_button(view, about, half);
  if (!keep_in_half.broken && !about_in_half.broken) {
    return beside(half, std::max(keep_in_half.size.h, about_size(view, half).h));
  }
  scene::Column column(area, foot_gap_mm);
  scene::Rect first = column.take(keep.size.h);
  first = scene::placed({keep.size.w, first.h}, first, view.direction());
  return {first, column.take(about_mm), keep.size.h + foot_gap_mm + about_mm};
}

// Kept, it looks switched on and says so itself; when as many are kept as can be, it leads to them.
Button keep_button(const View& view, std::size_t card) {
  const bool is_kept = std::find(view.kept.begin(), view.kept.end(), card) != view.kept.end();
  if (is_kept) {
    return {.id = target_id::keep,
            .action = ToggleQuestion{card},
            .word = view.say("kept"),
            .chosen = true,
            .spoken = view.say("kept_spoken")};
  }
  if (view.kept.size() >= most_questions) {
    return {.id = target_id::keep,
            .action = OpenQuestions{},
            .word = view.say("keep_full", {{"n", view.number(view.kept.size())}}),
            .icon = "list"};
  }
  return {.id = target_id::keep, .action = ToggleQuestion{card}, .word = view.say("keep"), .icon = "question"};
}

}  // namespace

double ask_foot_mm(const View& view, double width_mm) {
  return foot_places(view, {0, 0, width_mm, 0}).height_mm;
}

std::vector<scene::Item> ask_foot(const View& view, const Card& card, const scene::Rect& area) {
  const FootPlaces places = foot_places(view, area);
  std::vector<scene::Item> items;
  if (places.keep.w > 0) {
    const std::vector<Card>& cards = view.content.pack.cards;
    const auto at = std::find_if(cards.begin(), cards.end(), [&](const Card& each) { return each.id == card.id; });
    items = page_button(view, keep_button(view, static_cast<std::size_t>(at - cards.begin())), places.keep);
    std::get<scene::Target>(items.back()).chosen = false;  // its words say it
  }
  append(items, about_button(view, places.about));
  return items;
}

}  // namespace anteroom::screens
