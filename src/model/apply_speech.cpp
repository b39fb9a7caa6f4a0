// What a patient does who listens, and what the voice does.
#include "model/apply.h"

#include <algorithm>
#include "model/names.h"

namespace anteroom {

void Apply::say(Said what) const {
  if (!state.has_voice) return;
  state.session.reading = Reading{.what = what};
  state.moments.said = now.mono;
  // What is spoken while it is seen to happen is remembered best (docs/standards.md, Time and motion). Where the
  // picture does not move, motion_of says so.
  if (what != Said::screen) return;
  state.motion = Millis(0);
  state.moments.read = now.mono;
}

void Apply::stop_speaking() const {
  // Nobody is asked whether they are still reading while the voice reads, even if it hangs or dies.
  if (state.session.reading) state.moments.touched = now.mono;
  state.session.reading.reset();
  state.moments.said = {};
  state.moments.card_since = now.mono;  // the loop was held
}

void Apply::operator()(const ToggleAloud&) const {
  if (state.session.chooser == Chooser::offer) return (*this)(AnswerOffer{true});
  state.session.aloud = !state.session.aloud && state.has_voice;
  if (!state.session.aloud) return;
  if (state.session.chooser != Chooser::none) (*this)(Leave{});
  say(Said::screen);
}

void Apply::operator()(const ReadAgain&) const {
  // Without a card no further screen can be opened and read.
  if (state.card) state.session.aloud = state.session.aloud || state.has_voice;
  say(Said::screen);
}

void Apply::operator()(const ChangeVolume&) const {
  state.session.volume = state.session.volume % loudest + 1;
  if (state.session.aloud) say(Said::volume);
}

void Apply::operator()(const StepVolume& step) const {
  state.session.volume = std::clamp(state.session.volume + step.by, 1, loudest);
  if (state.session.aloud) say(Said::volume);
}

void Apply::operator()(const OfferAloud&) const {
  state.session.offered = true;
  if (!state.card || !state.has_voice) return;
  open_chooser(Chooser::offer);
  state.session.focus = target_id::yes;  // one more press starts the reading
  say(Said::screen);
}

void Apply::operator()(const AnswerOffer& action) const {
  if (state.session.chooser != Chooser::offer) return;
  state.session.aloud = action.yes && state.has_voice;
  open_chooser(Chooser::none);
  state.session.focus.clear();
  state.moments.card_since = now.mono;
  if (state.session.aloud) say(Said::keys);
}

void Apply::operator()(const SentenceEnded& action) const {
  if (!state.session.reading) return;
  state.moments.touched = now.mono;
  if (action.more) {
    ++state.session.reading->sentence;
    state.session.reading->of_lead = action.of_lead;
    state.moments.said = now.mono;
  } else if (state.session.reading->what == Said::keys) {
    say(Said::screen);
  } else {
    stop_speaking();
  }
}

void Apply::operator()(const VoiceChanged& action) const {
  state.has_voice = action.available;
  if (state.has_voice) return;
  state.session.aloud = false;
  stop_speaking();
  if (state.session.chooser != Chooser::offer) return;
  open_chooser(Chooser::none);
  state.session.focus.clear();
}

void Apply::operator()(const Focus& action) const {
  state.session.focus = action.target;
  const bool listens = state.session.aloud || state.session.chooser == Chooser::offer;
  if (listens && !action.target.empty()) say(Said::focus);
}

}  // namespace anteroom
