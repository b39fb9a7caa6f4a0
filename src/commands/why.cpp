// `anteroom why`: says why a card is shown or hidden.
#include <algorithm>
#include <iostream>

#include "commands/chosen_screen.h"
#include "commands/faults.h"
#include "commands/options.h"
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
  ChosenScreen screen(options.source);
  if (!screen.has_content()) return does_not_hold;
  const WallTime now = screen.now();
  const std::optional<WallTime> time = options.at.empty() ? now : parse_moment(options.at, now);
  if (!time) {
    return fail("`" + options.at + "` is no time; write it as 18:00 or \"2026-12-24 18:00\"", wrong_usage);
  }
  const report::Answer answer = report::why(screen.shown(), options.card, *time);
  if (!answer.found) return fail(answer.text);
  std::cout << answer.text << about_picture(screen.content(), options.card);
  return fine;
}

}  // namespace anteroom::commands
