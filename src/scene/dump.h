// A Scene as text that a test compares and a person reads.
#pragma once

#include <string>

#include "scene/scene.h"

namespace anteroom::scene {

// One line for the scene, then one for each item in painting order: kind, box as x,y wxh in mm with one decimal, what
// it shows. Of a file only its name stands in the dump, so that it is the same wherever the project lies. Ends with
// '\n'.
std::string dump(const Scene& scene);

// "title", "body", "label".
std::string name_of(TextRole role);

// Every word on the screen, in reading (painting) order, one text block a line.
std::string visible_text(const Scene& scene);

}  // namespace anteroom::scene
