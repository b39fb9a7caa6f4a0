// How buttons look.
#pragma once

#include <string>
#include <vector>

#include "screens/view.h"

namespace anteroom::screens {

inline constexpr double corner_mm = 7;  // the radius of the corners of all controls
// The outline of those that are not filled: in high contrast as wide as all other lines.
inline double control_edge_mm(const View& view) {
  return view.high_contrast ? contrast_line_mm : 0.7;
}

struct Button {
  std::string id;
  Action action;
  std::string word = {};              // written on it, and spoken
  std::string icon = {};              // of assets/icons; empty: none
  bool chosen = false;                // switched on, or the one that is open
  bool large = false;                 // written in body size
  bool mirrored = false;              // the icon points along the direction of reading
  std::string spoken = {};            // said instead of the word
  bool is_sign = false;               // the icon is the word; of the two it alone is shown
  std::string caption = {};           // written below or beside such an icon where it fits; not spoken
  std::string caption_language = {};  // of such a caption in the bar; empty: the view's
  std::string language = {};          // of the word; empty: the view's
  bool bare = false;                  // of the bar: on a key that is there already, unless it is primary
  bool primary = false;               // what most readers do next: filled
  bool outlined = false;              // of the bar: with a bold edge, as what leads on within a page
  double letters_mm = 0;              // of a page's button that is not `large`: the size of its letters; 0: of labels
  bool keeps_word_in_place = false;   // when chosen, its sign is a second edge, which takes no room from the word
  std::string in_lines = {};          // a page's button: the word with the ends of its lines; empty: they are not given
  bool seen = false;                  // a page's button: a tick on its upper corner, the only one that it has
  bool repeats = false;               // see scene::Target

  // What is written on it.
  const std::string& written() const { return is_sign ? caption : word; }
  const std::string& on_page() const { return in_lines.empty() ? word : in_lines; }
};

// The letters on a page's controls: those of body text at 100 %, the same in all languages. Larger text has them grow
// as labels do.
text::Style control_style(const View& view);

// What a touch on `button` in `box` does.
scene::Target target_of(const Button& button, const scene::Rect& box);

// A button of the bar, on a key that fills `box`: the icon above the word, or beside it in a wide box. If only one of
// them fits there, a wide box shows the word, unless the icon is the button's sign, and any other the icon.
std::vector<scene::Item> bar_button(const View& view, const Button& button, const scene::Rect& box);
// An empty key of the bar that fills `box`.
scene::Fill key_ground(const View& view, const scene::Rect& box);
// True if bar_button shows `word` in `box`; else its icon stands alone.
bool has_room_for_word(const View& view, const std::string& word, const scene::Rect& box);
// How wide the box of a bar_button has to be for `word` beside its icon, if it is high enough.
double width_for_icon(const View& view, const std::string& word);
// False if bar_button would show `word` in `box` without its icon.
bool has_room_for_icon(const View& view, const std::string& word, const scene::Rect& box);
// True if bar_button shows `word` in `box` on a line of its own, with or without an icon beside it.
bool has_room_beside_nothing(const View& view, const std::string& word, const scene::Rect& box);

// A button on the page: an edge, and in its middle the icon and the word. A chosen one is filled and has a tick for an
// icon, or a second edge where the word needs the room.
// A word that has no room is broken: see fits_in.
std::vector<scene::Item> page_button(const View& view, const Button& button, const scene::Rect& box);
// True if the word of `button` fits into `box` in letters of `letters_mm`, in two lines, clear of the button's edges
// and without a break inside a word.
bool fits_in(const View& view, const Button& button, const scene::Rect& box, double letters_mm);
// The same in letters of body text, or at larger text of labels, and in one line.
bool fits_on_one_line(const View& view, const Button& button, const scene::Rect& box);
// The largest letters, up to those of body text, in which the words of all `buttons` fit into their boxes; 0: those of
// labels do not, either. Requires: as many boxes as buttons.
double common_letters(const View& view, const std::vector<Button>& buttons, const std::vector<scene::Rect>& boxes);

}  // namespace anteroom::screens
