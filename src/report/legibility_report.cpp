#include "report/legibility_report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

#include "assembly/load.h"
#include "language/language_name.h"
#include "language/words.h"
#include "model/names.h"
#include "paint/ttf_fonts.h"
#include "report/every_screen.h"
#include "report/language_room.h"
#include "report/settings_fault.h"
#include "scene/dump.h"
#include "scene/rules.h"
#include "screens/view.h"
#include "source/rules.h"
#include "source/source_file.h"

namespace anteroom::report {

namespace {

std::string number(double value, int digits = 0) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.*f", digits, value);
  return buffer;
}

std::string size_of(double width_mm, double height_mm, int digits = 0) {
  return number(width_mm, digits) + " x " + number(height_mm, digits) + " mm";
}

// The limits of the settings.
constexpr double nearest_mm = 200;
constexpr double longest_side_mm = 5000;

Session in_letters_of(int percent) {
  Session look;
  look.text_percent = percent;
  return look;
}

bool contains(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

class LegibilityChecker {
 public:
  LegibilityChecker(Content content, const paint::FaceTable& faces)
      : content_(std::move(content)), fonts_(faces), time_(time_of_all_cards(content_)) {
    content_.settings.hours = {};
  }

  // `look`: the accessibility options that a patient has chosen.
  scene::Legibility check(const Session& look = {}) {
    return legibility_of(every_screen(content_, fonts_, time_, look));
  }

  // The ids of a few cards that have too many words for this screen: without them everything fits. Empty: it is the
  // screen that is too small. `found`: what check() said.
  std::vector<std::string> overlong_cards(scene::Legibility found) {
    const std::vector<Card> all = content_.pack.cards;
    std::vector<std::string> ids;
    constexpr int max_rounds = 3;  // a rule names the first card only that breaks it
    for (int round = 0; round < max_rounds && found.is_crowded() && ids.size() * 2 < all.size(); ++round) {
      for (const scene::BrokenRule& each : found.broken) {
        if (each.rule != "words" && !each.card.empty()) ids.push_back(each.card);
      }
      std::erase_if(content_.pack.cards, [&](const Card& card) { return contains(ids, card.id); });
      if (content_.pack.cards.empty()) break;
      found = check();
    }
    content_.pack.cards = all;
    if (found.is_crowded() || ids.size() * 2 >= all.size()) return {};
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
  }

  std::size_t languages_with_room() { return report::languages_with_room(content_, fonts_, time_); }
  // From now on the language screen is not looked at.
  void leave_out_language_screen() { leaves_out_language_screen_ = true; }

  bool reach_is_offered() {
    return screens::View{content_, fonts_, content_.pack.languages.empty() ? "en" : content_.pack.languages.front()}
        .reach_is_offered();
  }

  // What the installer can do if things do not fit.
  std::string advice() {
    const Screen real = screen();
    const std::string distance = number(real.viewing_distance_mm) + " mm";
    const std::optional<double> near = farthest_distance();
    const std::optional<std::string> larger = larger_screen(near ? real.viewing_distance_mm / *near : 1.5);
    std::string text = "screen too small for this viewing distance: " + size_of(real.width_mm, real.height_mm) +
                       " seen from " + distance + "; it serves readers " +
                       (near ? "up to " + number(*near) + " mm away" : "at no distance");
    text += larger ? "; for " + distance + " take one of about " + *larger
                   : "; no larger one of its shape serves " + distance + " either";
    return text + "; or shorten the texts named here";
  }

 private:
  Screen& screen() { return content_.settings.screen; }

  scene::Legibility legibility_of(std::vector<scene::Scene> scenes) const {
    if (leaves_out_language_screen_) {
      std::erase_if(scenes, [](const scene::Scene& scene) { return scene.screen == screen_name::language; });
    }
    return scene::legibility(scenes);
  }

  bool has_room(double width_mm, double height_mm, double distance_mm) {
    const Screen real = screen();
    screen().width_mm = width_mm;
    screen().height_mm = height_mm;
    screen().viewing_distance_mm = distance_mm;
    // The fronts first: with text far too large, a detail splits into thousands of screens.
    const std::vector<std::size_t> languages = shown_languages(content_);
    const bool room = !scene::legibility(every_front(content_, fonts_, time_)).is_crowded() &&
                      std::all_of(languages.begin(), languages.end(), [&](std::size_t language) {
                        return has_room_for(language, {}) && has_room_for(language, in_letters_of(200));
                      });
    screen() = real;
    return room;
  }

  bool has_room_for(std::size_t language, const Session& look) {
    return !legibility_of(every_screen_in(language, content_, fonts_, time_, look)).is_crowded();
  }

  // The largest distance, in whole centimetres, for which everything fits on this screen; none: it does not fit even
  // for the shortest distance that settings may give.
  std::optional<double> farthest_distance() {
    const double width = screen().width_mm;
    const double height = screen().height_mm;
    double near = nearest_mm;
    double far = screen().viewing_distance_mm;
    if (!has_room(width, height, near)) return std::nullopt;
    while (far - near > 10) {
      const double middle = std::floor((near + far) / 20) * 10;
      if (middle <= near) break;
      (has_room(width, height, middle) ? near : far) = middle;
    }
    return near;
  }

  // A larger screen of this shape, in whole centimetres, on which everything fits for this distance. Its scale differs
  // a little from `guess`, the ratio of the distances, since some sizes do not depend on the distance.
  std::optional<std::string> larger_screen(double guess) {
    const Screen real = screen();
    const auto tens = [](double mm) { return std::ceil(mm / 10) * 10; };
    for (const double more : {1.0, 1.05, 1.1, 1.2, 1.4, 2.0, 4.0, 8.0, 16.0}) {
      const double width = tens(real.width_mm * guess * more);
      const double height = tens(real.height_mm * guess * more);
      if (std::max(width, height) > longest_side_mm) break;
      if (has_room(width, height, real.viewing_distance_mm)) return size_of(width, height);
    }
    return std::nullopt;
  }

  Content content_;
  paint::TtfFonts fonts_;
  WallTime time_;
  bool leaves_out_language_screen_ = false;
};

std::string sentence(const scene::LetterSize& letters) {
  return "capitals of the " + scene::name_of(letters.role) + " text are " + number(letters.cap_height_mm, 1) +
         " mm high, " + number(letters.arc_minutes) + " arc minutes; at least " + number(letters.min_mm, 1) + " mm";
}

// "the control card (Paper keeps its folds)": the id, which is the same in every language, and the visible label.
std::string name_of(const scene::Control& control) {
  return "the control " + control.id + " (" + control.label + ")";
}

std::string size_sentence(const scene::Control& control) {
  return name_of(control) + " is " + size_of(control.width_mm, control.height_mm, 1) + "; at least 20 mm both ways";
}

std::string reach_sentence(const scene::Control& control) {
  return name_of(control) + " is " + number(control.lowest_mm) + " to " + number(control.highest_mm) +
         " mm above the floor; at least 20 mm of it between " + number(scene::lowest_reach_mm) + " and " +
         number(scene::highest_reach_mm);
}

// How to hang the screen so that everything is in reach; empty: it already is.
std::string hanging_advice(const Screen& screen, const scene::Span& edge) {
  if (screen.lower_edge_mm >= edge.from - 0.25 && screen.lower_edge_mm <= edge.to + 0.25) return {};
  if (edge.from > edge.to) return "screen too high: its controls are not all in reach wherever it hangs";
  return std::string("screen hangs too ") + (screen.lower_edge_mm > edge.to ? "high" : "low") + ": its lower edge is " +
         number(screen.lower_edge_mm) + " mm above the floor; all controls are in reach from " +
         number(std::ceil(edge.from)) + " to " + number(std::floor(edge.to)) + " mm";
}

// The rules that `found` breaks, without those that `check` reports at the text's own place in its card's file.
std::vector<scene::BrokenRule> broken_here(const scene::Legibility& found) {
  std::vector<scene::BrokenRule> broken = found.broken;
  std::erase_if(broken, [](const scene::BrokenRule& each) { return each.rule == "words" && !each.card.empty(); });
  return broken;
}

std::string sentence(const scene::BrokenRule& broken) {
  const std::string where = "the screen \"" + broken.screen + "\"" + (broken.card.empty() ? "" : " of " + broken.card) +
                            " (" + broken.language + ")";
  const std::string more =
      broken.scenes > 1 ? ", and " + std::to_string(broken.scenes - 1) + " more like it" : std::string();
  return broken.rule + ": on " + where + more + ": " + broken.example;
}

// That the words of a card do not fit, and where it was seen first.
std::string too_many_words(const scene::Legibility& found, const std::string& card) {
  const auto first = std::find_if(found.broken.begin(), found.broken.end(), [&](const scene::BrokenRule& each) {
    return each.card == card && each.rule != "words";
  });
  const std::string where =
      first == found.broken.end() ? "" : ", on \"" + first->screen + "\" in " + language::english_name(first->language);
  return "this card has more words than the screen has room for" + where +
         ", so that some are cut off or cover others; shorten them";
}

// Reports languages, `count` of them, that are too many for the language screen, which is then no reason to call the
// screen too small.
void report_languages(LegibilityChecker& checker, std::size_t count, const SettingsFiles& settings,
                      source::TomlFiles& files, source::Diagnostics& diagnostics) {
  const std::size_t fit = checker.languages_with_room();
  if (fit == count || fit < 2) return;  // where not even two fit the screen is too small for much else
  const std::string most = std::to_string(fit);
  add_settings_fault(rule::legibility, settings, {"languages"},
                     std::to_string(count) + " languages do not fit on the language screen, " + most +
                         " do; list at most " + most + " in `languages`",
                     files, diagnostics);
  checker.leave_out_language_screen();
}

// Reports the rules that break when a patient chooses larger text, or all controls in reach. The sizes of text and
// controls are reported for the standard look only. Nothing more is said of the cards `overlong`.
void report_access_options(LegibilityChecker& checker, const std::vector<std::string>& overlong,
                           const std::string& config, source::Diagnostics& diagnostics) {
  for (const int percent : {150, 200}) {
    const std::string letters = "with letters of " + std::to_string(percent) + " %: ";
    for (const scene::BrokenRule& each : broken_here(checker.check(in_letters_of(percent)))) {
      if (contains(overlong, each.card)) continue;
      add_file_fault(diagnostics, rule::legibility, config, letters + sentence(each));
    }
  }
  if (!checker.reach_is_offered()) {
    add_file_fault(diagnostics, rule::reach_mode, config,
                   "the reach mode is not offered: where this screen hangs it cannot bring all controls between " +
                       number(scene::lowest_in_reach_mm) + " and " + number(scene::highest_in_reach_mm) +
                       " mm above the floor");
    return;
  }
  Session look;
  look.reach = Reach::right;  // the screens for the left hand are mirror images
  for (const scene::BrokenRule& each : broken_here(checker.check(look))) {
    add_file_fault(diagnostics, rule::reach_mode, config, "with all controls in reach: " + sentence(each));
  }
}

void leave_out_rest(std::vector<Card>& cards, const std::string& config, source::Diagnostics& diagnostics) {
  if (cards.size() <= max_composed) return;
  add_file_fault(diagnostics, rule::not_composed, config,
                 "the pack has " + std::to_string(cards.size()) +
                     " cards; whether they fit on the screen is checked for "
                     "the first " +
                     std::to_string(max_composed) + " only");
  cards.erase(cards.begin() + max_composed, cards.end());
}

// Rows of cells, each column as wide as its widest cell.
class Table {
 public:
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

  std::string text() const {
    std::vector<int> widths;
    for (const auto& row : rows_) {
      widths.resize(std::max(widths.size(), row.size()));
      for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
    }
    std::string all;
    for (const auto& row : rows_) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        all += row[i];
        if (i + 1 < row.size()) all += std::string(static_cast<std::size_t>(widths[i] - width(row[i]) + 2), ' ');
      }
      all += '\n';
    }
    return all;
  }

