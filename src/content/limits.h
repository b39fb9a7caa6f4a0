// How much of everything a pack may hold. What goes beyond is named and not shown, so that no file can keep the screen
// or `check` busy: both compose every screenful of a card in each of its looks, about a millisecond each.
#pragma once

#include <cstddef>

namespace anteroom::content {

inline constexpr std::size_t max_cards = 10'000;   // of a pack; `bench` loads as many
inline constexpr std::size_t max_languages = 40;   // of a pack
inline constexpr std::size_t max_variables = 500;  // of a language
// Of each list in [policy]: every one of them is looked for in every text.
inline constexpr std::size_t max_policy_names = 200;

// A patient reads about seven pages a visit (Nicholas 2002); nobody reads a fifth of these.
inline constexpr std::size_t max_pages = 40;             // of a card in a language
inline constexpr std::size_t max_card_letters = 15'000;  // of a card in a language, in all its texts: 2,500 words
inline constexpr std::size_t max_card_lines = 400;       // that its texts are written in
inline constexpr std::size_t max_layers = 100;           // of a step

// In characters. `check` warns of texts that are too long for a reader much earlier: see too-many-words.
inline constexpr std::size_t max_text_letters = 2'000;  // of any one text
inline constexpr std::size_t max_text_lines = 50;       // that it is written in
inline constexpr std::size_t max_title_letters = 200;   // of a text that stands in large letters or on a button
inline constexpr std::size_t max_value_letters = 500;   // of a variable's value

}  // namespace anteroom::content
