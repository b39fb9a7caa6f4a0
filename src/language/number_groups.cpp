#include "language/number_groups.h"

#include <unicode/uchar.h>

#include <optional>
#include <string_view>
#include <utility>

namespace anteroom::language {

namespace {

constexpr std::size_t longest_group = 20;  // longer ones are not numbers that people read

bool is_one_of(UChar32 character, std::u16string_view characters) {
  return character <= 0xFFFF && characters.find(static_cast<char16_t>(character)) != std::u16string_view::npos;
}

bool is_space(UChar32 c) {
  return is_one_of(c, u" \u00A0\u2007\u2009\u202F");
}
bool is_dash(UChar32 c) {
  return is_one_of(c, u"-\u2010\u2011\u2012\u2013\u2212\uFF0D");
}
bool is_dot(UChar32 c) {
  return is_one_of(c, u".\uFF0E");
}
bool is_slash(UChar32 c) {
  return is_one_of(c, u"/\uFF0F");
}
bool is_plus(UChar32 c) {
  return is_one_of(c, u"+\uFF0B");
}

// Not those of N'Ko and others, which write numbers from right to left.
bool is_digit(UChar32 c) {
  if (u_charType(c) != U_DECIMAL_DIGIT_NUMBER) return false;
  const UCharDirection direction = u_charDirection(c);
  return direction == U_EUROPEAN_NUMBER || direction == U_ARABIC_NUMBER || direction == U_LEFT_TO_RIGHT;
}

// True for Latin, Greek and Cyrillic letters: "B12" and "12mg" are words, while "و519" and "请拨打519" contain a
// number.
bool is_cased(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_CASED) != 0;
}

class Reader {
 public:
  explicit Reader(const icu::UnicodeString& text) : text_(text) {}

  std::vector<Groups> read() {
    for (int32_t at = 0; at < text_.length();) {
      std::optional<Group> group = group_at(at);
      if (group) add(std::move(*group));
      at = group ? last_end_ : text_.moveIndex32(at, 1);
    }
    return std::move(runs_);
  }

 private:
  void add(Group group) {
    const std::optional<Joint> joint = last_end_ > 0 ? joint_between(last_end_, group.first) : std::nullopt;
    const bool joins = joint && !joint->spaced;
    last_end_ = group.end;
    // A group joined to part of something else is part of it, too.
    is_foreign_ = is_part_of_another(group) || (is_foreign_ && joins);
    if (is_foreign_) {
      is_in_run_ = false;
      return;
    }
    // A list marker such as "2)" begins a new run.
    const bool is_list_mark = joint && *joint == Joint{0, true, false, false} && group.digits.size() <= 2 &&
                              !is_open_ && is_closing_bracket(character_at(text_, group.end));
    const bool goes_on = is_in_run_ && joint && !group.has_plus() && fits(*joint) && !is_list_mark;
    if (goes_on) {
      group.before = *joint;
      is_open_ = joint->opens || (is_open_ && !joint->closes);
    } else {
      runs_.emplace_back();
      is_open_ = is_opening_bracket(character_before(text_, group.first));
    }
    is_in_run_ = true;
    runs_.back().push_back(std::move(group));
  }

  // True unless `joint` closes a bracket that is not open, or opens one inside another.
  bool fits(const Joint& joint) const { return joint.closes ? is_open_ : !(joint.opens && is_open_); }

  // The group of digits that begins at `start`, if any.
  std::optional<Group> group_at(int32_t start) const {
    Group group{start, start, start, {}, {}};
    while (is_digit(character_at(text_, group.end))) {
      group.digits += static_cast<char>('0' + u_charDigitValue(character_at(text_, group.end)));
      group.end = text_.moveIndex32(group.end, 1);
    }
    if (group.digits.empty()) return std::nullopt;
    if (is_plus(character_before(text_, start))) {
      const int32_t plus = text_.moveIndex32(start, -1);
      const UChar32 left = character_before(text_, plus);
      if (!is_digit(left) && !is_cased(left)) group.first = plus;  // otherwise a sum
    }
    return group;
  }