 private:
  static int width(const std::string& cell) { return language::character_count(cell, "en"); }
  std::vector<std::vector<std::string>> rows_;
};

const char* verdict(bool holds) {
  return holds ? "pass" : "FAIL";
}

}  // namespace

std::string legibility_table(const scene::Legibility& found, const Screen& screen) {
  const char* word = screen.mm_source == SizeSource::settings  ? "as the settings say"
                     : screen.mm_source == SizeSource::monitor ? "as the monitor says"
                                                               : "a guess";
  std::string text = "screen: " + size_of(screen.width_mm, screen.height_mm) + ", " + word + "; seen from " +
                     number(screen.viewing_distance_mm) + " mm; lower edge " + number(screen.lower_edge_mm) +
                     " mm above the floor\n";
  Table letters;
  letters.add({"text", "capitals", "at least", "arc minutes", "size"});
  for (const scene::LetterSize& each : found.letters) {
    letters.add({name_of(each.role), number(each.cap_height_mm, 1) + " mm", number(each.min_mm, 1) + " mm",
                 number(each.arc_minutes), verdict(each.holds)});
  }
  text += letters.text();
  if (found.controls.empty()) return text;
  Table controls;
  controls.add({"control", "width x height", "size", "above the floor", "reach"});
  for (const scene::Control& each : found.controls) {
    controls.add({each.id, size_of(each.width_mm, each.height_mm, 1), verdict(each.large_enough),
                  number(each.lowest_mm) + " to " + number(each.highest_mm) + " mm", verdict(each.in_reach)});
  }
  return text + controls.text();
}

