#include "platform/touchscreens.h"

#include <algorithm>

namespace anteroom::platform {

namespace {

std::string in_small_letters(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::string listed_names(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "\"" : "; \"") + name + "\"";
  return list.empty() ? "none" : list;
}

}  // namespace

std::vector<std::size_t> own_touchscreens(const std::vector<std::string>& names, const TouchChoice& choice) {
  std::vector<std::size_t> own;
  if (choice.name.empty()) {
    if (choice.is_used && names.size() == 1) own.push_back(0);
    return own;
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (in_small_letters(names[i]).find(in_small_letters(choice.name)) != std::string::npos) own.push_back(i);
  }
  return own;
}

std::string touch_fault(const std::vector<std::string>& names, const TouchChoice& choice, std::size_t monitors) {
  if (!own_touchscreens(names, choice).empty()) return {};
  if (!choice.name.empty()) {
    return "touchscreen `" + choice.name + "` is not connected (connected: " + listed_names(names) + ")";
  }
  if (!choice.is_used || names.size() < 2 || monitors < 2) return {};
  return "several touchscreens are connected (" + listed_names(names) +
         "); write this screen's into `touch` in [screen], or its touches may count on another one";
}

TouchMatrix touch_matrix(const Area& place, const Area& desktop, int turned) {
  // The share of the place, across and down, from the panel's: x = a u + b v + c.
  struct Row {
    float a, b, c;
  };
  Row across{1, 0, 0}, down{0, 1, 0};
  if (turned == 90) {
    across = {0, -1, 1};
    down = {1, 0, 0};
  } else if (turned == 180) {
    across = {-1, 0, 1};
    down = {0, -1, 1};
  } else if (turned == 270) {
    across = {0, 1, 0};
    down = {-1, 0, 1};
  }
  const auto width = static_cast<float>(std::max(1, desktop.width));
  const auto height = static_cast<float>(std::max(1, desktop.height));
  const float w = static_cast<float>(place.width) / width, h = static_cast<float>(place.height) / height;
  const float x = static_cast<float>(place.x) / width, y = static_cast<float>(place.y) / height;
  return {across.a * w, across.b * w, across.c * w + x, down.a * h, down.b * h, down.c * h + y, 0, 0, 1};
}

}  // namespace anteroom::platform
