#include "language/line_glue.h"

#include <unicode/dtfmtsym.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <string>

#include "language/boundaries.h"
#include "language/characters.h"
#include "language/icu_text.h"
#include "language/language_tag.h"
#include "language/unit_words.h"

namespace anteroom::language {

namespace {

// [start, end) in UTF-16 units; empty: there is none.
struct Part {
  int32_t start = 0, end = 0;
  bool empty() const { return start >= end; }
};

bool is_between_digits(UChar32 c) {
  constexpr std::u16string_view marks = u".,:/\u066B\u066C\u00B7";
  return c < 0x10000 && marks.find(static_cast<char16_t>(c)) != std::u16string_view::npos;
}

bool is_range_dash(UChar32 c) {
  return u_charType(c) == U_DASH_PUNCTUATION || c == 0x2212 || c == '~' || c == 0xFF5E;
}

bool is_gap(UChar32 c) {
  return is_white(c) || is_undrawn(c);
}

// The names of the months in `language`, in lower case, as they follow or precede a day.
const std::vector<std::u16string>& months(std::string_view language) {
  thread_local std::map<std::string, std::vector<std::u16string>, std::less<>> by_language;
  const auto known = by_language.find(language);
  if (known != by_language.end()) return known->second;
  std::vector<std::u16string> names;
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(locale_of(language), status);
  int32_t count = 0;
  if (U_SUCCESS(status)) {
    const icu::UnicodeString* found =
        symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
    for (int32_t i = 0; i < count; ++i) {
      const icu::UnicodeString name = icu::UnicodeString(found[i]).toLower();
      if (name.length() > 2) names.emplace_back(name.getBuffer(), static_cast<std::size_t>(name.length()));
    }
  }
  return by_language.emplace(language, std::move(names)).first->second;
}

bool is_among(const std::u16string& word, const std::vector<std::u16string_view>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool begins_with_one_of(const std::u16string& word, const std::vector<std::u16string_view>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::u16string_view beginning) { return word.starts_with(beginning); });
}

class Numbers {
 public:
  Numbers(const icu::UnicodeString& text, std::string_view language, std::vector<bool>& glued)
      : text_(text), language_(language), words_(unit_words(language)), glued_(glued) {}

  void glue() {
    for (Part number = next(0); !number.empty(); number = next(number.end)) {
      glue_before(number);
      glue_call(number);
      if (writes_without_blanks(language_)) {
        glue_beside(number);
      } else {
        glue_after(number);
      }
      glue_dash(number);
    }
  }

  // The unit of the last number; empty: it has none.
  Part last_unit() const {
    Part last;
    for (Part number = next(0); !number.empty(); number = next(number.end)) last = number;
    return last.empty() ? Part{} : unit_of(last);
  }

 private:
  // The unit behind `number`; empty: it has none.
  Part unit_of(Part number) const {
    if (writes_without_blanks(language_)) {
      const int32_t from = after_gap(number.end);
      return {from, unit_beside(from)};
    }
    const Part word = word_after(number.end);
    return !word.empty() && is_unit(lower(word)) ? word : Part{};
  }

  UChar32 at(int32_t i) const { return i < text_.length() ? text_.char32At(i) : 0; }

  // The first number at or after `from`: digits, with the marks that are inside it.
  Part next(int32_t from) const {
    while (from < text_.length() && !u_isdigit(at(from))) from = text_.moveIndex32(from, 1);
    int32_t end = from;
    while (end < text_.length() && (u_isdigit(at(end)) || (is_between_digits(at(end)) && u_isdigit(at(end + 1))))) {
      end = text_.moveIndex32(end, 1);
    }
    return {from, end};
  }

  int32_t after_gap(int32_t i) const {
    while (i < text_.length() && is_gap(at(i))) i = text_.moveIndex32(i, 1);
    return i;
  }

  // The word behind the gap at `from`, which must be there, without the punctuation after it.
  Part word_after(int32_t from) const {
    const int32_t start = after_gap(from);
    if (start == from || start >= text_.length()) return {};
    int32_t end = start;
    while (end < text_.length() && !is_gap(at(end))) end = text_.moveIndex32(end, 1);
    const auto is_mark = [&](int32_t i) { return u_ispunct(at(i)) && at(i) != '%' && at(i) != 0x066A; };
    while (end > start && is_mark(text_.moveIndex32(end, -1))) end = text_.moveIndex32(end, -1);
    return {start, end};
  }

