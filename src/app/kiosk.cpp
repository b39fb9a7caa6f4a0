#include "app/kiosk.h"

#include <algorithm>
#include <utility>

#include "language/numbers.h"
#include "language/sentences.h"
#include "model/carry_over.h"
#include "model/key_action.h"
#include "scene/hit_test.h"
#include "screens/compose.h"
#include "screens/marks.h"
#include "text/layout.h"

namespace anteroom::app {

namespace {

// The screen responds to a touch with a faster fade than the loop's (standards: Time and motion).
constexpr Millis touch_fade{250};

// `wall` at the moment when the other clock shows `mono`.
WallTime wall_at(MonoTime mono, Now now) {
  return now.wall + std::chrono::floor<std::chrono::seconds>(mono - now.mono);
}

// `state` reduced to what determines the scene without its marks.
State without_marks(State state) {
  state.moments = {};
  state.session.focus.clear();
  state.session.reading.reset();
  state.session.pressed.clear();
  state.session.finger_on = false;
  state.staff.times = {};
  return state;
}

// The upper corner of `scene` in which `at` is, if it is in one.
std::optional<Corner> corner_at(const scene::Scene& scene, scene::Point at) {
  constexpr double side_mm = 30;
  const double side = std::min({side_mm, scene.width_mm / 4, scene.height_mm / 4});
  if (at.y > side) return std::nullopt;
  if (at.x <= side) return Corner::left;
  return at.x >= scene.width_mm - side ? std::optional(Corner::right) : std::nullopt;
}

}  // namespace

Kiosk::Kiosk(Content content, text::Fonts& fonts, Now now, const std::string& first)
    : content_(std::move(content)),
      fonts_(fonts),
      state_(started_at(first, content_, now)),
      unmarked_(screens::compose(state_, content_, fonts_)),
      scene_(unmarked_),
      fade_(content_.settings.loop.transition) {}

void Kiosk::tick(Now now) {
  // Deadlines that have passed are carried out one by one, each at its own time, so that the resulting state does not
  // depend on how often this is called.
  State next = state_;
  for (MonoTime due = next_deadline(); due < now.mono; due = anteroom::next_deadline(next, content_)) {
    const State before = next;
    next = update(next, content_, Tick{}, {due, wall_at(due, now)});
    if (next == before || anteroom::next_deadline(next, content_) <= due) break;
  }
  change(update(std::move(next), content_, Tick{}, now), Cause::time);
  if (!state_.session.finger_on) gesture_.reset();  // the finger was forgotten
}

Content Kiosk::reload(Content content, Now now) {
  State next = carried_over(state_, content_, content, now);
  std::swap(content_, content);
  pages_ = {};
  gesture_.reset();
  state_ = std::move(next);
  unmarked_ = screens::compose(state_, content_, fonts_, pages_);
  scene_ = unmarked_;
  upcoming_.reset();
  return content;
}

bool Kiosk::looks_same_with(const Content& content, const std::map<std::string, std::string>& copied, Now now) const {
  screens::DetailPages pages;
  scene::Scene before = unmarked_;
  for (scene::Item& item : before.items) {
    auto* picture = std::get_if<scene::Picture>(&item);
    const auto copy = picture == nullptr ? copied.end() : copied.find(picture->file);
    if (copy != copied.end()) picture->file = copy->second;
  }
  return screens::compose(carried_over(state_, content_, content, now), content, fonts_, pages) == before;
}

void Kiosk::act(const Action& action, Now now) {
  act(std::vector<Action>{action}, now);
}

void Kiosk::act(const std::vector<Action>& actions, Now now) {
  State next = state_;
  for (const Action& action : actions) next = update(std::move(next), content_, action, now);
  // A card that is left out may be the one that the user asked for; the card that replaces it then counts as asked for.
  const bool by_hand = !std::all_of(actions.begin(), actions.end(), happens_by_itself);
  change(std::move(next), by_hand || by_hand_ ? Cause::hand : Cause::time);
}

// In right-to-left languages a timeline runs to the left; a sheet of paper is not mirrored.
bool Kiosk::time_runs_left() const {
  const bool timeline = state_.card && std::holds_alternative<Steps>(content_.pack.cards[*state_.card].exhibit);
  return timeline && text::is_right_to_left(scene_.language);
}

// Staff come in by tapping a corner. The tap does what it does for patients, too.
void Kiosk::note_corner(scene::Point at, Now now) {
  const std::optional<Corner> corner = corner_at(scene_, at);
  if (corner || !state_.staff.times.taps.empty()) act(CornerTap{corner}, now);
}

void Kiosk::touch(const Contact& contact, Now now) {
  if (content_.settings.role == Role::wall) return;
  tick(now);
  switch (contacts_.feed(contact, now.mono)) {
    case PointerEvent::press:
      note_corner(contact.at, now);
      gesture_.emplace(scene_, contact.at, time_runs_left());
      act(gesture_->begin(), now);
      break;
    case PointerEvent::move:
      if (gesture_) act(gesture_->move(contact.at, contacts_.has_moved()), now);
      break;
    case PointerEvent::release:
      if (state_.staff.times.held) act(CornerLift{}, now);
      if (gesture_) act(gesture_->release(contact.at), now);
      gesture_.reset();
      break;
    case PointerEvent::cancel:
      if (state_.staff.times.held) act(CornerLift{}, now);
      if (gesture_) act(gesture_->cancel(), now);
      gesture_.reset();
      break;
    case PointerEvent::nothing:
      break;
  }
}

void Kiosk::key(Key key, Now now) {
  if (content_.settings.role == Role::wall) return;
  tick(now);
  const std::vector<const scene::Target*> visited = scene::focus_order(scene_);
  std::vector<KeyTarget> order;
  order.reserve(visited.size());
  for (const scene::Target* target : visited) order.push_back({target->id, target->action});
  const auto at = std::find(visited.begin(), visited.end(), scene::focused(scene_, state_.session.focus));
  std::optional<std::size_t> focused;
  if (at != visited.end()) focused = static_cast<std::size_t>(at - visited.begin());
  if (const std::optional<Action> action = key_action(key, state_, order, focused)) act(*action, now);
}

scene::SpokenWords Kiosk::spoken_words() const {
  return screens::spoken_words(words_for(content_, unmarked_.language));
}

// The current speech, sentence by sentence.
std::vector<Kiosk::Sentence> Kiosk::sentences() const {
  const std::string& language = unmarked_.language;
  const InterfaceWords& words = words_for(content_, language);
  const auto own = [&](const std::string& of_item) { return of_item.empty() ? language : of_item; };
  std::vector<Sentence> all;
  switch (state_.session.reading->what) {
    case Said::screen:
      for (scene::SpokenPart& part : scene::spoken(unmarked_, spoken_words())) {
        const scene::Text* shown = std::get_if<scene::Text>(&unmarked_.items[part.item]);
        const bool is_of_lead = shown != nullptr && shown->role == scene::TextRole::body;
        all.push_back({std::move(part.text), own(part.language), is_of_lead});
      }
      return all;
    case Said::focus: {
      const scene::Target* target = scene::focused(unmarked_, state_.session.focus);
      if (target != nullptr) all.push_back({scene::spoken_label(*target, spoken_words()), own(target->language)});
      return all;
    }
    case Said::volume:
      return {{words.say("volume", {{"n", language::number(state_.session.volume, language)},
                                    {"total", language::number(loudest, language)}}),
               language}};
    case Said::kept:
    case Said::taken_out: {
      const char* key = state_.session.reading->what == Said::kept ? "said_kept" : "said_taken_out";
      const std::string count = language::number(state_.session.questions.size(), language);
      for (std::string& each : language::sentences(words.say(key, {{"n", count}}), language)) {
        all.push_back({std::move(each), language});
      }
      return all;
    }
    case Said::keys:
      for (std::string& each : language::sentences(words.say("keys_help"), language)) {
        all.push_back({std::move(each), language});
      }
      return all;
  }
  return all;
}

std::optional<Kiosk::Speech> Kiosk::speech() const {
  if (!state_.session.reading) return std::nullopt;
  const std::vector<Sentence> all = sentences();
  const std::size_t at = state_.session.reading->sentence;
  if (at >= all.size()) return std::nullopt;
  return Speech{speech_turn_, all[at].text, all[at].language, state_.session.volume * 100 / loudest};
}

void Kiosk::speech_ended(std::uint64_t id, Now now) {
  if (!state_.session.reading || id != speech_turn_) return;
  const std::size_t next = state_.session.reading->sentence + 1;
  act(SentenceEnded{next < sentences().size(), lead_begun(next)}, now);
}

// How many sentences of a front's lead have begun when number `sentence` of the speech has; whole_lead: all.
std::size_t Kiosk::lead_begun(std::size_t sentence) const {
  const std::vector<Sentence> all = sentences();
  const auto is_of_lead = [](const Sentence& each) { return each.is_of_lead; };
  const auto next = all.begin() + static_cast<std::ptrdiff_t>(std::min(sentence + 1, all.size()));
  if (std::none_of(next, all.end(), is_of_lead)) return whole_lead;
  return static_cast<std::size_t>(std::count_if(all.begin(), next, is_of_lead));
}

bool Kiosk::loop_runs() const {
  const Session& session = state_.session;
  return state_.staff.place == StaffPlace::none && state_.card && !state_.moments.unseen && !session.finger_on &&
         !holds_loop(session) && !session.warning;
}

std::optional<MonoTime> Kiosk::paints_ahead_at() const {
  // Longer than a picture normally takes to draw; a slower one delays its card.
  constexpr std::chrono::seconds ahead{4};
  if (!loop_runs()) return {};
  return card_ends(state_, content_) - ahead;
}

State Kiosk::likely_next() const {
  const Session& session = state_.session;
  const Now now{state_.moments.minute_ends - std::chrono::minutes(1), state_.minute};
  // Without the time of the last tap, which could suppress the action as a double tap.
  State from = state_;
  from.moments.acted.reset();
  from.session.warning.reset();
  const auto after_action = [&](const Action& action) {
    return update(update(std::move(from), content_, FingerOff{}, now), content_, action, now);
  };
  if (session.finger_on) {
    const scene::Target* pressed = scene::target_named(scene_, session.pressed);
    return pressed != nullptr ? after_action(pressed->action) : state_;
  }
  if (session.place == Place::detail && session.chooser == Chooser::none && !session.warning && scene_.swipe.next) {
    return after_action(*scene_.swipe.next);
  }
  if (!loop_runs()) return state_;
  const MonoTime due = card_ends(state_, content_);
  return update(state_, content_, Tick{}, {due, now.wall + std::chrono::floor<std::chrono::seconds>(due - now.mono)});
}

const scene::Scene& Kiosk::upcoming() {
  if (upcoming_) return *upcoming_;
  const State next = likely_next();
  if (next == state_) return scene_;
  upcoming_ =
      screens::with_marks(screens::compose(next, content_, fonts_, pages_), next.session, spoken_words(), fonts_);
  return *upcoming_;
}

void Kiosk::change(State next, Cause cause) {
  const bool by_hand = cause == Cause::hand;
  // Called at every wakeup, sixty times a second while something moves: compose only if what the scene depends on has
  // changed.
  const bool marks_hold = state_.session.focus == next.session.focus &&
                          state_.session.pressed == next.session.pressed &&
                          state_.session.reading == next.session.reading;
  if (state_.session.reading != next.session.reading || state_.moments.said != next.moments.said) ++speech_turn_;
  if (state_.staff.place != next.staff.place) gesture_.reset();  // what it began on is gone
  const bool rest_holds = without_marks(state_) == without_marks(next);
  state_ = std::move(next);
  if (!rest_holds) {
    scene::Scene composed = screens::compose(state_, content_, fonts_, pages_);
    const bool elsewhere = composed.card != unmarked_.card || composed.screen != unmarked_.screen;
    if (elsewhere) {
      fade_ = by_hand ? touch_fade : content_.settings.loop.transition;
      by_hand_ = by_hand;
    }
    unmarked_ = std::move(composed);
  }
  by_hand_ = by_hand_ || by_hand;
  if (rest_holds && marks_hold) return;
  scene_ = screens::with_marks(unmarked_, state_.session, spoken_words(), fonts_);
  upcoming_.reset();
}

}  // namespace anteroom::app
