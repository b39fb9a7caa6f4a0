// The size and height of everything on a screen, over all that it can show: what an installer would measure.
#pragma once

#include <string>
#include <vector>

#include "scene/scene.h"

namespace anteroom::scene {

// The smallest text of one role.
struct LetterSize {
  TextRole role = TextRole::body;
  double cap_height_mm = 0;
  double arc_minutes = 0;  // of that height at the viewing distance
  double min_mm = 0;       // the minimum that applies to it
  bool holds = true;
};

// One control in all places where it appears.
struct Control {
  std::string id;
  std::string label;                     // as first met
  double width_mm = 0, height_mm = 0;    // the smallest of each
  double lowest_mm = 0, highest_mm = 0;  // its edges above the floor
  bool large_enough = true;              // 20 mm both ways
  bool in_reach = true;                  // see reach_holds, wherever it appears
};

// A rule of rules.h that one kind of screen breaks, other than those covered by the sizes above.
struct BrokenRule {
  std::string rule;                    // "fit"
  std::string screen;                  // Scene::screen
  std::string card;                    // of the first scene that breaks it
  std::vector<std::string> languages;  // in which this card's scenes do, in the order in which they were met
  bool below_notice = false;           // there is a notice on the first
  std::string example;                 // what is wrong there
  int other_scenes = 0;                // how many of other cards break it

  // True if something has no room.
  bool is_crowding() const;
};

// The range in which something may be; from > to: nowhere.
struct Span {
  double from = 0, to = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

struct Legibility {
  std::vector<LetterSize> letters;  // title, body, label: those that appear
  std::vector<Control> controls;    // in the order in which they appear
  std::vector<BrokenRule> broken;   // likewise
  // The heights above the floor at which the screen's lower edge puts all otherwise valid controls in reach.
  Span lower_edge_mm{0, 1e6};
  bool holds() const;
  // True if something does not fit: a larger screen or a shorter distance would help.
  bool is_crowded() const;
};

// The legibility of `scenes`. Requires: all have the same screen size, role, viewing distance and lower edge.
Legibility legibility(const std::vector<Scene>& scenes);

}  // namespace anteroom::scene
