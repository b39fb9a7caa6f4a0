// What is on the screen, as a value: everything that is painted, hit, spoken, checked or compared is read from here.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/action.h"
#include "model/card.h"
#include "scene/geometry.h"
#include "text/layout.h"

namespace anteroom::scene {

// The three sizes of type, and a sample of letters in a size that is on offer.
enum class TextRole { title, body, label, sample };

// A filled box with round corners (a circle when the radius is half of both sides) and, if edge_mm > 0, an edge inside
// it.
struct Fill {
  Rect box;
  Color color;
  double radius_mm = 0;
  double edge_mm = 0;
  Color edge = {};
  friend bool operator==(const Fill&, const Fill&) = default;
};

// How a picture is moved from its place: scaled and turned about a point, then shifted.
struct Pose {
  Point about;
  double turn_deg = 0;  // clockwise
  double scale = 1;
  Point shift;
  friend bool operator==(const Pose&, const Pose&) = default;
};

// What an SVG draws after one of its elements and before another; empty: from its beginning, or to its end.
struct Between {
  std::string after, before;
  friend bool operator==(const Between&, const Between&) = default;
};

// A picture file, drawn as large as fits into the box without changing its shape, in its middle.
struct Picture {
  Rect box;
  std::string file;                      // absolute path; SVG, PNG, JPEG, WebP or GIF
  std::string alt = {};                  // what it shows, spoken; empty: decoration
  std::optional<Color> tint = {};        // paints every drawn point in this colour (icons)
  bool mirrored = false;                 // left and right swapped (arrows in right-to-left languages)
  std::vector<std::string> layers = {};  // ids of the SVG's elements that are drawn, in their places; empty: all
  double opacity = 1;                    // 0 to 1; at 0 it is made ready, for when it is wanted
  std::string language = {};             // of `alt`, BCP 47; empty: the scene's
  std::string instead = {};              // absolute path: shown whole if this cannot be drawn; empty: nothing is
  std::optional<Share> frame = {};       // the part of it that is drawn, each side at least a quarter; none: all of it
  double corner_mm = 0;                  // the radius of its corners, if it fills its box
  double outline_mm = 0;                 // > 0: not the drawing but a line so wide around it, in `tint`
  std::optional<Rect> spot = {};         // only what is in this box is drawn, fading out towards its round edge
  std::optional<Rect> clip = {};         // only what is in this box is drawn, cut off at its edges
  Point shift = {};                      // what is drawn moves by so much, and the box does not
  std::optional<Rect> ink = {};          // nothing is drawn outside of this, once moved; none: it is not known
  bool high_contrast = false;            // in the colours that its file has for high contrast
  bool stands = false;                   // at the foot of the box instead of in its middle
  std::optional<Between> between = {};   // only this of an SVG is drawn; without `layers`
  std::optional<Pose> pose = {};         // of a part that moves, sampled between its pixels; with `ink`
  friend bool operator==(const Picture&, const Picture&) = default;
};

struct Text {
  Rect box;  // the layout starts at its top left corner; layout.height_mm <= box.h
  text::Layout layout;
  TextRole role = TextRole::body;
  Color ink;
  friend bool operator==(const Text&, const Text&) = default;
};

// A QR code with its quiet zone, dark on white.
struct Code {
  Rect box;  // square, the quiet zone of four modules included
  std::string content;
  friend bool operator==(const Code&, const Code&) = default;
};

// A convex shape: every corner has its own colour, interpolated in between. Its edge is in the middle of a soft rim of
// `soft_mm` (shadows); 0: as sharp as pixels allow.
struct Polygon {
  Rect box;                    // around the corners and the rim
  std::vector<Point> corners;  // at least three, clockwise
  std::vector<Color> colors;   // one per corner
  double soft_mm = 0;
  bool hollow = false;  // only its soft rim: what is inside of that is covered by something opaque
  friend bool operator==(const Polygon&, const Polygon&) = default;
};

// A place along a ribbon: a point of each of its long sides, with its colour.
struct Rung {
  Point upper, lower;
  Color upper_color, lower_color;
  friend bool operator==(const Rung&, const Rung&) = default;
};

// A band between two long sides, such as a layer whose edges are curves, as one item: the colours of its rungs are
// interpolated in between. Its long sides are as sharp as pixels allow; its ends are sharp only where they are upright.
struct Ribbon {
  Rect box;                 // around all of its points
  std::vector<Rung> rungs;  // at least two, in their order along it; upper and lower sides never cross
  friend bool operator==(const Ribbon&, const Ribbon&) = default;
};

// An area that responds to a tap, drawn by the items before it. The order of targets in the scene is the keypad's focus
// order.
struct Target {
  Rect box;        // as drawn; the hit area extends further
  std::string id;  // see target_id in model/names.h
  Action action;
  std::string label;          // the name by which a replay taps it; also spoken
  bool ground = false;        // it is the background: a swipe may begin on it, and other targets may be on top of it
  std::string spoken = {};    // instead of the label, if that is a sign ("Aa")
  bool chosen = false;        // switched on
  std::string language = {};  // of the label, BCP 47; empty: the scene's
  std::string caption = {};   // written on it as well; not spoken
  bool repeats = false;       // it does what another target does: not in the focus order, and not spoken
  friend bool operator==(const Target&, const Target&) = default;
};

// An area in which a finger drags the exhibit. It is not in the focus order: taps do all that it does.
struct Handle {
  Rect box;  // positions of a drag are shares of it
  std::string label;
  Rect grab_area;  // where a finger may grab it, including `box`: no swipe begins there
  friend bool operator==(const Handle&, const Handle&) = default;
};

// Painted in order: later items lie on top.
using Item = std::variant<Fill, Picture, Text, Code, Polygon, Ribbon, Target, Handle>;

// What a swipe across the background does; none: nothing. "Next" is to the left, or to the right if the language is
// written right to left.
struct Swipe {
  std::optional<Action> next, previous;
  friend bool operator==(const Swipe&, const Swipe&) = default;
};

struct Scene {
  std::string screen;    // see screen_name in model/names.h; what `expect screen` compares
  std::string card;      // id of the card on it; empty: none
  std::string language;  // BCP 47
  Role role = Role::kiosk;
  double viewing_distance_mm = 600;
  double width_mm = 0, height_mm = 0;
  double lower_edge_mm = 800;  // of the picture, above the floor
  int text_percent = 100;      // the text size that was asked for
  bool has_notice = false;     // a notice is above the rest
  bool in_reach = false;       // reach mode: all controls must be between its heights
  Swipe swipe;
  Color ground;  // fills the whole screen behind all items; opaque
  // What the items cover, dimmed by `veil` over the whole screen: only painted, not touched, spoken or read by anybody.
  std::vector<Item> behind;
  Color veil = {0, 0, 0, 0};
  std::vector<Item> items;
  friend bool operator==(const Scene&, const Scene&) = default;
};

}  // namespace anteroom::scene
