#include "assembly/asked_notice.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <utility>

#include "source/nearest.h"
#include "source/printable.h"

namespace anteroom::assembly {

namespace {

std::string joined(const std::vector<std::string>& words, char between) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty() && !word.empty()) text += between;
    text += word;
  }
  return std::string(source::trimmed(text));
}

// Without the quotes that a word processor has made of those that were meant for the shell.
std::string without_quotes(std::string text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> pairs = {
      {{"“", "”"}, {"„", "“"}, {"„", "”"}, {"«", "»"}, {"\"", "\""}}};
  for (const auto& [open, close] : pairs) {
    if (text.size() <= open.size() + close.size() || !text.starts_with(open) || !text.ends_with(close)) continue;
    return std::string(source::trimmed(text.substr(open.size(), text.size() - open.size() - close.size())));
  }
  return text;
}

// True if `text` has only what names have, and blanks.
bool is_like_name(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return (c < 0x80 && (std::islower(c) != 0 || std::isdigit(c) != 0)) || c == '-' || c == ' ';
  });
}

std::string hyphenated(std::string text) {
  std::replace(text.begin(), text.end(), ' ', '-');
  return text;
}

// The names that have `word` as one of their parts: `closed-today` for "closed".
std::vector<std::string> names_with(const std::string& word, const std::vector<std::string>& names) {
  std::vector<std::string> with;
  for (const std::string& name : names) {
    if (("-" + name + "-").find("-" + word + "-") != std::string::npos) with.push_back(name);
  }
  return with;
}

bool asks_to_take_down(std::string_view word) {
  constexpr std::array<std::string_view, 7> all = {"clear", "off", "down", "remove", "stop", "delete", "none"};
  return std::find(all.begin(), all.end(), word) != all.end();
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// `text` with # for each number and for {minutes}.
std::string with_number_signs(std::string text) {
  replace_all(text, "{minutes}", "#");
  std::string with;
  for (const char c : text) {
    if (!is_digit(c)) {
      with += c;
    } else if (with.empty() || with.back() != '#') {
      with += '#';
    }
  }
  return with;
}

// The first number in `text`.
std::optional<int> number_in(const std::string& text) {
  const auto first = std::find_if(text.begin(), text.end(), is_digit);
  const auto end = std::find_if_not(first, text.end(), is_digit);
  if (first == text.end() || end - first > 3) return std::nullopt;
  return std::stoi(std::string(first, end));
}

const ReadyMade* find_ready_made(const std::string& text, const std::vector<ReadyMade>& notices) {
  const std::string plain = plain_text_of(text);
  for (const ReadyMade& each : notices) {
    if (plain == plain_text_of(each.name)) return &each;
    for (const std::string& title : each.titles) {
      if (plain == plain_text_of(title)) return &each;
    }
  }
  return nullptr;
}

// What of `text` is behind the title of `notice` that it begins with; nothing if it begins with none.
std::optional<std::string> rest_behind_title(const std::string& text, const ReadyMade& notice) {
  std::vector<std::string> beginnings = notice.titles;
  beginnings.push_back(notice.name);
  for (const std::string& beginning : beginnings) {
    const std::string wanted = plain_text_of(beginning);
    for (std::size_t end = text.find(' '); end != std::string::npos; end = text.find(' ', end + 1)) {
      if (plain_text_of(text.substr(0, end)) == wanted) return std::string(source::trimmed(text.substr(end)));
    }
  }
  return std::nullopt;
}

// `text`, but for a time at its end, taken for a ready-made notice; nothing if it is none.
std::optional<AskedNotice> ready_made_in(const std::string& text, const std::vector<ReadyMade>& notices) {
  AskedNotice asked;
  std::string head = text;
  std::string small = text;
  std::transform(small.begin(), small.end(), small.begin(), [](unsigned char c) { return std::tolower(c); });
  constexpr std::string_view until = " until ";
  const ReadyMade* found = find_ready_made(text, notices);
  if (const std::size_t at = small.rfind(until); found == nullptr && at != std::string::npos) {
    head = text.substr(0, at);
    found = find_ready_made(head, notices);
    if (found != nullptr) asked.until = source::trimmed(text.substr(at + until.size()));
  }
  for (const ReadyMade& each : notices) {
    if (found != nullptr || !each.is_urgent) continue;
    if (const auto rest = rest_behind_title(text, each)) {
      found = &each;
      asked.more = *rest;
    }
  }
  if (found == nullptr) return std::nullopt;
  asked.ready_made = found->name;
  asked.minutes = number_in(head);
  const bool is_name = hyphenated(head) == found->name;
  if (!is_name) {
    asked.said = "These are the words of the ready-made notice `" + found->name +
                 "`, so that is put up, in each reader's language" +
                 (asked.more.empty() ? "" : ", with \"" + asked.more + "\" below it") + ".\n";
  }
  if (!asked.until.empty())
    asked.said += "\"until " + asked.until + "\" is taken for --until \"" + asked.until + "\".\n";
  return asked;
}

// Why `text`, in lower case, is no name, and what to type.
std::string unknown_name(const std::string& text, const std::vector<std::string>& names, const std::string& program) {
  std::string meant = source::did_you_mean(hyphenated(text), names);
  if (const auto with = names_with(text, names); meant.empty() && !with.empty()) {
    meant = "; did you mean " + source::any_of(with) + "?";
  } else if (meant.empty()) {
    meant = "; there are";
    for (std::size_t i = 0; i < names.size(); ++i) meant += (i > 0 ? ", " : " ") + source::in_ticks(names[i]);
    meant += ".";
  }
  std::string sentence = hyphenated(text);
  std::replace(sentence.begin(), sentence.end(), '-', ' ');
  sentence[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(sentence[0])));
  return "there is no ready-made notice `" + hyphenated(text) + "`" + meant +
         " To show words of your own, begin with a capital letter: " + program + " notice \"" + sentence + "\"";
}