  Part word_before(int32_t to) const {
    int32_t end = to;
    while (end > 0 && is_gap(at(text_.moveIndex32(end, -1)))) end = text_.moveIndex32(end, -1);
    if (end == to) return {};
    int32_t start = end;
    while (start > 0 && !is_gap(at(text_.moveIndex32(start, -1)))) start = text_.moveIndex32(start, -1);
    while (start < end && u_ispunct(at(start))) start = text_.moveIndex32(start, 1);
    return {start, end};
  }

  std::u16string lower(Part part) const {
    const icu::UnicodeString word = icu::UnicodeString(text_, part.start, part.end - part.start).toLower();
    return {word.getBuffer(), static_cast<std::size_t>(word.length())};
  }

  // No line ends at `from`, at `to` or between them.
  void keep(int32_t from, int32_t to) { std::fill(glued_.begin() + from, glued_.begin() + to + 1, true); }

  bool is_month(const std::u16string& word) const {
    const std::vector<std::u16string>& names = months(language_);
    return std::find(names.begin(), names.end(), word) != names.end();
  }

  bool is_unit(const std::u16string& word) const {
    if (word.empty()) return false;
    if (is_among(word, common_units()) || is_month(word)) return true;
    return words_.units.empty() ? u_isalpha(static_cast<UChar32>(word[0])) != 0
                                : begins_with_one_of(word, words_.units);
  }

  void glue_after(Part number) {
    const Part word = word_after(number.end);
    if (word.empty()) return;
    const std::u16string said = lower(word);
    // "9 Facts About": the number that a title begins with, too.
    const bool in_title = number.end - number.start <= 2 && u_isupper(at(word.start)) != 0;
    if (is_unit(said) || in_title) keep(number.end, word.start);
    if (!is_among(said, words_.joints)) return;
    const int32_t other = after_gap(word.end);
    const bool ends_in_number = other > word.end && u_isdigit(at(other));
    const Part month = word_after(word.end);
    const bool ends_in_month = !month.empty() && is_month(lower(month));
    if (ends_in_number || ends_in_month) keep(number.end, ends_in_number ? other : month.start);
  }

  void glue_before(Part number) {
    const Part word = word_before(number.start);
    if (word.empty()) return;
    const std::u16string said = lower(word);
    if (is_among(said, words_.before) || is_month(said)) keep(word.end, number.start);
  }

  // "Call 911": a number of three digits that is none of something is one to call.
  void glue_call(Part number) {
    constexpr int32_t digits = 3;
    if (number.end - number.start != digits || !unit_of(number).empty()) return;
    int32_t end = number.start;
    while (end > 0 && is_gap(at(text_.moveIndex32(end, -1)))) end = text_.moveIndex32(end, -1);
    if (end > 0 && u_hasBinaryProperty(at(text_.moveIndex32(end, -1)), UCHAR_S_TERM) == 0) keep(end, number.start);
  }

  // Of the word written right beside the number that ends at `from`: where it ends. `from`: it is no unit.
  int32_t unit_beside(int32_t from) const {
    for (const std::u16string_view unit : words_.units) {  // longer ones first
      if (follows(unit, from)) return from + static_cast<int32_t>(unit.size());
    }
    return from;
  }

  bool follows(std::u16string_view word, int32_t place) const {
    const auto length = static_cast<int32_t>(word.size());
    return text_.compare(place, length, word.data(), 0, length) == 0;
  }

  // The unit, or the word and the range's other end, without a space between them.
  void glue_beside(Part number) {
    const int32_t from = after_gap(number.end);
    for (const std::u16string_view before : words_.before) {
      const auto length = static_cast<int32_t>(before.size());
      if (number.start >= length && follows(before, number.start - length)) keep(number.start, number.start);
    }
    for (const std::u16string_view joint : words_.joints) {
      if (!follows(joint, from)) continue;
      const int32_t other = after_gap(from + static_cast<int32_t>(joint.size()));
      if (u_isdigit(at(other))) keep(number.end, other);
    }
    const int32_t end = unit_beside(from);
    if (end == from) return;
    keep(number.end, end - 1);
    const char16_t last = text_.charAt(end - 1);
    if (end == from + 1 && (last == u'年' || last == u'月') && u_isdigit(at(end))) keep(end, end);  // parts of a date
  }

