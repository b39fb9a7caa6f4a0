// Dates and times the way a language writes them (ICU).
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace anteroom::language {

// `date` in full words: "22 November 2026" (en-GB), "November 22, 2026" (en-CA), "22 novembre 2026" (fr).
std::string long_date(std::chrono::year_month_day date, std::string_view language);

// `minute` of the day as the language's short clock time: "9:41 a.m." (en-CA), "09:41" (fr), "9 h 41" and "8 h"
// (fr-CA).
std::string clock_time(std::chrono::minutes minute, std::string_view language);

// The day of the week of `date`: "Monday" (en), "lundi" (fr).
std::string weekday(std::chrono::year_month_day date, std::string_view language);

// How long ago something was, in whole minutes: "5 minutes ago" (en), "il y a 5 minutes" (fr). Requires: minutes > 0.
std::string minutes_ago(std::chrono::minutes minutes, std::string_view language);

}  // namespace anteroom::language
