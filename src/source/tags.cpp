#include "source/tags.h"

#include <unicode/locid.h>

#include <algorithm>
#include <cctype>

#include "language/letters.h"
#include "source/table_reader.h"

namespace anteroom::source {

namespace {

char lower(char c) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

char upper(char c) {
  return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
}

bool is_ascii_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

}  // namespace

std::string id_of(std::string_view name, const std::string& otherwise) {
  constexpr std::size_t longest = 64;
  std::string id;
  for (const char c : language::in_ascii(name)) {
    if (id.size() == longest) break;
    const char small = lower(c);
    if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) {
      id += small;
    } else if (!id.empty() && id.back() != '-' && c != '\'') {
      id += '-';
    }
  }
  while (id.ends_with('-')) id.pop_back();
  return is_id(id) ? id : otherwise;
}

std::string canonical_tag(std::string_view tag) {
  constexpr std::size_t script = 4, region = 2;  // letters
  std::string result;
  for (std::size_t begin = 0; begin <= tag.size();) {
    const std::size_t end = std::min(tag.find('-', begin), tag.size());
    std::string part(tag.substr(begin, end - begin));
    std::transform(part.begin(), part.end(), part.begin(), lower);
    if (begin > 0 && part.size() == script) part.front() = upper(part.front());
    if (begin > 0 && part.size() == region) std::transform(part.begin(), part.end(), part.begin(), upper);
    result.append(begin > 0 ? "-" : "").append(part);
    begin = end + 1;
  }
  return result;
}

std::string preferred_tag(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag({tag.data(), static_cast<std::int32_t>(tag.size())}, status);
  if (U_SUCCESS(status)) locale.canonicalize(status);
  const auto preferred = U_SUCCESS(status) ? locale.toLanguageTag<std::string>(status) : std::string();
  return U_FAILURE(status) || locale.isBogus() || preferred == "und" ? std::string(tag) : preferred;
}

std::string region_of(std::string_view tag) {
  tag = tag.substr(0, tag.find_first_of(".@"));
  for (std::size_t cut = tag.find_first_of("-_"); cut != std::string_view::npos;) {
    const std::size_t end = std::min(tag.find_first_of("-_", cut + 1), tag.size());
    std::string part(tag.substr(cut + 1, end - cut - 1));
    if (part.size() == 2 && std::all_of(part.begin(), part.end(), is_ascii_letter)) {
      std::transform(part.begin(), part.end(), part.begin(), upper);
      return part;
    }
    cut = end == tag.size() ? std::string_view::npos : end;
  }
  return {};
}

}  // namespace anteroom::source