LegibilityReport report_legibility(Content content, const paint::FaceTable& faces, const std::string& config,
                                   source::TomlFiles& files, source::Diagnostics& diagnostics) {
  leave_out_rest(content.pack.cards, config, diagnostics);
  const Screen screen = content.settings.screen;
  const Role role = content.settings.role;
  const std::string included = content.settings.included;
  const std::string cards_folder = content.settings.content + "/cards/";
  const auto file_of = [&](const std::string& card) { return cards_folder + card + ".toml"; };
  const std::size_t languages = offered_languages(content).size();
  LegibilityChecker checker(std::move(content), faces);
  if (role == Role::kiosk) report_languages(checker, languages, {config, included}, files, diagnostics);
  const scene::Legibility found = checker.check();
  LegibilityReport report{legibility_table(found, screen), {}};
  const auto fault = [&](const std::string& text) { add_file_fault(diagnostics, rule::legibility, config, text); };
  const auto add_result = [&](bool holds, const std::string& text) {
    holds ? report.passing.push_back(text) : fault(text);
  };

  const std::vector<std::string> overlong =
      found.is_crowded() ? checker.overlong_cards(found) : std::vector<std::string>();
  if (found.is_crowded() && overlong.empty()) fault(checker.advice());
  for (const std::string& card : overlong)
    add_file_fault(diagnostics, rule::legibility, file_of(card), too_many_words(found, card));
  if (const std::string advice = hanging_advice(screen, found.lower_edge_mm); !advice.empty()) fault(advice);
  for (const scene::LetterSize& each : found.letters) add_result(each.holds, sentence(each));
  for (const scene::Control& each : found.controls) {
    add_result(each.large_enough, size_sentence(each));
    add_result(each.in_reach, reach_sentence(each));
  }
  for (const scene::BrokenRule& each : broken_here(found)) {
    if (!contains(overlong, each.card)) fault(sentence(each));
  }
  if (role == Role::kiosk) report_access_options(checker, overlong, config, diagnostics);
  return report;
}

}  // namespace anteroom::report
