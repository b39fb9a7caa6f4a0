#include "oracle/comparison.h"

#include <cmath>

#include "text/characters.h"
#include "text/paragraphs.h"

namespace anteroom::oracle {

namespace {

// Of the width. We measure a run to a thousandth of an em, Pango each glyph to a thousandth of a pixel.
constexpr double hair = 0.005;

constexpr double endless_em = 4000;

std::string spelled(const std::string& utf8) {
  std::string text;
  const icu::UnicodeString all = icu::UnicodeString::fromUTF8(utf8);
  for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
    const UChar32 c = all.char32At(i);
    char name[16];
    if (text::is_undrawn(c) || (text::is_white(c) && c != ' ') || c == 0x200C || c == 0x200D) {
      std::snprintf(name, sizeof name, "<%04X>", static_cast<unsigned>(c));
      text += name;
    } else {
      text += text::to_utf8(all, i, all.moveIndex32(i, 1));
    }
  }
  return text;
}

}  // namespace

Comparison::Comparison(const std::vector<std::string>& languages)
    : faces_(paint::default_family_choices(), languages) {}

double Comparison::natural_em(const std::string& utf8, const text::Style& style) {
  return text::lay_out(utf8, style, endless_em * style.size_mm, fonts_).width_mm / style.size_mm;
}

bool Comparison::by_a_hair(const std::string& longer, const text::Style& style, double width_em) {
  const bool hyphen = longer.size() > 2 && longer.compare(longer.size() - 2, 2, "\u00AD") == 0;
  return std::abs(natural_em(hyphen ? longer + '-' : longer, style) - width_em) < hair * width_em;
}

void Comparison::compare(const std::string& name, const std::string& utf8, const text::Style& style, double width_em) {
  for (const icu::UnicodeString& paragraph : text::paragraphs_of(utf8)) {
    compare_paragraph(name, text::to_utf8(paragraph, 0, paragraph.length()), style, width_em);
  }
}

void Comparison::compare_paragraph(const std::string& name, const std::string& paragraph, const text::Style& style,
                                   double width_em) {
  const std::vector<DrawnLine> ours = drawn_lines(text::lay_out(paragraph, style, width_em * style.size_mm, fonts_));
  const std::vector<DrawnLine> theirs = pango_.lay_out(paragraph, style, width_em);
  const std::string where = name + " (" + style.language + ", " + std::to_string(width_em) + " em): ";
  for (std::size_t i = 0; i < ours.size() && i < theirs.size(); ++i) {
    const DrawnLine& our = ours[i];
    const DrawnLine& their = theirs[i];
    if (our.text != their.text) {
      const std::string& longer = our.text.size() > their.text.size() ? our.text : their.text;
      if (by_a_hair(longer, style, width_em)) {
        ++skipped_;
      } else {
        differences_.push_back(where + "line [" + spelled(our.text) + "] Pango [" + spelled(their.text) + "]");
      }
      return;
    }
    ++lines_;
    if (i + 1 < ours.size()) ++breaks_;
    if (our.seen != their.seen) {
      differences_.push_back(where + "order [" + spelled(our.seen) + "] Pango [" + spelled(their.seen) + "]");
    }
  }
  if (ours.size() != theirs.size()) differences_.push_back(where + "another number of lines");
}

}  // namespace anteroom::oracle
