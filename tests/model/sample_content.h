// Small content for tests of the kiosk's behaviour.
#pragma once

#include <string>

#include "model/content.h"

namespace anteroom::tests {

// `count` cards "a", "b", ... in English and French, each with a dwell ten seconds longer than the one before: 10, 20,
// 30.
inline Content sample_content(int count, Role role = Role::kiosk) {
  Content content;
  content.settings.role = role;
  if (role == Role::wall) content.settings.screen = {1218, 685, 1920, 1080, 4000, 1500, 0};
  content.settings.clinic_name = "Lakeside Clinic";
  content.settings.loop.hello = false;
  content.pack.languages = {"en", "fr"};
  content.pack.source = {"A book", "Un livre"};
  content.pack.review = {std::chrono::year(2026) / 1 / 1, std::chrono::year(2026) / 12 / 31, ""};
  for (int i = 0; i < count; ++i) {
    Card card;
    card.id = std::string(1, static_cast<char>('a' + i));
    card.dwell = std::chrono::seconds(10 * (i + 1));
    CardText text{"Topic",
                  "Title " + card.id,
                  "A short lead.",
                  "A disc.",
                  "What about " + card.id + "?",
                  {{"First page", "Some words.", {2, 11}}, {"Last page", "More words.", {2, 11}}},
                  {},
                  {5, 30}};
    card.text = {text, text};
    card.text[1].title = "Titre " + card.id;
    content.pack.cards.push_back(card);
  }
  return content;
}

inline Now moment(Millis since_start, WallTime wall) {
  return {MonoTime(since_start), wall + std::chrono::floor<std::chrono::seconds>(since_start)};
}

inline constexpr WallTime monday_morning =
    std::chrono::local_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(8);

// `time` after a start on Monday morning.
inline Now after(Millis time) {
  return moment(time, monday_morning);
}

}  // namespace anteroom::tests
