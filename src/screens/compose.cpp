#include "screens/compose.h"

#include <algorithm>

#include "screens/closed.h"
#include "screens/detail.h"
#include "screens/fallback.h"
#include "screens/loop_card.h"
#include "text/dates.h"

namespace anteroom::screens {

namespace {

View view_of(const Content& content, std::size_t language, text::Fonts& fonts) {
  const std::vector<std::string>& languages = content.pack.languages;
  return {content, fonts, language < languages.size() ? languages[language] : "en"};
}

Position position_of(const State& state, const Content& content) {
  std::vector<std::size_t> cards = loop_cards(state, content, state.minute);
  auto at = std::lower_bound(cards.begin(), cards.end(), *state.card);
  // A card whose hours are over stays until its dwell ends, and counts as long as it is seen.
  if (at == cards.end() || *at != *state.card) at = cards.insert(at, *state.card);
  return {static_cast<std::size_t>(at - cards.begin()), cards.size()};
}

}  // namespace

scene::Scene compose(const State& state, const Content& content, text::Fonts& fonts) {
  const View view = view_of(content, state.language, fonts);
  if (!state.open) return closed(view);
  const bool wall = content.settings.role == Role::wall;
  const std::string clock = wall ? text::clock_time(minute_of_day(state.minute), view.locale()) : "";
  if (!state.card) return fallback_card(view, clock);
  const Card& card = content.pack.cards[*state.card];
  const CardText& text = card.text[state.language];
  const Position position = position_of(state, content);
  return wall ? wall_card(view, card, text, position, clock) : kiosk_card(view, card, text, position);
}

scene::Scene compose_page(const Content& content, std::size_t card, std::size_t language, std::size_t page,
                          text::Fonts& fonts) {
  const View view = view_of(content, language, fonts);
  const Card& shown = content.pack.cards[card];
  return detail_page(view, shown, shown.text[language], page, language);
}

}  // namespace anteroom::screens
