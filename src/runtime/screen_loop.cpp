#include "runtime/screen_loop.h"

#include <algorithm>

#include "platform/log.h"
#include "platform/pointer.h"
#include "runtime/health.h"

namespace anteroom::runtime {

ScreenLoop::ScreenLoop(app::Kiosk& kiosk, platform::Presenter& presenter, platform::Window& window,
                       const platform::Clock& clock, platform::Voice& voice)
    : kiosk_(kiosk), presenter_(presenter), window_(window), clock_(clock), voice_(voice), speech_(kiosk, voice) {
  presenter_.attach(window_);
}

void ScreenLoop::drop_faulty_cards() {
  for (const platform::Presenter::Fault& fault : presenter_.take_faults()) {
    platform::log(fault.why);
    if (!fault.card.empty()) kiosk_.act(LeaveOut{fault.card}, clock_.now());
  }
}

// The panel over its ground, once that is on the display. What is below it is shown anew when it has gone.
bool ScreenLoop::show_panel() {
  const bool has_panel = desk_ != nullptr && desk_->has_panel();
  if (had_panel_ && !has_panel) presenter_.expose();
  const bool begins = has_panel && !had_panel_;
  if (!has_panel) {
    had_panel_ = false;
    return false;
  }
  presenter_.want(kiosk_.scene(), Millis(0));
  const bool ground = presenter_.step(clock_.now().mono);
  if (!presenter_.shows_wanted()) return ground;
  had_panel_ = true;
  return desk_->draw(*faces_, window_, voice_, ground || begins, clock_.now()) || ground;
}

bool ScreenLoop::advance() {
  const MonoTime began = clock_.now().mono;
  kiosk_.tick(clock_.now());
  speech_.go_on(clock_.now());  // before anything is painted: a touch silences the voice at once
  bool shown = show_panel();
  const bool has_panel = desk_ != nullptr && desk_->has_panel();
  while (!has_panel) {
    drop_faulty_cards();
    presenter_.want(kiosk_.scene(), kiosk_.fade(), kiosk_.answers_touch());
    shown = presenter_.step(clock_.now().mono) || shown;
    if (!presenter_.has_faults()) break;  // another card is wanted at once
  }
  if (presenter_.has_begun() == kiosk_.state().moments.unseen) {
    kiosk_.act(CardSeen{presenter_.has_begun()}, clock_.now());
  }
  speech_.go_on(clock_.now());  // a card just seen is read, if the one before was
  // Only now, since composing what comes next would delay the response to a touch.
  const std::optional<MonoTime> ahead = kiosk_.paints_ahead_at();
  if (!has_panel && presenter_.shows_wanted() && (!ahead || clock_.now().mono >= *ahead)) {
    presenter_.expect(kiosk_.upcoming());
    shown = presenter_.step(clock_.now().mono) || shown;
  }
  has_shown_ = shown;
  if (shown) {
    last_frame_ = clock_.now().mono;
    ++frames_;
    if (last_frame_ - began > slow_frame) ++slow_frames_;
    constexpr std::size_t most_frames = 120;
    if (frame_ms_.size() == most_frames) frame_ms_.erase(frame_ms_.begin());
    frame_ms_.push_back(std::chrono::duration<float, std::milli>(last_frame_ - began).count());
  }
  return shown;
}

void ScreenLoop::take(const platform::Touch& touch) {
  const scene::Point at =
      platform::point_on_screen(kiosk_.content().settings.screen, window_.width(), window_.height(), touch.x, touch.y);
  const app::Contact contact{touch.id, touch.phase, at};
  if (desk_ != nullptr && desk_->has_panel()) desk_->touch(contact, clock_.now());
  kiosk_.touch(contact, clock_.now());
}

void ScreenLoop::take(Key key) {
  kiosk_.key(key, clock_.now());
}

ScreenLoop::Rest ScreenLoop::rest(Millis at_most) {
  MonoTime until = kiosk_.next_deadline();
  if (const auto ahead = kiosk_.paints_ahead_at(); ahead && *ahead > clock_.now().mono) until = std::min(until, *ahead);
  if (presenter_.next_frame()) until = std::min(until, *presenter_.next_frame());
  if (had_panel_) until = std::min(until, desk_->next_frame());
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
