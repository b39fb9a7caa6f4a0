#include "model/turn.h"

#include <algorithm>

#include "model/playlist.h"

namespace anteroom {

namespace {

// Only a wall changes its language by itself.
bool takes_turns(const Content& content) {
  return content.settings.languages_in_turn != LanguagesInTurn::none && content.settings.role == Role::wall &&
         offered_languages(content).size() > 1;
}

}  // namespace

Turn next_turn(const State& state, const Content& content, const std::vector<std::size_t>& cards) {
  const std::optional<std::size_t> next = next_card(cards, state.card.value_or(content.pack.cards.size()));
  if (!next || !takes_turns(content)) return {next, state.language};
  const std::vector<std::size_t> offered = offered_languages(content);
  if (!state.card) return {next, offered.front()};
  const auto at = std::find(offered.begin(), offered.end(), state.language);
  const bool last = at == offered.end() || at + 1 == offered.end();
  if (content.settings.languages_in_turn == LanguagesInTurn::loop) {
    const bool again = *next <= *state.card;  // the loop begins again
    if (!again) return {next, state.language};
    return {next, last ? offered.front() : *(at + 1)};
  }
  const bool stays = !last && std::find(cards.begin(), cards.end(), *state.card) != cards.end();
  return stays ? Turn{state.card, *(at + 1)} : Turn{next, offered.front()};
}

}  // namespace anteroom
