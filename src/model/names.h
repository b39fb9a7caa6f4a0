// The names of screens and targets. Replays, tests and reports use them, so changing one breaks what was written with
// it.
#pragma once

#include <array>
#include <cstddef>
#include <string>

namespace anteroom {

// Values of Scene::screen.
namespace screen_name {
inline constexpr const char* loop = "loop";    // one card's front
inline constexpr const char* hello = "hello";  // the greetings with which the loop opens
inline constexpr const char* detail = "detail";
inline constexpr const char* about = "about";          // where a detail's facts come from
inline constexpr const char* language = "language";    // the chooser
inline constexpr const char* access = "access";        // the chooser of text size, contrast, motion, reach and voice
inline constexpr const char* topics = "topics";        // the list of all cards
inline constexpr const char* questions = "questions";  // the list of the questions that the patient has kept
inline constexpr const char* offer = "offer";          // the offer to read aloud
inline constexpr const char* warning = "warning";      // "Still reading?"
inline constexpr const char* fallback = "fallback";    // no card may be shown
inline constexpr const char* closed = "closed";
inline constexpr const char* notice = "notice";      // an urgent notice
inline constexpr const char* staff = "staff";        // the staff's PIN pad and panel
inline constexpr const char* cleaning = "cleaning";  // while the screen is wiped
inline constexpr std::array all{loop,  hello,   detail,   about,  language, access, topics,  questions,
                                offer, warning, fallback, closed, notice,   staff,  cleaning};
}  // namespace screen_name

// Values of Target::id: the same in every language and, for the same function, on every screen.
namespace target_id {
// The bar.
inline constexpr const char* back = "back";
inline constexpr const char* home = "home";
inline constexpr const char* pause = "pause";
inline constexpr const char* previous = "previous";
inline constexpr const char* next = "next";
inline constexpr const char* listen = "listen";
inline constexpr const char* language = "language";
inline constexpr const char* access = "access";
inline constexpr const char* topics = "topics";
inline constexpr const char* questions = "questions";
// The page of a card.
inline constexpr const char* about = "about";
inline constexpr const char* keep = "keep";
// Whole screens.
inline constexpr const char* card = "card";
inline constexpr const char* stay = "stay";
// Choosers and the offer.
inline constexpr const char* contrast = "contrast";
inline constexpr const char* motion = "motion";
inline constexpr const char* reach_right = "reach-right";
inline constexpr const char* reach_left = "reach-left";
inline constexpr const char* aloud = "aloud";
inline constexpr const char* softer = "softer";
inline constexpr const char* louder = "louder";
inline constexpr const char* yes = "yes";
inline constexpr const char* no = "no";
// The PIN pad.
inline constexpr const char* erase = "erase";
inline constexpr const char* enter = "enter";
// Exhibits.
inline constexpr const char* fold = "fold";
inline constexpr const char* open = "open";
inline constexpr const char* smooth = "smooth";
inline constexpr const char* pull = "pull";  // and let go
inline constexpr const char* rest = "rest";  // and then let a month pass

// "text-150", "listed-left-eye", "language-fr-CA", "step-1" (for the index 0), "region-left-eye".
inline std::string text_size(int percent) {
  return "text-" + std::to_string(percent);
}
inline std::string of_language(const std::string& tag) {
  return "language-" + tag;
}
inline std::string step(std::size_t index) {
  return "step-" + std::to_string(index + 1);
}
inline std::string region(const std::string& id) {
  return "region-" + id;
}
inline std::string digit(int digit) {
  return "digit-" + std::to_string(digit);
}
// In the list of topics: "topic-paper".
inline std::string topic(const std::string& id) {
  return "topic-" + id;
}
// In the list of kept questions: "take-out-paper".
inline std::string take_out(const std::string& id) {
  return "take-out-" + id;
}
// In the list beside the picture.
inline std::string listed(const std::string& id) {
  return "listed-" + id;
}
}  // namespace target_id

}  // namespace anteroom
