#include "commands/options.h"

#include <charconv>

namespace anteroom::commands {

std::optional<assembly::Size> parse_size(const std::string& text) {
  const std::size_t cross = text.find('x');
  if (cross == std::string::npos) return std::nullopt;
  const auto number = [](const char* from, const char* to) -> std::optional<int> {
    int value = 0;
    const auto [end, error] = std::from_chars(from, to, value);
    if (error != std::errc() || end != to || value < 16 || value > 16384) return std::nullopt;
    return value;
  };
  const std::optional<int> width = number(text.data(), text.data() + cross);
  const std::optional<int> height = number(text.data() + cross + 1, text.data() + text.size());
  if (!width || !height) return std::nullopt;
  return assembly::Size{*width, *height};
}

}  // namespace anteroom::commands
