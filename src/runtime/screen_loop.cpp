#include "runtime/screen_loop.h"

#include <algorithm>

#include "platform/log.h"
#include "platform/pointer.h"
#include "runtime/health.h"

namespace anteroom::runtime {

ScreenLoop::ScreenLoop(app::Kiosk& kiosk, platform::Presenter& presenter, platform::Window& window,
                       const platform::Clock& clock, platform::Voice& voice)
    : kiosk_(kiosk), presenter_(presenter), window_(window), clock_(clock), speech_(kiosk, voice) {
  presenter_.attach(window_);
}

void ScreenLoop::drop_faulty_cards() {
  for (const platform::Presenter::Fault& fault : presenter_.take_faults()) {
    platform::log(fault.why);
    if (!fault.card.empty()) kiosk_.act(LeaveOut{fault.card}, clock_.now());
  }
}

bool ScreenLoop::advance() {
  const MonoTime began = clock_.now().mono;
  kiosk_.tick(clock_.now());
  speech_.go_on(clock_.now());  // before anything is painted: a touch silences the voice at once
  bool shown = false;
  do {
    drop_faulty_cards();
    presenter_.want(kiosk_.scene(), kiosk_.fade(), kiosk_.answers_touch());
    shown = presenter_.step(clock_.now().mono) || shown;
  } while (presenter_.has_faults());  // another card is wanted at once
  if (presenter_.has_begun() == kiosk_.state().moments.unseen) {
    kiosk_.act(CardSeen{presenter_.has_begun()}, clock_.now());
  }
  speech_.go_on(clock_.now());  // a card just seen is read, if the one before was
  // Only now, since composing what comes next would delay the response to a touch.
  const std::optional<MonoTime> ahead = kiosk_.paints_ahead_at();
  if (presenter_.shows_wanted() && (!ahead || clock_.now().mono >= *ahead)) {
    presenter_.expect(kiosk_.upcoming());
    shown = presenter_.step(clock_.now().mono) || shown;
  }
  has_shown_ = shown;
  if (shown) {
    last_frame_ = clock_.now().mono;
    ++frames_;
    if (last_frame_ - began > slow_frame) ++slow_frames_;
  }
  return shown;
}

void ScreenLoop::take(const platform::Touch& touch) {
  const scene::Point at =
      platform::point_on_screen(kiosk_.content().settings.screen, window_.width(), window_.height(), touch.x, touch.y);
  kiosk_.touch({touch.id, touch.phase, at}, clock_.now());
}

void ScreenLoop::take(Key key) {
  kiosk_.key(key, clock_.now());
}

ScreenLoop::Rest ScreenLoop::rest(Millis at_most) {
  MonoTime until = kiosk_.next_deadline();
  if (const auto ahead = kiosk_.paints_ahead_at(); ahead && *ahead > clock_.now().mono) until = std::min(until, *ahead);
  if (presenter_.next_frame()) until = std::min(until, *presenter_.next_frame());
  const Millis left = std::clamp(until - clock_.now().mono, Millis(0), at_most);
  const platform::Window::Events events = window_.wait(static_cast<int>(std::min<Millis::rep>(left.count(), 1 << 30)));
  if (events.exposed) presenter_.expose();
  for (const auto& input : events.input) {
    std::visit([this](const auto& each) { take(each); }, input);
  }
  if (events.display_gone) return Rest::gone;
  return events.close ? Rest::closed : Rest::go_on;
}

}  // namespace anteroom::runtime