// Why `text`, whose first word is the name of a ready-made notice or nearly one, cannot be put up; empty: it is not.
// Nobody writes hyphens for patients.
std::string words_behind_name(const std::string& text, const std::vector<std::string>& names) {
  const std::string first = text.substr(0, text.find(' '));
  if (first.size() == text.size() || first.find('-') == std::string::npos) return {};
  const bool is_name = std::find(names.begin(), names.end(), first) != names.end();
  const std::string meant = is_name ? "" : source::did_you_mean(first, names);
  if (!is_name && meant.empty()) return {};
  const std::string what = is_name ? "`" + first + "` is a ready-made notice. "
                                   : "there is no ready-made notice `" + first + "`" + meant + " ";
  return what +
         "Behind its name only a time is understood, as in `until 18:00`; a number of minutes is `--minutes 20`; " +
         "to show words of your own, leave the name out";
}

}  // namespace

std::string plain_text_of(const std::string& words) {
  constexpr std::array<std::string_view, 12> marks = {"’", "“", "”", "…", "¡", "¿", "،", "。", "，", "！", "।", "؛"};
  std::string text = with_number_signs(words);
  for (const std::string_view mark : marks) replace_all(text, mark, " ");
  for (char& c : text) {
    if (std::ispunct(static_cast<unsigned char>(c)) != 0 && c != '#') c = ' ';
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  std::string plain;
  for (const char c : text) {
    if (c != ' ' || (!plain.empty() && plain.back() != ' ')) plain += c;
  }
  return std::string(source::trimmed(plain));
}

AskedNotice asked_notice(const std::vector<std::string>& words, const std::vector<ReadyMade>& notices,
                         const std::string& program) {
  AskedNotice asked;
  std::vector<std::string> names;
  names.reserve(notices.size());
  for (const ReadyMade& each : notices) names.push_back(each.name);
  const std::string text = without_quotes(joined(words, ' '));
  if (auto ready = ready_made_in(text, notices)) return *ready;
  if (text.empty()) {
    asked.fault = "say which notice: a ready-made one (see --list), or words in quotes";
  } else if (text.starts_with("–") || text.starts_with("—")) {
    asked.fault = source::in_ticks(text) + " begins with a dash; options begin with two hyphens, as in --clear";
  } else if (asks_to_take_down(text)) {
    asked.fault = "to take the notice down: " + program + " notice --clear";
  } else if (std::string why = words_behind_name(text, names); !why.empty()) {
    asked.fault = std::move(why);
  } else if (is_like_name(text) &&
             (text.find(' ') == std::string::npos || !source::did_you_mean(hyphenated(text), names).empty())) {
    asked.fault = unknown_name(text, names, program);
  } else {
    asked.own = text;
  }
  return asked;
}

}  // namespace anteroom::assembly
