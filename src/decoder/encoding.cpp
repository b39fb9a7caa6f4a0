#include "decoder/encoding.h"

#include <glib.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <limits>

namespace anteroom::decoder {

std::string_view declared_encoding(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return "UTF-8";
  if (bytes.substr(0, 5) != "<?xml") return {};
  const std::string_view declaration = bytes.substr(0, bytes.find("?>"));
  const std::size_t name = declaration.find("encoding");
  if (name == std::string_view::npos) return {};
  const std::size_t quote = declaration.find_first_of("\"'", name);
  if (quote == std::string_view::npos) return {};
  const std::string_view value = declaration.substr(quote + 1);
  return value.substr(0, value.find(declaration[quote]));
}

bool is_built_in(std::string_view encoding) {
  constexpr std::array<std::string_view, 8> names{"utf-8",      "utf8",     "utf-16", "utf-16le",
                                                  "iso-8859-1", "us-ascii", "ascii",  ""};
  std::string lower(encoding);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  return std::find(names.begin(), names.end(), lower) != names.end();
}

bool is_utf8(std::string_view bytes) {
  return g_utf8_validate(bytes.data(), static_cast<gssize>(bytes.size()), nullptr) != 0;
}

std::string as_utf8(std::string_view bytes, std::string_view encoding) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) return {};
  const auto size = static_cast<std::int32_t>(bytes.size());
  const std::string name(encoding);
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t needed = ucnv_convert("UTF-8", name.c_str(), nullptr, 0, bytes.data(), size, &error);
  if (error != U_BUFFER_OVERFLOW_ERROR) return {};
  std::string converted(static_cast<std::size_t>(needed), '\0');
  error = U_ZERO_ERROR;
  ucnv_convert("UTF-8", name.c_str(), converted.data(), needed, bytes.data(), size, &error);
  return U_SUCCESS(error) ? converted : std::string();
}

}  // namespace anteroom::decoder
