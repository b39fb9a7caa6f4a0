// The house colours.
#pragma once

#include "model/ground.h"
#include "scene/geometry.h"

namespace anteroom::scene::palette {

inline constexpr Color paper = rgb(0xFAF6EF);
inline constexpr Color ink = rgb(0x1C2B33);
inline constexpr Color teal = rgb(0x0B5D5E);       // actions, topics
inline constexpr Color deep_teal = rgb(0x084B4C);  // topics on the colour of a card: 7:1 on each
inline constexpr Color alarm = rgb(0x8C1D12);      // the whole screen of an urgent notice: 9:1 under white
inline constexpr Color coral = rgb(0xA3291A);      // the number to call on an urgent card: 7:1 under white
inline constexpr Color sand = rgb(0xE9DFCF);
inline constexpr Color stone = rgb(0xD1C4AD);       // of the bar: darker than the colour of any card
inline constexpr Color stone_edge = rgb(0xAFA28B);  // along its top
inline constexpr Color mist = rgb(0xDCE9E6);
inline constexpr Color blush = rgb(0xF2DACD);
inline constexpr Color straw = rgb(0xF2E3BF);
inline constexpr Color sky = rgb(0xDAE6EF);
inline constexpr Color sage = rgb(0xDFE6D2);
inline constexpr Color quiet = rgb(0x6F7F80);  // dots of cards that are not shown: 3:1 on paper
inline constexpr Color dim = rgb(0x5C6366);    // of a clock at night: 3:1 on black
inline constexpr Color night = rgb(0x969EA2);  // of words at night: 7:1 on black, half as bright as white
inline constexpr Color white = rgb(0xFFFFFF);
inline constexpr Color black = rgb(0x000000);
inline constexpr Color clear{0, 0, 0, 0};  // inside of rings

// What a screen's parts are painted in: the house colours, or those of high contrast.
struct Colors {
  Color ground, ink, accent, quiet;  // of the screen; accent: topics, icons, edges of controls
  Color panel;                       // behind items that belong together
  Color bar, button, bar_edge;       // of the bottom bar, of buttons, and along the top of the bar
  Color chosen, on_chosen;           // of what is switched on, and of the text on it
  Color ring;                        // of the keypad's focus
};
inline constexpr Colors standard{paper, ink, teal, quiet, mist, stone, white, stone_edge, teal, white, ink};
inline constexpr Colors high_contrast{black,         white, rgb(0xFFD400), rgb(0xB0B0B0), rgb(0x1A1A1A), black,
                                      rgb(0x1A1A1A), white, rgb(0xFFD400), black,         rgb(0xFFD400)};

// The colour behind a card's picture; clear where the card has none. Ink on it has 7:1 and teal 4.5:1, so that
// everything drawn in them is well above the 3:1 of a meaningful stroke (docs/standards.md, Size and legibility).
constexpr Color color_of(Ground ground) {
  switch (ground) {
    case Ground::none:
      return clear;
    case Ground::mist:
      return mist;
    case Ground::sand:
      return sand;
    case Ground::blush:
      return blush;
    case Ground::straw:
      return straw;
    case Ground::sky:
      return sky;
    case Ground::sage:
      return sage;
  }
  return clear;
}

}  // namespace anteroom::scene::palette
