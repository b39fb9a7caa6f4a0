#include "source/damaged_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdio>

#include "source/misread_utf8.h"
#include "source/printable.h"

namespace anteroom::source {

namespace {

constexpr UChar32 replacement = 0xFFFD;
constexpr UChar32 object_replacement = 0xFFFC;
constexpr UChar32 byte_order_mark = 0xFEFF;

std::string code_of(UChar32 character) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "U+%04X", static_cast<unsigned>(character));
  return text.data();
}

bool is_private(UChar32 character) {
  return u_charType(character) == U_PRIVATE_USE_CHAR;
}

// True for characters reserved for use inside programs: U+FFFE, U+FFF9 and others.
bool is_no_text(UChar32 character) {
  return U_IS_UNICODE_NONCHAR(character) || (character >= 0xFFF9 && character <= object_replacement);
}

// What is wrong with `character`, which cannot be part of a text.
std::string fault_of(UChar32 character) {
  const std::string code = code_of(character);
  if (character == replacement) return "a letter is lost: " + code + " (\uFFFD) is in its place; type it again";
  if (character == object_replacement) {
    return code + " stands for a picture or an object that could not be copied into this text; delete it";
  }
  if (is_private(character)) {
    return code + " is a private character, which other programs show as a box or not at all; type again what it was";
  }
  return code + " is no character of any text; type again what it was";
}

std::string misread_fault(std::string_view written, const Misread& misread) {
  const std::string is = in_ticks(written) + " is damaged";
  if (misread.original.empty()) return is + ": a letter was lost when the file was saved; type it again";
  if (misread.original == "\uFEFF") return is + ": it was an invisible byte order mark; delete it";
  if (misread.original == "\u00A0") return is + ": it was probably a no-break space; type a space";
  return is + ": it was probably " + in_ticks(misread.original) + "; type it again";
}

std::string and_more(std::size_t more) {
  if (more == 0) return ", and save the file as UTF-8";
  return ", like " + in_thousands(more) + " more in this text, and save the file as UTF-8";
}

}  // namespace

std::optional<Damage> first_damage(std::string_view utf8) {
  std::optional<Damage> first;
  std::size_t count = 0;
  const auto add = [&](std::size_t offset, std::size_t size, std::string message) {
    if (!first || offset < first->offset) first = Damage{offset, size, std::move(message)};
    ++count;
  };
  for (const Misread& each : misread_utf8(utf8)) {
    add(each.offset, each.size, misread_fault(utf8.substr(each.offset, each.size), each));
  }
  for (std::size_t at = 0; at < utf8.size();) {
    // All characters looked for begin with one of the bytes 0xEE to 0xF4.
    if (static_cast<unsigned char>(utf8[at]) < 0xEE) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    UChar32 character = 0;
    U8_NEXT(utf8.data(), at, utf8.size(), character);
    if (character == replacement || is_private(character) || is_no_text(character)) {
      add(begin, at - begin, fault_of(character));
    }
  }
  if (first) first->message += and_more(count - 1);
  return first;
}

std::optional<Damage> first_stray(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    if (static_cast<unsigned char>(utf8[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    UChar32 character = 0;
    U8_NEXT(utf8.data(), at, utf8.size(), character);
    if (character == byte_order_mark) {
      return Damage{begin, at - begin, "there is an invisible byte order mark (U+FEFF) inside this text; delete it"};
    }
    const bool stands_on_nothing = begin == 0 || utf8[begin - 1] == ' ' || utf8[begin - 1] == '\n';
    if (stands_on_nothing && (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0) {
      return Damage{begin, at - begin,
                    "the mark " + code_of(character) + " is on no letter; delete it, or type the letter before it"};
    }
  }
  return std::nullopt;
}

}  // namespace anteroom::source
