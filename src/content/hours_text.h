// "08:00-17:00" -> minutes of the day.
#pragma once

#include <optional>
#include <string_view>

#include "model/time.h"

namespace anteroom::content {

struct MinuteSpan {
  MinuteOfDay from{0};
  MinuteOfDay until{0};
};

// The span in `text` ("08:00-17:00", spaces around the hyphen allowed, "24:00" only as an end), or nothing.
std::optional<MinuteSpan> parse_hours(std::string_view text);

}  // namespace anteroom::content
