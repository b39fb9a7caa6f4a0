#include "language/whole_numbers.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "language/number_groups.h"

namespace anteroom::language {

namespace {

constexpr std::size_t min_digits = 7;   // of a telephone number
constexpr std::size_t min_abroad = 5;   // with a plus
constexpr std::size_t max_digits = 20;  // 15 by E.164, plus a prefix or an extension

constexpr Joint dash{u'-', false, false, false};
constexpr Joint space{0, true, false, false};

Groups part_of(const Groups& run, std::size_t begin, std::size_t end) {
  Groups part(run.begin() + static_cast<std::ptrdiff_t>(begin), run.begin() + static_cast<std::ptrdiff_t>(end));
  if (!part.empty()) part.front().before = {};
  return part;
}

bool is_year(const Group& group) {
  return group.digits.size() == 4 && group.value() >= 1900 && group.value() < 2200;
}

// True when the groups `i` to `i` + 2 are a date, and nothing but spaces joins them to others.
bool is_date(const Groups& run, std::size_t i) {
  if (!(run[i + 1].before == dash && run[i + 2].before == dash)) return false;
  if (i > 0 && !(run[i].before == space)) return false;
  if (i + 3 < run.size() && !(run[i + 3].before == space)) return false;
  const auto is_in = [](const Group& group, long max) {
    return group.digits.size() <= 2 && group.value() >= 1 && group.value() <= max;
  };
  if (is_year(run[i])) return is_in(run[i + 1], 12) && is_in(run[i + 2], 31);
  const bool day_first = is_in(run[i], 31) && is_in(run[i + 1], 12);
  const bool month_first = is_in(run[i], 12) && is_in(run[i + 1], 31);
  return is_year(run[i + 2]) && (day_first || month_first);
}

// "116 117", "13 14 50": groups of equal size, joined by spaces.
bool are_like(const Groups& run) {
  return std::all_of(run.begin() + 1, run.end(), [&](const Group& group) {
    return group.digits.size() == run[0].digits.size() && group.before == space;
  });
}

// "2024-2026", or a year and another number: "2026 1500".
bool are_years(const Groups& run) {
  const bool begins = is_year(run[0]) && run.size() == 2 && run[1].before == space;
  return begins || std::all_of(run.begin(), run.end(), is_year);
}

// "12.50-15.75": a number with dots has no dashes or slashes.
bool has_decimals(const Groups& run) {
  const auto has = [&](char16_t mark) {
    return std::any_of(run.begin(), run.end(), [mark](const Group& group) { return group.before.mark == mark; });
  };
  return has(u'.') && (has(u'-') || has(u'/'));
}

// "120/80-140/90".
bool are_built_alike(const Groups& left, const Groups& right) {
  return left.size() > 1 && left.size() == right.size() &&
         std::equal(left.begin(), left.end(), right.begin(),
                    [](const Group& a, const Group& b) { return a.before == b.before; });
}

// "0800-1700".
bool are_times(const Groups& left, const Groups& right) {
  const auto is_time = [](const Groups& side) {
    if (side.size() != 1 || side[0].digits.size() != 4) return false;
    const long value = side[0].value();
    return value <= 2400 && value % 100 < 60 && value % 5 == 0;
  };
  return is_time(left) && is_time(right) && left[0].value() < right[0].value();
}

// The number that the groups form, as thousands; nothing if they form none.
std::optional<long> amount(const Groups& groups) {
  std::string digits;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const bool is_thousands = groups[i].digits.size() == 3 && groups[i].before == space;
    if (i > 0 && (!is_thousands || groups[0].digits.size() > 3)) return std::nullopt;
    digits += groups[i].digits;
  }
  if (digits[0] == '0' || digits.size() > 9) return std::nullopt;
  return std::stol(digits);
}

// "1000-2000", "500-1 000": telephone numbers hardly ever look like this.
bool are_round(const Groups& left, const Groups& right) {
  const std::optional<long> from = amount(left);
  const std::optional<long> to = amount(right);
  return from && to && *from < *to && *from % 25 == 0 && *to % 25 == 0;
}

// True for two numbers of the same kind with a dash between them.
bool is_range(const Groups& run) {
  const auto has_dash = [](const Group& group) { return group.before.mark == u'-'; };
  if (std::count_if(run.begin(), run.end(), has_dash) != 1) return false;
  const auto middle = static_cast<std::size_t>(std::find_if(run.begin(), run.end(), has_dash) - run.begin());
  const Groups left = part_of(run, 0, middle);
  const Groups right = part_of(run, middle, run.size());
  return are_built_alike(left, right) || are_times(left, right) || are_round(left, right);
}

bool is_telephone_number(const Groups& run) {
  std::size_t digits = 0;
  for (const Group& group : run) digits += group.digits.size();
  if (digits > max_digits) return false;
  if (run[0].has_plus()) return digits >= min_abroad;
  const bool is_short = digits + 1 == min_digits && (run[0].digits[0] == '0' || are_like(run));
  if (run.size() == 1 || (digits < min_digits && !is_short)) return false;
  return !are_years(run) && !has_decimals(run) && !is_range(run);
}

// Picks the numbers out of one run after another.
class NumberPicker {
 public:
  explicit NumberPicker(const icu::UnicodeString& text) : text_(text) {}

