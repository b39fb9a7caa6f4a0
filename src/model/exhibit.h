// Interactive illustrations, as their author describes them.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace anteroom {

// A sheet of paper that is folded, opened and smoothed. Its ExhibitText::parts are in the order of FoldStage: flat,
// folded, opened, smoothed.
struct Fold {
  friend bool operator==(const Fold&, const Fold&) = default;
};

// A rectangle in a picture, in shares of its width and height, 0 to 1.
struct Share {
  double x = 0, y = 0, w = 0, h = 0;
  friend bool operator==(const Share&, const Share&) = default;
};

// A part of a picture that travels along a timeline.
struct Mark {
  std::string layer;  // id of the SVG's element
  Share box = {};     // where it is drawn
  friend bool operator==(const Mark&, const Mark&) = default;
};

// One stop of a timeline.
struct Step {
  double day = 0;                   // since the beginning
  std::vector<std::string> layers;  // ids of the visible elements of the card's SVG; empty: the whole picture
  std::string picture;              // absolute path of another picture instead of the card's; empty: the card's
  // The first is seen at this step, where it is drawn; the others one after the other on the way to the next step.
  std::vector<Mark> marks = {};
  friend bool operator==(const Step&, const Step&) = default;
};

// A timeline that a finger scrubs. One ExhibitText::parts entry per step, in their order.
struct Steps {
  bool in_proportion = false;  // stops are spaced in proportion to their days; else evenly
  std::vector<Step> steps;     // at least two, days ascending
  double ratio = 4.0 / 3;      // of the card's picture: width by height
  // Of a timeline with marks: what changes from step to step. The rest of the picture may be cut off where it has to
  // fill a box of another shape. None: the whole picture is shown.
  std::optional<Share> changing = {};
  friend bool operator==(const Steps&, const Steps&) = default;
};

struct Region {
  std::string id;
  Share box;                               // where it is touched
  std::vector<std::string> layers = {};    // ids of the SVG's elements that light up; empty: what is in the box does
  std::vector<std::string> shown = {};     // ids of what is drawn, without a line, only while it is open
  bool hidden = false;                     // the picture as a whole does not show one of `layers`
  std::vector<std::string> outlined = {};  // ids of what has a line around it until it is open; empty: `layers`
  friend bool operator==(const Region&, const Region&) = default;
};

// Regions of the card's picture that open a short text. One ExhibitText::parts entry per region, in their order.
struct Hotspots {
  double ratio = 4.0 / 3;  // of the picture: width by height
  std::vector<Region> regions;
  std::vector<std::string> lit = {};  // ids of the elements that keep their colours whichever region is open
  friend bool operator==(const Hotspots&, const Hotspots&) = default;
};

// The tones that skin may have in a Pull, from light to dark.
enum class SkinTone { light, tan, brown, dark };

// A slice of skin above a muscle that folds it. The muscle is pulled, rested, and moves again as the months pass. Its
// ExhibitText::parts are in the order of PullStage, with one more for each further month.
struct Pull {
  SkinTone skin = SkinTone::tan;
  double rested = 0.1;                      // how much of its movement a rested muscle has left, 0 to 1
  std::vector<double> months{0.1, 0.4, 1};  // the same after each month, never less than before; at least one
  friend bool operator==(const Pull&, const Pull&) = default;
};

using Exhibit = std::variant<std::monostate, Fold, Steps, Hotspots, Pull>;

// The label and the text of one state of an exhibit.
struct ExhibitPart {
  std::string label;  // of a step, a region or a month; else empty
  std::string text;
  friend bool operator==(const ExhibitPart&, const ExhibitPart&) = default;
};

// An exhibit's words in one language.
struct ExhibitText {
  std::string title;
  std::string invite;  // what to do; shown until the patient has done something
  std::vector<ExhibitPart> parts;
  std::vector<std::string> buttons = {};  // of a muscle, in the order of PullButton; else none
  friend bool operator==(const ExhibitText&, const ExhibitText&) = default;
};

}  // namespace anteroom