  // The joint in [start, end), if it may occur inside a number: ") - (" or some of it.
  std::optional<Joint> joint_between(int32_t start, int32_t end) const {
    constexpr int32_t longest = 5;
    if (start >= end || end - start > longest) return std::nullopt;
    Joint joint;
    int32_t i = start;
    const auto take = [&](bool (*is)(UChar32)) {
      const bool taken = i < end && is(text_.charAt(i));
      if (taken) ++i;
      return taken;
    };
    joint.closes = take(is_closing_bracket);
    joint.spaced = take(is_space);
    if (take(is_dash)) {
      joint.mark = u'-';
    } else if (take(is_dot)) {
      joint.mark = u'.';
    } else if (take(is_slash)) {
      joint.mark = u'/';
    }
    if (joint.mark != 0 && take(is_space)) joint.spaced = true;
    joint.opens = take(is_opening_bracket);
    return i == end ? std::optional(joint) : std::nullopt;
  }

  // True for digits of a time, a decimal, a price, a percentage, a word or an address.
  bool is_part_of_another(const Group& group) const {
    constexpr std::u16string_view separators = u":,'’\u060C\u066B\u066C\uFF1A";
    constexpr std::u16string_view signs = u"%‰°@_=&#*\u066A\uFF05";
    if (group.digits.size() > longest_group) return true;
    const UChar32 left = character_before(text_, group.start);
    const UChar32 left_of_it = group.start > 0 ? character_before(text_, text_.moveIndex32(group.start, -1)) : 0;
    const UChar32 right = character_at(text_, group.end);
    const UChar32 right_of_it = right == 0 ? 0 : character_at(text_, text_.moveIndex32(group.end, 1));
    if (is_one_of(left, separators) && is_digit(left_of_it)) return true;
    if (is_one_of(right, separators) && is_digit(right_of_it)) return true;
    if (is_one_of(left, signs) || is_one_of(right, signs) || is_cased(left)) return true;
    if (u_charType(left) == U_CURRENCY_SYMBOL || u_charType(right) == U_CURRENCY_SYMBOL) return true;
    if ((is_dash(left) || is_slash(left)) && (is_cased(left_of_it) || is_slash(left_of_it))) return true;  // "COVID-19"
    if ((is_dash(right) || is_slash(right)) && is_cased(right_of_it)) return true;
    return is_cased(right) && extension_end(text_, group.end) == group.end;
  }

  const icu::UnicodeString& text_;
  std::vector<Groups> runs_;
  int32_t last_end_ = 0;     // of the last group, in a run or not
  bool is_foreign_ = false;  // the last group is part of something else
  bool is_in_run_ = false;   // the last group is the last in runs_
  bool is_open_ = false;     // a bracket is open in that run
};

}  // namespace

std::vector<Groups> number_runs(const icu::UnicodeString& text) {
  return Reader(text).read();
}

bool is_opening_bracket(UChar32 character) {
  return is_one_of(character, u"(\uFF08");
}

bool is_closing_bracket(UChar32 character) {
  return is_one_of(character, u")\uFF09");
}

int32_t extension_end(const icu::UnicodeString& text, int32_t start) {
  const UChar32 letter = character_at(text, start);
  if (letter != 'x' && letter != 'X') return start;
  int32_t end = start + 1;
  while (is_digit(character_at(text, end))) end = text.moveIndex32(end, 1);
  return end == start + 1 || is_cased(character_at(text, end)) ? start : end;
}

UChar32 character_at(const icu::UnicodeString& text, int32_t index) {
  return index >= 0 && index < text.length() ? text.char32At(index) : 0;
}

UChar32 character_before(const icu::UnicodeString& text, int32_t index) {
  return index > 0 ? text.char32At(text.moveIndex32(index, -1)) : 0;
}

}  // namespace anteroom::language
