// `anteroom why`: says why a card is shown or hidden.
#include <algorithm>
#include <iostream>

#include "assembly/load.h"
#include "commands/options.h"
#include "platform/clock.h"
#include "report/picture_trials.h"
#include "report/why_report.h"

namespace anteroom::commands {

namespace {

// What to say of a picture without which the card leaves the loop; empty: it can be drawn.
std::string about_picture(const Content& content, const std::string& id) {
  const auto& cards = content.pack.cards;
  const auto card = std::find_if(cards.begin(), cards.end(), [&](const Card& each) { return each.id == id; });
  if (card == cards.end() || card->picture.empty()) return {};
  const std::string fault = report::PictureTrials(content.settings).fault(card->picture);
  return fault.empty() ? fault : "But its picture " + card->picture + " " + fault + ", so the screen leaves it out.\n";
}

}  // namespace

int why(const WhyOptions& options) {
  source::Diagnostics diagnostics;
  source::TomlFiles files;
  const std::filesystem::path config = assembly::config_file(options.source);
  const assembly::Loaded loaded = assembly::load(assembly::load_settings(options.source, files, diagnostics), config,
                                                 files, diagnostics, assembly::Times::chosen);
  if (loaded.content.settings.content.empty()) {
    assembly::print(diagnostics);
    return does_not_hold;
  }
  const WallTime now = platform::Clock(loaded.content.settings.time_zone).now().wall;
  const std::optional<WallTime> time = options.at.empty() ? now : parse_moment(options.at, now);
  if (!time) {
    std::cerr << "anteroom: error: `" << options.at << "` is no time; write it as 18:00 or \"2026-12-24 18:00\"\n";
    return wrong_usage;
  }
  const report::Answer answer = report::why({loaded.content, config, files, diagnostics}, options.card, *time);
  if (!answer.found) {
    std::cerr << "anteroom: error: " << answer.text << "\n";
    return does_not_hold;
  }
  std::cout << answer.text << about_picture(loaded.content, options.card);
  return fine;
}

}  // namespace anteroom::commands
