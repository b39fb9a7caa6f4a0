#include "source/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <string_view>
#include <utility>

#include "language/utf8.h"

namespace anteroom::source {

namespace {

struct Signature {
  std::string charset;
  std::size_t size = 0;  // of the byte order mark
};

// "UTF-16LE" or "UTF-16BE" for text without a byte order mark; empty for anything else. In UTF-16 one half of each
// Latin letter, digit and space is a zero byte, and the other halves are hardly ever zero; TOML always has Latin
// letters.
std::string utf16_without_mark(std::string_view bytes) {
  if (bytes.find('\0') == std::string_view::npos) return {};
  std::size_t zeros[2] = {0, 0};  // at even and at odd offsets
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\0') ++zeros[i % 2];
  }
  const std::size_t pairs = bytes.size() / 2;
  if (pairs < 8) return {};  // too few to tell
  const auto many = [&](std::size_t count) { return count * 4 >= pairs; };
  const auto few = [&](std::size_t count) { return count * 100 <= pairs; };
  if (many(zeros[1]) && few(zeros[0])) return "UTF-16LE";
  if (many(zeros[0]) && few(zeros[1])) return "UTF-16BE";
  return {};
}

Signature signature_of(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  std::int32_t size = 0;
  const char* name = ucnv_detectUnicodeSignature(bytes.data(), static_cast<std::int32_t>(bytes.size()), &size, &error);
  const std::string charset = U_SUCCESS(error) && name != nullptr ? name : "";
  if (charset == "UTF-8" || charset.starts_with("UTF-16") || charset.starts_with("UTF-32")) {
    return {charset, static_cast<std::size_t>(size)};
  }
  return {utf16_without_mark(bytes), 0};
}

// Unreadable bytes become U+FFFD.
std::string converted(std::string_view bytes, const std::string& charset) {
  std::string utf8;
  icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()), charset.c_str()).toUTF8String(utf8);
  return utf8;
}

std::vector<std::size_t> replacements_in(std::string_view utf8) {
  std::vector<std::size_t> all;
  for (std::size_t at = utf8.find(language::replacement_utf8); at != std::string_view::npos;
       at = utf8.find(language::replacement_utf8, at + 1)) {
    all.push_back(at);
  }
  return all;
}

DecodedText from_utf8(std::string bytes) {
  DecodedText text;
  if (language::is_plain_ascii(bytes) || !language::first_invalid_utf8(bytes)) {
    text.utf8 = std::move(bytes);
    return text;
  }
  for (std::size_t offset = 0; offset < bytes.size();) {
    const std::size_t begin = offset;
    UChar32 character = 0;
    U8_NEXT(bytes.data(), offset, bytes.size(), character);
    if (character >= 0) {
      text.utf8.append(bytes, begin, offset - begin);
    } else {
      text.damage.push_back(text.utf8.size());
      text.utf8 += language::replacement_utf8;
    }
  }
  return text;
}

}  // namespace

DecodedText decoded(std::string bytes) {
  const Signature signature = signature_of(bytes);
  if (signature.charset.empty() || signature.charset == "UTF-8") return from_utf8(bytes.erase(0, signature.size));
  const std::string_view behind_mark = std::string_view(bytes).substr(signature.size);
  DecodedText text{converted(behind_mark, signature.charset), signature.charset.substr(0, 6), {}};
  text.damage = replacements_in(text.utf8);
  return text;
}

}  // namespace anteroom::source
