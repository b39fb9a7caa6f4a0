#include "review/fingerprint.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

#include "review/signed_parts.h"
#include "review/text_name.h"

namespace anteroom::review {

namespace {

constexpr std::size_t part_digits = 4;

// Zero bytes, which no text has, keep the end of one from counting as the beginning of the next.
std::string bytes_of(const OneText& part) {
  std::string bytes;
  for (const std::string& name : part.path) bytes.append(1, '.').append(name);
  return bytes.append(1, '\0').append(part.words).append(1, '\0');
}

std::string digits_of(const OneText& part) {
  return bytes_hash(bytes_of(part)).substr(0, part_digits);
}

bool holds(const std::string& digits, const std::string& part) {
  for (std::size_t at = 0; at + part_digits <= digits.size(); at += part_digits) {
    if (digits.compare(at, part_digits, part) == 0) return true;
  }
  return false;
}

std::string removed_in_words(std::size_t count) {
  return count == 1 ? "something that has been removed" : std::to_string(count) + " things that have been removed";
}

}  // namespace

Fingerprint fingerprint_of(const std::vector<OneText>& parts) {
  std::vector<std::pair<std::string, std::string>> sorted;  // bytes, digits
  sorted.reserve(parts.size());
  for (const OneText& part : parts) sorted.emplace_back(bytes_of(part), digits_of(part));
  std::sort(sorted.begin(), sorted.end());
  Fingerprint result;
  std::string all;
  for (const auto& [bytes, digits] : sorted) {
    all += bytes;
    result.parts += digits;
  }
  result.whole = bytes_hash(all);
  return result;
}

Changes changes_since(const Fingerprint& before, const std::vector<OneText>& parts) {
  Changes changes;
  if (fingerprint_of(parts).whole == before.whole) return changes;
  std::vector<OneText> sorted = parts;
  // What is in the file first, in its order.
  std::stable_sort(sorted.begin(), sorted.end(), [](const OneText& a, const OneText& b) {
    return std::pair(a.at.line == 0, a.at) < std::pair(b.at.line == 0, b.at);
  });
  for (const OneText& part : sorted) {
    if (holds(before.parts, digits_of(part))) continue;
    if (changes.names.empty()) changes.at = part.at;
    changes.names.push_back(name_of(part.path) +
                            (part.at.line == 0 ? "" : " (line " + std::to_string(part.at.line) + ")"));
  }
  const std::size_t count_before = before.parts.size() / part_digits;
  if (count_before > parts.size()) changes.names.push_back(removed_in_words(count_before - parts.size()));
  if (changes.names.empty()) changes.names.emplace_back("its words");
  return changes;
}

}  // namespace anteroom::review
