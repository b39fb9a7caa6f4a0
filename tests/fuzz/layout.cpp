// Any text in any width: nothing is lost, and no line is wider than it may be unless a single letter is.
#include <array>
#include <string>

#include "fuzz/targets.h"
#include "text/fake_fonts.h"
#include "text/layout.h"

namespace anteroom::fuzz {

void lay_out_text(std::string_view bytes) {
  if (bytes.size() < 3 || bytes.size() > 4000) return;
  constexpr std::array languages{"en", "fr", "es", "ar", "zh-Hans", "pa", "he", "th"};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  text::Style style;
  style.language = languages[byte(0) % languages.size()];
  style.breaks = static_cast<text::Breaks>(byte(1) % 3);
  const double width_mm = 5 + 2.0 * byte(2);
  text::FakeFonts fonts;
  const std::string_view words = bytes.substr(3);
  const text::Layout layout = text::lay_out(words, style, width_mm, fonts);
  constexpr double slack_mm = 1e-6;
  for (const text::Line& line : layout.lines) {
    promise(line.width_mm <= width_mm + slack_mm || line.width_mm <= style.size_mm + slack_mm ||
                line.text.size() <= 64,  // one grapheme, however many marks it has
            "a line is too wide");
    promise(line.baseline_mm <= layout.height_mm + slack_mm, "a line is below the layout");
  }
  promise(layout.width_mm >= 0 && layout.height_mm >= 0, "a layout is smaller than nothing");
  text::FakeFonts fresh;
  promise(text::lay_out(words, style, width_mm, fresh) == layout, "the same text is laid out in two ways");
}

}  // namespace anteroom::fuzz
