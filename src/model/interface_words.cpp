#include "model/interface_words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace anteroom {

namespace {

constexpr std::array<std::string_view, 45> optional_keys{
    "unreviewed",       "greeting",       "touch_short",   "touch_try",      "touch_pull",     "closed",
    "emergency",        "next_page",      "next_part",     "listen",         "stop",           "adjust",
    "letters",          "contrast",       "motion",        "sound",          "reach",          "sample_letters",
    "sample",           "topics",         "start_again",   "softer",         "louder",         "switched_on",
    "switched_off",     "cleaning",       "cleaning_back", "cleaned",        "screen_off",     "back_today",
    "back_later",       "keep",           "kept",          "kept_spoken",    "keep_full",      "questions",
    "questions_spoken", "questions_none", "question_out",  "questions_note", "questions_scan", "questions_some",
    "said_kept",        "said_taken_out", "touchscreen_at"};

std::string replace_all(std::string text, const std::string& name, const std::string& value) {
  std::string braced = "{";
  braced += name;
  braced += '}';
  std::size_t at = text.find(braced);
  while (at != std::string::npos) {
    text.replace(at, braced.size(), value);
    at = text.find(braced, at + value.size());
  }
  return text;
}

}  // namespace

bool InterfaceWords::has(const std::string& key) const {
  return words.contains(key) || language == "en" || language.starts_with("en-");
}

std::string InterfaceWords::say(const std::string& key,
                                const std::vector<std::pair<std::string, std::string>>& values) const {
  const auto own = words.find(key);
  std::string text = own != words.end() ? own->second : interface_keys().at(key);
  for (const auto& [name, value] : values) text = replace_all(std::move(text), name, value);
  return text;
}

bool may_be_lacking(const std::string& key) {
  // No patient sees the words of the staff's panel, and most walls have no touchscreen beside them.
  return std::find(optional_keys.begin(), optional_keys.end(), key) != optional_keys.end() ||
         key.starts_with("staff") || key.starts_with("place_") || key.starts_with("wall_");
}

bool is_whole(const InterfaceWords& words) {
  const auto& keys = interface_keys();
  return std::all_of(keys.begin(), keys.end(),
                     [&](const auto& each) { return words.words.contains(each.first) || may_be_lacking(each.first); });
}

}  // namespace anteroom
