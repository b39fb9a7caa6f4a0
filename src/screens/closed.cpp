#include "screens/closed.h"

#include <algorithm>
#include <cmath>
#include <iterator>
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

// `words` in `language`, as one of the lines below the time.
Words line(const View& view, const std::string& words, const std::string& language, double width_mm) {
  View own = view;
  own.language = language;
  return {lay_out_centred(own, words, type_scale(own).label, width_mm), scene::TextRole::label, scene::palette::dim};
}

double height_of(const std::vector<Words>& words) {
  double height = 0;
  for (const Words& each : words) height += each.layout.height_mm;
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

// What a reader of one language is told below the time, each part in lines of its own. Some may be empty.
struct Told {
  std::vector<Words> title, text;  // of the notice
  std::vector<Words> opening;
};

// As much of `told` as fits into `height_mm`: the text of a notice goes first, then the opening. Empty: nothing fits.
std::vector<Words> as_fits(const Told& told, double height_mm) {
  for (const auto& [with_text, with_opening] : {std::pair(true, true), {false, true}, {false, false}}) {
    std::vector<Words> words = told.title;
    if (with_text) words.insert(words.end(), told.text.begin(), told.text.end());
    if (with_opening) words.insert(words.end(), told.opening.begin(), told.opening.end());
    if (height_of(words) <= height_mm) return words;
  }
  return {};
}

// The time, and below it, as far as there is room, in each language on offer the notice that is due and the opening.
std::vector<Words> words_of(const View& view, const State& state, double width_mm, double height_mm) {
  const std::string time = language::clock_time(minute_of_day(state.minute), view.locale());
  std::vector<Words> all{
      {lay_out_centred(view, time, type_scale(view).title, width_mm), scene::TextRole::title, scene::palette::dim}};
  const std::optional<WallTime> opens = next_opening(view.content.settings.hours, state.minute);
  const Notice* notice = due_notice(state, state.minute);
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
    std::vector<Words> words = as_fits(told, height_mm - height_of(all));
    if (words.empty() && !(told.title.empty() && told.opening.empty())) break;
    std::move(words.begin(), words.end(), std::back_inserter(all));
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
  double width = 0;
  const double height = height_of(words);
  for (const Words& each : words) width = std::max(width, each.layout.width_mm);
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
