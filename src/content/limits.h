// How much of everything a pack may hold. What exceeds a limit is reported and not shown, so that no file can keep the
// screen or `check` busy: both compose every screenful of a card in each appearance, at about a millisecond each.
#pragma once

#include <cstddef>

namespace anteroom::content {

// Of a file, in bytes.
inline constexpr std::size_t max_pack_bytes = 4UL * 1024 * 1024;  // ten thousand cards take less than one
inline constexpr std::size_t max_card_bytes = 1024UL * 1024;
inline constexpr std::size_t max_picture_bytes = 16UL * 1024 * 1024;

inline constexpr std::size_t max_cards = 10'000;   // of a pack; `bench` loads as many
inline constexpr std::size_t max_languages = 40;   // of a pack
inline constexpr std::size_t max_variables = 500;  // of a language
// Of each list in [policy]: each name is searched for in every text.
inline constexpr std::size_t max_policy_names = 200;

inline constexpr std::size_t max_spans = 4;          // of a day's opening hours
inline constexpr std::size_t max_excepted = 200;     // days or spans in a card's `except`
inline constexpr std::size_t max_dated_hours = 400;  // entries of [[hours.on]]: a year of single days

// A patient reads about seven pages per visit (Nicholas 2002), far fewer than these.
inline constexpr std::size_t max_pages = 40;             // of a card in a language
inline constexpr std::size_t max_card_letters = 15'000;  // of a card in a language, in all its texts: 2,500 words
inline constexpr std::size_t max_card_lines = 400;       // in which its texts are written
inline constexpr std::size_t max_motions = 12;           // of a card's picture
inline constexpr std::size_t max_motion_keys = 24;       // of a movement
inline constexpr std::size_t max_layers = 100;           // of a step

// In characters. `check` warns much earlier of texts that are too long for a reader: see too-many-words.
inline constexpr std::size_t max_text_letters = 2'000;  // of any one text
inline constexpr std::size_t max_text_lines = 50;       // in which it is written
inline constexpr std::size_t max_title_letters = 200;   // of a text in large type or on a button
inline constexpr std::size_t max_value_letters = 500;   // of a variable's value

}  // namespace anteroom::content
