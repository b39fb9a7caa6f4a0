// Dates and times the way a language writes them (ICU).
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace anteroom::text {

// `date` in full words: "22 November 2026", "22 novembre 2026". Day before month in English too, as in Canada.
std::string long_date(std::chrono::year_month_day date, std::string_view language);

// `minute` of the day as the language's short clock time: "9:41 AM", "09:41".
std::string clock_time(std::chrono::minutes minute, std::string_view language);

}  // namespace anteroom::text
