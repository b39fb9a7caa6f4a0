// Every screen that a pack can show, for drawing, checking or testing them all.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/state.h"
#include "scene/scene.h"
#include "text/fonts.h"

namespace anteroom::report {

struct Screenful {
  std::string name;  // "front", "page-1", "page-1-step-2", "page-1-spot-1", "page-1-folded", "about", …
  State state;
  scene::Scene scene;
};

// How many cards of a pack are composed to check it. Each takes about 20 ms per language, and a loop of more cards
// would take hours to come round.
inline constexpr std::size_t max_composed = 300;

// A time at which every card of a valid pack is in the loop.
WallTime time_of_all_cards(const Content& content);

// The cards that this kind of screen shows in the language, whatever the hour, and the languages on offer (at least
// one), as indices.
std::vector<std::size_t> shown_cards(const Content& content, std::size_t language);
std::vector<std::size_t> shown_languages(const Content& content);

// The front of `state`'s card, and on a kiosk every screenful of its detail in the order of Next, that of an exhibit
// also in each state that taps lead to; then what tells about its facts. Requires: state.card.
std::vector<Screenful> screens_of_card(const State& state, const Content& content, text::Fonts& fonts);

struct Named {
  std::string name;  // "languages", "warning", "urgent notice", …
  scene::Scene scene;
};
// What can cover a card or take its place in a language, given as an index: choosers, the offer and the warning on a
// kiosk, notices, the screen without a card, the closed one.
std::vector<Named> screens_of_no_card(std::size_t language, const Content& content, text::Fonts& fonts, WallTime time,
                                      const Session& look = {});

// What staff can put on a kiosk's screen, in the first language on offer; none without a PIN and times for cleaning.
std::vector<Named> screens_of_staff(const Content& content, text::Fonts& fonts, WallTime time);

// The language chooser in each language on offer, where it has a card.
std::vector<scene::Scene> language_screens(const Content& content, text::Fonts& fonts, WallTime time,
                                           const Session& look = {});

// The front of each card in each language at `time`.
std::vector<scene::Scene> every_front(const Content& content, text::Fonts& fonts, WallTime time);

// Every scene of `content` at `time`, as if within opening hours: each card in each language, its exhibit in each state
// that taps reach, the choosers, the offer, the warning and the fallback card. `look`: the accessibility options
// that a patient has chosen.
std::vector<scene::Scene> every_screen(const Content& content, text::Fonts& fonts, WallTime time,
                                       const Session& look = {});
// The scenes of one language, given as an index.
std::vector<scene::Scene> every_screen_in(std::size_t language, const Content& content, text::Fonts& fonts,
                                          WallTime time, const Session& look = {});

}  // namespace anteroom::report
