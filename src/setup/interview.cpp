#include "setup/interview.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "platform/clock.h"
#include "platform/touchscreens.h"
#include "setup/read_answer.h"
#include "source/printable.h"

namespace anteroom::setup {

namespace {

std::string whole(double number) {
  return std::to_string(std::lround(number));
}

// Asks `question` until there is an answer that can be used. Enter keeps `present`, which is shown as `in_words`. What
// was given as `option` is not asked.
template <typename Value, typename Read>
Value ask(Interview& interview, const std::string& option, const std::string& given, const std::string& question,
          const std::string& in_words, Value present, Read read) {
  if (!given.empty()) {
    ReadAnswer<Value> answer = read(given);
    if (answer.value) return *answer.value;
    std::string wrong = "--";
    throw WrongAnswer(
        wrong.append(option).append(" ").append(source::in_ticks(given)).append(": ").append(answer.fault));
  }
  if (!interview.given.asks) return present;
  while (true) {
    std::string prompt = question;
    interview.terminal.say(prompt.append(" [").append(in_words).append("] "));
    const std::string typed(source::trimmed(interview.terminal.line()));
    if (typed.empty()) return present;
    ReadAnswer<Value> answer = read(typed);
    if (answer.value) return *answer.value;
    interview.terminal.say("  " + source::in_ticks(typed) + ": " + answer.fault + "\n");
  }
}

const platform::ReportedMonitor* chosen(const Interview& interview, const std::string& name) {
  std::vector<platform::ConnectedMonitor> connected;
  for (const platform::ReportedMonitor& each : interview.monitors) connected.push_back(each.monitor);
  const std::optional<std::size_t> index = platform::OwnMonitor({0, name}).index(connected);
  return index ? &interview.monitors[*index] : nullptr;
}

// A number of the list, a connector, or a monitor's own name.
ReadAnswer<std::string> read_monitor(const Interview& interview, const std::string& text) {
  if (text == "-") return {std::string(), {}};
  const bool is_number =
      text.size() < 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (is_number) {
    const auto number = static_cast<std::size_t>(std::stoi(text));
    if (number >= 1 && number <= interview.monitors.size()) {
      const platform::ConnectedMonitor& monitor = interview.monitors[number - 1].monitor;
      return {monitor.connector.empty() ? monitor.name : monitor.connector, {}};
    }
  }
  if (chosen(interview, text) != nullptr) return {text, {}};
  if (interview.monitors.empty()) return read_name(text);  // nobody knows
  std::string names;
  for (const platform::ReportedMonitor& each : interview.monitors) {
    names += (names.empty() ? "" : "; ") + in_words(each);
  }
  return {{}, "no monitor has this name (connected: " + names + ")"};
}

std::string ask_monitor(Interview& interview, const std::string& present) {
  Terminal& terminal = interview.terminal;
  const auto read = [&](const std::string& text) { return read_monitor(interview, text); };
  if (!interview.given.monitor.empty())
    return ask(interview, "monitor", interview.given.monitor, "", "", present, read);
  if (!interview.given.asks) return present;
  if (interview.monitors.empty()) terminal.say("No monitor says that it is connected.\n");
  std::size_t number = 0;
  for (const platform::ReportedMonitor& each : interview.monitors) {
    terminal.say("  " + std::to_string(++number) + "  " + in_words(each) + "\n");
  }
  const bool is_absent = !present.empty() && chosen(interview, present) == nullptr && !interview.monitors.empty();
  if (is_absent) terminal.say("The settings name " + source::in_ticks(present) + ", which is not among them.\n");
  if (interview.monitors.size() < 2 && !is_absent) return present;
  return ask(interview, "monitor", "", "Which monitor? Its number or name; - for the first",
             present.empty() ? "-" : present, present, read);
}

struct Pixels {
  int width = 0, height = 0;  // as the desktop has them
};

// Of `monitor`: as it is used now, else as it reports; 0: not known.
Pixels pixels_of(const platform::ReportedMonitor* monitor) {
  constexpr int least = 160;  // of the settings
  Pixels pixels;
  if (monitor == nullptr) return pixels;
  if (monitor->size) pixels = {monitor->size->width_px, monitor->size->height_px};
  if (monitor->monitor.place && monitor->monitor.place->width > 0) {
    pixels = {monitor->monitor.place->width, monitor->monitor.place->height};
  }
  return std::min(pixels.width, pixels.height) < least ? Pixels{} : pixels;
}

// A number of the list, or part of a touchscreen's name.
ReadAnswer<std::string> read_touchscreen(const Interview& interview, const std::string& text) {
  const std::vector<std::string>& names = interview.touchscreens;
  if (text == "-" || names.empty()) return read_name(text);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (text == std::to_string(i + 1)) return {names[i], {}};
  }
  const platform::TouchChoice choice{text, true};
  if (!platform::own_touchscreens(names, choice).empty()) return {text, {}};
  return {{}, platform::touch_fault(names, choice, 1)};
}

std::string ask_touchscreen(Interview& interview, const std::string& present) {
  const auto read = [&](const std::string& text) { return read_touchscreen(interview, text); };
  if (!interview.given.touch.empty()) return ask(interview, "touch", interview.given.touch, "", "", present, read);
  const std::vector<std::string>& names = interview.touchscreens;
  const bool is_known =
      names.size() < 2 && (present.empty() || !platform::own_touchscreens(names, {present, true}).empty());
  if (!interview.given.asks || is_known) return present;
  for (std::size_t i = 0; i < names.size(); ++i) {
    interview.terminal.say("  " + std::to_string(i + 1) + "  " + names[i] + "\n");
  }
  return ask(interview, "touch", "", "Which touchscreen is it? Its number, or part of its name; - for the only one",
             present.empty() ? "-" : present, present, read);
}

// `screen` with a panel of `size`, and of the pixels that `reported` knows.
Screen with_panel(Screen screen, const PanelSize& size, const platform::ReportedMonitor* reported) {
  const bool on_side = screen.lies_on_side();
  Pixels desktop = pixels_of(reported);
  if (desktop.width == 0) {
    desktop = on_side ? Pixels{screen.height_px, screen.width_px} : Pixels{screen.width_px, screen.height_px};
  }
  const Pixels upright = on_side ? Pixels{desktop.height, desktop.width} : desktop;
  const bool is_tall = upright.height > upright.width;
  screen.width_mm = is_tall ? size.shorter : size.longer;
  screen.height_mm = is_tall ? size.longer : size.shorter;
  screen.width_px = upright.width;
  screen.height_px = upright.height;
  screen.mm_source = screen.px_source = SizeSource::settings;
  return screen;
}

Screen ask_size(Interview& interview, const Screen& screen) {
  const platform::ReportedMonitor* reported = chosen(interview, screen.monitor);
  PanelSize size{std::max(screen.width_mm, screen.height_mm), std::min(screen.width_mm, screen.height_mm)};
  std::string present = whole(size.longer) + " x " + whole(size.shorter);
  if (reported != nullptr && reported->size) {
    const PanelSize own{std::max(reported->size->width_mm, reported->size->height_mm),
                        std::min(reported->size->width_mm, reported->size->height_mm)};
    const std::string own_words = whole(own.longer) + " x " + whole(own.shorter);
    if (interview.is_first || screen.mm_source != SizeSource::settings) {
      size = own;
      present = own_words + ", as the monitor says";
    } else if (own_words != present && interview.given.asks && interview.given.size.empty()) {
      interview.terminal.say("The monitor says that it is " + own_words + " mm.\n");
    }
  }
  const double ratio = static_cast<double>(std::max(screen.width_px, screen.height_px)) /
                       std::max(1, std::min(screen.width_px, screen.height_px));
  const PanelSize answer =
      ask(interview, "size", interview.given.size,
          "How large is the lit picture, from edge to edge? Two lengths, in either order, or the diagonal", present,
          size, [&](const std::string& text) { return read_panel_size(text, ratio); });
  const bool is_kept = answer.longer == std::max(screen.width_mm, screen.height_mm) &&
                       answer.shorter == std::min(screen.width_mm, screen.height_mm) &&
                       screen.mm_source == SizeSource::settings;
  return is_kept ? screen : with_panel(screen, answer, reported);
}

std::string ask_time_zone(Interview& interview, const std::string& present) {
  if (interview.given.asks && interview.given.time_zone.empty()) {
    const WallTime now = platform::Clock(present).now().wall;
    interview.terminal.say("The clock of this computer shows " + in_digits(date_of(now)) + " " +
                           in_digits(minute_of_day(now)) + (present.empty() ? "" : " in " + present) + ".\n");
  }
  std::string zone = ask(
      interview, "time-zone", interview.given.time_zone, "Time zone, such as America/Toronto; - for the computer's own",
      present.empty() ? "-" : present, present, [](const std::string& text) { return read_time_zone(text); });
  if (interview.given.asks && zone != present && !zone.empty()) {
    interview.terminal.say("There it is " + in_digits(minute_of_day(platform::Clock(zone).now().wall)) +
                           "; if that is wrong, set the clock with timedatectl.\n");
  }
  return zone;
}

}  // namespace