  // "48 – 72".
  void glue_dash(Part number) {
    const int32_t dash = after_gap(number.end);
    if (!is_range_dash(at(dash))) return;
    const int32_t other = after_gap(text_.moveIndex32(dash, 1));
    if (u_isdigit(at(other))) keep(number.end, other);
  }

  const icu::UnicodeString& text_;
  std::string_view language_;
  const UnitWords& words_;
  std::vector<bool>& glued_;
};

// Particles that a phrase ends with; on their own they would begin a line with half of what they belong to.
bool is_particle(const icu::UnicodeString& text, int32_t start, int32_t end) {
  constexpr std::u16string_view particles = u"的了吗呢吧们着嗎們著";
  return end - start == 1 && particles.find(text.charAt(start)) != std::u16string_view::npos;
}

// Short words that a phrase begins with; on their own they would end a line with half of what they belong to.
bool is_opener(const icu::UnicodeString& text, int32_t start, int32_t end) {
  constexpr std::u16string_view openers = u"请但不也很更最没哪这那每几各和或与把被让請沒這幾與讓";
  return end - start == 1 && openers.find(text.charAt(start)) != std::u16string_view::npos;
}

// Only ends of words, as ICU's dictionary knows them, are places for a line's end.
void glue_words(const icu::UnicodeString& text, std::string_view language, std::vector<bool>& glued) {
  icu::BreakIterator* ends = boundaries(Boundary::word, language);
  if (ends == nullptr) return;
  ends->setText(text);
  int32_t start = ends->first();
  bool is_loose = false;  // the word before is one character that nothing is joined to
  for (int32_t end = ends->next(); end != icu::BreakIterator::DONE; start = end, end = ends->next()) {
    std::fill(glued.begin() + start + 1, glued.begin() + end, true);
    if (start > 0 && is_particle(text, start, end)) glued[static_cast<std::size_t>(start)] = true;
    if (is_opener(text, start, end)) glued[static_cast<std::size_t>(end)] = true;
    // Two words of one character each are mostly said as one: "拨打", also where a number is joined to the second.
    const bool is_one = end - start == 1 && u_hasBinaryProperty(text.charAt(start), UCHAR_IDEOGRAPHIC) != 0;
    const bool is_first = !is_loose && !glued[static_cast<std::size_t>(start)];
    // "治疗的人": what the particle leads to.
    if (is_one && start > 0 && text.charAt(start - 1) == u'的') glued[static_cast<std::size_t>(start)] = true;
    if (is_one && is_loose) glued[static_cast<std::size_t>(start)] = true;
    is_loose = is_one && is_first && !glued[static_cast<std::size_t>(end)];
  }
}

// "muscle-relaxing", "Vais-je": what a hyphen joins is read as one word.
void glue_compounds(const icu::UnicodeString& text, std::vector<bool>& glued) {
  for (int32_t at = text.indexOf(u'-'); at >= 0; at = text.indexOf(u'-', at + 1)) {
    const bool joins = at > 0 && at + 1 < text.length() && u_isalpha(text.char32At(text.moveIndex32(at, -1))) != 0 &&
                       u_isalpha(text.char32At(at + 1)) != 0;
    if (joins) glued[static_cast<std::size_t>(at) + 1] = true;
  }
}

// "(nurse practitioners)": two words in parentheses.
void glue_asides(const icu::UnicodeString& text, std::vector<bool>& glued) {
  for (int32_t at = text.indexOf(u'('); at >= 0; at = text.indexOf(u'(', at + 1)) {
    const int32_t end = text.indexOf(u')', at);
    if (end < 0) return;
    int32_t gaps = 0, gap = 0;
    for (int32_t i = at + 1; i < end; ++i) {
      if (!is_white(text.charAt(i))) continue;
      ++gaps;
      gap = i;
    }
    if (gaps == 1) std::fill(glued.begin() + gap, glued.begin() + gap + 2, true);
  }
}

// "Dr. A. Person": a title or an initial, which a full stop ends, stays with the name behind it.
void glue_initials(const icu::UnicodeString& text, std::vector<bool>& glued) {
  constexpr std::u16string_view titles[] = {u"Dr", u"Dre", u"Dra", u"Mr", u"Mrs", u"Ms", u"Prof", u"Sr", u"Sra"};
  for (int32_t stop = text.indexOf(u'.'); stop >= 0; stop = text.indexOf(u'.', stop + 1)) {
    int32_t start = stop;
    while (start > 0 && u_isalpha(text.char32At(text.moveIndex32(start, -1))) != 0) start = text.moveIndex32(start, -1);
    const bool is_initial = stop - start == 1 && u_isupper(text.char32At(start)) != 0 &&
                            (start == 0 || is_gap(text.char32At(text.moveIndex32(start, -1))));
    const bool is_title = std::any_of(std::begin(titles), std::end(titles), [&](std::u16string_view title) {
      return text.compare(start, stop - start, title.data(), 0, static_cast<int32_t>(title.size())) == 0;
    });
    int32_t name = stop + 1;
    while (name < text.length() && is_gap(text.char32At(name))) name = text.moveIndex32(name, 1);
    const bool has_name = name > stop + 1 && name < text.length() && u_isupper(text.char32At(name)) != 0;
    // After a number or a single letter that ends a sentence, "vitamin C. Ask …", the next word is no name: only after
    // a title or another capital is it one.
    bool is_after_capital = false;
    for (int32_t before = start; is_initial && before > 0;) {
      before = text.moveIndex32(before, -1);
      if (is_gap(text.char32At(before)) || text.charAt(before) == u'.') continue;
      while (before > 0 && u_isalpha(text.char32At(text.moveIndex32(before, -1))) != 0)
        before = text.moveIndex32(before, -1);
      is_after_capital = u_isupper(text.char32At(before)) != 0;
      break;
    }
    if (has_name && (is_title || (is_initial && (start == 0 || is_after_capital)))) {
      std::fill(glued.begin() + stop + 1, glued.begin() + name + 1, true);
    }
  }
}

bool has_digit(const icu::UnicodeString& text) {
  for (int32_t i = 0; i < text.length(); ++i) {
    const char16_t unit = text.charAt(i);
    if ((unit >= u'0' && unit <= u'9') || (unit > 0x7F && u_isdigit(unit))) return true;
  }
  return false;
}

}  // namespace

