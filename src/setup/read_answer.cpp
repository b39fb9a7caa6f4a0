#include "setup/read_answer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "content/time_zones.h"
#include "source/printable.h"
#include "source/source_file.h"

namespace anteroom::setup {

namespace {

std::string small_and_trimmed(std::string_view text) {
  std::string small(source::trimmed(text));
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

struct Unit {
  std::string_view name;
  double mm;
};
constexpr std::array<Unit, 15> units{{{"mm", 1},
                                      {"millimetres", 1},
                                      {"cm", 10},
                                      {"centimetres", 10},
                                      {"m", 1000},
                                      {"metres", 1000},
                                      {"meters", 1000},
                                      {"in", 25.4},
                                      {"inch", 25.4},
                                      {"inches", 25.4},
                                      {"\"", 25.4},
                                      {"''", 25.4},
                                      {"ft", 304.8},
                                      {"feet", 304.8},
                                      {"'", 304.8}}};

struct Measure {
  double number = 0;
  std::optional<double> mm;  // of its unit; none: it has no unit
};

// "60,5 cm".
std::optional<Measure> measure_in(std::string text) {
  std::replace(text.begin(), text.end(), ',', '.');
  text = source::trimmed(text);
  Measure measure;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), measure.number);
  if (error != std::errc() || !std::isfinite(measure.number)) return std::nullopt;
  const std::string_view unit =
      source::trimmed(std::string_view(end, static_cast<std::size_t>(text.data() + text.size() - end)));
  if (unit.empty()) return measure;
  const auto found = std::find_if(units.begin(), units.end(), [&](const Unit& each) { return each.name == unit; });
  if (found == units.end()) return std::nullopt;
  measure.mm = found->mm;
  return measure;
}

std::string whole_mm(double number) {
  return std::to_string(std::lround(number));
}

}  // namespace

ReadAnswer<Role> read_role(std::string_view text) {
  const std::string word = small_and_trimmed(text);
  if (word == "kiosk" || word == "k") return {Role::kiosk, {}};
  if (word == "wall" || word == "w") return {Role::wall, {}};
  return {{}, "it should be kiosk, a touchscreen, or wall, a monitor that is only looked at"};
}

ReadAnswer<double> read_length(std::string_view text, double least, double most) {
  const std::optional<Measure> measure = measure_in(small_and_trimmed(text));
  if (!measure) return {{}, "it should be a length, such as 600, 60 cm or 2 ft"};
  const double mm = std::round(measure->number * measure->mm.value_or(1));
  if (mm >= least && mm <= most) return {mm, {}};
  const bool may_be_other_unit = !measure->mm && mm < least;
  return {{},
          "it should be from " + whole_mm(least) + " to " + whole_mm(most) + " mm" +
              (may_be_other_unit ? "; without a unit it counts as millimetres, so write cm or m behind it" : "")};
}

ReadAnswer<PanelSize> read_panel_size(std::string_view text, double ratio) {
  constexpr double least = 50, most = 5000;  // of the settings
  const std::string asked = small_and_trimmed(text);
  const std::string should_be = "it should be two lengths, such as 1218 x 685, or a diagonal, such as 55 inch";
  PanelSize size;
  std::size_t cross = asked.find('x');
  std::size_t cross_size = 1;
  if (const std::size_t sign = asked.find("\xC3\x97"); sign != std::string::npos) {
    cross = sign;
    cross_size = 2;
  }
  if (cross == std::string::npos) {
    const std::optional<Measure> diagonal = measure_in(asked);
    // A number alone that no panel has as millimetres is what is printed on its box.
    const bool is_inches = diagonal && !diagonal->mm && diagonal->number <= 120;
    if (!diagonal || (!diagonal->mm && !is_inches)) return {{}, should_be};
    const double mm = diagonal->number * diagonal->mm.value_or(25.4);
    size.shorter = std::round(mm / std::hypot(ratio, 1.0));
    size.longer = std::round(mm * ratio / std::hypot(ratio, 1.0));
  } else {
    const std::optional<Measure> one = measure_in(asked.substr(0, cross));
    const std::optional<Measure> other = measure_in(asked.substr(cross + cross_size));
    if (!one || !other) return {{}, should_be};
    // The unit behind the second number counts for both.
    const double unit = other->mm.value_or(one->mm.value_or(1));
    const double a = std::round(one->number * one->mm.value_or(unit));
    const double b = std::round(other->number * other->mm.value_or(unit));
    size = {std::max(a, b), std::min(a, b)};
  }
  if (size.shorter >= least && size.longer <= most) return {size, {}};
  return {{}, "each side should be from 50 to 5000 mm; without a unit they count as millimetres"};
}

ReadAnswer<int> read_top_edge(std::string_view text) {
  const std::string word = small_and_trimmed(text);
  if (word == "top" || word == "up" || word == "t" || word == "no" || word == "0") return {0, {}};
  if (word == "left" || word == "l" || word == "90") return {90, {}};
  if (word == "bottom" || word == "down" || word == "b" || word == "180") return {180, {}};
  if (word == "right" || word == "r" || word == "270") return {270, {}};
  return {{}, "it should be top, left, right or bottom"};
}

ReadAnswer<int> read_arrow(std::string_view text) {
  const std::string word = small_and_trimmed(text);
  if (word == "up" || word == "yes" || word == "y" || word == "u") return {0, {}};
  if (word == "left" || word == "l") return {90, {}};
  if (word == "down" || word == "d") return {180, {}};
  if (word == "right" || word == "r") return {270, {}};
  return {{}, "say where the arrow points: up, left, right or down"};
}

ReadAnswer<std::string> read_name(std::string_view text) {
  constexpr std::size_t most = 200;  // bytes; `check` says whether it fits on the screen
  std::string name(source::trimmed(text));
  if (name == "-") return {std::string(), {}};
  if (source::first_control(name) || name.find('\n') != std::string::npos || name.find('\t') != std::string::npos) {
    return {{}, "it has a character that no screen can show"};
  }
  if (source::printable(name) != name) return {{}, "it is not UTF-8; set the terminal to UTF-8"};
  if (name.size() > most) return {{}, "it is too long for any screen"};
  return {std::move(name), {}};
}

ReadAnswer<std::string> read_time_zone(std::string_view text) {
  std::string zone(source::trimmed(text));
  if (zone == "-" || zone == "computer") return {std::string(), {}};
  if (content::is_time_zone(zone)) return {std::move(zone), {}};
  return {{},
          "there is no such time zone; it should look like America/Toronto, or be UTC" +
              content::time_zone_suggestion(zone)};
}

std::string top_edge_in_words(int rotation) {
  return rotation == 90 ? "left" : rotation == 180 ? "bottom" : rotation == 270 ? "right" : "top";
}

}  // namespace anteroom::setup
