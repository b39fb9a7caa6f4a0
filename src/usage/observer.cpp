#include "usage/observer.h"

#include <algorithm>
#include <utility>

namespace anteroom::usage {

namespace {

// A patient who holds an exhibit for longer has walked away from it.
constexpr std::chrono::seconds longest_work{600};

void add(Counts& counts, Counted counted, const std::string& card, const std::string& language, Now now,
         std::uint64_t by = 1) {
  counts[{std::chrono::floor<std::chrono::hours>(now.wall), counted, card, language}] += by;
}

std::string language_of(const State& state, const Content& content) {
  return state.language < content.pack.languages.size() ? content.pack.languages[state.language] : std::string();
}

bool has_opened_something(const Session& session) {
  return session.place == Place::detail || session.chooser == Chooser::language || session.chooser == Chooser::access ||
         session.chooser == Chooser::topics || session.chooser == Chooser::questions;
}

}  // namespace

Counts Observer::observe(const State& state, const Content& content, Now now) {
  Counts counts;
  if (!state.clock_possible) return counts;
  observe_session(state, content, now, counts);
  observe_opening(state, content, now, counts);
  observe_loop(state, content, now, counts);
  return counts;
}

void Observer::observe_loop(const State& state, const Content& content, Now now, Counts& counts) {
  if (!state.open || state.staff.place != StaffPlace::none || is_urgent(state, state.minute)) {
    shown_.clear();
    return;
  }
  const Session& session = state.session;
  if (state.hello) return;  // no card is shown
  if (!state.card || state.moments.unseen || session.place != Place::loop || session.chooser != Chooser::none) return;
  const std::string& card = content.pack.cards[*state.card].id;
  if (card == shown_) return;
  shown_ = card;
  add(counts, Counted::shown, card, language_of(state, content), now);
}

void Observer::observe_session(const State& state, const Content& content, Now now, Counts& counts) {
  if (used_ && now.mono - *used_ > content.settings.idle.timeout) counted_session_ = false;
  if (state.session == Session{}) return;
  used_ = now.mono;
  if (counted_session_ || !has_opened_something(state.session)) return;
  counted_session_ = true;
  add(counts, Counted::session, "", language_of(state, content), now);
}

void Observer::observe_opening(const State& state, const Content& content, Now now, Counts& counts) {
  if (state.session.place != Place::detail || !state.card) {
    close(now, counts);
    return;
  }
  const Card& card = content.pack.cards[*state.card];
  const std::string language = language_of(state, content);
  // Another language is the same opening: its pages are not looked at twice.
  if (!opening_ || opening_->card != card.id) {
    close(now, counts);
    opening_ = Opening{.card = card.id, .language = language, .exhibit = begin(card.exhibit)};
    add(counts, Counted::opened, card.id, language, now);
  }
  Opening& opening = *opening_;
  opening.language = language;
  if (opening.pages.insert(state.session.page).second) add(counts, Counted::page, card.id, language, now);
  const bool is_last =
      state.language < card.text.size() && state.session.page + 1 == detail_page_count(card, state.language);
  if (is_last && !std::exchange(opening.finished, true)) add(counts, Counted::finished, card.id, language, now);
  if (state.session.exhibit != opening.exhibit) {
    opening.exhibit = state.session.exhibit;
    if (!std::exchange(opening.worked, true)) {
      opening.worked_from = now.mono;
      add(counts, Counted::worked, card.id, language, now);
    }
    opening.worked_until = now.mono;
  }
}

void Observer::close(Now now, Counts& counts) {
  if (opening_ && opening_->worked) {
    const auto held = std::min(std::chrono::round<std::chrono::seconds>(opening_->worked_until - opening_->worked_from),
                               longest_work);
    if (held.count() > 0) {
      add(counts, Counted::worked_s, opening_->card, opening_->language, now, static_cast<std::uint64_t>(held.count()));
    }
  }
  opening_.reset();
}

}  // namespace anteroom::usage
