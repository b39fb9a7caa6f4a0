// The kiosk itself, without a window: content, state and the scene that is on the screen.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/contacts.h"
#include "app/gesture.h"
#include "model/key.h"
#include "model/state.h"
#include "scene/scene.h"
#include "scene/spoken.h"
#include "screens/detail_parts.h"
#include "text/fonts.h"

namespace anteroom::app {

class Kiosk {
 public:
  // A fresh start at `now`, with the card `first` if that is in the loop. Requires: `fonts` outlives the kiosk.
  Kiosk(Content content, text::Fonts& fonts, Now now, const std::string& first = {});

  // Continues with other content, as carried_over() describes. Returns the content until now: to free that of a
  // thousand cards takes longer than a frame. Requires: may_carry_over(state()).
  Content reload(Content content, Now now);
  // True if reload() would change nothing that is on the screen. `copied`: pictures that may be drawn from another
  // path. Requires: may_carry_over(state()).
  bool looks_same_with(const Content& content, const std::map<std::string, std::string>& copied, Now now) const;
  // Carries out every deadline up to `now`.
  void tick(Now now);
  void act(const Action& action, Now now);
  // A finger or the mouse on the screen. Ignored on a wall.
  void touch(const Contact& contact, Now now);
  void key(Key key, Now now);

  // What is to be spoken now; none: silence. The same id means the same speech.
  struct Speech {
    std::uint64_t id = 0;
    std::string text, language;
    int volume = 0;  // percent
    friend bool operator==(const Speech&, const Speech&) = default;
  };
  std::optional<Speech> speech() const;
  // The voice has finished the speech `id`. An outdated id changes nothing.
  void speech_ended(std::uint64_t id, Now now);

  const scene::Scene& scene() const { return scene_; }
  // How long the change to this scene takes to fade, if it is another card or screen.
  Millis fade() const { return fade_; }
  // True if a user's action led to this screen, or if a user has touched it.
  bool answers_touch() const { return by_hand_; }
  // What the screen is likely to show next: the result of the press in progress, the next page, or the next card. For
  // painting it ahead of time. Composed on demand. Valid until the next change.
  const scene::Scene& upcoming();
  // When upcoming() is worth painting. In the loop: shortly before the next card, since a finished layer takes memory.
  // None: at once, since the user decides when it is shown.
  std::optional<MonoTime> paints_ahead_at() const;
  // When to call tick next.
  MonoTime next_deadline() const { return anteroom::next_deadline(state_, content_); }

  const State& state() const { return state_; }
  const Content& content() const { return content_; }

 private:
  void act(const std::vector<Action>& actions, Now now);
  enum class Cause { time, hand };
  void change(State next, Cause cause);
  void note_corner(scene::Point at, Now now);
  bool time_runs_left() const;
  bool loop_runs() const;
  scene::SpokenWords spoken_words() const;
  struct Sentence {
    std::string text, language;
    bool is_of_lead = false;
  };
  std::vector<Sentence> sentences() const;
  std::size_t lead_begun(std::size_t sentence) const;
  State likely_next() const;

  Content content_;
  text::Fonts& fonts_;
  State state_;
  scene::Scene unmarked_;  // the scene without the marks of press, focus and reading
  scene::Scene scene_;
  std::optional<scene::Scene> upcoming_;
  screens::DetailPages pages_;
  Millis fade_{0};
  bool by_hand_ = false;
  std::uint64_t speech_turn_ = 0;
  Contacts contacts_;
  std::optional<Gesture> gesture_;
};

}  // namespace anteroom::app
