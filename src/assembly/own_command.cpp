#include "assembly/own_command.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <string_view>

namespace anteroom::assembly {

std::string shell_word(const std::filesystem::path& path) {
  std::string text = path.generic_string();
  const auto is_plain = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           std::string_view("/._-+:@%,=~").find(c) != std::string::npos;
  };
  if (!text.empty() && std::all_of(text.begin(), text.end(), is_plain)) return text;
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string said_options(const SourceOptions& source) {
  std::string words;
  if (!source.config.empty()) words.append(" --config ").append(shell_word(source.config));
  if (!source.content.empty()) words.append(" --content ").append(shell_word(source.content));
  return words;
}

std::string program_word() {
  return shell_word(program_invocation_name);  // GNU: the first word of the command line
}

std::string own_command(const std::string& words, const SourceOptions& source) {
  return program_word() + " " + words + said_options(source);
}

}  // namespace anteroom::assembly