  // Adds the numbers in `run`.
  void pick(const Groups& run) {
    if (run.empty()) return;
    for (std::size_t i = 0; i + 2 < run.size(); ++i) {
      if (!is_date(run, i)) continue;
      pick(part_of(run, 0, i));
      found_.push_back({run[i].start, run[i + 2].end});
      pick(part_of(run, i + 3, run.size()));
      return;
    }
    if (const std::size_t unclosed = unclosed_at(run); unclosed > 0) {
      split(run, unclosed);
      return;
    }
    const std::size_t gap = widest_gap(run);
    const auto is_number_from = [&](std::size_t begin, std::size_t end) {
      return is_telephone_number(part_of(run, begin, end));
    };
    const bool are_two = gap > 0 && is_number_from(0, gap) && is_number_from(gap, run.size());
    if (!are_two && is_telephone_number(run)) {
      add(run);
    } else if (gap > 0) {
      split(run, gap);
    }
  }

  std::vector<WholeNumber> take() { return std::move(found_); }

 private:
  void split(const Groups& run, std::size_t at) {
    pick(part_of(run, 0, at));
    pick(part_of(run, at, run.size()));
  }

  // The group before which an unclosed bracket opens; 0 if there is none.
  std::size_t unclosed_at(const Groups& run) const {
    std::size_t opened = 0;
    for (std::size_t i = 1; i < run.size(); ++i) {
      if (run[i].before.closes) opened = 0;
      if (run[i].before.opens) opened = i;
    }
    return is_closing_bracket(character_at(text_, run.back().end)) ? 0 : opened;
  }

  // The group before which a second number most likely begins, after " / " or " - "; 0 if there is none.
  static std::size_t widest_gap(const Groups& run) {
    for (std::size_t i = 1; i < run.size(); ++i) {
      if (run[i].before.mark != 0 && run[i].before.spaced) return i;
    }
    return 0;
  }

  // A bracket belongs to the number if its partner is inside it.
  void add(const Groups& run) {
    WholeNumber number{run.front().first, run.back().end};
    const auto has_bracket = [](const Group& group) { return group.before.opens || group.before.closes; };
    const auto first = std::find_if(run.begin() + 1, run.end(), has_bracket);
    const auto last = std::find_if(run.rbegin(), run.rend(), has_bracket);
    if (first != run.end() && first->before.closes && is_opening_bracket(character_before(text_, number.start))) {
      --number.start;
    }
    if (last != run.rend() && last->before.opens && is_closing_bracket(character_at(text_, number.end))) ++number.end;
    number.end = extension_end(text_, number.end);
    found_.push_back(number);
  }

  const icu::UnicodeString& text_;
  std::vector<WholeNumber> found_;
};

}  // namespace

std::vector<WholeNumber> whole_numbers(const icu::UnicodeString& text) {
  // Most texts have too few digits for any such number.
  std::size_t digits = 0;
  for (int32_t i = 0; i < text.length() && digits < min_abroad; ++i) {
    const char16_t unit = text.charAt(i);
    if ((unit >= u'0' && unit <= u'9') || (unit > 0x7F && u_isdigit(unit))) ++digits;
  }
  if (digits < min_abroad) return {};
  NumberPicker picker(text);
  for (const Groups& run : number_runs(text)) picker.pick(run);
  return picker.take();
}

}  // namespace anteroom::language
