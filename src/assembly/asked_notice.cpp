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

}  // namespace

AskedNotice asked_notice(const std::vector<std::string>& words, const std::vector<std::string>& names,
                         const std::string& program) {
  AskedNotice asked;
  const std::string text = without_quotes(joined(words, ' '));
  if (text.empty()) {
    asked.fault = "say which notice: a ready-made one (see --list), or words in quotes";
  } else if (text.starts_with("–") || text.starts_with("—")) {
    asked.fault = source::in_ticks(text) + " begins with a dash; options begin with two hyphens, as in --clear";
  } else if (const std::string name = hyphenated(text); std::find(names.begin(), names.end(), name) != names.end()) {
    asked.ready_made = name;
  } else if (asks_to_take_down(text)) {
    asked.fault = "to take the notice down: " + program + " notice --clear";
  } else if (is_like_name(text) &&
             (text.find(' ') == std::string::npos || !source::did_you_mean(name, names).empty())) {
    asked.fault = unknown_name(text, names, program);
  } else {
    asked.own = text;
  }
  return asked;
}

}  // namespace anteroom::assembly
