// How many words may stand where on a card: `check` counts them in the files, the rules of a scene on the screen.
#pragma once

namespace anteroom {

// At most. Source: docs/standards.md, "Size and legibility": what can be read in passing, and from four metres.
inline constexpr int title_words_wall = 5;
inline constexpr int title_words_kiosk = 8;
inline constexpr int lead_words_wall = 25;
inline constexpr int lead_words_kiosk = 40;
inline constexpr int page_words = 60;

}  // namespace anteroom
