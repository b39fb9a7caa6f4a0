// What the user does.
#include <algorithm>

#include "model/apply.h"
#include "model/hello.h"
#include "model/names.h"
#include "model/playlist.h"
#include "model/questions.h"

namespace anteroom {

using std::chrono::seconds;

void Apply::to_loop() const {
  Session& session = state.session;
  session.place = Place::loop;
  session.page = session.part = session.piece = 0;
  session.about.reset();
  session.exhibit = {};
  state.moments.card_since = now.mono;
}

void Apply::open_chooser(Chooser chooser) const {
  state.session.chooser = chooser;
  state.session.list_part = 0;
}

void Apply::to_first_part() const {
  state.session.part = state.session.piece = 0;
  if (state.session.about) state.session.about = 0;
}

void Apply::operator()(const ShowNext&) const {
  if (!in_loop()) return;
  if (state.hello) return turn_to(state, state.card, now.mono);
  const std::size_t place = state.before_lead.value_or(current());
  std::optional<std::size_t> next = next_card(cards(), place);
  if (state.before_lead && next == state.card) next = next_card(cards(), *next);
  turn_to(state, next, now.mono);
  state.hello = next && *next <= place && opens_with_hello(content);
  count_for_lead({});
}

void Apply::operator()(const ShowPrevious&) const {
  if (!in_loop()) return;
  const std::vector<std::size_t> loop = cards();
  const bool is_first = !state.before_lead && !loop.empty() && current() <= loop.front();
  if (is_first && !state.hello && opens_with_hello(content)) {
    turn_to(state, state.card, now.mono);
    state.hello = true;
    return;
  }
  // Before the lead card, where it is out of its turn, was the one that the loop goes on behind.
  std::optional<std::size_t> before = state.before_lead ? state.before_lead : previous_card(loop, current());
  if (state.hello && !loop.empty()) before = loop.back();
  turn_to(state, before, now.mono);
  count_for_lead({});
}

void Apply::operator()(const OpenCard&) const {
  if (!in_loop() || state.hello) return;
  state.session.place = Place::detail;
  state.session.page = state.session.part = state.session.piece = 0;
  state.session.exhibit = begin(card().exhibit);
}

void Apply::operator()(const ShowPage& action) const {
  if (!in_detail() || action.page >= detail_page_count(card(), state.language)) return;
  state.session.page = action.page;
  state.session.part = action.part;
  state.session.piece = action.piece;
  state.session.about.reset();
}

void Apply::operator()(const ShowAbout& action) const {
  if (in_detail()) state.session.about = action.part;
}

void Apply::operator()(const Leave&) const {
  if (state.session.chooser == Chooser::offer) {
    (*this)(AnswerOffer{false});
  } else if (state.session.chooser != Chooser::none) {
    open_chooser(Chooser::none);
    state.moments.card_since = now.mono;
  } else if (state.session.about) {
    state.session.about.reset();
  } else if (in_detail()) {
    to_loop();
  }
}

void Apply::operator()(const GoHome&) const {
  if (!state.open) return;
  // The second tap of two that count as one must not press what has come in Home's place.
  const std::optional<MonoTime> touched = state.moments.touched, acted = state.moments.acted;
  // Whoever goes back to the beginning expects to see it: the greetings, or the first card.
  if (!opens_with_hello(content)) state.resumes_at.reset();
  reset();
  state.moments.touched = touched;
  state.moments.acted = acted;
}

void Apply::operator()(const TogglePause&) const {
  if (!state.card) return;
  state.session.paused = !state.session.paused;
  state.moments.card_since = now.mono;
}

void Apply::show_loop() const {
  const std::vector<std::size_t> loop = cards();
  turn_to(state, loop.empty() ? std::nullopt : std::optional(loop.front()), now.mono);
  state.since_lead = state.card == lead_of(content.pack) ? 0 : 1;
}

// Not where the greetings only fade in or are gone: whoever touched a card there did not choose a language.
void Apply::operator()(const OpenLoop& action) const {
  if (!in_loop() || !state.hello) return;
  state.session.focus.clear();  // the keypad begins with the card
  (*this)(ChooseLanguage{action.language});
}

void Apply::operator()(const OpenLanguages&) const {
  if (state.card) open_chooser(Chooser::language);
}

void Apply::operator()(const OpenAccess&) const {
  if (state.card) open_chooser(Chooser::access);
}

void Apply::operator()(const OpenTopics& action) const {
  if (!state.card || cards().size() < 2) return;
  state.session.chooser = Chooser::topics;
  state.session.list_part = action.part;
}

void Apply::operator()(const ShowCard& action) const {
  const std::vector<std::size_t> loop = cards();
  if (!state.open || std::find(loop.begin(), loop.end(), action.card) == loop.end()) return;
  to_loop();
  open_chooser(Chooser::none);
  show(state, action.card, now.mono);
  count_for_lead({});
}

void Apply::operator()(const ToggleQuestion& action) const {
  std::vector<std::size_t>& kept = state.session.questions;
  const auto at = std::find(kept.begin(), kept.end(), action.card);
  if (at != kept.end()) {
    kept.erase(at);
    if (state.session.aloud) say(Said::taken_out);
    return;
  }
  const bool is_asked = in_detail() && action.card == *state.card && may_keep_question(content, card(), state.language);
  if (!is_asked || kept.size() >= most_questions) return;
  kept.push_back(action.card);
  if (state.session.aloud) say(Said::kept);
}

void Apply::operator()(const OpenQuestions& action) const {
  if (!state.card || state.session.questions.empty()) return;
  // The key that was pressed is not in the list: a second press must not take a question out.
  const bool comes = state.session.chooser != Chooser::questions;
  if (comes && !state.session.focus.empty()) state.session.focus = target_id::back;
  open_chooser(Chooser::questions);
  state.session.list_part = action.part;
}

void Apply::operator()(const ChooseLanguage& action) const {
  const std::vector<std::size_t> offered = offered_languages(content);
  if (std::find(offered.begin(), offered.end(), action.language) == offered.end()) return;
  state.language = action.language;
  state.session.language_chosen = action.language != offered.front();
  open_chooser(Chooser::none);
  to_first_part();
  state.moments.card_since = now.mono;
  if (state.hello) return show_loop();
  if (state.card && !card().has_text(state.language)) {
    // The card has no words in this language: on with the loop at the next one that has.
    to_loop();
    show(state, next_card(cards(), *state.card), now.mono);
    return count_for_lead({});
  }
  if (in_detail()) state.session.page = std::min(state.session.page, detail_page_count(card(), state.language) - 1);
}

void Apply::operator()(const SetTextSize& action) const {
  if (action.percent != 100 && action.percent != 150 && action.percent != 200) return;
  if (action.percent == state.session.text_percent) return;
  state.session.text_percent = action.percent;
  to_first_part();
}

void Apply::operator()(const ToggleReach& action) const {
  state.session.reach = state.session.reach == action.hand ? Reach::none : action.hand;
}

void Apply::operator()(const FingerOn& action) const {
  state.session.finger_on = true;
  state.session.pressed = action.target;
  state.session.focus.clear();  // a user who touches does not need the keypad's focus ring
  if (action.moved) state.moments.finger_moved = now.mono;
}

void Apply::operator()(const FingerOff&) const {
  Session& session = state.session;
  session.finger_on = false;
  session.pressed.clear();
  // The countdown was stopped while the finger was down.
  if (session.warning) state.moments.warned = now.mono - (content.settings.idle.warning - seconds(*session.warning));
}

// What a touch brings is told from its beginning.
void Apply::operator()(const ExhibitTap& action) const {
  if (!in_detail()) return;
  state.session.piece = 0;
  state.session.exhibit = after(state.session.exhibit, card().exhibit, action, now.mono, calm());
}

void Apply::operator()(const HandleMove& action) const {
  if (!in_detail()) return;
  if (action.phase != HandlePhase::let_go) state.session.piece = 0;
  state.session.exhibit = after(state.session.exhibit, card().exhibit, action, now.mono, calm());
}

}  // namespace anteroom
