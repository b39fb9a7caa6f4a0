#include "source/unquoted_value.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <vector>

#include "source/printable.h"

namespace anteroom::source {

namespace {

bool is_decimal(char c) {
  return c >= '0' && c <= '9';
}

bool is_any_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  const auto first = text.begin() + static_cast<std::ptrdiff_t>(at);
  return static_cast<std::size_t>(std::find_if_not(first, text.end(), is_decimal) - first);
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

// The size of the decimal number that `text` begins with, without an exponent; 0 if it begins with none.
std::size_t number_size(std::string_view text) {
  const std::size_t sign = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const std::size_t whole = digits_at(text, sign);
  if (whole == 0) return 0;
  std::size_t end = sign + whole;
  if (end + 1 < text.size() && text[end] == '.' && is_decimal(text[end + 1])) end += 1 + digits_at(text, end + 1);
  return end;
}

// True for the forms of numbers that only programmers use: 0x1F, 1_000, 1e6, inf.
bool is_programmers_number(std::string_view text) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  if (text == "inf" || text == "nan") return true;
  if (text.empty() || !is_decimal(text[0])) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_sign = (text[i] == '-' || text[i] == '+') && (text[i - 1] == 'e' || text[i - 1] == 'E');
    if (!is_sign && std::string_view("0123456789_.xoabcdefABCDEF").find(text[i]) == std::string_view::npos)
      return false;
  }
  return true;
}

struct Groups {
  std::vector<std::string_view> digits;  // one more than `separators`
  std::string separators;
};

// "1.11.2027" -> 1, 11, 2027 and "..". Nothing if there is more in it.
std::optional<Groups> digit_groups(std::string_view text) {
  Groups groups;
  for (std::size_t at = 0;;) {
    const std::size_t count = digits_at(text, at);
    if (count == 0) return std::nullopt;
    groups.digits.push_back(text.substr(at, count));
    at += count;
    if (at == text.size()) return groups;
    groups.separators += text[at++];
  }
}

std::string two_digits(unsigned number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

constexpr const char* usual_date = "a date is written as year-month-day without quotes, such as 2027-11-01";

std::string date_mistake(unsigned year, unsigned month, unsigned day) {
  const std::string date = std::to_string(year) + "-" + two_digits(month) + "-" + two_digits(day);
  const std::chrono::year_month_day in_calendar{std::chrono::year(static_cast<int>(year)), std::chrono::month(month),
                                                std::chrono::day(day)};
  return in_calendar.ok() ? "write the date as " + date : "there is no day " + date + "; " + usual_date;
}

// What is wrong with three groups of digits that are a date in some country's way.
std::optional<std::string> date_fault(const Groups& groups) {
  if (groups.digits.size() != 3 || groups.separators[0] != groups.separators[1]) return std::nullopt;
  const char separator = groups.separators[0];
  if (separator != '-' && separator != '.' && separator != '/') return std::nullopt;
  std::array<unsigned, 3> number{};
  std::array<std::size_t, 3> size{};
  for (std::size_t i = 0; i < 3; ++i) {
    size[i] = groups.digits[i].size();
    if (size[i] > 4) return std::nullopt;
    number[i] = static_cast<unsigned>(std::strtoul(std::string(groups.digits[i]).c_str(), nullptr, 10));
  }
  if (size[0] == 4 && size[1] <= 2 && size[2] <= 2) {
    const bool is_usual = separator == '-' && size[1] == 2 && size[2] == 2;
    std::string mistake = date_mistake(number[0], number[1], number[2]);
    if (is_usual && mistake.starts_with("write")) return std::nullopt;
    return mistake;
  }
  if (size[0] > 2 || size[1] > 2 || size[2] != 4) {
    return size[2] == 2 && size[0] <= 2 && size[1] <= 2 ? std::optional<std::string>(usual_date) : std::nullopt;
  }
  // Only with slashes does the month come first anywhere.
  if (separator == '/' && number[0] <= 12 && number[1] <= 12 && number[0] != number[1]) return usual_date;
  if (separator == '/' && number[1] > 12) return date_mistake(number[2], number[0], number[1]);
  return date_mistake(number[2], number[1], number[0]);
}

std::optional<std::string> true_or_false(std::string_view assigned, std::string_view written) {
  const std::string word = lower(written);
  const bool is_yes = word == "true" || word == "yes" || word == "on";
  if (!is_yes && word != "false" && word != "no" && word != "off") return std::nullopt;
  return "write " + std::string(assigned) + (is_yes ? "true" : "false");
}

std::string in_quotes(std::string_view assigned, std::string_view text) {
  return std::string(assigned) + "\"" + std::string(text) + "\"";
}

// Hours, such as 08:00-17:00, and a time of day.
bool is_hours(std::string_view written) {
  return is_decimal(written[0]) && written.find(':') != std::string_view::npos &&
         written.find_first_not_of("0123456789:-,. ") == std::string_view::npos;
}

// What is wrong with a number that something follows or that looks different from one in TOML.
std::optional<std::string> number_fault(std::string_view assigned, std::string_view written) {
  const std::string write = "write " + std::string(assigned);
  if (written[0] == '.' && written.size() > 1 && is_decimal(written[1])) return write + "0" + std::string(written);
  const std::size_t size = number_size(written);
  if (size == 0) return std::nullopt;
  const std::string number(written.substr(0, size));
  const std::string_view rest = trimmed(written.substr(size));
  if (rest.empty()) {
    if (number.size() < 2 || number[0] != '0' || !is_decimal(number[1])) return std::nullopt;
    const std::size_t first = std::min(number.find_first_not_of('0'), number.size() - 1);
    return "a number does not begin with 0: " + write + number.substr(first) + ", or " + in_quotes({}, number) +
           " if it is a text";
  }
  if (rest == "." || rest == "," || rest == ";") return "delete the " + in_ticks(rest) + " after " + number;
  if (rest[0] == ',' && rest.size() - 1 == digits_at(rest, 1) && number.find('.') == std::string::npos) {
    return "write the number with a point: " + std::string(assigned) + number + "." + std::string(rest.substr(1));
  }
  const bool is_unit = rest.size() <= 16 && rest.find_first_of(" \t\"'0123456789-+()") == std::string_view::npos &&
                       (is_any_letter(rest[0]) || rest[0] == '%');
  if (is_unit) return "a number is written alone, without `" + std::string(rest) + "`: " + write + number;
  std::string without_spaces;
  std::copy_if(written.begin(), written.end(), std::back_inserter(without_spaces), [](char c) { return c != ' '; });
  const bool has_thousands =
      without_spaces.size() < written.size() && number_size(without_spaces) == without_spaces.size();
  if (has_thousands && number[0] != '0' && number[0] != '+') return write + without_spaces + ", without a space";
  return std::nullopt;
}

// "2026-12-24, 2026-12-31" in place of one date.
std::optional<std::string> several_dates(std::string_view assigned, std::string_view written) {
  constexpr std::size_t size = 10;
  int count = 0;
  std::string list;
  for (std::string_view rest = written; !rest.empty(); ++count) {
    const auto groups = digit_groups(rest.substr(0, size));
    if (!groups || groups->separators != "--" || groups->digits[0].size() != 4) return std::nullopt;
    list.append(count > 0 ? ", \"" : "\"").append(rest.substr(0, size)).append("\"");
    rest = trimmed(rest.substr(std::min(size, rest.size())));
    if (!rest.empty() && rest[0] != ',') return std::nullopt;
    rest = rest.empty() ? rest : trimmed(rest.substr(1));
  }
  if (count < 2) return std::nullopt;
  if (assigned.starts_with("except"))
    return "several days are a list: write " + std::string(assigned) + "[" + list + "]";
  if (!assigned.starts_with("date")) return "only one date can stand here";
  return "only one date can stand here; give each day a [[hours.on]] of its own, with its `date` and its `hours`";
}

}  // namespace