std::vector<bool> line_glue(const icu::UnicodeString& text, std::string_view language) {
  const std::string_view base = base_language(language);
  const bool by_words = base == "zh" || base == "yue";
  const bool has_numbers = has_digit(text);
  const bool has_hyphens = text.indexOf(u'-') >= 0, has_asides = text.indexOf(u'(') >= 0;
  const bool has_stops = text.indexOf(u'.') >= 0;
  if (!by_words && !has_numbers && !has_hyphens && !has_asides && !has_stops) return {};
  std::vector<bool> glued(static_cast<std::size_t>(text.length()) + 1, false);
  if (by_words) glue_words(text, language, glued);
  if (has_hyphens) glue_compounds(text, glued);
  if (has_asides) glue_asides(text, glued);
  if (has_stops) glue_initials(text, glued);
  if (has_numbers) Numbers(text, language, glued).glue();
  glued.back() = false;
  return glued;
}

std::string with_unit_below(std::string_view utf8, std::string_view language) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
  std::vector<bool> unused;
  const Part unit = Numbers(text, language, unused).last_unit();
  if (unit.empty()) return std::string(utf8);
  int32_t end = unit.start;
  while (end > 0 && is_gap(text.char32At(text.moveIndex32(end, -1)))) end = text.moveIndex32(end, -1);
  icu::UnicodeString lines(text, 0, end);
  lines.append(u'\n').append(text, unit.start, text.length() - unit.start);
  std::string result;
  return lines.toUTF8String(result);
}

}  // namespace anteroom::language
