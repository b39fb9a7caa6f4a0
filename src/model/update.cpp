#include <algorithm>

#include "model/dwell.h"
#include "model/playlist.h"
#include "model/schedule.h"
#include "model/state.h"

namespace anteroom {

namespace {

void show(State& state, std::optional<std::size_t> card, MonoTime since) {
  state.card = card;
  state.since = since;
}

void advance_when_due(State& state, const Content& content, Now now) {
  if (!state.card) {
    show(state, next_card(loop_cards(state, content, now.wall), content.pack.cards.size()), now.mono);
    return;
  }
  const MonoTime due = card_ends(state, content);
  // From when it was due, not from now: a late tick does not make the loop drift.
  if (now.mono >= due) show(state, next_card(loop_cards(state, content, now.wall), *state.card), due);
}

struct Apply {
  State& state;
  const Content& content;
  Now now;

  std::vector<std::size_t> cards() const { return loop_cards(state, content, now.wall); }
  std::size_t current() const { return state.card.value_or(0); }

  void operator()(const Tick&) const {
    state.open = is_open(content.settings.hours, now.wall);
    if (state.open) {
      advance_when_due(state, content, now);
    } else {
      show(state, std::nullopt, now.mono);
    }
  }
  void operator()(const ShowNext&) const {
    if (state.open) show(state, next_card(cards(), current()), now.mono);
  }
  void operator()(const ShowPrevious&) const {
    if (state.open) show(state, previous_card(cards(), current()), now.mono);
  }
  void operator()(const LeaveOut& action) const {
    state.left_out.insert(action.card);
    if (state.card && content.pack.cards[*state.card].id == action.card) {
      show(state, next_card(cards(), *state.card), now.mono);
    }
  }
};

void see(State& state, Now now) {
  state.minute = std::chrono::floor<std::chrono::minutes>(now.wall);
  state.minute_ends = now.mono + (state.minute + std::chrono::minutes(1) - now.wall);
}

}  // namespace

std::vector<std::size_t> loop_cards(const State& state, const Content& content, WallTime time) {
  std::vector<std::size_t> cards = playlist(content.pack, content.settings.role, time);
  if (!state.left_out.empty()) {
    std::erase_if(cards, [&](std::size_t i) { return state.left_out.count(content.pack.cards[i].id) > 0; });
  }
  return cards;
}

State start(const Content& content, Now now) {
  State state;
  const std::vector<std::size_t> offered = offered_languages(content);
  if (!offered.empty()) state.language = offered.front();
  state.open = is_open(content.settings.hours, now.wall);
  const std::vector<std::size_t> cards = loop_cards(state, content, now.wall);
  show(state, cards.empty() || !state.open ? std::nullopt : std::optional(cards.front()), now.mono);
  see(state, now);
  return state;
}

State update(State state, const Content& content, const Action& action, Now now) {
  std::visit(Apply{state, content, now}, action);
  see(state, now);
  return state;
}

MonoTime card_ends(const State& state, const Content& content) {
  return state.since + dwell(content.pack.cards[*state.card], state.language, content.settings.loop);
}

MonoTime next_deadline(const State& state, const Content& content) {
  if (!state.card) return state.minute_ends;
  const MonoTime due = card_ends(state, content);
  const bool by_the_minute = content.settings.role == Role::wall || !content.settings.hours.empty();
  return by_the_minute ? std::min(due, state.minute_ends) : due;
}

}  // namespace anteroom
