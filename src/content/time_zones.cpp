#include "content/time_zones.h"

#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <vector>

#include "language/icu_text.h"
#include "source/nearest.h"

namespace anteroom::content {

namespace {

namespace fs = std::filesystem;

// Letters, digits and _ + - between single slashes: no path out of the folder, and no POSIX rule.
bool is_area_and_city(std::string_view name) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '+' ||
           c == '-' || c == '/';
  };
  return name.find('/') != std::string_view::npos && name.front() != '/' && name.back() != '/' &&
         name.find("//") == std::string_view::npos && std::all_of(name.begin(), name.end(), is_letter);
}

bool is_zone_file(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return false;
  std::array<char, 4> begin{};
  std::ifstream stream(file, std::ios::binary);
  return stream.read(begin.data(), begin.size()) && std::string_view(begin.data(), begin.size()) == "TZif";
}

bool icu_knows(std::string_view name) {
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(language::icu_text(name)));
  icu::UnicodeString id;
  // Compared by name: ICU's own tables have an Etc/Unknown, too.
  return zone && zone->getID(id) != icu::UnicodeString(UCAL_UNKNOWN_ZONE_ID);
}

std::vector<std::string> names_of_icu() {
  std::vector<std::string> names{"UTC"};
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> all(
      icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL, nullptr, nullptr, error));
  while (U_SUCCESS(error) && all) {
    const char* name = all->next(nullptr, error);
    if (name == nullptr) break;
    names.emplace_back(name);
  }
  return names;
}

}  // namespace

bool is_time_zone(std::string_view name, const fs::path& folder) {
  if (name == "UTC") return true;
  // "right/" counts leap seconds, which no other clock does; "posix/" repeats the plain names.
  if (!is_area_and_city(name) || name.starts_with("right/") || name.starts_with("posix/")) return false;
  std::error_code error;
  return fs::is_directory(folder, error) ? is_zone_file(folder / name) : icu_knows(name);
}

std::string time_zone_suggestion(std::string_view typed, const fs::path& folder) {
  std::vector<std::string> names = names_of_icu();
  std::erase_if(names, [&](const std::string& name) { return !is_time_zone(name, folder); });
  for (const std::string& name : names) {
    if (name.ends_with("/" + std::string(typed))) return source::did_you_mean(name, {name});
  }
  return source::did_you_mean(typed, names);
}

}  // namespace anteroom::content
