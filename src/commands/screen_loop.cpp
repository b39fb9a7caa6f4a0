#include "commands/screen_loop.h"

#include <algorithm>
#include <iostream>

namespace anteroom::commands {

ScreenLoop::ScreenLoop(app::Kiosk& kiosk, platform::Presenter& presenter, platform::Window& window,
                       const platform::Clock& clock)
    : kiosk_(kiosk), presenter_(presenter), window_(window), clock_(clock) {
  presenter_.attach(window_);
}

void ScreenLoop::drop_faulty_cards() {
  for (const platform::Presenter::Fault& fault : presenter_.take_faults()) {
    if (reported_.insert(fault.why).second) std::cerr << fault.why << "\n";
    if (!fault.card.empty()) kiosk_.act(LeaveOut{fault.card}, clock_.now());
  }
}

bool ScreenLoop::advance() {
  kiosk_.tick(clock_.now());
  bool shown = false;
  do {
    drop_faulty_cards();
    presenter_.want(kiosk_.scene(), kiosk_.upcoming());
    shown = presenter_.step(clock_.now().mono) || shown;
  } while (presenter_.has_faults());  // another card is wanted at once
  return shown;
}

bool ScreenLoop::rest(Millis at_most) {
  MonoTime until = kiosk_.next_deadline();
  if (presenter_.next_frame()) until = std::min(until, *presenter_.next_frame());
  const Millis left = std::clamp(until - clock_.now().mono, Millis(0), at_most);
  const platform::Window::Events events = window_.wait(static_cast<int>(std::min<Millis::rep>(left.count(), 1 << 30)));
  if (events.exposed) presenter_.expose();
  return !events.close;
}

}  // namespace anteroom::commands
