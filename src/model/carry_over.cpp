#include "model/carry_over.h"

#include "model/hello.h"
#include "model/turn.h"

namespace anteroom {

namespace {

// The index into `after.pack.languages` of the language number `language` of `before`, if it is still on offer.
std::optional<std::size_t> same_language(std::size_t language, const Content& before, const Content& after) {
  if (language >= before.pack.languages.size()) return {};
  for (const std::size_t offered : offered_languages(after)) {
    if (after.pack.languages[offered] == before.pack.languages[language]) return offered;
  }
  return {};
}

// The language to go on in, if it is another than the first. Nobody has chosen it, so it is kept only where languages
// take turns, and only if the same one still comes first.
std::optional<std::size_t> language_in_turn(const State& state, const Content& before, const Content& after) {
  if (!takes_turns(after) || first_language(before) != first_language(after)) return {};
  return same_language(state.language, before, after);
}

}  // namespace

bool may_carry_over(const State& state) {
  // Also the place of the keypad's focus, and that its user has declined to be read to, would be lost.
  return state.session == Session{};
}

State carried_over(const State& state, const Content& before, const Content& after, Now now) {
  State next = start(after, now);
  next.has_voice = state.has_voice;
  next.turns = state.turns;
  next.drift = state.drift;
  next.notice = state.notice;
  next.hidden = state.hidden;
  next.dark_until = state.dark_until;
  next.staff = state.staff;
  next.open = next.open && !(state.dark_until && now.wall < *state.dark_until);
  if (state.notice_language) next.notice_language = same_language(*state.notice_language, before, after);
  next.moments.notice_since = state.moments.notice_since;
  if (const auto language = language_in_turn(state, before, after)) next.language = *language;
  const std::vector<std::size_t> cards = loop_cards(next, after, now.wall);
  if (next.card) next.card = cards.empty() || !next.open ? std::nullopt : std::optional(cards.front());
  next.hello = next.card && opens_with_hello(after);
  if (!state.card || !next.card) return next;
  const std::string& id = before.pack.cards[*state.card].id;
  for (const std::size_t card : cards) {
    if (after.pack.cards[card].id != id) continue;
    next.card = card;
    next.hello = next.hello && state.hello;
    next.moments.card_since = state.moments.card_since;
    next.moments.arrived = state.moments.arrived;
    next.moments.unseen = state.moments.unseen;
    next.motion = state.motion;
    next.since_lead = state.since_lead;
  }
  next.motion = motion_of(next, after);
  return next;
}

State started_at(const std::string& id, const Content& content, Now now) {
  State state = start(content, now);
  for (const std::size_t card : loop_cards(state, content, now.wall)) {
    if (!state.card || content.pack.cards[card].id != id) continue;
    state.card = card;
    state.hello = false;
    state.since_lead = state.card == lead_of(content.pack) ? 0 : 1;
  }
  return state;
}

}  // namespace anteroom
