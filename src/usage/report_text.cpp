#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "language/language_name.h"
#include "model/time.h"
#include "usage/report.h"

namespace anteroom::usage {

namespace {

using Line = std::vector<std::string>;

// Characters, not bytes: the titles of cards may be in any script.
std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string shortened(const std::string& text, std::size_t most) {
  if (width_of(text) <= most) return text;
  std::string cut;
  for (const char c : text) {
    const bool begins = (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    if (begins && width_of(cut) + 1 >= most) break;
    cut += c;
  }
  return cut + "\u2026";
}

// The first column on the left, the others on the right.
std::string table(const std::vector<Line>& lines) {
  std::vector<std::size_t> widths;
  for (const Line& line : lines) {
    widths.resize(std::max(widths.size(), line.size()));
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], width_of(line[i]));
  }
  std::string text;
  for (const Line& line : lines) {
    std::string row;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::string blank(widths[i] - width_of(line[i]), ' ');
      row += i == 0 ? line[i] + blank : "  " + blank + line[i];
    }
    row.erase(row.find_last_not_of(' ') + 1);
    text += row + "\n";
  }
  return text;
}

}  // namespace

std::string named(const std::map<std::string, std::string>& names, const std::string& key) {
  const auto name = names.find(key);
  return name == names.end() ? key : name->second;
}

std::string told(Sum sum) {
  if (sum.held_back) return "-";
  if (!sum.is_told()) return "<" + std::to_string(smallest_told);
  std::string digits = std::to_string(sum.n);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string told(std::optional<double> number, int decimals) {
  if (!number) return "-";
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.*f", decimals, *number);
  return text.data();
}

std::string told_share(std::optional<double> share) {
  if (!share) return "-";
  const double percent = *share * 100;
  return told(percent, percent > 0 && percent < 9.95 ? 1 : 0) + " %";
}

std::string to_text(const Report& report) {
  const Summary& all = report.summary;
  if (!all.first) return "nothing was counted in this time\n";
  std::string text = "What was looked at";
  if (!report.screen.empty()) text += " on the screen " + report.screen;
  text += ", " + in_digits(Date(*all.first)) + " to " + in_digits(Date(*all.last)) + "\n";
  text += "Sums under " + std::to_string(smallest_told) + " are not told; \"-\": one of them would follow from it.\n\n";

  std::vector<Line> months{{"month", "sessions", "pages", "pages a session", "cards opened"}};
  for (const Row& row : all.months) {
    months.push_back({row.name, told(row.sum(Counted::session)), told(row.sum(Counted::page)),
                      told(pages_a_session(row), 1), told(row.sum(Counted::opened))});
  }
  text += table(months) + "\n";

  constexpr std::size_t longest_title = 34;
  std::vector<Line> cards{{"card", "shown", "opened", "of shown", "to the end", "worked", "for"}};
  for (const Row& row : all.cards) {
    const std::optional<double> held = holding_time_s(row);
    cards.push_back({shortened(named(report.titles, row.name), longest_title), told(row.sum(Counted::shown)),
                     told(row.sum(Counted::opened)), told_share(opened_share(row)), told_share(finished_share(row)),
                     told(row.sum(Counted::worked)), held ? told(held, 0) + " s" : "-"});
  }
  text += table(cards) + "\n";

  std::vector<Line> languages{{"language", "sessions", "cards opened"}};
  for (const Row& row : all.languages) {
    languages.push_back(
        {language::english_name(row.name), told(row.sum(Counted::session)), told(row.sum(Counted::opened))});
  }
  text += table(languages) + "\n";

  std::vector<Line> hours{{"hour", "cards opened"}};
  for (std::size_t hour = 0; hour < all.opened_by_hour.size(); ++hour) {
    if (all.opened_by_hour[hour].n == 0) continue;
    hours.push_back({in_digits(MinuteOfDay(std::chrono::hours(hour))), told(all.opened_by_hour[hour])});
  }
  if (hours.size() > 1) text += table(hours) + "\n";
  return text +
         "For comparison: patients looked at 6.6 pages a session at the NHS's touch kiosks, which were used less "
         "after\n"
         "four to five months (Nicholas, 2002 and later). New cards bring people back.\n";
}

std::string to_csv(const Counts& counts) {
  std::map<std::array<std::string, 4>, Sum> sums;
  for (const auto& [count, n] : counts) {
    const std::string month = in_digits(Date(std::chrono::floor<std::chrono::days>(count.hour))).substr(0, 7);
    sums[{month, count.card, count.language, std::string(name_of(count.counted))}].n += n;
  }
  std::string text = "month,card,language,counted,n\r\n";
  for (const auto& [key, sum] : sums) {
    for (const std::string& each : key) text += each + ",";
    text += (sum.is_told() ? std::to_string(sum.n) : "") + "\r\n";
  }
  return text;
}

}  // namespace anteroom::usage