std::string in_words(const platform::ReportedMonitor& reported) {
  std::string words = reported.monitor.connector;
  if (!reported.monitor.name.empty()) words += (words.empty() ? "\"" : " \"") + reported.monitor.name + "\"";
  if (reported.monitor.place && reported.monitor.place->width > 0) {
    words += ", " + std::to_string(reported.monitor.place->width) + " x " +
             std::to_string(reported.monitor.place->height) + " pixels";
  }
  if (!reported.monitor.place) words += ", switched off";
  if (reported.size) words += ", " + whole(reported.size->width_mm) + " x " + whole(reported.size->height_mm) + " mm";
  return words;
}

Screen turned_to(Screen screen, int rotation) {
  const bool was_on_side = screen.lies_on_side();
  screen.rotation = rotation;
  if (screen.lies_on_side() == was_on_side) return screen;
  std::swap(screen.width_mm, screen.height_mm);
  std::swap(screen.width_px, screen.height_px);
  return screen;
}

Screen asked_turn(Interview& interview, const Screen& screen) {
  const int rotation = ask(interview, "turned", interview.given.top_edge,
                           "The edge that is at the top when the screen stands on its foot: where is it as it hangs? "
                           "top, left, right or bottom",
                           top_edge_in_words(screen.rotation), screen.rotation,
                           [](const std::string& text) { return read_top_edge(text); });
  return turned_to(screen, rotation);
}

