#include "model/turn.h"

#include <algorithm>
#include <set>

#include "model/hello.h"
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

Millis loop_time(Millis once, Millis lead, std::size_t cards) {
  if (cards < lead_every) return once;
  return once - lead + lead * static_cast<Millis::rep>(cards - 1) / static_cast<Millis::rep>(lead_every - 1);
}

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

namespace {

// True if each card is shown in all its languages before the next card.
bool is_by_card(const Content& content) {
  return takes_turns(content) && content.settings.languages_in_turn == LanguagesInTurn::card;
}

// What comes after the card of `state` if all cards are equal.
Turn turn_in_order(const State& state, const Content& content, WallTime time) {
  if (!takes_turns(content)) {
    const std::vector<std::size_t> cards = loop_cards(state, content, time);
    return {next_card(cards, state.card.value_or(content.pack.cards.size())), state.language};
  }
  const std::vector<std::size_t> offered = offered_languages(content);
  return content.settings.languages_in_turn == LanguagesInTurn::loop ? turn_of_loop(state, content, time, offered)
                                                                     : turn_of_card(state, content, time, offered);
}

// Behind `card` in all its languages, when that one has gone.
Turn turn_behind(std::size_t card, State state, const Content& content, WallTime time) {
  state.card = card;
  if (is_by_card(content)) state.language = offered_languages(content).back();
  return turn_in_order(state, content, time);
}

// The lead card of the loop of `state`, if it is in it and there are others for the places in between.
std::optional<std::size_t> lead_in_loop(const State& state, const Content& content, WallTime time) {
  const std::optional<std::size_t> lead = lead_of(content.pack);
  if (!lead) return std::nullopt;
  const std::vector<std::size_t> cards = loop_cards(state, content, time);
  const bool has_it = std::binary_search(cards.begin(), cards.end(), *lead);
  return has_it && cards.size() >= lead_every ? lead : std::nullopt;
}

// The next card's turn, greetings or not.
Turn card_turn(const State& state, const Content& content, WallTime time) {
  Turn turn = turn_in_order(state, content, time);
  const std::optional<std::size_t> lead = lead_in_loop(state, content, time);
  if (!lead || !state.card || !turn.card) return turn;
  if (turn.card == state.card) {  // in another of its languages
    turn.before_lead = state.before_lead;
    return turn;
  }
  if (state.before_lead && state.card == lead) turn = turn_behind(*state.before_lead, state, content, time);
  if (state.card != lead && state.since_lead + 1 >= lead_every) {
    if (turn.card == lead) return turn;
    // In the language that is shown now, since the loop goes on in the next one only behind its last card; where each
    // card has all its languages, from the first of them on.
    const std::size_t first = is_by_card(content) ? offered_languages(content).front() : state.language;
    return {lead, content.pack.cards[*lead].has_text(first) ? first : state.language, state.card};
  }
  if (turn.card != lead) return turn;
  State there = state;
  there.language = turn.language;
  return turn_behind(*lead, there, content, time);
}

// True if the loop has come to its end with the card of `state`, and begins again with `turn`.
bool begins_again(const State& state, const Turn& turn, const Content& content) {
  if (!state.card) return true;
  if (turn.before_lead) return false;
  if (turn.card != state.card || !is_by_card(content)) {
    return *turn.card <= state.before_lead.value_or(*state.card) ||
           (!is_by_card(content) && turn.language != state.language);
  }
  const std::vector<std::size_t> offered = offered_languages(content);
  const auto place = [&](std::size_t language) { return std::find(offered.begin(), offered.end(), language); };
  return place(turn.language) <= place(state.language);
}

// After the greetings: where each card has all its languages, they do, too; then the card behind them.
Turn turn_after_hello(const State& state, const Content& content, WallTime time) {
  const std::vector<std::size_t> offered = offered_languages(content);
  const auto at = std::find(offered.begin(), offered.end(), state.language);
  if (is_by_card(content) && at != offered.end() && at + 1 != offered.end()) {
    return {.card = state.card, .language = *(at + 1), .hello = true};
  }
  for (const std::size_t language : is_by_card(content) ? offered : std::vector{state.language}) {
    const std::vector<std::size_t> cards = loop_cards(state, content, time, language);
    if (std::find(cards.begin(), cards.end(), *state.card) != cards.end()) return {state.card, language};
  }
  return card_turn(state, content, time);
}

}  // namespace

Turn next_turn(const State& state, const Content& content, WallTime time) {
  if (state.hello && state.card) return turn_after_hello(state, content, time);
  Turn turn = card_turn(state, content, time);
  turn.hello = turn.card && opens_with_hello(content) && begins_again(state, turn, content);
  return turn;
}

}  // namespace anteroom
