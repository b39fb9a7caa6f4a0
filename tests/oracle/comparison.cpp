#include "oracle/comparison.h"

#include <unicode/uchar.h>

#include <cmath>

#include "content/read_families.h"
#include "language/characters.h"
#include "language/icu_text.h"
#include "language/paragraphs.h"
#include "language/whole_numbers.h"

namespace anteroom::oracle {

namespace {

// A share of the width. We measure a run to a thousandth of an em, Pango each glyph to a thousandth of a pixel.
constexpr double hair = 0.005;

// A share of the width: every run may be off by half a thousandth of an em.
constexpr double rounding = 0.001;

// In em: what the marks round a number may keep Pango from kerning.
constexpr double kerning_em = 0.04;

constexpr double endless_em = 4000;

std::string spelled(const std::string& utf8) {
  std::string text;
  const icu::UnicodeString all = icu::UnicodeString::fromUTF8(utf8);
  for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
    const UChar32 c = all.char32At(i);
    char name[16];
    if (language::is_undrawn(c) || (language::is_white(c) && c != ' ') || c == 0x200C || c == 0x200D) {
      std::snprintf(name, sizeof name, "<%04X>", static_cast<unsigned>(c));
      text += name;
    } else {
      text += language::to_utf8(all, i, all.moveIndex32(i, 1));
    }
  }
  return text;
}

bool is_joined(UChar32 character) {
  return u_getIntPropertyValue(character, UCHAR_JOINING_TYPE) != U_JT_NON_JOINING;
}

bool is_virama(UChar32 character) {
  return u_getIntPropertyValue(character, UCHAR_INDIC_SYLLABIC_CATEGORY) == U_INSC_VIRAMA;
}

const icu::UnicodeString zero_width_non_joiner(u"\u200C");

// Our line and Pango's, which both begin at `start` of `paragraph` or after the white space there, but end differently.
struct Difference {
  const std::string& paragraph;
  const std::string& our;
  const std::string& their;
  std::size_t start;
};

// Why our line break is the better one; empty if no reason is known.
std::string reason_to_differ(const Difference& at, const std::string& language) {
  const icu::UnicodeString our = icu::UnicodeString::fromUTF8(at.our);
  const std::size_t our_end = at.paragraph.find(at.our, at.start) + at.our.size();
  const icu::UnicodeString rest = icu::UnicodeString::fromUTF8(at.paragraph.substr(our_end));
  // UAX 14 never breaks beside a quotation mark that may open or close; in Chinese, and in Korean with ICU 76, they
  // tell which they do.
  const icu::UnicodeString opening(u"“‘");
  const icu::UnicodeString closing(u"”’");
  if ((language.starts_with("zh") || language == "ko") && !our.isEmpty() &&
      (closing.indexOf(our.charAt(our.length() - 1)) >= 0 ||
       (!rest.isEmpty() && opening.indexOf(rest.charAt(0)) >= 0))) {
    return "Chinese and Korean quotation marks at a line's edge";
  }
  // Pango breaks after the hyphen of " -word".
  const icu::UnicodeString their = icu::UnicodeString::fromUTF8(at.their);
  const int32_t their_seen = language::trim_unseen(their, 0, their.length());
  if (their_seen > 0 && their.charAt(their_seen - 1) == '-' && icu::UnicodeString(rest).trim().startsWith(u"-")) {
    return "hyphens before their word";
  }
  // Pango 1.50 takes a conjunct apart.
  if (is_virama(their.char32At(their.length() - 1))) return "conjuncts kept whole";
  // Pango 1.56 keeps whole what the author has taken apart, and too wide for the line.
  if (our.endsWith(zero_width_non_joiner) && is_virama(our.char32At(our.length() - 2))) {
    return "conjuncts taken apart by their author";
  }
  // If a word must be cut, Pango measures its characters as shaped in the whole word, we as they will be drawn.
  if (is_joined(our.char32At(our.length() - 1)) && !rest.isEmpty() && is_joined(rest.char32At(0))) {
    return "Arabic letters measured as cut";
  }
  // A word that is wider than the line is not cut beside a mark that closes or opens.
  const icu::UnicodeString whole = icu::UnicodeString::fromUTF8(at.paragraph);
  int32_t cut = icu::UnicodeString::fromUTF8(at.paragraph.substr(0, at.paragraph.find(at.their, at.start))).length() +
                their.length();
  int32_t next = cut;
  while (next < whole.length() && language::is_white(whole.char32At(next))) ++next;
  const bool is_before_mark = next < whole.length() && language::is_beside_mark(whole, next);
  while (cut > 0 && u_hasBinaryProperty(whole.char32At(cut - 1), UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) --cut;
  if (is_before_mark || language::is_beside_mark(whole, cut)) return "words not cut beside a mark";
  // French puts a space inside guillemets, and authors often type an ordinary one.
  const std::size_t their_end = at.paragraph.find(at.their, at.start) + at.their.size();
  const icu::UnicodeString their_rest = icu::UnicodeString::fromUTF8(at.paragraph.substr(their_end));
  if (language == "fr" &&
      (at.their.ends_with("\u00AB") || icu::UnicodeString(their_rest).trim().startsWith(u"\u00BB"))) {
    return "guillemets with their words";
  }
  return {};
}

// The marks of a number for Pango: an isolate and an override around it, and a character that forbids a break between
// its characters. No compared text has these sequences.
const icu::UnicodeString begin_mark(u"\u2066\u202D");
const icu::UnicodeString end_mark(u"\u202C\u2069");
constexpr char16_t joiner = 0xFEFF;

bool is_written_to_the_left(UChar32 character) {
  const UCharDirection direction = u_charDirection(character);
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC || direction == U_ARABIC_NUMBER;
}

// True if isolates can change the order; otherwise they would only keep Pango from kerning.
bool has_two_directions(const icu::UnicodeString& text, const text::Style& style) {
  if (text::is_right_to_left(style.language)) return true;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    if (is_written_to_the_left(text.char32At(i))) return true;
  }
  return false;
}

// `text` with each of `numbers` marked; those that are not `joined` may be broken.
std::string with_marks(const icu::UnicodeString& text, const text::Style& style,
                       const std::vector<language::WholeNumber>& numbers, const std::vector<bool>& joined) {
  const bool isolated = has_two_directions(text, style);
  icu::UnicodeString marked;
  int32_t done = 0;
  for (std::size_t n = 0; n < numbers.size(); ++n) {
    marked.append(text, done, numbers[n].start - done);
    if (isolated) marked.append(begin_mark);
    for (int32_t i = numbers[n].start; i < numbers[n].end; i = text.moveIndex32(i, 1)) {
      if (joined[n] && i > numbers[n].start) marked.append(joiner);
      marked.append(text.char32At(i));
    }
    if (isolated) marked.append(end_mark);
    done = numbers[n].end;
  }
  marked.append(text, done, text.length() - done);
  return language::to_utf8(marked, 0, marked.length());
}

std::string without_marks(const std::string& marked) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(marked);
  text.findAndReplace(begin_mark, u"").findAndReplace(end_mark, u"").findAndReplace(icu::UnicodeString(joiner), u"");
  return language::to_utf8(text, 0, text.length());
}

