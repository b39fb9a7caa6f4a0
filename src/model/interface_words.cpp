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

const std::map<std::string, std::string>& interface_keys() {
  static const std::map<std::string, std::string> keys = {
      {"access", "Aa"},
      {"ask", "Ask your clinician"},
      {"back", "Back"},
      {"choose_access", "Easier to see"},
      {"choose_language", "Choose your language"},
      {"contrast_off", "High contrast: off"},
      {"contrast_on", "High contrast: on"},
      {"fallback", "Please ask at the desk"},
      {"fallback_picture", "A reception desk with a bell, a lamp and a plant."},
      {"fold_fold", "Fold it"},
      {"fold_open", "Open it"},
      {"fold_smooth", "Smooth it out"},
      {"home", "Home"},
      {"information", "General information, not medical advice"},
      {"language", "Language"},
      {"language_name", "English"},
      {"motion_off", "Less motion: off"},
      {"motion_on", "Less motion: on"},
      {"next", "Next"},
      {"page", "Page {n} of {total}"},
      {"pause", "Pause"},
      {"position", "{n} of {total}"},
      {"previous", "Previous"},
      {"resume", "Go on"},
      {"reviewed", "Reviewed {date}"},
      {"scan", "Scan for more"},
      {"source", "Source: {source}"},
      {"starts_over", "This screen starts over in {n} seconds."},
      {"stay", "Touch anywhere to stay."},
      {"still_reading", "Still reading?"},
      {"touch", "Touch to read more"},
  };
  return keys;
}

}  // namespace anteroom
