#include "platform/monitors.h"

#include <algorithm>

namespace anteroom::platform {

namespace {

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

// The kernel says HDMI-A-1 and DVI-D-1 where the X server says HDMI-1 and DVI-1 (or DVI-D-1).
std::string plain_connector(const std::string& connector) {
  std::string plain = lower(connector);
  for (const char* kind : {"hdmi-a-", "hdmi-b-", "dvi-d-", "dvi-i-", "dvi-a-"}) {
    const std::string with_letter = kind;
    if (plain.starts_with(with_letter)) plain.erase(with_letter.size() - 3, 2);
  }
  return plain;
}

const std::string& identity(const ConnectedMonitor& monitor) {
  return monitor.connector.empty() ? monitor.name : monitor.connector;
}

std::string description(const ConnectedMonitor& monitor) {
  std::string text = monitor.connector;
  if (!monitor.name.empty()) text += (text.empty() ? "\"" : " \"") + monitor.name + "\"";
  return monitor.place ? text : text + ", switched off";
}

std::string list_of(const std::vector<ConnectedMonitor>& connected) {
  std::string list;
  for (const ConnectedMonitor& monitor : connected) list += (list.empty() ? "" : "; ") + description(monitor);
  return "connected: " + (list.empty() ? "none" : list);
}

}  // namespace

// All that match the name. A connector's name is unique; part of a monitor's own name may not be.
std::vector<std::size_t> OwnMonitor::named(const std::vector<ConnectedMonitor>& connected) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < connected.size(); ++i) {
    if (plain_connector(connected[i].connector) == plain_connector(choice_.name)) return {i};
    if (lower(connected[i].name).find(lower(choice_.name)) != std::string::npos) found.push_back(i);
  }
  return found;
}

std::optional<std::size_t> OwnMonitor::index(const std::vector<ConnectedMonitor>& connected) {
  if (!choice_.name.empty()) {
    const std::vector<std::size_t> found = named(connected);
    return found.empty() ? std::nullopt : std::optional(found.front());
  }
  if (!known_as_.empty()) {
    const auto found = std::find_if(connected.begin(), connected.end(),
                                    [&](const ConnectedMonitor& monitor) { return identity(monitor) == known_as_; });
    if (found == connected.end()) return std::nullopt;
    return static_cast<std::size_t>(found - connected.begin());
  }
  const auto number = static_cast<std::size_t>(std::max(0, choice_.number));
  if (number >= connected.size()) return std::nullopt;
  known_as_ = identity(connected[number]);
  return number;
}

std::string OwnMonitor::called() const {
  if (!choice_.name.empty()) return "monitor `" + choice_.name + "`";
  const std::string number = "monitor " + std::to_string(choice_.number);
  return known_as_.empty() ? number : number + " (" + known_as_ + ")";
}

std::string OwnMonitor::state_in_words(const std::vector<ConnectedMonitor>& connected) {
  const bool off = index(connected).has_value();
  return called() + (off ? " is switched off" : " is not connected");
}

std::string OwnMonitor::absence(const std::vector<ConnectedMonitor>& connected) {
  return state_in_words(connected) + " (" + list_of(connected) + ")";
}

std::string OwnMonitor::missing(const std::vector<ConnectedMonitor>& connected) {
  return state_in_words(connected) + "; waiting for it (" + list_of(connected) + ")";
}

std::string OwnMonitor::taken(unsigned long process) const {
  const std::string other =
      process == 0 ? "another Anteroom" : "another Anteroom (process " + std::to_string(process) + ")";
  return other + " fills " + called() +
         "; waiting until it ends; with several monitors, name this screen's in [screen]";
}

std::string OwnMonitor::ambiguous(const std::vector<ConnectedMonitor>& connected) const {
  if (choice_.name.empty()) return {};
  const std::vector<std::size_t> found = named(connected);
  if (found.size() < 2) return {};
  std::string connectors;
  for (const std::size_t i : found) connectors += (connectors.empty() ? "" : ", ") + connected[i].connector;
  return std::to_string(found.size()) + " monitors are called `" + choice_.name +
         "`, and the first is taken; name it by its connector: " + connectors;
}

}  // namespace anteroom::platform
