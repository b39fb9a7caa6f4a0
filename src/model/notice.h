// A notice of the clinic to everybody in the room: "Closed today", "Leave the building".
#pragma once

#include <map>
#include <optional>
#include <string>

#include "model/time.h"

namespace anteroom {

// info: a band above the loop's cards. urgent: the whole screen of kiosk and wall, whatever they show.
enum class NoticeLevel { info, urgent };

struct NoticeWords {
  std::string title;
  std::string text;  // may be empty
  friend bool operator==(const NoticeWords&, const NoticeWords&) = default;
};

struct Notice {
  NoticeLevel level = NoticeLevel::info;
  std::map<std::string, NoticeWords> words;  // language -> words; "": for every language without its own
  std::optional<WallTime> from, until;       // from included, until not
  friend bool operator==(const Notice&, const Notice&) = default;
};

// A notice's words and the language that they are in.
struct NoticeChoice {
  NoticeWords words;
  std::string language;
};

// The words of `notice` for readers of `language` ("fr-CA"): those in it, else in its primary tag, else those for all,
// else those in `otherwise`, the language that most people in the room can read, or in English, else the first that
// there are; some words beat none.
NoticeChoice words_for(const Notice& notice, const std::string& language, const std::string& otherwise = "en");

// True if `time` is between `from` and `until`.
bool is_due(const Notice& notice, WallTime time);

}  // namespace anteroom
