#include "model/turn.h"

#include <algorithm>
#include <set>

#include "model/playlist.h"

namespace anteroom {

namespace {

// The next card in the first language at or after `from` of `offered`, round the end, that has cards in the loop.
Turn first_of_loop(const State& state, const Content& content, WallTime time, const std::vector<std::size_t>& offered,
                   std::size_t from) {
  for (std::size_t i = 0; i < offered.size(); ++i) {
    const std::size_t language = offered[(from + i) % offered.size()];
    const std::vector<std::size_t> cards = loop_cards(state, content, time, language);
    if (!cards.empty()) return {cards.front(), language};
  }
  return {std::nullopt, offered.front()};
}

// The loop in one language after the other.
Turn turn_of_loop(const State& state, const Content& content, WallTime time, const std::vector<std::size_t>& offered) {
  const auto at = std::find(offered.begin(), offered.end(), state.language);
  if (!state.card || at == offered.end()) return first_of_loop(state, content, time, offered, 0);
  const std::optional<std::size_t> next = next_card(loop_cards(state, content, time), *state.card);
  if (next && *next > *state.card) return {next, state.language};
  return first_of_loop(state, content, time, offered, static_cast<std::size_t>(at - offered.begin()) + 1);
}

// Each card in all its languages before the next card.
Turn turn_of_card(const State& state, const Content& content, WallTime time, const std::vector<std::size_t>& offered) {
  std::set<std::size_t> all;
  for (const std::size_t language : offered) {
    const std::vector<std::size_t> cards = loop_cards(state, content, time, language);
    all.insert(cards.begin(), cards.end());
  }
  // A card is not shown twice in the same words: a text in the first language is used where there is no other.
  const auto has_text = [&](std::size_t card) {
    const std::vector<CardText>& texts = content.pack.cards[card].text;
    const bool has_own = std::any_of(offered.begin(), offered.end(), [&texts](std::size_t language) {
      return !texts[language].title.empty() && texts[language].language.empty();
    });
    return [&texts, has_own](std::size_t language) {
      return !texts[language].title.empty() && (!has_own || texts[language].language.empty());
    };
  };
  if (state.card && all.contains(*state.card)) {
    const auto at = std::find(offered.begin(), offered.end(), state.language);
    const auto later = at == offered.end() ? at : std::find_if(at + 1, offered.end(), has_text(*state.card));
    if (later != offered.end()) return {state.card, *later};
  }
  const std::optional<std::size_t> next =
      next_card({all.begin(), all.end()}, state.card.value_or(content.pack.cards.size()));
  if (!next) return {next, offered.front()};
  return {next, *std::find_if(offered.begin(), offered.end(), has_text(*next))};
}

}  // namespace

bool takes_turns(const Content& content) {
  return content.settings.languages_in_turn != LanguagesInTurn::none && content.settings.role == Role::wall &&
         offered_languages(content).size() > 1;
}

std::size_t language_after(std::size_t language, const Content& content) {
  if (content.settings.role == Role::wall && !takes_turns(content)) return language;
  const std::vector<std::size_t> offered = offered_languages(content);
  const auto at = std::find(offered.begin(), offered.end(), language);
  if (offered.empty()) return language;
  return at == offered.end() || at + 1 == offered.end() ? offered.front() : *(at + 1);
}

Turn next_turn(const State& state, const Content& content, WallTime time) {
  if (!takes_turns(content)) {
    const std::vector<std::size_t> cards = loop_cards(state, content, time);
    return {next_card(cards, state.card.value_or(content.pack.cards.size())), state.language};
  }
  const std::vector<std::size_t> offered = offered_languages(content);
  return content.settings.languages_in_turn == LanguagesInTurn::loop ? turn_of_loop(state, content, time, offered)
                                                                     : turn_of_card(state, content, time, offered);
}

}  // namespace anteroom
