// The rules that every Scene keeps: what can be read, by whom, from where. Numbers from docs/standards.md.
#pragma once

#include <string>
#include <vector>

#include "scene/scene.h"

namespace anteroom::scene {

// What is wrong with `scene`, in sentences that each begin with the rule's name; empty if it keeps every rule:
// inside (every item is on the screen), fit (no line is wider than its box, none below it, no word cut), overlap (text,
// pictures, codes and targets do not cover each other; a target may cover what it acts for), letters (capital height in
// mm for role and distance), contrast (7:1 for text against the fill behind it, which must be behind the whole text),
// words (title and body word counts of the loop's front, body of a page), line (characters per line), leading (>= 1.4
// for body), target (>= 20 mm both ways), gap (targets 4 mm apart), reach (height above the floor), twin (every drag
// has a tap that does the same), home (a tap leads back from every screen), alt (pictures have descriptions).
std::vector<std::string> faults(const Scene& scene);

// The minimum capital height in mm of text with `role` on a screen of `screen_role` seen from `distance_mm`; a sample
// has none.
double min_cap_height_mm(TextRole role, Role screen_role, double distance_mm);

// Three of these rules for one item of `scene`, within a tolerance too small to see: letters, target and reach.
bool letters_hold(const Text& text, const Scene& scene);
bool size_holds(const Target& target);
bool reach_holds(const Target& target, const Scene& scene);

// Limits that screens lay out by.
inline constexpr double min_target_mm = 20;
inline constexpr double min_gap_mm = 4;
inline constexpr double min_contrast = 7;
// Of the clock of a closed screen, which must not light up the room.
inline constexpr double min_contrast_closed = 3;
inline constexpr double lowest_reach_mm = 380;
inline constexpr double highest_reach_mm = 1200;
inline constexpr double lowest_in_reach_mm = 800;  // of the reach mode
inline constexpr double highest_in_reach_mm = 1100;

}  // namespace anteroom::scene
