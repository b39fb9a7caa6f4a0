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

// The three sizes of type.
enum class TextRole { title, body, label };

// A filled box with round corners (a circle when the radius is half of both sides) and, if edge_mm > 0, an edge inside
// it.
struct Fill {
  Rect box;
  Color color;
  double radius_mm = 0;
  double edge_mm = 0;
  Color edge;
  friend bool operator==(const Fill&, const Fill&) = default;
};

// A picture file, drawn as large as fits into the box without changing its shape, centred.
struct Picture {
  Rect box;
  std::string file;           // absolute path; SVG, PNG, JPEG or WebP
  std::string alt;            // what it shows, spoken; empty: decoration
  std::optional<Color> tint;  // paints every drawn point in this colour (icons)
  bool mirrored = false;      // left and right changed (arrows in right-to-left languages)
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

// A place that answers a tap. Drawn by the items before it.
struct Target {
  Rect box;  // as drawn; the hit area reaches further
  Action action;
  std::string label;  // spoken, and the name by which a replay taps it
  friend bool operator==(const Target&, const Target&) = default;
};

// Painted in order: later items lie on top.
using Item = std::variant<Fill, Picture, Text, Code, Target>;

struct Scene {
  std::string screen;    // "loop", "detail", "fallback": what `expect screen` compares
  std::string card;      // id of the card on it; empty: none
  std::string language;  // BCP 47
  Role role = Role::kiosk;
  double viewing_distance_mm = 600;
  double width_mm = 0, height_mm = 0;
  Color ground;  // fills the whole screen below all items; opaque
  std::vector<Item> items;
  friend bool operator==(const Scene&, const Scene&) = default;
};

}  // namespace anteroom::scene
