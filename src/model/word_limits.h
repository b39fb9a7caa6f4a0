// The word limits for each text of a card: `check` applies them to the files, the rules of a scene to the screen.
#pragma once

namespace anteroom {

// Maximum counts. Source: docs/standards.md, "Size and legibility": what can be read in passing, and from four metres.
inline constexpr int title_words_wall = 5;
inline constexpr int title_words_kiosk = 8;
inline constexpr int lead_words_wall = 25;
inline constexpr int short_lead_words = 12;  // of a text for the wall alone: one sentence
inline constexpr int lead_words_kiosk = 40;
inline constexpr int page_words = 60;

}  // namespace anteroom
