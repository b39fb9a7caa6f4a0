#include "screens/closed.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "language/dates.h"
#include "model/names.h"
#include "model/schedule.h"
#include "scene/palette.h"

namespace anteroom::screens {

namespace {

// The words about `opens` as read on the day of `now`.
std::string opening(const View& view, WallTime opens, WallTime now) {
  const std::string time = language::clock_time(minute_of_day(opens), view.locale());
  const Date day = date_of(opens);
  if (day == date_of(now)) return view.say("opens_today", {{"time", time}});
  return view.say("opens_later", {{"day", language::weekday(day, view.locale())}, {"time", time}});
}

// `words` in `language`, no wider than they need to be.
text::Layout line(const View& view, const std::string& words, const std::string& language, double width_mm) {
  View own = view;
  own.language = language;
  return text::lay_out_tight(words, type_scale(own).label, width_mm, view.fonts);
}

double height_of(const std::vector<text::Layout>& layouts) {
  double height = 0;
  for (const text::Layout& layout : layouts) height += layout.height_mm;
  return height;
}

// The view's language, and all others on offer. A closed screen has no buttons, so nobody can choose one.
std::vector<std::string> languages_of(const View& view) {
  std::vector<std::string> languages{view.language};
  for (const std::size_t index : offered_languages(view.content)) {
    const std::string& language = view.content.pack.languages[index];
    if (language != view.language) languages.push_back(language);
  }
  return languages;
}

// What `notice` says to readers of `language` on a screen that says it in `shown` already: its words in that language.
// Those in another one are shown once, to all.
std::optional<NoticeChoice> said_in(const Notice& notice, const std::string& language, const View& view,
                                    const std::vector<NoticeWords>& shown) {
  NoticeChoice choice = words_for(notice, language, first_language(view.content));
  const bool is_new = std::find(shown.begin(), shown.end(), choice.words) == shown.end();
  return is_new ? std::optional(std::move(choice)) : std::nullopt;
}

// What a reader of one language is told below the time. Some may be empty.
struct Told {
  std::vector<text::Layout> title, text;  // of the notice
  std::vector<text::Layout> opening;
};

// As much of `told` as fits into `height_mm`: the text of a notice goes first, then the opening. Empty: nothing fits.
std::vector<text::Layout> as_fits(const Told& told, double height_mm) {
  for (const auto& [with_text, with_opening] : {std::pair(true, true), {false, true}, {false, false}}) {
    std::vector<text::Layout> words = told.title;
    if (with_text) words.insert(words.end(), told.text.begin(), told.text.end());
    if (with_opening) words.insert(words.end(), told.opening.begin(), told.opening.end());
    if (height_of(words) <= height_mm) return words;
  }
  return {};
}

// In each language on offer, the view's first, the notice that is due and the opening; nothing if neither is known.
std::vector<Told> told_of(const View& view, const State& state, double width_mm) {
  const std::optional<WallTime> opens = next_opening(view.content.settings.hours, state.minute);
  const Notice* notice = due_notice(state, state.minute);
  std::vector<Told> all;
  std::vector<NoticeWords> shown;
  for (const std::string& language : languages_of(view)) {
    Told told;
    if (const auto said = notice == nullptr ? std::nullopt : said_in(*notice, language, view, shown)) {
      const auto& [title, text] = shown.emplace_back(said->words);
      told.title.push_back(line(view, title, said->language, width_mm));
      if (!text.empty()) told.text.push_back(line(view, text, said->language, width_mm));
    }
    if (opens) {
      View own = view;
      own.language = language;
      told.opening.push_back(line(view, opening(own, *opens, state.minute), language, width_mm));
    }
    if (!told.title.empty() || !told.opening.empty()) all.push_back(std::move(told));
  }
  return all;
}

// The time, so large that its line fits into `width_mm` and that, in `height_mm` above the rest of the sign, it is
// never where it was a minute before: from minute to minute the sign moves by at least `least_step` of its room.
text::Layout clock_of(const View& view, const State& state, double width_mm, double height_mm) {
  constexpr double least_step = 0.43;
  const std::string time = language::clock_time(minute_of_day(state.minute), view.locale());
  text::Style style = type_scale(view).title;
  style.leading = 1.05;
  const double usual = style.size_mm;
  text::Layout layout;
  for (const double times : {2.6, 2.2, 1.9, 1.6, 1.3, 1.0}) {
    style.size_mm = usual * times;
    layout = text::lay_out_tight(time, style, width_mm, view.fonts);
    const bool moves = layout.height_mm <= least_step * (height_mm - layout.height_mm);
    if (moves && layout.lines.size() <= 1 && !layout.has_broken_word()) break;
  }
  return layout;
}

// All that the dark screen says, from a corner at 0, 0: the time, and as far as there is room in each language what is
// told below it; the openings alone stand in two columns where they fit beside each other.
class NightSign {
 public:
  NightSign(const View& view, const State& state, double width_mm, double height_mm)
      : view_(view), max_height_(height_mm), gap_(measures(view).gap) {
    const std::vector<Told> told = told_of(view, state, width_mm);
    const bool only_openings =
        std::all_of(told.begin(), told.end(), [](const Told& each) { return each.title.empty(); });
    const double rule = 0.07 * type_scale(view).title.size_mm, above_rule = 0.4 * gap_, between = 1.5 * gap_;
    double widest = 0, below = 0;
    for (const Told& each : told) {
      if (only_openings) widest = std::max(widest, each.opening.front().available_mm);
      below += height_of(each.title) + height_of(each.text) + height_of(each.opening) + group_gap_share * gap_;
    }
    const bool in_columns = only_openings && told.size() > 2 && 2 * widest + between <= width_mm;
    if (in_columns) below /= 2;
    add({clock_of(view, state, width_mm, height_mm - (above_rule + rule + gap_ + below))}, scene::TextRole::title);
    if (told.empty()) return;
    add_rule(above_rule, rule);
    const std::size_t columns = in_columns ? 2 : 1;
    for (std::size_t i = 0; i < told.size(); i += columns) {
      if (only_openings) {
        std::vector<text::Layout> row;
        for (std::size_t j = i; j < std::min(i + columns, told.size()); ++j) row.push_back(told[j].opening.front());
        if (!add(std::move(row), scene::TextRole::label, widest + between)) break;
      } else {
        const std::vector<text::Layout> group = as_fits(told[i], max_height_ - height_);
        if (group.empty()) break;
        for (const text::Layout& layout : group) add({layout}, scene::TextRole::label);
        height_ += group_gap_share * gap_;  // between one language and the next
      }
    }
  }

