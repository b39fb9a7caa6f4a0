// "2027-08-15" or "12-25" -> days of the calendar.
#pragma once

#include <optional>
#include <string_view>

#include "model/day_span.h"

namespace anteroom::content {

// The days in `text`: a date ("2027-08-15"), a month ("2027-08"), a day of every year ("12-25"), or a span of one of
// these ("2027-08-01/2027-08-14", "12-24/01-02"). Nothing if it is none of them, or not a day between 2000 and 2199.
// Dates may be in the wrong order.
std::optional<DaySpan> parse_days(std::string_view text);

}  // namespace anteroom::content