// The index of the first of `numbers` that is `joined` and still split between `lines`; numbers.size() if there is
// none.
std::size_t first_cut(const std::vector<DrawnLine>& lines, const std::vector<language::WholeNumber>& numbers,
                      const std::vector<bool>& joined, const icu::UnicodeString& text) {
  int32_t end = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const icu::UnicodeString line = icu::UnicodeString::fromUTF8(without_marks(lines[i].text));
    while (end < text.length() && language::is_white(text.char32At(end)) && !text.tempSubString(end).startsWith(line))
      ++end;
    end += line.length();
    for (std::size_t n = 0; n < numbers.size(); ++n) {
      if (joined[n] && numbers[n].start < end && end < numbers[n].end) return n;
    }
  }
  return numbers.size();
}

// `paragraph` with all its numbers marked.
std::string marked_for_pango(const std::string& paragraph, const text::Style& style) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(paragraph);
  const std::vector<language::WholeNumber> numbers = language::whole_numbers(text);
  return with_marks(text, style, numbers, std::vector<bool>(numbers.size(), false));
}

// The font families that ship.
std::vector<paint::FamilyChoice> house_families() {
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  std::vector<paint::FamilyChoice> choices;
  for (content::FontFamilies& each : content::read_families(ANTEROOM_ROOT "/assets/fonts.toml", files, diagnostics)) {
    choices.push_back({std::move(each.language), std::move(each.families)});
  }
  return choices;
}

}  // namespace

