#include <algorithm>
#include <utility>

#include "model/playlist.h"
#include "model/schedule.h"
#include "model/state.h"
#include "model/turn.h"

namespace anteroom {

namespace {

using std::chrono::seconds;

void show(State& state, std::optional<std::size_t> card, MonoTime since) {
  state.card = card;
  state.turned_from.reset();
  state.moments.card_since = since;
}

// What a tap and a key that acts consist of.
bool is_of_tap(const Action& action) {
  return is_tap(action) || std::holds_alternative<FingerOn>(action) || std::holds_alternative<FingerOff>(action);
}

struct Apply {
  State& state;
  const Content& content;
  Now now;

  std::vector<std::size_t> cards() const { return loop_cards(state, content, now.wall); }
  std::size_t current() const { return state.card.value_or(0); }
  bool in_loop() const { return state.open && state.card && state.session.place == Place::loop; }
  bool in_detail() const { return state.card && state.session.place == Place::detail; }
  const Card& card() const { return content.pack.cards[*state.card]; }
  bool calm() const { return state.session.reduced_motion; }

  void to_loop() const {
    Session& session = state.session;
    session.place = Place::loop;
    session.page = session.part = 0;
    session.exhibit = {};
    state.moments.card_since = now.mono;
  }
  // As the next patient finds it.
  void reset() const {
    std::set<std::string> left_out = std::move(state.left_out);
    const bool sound = state.sound;
    state = start(content, now);
    state.sound = sound;
    state.left_out = std::move(left_out);
    if (state.card && state.left_out.count(card().id) > 0) {
      const std::vector<std::size_t> left = cards();
      show(state, left.empty() ? std::nullopt : std::optional(left.front()), now.mono);
    }
  }

  void say(Said what) const {
    if (!state.sound) return;
    state.session.reading = Reading{what, 0};
    state.moments.said = now.mono;
  }
  void stop_speaking() const {
    state.session.reading.reset();
    state.moments.said = {};
    state.moments.card_since = now.mono;  // the loop stood still
  }

  void forget_finger() const {
    (*this)(HandleMove{HandlePhase::let_go, 0, 0});
    (*this)(FingerOff{});
  }
  void count_down() const {
    const seconds whole = content.settings.idle.warning;
    const auto passed = std::chrono::floor<seconds>(now.mono - state.moments.warned);
    state.session.warning = static_cast<int>((whole - passed).count());
    if (*state.session.warning <= 0) reset();
  }
  // Nothing was touched for the idle time.
  void grow_idle() const {
    if (has_something_to_lose(state.session)) {
      state.session.warning = static_cast<int>(content.settings.idle.warning.count());
      state.moments.warned = *state.moments.touched + idle_time(state, content);
      if (state.session.aloud) say(Said::screen);
      return;
    }
    state.session = {};
    state.moments = {state.moments.card_since, state.moments.minute_ends, {}, {}, {}, {}, {}, {}};
  }
  void turn_on(MonoTime since) const {
    const Turn turn = next_turn(state, content, cards());
    state.language = turn.language;
    show(state, turn.card, since);
  }
  void advance_when_due() const {
    if (!state.card) return turn_on(now.mono);
    const MonoTime due = card_ends(state, content);
    if (now.mono < due) return;
    const std::optional<std::size_t> from = state.card;
    turn_on(due);  // from when it was due, not from now: a late tick does not make the loop drift
    state.turned_from = from;
  }
  void time_passes() const {
    Session& session = state.session;
    const Moments& moments = state.moments;
    if (in_detail()) session.exhibit = after(session.exhibit, card().exhibit, now.mono);
    if (session.finger_on) {
      if (now.mono >= moments.finger_moved + forgotten_finger) forget_finger();
      return;
    }
    if (session.reading && now.mono >= moments.said + longest_sentence) stop_speaking();
    if (session.warning) return count_down();
    const bool used = !(session == Session{}) && moments.touched.has_value();
    if (session.reading) return;  // nobody is sent away in the middle of a sentence
    if (used && now.mono >= *moments.touched + idle_time(state, content)) return grow_idle();
    if (!holds_loop(session)) advance_when_due();
  }

