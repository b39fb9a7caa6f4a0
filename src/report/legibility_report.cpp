#include "report/legibility_report.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "language/language_name.h"
#include "model/names.h"
#include "report/decimal.h"
#include "report/every_screen.h"
#include "report/legibility_checker.h"
#include "report/legibility_table.h"
#include "report/settings_fault.h"
#include "scene/dump.h"
#include "scene/rules.h"
#include "source/printable.h"
#include "source/rules.h"
#include "source/source_file.h"

namespace anteroom::report {

namespace {

bool contains(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::string sentence(const scene::LetterSize& letters) {
  return "capitals of the " + scene::name_of(letters.role) + " text are " + decimal(letters.cap_height_mm, 1) +
         " mm high, " + decimal(letters.arc_minutes) + " arc minutes; at least " + decimal(letters.min_mm, 1) + " mm";
}

// "the control card (Paper keeps its folds)": the id, which is the same in every language, and the visible label.
std::string name_of(const scene::Control& control) {
  return "the control " + control.id + " (" + control.label + ")";
}

std::string size_sentence(const scene::Control& control) {
  return name_of(control) + " is " + size_in_mm(control.width_mm, control.height_mm, 1) + "; at least 20 mm both ways";
}

std::string reach_sentence(const scene::Control& control) {
  return name_of(control) + " is " + decimal(control.lowest_mm) + " to " + decimal(control.highest_mm) +
         " mm above the floor; at least 20 mm of it between " + decimal(scene::lowest_reach_mm) + " and " +
         decimal(scene::highest_reach_mm);
}

// How to hang the screen so that everything is in reach; empty: it already is.
std::string hanging_advice(const Screen& screen, const scene::Span& edge) {
  if (screen.lower_edge_mm >= edge.from - 0.25 && screen.lower_edge_mm <= edge.to + 0.25) return {};
  if (edge.from > edge.to) return "screen too high: its controls are not all in reach wherever it hangs";
  return std::string("screen hangs too ") + (screen.lower_edge_mm > edge.to ? "high" : "low") + ": its lower edge is " +
         decimal(screen.lower_edge_mm) + " mm above the floor; all controls are in reach from " +
         decimal(std::ceil(edge.from)) + " to " + decimal(std::floor(edge.to)) + " mm";
}

// The rules that `found` breaks, without those that `check` reports at the text's own place in its card's file.
std::vector<scene::BrokenRule> broken_here(const scene::Legibility& found) {
  std::vector<scene::BrokenRule> broken = found.broken;
  std::erase_if(broken, [](const scene::BrokenRule& each) { return each.rule == "words" && !each.card.empty(); });
  return broken;
}

// True if what is on the screen of `broken` is from its card's file.
bool is_of_card(const scene::BrokenRule& broken) {
  return !broken.card.empty() && (broken.screen == screen_name::loop || broken.screen == screen_name::detail ||
                                  broken.screen == screen_name::about);
}

// "the front of `where`"
std::string screen_in_words(const scene::BrokenRule& broken) {
  const std::string of_card = broken.card.empty() ? "" : " of " + source::in_ticks(broken.card);
  if (broken.screen == screen_name::loop) return "the front" + of_card;
  if (broken.screen == screen_name::detail) return "a page" + of_card;
  if (broken.screen == screen_name::about) return "\"About this information\"" + of_card;
  if (broken.screen == screen_name::language) return "the choice of languages";
  if (broken.screen == screen_name::hello) return "the greetings";
  if (broken.screen == screen_name::topics) return "the list of topics";
  if (broken.screen == screen_name::questions) return "the list of kept questions";
  if (broken.screen == screen_name::access) return "the choice of letters, colours and voice";
  if (broken.screen == screen_name::offer) return "the offer to read aloud";
  if (broken.screen == screen_name::warning) return "the question whether somebody still reads";
  if (broken.screen == screen_name::closed) return "the screen of the closed clinic";
  if (broken.screen == screen_name::staff) return "the PIN pad of the staff";
  if (broken.screen == screen_name::cleaning) return "the screen that is shown while it is cleaned";
  return broken.screen == screen_name::notice ? "an urgent notice" : "the screen that has no card to show";
}

// What can be done about words without room.
std::string remedy(const scene::BrokenRule& broken) {
  if (!is_of_card(broken)) return "take a larger screen, or one that is nearer to its readers";
  const std::string shorten = broken.screen == screen_name::loop ? "shorten its title or lead"
                              : broken.screen == screen_name::detail
                                  ? "shorten its longest words, or the names of steps or spots"
                                  : "shorten the `[source]` in pack.toml";
  return shorten + "; if it is short already, this is a fault of the program";
}

// "in French and Punjabi"
std::string in_languages(const std::vector<std::string>& languages) {
  std::string names;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    names += i == 0 ? " in " : i + 1 < languages.size() ? ", " : " and ";
    names += language::english_name(languages[i]);
  }
  return names;
}

std::string sentence(const scene::BrokenRule& broken) {
  const std::string detail = broken.rule + ": " + broken.example;
  const std::string where =
      screen_in_words(broken) + (broken.below_notice ? ", below a notice," : "") + in_languages(broken.languages);
  const std::string more = broken.other_scenes > 0
                               ? ", nor on " + std::to_string(broken.other_scenes) + " more screens like it"
                               : std::string();
  if (broken.is_crowding())
    return "words have no room on " + where + more + ": " + remedy(broken) + " (" + detail + ")";
  return "a fault of the program, not of your files, on " + where + ": " + detail;
}

// That the words of a card do not fit, and where it was seen first.
std::string too_many_words(const scene::Legibility& found, const std::string& card) {
  const auto first = std::find_if(found.broken.begin(), found.broken.end(), [&](const scene::BrokenRule& each) {
    return each.card == card && each.rule != "words";
  });
  const std::string where = first == found.broken.end() ? ""
                                                        : ", on \"" + first->screen + "\" in " +
                                                              language::english_name(first->languages.front());
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
  const int size = checker.size_without_language_room().value_or(200);
  add_settings_fault(rule::legibility, settings, {"languages"},
                     std::to_string(count) + " languages do not fit on the language screen" +
                         (size > 100 ? " with letters of " + std::to_string(size) + " %" : "") + "; the first " + most +
                         " of them do, in all sizes of letters: list those that most of your patients read, or take a "
                         "larger screen",
                     files, diagnostics);
  checker.leave_out_language_screen();
}

// Reports the rules that break when a patient chooses larger text, or all controls in reach. The sizes of text and
// controls are reported for the standard look only. Nothing more is said of the cards `overlong`.
template <typename FileOf>
void report_access_options(LegibilityChecker& checker, const std::vector<std::string>& overlong,
                           const std::string& config, FileOf file_of, source::Diagnostics& diagnostics) {
  for (const int percent : {150, 200}) {
    const std::string letters = "with letters of " + std::to_string(percent) + " %: ";
    for (const scene::BrokenRule& each : broken_here(checker.check(in_letters_of(percent)))) {
      if (contains(overlong, each.card)) continue;
      const bool is_writers = is_of_card(each) && each.is_crowding();
      add_file_fault(diagnostics, rule::legibility, is_writers ? file_of(each.card) : config, letters + sentence(each));
    }
  }
  if (!checker.reach_is_offered()) {
    add_file_fault(diagnostics, rule::reach_mode, config,
                   "the reach mode is not offered: where this screen hangs it cannot bring all controls between " +
                       decimal(scene::lowest_in_reach_mm) + " and " + decimal(scene::highest_in_reach_mm) +
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

}  // namespace

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
  if (role == Role::kiosk) report_access_options(checker, overlong, config, file_of, diagnostics);
  return report;
}

}  // namespace anteroom::report
