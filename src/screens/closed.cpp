#include "screens/closed.h"

#include <algorithm>
#include <cmath>
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

// The notice that is due, or nothing.
std::vector<Words> notice_of(const View& view, const State& state, double width_mm) {
  const Notice* notice = due_notice(state, state.minute);
  if (notice == nullptr) return {};
  const NoticeChoice choice = words_for(*notice, view.language);
  View own = view;
  own.language = choice.language;
  std::vector<Words> all;
  for (const std::string& words : {choice.words.title, choice.words.text}) {
    text::Layout layout = lay_out_centred(own, words, type_scale(own).label, width_mm);
    if (!words.empty()) all.push_back({std::move(layout), scene::TextRole::label, scene::palette::dim});
  }
  return all;
}

// The time, a notice, and as far as there is room the opening in each language on offer, the view's first.
std::vector<Words> words_of(const View& view, const State& state, double width_mm, double height_mm) {
  const TypeScale type = type_scale(view);
  const scene::Color ink = scene::palette::dim;
  std::vector<Words> all;
  const std::string time = language::clock_time(minute_of_day(state.minute), view.locale());
  all.push_back({lay_out_centred(view, time, type.title, width_mm), scene::TextRole::title, ink});
  double used = all.front().layout.height_mm;
  for (Words& words : notice_of(view, state, width_mm)) {
    used += words.layout.height_mm;
    if (used > height_mm) return all;
    all.push_back(std::move(words));
  }
  const std::optional<WallTime> opens = next_opening(view.content.settings.hours, state.minute);
  if (!opens) return all;
  std::vector<std::string> languages{view.language};
  for (const std::size_t index : offered_languages(view.content)) {
    const std::string& language = view.content.pack.languages[index];
    if (language != view.language) languages.push_back(language);
  }
  for (const std::string& language : languages) {
    View own = view;
    own.language = language;
    Words words{lay_out_centred(own, opening(own, *opens, state.minute), type_scale(own).label, width_mm),
                scene::TextRole::label, ink};
    used += words.layout.height_mm;
    if (used > height_mm) break;
    all.push_back(std::move(words));
  }
  return all;
}

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
  constexpr double widest = 0.7;  // of the page: the rest is room to move
  const scene::Rect page = scene::inset(view.glass(), measures(view).margin, measures(view).margin);
  std::vector<Words> words = words_of(view, state, widest * page.w, page.h);
  double width = 0, height = 0;
  for (const Words& each : words) {
    width = std::max(width, each.layout.width_mm);
    height += each.layout.height_mm;
  }
  width = std::min(width + 1, page.w);
  const long minute = std::chrono::floor<std::chrono::minutes>(state.minute).time_since_epoch().count();
  // Steps of the plastic number, which fill a rectangle evenly.
  scene::Column column({page.x + share_of(minute, 0.7548776662) * (page.w - width),
                        page.y + share_of(minute, 0.5698402910) * (page.h - height), width, height});
  for (Words& each : words) {
    text::Style style = each.layout.style;
    each.layout = text::lay_out(each.layout.text, style, width, view.fonts);
    add_text(scene.items, view, column, std::move(each));
  }
  return scene;
}

}  // namespace anteroom::screens
