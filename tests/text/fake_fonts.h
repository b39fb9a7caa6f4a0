// Fonts whose advances can be worked out by hand: a letter is half an em wide.
#pragma once

#include <string_view>

#include "text/fonts.h"

namespace anteroom::text {

// Ideographs, kana, Hangul and full-width forms are one em wide; marks, joiners and variation selectors have no width.
// Faces: 0 for Latin and all else, 1 for Hebrew and Arabic, 2 for characters one em wide; semibold faces are 3 higher,
// just as wide. A capital is 0.7 em high. No font has the private use area.
class FakeFonts : public Fonts {
 public:
  FaceId face_for(char32_t character, std::string_view language, Weight weight, FaceId current) override {
    const FaceId base = weight == Weight::semibold ? 3 : 0;
    if (is_right_to_left_letter(character)) return base + 1;
    if (is_wide(character)) return base + 2;
    if (is_letter_or_digit(character)) return base;
    if (current >= 0) return current;
    return base + (language == "ar" || language == "he" ? 1 : 0);
  }

  bool covers(char32_t character, std::string_view, Weight) override {
    return character < 0xE000 || character > 0xF8FF;
  }

  double advance(FaceId, std::string_view utf8, std::string_view, bool) override {
    ++advances_;
    measured_bytes_ += utf8.size();
    double sum = 0;
    for (std::size_t i = 0; i < utf8.size();) sum += width(next(utf8, i));
    return sum;
  }

  FaceMetrics metrics(FaceId) override { return {0.9, 0.3, 0.7, 0.3}; }

  // What a layout has asked for so far: calls of advance, and the bytes in them.
  std::size_t advances() const { return advances_; }
  std::size_t measured_bytes() const { return measured_bytes_; }

  static double width(char32_t character) {
    const bool mark = (character >= 0x300 && character <= 0x36F) || (character >= 0x64B && character <= 0x65F) ||
                      character == 0x200C || character == 0x200D || (character >= 0xFE00 && character <= 0xFE0F);
    if (mark) return 0;
    return is_wide(character) ? 1 : 0.5;
  }

 private:
  static bool is_letter_or_digit(char32_t c) {
    return (c >= U'0' && c <= U'9') || ((c | 0x20u) >= U'a' && (c | 0x20u) <= U'z') || (c > 0xBF && width(c) > 0);
  }
  static bool is_right_to_left_letter(char32_t c) { return c >= 0x590 && c <= 0x6FF && width(c) > 0; }
  static bool is_wide(char32_t c) {
    return (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF00 && c <= 0xFF60);
  }
  // The character at `i`; moves `i` past it. A layout passes well-formed UTF-8 only.
  static char32_t next(std::string_view utf8, std::size_t& i) {
    const auto lead = static_cast<unsigned char>(utf8[i++]);
    if (lead < 0x80) return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    char32_t character = lead & (0x3Fu >> more);
    for (int k = 0; k < more && i < utf8.size(); ++k) {
      character = character << 6 | (static_cast<unsigned char>(utf8[i++]) & 0x3Fu);
    }
    return character;
  }

  std::size_t advances_ = 0;
  std::size_t measured_bytes_ = 0;
};

}  // namespace anteroom::text
