// The house colours (design: Looks).
#pragma once

#include "scene/geometry.h"

namespace anteroom::scene::palette {

inline constexpr Color paper = rgb(0xFAF6EF);
inline constexpr Color ink = rgb(0x1C2B33);
inline constexpr Color teal = rgb(0x0B5D5E);   // actions, topics
inline constexpr Color coral = rgb(0xC8442F);  // warnings only
inline constexpr Color sand = rgb(0xE9DFCF);
inline constexpr Color mist = rgb(0xDCE9E6);
inline constexpr Color gold = rgb(0xE2A93B);   // pictures
inline constexpr Color quiet = rgb(0x6F7F80);  // dots of cards that are not shown: 3:1 on paper
inline constexpr Color white = rgb(0xFFFFFF);
inline constexpr Color black = rgb(0x000000);

}  // namespace anteroom::scene::palette
