// What the screen shows while it is set up: which way is up, a ruler, where its edges are, and the corners to touch.
#pragma once

#include <string>
#include <vector>

#include "model/settings.h"
#include "scene/scene.h"
#include "text/fonts.h"

namespace anteroom::setup {

struct TouchRing {
  scene::Point at;
  enum class State { waiting, lit, touched } state = State::waiting;
};

struct TestPicture {
  std::string monitor;              // its name
  std::string question;             // to the person in front of it
  std::string note;                 // below it, smaller
  bool has_ruler = false;           // ruler_length() long
  std::vector<TouchRing> rings;     // to be touched
  std::vector<scene::Point> stray;  // where touches arrived that missed the ring
};

// Of the ruler on `screen`, in mm: what an installer's tape or a school's ruler has.
double ruler_length(const Screen& screen);

// The rings in the corners of `screen`, clockwise from the upper left. Their radius is half of their distance from the
// nearest edges.
std::vector<TouchRing> corner_rings(const Screen& screen);
double ring_radius(const Screen& screen);

scene::Scene test_picture(const TestPicture& picture, const Screen& screen, text::Fonts& fonts);

}  // namespace anteroom::setup
