// A Scene as text, for tests to compare and people to read.
#pragma once

#include <string>

#include "scene/scene.h"

namespace anteroom::scene {

// One line for the scene, then each item in painting order: kind, box as x,y wxh in mm with one decimal, what it shows;
// a text has a line for each of its lines, too. Of a path only the file name is shown, so that the dump does not depend
// on where the project is. Ends with '\n'.
std::string dump(const Scene& scene);

// "title", "body", "label".
std::string name_of(TextRole role);

// Every word on the screen, in reading (painting) order, one text block per line.
std::string visible_text(const Scene& scene);

}  // namespace anteroom::scene
