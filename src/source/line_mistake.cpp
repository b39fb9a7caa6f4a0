#include "source/line_mistake.h"

#include <algorithm>

#include "source/printable.h"
#include "source/unquoted_value.h"

namespace anteroom::source {

namespace {

using namespace std::string_view_literals;

// Why `written`, up to =, is not the name of a key.
std::string no_name_mistake(std::string_view written) {
  const std::string_view name = trimmed(written);
  const auto is_allowed = [](char c) { return is_key_letter(c) || c == '.' || c == '"' || c == '\''; };
  const auto odd = std::find_if_not(name.begin(), name.end(), is_allowed);
  if (odd != name.end() && is_blank(*odd)) {
    std::string joined(name);
    std::replace(joined.begin(), joined.end(), ' ', '_');
    return "the name of a key has no space in it, as " + in_ticks(joined) +
           " has none; or this line belongs to a text further up that ends too early";
  }
  return in_ticks(name) + " cannot be the name of a key; it is made of a-z, 0-9, - and _";
}

// What is wrong with the sign that `line` begins with, if that tells what its author intended.
std::optional<std::string> first_sign_mistake(std::string_view line) {
  if (const auto foreign = foreign_character(line)) return foreign_character_mistake(*foreign);
  for (const std::string_view sign : {"//"sv, ";"sv, "--"sv, "/*"sv, "<!--"sv}) {
    if (line.starts_with(sign)) return "a comment begins with #, not with " + std::string(sign);
  }
  if (line[0] == '=') return "the name before this = is missing";
  if (line[0] == ']' || line[0] == '}' || line[0] == ')') {
    return "this bracket closes nothing; delete it, or look further up where the opening one is missing";
  }
  if (typographic_quote(line) > 0) return typographic_quotes_mistake(trimmed(line));
  return std::nullopt;
}

// What is wrong with the sign after the name that `line` begins with.
std::optional<MistakeAt> second_sign_mistake(std::string_view line) {
  const std::size_t size = key_size(line);
  const std::size_t next = skipped_blanks(line, size);
  if (size == 0 || next == line.size()) return std::nullopt;
  const std::string name = in_ticks(line.substr(0, size));
  if (line[next] == ':') return MistakeAt{next, "write = instead of : after " + name};
  if (const auto foreign = foreign_character(line.substr(next))) {
    return MistakeAt{next, foreign_character_mistake(*foreign)};
  }
  const bool begins_value = line[next] == '"' || line[next] == '[' || line[next] == '{';
  if (begins_value) return MistakeAt{next, "= is missing after " + name};
  return std::nullopt;
}

// What is wrong with `name` in `header`, which has as many closing brackets as opening ones.
std::optional<std::string> table_name_mistake(const std::string& name, const std::string& header) {
  if (name[0] == '[') return "there must be no space between the brackets: write [" + header + "]";
  if (name.find_first_of(" \t") != std::string::npos) {
    return "a name in brackets has no space in it; its parts are joined by points, as in [text.en]";
  }
  const auto is_allowed = [](char c) { return is_key_letter(c) || c == '.'; };
  if (std::all_of(name.begin(), name.end(), is_allowed)) return std::nullopt;
  return in_ticks(name) + " cannot be the name of a table; it is made of a-z, 0-9, - and _";
}

}  // namespace

MistakeAt no_key_mistake(std::string_view line) {
  if (auto message = first_sign_mistake(line)) return {0, std::move(*message)};
  if (auto mistake = second_sign_mistake(line)) return std::move(*mistake);
  const std::size_t equals = line.find('=');
  if (equals != std::string_view::npos) return {0, no_name_mistake(line.substr(0, equals))};
  if (line[0] == '"' || line[0] == '\'') {
    return {0, "this text belongs to no key; if it is part of a list, the list's ] comes too early"};
  }
  return {0,
          "this line has no =, so it belongs to no key; a comment begins with #, and a text of several lines has "
          "three quotes (\"\"\") before and after it"};
}

std::string foreign_character_mistake(const ForeignCharacter& foreign) {
  if (foreign.ascii == "space"sv) return "there is an invisible special space here; type an ordinary space";
  return std::string(foreign.written) + " is not the character that this file needs; type " + foreign.ascii;
}

std::optional<TableHeader> table_header(std::string_view line) {
  TableHeader header;
  header.is_one_of_many = line.starts_with("[[");
  const std::size_t opening = header.is_one_of_many ? 2 : 1;
  const std::string bracket = header.is_one_of_many ? "]]" : "]";
  const std::string_view inside = line.substr(opening, line.find_first_of("]#", opening) - opening);
  header.name = trimmed(inside);
  const std::size_t end = opening + inside.size();
  const std::string whole = (header.is_one_of_many ? "[[" : "[") + header.name + bracket;
  if (header.name.find_first_of("\"'") != std::string::npos) return std::nullopt;
  const std::size_t closing = end < line.size() ? std::min(line.find_first_not_of(']', end), line.size()) - end : 0;
  header.size = end + closing;
  if (header.name.empty()) {
    header.mistake = "there is no name between these brackets";
  } else if (closing < opening) {
    header.mistake = "the closing " + bracket + " is missing: write " + whole;
  } else if (closing > opening) {
    header.mistake = "there are more closing brackets than opening ones: write " + whole;
  } else {
    header.mistake = table_name_mistake(header.name, whole);
  }
  return header;
}

}  // namespace anteroom::source
