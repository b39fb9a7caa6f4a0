#include "model/interface_words.h"

namespace anteroom {

namespace {

std::string replace_all(std::string text, const std::string& name, const std::string& value) {
  std::string placeholder = "{";
  placeholder += name;
  placeholder += '}';
  std::size_t at = text.find(placeholder);
  while (at != std::string::npos) {
    text.replace(at, placeholder.size(), value);
    at = text.find(placeholder, at + value.size());
  }
  return text;
}

}  // namespace

std::string InterfaceWords::say(const std::string& key,
                                const std::vector<std::pair<std::string, std::string>>& values) const {
  const auto own = words.find(key);
  std::string text = own != words.end() ? own->second : interface_keys().at(key);
  for (const auto& [name, value] : values) text = replace_all(std::move(text), name, value);
  return text;
}

}  // namespace anteroom
