// The staff's panel: how the screen is, and what can be done at it. Dear ImGui widgets, at the size of a finger, in the
// clinic's first language.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/action.h"
#include "model/interface_words.h"
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
using Wish = std::variant<Action, Restart, SaySomething, PutUpNotice, TakeDownNotice>;

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
  enum class Tab { state, actions, cards, sound, notices };
  std::string say(const std::string& key) const { return words_.say(key); }
  bool button(const std::string& label, ImVec2 size, bool chosen = false);
  // A button as wide as the room, which asks once more if `is_grave`.
  bool row_button(const std::string& label, bool is_grave = false);
  void words(const std::string& text, Letters letters = Letters::body);
  void tabs(ImVec2 size, std::vector<Wish>& wishes);
  void body(const Facts& facts, std::vector<Wish>& wishes);
  void show_state(const Facts& facts);
  void show_actions(const Facts& facts, std::vector<Wish>& wishes);
  void show_cards(const Facts& facts, std::vector<Wish>& wishes);
  void show_sound(const Facts& facts, std::vector<Wish>& wishes);
  void show_notices(const Facts& facts, std::vector<Wish>& wishes);
  void scroll();

  struct Seen {
    std::string label;
    scene::Point middle;
  };
  ImguiGlass glass_;
  InterfaceWords words_;
  Tab tab_ = Tab::state;
  std::size_t day_ = 0;  // of those until which a card may be hidden
  std::string asked_;    // the label of the button that was tapped once and asks
  float scroll_to_ = 0, scroll_most_ = 0;
  bool offers_notices_ = true;
  std::vector<Seen> seen_;
  std::string text_;
};

}  // namespace anteroom::staff
