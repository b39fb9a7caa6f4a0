// The words that `anteroom new card` writes, to be replaced by its author; `check` looks for those that are left.
#pragma once

#include <string_view>

namespace anteroom::content {

inline constexpr std::string_view sample_topic = "New card";
inline constexpr std::string_view sample_title = "A title here";
inline constexpr std::string_view sample_lead = "Say the one thing that this card is for.";
inline constexpr std::string_view sample_page =
    "Say more in short words. Say what it means for the person who reads it.";

}  // namespace anteroom::content
