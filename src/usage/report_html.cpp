#include <algorithm>
#include <cmath>

#include "language/language_name.h"
#include "model/time.h"
#include "usage/report.h"

namespace anteroom::usage {

namespace {

std::string escaped(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

constexpr const char* style =
    "body{font:16px/1.5 Inter,system-ui,sans-serif;color:#1c2b33;background:#faf6ef;max-width:60rem;margin:2.5rem auto;"
    "padding:0 1.5rem}"
    "h1{font-size:1.9rem;line-height:1.2;margin:0 0 .25rem}h2{font-size:1.25rem;margin:2.5rem 0 .5rem}"
    "p{margin:.5rem 0;max-width:42rem}.note{color:#4a5a63}"
    "table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}"
    "th,td{text-align:right;padding:.4rem .6rem;border-bottom:1px solid #e0d6c6;vertical-align:top}"
    "th:first-child,td:first-child{text-align:left;padding-left:0}th{font-weight:600;white-space:nowrap}"
    "svg{display:block;width:100%;height:auto;margin:.75rem 0}svg text{font:13px "
    "Inter,system-ui,sans-serif;fill:#1c2b33}"
    ".bar{fill:#0b5d5e}.few{fill:none;stroke:#0b5d5e;stroke-dasharray:3 3}.line{stroke:#c9bda8}"
    "dl{display:flex;flex-wrap:wrap;gap:1rem 3rem;margin:1.5rem 0}dt{color:#4a5a63}dd{margin:0;font-size:1.9rem;"
    "font-weight:600;line-height:1.2}"
    "@media print{body{background:none;margin:0;max-width:none}h2{break-after:avoid}tr,svg{break-inside:avoid}}";

struct Bar {
  std::string name;
  Sum sum;
};

std::string number(double value) {
  return std::to_string(std::lround(value));
}

// One bar for each, from left to right. A sum that is not told is a dashed box of the height of the largest such one.
std::string chart(const std::vector<Bar>& bars, const std::string& described) {
  constexpr double width = 900, height = 220, top = 26, bottom = 26;
  std::uint64_t most = smallest_told;
  for (const Bar& bar : bars) most = std::max(most, bar.sum.is_told() ? bar.sum.n : 0);
  const double slot = width / static_cast<double>(std::max<std::size_t>(bars.size(), 1));
  const double bar_width = std::min(64.0, slot * 0.7);
  const double scale = (height - top - bottom) / static_cast<double>(most);
  std::string text = "<svg viewBox=\"0 0 " + number(width) + " " + number(height) + "\" role=\"img\" aria-label=\"" +
                     escaped(described) + "\">\n";
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const Bar& bar = bars[i];
    const double middle = slot * (static_cast<double>(i) + 0.5);
    const double high = scale * static_cast<double>(bar.sum.is_told() ? bar.sum.n : smallest_told - 1);
    const double y = height - bottom - high;
    if (bar.sum.n > 0) {
      text += std::string("<rect class=\"") + (bar.sum.is_told() ? "bar" : "few") + "\" x=\"" +
              number(middle - bar_width / 2) + "\" y=\"" + number(y) + "\" width=\"" + number(bar_width) +
              "\" height=\"" + number(std::max(high, 1.0)) + "\"/>\n";
      text += "<text text-anchor=\"middle\" x=\"" + number(middle) + "\" y=\"" + number(y - 6) + "\">" +
              escaped(told(bar.sum)) + "</text>\n";
    }
    text += "<text text-anchor=\"middle\" x=\"" + number(middle) + "\" y=\"" + number(height - 7) + "\">" +
            escaped(bar.name) + "</text>\n";
  }
  return text + "<line class=\"line\" x1=\"0\" x2=\"" + number(width) + "\" y1=\"" + number(height - bottom + 0.5) +
         "\" y2=\"" + number(height - bottom + 0.5) + "\"/>\n</svg>\n";
}

std::string row_of(const std::vector<std::string>& cells, const char* tag) {
  std::string text = "<tr>";
  for (const std::string& cell : cells) text += std::string("<") + tag + ">" + escaped(cell) + "</" + tag + ">";
  return text + "</tr>\n";
}

std::string table(const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows) {
  std::string text = "<table>\n<thead>" + row_of(head, "th") + "</thead>\n<tbody>\n";
  for (const std::vector<std::string>& row : rows) text += row_of(row, "td");
  return text + "</tbody>\n</table>\n";
}

std::string fact(const std::string& name, const std::string& value) {
  return "<div><dt>" + escaped(name) + "</dt><dd>" + escaped(value) + "</dd></div>\n";
}

std::string months_part(const Summary& summary) {
  std::vector<Bar> bars;
  std::vector<std::vector<std::string>> rows;
  for (const Row& row : summary.months) {
    bars.push_back({row.name, row.sum(Counted::session)});
    rows.push_back({row.name, told(row.sum(Counted::session)), told(row.sum(Counted::page)),
                    told(pages_a_session(row), 1), told(row.sum(Counted::opened))});
  }
  constexpr std::size_t most_bars = 14;
  if (bars.size() > most_bars) bars.erase(bars.begin(), bars.end() - most_bars);
  return "<h2>By month</h2>\n" + chart(bars, "Sessions by month") +
         table({"Month", "Sessions", "Pages", "Pages a session", "Cards opened"}, rows) +
         "<p class=\"note\">For comparison: patients looked at 6.6 pages a session at the NHS\xE2\x80\x99s touch "
         "kiosks, "
         "which were used less after four to five months (Nicholas, 2002 and later). New cards bring people "
         "back.</p>\n";
}

std::string cards_part(const Report& report) {
  std::vector<std::vector<std::string>> rows;
  for (const Row& row : report.summary.cards) {
    const std::optional<double> held = holding_time_s(row);
    rows.push_back({named(report.titles, row.name), told(row.sum(Counted::shown)), told(row.sum(Counted::opened)),
                    told_share(opened_share(row)), told_share(finished_share(row)), told(row.sum(Counted::worked)),
                    held ? told(held, 0) + " s" : "-"});
  }
  return "<h2>By card</h2>\n" +
         table({"Card", "Shown", "Opened", "Of shown", "Read to the end", "Exhibit worked", "For"}, rows) +
         "<p class=\"note\">Shown: the card came up in the loop, whether or not somebody was there. Exhibit worked: "
         "how "
         "often it was touched, and for how long.</p>\n";
}

std::string languages_part(const Summary& summary) {
  std::vector<std::vector<std::string>> rows;
  for (const Row& row : summary.languages) {
    rows.push_back({language::english_name(row.name), told(row.sum(Counted::session)), told(row.sum(Counted::opened))});
  }
  return "<h2>By language</h2>\n" + table({"Language", "Sessions", "Cards opened"}, rows);
}

std::string hours_part(const Summary& summary) {
  std::vector<Bar> bars;
  for (std::size_t hour = 0; hour < summary.opened_by_hour.size(); ++hour) {
    bars.push_back({std::to_string(hour), summary.opened_by_hour[hour]});
  }
  return "<h2>By hour of the day</h2>\n" + chart(bars, "Cards opened by hour of the day") +
         "<p class=\"note\">Cards opened.</p>\n";
}

}  // namespace

std::string to_html(const Report& report) {
  const Summary& all = report.summary;
  std::string text =
      std::string("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n") +
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>What was looked at</title>\n<style>" + style +
      "</style>\n</head>\n<body>\n<h1>What was looked at</h1>\n<p>";
  if (!report.clinic.empty()) text += escaped(report.clinic) + ", ";
  if (!report.screen.empty()) text += "screen \xE2\x80\x9C" + escaped(report.screen) + "\xE2\x80\x9D, ";
  if (!all.first) return text + "nothing was counted in this time.</p>\n</body>\n</html>\n";
  text += in_digits(Date(*all.first)) + " to " + in_digits(Date(*all.last)) + "</p>\n<dl>\n" +
          fact("Sessions", told(all.all.sum(Counted::session))) +
          fact("Pages a session", told(pages_a_session(all.all), 1)) +
          fact("Cards opened", told(all.all.sum(Counted::opened))) +
          fact("Read to the end", told_share(finished_share(all.all))) + "</dl>\n";
  text +=
      "<p class=\"note\">Sums under " + std::to_string(smallest_told) +
      " are not told; \xE2\x80\x9C-\xE2\x80\x9D: one of them would follow from it. A session is a patient who opened "
      "something, until nobody has touched the screen for the idle time. Nothing is known of who it was.</p>\n";
  return text + months_part(all) + cards_part(report) + languages_part(all) + hours_part(all) + "</body>\n</html>\n";
}

}  // namespace anteroom::usage