Role asked_role(Interview& interview, Role present) {
  return ask(interview, "role", interview.given.role,
             "What is the screen for? kiosk: a touchscreen in reach; wall: a monitor that is only looked at",
             present == Role::wall ? "wall" : "kiosk", present,
             [](const std::string& text) { return read_role(text); });
}

Settings asked_settings(Interview& interview, Settings settings) {
  const GivenAnswers& given = interview.given;
  Screen& screen = settings.screen;
  const bool is_wall = settings.role == Role::wall;
  screen.monitor = ask_monitor(interview, screen.monitor);
  if (!is_wall || !given.touch.empty()) screen.touch = ask_touchscreen(interview, screen.touch);
  screen = ask_size(interview, screen);
  if (!given.top_edge.empty() || !interview.turn_by_picture) screen = asked_turn(interview, screen);
  const auto length = [&](const char* option, const std::string& said, const char* question, double present,
                          double least, double most) {
    return ask(interview, option, said, question, whole(present) + " mm", present,
               [&](const std::string& text) { return read_length(text, least, most); });
  };
  screen.viewing_distance_mm = length(
      "distance", given.distance,
      is_wall ? "How far is the farthest chair from the screen?" : "How far are the reader's eyes from the screen?",
      screen.viewing_distance_mm, 200, 20000);
  screen.lower_edge_mm = length("height", given.lower_edge, "How high above the floor is the picture's lower edge?",
                                screen.lower_edge_mm, 0, 5000);
  settings.clinic_name = ask(interview, "name", given.name, "The clinic's name on the screen; - for none",
                             settings.clinic_name.empty() ? "-" : settings.clinic_name, settings.clinic_name,
                             [](const std::string& text) { return read_name(text); });
  settings.time_zone = ask_time_zone(interview, settings.time_zone);
  settings.hours.week = ask(interview, "hours", given.hours,
                            "Opening hours, outside of which the screen is dark, such as mon-fri 8:00-17:00; always",
                            week_in_words(settings.hours.week), settings.hours.week,
                            [](const std::string& text) { return read_week(text); });
  return settings;
}

}  // namespace anteroom::setup