  void operator()(const Tick&) const {
    // Whoever reads when the clinic closes may finish reading.
    state.open = is_open(content.settings.hours, now.wall) || (state.open && !(state.session == Session{}));
    if (state.open) {
      time_passes();
    } else {
      show(state, std::nullopt, now.mono);
    }
  }
  void operator()(const ShowNext&) const {
    if (in_loop()) show(state, next_card(cards(), current()), now.mono);
  }
  void operator()(const ShowPrevious&) const {
    if (in_loop()) show(state, previous_card(cards(), current()), now.mono);
  }
  void operator()(const LeaveOut& action) const {
    state.left_out.insert(action.card);
    if (!state.card || card().id != action.card) return;
    const bool listens = state.session.reading || (state.session.aloud && in_detail());
    to_loop();
    state.session.chooser = Chooser::none;
    state.session.warning.reset();
    turn_on(now.mono);
    if (listens) say(Said::screen);  // not the rest of one card in the middle of another
  }
  void operator()(const OpenCard&) const {
    if (!in_loop()) return;
    state.session.place = Place::detail;
    state.session.page = state.session.part = 0;
    state.session.exhibit = begin(card().exhibit);
  }
  void operator()(const ShowPage& action) const {
    if (!in_detail() || action.page >= detail_pages(card(), state.language)) return;
    state.session.page = action.page;
    state.session.part = action.part;
  }
  void operator()(const Leave&) const {
    if (state.session.chooser == Chooser::offer) {
      (*this)(AnswerOffer{false});
    } else if (state.session.chooser != Chooser::none) {
      state.session.chooser = Chooser::none;
      state.moments.card_since = now.mono;
    } else if (in_detail()) {
      to_loop();
    }
  }
  void operator()(const GoHome&) const {
    if (!state.open) return;
    to_loop();
    state.session.chooser = Chooser::none;
    const std::vector<std::size_t> loop = cards();
    show(state, loop.empty() ? std::nullopt : std::optional(loop.front()), now.mono);
  }
  void operator()(const TogglePause&) const {
    if (!state.card) return;
    state.session.paused = !state.session.paused;
    state.moments.card_since = now.mono;
  }
  void operator()(const Stay&) const {}  // every tap answers the warning
  void operator()(const OpenLanguages&) const {
    if (state.card) state.session.chooser = Chooser::language;
  }
  void operator()(const OpenAccess&) const {
    if (state.card) state.session.chooser = Chooser::access;
  }
  void operator()(const ChooseLanguage& action) const {
    const std::vector<std::size_t> offered = offered_languages(content);
    if (std::find(offered.begin(), offered.end(), action.language) == offered.end()) return;
    state.language = action.language;
    state.session.language_chosen = action.language != offered.front();
    state.session.chooser = Chooser::none;
    state.session.part = 0;
    if (in_detail()) state.session.page = std::min(state.session.page, detail_pages(card(), state.language) - 1);
    state.moments.card_since = now.mono;
  }
  void operator()(const ToggleContrast&) const { state.session.high_contrast = !state.session.high_contrast; }
  void operator()(const ToggleMotion&) const { state.session.reduced_motion = !state.session.reduced_motion; }
  void operator()(const SetTextSize& action) const {
    if (action.percent != 100 && action.percent != 150 && action.percent != 200) return;
    if (action.percent == state.session.text_percent) return;
    state.session.text_percent = action.percent;
    state.session.part = 0;
  }
  void operator()(const ToggleReach& action) const {
    state.session.reach = state.session.reach == action.hand ? Reach::none : action.hand;
  }
  void operator()(const ToggleAloud&) const {
    state.session.aloud = !state.session.aloud && state.sound;
    if (!state.session.aloud) return;
    if (state.session.chooser != Chooser::none) (*this)(Leave{});
    say(Said::screen);
  }
  void operator()(const ReadAgain&) const {
    // Without a card there is no screen to come that could be read.
    if (state.card) state.session.aloud = state.session.aloud || state.sound;
    say(Said::screen);
  }
  void operator()(const ChangeVolume&) const {
    state.session.volume = state.session.volume % loudest + 1;
    if (state.session.aloud) say(Said::volume);
  }
  void operator()(const OfferAloud&) const {
    state.session.offered = true;
    if (!state.card || !state.sound) return;
    state.session.chooser = Chooser::offer;
    state.session.focus = "yes";  // the target that accepts it: one press more and the screen is read
    say(Said::screen);
  }
  void operator()(const AnswerOffer& action) const {
    if (state.session.chooser != Chooser::offer) return;
    state.session.aloud = action.yes && state.sound;
    state.session.chooser = Chooser::none;
    state.session.focus.clear();
    state.moments.card_since = now.mono;
    if (state.session.aloud) say(Said::keys);
  }
  void operator()(const SentenceEnded& action) const {
    if (!state.session.reading) return;
    state.moments.touched = now.mono;
    if (action.more) {
      ++state.session.reading->sentence;
      state.moments.said = now.mono;
    } else if (state.session.reading->what == Said::keys) {
      say(Said::screen);
    } else {
      stop_speaking();
    }
  }
  void operator()(const SoundChanged& action) const {
    state.sound = action.available;
    if (state.sound) return;
    state.session.aloud = false;
    stop_speaking();
    if (state.session.chooser != Chooser::offer) return;
    state.session.chooser = Chooser::none;
    state.session.focus.clear();
  }
  void operator()(const FingerOn& action) const {
    state.session.finger_on = true;
    state.session.pressed = action.target;
    state.session.focus.clear();  // whoever touches has no use for the keypad's ring
    state.moments.finger_moved = now.mono;
  }
  void operator()(const FingerOff&) const {
    Session& session = state.session;
    session.finger_on = false;
    session.pressed.clear();
    // The countdown stood still under the finger.
    if (session.warning) state.moments.warned = now.mono - (content.settings.idle.warning - seconds(*session.warning));
  }
  void operator()(const Focus& action) const {
    state.session.focus = action.target;
    const bool listens = state.session.aloud || state.session.chooser == Chooser::offer;
    if (listens && !action.target.empty()) say(Said::focus);
  }
  void operator()(const ExhibitTap& action) const {
    if (in_detail()) state.session.exhibit = after(state.session.exhibit, card().exhibit, action, now.mono, calm());
  }
  void operator()(const HandleMove& action) const {
    state.moments.finger_moved = now.mono;
    if (in_detail()) state.session.exhibit = after(state.session.exhibit, card().exhibit, action, now.mono, calm());
  }
};

void see(State& state, Now now) {
  state.minute = std::chrono::floor<std::chrono::minutes>(now.wall);
  state.moments.minute_ends = now.mono + (state.minute + std::chrono::minutes(1) - now.wall);
  state.moments.frame = moves(state.session.exhibit) ? now.mono : MonoTime{};
}

// Two sessions that look at different screens.
bool elsewhere(const State& one, const State& other) {
  const Session& a = one.session;
  const Session& b = other.session;
  return one.card != other.card || one.language != other.language || a.place != b.place || a.page != b.page ||
         a.part != b.part || a.chooser != b.chooser || a.text_percent != b.text_percent || a.exhibit != b.exhibit;
}

// What a hand has opened is read to who listens; what it has switched, too.
void read_what_came(State& state, const State& before, const Apply& apply) {
  if (!state.session.aloud || state.session.reading || !before.session.aloud) return;
  apply.say(elsewhere(before, state) || state.session.focus.empty() ? Said::screen : Said::focus);
}

// Who has answered the warning hears where they are.
void read_where_one_stays(const State& state, const Apply& apply) {
  if (state.session.aloud && !state.session.reading) {
    apply.say(state.session.focus.empty() ? Said::screen : Said::focus);
  }
}

// Who touches while one card fades into the next means the one that they see.
void back_to_what_is_seen(State& state, const Content& content, Now now) {
  const std::optional<std::size_t> seen = std::exchange(state.turned_from, std::nullopt);
  if (!seen || state.session.place != Place::loop) return;
  if (now.mono < state.moments.card_since + content.settings.loop.transition / 2) show(state, seen, now.mono);
}

// A patient did something. Returns false if it is to have no other effect.
bool notice(State& state, const Content& content, const Action& action, Now now) {
  Moments& moments = state.moments;
  back_to_what_is_seen(state, content, now);
  moments.touched = now.mono;
  const bool second = moments.acted && now.mono - *moments.acted < double_tap;
  // Any touch or key silences the voice, but not the second of two taps that are one: it would silence what the first
  // has opened.
  if (!second || !is_of_tap(action)) {
    state.session.reading.reset();
    moments.said = {};
  }
  if (state.session.warning && !std::holds_alternative<FingerOff>(action)) {
    // Any touch stays, and means nothing else: not its release either.
    state.session.warning.reset();
    moments.acted = now.mono;
    moments.card_since = now.mono;
    return std::holds_alternative<FingerOn>(action);
  }
  if (!is_tap(action)) return true;
  if (second) return false;
  moments.acted = now.mono;
  return true;
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
  const bool by_hand = !happens_by_itself(action);
  const bool warned = state.session.warning.has_value() || std::holds_alternative<Stay>(action);
  const Apply apply{state, content, now};
  if (!by_hand || (state.open && notice(state, content, action, now))) {
    const State before = state;
    std::visit(apply, action);
    const FingerOff* off = std::get_if<FingerOff>(&action);
    if (is_tap(action) || (off != nullptr && off->of_exhibit)) read_what_came(state, before, apply);
  } else if (warned) {
    read_where_one_stays(state, apply);
  }
  see(state, now);
  return state;
}

}  // namespace anteroom
