#include "screens/closed_words.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "language/dates.h"
#include "model/schedule.h"

namespace anteroom::screens {

namespace {

// The view's language, and all others on offer. A closed screen has no buttons, so nobody can choose one.
std::vector<std::string> languages_of(const View& view) {
  std::vector<std::string> languages{view.language};
  for (const std::size_t index : offered_languages(view.content)) {
    const std::string& language = view.content.pack.languages[index];
    if (language != view.language) languages.push_back(language);
  }
  return languages;
}

// The words about `opens` as read on the day of `now`.
std::string opening(const View& view, WallTime opens, WallTime now) {
  const std::string time = language::clock_time(minute_of_day(opens), view.locale());
  const Date day = date_of(opens);
  if (day == date_of(now)) return view.say("opens_today", {{"time", time}});
  return view.say("opens_later", {{"day", language::weekday(day, view.locale())}, {"time", time}});
}

// The same about a screen that staff have switched off while the clinic is open.
std::string back(const View& view, WallTime then, WallTime now) {
  if (!view.words().has("back_today") || !view.words().has("back_later")) return {};
  const std::string time = language::clock_time(minute_of_day(then), view.locale());
  const Date day = date_of(then);
  if (day == date_of(now)) return view.say("back_today", {{"time", time}});
  return view.say("back_later", {{"day", language::weekday(day, view.locale())}, {"time", time}});
}

// When the screen is on again that staff have switched off at a time when the clinic is open; none: it is closed, or
// they have not.
std::optional<WallTime> back_at(const State& state, const OpeningHours& hours) {
  if (!state.dark_until || state.minute >= *state.dark_until || !is_open(hours, state.minute)) return std::nullopt;
  return is_open(hours, *state.dark_until) ? state.dark_until : next_opening(hours, *state.dark_until);
}

// What the first urgent card of the pack that names a number says about it; empty: none does.
std::string call(const View& view) {
  const Pack& pack = view.content.pack;
  const auto at = std::find(pack.languages.begin(), pack.languages.end(), view.language);
  const auto language = static_cast<std::size_t>(at - pack.languages.begin());
  if (!view.words().has("emergency")) return {};
  for (const Card& card : pack.cards) {
    if (language >= card.text.size() || card.text[language].emergency.empty()) continue;
    return view.say("emergency", {{"number", card.text[language].emergency}});
  }
  return {};
}

// What `notice` says to readers of `language` on a screen that says it in `shown` already: its words in that language.
// Those in another one are shown once, to all.
std::optional<NoticeChoice> said_in(const Notice& notice, const std::string& language, const View& view,
                                    const std::vector<NoticeWords>& shown) {
  NoticeChoice choice = words_for(notice, language, first_language(view.content));
  const bool is_new = std::find(shown.begin(), shown.end(), choice.words) == shown.end();
  return is_new ? std::optional(std::move(choice)) : std::nullopt;
}

}  // namespace

std::vector<ClosedWords> closed_words(const View& view, const State& state) {
  const std::optional<WallTime> opens = next_opening(view.content.settings.hours, state.minute);
  const std::optional<WallTime> on = back_at(state, view.content.settings.hours);
  const Notice* notice = due_notice(state, state.minute);
  std::vector<ClosedWords> all;
  std::vector<NoticeWords> shown;
  for (const std::string& language : languages_of(view)) {
    View own = view;
    own.language = language;
    ClosedWords words{.language = language, .call = call(own)};
    // Patients must not take a dark screen for a closed clinic.
    const char* const what = on ? "screen_off" : "closed";
    if (own.words().has(what)) words.closed = own.say(what);
    if (on) {
      words.opening = back(own, *on, state.minute);
    } else if (opens)
      words.opening = opening(own, *opens, state.minute);
    if (const auto said = notice == nullptr ? std::nullopt : said_in(*notice, language, view, shown)) {
      const auto& [title, text] = shown.emplace_back(said->words);
      words.notice_title = title;
      words.notice_text = text;
      words.notice_language = said->language;
    }
    if (words != ClosedWords{.language = language}) all.push_back(std::move(words));
  }
  return all;
}

void make_lines(std::vector<ClosedWords>& words) {
  const auto has_notice = [](const ClosedWords& each) { return !each.notice_title.empty(); };
  const auto count = std::count_if(words.begin(), words.end(), has_notice);
  if (count == 1) {
    const auto one = std::find_if(words.begin(), words.end(), has_notice);
    if (one == words.begin()) return;
    words.front().notice_title = std::exchange(one->notice_title, {});
    words.front().notice_text = std::exchange(one->notice_text, {});
    words.front().notice_language = std::exchange(one->notice_language, {});
    return;
  }
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!has_notice(words[i])) continue;
    words[i].closed = std::exchange(words[i].notice_title, {});
    words[i].notice_text.clear();
    words[i].notice_language.clear();
  }
}

}  // namespace anteroom::screens
