// The staff's panel: how the screen is, and what can be done at it. Dear ImGui widgets, at the size of a finger, in the
// clinic's first language.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/action.h"
#include "model/interface_words.h"
#include "model/settings.h"
#include "staff/imgui_glass.h"

namespace anteroom::staff {

// What the panel tells, as it is now.
struct Facts {
  struct Row {
    std::string key;  // of the interface words
    std::string value;
  };
  std::vector<Row> rows;
  std::vector<std::string> faults;  // as the log names them
  std::vector<float> frame_ms;      // how long the last frames took, the oldest first
  struct CardRow {
    std::string id, title;
    std::string hidden_until;  // a day, in the language; empty: it is not hidden
  };
  std::vector<CardRow> cards;
  struct Day {
    std::string written;
    WallTime begins{};
  };
  std::vector<Day> days;  // until which a card may be hidden
  bool is_dark = false;
  std::string dark_until;  // the time until which the screen would be dark
  WallTime dark_end{};
  struct VoiceRow {
    std::string language, name;
  };
  std::vector<VoiceRow> voices;
  bool has_voice = true;
  bool has_notice = false;  // one that staff can take down
  struct NoticeRow {
    std::string name, title;
  };
  std::vector<NoticeRow> notices;  // ready-made ones
  std::optional<Pace> pace;        // of the loop; none: the settings have one of their own
  struct DayRow {
    unsigned weekday = 0;  // 0: Sunday
    std::string name;
    DayHours hours;
  };
  std::vector<DayRow> week;  // the opening hours; empty: they have not been read yet
  std::string wall_language;
  std::vector<VoiceRow> wall_languages;  // that the wall may begin in; empty: there is no wall
  struct UsageRow {
    std::string title, opened;  // as it may be told
    float share = 0;            // of the longest bar: any unit
  };
  std::vector<UsageRow> usage;
  std::string said;  // what became of the last change of the settings
};

// What no Action does.
struct Restart {
  friend bool operator==(const Restart&, const Restart&) = default;
};
struct SaySomething {
  std::string language;
  friend bool operator==(const SaySomething&, const SaySomething&) = default;
};
struct PutUpNotice {
  std::string name;  // of a ready-made one
  friend bool operator==(const PutUpNotice&, const PutUpNotice&) = default;
};
struct TakeDownNotice {
  friend bool operator==(const TakeDownNotice&, const TakeDownNotice&) = default;
};
struct SetPace {
  Pace pace = Pace::usual;
  friend bool operator==(const SetPace&, const SetPace&) = default;
};
struct SetDayHours {
  unsigned weekday = 0;  // 0: Sunday
  DayHours hours;
  friend bool operator==(const SetDayHours&, const SetDayHours&) = default;
};
struct SetWallLanguage {
  std::string language;
  friend bool operator==(const SetWallLanguage&, const SetWallLanguage&) = default;
};
using Wish =
    std::variant<Action, Restart, SaySomething, PutUpNotice, TakeDownNotice, SetPace, SetDayHours, SetWallLanguage>;

class Panel {
 public:
  // Requires: `faces` outlives this.
  Panel(const paint::FaceTable& faces, const GlassSize& size, const InterfaceWords& words);

  // A finger, in mm on the screen.
  void touch(ContactPhase phase, scene::Point at);
  // True if the next frame may differ from the last one though no fact does.
  bool has_more() const { return glass_.has_more(); }
  // The panel on a layer of the glass's size. Returns what was tapped.
  std::vector<Wish> draw(const Facts& facts, float seconds, paint::Layer& layer);

  // Where a button was in the last frame, by its label, for tests and replays; none: it was not there, or not in sight.
  std::optional<scene::Point> find(const std::string& label) const;
  // All that was written in the last frame.
  std::string text() const;

 private:
  enum class Tab { state, actions, cards, sound, notices, settings, usage };
  std::string say(const std::string& key) const { return words_.say(key); }
  bool button(const std::string& label, ImVec2 size, bool chosen = false);
  // A button as wide as the room, which asks once more if `is_grave`.
  bool row_button(const std::string& label, bool is_grave = false);
  // Goes to the place of button number `i`, of `columns` in a line, each `width` wide, in the order of reading.
  void go_to_place(std::size_t i, std::size_t columns, float width);
  void words(const std::string& text, Letters letters = Letters::body);
  void tabs(ImVec2 size, std::vector<Wish>& wishes);
  void body(const Facts& facts, std::vector<Wish>& wishes);
  void show_state(const Facts& facts);
  void show_actions(const Facts& facts, std::vector<Wish>& wishes);
  void show_cards(const Facts& facts, std::vector<Wish>& wishes);
  void show_sound(const Facts& facts, std::vector<Wish>& wishes);
  void show_notices(const Facts& facts, std::vector<Wish>& wishes);
  void show_settings(const Facts& facts, std::vector<Wish>& wishes);
  void show_usage(const Facts& facts);
  void edit_day(const Facts::DayRow& day, std::vector<Wish>& wishes);
  // Buttons side by side, at most three in a line. Returns the index of the one that was tapped.
  std::optional<std::size_t> choices(const std::vector<std::string>& labels, std::optional<std::size_t> chosen);
  // `time`, changed by quarters of an hour between the two.
  MinuteOfDay stepped(const std::string& name, MinuteOfDay time, MinuteOfDay least, MinuteOfDay most);
  void scroll();

  struct Seen {
    std::string label;
    scene::Point middle;
  };
  ImguiGlass glass_;
  InterfaceWords words_;
  Tab tab_ = Tab::state;
  std::size_t day_ = 0;             // of those until which a card may be hidden
  std::string asked_;               // the label of the button that was tapped once and asks
  std::optional<unsigned> edited_;  // the weekday whose hours are edited
  DayHours draft_;                  // of that day
  float scroll_to_ = 0, scroll_most_ = 0;
  bool offers_notices_ = true;
  std::vector<Seen> seen_;
  std::string text_;
};

}  // namespace anteroom::staff
