#include "platform/presenter.h"

#include <algorithm>
#include <utility>

namespace anteroom::platform {

namespace {

constexpr Millis frame_time{16};  // as fast as a 60 Hz screen can show

// Only another card or screen is worth a fade; a clock's new minute is put in place.
bool fades(const scene::Scene& from, const scene::Scene& to) {
  return from.card != to.card || from.screen != to.screen;
}

}  // namespace

double eased(Millis passed, Millis whole) {
  if (whole.count() <= 0) return 1;
  const double t = std::clamp(static_cast<double>(passed.count()) / static_cast<double>(whole.count()), 0.0, 1.0);
  return t * t * (3 - 2 * t);
}

Presenter::Presenter(Studio& studio, const Screen& screen, Millis transition)
    : studio_(studio), screen_(screen), transition_(transition) {}

void Presenter::expect_size(int width, int height) {
  const bool on_side = screen_.rotation % 180 != 0;
  const double ratio = on_side ? screen_.height_mm / screen_.width_mm : screen_.width_mm / screen_.height_mm;
  area_ = fit(ratio, std::max(1, width), std::max(1, height));
  wanted_ = order_for(wanted_.scene);
  upcoming_ = order_for(upcoming_.scene);
}

void Presenter::prepare() {
  ask(wanted_);
}

void Presenter::attach(Glass& glass) {
  glass_ = &glass;
  expose();
}

bool Presenter::fits(const paint::Layer& layer) const {
  return layer.width == area_.width && layer.height == area_.height;
}

Order Presenter::order_for(const scene::Scene& scene) const {
  const bool on_side = screen_.rotation % 180 != 0;
  return {scene, on_side ? area_.height : area_.width, on_side ? area_.width : area_.height, screen_.rotation};
}

void Presenter::expose() {
  // A window that cannot be drawn to now has no size; it will be exposed again.
  if (glass_->width() > 0 && glass_->height() > 0) expect_size(glass_->width(), glass_->height());
  exposed_ = true;
}

void Presenter::want(const scene::Scene& scene, const scene::Scene& upcoming) {
  if (!(wanted_.scene == scene)) wanted_ = order_for(scene);
  if (!(upcoming_.scene == upcoming)) upcoming_ = order_for(upcoming);
}

void Presenter::receive() {
  std::optional<Painted> painted = studio_.take();
  if (!painted) return;
  if (asked_ == painted->order) asked_.reset();
  for (const std::string& why : painted->faults) faults_.push_back({painted->order.scene.card, why});
  // A card without its picture is not shown; the fallback card is better than nothing even so.
  if (!painted->faults.empty() && !painted->order.scene.card.empty()) {
    failed_ = std::move(painted->order);
    keep_spare(std::move(painted->layer));
    return;
  }
  if (ready_) keep_spare(std::move(ready_->layer));
  ready_ = std::move(painted);
}

void Presenter::ask(const Order& order) {
  if (asked_ == order || failed_ == order) return;
  asked_ = order;
  if (ready_ && !(ready_->order == wanted_) && !(ready_->order == upcoming_)) {
    keep_spare(std::move(ready_->layer));
    ready_.reset();
  }
  studio_.ask(order, std::exchange(spare_, {}));
}

void Presenter::begin(MonoTime now) {
  if (shown_ && fits(shown_->layer) && fits(ready_->layer) && fades(shown_->order.scene, ready_->order.scene)) {
    coming_ = std::exchange(ready_, std::nullopt);
    fade_began_ = now;
    next_frame_ = now;
    return;
  }
  if (shown_) keep_spare(std::move(shown_->layer));
  shown_ = std::exchange(ready_, std::nullopt);
  exposed_ = true;
}

bool Presenter::fade_step(MonoTime now) {
  const double amount = fits(coming_->layer) ? eased(now - fade_began_, transition_) : 1;
  if (amount < 1) {
    if (now < *next_frame_ && !exposed_) return false;
    glass_->show_fade(shown_->layer, coming_->layer, amount, area_);
    exposed_ = false;
    next_frame_ = now + frame_time;
    return true;
  }
  keep_spare(std::move(shown_->layer));
  shown_ = std::exchange(coming_, std::nullopt);
  next_frame_.reset();
  exposed_ = true;
  return false;
}

bool Presenter::step(MonoTime now) {
  receive();
  if (coming_ && fade_step(now)) return true;
  if (coming_) return false;  // in a fade, and its next frame is not due
  if (!shown_ || !(shown_->order == wanted_)) {
    if (ready_ && ready_->order == wanted_) {
      begin(now);
      if (coming_ && fade_step(now)) return true;
    } else {
      ask(wanted_);
    }
  } else if (!(upcoming_ == wanted_) && !(ready_ && ready_->order == upcoming_)) {
    ask(upcoming_);
  }
  if (!exposed_ || !shown_ || !fits(shown_->layer)) return false;
  exposed_ = false;
  glass_->show(shown_->layer, area_);
  return true;
}

bool Presenter::at_rest() const {
  const bool ahead = upcoming_ == wanted_ || (ready_ && ready_->order == upcoming_);
  return shown_ && shown_->order == wanted_ && !coming_ && !exposed_ && ahead;
}

std::size_t Presenter::layer_bytes() const {
  std::size_t pixels = spare_.pixels.size();
  for (const std::optional<Painted>* each : {&shown_, &ready_, &coming_}) {
    if (*each) pixels += (*each)->layer.pixels.size();
  }
  return pixels * sizeof(std::uint32_t);
}

std::vector<Presenter::Fault> Presenter::take_faults() {
  return std::exchange(faults_, {});
}

}  // namespace anteroom::platform
