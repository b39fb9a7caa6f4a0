// What can be touched, as the eye sees it.
#pragma once

#include <string>
#include <vector>

#include "screens/view.h"

namespace anteroom::screens {

inline constexpr double corner_mm = 4;  // the radius of a button's corners

struct Button {
  std::string id;
  Action action;
  std::string word = {};      // written on it, and spoken
  std::string icon = {};      // of assets/icons; empty: none
  bool chosen = false;        // switched on, or the one that is open
  bool large = false;         // written in body size
  bool mirrored = false;      // the icon points to where reading goes
  std::string spoken = {};    // said instead of the word
  bool is_sign = false;       // the icon is the word, and has none beside it
  std::string language = {};  // of the word; empty: the view's
};

// A button of the bar: the icon above the word, or beside it where the box is wide; the word alone where both do not
// fit, the icon alone where the word does not.
std::vector<scene::Item> bar_button(const View& view, const Button& button, const scene::Rect& box);
// False if bar_button would show `word` in `box` without its icon.
bool has_room_for_icon(const View& view, const std::string& word, const scene::Rect& box);

// A button on the page: an edge, the word in its middle, the icon before it. What is chosen is filled and has a tick
// there, or a second edge where the word needs the room.
std::vector<scene::Item> page_button(const View& view, const Button& button, const scene::Rect& box);

}  // namespace anteroom::screens
