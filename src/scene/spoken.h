// What of a scene is spoken, and in which order.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "language/sentences.h"
#include "scene/scene.h"

namespace anteroom::scene {

// One thing to say, and the item that shows it.
struct SpokenPart {
  std::string text;
  std::size_t item = 0;
  std::optional<language::Sentence> sentence;  // its position in a text; none: the item as a whole
  std::string language = {};                   // BCP 47; empty: the scene's
  friend bool operator==(const SpokenPart&, const SpokenPart&) = default;
};

// How a picture's description and a button that is switched on are worded: "Picture: {text}", "{label}, chosen".
struct SpokenWords {
  std::string picture = "{text}";
  std::string chosen = "{label}";
};

// Everything that `scene` shows, in reading order, which is that of its items: each sentence of each text, the
// description of each picture, and for each target whatever no text inside it says. A button that is chosen, or shows a
// sign ("Aa"), is spoken in its own words, and the text on it is not.
// Of a target that repeats another, nothing is. Bidi controls and bullets are left out.
std::vector<SpokenPart> spoken(const Scene& scene, const SpokenWords& words);

// What is spoken for `target` alone.
std::string spoken_label(const Target& target, const SpokenWords& words);

}  // namespace anteroom::scene