Comparison::Comparison(const std::vector<std::string>& languages) : faces_(house_families(), languages) {}

double Comparison::natural_em(const std::string& utf8, const text::Style& style) {
  return text::lay_out(utf8, style, endless_em * style.size_mm, fonts_).width_mm / style.size_mm;
}

bool Comparison::by_a_hair(const std::string& longer, const std::string& paragraph, const text::Style& style,
                           double width_em) {
  const bool hyphen = longer.size() > 2 && longer.compare(longer.size() - 2, 2, "\u00AD") == 0;
  const double gap_em = std::abs(natural_em(hyphen ? longer + '-' : longer, style) - width_em);
  const bool marked = marked_for_pango(paragraph, style) != paragraph;
  return gap_em < hair * width_em || (marked && gap_em < kerning_em);
}

void Comparison::compare_width(const std::string& name, const std::string& paragraph, const text::Style& style) {
  const double our_em = natural_em(paragraph, style);
  const double their_em = pango_.width_em(marked_for_pango(paragraph, style), style);
  if (std::abs(our_em - their_em) < rounding * their_em) return;
  differences_.push_back(name + " (" + style.language + "): width " + std::to_string(our_em) + " em, Pango " +
                         std::to_string(their_em));
}

void Comparison::compare(const std::string& name, const std::string& utf8, const text::Style& style, double width_em) {
  for (const icu::UnicodeString& paragraph : language::paragraphs_of(utf8)) {
    compare_paragraph(name, language::to_utf8(paragraph, 0, paragraph.length()), style, width_em);
  }
}

std::vector<DrawnLine> Comparison::pango_lines(const std::string& paragraph, const text::Style& style,
                                               double width_em) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(paragraph);
  const std::vector<language::WholeNumber> numbers = language::whole_numbers(text);
  std::vector<bool> joined(numbers.size(), true);
  for (;;) {
    std::vector<DrawnLine> lines = pango_.lay_out(with_marks(text, style, numbers, joined), style, width_em);
    // A number that Pango cuts all the same does not fit on a line; it may then be broken at its spaces.
    const std::size_t cut = first_cut(lines, numbers, joined, text);
    if (cut == numbers.size()) {
      for (DrawnLine& line : lines) line.text = without_marks(line.text);
      return lines;
    }
    joined[cut] = false;
  }
}

void Comparison::compare_paragraph(const std::string& name, const std::string& paragraph, const text::Style& style,
                                   double width_em) {
  const std::vector<DrawnLine> ours = drawn_lines(text::lay_out(paragraph, style, width_em * style.size_mm, fonts_));
  const std::vector<DrawnLine> theirs = pango_lines(paragraph, style, width_em);
  const std::string where = name + " (" + style.language + ", " + std::to_string(width_em) + " em): ";
  std::size_t start = 0;
  for (std::size_t i = 0; i < ours.size() && i < theirs.size(); ++i) {
    const DrawnLine& our = ours[i];
    const DrawnLine& their = theirs[i];
    if (our.text != their.text) {
      const std::string& longer = our.text.size() > their.text.size() ? our.text : their.text;
      const std::string reason = reason_to_differ({paragraph, our.text, their.text, start}, style.language);
      if (by_a_hair(longer, paragraph, style, width_em)) {
        ++skipped_;
      } else if (!reason.empty()) {
        ++agreed_[reason];
      } else {
        differences_.push_back(where + "line [" + spelled(our.text) + "] Pango [" + spelled(their.text) + "]");
      }
      return;
    }
    ++lines_;
    start = paragraph.find(our.text, start) + our.text.size();
    if (i + 1 < ours.size()) ++breaks_;
    if (our.seen != their.seen) {
      differences_.push_back(where + "order [" + spelled(our.seen) + "] Pango [" + spelled(their.seen) + "]");
    }
  }
  if (ours.size() != theirs.size()) differences_.push_back(where + "another number of lines");
}

}  // namespace anteroom::oracle
