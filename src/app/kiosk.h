// The kiosk itself, without a window: content, state and the scene that is on the screen.
#pragma once

#include "model/state.h"
#include "scene/scene.h"
#include "text/fonts.h"

namespace anteroom::app {

class Kiosk {
 public:
  // A fresh start at `now`. Requires: `fonts` outlives the kiosk.
  Kiosk(Content content, text::Fonts& fonts, Now now);

  // Carries out every deadline up to `now`.
  void tick(Now now);
  void act(const Action& action, Now now);

  const scene::Scene& scene() const { return scene_; }
  // What the screen will show after the current card, if nothing else happens: for painting it before its turn.
  const scene::Scene& upcoming() const { return upcoming_; }
  // When to call tick next.
  MonoTime next_deadline() const { return anteroom::next_deadline(state_, content_); }

  const State& state() const { return state_; }
  const Content& content() const { return content_; }

 private:
  void change(State next);
  scene::Scene compose_upcoming() const;

  Content content_;
  text::Fonts& fonts_;
  State state_;
  scene::Scene scene_;
  scene::Scene upcoming_;
};

}  // namespace anteroom::app
