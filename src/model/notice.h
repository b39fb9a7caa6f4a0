// A notice of the clinic to everybody in the room: "Closed today", "Leave the building".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

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
  // Those that were up when it was put up, the latest first, each without its own; they come back when it has ended.
  std::vector<Notice> earlier = {};
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

// Of `notice` and the earlier ones, that which is up at `time`: the latest one that is due, and an urgent one before
// all others; null if none is due.
const Notice* due_of(const Notice& notice, WallTime time);

// True if one is the other with other numbers ("running 20 minutes late", "30 minutes"): a correction of it.
bool differ_in_numbers_only(const Notice& one, const Notice& other);

// `added` put up while `before` was up or to come: `before` and the earlier ones are kept in it, but for those that are
// over at `time` and for those that it corrects. At most max_earlier are kept.
inline constexpr std::size_t max_earlier = 8;
Notice put_above(const Notice& before, Notice added, WallTime time);

// The same of two that were put up in different places, whether or not they are over.
Notice put_above(const Notice& before, Notice added);

// `notice` and the earlier ones, the latest first.
std::vector<const Notice*> all_of(const Notice& notice);

// What is left of `notice` without `gone`, one of all_of(notice); nothing if that was all.
std::optional<Notice> taken_down(const Notice& notice, const Notice& gone);
// The same without the one that is up at `time`, or, if none is due, without the latest.
std::optional<Notice> taken_down(const Notice& notice, WallTime time);

}  // namespace anteroom
