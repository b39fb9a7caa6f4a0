// Whether everything on a screen is legible and has room, and what would help if it has not.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/content.h"
#include "model/session.h"
#include "paint/face_table.h"
#include "paint/ttf_fonts.h"
#include "scene/legibility.h"
#include "scene/scene.h"

namespace anteroom::report {

// A patient's session with letters of `percent` of the usual size.
Session in_letters_of(int percent);

// Composes every screen of a content, as if within opening hours. For one thread.
class LegibilityChecker {
 public:
  // `faces` must outlive this.
  LegibilityChecker(Content content, const paint::FaceTable& faces);

  // `look`: the accessibility options that a patient has chosen.
  scene::Legibility check(const Session& look = {});

  // The ids of a few cards that have too many words for this screen: without them everything fits. Empty: it is the
  // screen that is too small. `found`: what check() returned.
  std::vector<std::string> overlong_cards(scene::Legibility found);

  // How many languages, from the first one on offer, the language screen has room for.
  std::size_t languages_with_room();
  // The smallest text size, in percent, at which those on offer have no room there; none: they have.
  std::optional<int> size_without_language_room();
  // From now on check() passes over the language screen.
  void leave_out_language_screen() { leaves_out_language_screen_ = true; }

  // Whether patients are offered to have all controls in reach.
  bool reach_is_offered();

  // What the installer can do if not everything fits.
  std::string advice();

 private:
  Screen& screen() { return content_.settings.screen; }
  scene::Legibility legibility_of(std::vector<scene::Scene> scenes) const;
  bool has_room(double width_mm, double height_mm, double distance_mm);
  bool has_room_for(std::size_t language, const Session& look);
  std::optional<double> farthest_distance();
  std::optional<std::string> larger_screen(double guess);

  Content content_;
  paint::TtfFonts fonts_;
  WallTime time_;
  bool leaves_out_language_screen_ = false;
};

}  // namespace anteroom::report
