#include "platform/ssip.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <utility>

namespace anteroom::platform {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower_letter(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// The service's lines are short; a peer that sends this much without a line end does not speak SSIP.
constexpr std::size_t longest_line = 65536;

}  // namespace

std::uint64_t SsipReply::message() const {
  std::uint64_t number = 0;
  if (lines.size() > 1) std::from_chars(lines[0].data(), lines[0].data() + lines[0].size(), number);
  return number;
}

void SsipReader::add(std::string_view bytes) {
  rest_ += bytes;
}

std::optional<SsipReply> SsipReader::next() {
  for (std::size_t end = rest_.find('\n'); end != std::string::npos; end = rest_.find('\n')) {
    std::string line = rest_.substr(0, end);
    rest_.erase(0, end + 1);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const bool numbered = line.size() >= 3 && std::all_of(line.begin(), line.begin() + 3, is_digit);
    const bool goes_on = line.size() > 3 && line[3] == '-';
    if (!numbered || (line.size() > 3 && !goes_on && line[3] != ' ')) return SsipReply{};
    reply_.code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
    reply_.lines.push_back(line.substr(std::min<std::size_t>(4, line.size())));
    if (!goes_on) return std::exchange(reply_, {});
  }
  if (rest_.size() > longest_line) return SsipReply{};
  return {};
}

std::string ssip_text(std::string_view text) {
  std::string line = text.starts_with('.') ? "." : "";  // a dot alone would end the text
  for (const char c : text) line += (static_cast<unsigned char>(c) < ' ' || c == '\x7F') ? ' ' : c;
  return line + "\r\n.";
}

std::string ssip_language(std::string_view language) {
  std::string base, region;
  while (!language.empty()) {
    const std::size_t end = std::min(language.find('-'), language.size());
    const std::string_view part = language.substr(0, end);
    language.remove_prefix(std::min(end + 1, language.size()));
    const bool letters = std::all_of(part.begin(), part.end(), is_letter);
    const bool digits = std::all_of(part.begin(), part.end(), is_digit);
    if (base.empty()) {
      if (!letters || part.size() < 2) break;
      base = part;
    } else if (part.size() == 1) {
      break;  // extensions and private use
    } else if ((letters && part.size() == 2) || (digits && part.size() == 3)) {
      region = part;
      break;
    }
  }
  std::transform(base.begin(), base.end(), base.begin(), lower_letter);
  std::transform(region.begin(), region.end(), region.begin(), lower_letter);
  if (base.empty()) return "en";
  if (base == "zh" && (region == "hk" || region == "mo")) return "yue";
  return region.empty() ? base : base + "-" + region;
}

int ssip_volume(int percent) {
  return std::clamp(percent, 0, 100) * 2 - 100;
}

}  // namespace anteroom::platform