  double width() const { return width_; }
  double height() const { return std::min(height_, max_height_); }

  // The items, moved to `corner`.
  std::vector<scene::Item> at(scene::Point corner) && {
    const bool from_end = view_.direction() == scene::Direction::right_to_left;
    for (scene::Item& item : items_) {
      auto* fill = std::get_if<scene::Fill>(&item);
      scene::Rect& box = fill != nullptr ? fill->box : std::get<scene::Text>(item).box;
      box.x = corner.x + (from_end ? width_ - box.right() : box.x);
      box.y += corner.y;
    }
    return std::move(items_);
  }

 private:
  static constexpr double group_gap_share = 0.5;

  void add_rule(double above_mm, double rule_mm) {
    height_ += above_mm;
    items_.emplace_back(scene::Fill{.box = {0, height_, std::min(width_, 2 * type_scale(view_).title.size_mm), rule_mm},
                                    .color = scene::palette::dim,
                                    .radius_mm = rule_mm / 2});
    height_ += rule_mm + gap_;
  }

  // Adds `row`, a column for each, `step_mm` apart. False: it has no room, unless it is the first.
  bool add(std::vector<text::Layout> row, scene::TextRole role, double step_mm = 0) {
    double x = 0, height = 0;
    for (const text::Layout& layout : row) height = std::max(height, layout.height_mm);
    if (!items_.empty() && height_ + height > max_height_) return false;
    for (text::Layout& layout : row) {
      const scene::Rect box{x, height_, layout.available_mm, layout.height_mm};
      width_ = std::max(width_, box.right());
      items_.emplace_back(scene::Text{box, std::move(layout), role, scene::palette::dim});
      x += step_mm;
    }
    height_ += height;
    return true;
  }

  const View& view_;
  double max_height_ = 0, gap_ = 0, width_ = 0, height_ = 0;
  std::vector<scene::Item> items_ = {};
};

// Spread evenly over 0 to 1, and never near the one of the minute before.
double share_of(long minute, double step) {
  const double whole = static_cast<double>(minute) * step;
  return whole - std::floor(whole);
}

}  // namespace

scene::Scene closed(const View& view, const State& state) {
  scene::Scene scene = blank(view, screen_name::closed, "");
  scene.ground = scene::palette::black;
  if (!state.clock_possible) return scene;
  constexpr double widest = 0.8;  // of the page: the rest is room to move
  const scene::Rect page = scene::inset(view.glass(), measures(view).margin, measures(view).margin);
  NightSign sign(view, state, widest * page.w, page.h);
  const long minute = std::chrono::floor<std::chrono::minutes>(state.minute).time_since_epoch().count();
  // Steps of the plastic number, which fill a rectangle evenly.
  const scene::Point corner{page.x + share_of(minute, 0.7548776662) * std::max(0.0, page.w - sign.width()),
                            page.y + share_of(minute, 0.5698402910) * std::max(0.0, page.h - sign.height())};
  scene.items = std::move(sign).at(corner);
  return scene;
}

}  // namespace anteroom::screens