std::size_t typographic_quote(std::string_view text) {
  for (const std::string_view quote :
       {"“", "”", "„", "‟", "«", "»", "‹", "›", "‘", "’", "‚", "「", "」", "『", "』", "＂", "＇", "″", "`", "´"}) {
    if (text.starts_with(quote)) return quote.size();
  }
  return 0;
}

std::string typographic_quotes_mistake(std::string_view written) {
  const std::string_view opening = written.substr(0, typographic_quote(written));
  std::string_view closing;
  for (std::size_t size = 1; size <= 3 && size < written.size(); ++size) {
    const std::string_view last = written.substr(written.size() - size);
    if (typographic_quote(last) == size) closing = last;
  }
  std::string marks(opening);
  if (!closing.empty() && closing != opening) marks.append(" and ").append(closing);
  const char* is_no_quote = closing.empty() || closing == opening ? " is not the quote" : " are not the quotes";
  return marks + is_no_quote + " that this file needs; type \" before and after the text";
}

std::optional<std::string> month_mistake(std::string_view written) {
  constexpr std::array<std::string_view, 12> names = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
  const std::string word = lower(written);
  for (std::size_t i = 0; word.size() >= 3 && i < names.size(); ++i) {
    if (names[i].starts_with(word)) {
      return "months are numbers: write " + std::to_string(i + 1) + " for " + std::string(written) +
             ", as in months = [" + std::to_string(i + 1) + "]";
    }
  }
  return std::nullopt;
}

std::optional<std::string> unquoted_mistake(std::string_view assigned, std::string_view written) {
  if (typographic_quote(written) > 0) return typographic_quotes_mistake(written);
  if (written == "true" || written == "false") return std::nullopt;
  if (auto fault = true_or_false(assigned, written)) return fault;
  if (const auto groups = digit_groups(written)) {
    if (auto fault = date_fault(*groups)) return fault;
    if (groups->digits.size() == 3 && groups->separators == "--" && groups->digits[0].size() == 4) return std::nullopt;
  }
  const bool has_date = written.size() > 11 && digits_at(written, 0) == 4 && written[4] == '-';
  if (has_date && is_decimal(written[11]) && (written[10] == 'T' || written[10] == ' ')) return std::nullopt;
  if (auto dates = several_dates(assigned, written)) return dates;
  if (is_hours(written)) return "hours are written in quotes: write " + in_quotes(assigned, written);
  if (auto fault = number_fault(assigned, written)) return fault;
  if (number_size(written) == written.size() || is_programmers_number(written)) return std::nullopt;
  constexpr std::size_t longest_advice = 60;
  const bool is_closed = written.size() > 1 && (written.back() == '"' || written.back() == '\'');
  const std::string_view text = is_closed ? written.substr(0, written.size() - 1) : written;
  const std::string fault = is_closed ? "this text has no opening quote" : "this text has no quotes";
  if (text.size() > longest_advice || text.find_first_of("\"\\") != std::string_view::npos) {
    return fault + "; type \" before" + (is_closed ? " it" : " and after it");
  }
  return fault + ": write " + in_quotes(assigned, text);
}

}  // namespace anteroom::source
