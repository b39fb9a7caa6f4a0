// The words that `anteroom new card` writes, to be replaced by its author; `check` looks for those that are left.
#pragma once

#include <array>
#include <string_view>

namespace anteroom::content {

inline constexpr std::string_view sample_topic = "New card";
inline constexpr std::string_view sample_title = "A title here";
inline constexpr std::string_view sample_lead = "Say the one thing that this card is for.";
inline constexpr std::string_view sample_page =
    "Say more in short words. Say what it means for the person who reads it.";
inline constexpr std::string_view sample_page_title = "The title of a page";
inline constexpr std::string_view sample_ask = "A question for your clinician here?";
inline constexpr std::string_view sample_picture_alt = "Say what the picture shows.";

// All of them.
inline constexpr std::array sample_card_texts = {sample_topic,      sample_title, sample_lead,       sample_page,
                                                 sample_page_title, sample_ask,   sample_picture_alt};

}  // namespace anteroom::content
