// How long each card stays, and the whole loop, as the running kiosk counts it.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

#include "model/content.h"

namespace anteroom::report {

// The loop in one language.
struct LoopFigures {
  std::string language;                               // BCP 47
  std::vector<std::pair<std::string, Millis>> cards;  // id and dwell, in loop order
  Millis total{0};                                    // until each of them has been shown
  std::string lead = {};                              // the id of the lead card, if it is in this loop
  Millis greetings{0};                                // with which it opens, part of the total; 0: it does not
};

// For each language on offer, the loop of `content` at `time`, whatever the opening hours.
std::vector<LoopFigures> loop_figures(const Content& content, WallTime time);

// "4 min 20 s"; seconds rounded to the nearest.
std::string in_minutes(Millis time);

// "11 cards, 4 min 20 s in English, 4 min 51 s in French; 9 cards, 3 min 2 s in Arabic": languages with the same number
// of cards together. Empty without languages.
std::string loop_in_words(const std::vector<LoopFigures>& all);
// "the loop: " and the same, with a line end.
std::string loop_line(const std::vector<LoopFigures>& all);

// How often the lead card and the others show during `wait`, the clinic's usual one, in the first of `all`, with a line
// end; empty without a lead card.
std::string lead_line(const std::vector<LoopFigures>& all, std::chrono::seconds wait);

// The seconds of each card, one column for each language; "-" where the card is not in its loop.
std::string dwell_table(const std::vector<LoopFigures>& all);

// An element of `check --format json`. `config`: the settings file.
nlohmann::json loop_element(const LoopFigures& one, const std::string& config);

}  // namespace anteroom::report
