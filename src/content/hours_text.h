// "08:00-12:00, 13:00-17:00" -> minutes of the day.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/settings.h"

namespace anteroom::content {

// The minute of the day in `text` ("8:05", "08:05", "24:00"), or nothing.
std::optional<MinuteOfDay> parse_minute(std::string_view text);

// The span in `text` ("08:00-17:00", spaces around the hyphen allowed, "24:00" only as an end), or nothing.
std::optional<OpenSpan> parse_hours(std::string_view text);

struct ParsedDay {
  DayHours hours;
  std::string fault;  // what is wrong, as the second half of a sentence; empty: nothing
};

// The hours of one day in `text`: "closed", or up to max_spans spans with commas between them.
ParsedDay parse_day(std::string_view text);

}  // namespace anteroom::content
