// What the panel tells and changes of the settings, and how the screen was used.
#include <algorithm>
#include <array>

#include "scene/palette.h"
#include "staff/panel.h"

namespace anteroom::staff {

namespace {

constexpr MinuteOfDay quarter(15), whole_day(24 * 60);

// Digits are written from left to right in every language.
std::string digits(const std::string& text) {
  return "\u2066" + text + "\u2069";
}

std::string in_digits_of(const DayHours& hours) {
  std::string text;
  for (const OpenSpan& span : hours) {
    text += (text.empty() ? "" : ", ") + in_digits(span.from) + "\u2013" + in_digits(span.until);
  }
  return digits(text);
}

}  // namespace

std::optional<std::size_t> Panel::choices(const std::vector<std::string>& labels, std::optional<std::size_t> chosen) {
  constexpr std::size_t columns = 3;
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float each = (ImGui::GetContentRegionAvail().x - gap * (columns - 1)) / columns;
  std::optional<std::size_t> tapped;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    go_to_place(i, columns, each);
    if (button(labels[i], {each, 0}, chosen == i)) tapped = i;
  }
  return tapped;
}

MinuteOfDay Panel::stepped(const std::string& name, MinuteOfDay time, MinuteOfDay least, MinuteOfDay most) {
  ImGui::PushID(name.c_str());
  words(name + " " + digits(in_digits(time)), Letters::title);
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float each = (ImGui::GetContentRegionAvail().x - gap) / 2;
  go_to_place(0, 2, each);
  if (button("\u2212 " + digits("0:15"), {each, 0})) time -= quarter;
  go_to_place(1, 2, each);
  if (button("+ " + digits("0:15"), {each, 0})) time += quarter;
  ImGui::PopID();
  return std::clamp(time, least, std::max(least, most));
}

void Panel::edit_day(const Facts::DayRow& day, std::vector<Wish>& wishes) {
  words(day.name, Letters::title);
  // First, so that they are in sight however many times the day has.
  const std::optional<std::size_t> done = choices({say("staff_save"), say("back")}, std::nullopt);
  if (done == 0U) wishes.emplace_back(SetDayHours{day.weekday, draft_});
  if (done) {
    edited_.reset();
    scroll_to_ = 0;
    return;
  }
  for (std::size_t i = 0; i < draft_.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    OpenSpan& span = draft_[i];
    const bool past_midnight = span.until < span.from;
    const MinuteOfDay least = i == 0 ? MinuteOfDay(0) : draft_[i - 1].until + quarter;
    const MinuteOfDay most = i + 1 == draft_.size() ? whole_day : draft_[i + 1].from - quarter;
    span.from = stepped(say("staff_opens"), span.from, past_midnight ? std::max(least, span.until + quarter) : least,
                        past_midnight ? whole_day - quarter : span.until - quarter);
    span.until = stepped(say("staff_closes"), span.until, past_midnight ? quarter : span.from + quarter,
                         past_midnight ? span.from - quarter : most);
    ImGui::PopID();
  }
  const OpenSpan usual{MinuteOfDay(8 * 60), MinuteOfDay(17 * 60)};
  if (row_button(say(draft_.empty() ? "staff_open" : "staff_closed"))) {
    draft_ = draft_.empty() ? DayHours{usual} : DayHours{};
  }
}

void Panel::show_settings(const Facts& facts, std::vector<Wish>& wishes) {
  if (edited_) {
    const auto day = std::find_if(facts.week.begin(), facts.week.end(),
                                  [this](const Facts::DayRow& each) { return each.weekday == *edited_; });
    if (day != facts.week.end()) return edit_day(*day, wishes);
    edited_.reset();
  }
  if (facts.week.empty()) return;  // not read yet
  words(say("staff_pace"), Letters::title);
  constexpr std::array paces{Pace::slow, Pace::usual, Pace::brisk};
  const auto* pace = facts.pace ? std::find(paces.begin(), paces.end(), *facts.pace) : paces.end();
  const auto chosen = pace == paces.end() ? std::nullopt : std::optional<std::size_t>(pace - paces.begin());
  if (const auto tapped = choices({say("staff_slow"), say("staff_usual"), say("staff_brisk")}, chosen)) {
    wishes.emplace_back(SetPace{paces.at(*tapped)});
  }
  words(say("staff_hours"), Letters::title);
  for (const Facts::DayRow& day : facts.week) {
    const std::string hours = day.hours.empty() ? say("staff_closed") : in_digits_of(day.hours);
    if (!row_button(day.name + ": " + hours)) continue;
    edited_ = day.weekday;
    draft_ = day.hours;
    scroll_to_ = 0;
  }
  if (facts.wall_languages.empty()) return;
  words(say("staff_wall"), Letters::title);
  std::vector<std::string> names;
  std::optional<std::size_t> first;
  for (const Facts::VoiceRow& each : facts.wall_languages) {
    if (each.language == facts.wall_language) first = names.size();
    names.push_back(each.name);
  }
  if (const auto tapped = choices(names, first)) {
    wishes.emplace_back(SetWallLanguage{facts.wall_languages[*tapped].language});
  }
}

void Panel::show_usage(const Facts& facts) {
  words(say("staff_usage_of"), Letters::title);
  if (facts.usage.empty()) return words(say("staff_none"));
  const float room = ImGui::GetContentRegionAvail().x;
  float most = 1;
  for (const Facts::UsageRow& row : facts.usage) most = std::max(most, row.share);
  const bool mirrored = glass_.right_to_left();
  for (const Facts::UsageRow& row : facts.usage) {
    text_ += row.title + "\n" + row.opened + "\n";
    const text::Layout& title = glass_.lay_out(row.title, Letters::body, 0.5F * room);
    const text::Layout& opened = glass_.lay_out(digits(row.opened), Letters::body, 0.14F * room);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float line = glass_.size_of(opened).y, high = std::max(glass_.size_of(title).y, line);
    const auto x = [&](float from, float wide) { return mirrored ? at.x + room - from - wide : at.x + from; };
    glass_.draw(title, {x(0, glass_.px(title.available_mm)), at.y}, scene::palette::standard.ink);
    const float bar = 0.33F * room * row.share / most;
    const scene::Color color = scene::palette::standard.accent;
    if (bar > 0) {
      const float left = x(0.52F * room, bar);
      ImGui::GetWindowDrawList()->AddRectFilled({left, at.y + 0.2F * line}, {left + bar, at.y + 0.8F * line},
                                                IM_COL32(color.r, color.g, color.b, color.a));
    }
    glass_.draw(opened, {x(0.86F * room, glass_.px(opened.available_mm)), at.y}, scene::palette::standard.ink);
    ImGui::Dummy({room, high});
  }
}

}  // namespace anteroom::staff
