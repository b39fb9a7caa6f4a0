#include "platform/log_filter.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace anteroom::platform {

namespace {

using namespace std::chrono_literals;

constexpr std::array<Millis, 4> pauses{1min, 10min, 1h, 24h};
constexpr Millis hour = 1h;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// `text` with every number replaced by '#': messages about the same fault usually differ only in their numbers.
std::string without_numbers(const std::string& text) {
  std::string key;
  for (const char c : text) {
    if (!is_digit(c)) {
      key += c;
    } else if (key.empty() || key.back() != '#') {
      key += '#';
    }
  }
  return key;
}

}  // namespace

std::string LogFilter::tidy(std::string_view message) const {
  while (!message.empty() && (message.back() == '\n' || message.back() == '\r')) message.remove_suffix(1);
  std::size_t end = std::min(message.size(), limits_.bytes);
  if (end < message.size()) {
    while (end > 0 && (message[end] & 0xC0) == 0x80) --end;  // do not split a UTF-8 character
  }
  std::string text(message.substr(0, end));
  if (end < message.size()) text += " ... (" + std::to_string(message.size() - end) + " more bytes)";
  for (char& c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F) c = '?';
  }
  return text;
}

LogFilter::Kind& LogFilter::kind_of(const std::string& text, std::vector<std::string>& out, MonoTime now) {
  std::string key = without_numbers(text);
  const auto found = std::find_if(kinds_.begin(), kinds_.end(), [&](const Kind& kind) { return kind.key == key; });
  if (found != kinds_.end()) {
    kinds_.splice(kinds_.begin(), kinds_, found);
  } else {
    if (kinds_.size() >= limits_.remembered) {
      put_count(kinds_.back(), out, now);
      kinds_.pop_back();
    }
    kinds_.emplace_front().key = std::move(key);
  }
  return kinds_.front();
}

std::vector<std::string> LogFilter::take(std::string_view message, MonoTime now) {
  std::vector<std::string> out;
  const std::string text = tidy(message);
  if (text.empty()) return out;
  Kind& kind = kind_of(text, out, now);
  const std::size_t hash = std::hash<std::string>{}(text);
  const bool said = std::find(kind.said.begin(), kind.said.end(), hash) != kind.said.end();
  if (said || kind.said.size() >= limits_.alike) {
    repeat(kind, text, now);
  } else {
    kind.said.push_back(hash);
    put(text, out, now);
  }
  return out;
}

void LogFilter::repeat(Kind& kind, const std::string& text, MonoTime now) {
  kind.last = text.substr(0, text.find('\n'));
  if (kind.untold++ > 0) return;
  if (kind.counted && now - *kind.counted >= pauses.back()) kind.pause = 0;
  kind.due = std::max(now + pauses.front(), kind.counted.value_or(now) + pauses[kind.pause]);
}

void LogFilter::put_count(Kind& kind, std::vector<std::string>& out, MonoTime now) {
  if (kind.untold == 0) return;
  const std::string times = kind.untold == 1 ? " more time: " : " more times: ";
  put("said " + std::to_string(kind.untold) + times + kind.last, out, now);
  kind.untold = 0;
  kind.counted = now;
  kind.pause = std::min(kind.pause + 1, pauses.size() - 1);
}

std::vector<std::string> LogFilter::due_counts(MonoTime now) {
  std::vector<std::string> out;
  for (Kind& kind : kinds_) {
    if (kind.due <= now) put_count(kind, out, now);
  }
  return out;
}

std::vector<std::string> LogFilter::pending_counts(MonoTime now) {
  std::vector<std::string> out;
  for (Kind& kind : kinds_) put_count(kind, out, now);
  return out;
}

std::optional<MonoTime> LogFilter::next_count() const {
  std::optional<MonoTime> next;
  for (const Kind& kind : kinds_) {
    if (kind.untold > 0 && (!next || kind.due < *next)) next = kind.due;
  }
  return next;
}

void LogFilter::put(std::string line, std::vector<std::string>& out, MonoTime now) {
  if (!hour_began_ || now - *hour_began_ >= hour) {
    hour_began_ = now;
    bytes_ = 0;
    if (left_out_ > 0) out.push_back(std::to_string(std::exchange(left_out_, 0)) + " messages were left out");
  }
  if (bytes_ + line.size() > limits_.bytes_an_hour) {
    if (left_out_++ == 0) out.emplace_back("too much is said; what follows is left out until an hour has passed");
    return;
  }
  bytes_ += line.size() + 1;
  out.push_back(std::move(line));
}

}  // namespace anteroom::platform
