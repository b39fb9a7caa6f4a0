// The summary in the forms in which a clinic reads it.
#pragma once

#include <map>
#include <string>

#include "usage/counts.h"
#include "usage/summary.h"

namespace anteroom::usage {

struct Report {
  Summary summary;
  std::map<std::string, std::string> titles = {};  // of the cards, by id; a card that is not there has its id alone
  std::string clinic = {}, screen = {};            // names, may be empty
};

// Tables for a terminal, at most 100 columns wide.
std::string to_text(const Report& report);
// One page without anything from outside: tables and charts, to be opened, printed or sent.
std::string to_html(const Report& report);
// Sums by month, card, language and what is counted, for a spreadsheet; "n" is empty where it is under `smallest_told`.
std::string to_csv(const Counts& counts);

// The name of `key`; if it has none, `key`.
std::string named(const std::map<std::string, std::string>& names, const std::string& key);

// "1,234", "<10", "-": as the sum may be told.
std::string told(Sum sum);
// "6.6", "-": none.
std::string told(std::optional<double> number, int decimals);
// "12 %", "-": none.
std::string told_share(std::optional<double> share);

}  // namespace anteroom::usage
