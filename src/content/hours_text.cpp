#include "content/hours_text.h"

#include <algorithm>
#include <vector>

#include "content/limits.h"
#include "source/nearest.h"
#include "source/printable.h"

namespace anteroom::content {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// A span as it was written.
struct WrittenSpan {
  OpenSpan span;
  std::string_view text;
};

std::vector<std::string_view> split_at_commas(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t comma = text.find(','); comma != std::string_view::npos; comma = text.find(',')) {
    parts.push_back(source::trimmed(text.substr(0, comma)));
    text.remove_prefix(comma + 1);
  }
  parts.push_back(source::trimmed(text));
  return parts;
}

// What to say about spans that overlap; `spans` in their order. Empty: none do.
std::string overlap_in(const std::vector<WrittenSpan>& spans) {
  for (std::size_t i = 1; i < spans.size(); ++i) {
    const WrittenSpan& before = spans[i - 1];
    const bool past_midnight = before.span.until < before.span.from;
    if (!past_midnight && spans[i].span.from >= before.span.until) continue;
    return source::in_ticks(spans[i].text) + " begins before " + source::in_ticks(before.text) + " has ended";
  }
  return {};
}

}  // namespace

std::optional<MinuteOfDay> parse_minute(std::string_view text) {
  const std::size_t colon = text.find(':');
  if ((colon != 1 && colon != 2) || text.size() != colon + 3) return std::nullopt;
  int hours = 0;
  int minutes = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == colon) continue;
    if (!is_digit(text[i])) return std::nullopt;
    int& number = i < colon ? hours : minutes;
    number = number * 10 + (text[i] - '0');
  }
  if (minutes > 59 || hours > 24 || (hours == 24 && minutes > 0)) return std::nullopt;
  return MinuteOfDay(hours * 60 + minutes);
}

std::optional<OpenSpan> parse_hours(std::string_view text) {
  const std::size_t hyphen = text.find('-');
  if (hyphen == std::string_view::npos) return std::nullopt;
  const auto from = parse_minute(source::trimmed(text.substr(0, hyphen)));
  const auto until = parse_minute(source::trimmed(text.substr(hyphen + 1)));
  if (!from || !until || *from == MinuteOfDay(24 * 60)) return std::nullopt;
  return OpenSpan{*from, *until};
}

ParsedDay parse_day(std::string_view text) {
  if (text == "closed") return {};
  const std::vector<std::string_view> parts = split_at_commas(text);
  if (parts.size() > max_spans) {
    return {{},
            "it has " + std::to_string(parts.size()) + " parts; at most " + std::to_string(max_spans) + " are allowed"};
  }
  std::vector<WrittenSpan> spans;
  for (const std::string_view part : parts) {
    const std::optional<OpenSpan> span = parse_hours(part);
    if (!span || span->from == span->until) {
      return {{},
              "it should look like \"08:00-17:00\", with a break \"08:00-12:00, 13:00-17:00\", past midnight "
              "\"20:00-04:00\", or be \"closed\"" +
                  source::did_you_mean(text, {"closed"})};
    }
    spans.push_back({*span, part});
  }
  std::stable_sort(spans.begin(), spans.end(),
                   [](const WrittenSpan& a, const WrittenSpan& b) { return a.span.from < b.span.from; });
  ParsedDay day{{}, overlap_in(spans)};
  for (const WrittenSpan& each : spans) day.hours.push_back(each.span);
  return day;
}

}  // namespace anteroom::content
