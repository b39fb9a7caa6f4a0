// The greetings with which the loop opens, and where a wall says that the touchscreen is.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "model/content.h"

namespace anteroom {

// True if the loop opens with a screen that greets in every language on offer: on a touchscreen with two languages or
// more, so that everybody finds their own, and on a wall that says where the touchscreen is; unless the settings say
// no.
bool opens_with_hello(const Content& content);

// How long the greetings stay, in the language with index `language`: as long as reading them takes (dwell.h).
Millis hello_dwell(const Content& content, std::size_t language);

// The places of a touchscreen that every language of the program has words for: the interface's word "place_left" is
// that of "left", as one sees it from the chairs.
inline constexpr std::array<std::string_view, 4> ready_places{"left", "right", "door", "desk"};

// Where the touchscreen is, in `language`: "on the left"; empty: the settings do not say, or not in this language.
std::string touchscreen_place(const Content& content, const std::string& language);

}  // namespace anteroom
