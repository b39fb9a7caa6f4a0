#include "platform/presenter.h"

#include <algorithm>
#include <utility>

#include "model/motion.h"
#include "paint/cross_fade.h"
#include "platform/pointer.h"

namespace anteroom::platform {

namespace {

// Only a change of card or screen is worth a fade; a clock's new minute is shown in place.
bool same_card(const scene::Scene& one, const scene::Scene& other) {
  return one.card == other.card && one.screen == other.screen;
}

}  // namespace

Presenter::Presenter(PaintWorker& worker, const Screen& screen) : worker_(worker), screen_(screen) {}

void Presenter::expect_size(int width, int height) {
  area_ = area_on_glass(screen_, width, height);
  wanted_ = order_for(wanted_.scene);
  if (expected_) expected_ = order_for(expected_->scene);
}

void Presenter::prepare() {
  ask(wanted_, PaintWorker::Waits::as_needed);
}

void Presenter::attach(Glass& glass) {
  glass_ = &glass;
  expose();
}

bool Presenter::fits(const paint::Layer& layer) const {
  return layer.width == area_.width && layer.height == area_.height;
}

Order Presenter::order_for(const scene::Scene& scene) const {
  const bool on_side = screen_.lies_on_side();
  return {scene, on_side ? area_.height : area_.width, on_side ? area_.width : area_.height, screen_.rotation};
}

void Presenter::expose() {
  // A window that cannot be drawn to now has no size; it will be exposed again.
  if (glass_->width() > 0 && glass_->height() > 0) expect_size(glass_->width(), glass_->height());
  exposed_ = true;
}

void Presenter::want(const scene::Scene& scene, Millis fade, bool answers_touch) {
  answers_touch_ = answers_touch;
  if (wanted_.scene == scene) return;
  // What was on the display is not what comes next: a finger that drags something would have it painted whole, and
  // wait.
  if (!same_card(wanted_.scene, scene) || expected_ == wanted_) expected_.reset();
  wanted_ = order_for(scene);
  wanted_fade_ = fade;
}

void Presenter::expect(const scene::Scene& scene) {
  if (!expected_ || !(expected_->scene == scene)) expected_ = order_for(scene);
}

// True if `painted` may be shown, now or later. A card without its pictures is shown only in response to a touch.
bool Presenter::serves(const Painted& painted) const {
  if (painted.without_late) return answers_touch_ && painted.order == wanted_;
  return painted.order == wanted_ || painted.order == expected_;
}

void Presenter::receive() {
  while (std::optional<Painted> painted = worker_.take()) {
    // If an older order comes back abandoned, the last one is still outstanding.
    if (painted->number == asked_number_) asked_.reset();
    if (painted->abandoned) {
      abandon(std::move(*painted));
      continue;
    }
    for (const std::string& why : painted->replaced) faults_.push_back({"", why});
    for (const std::string& why : painted->faults) faults_.push_back({painted->order.scene.card, why});
    // A card is not shown without its picture; the fallback card is, being better than nothing.
    if (!painted->faults.empty() && !painted->order.scene.card.empty()) {
      refuse(std::move(*painted));
    } else if (painted->in_place) {
      take_back(std::move(*painted));
    } else if (serves(*painted)) {
      set_ready(std::move(painted));
    } else {
      keep_spare(std::move(painted->layer));
    }
  }
}

void Presenter::take_back(Painted painted) {
  lent_.reset();
  damaged_ = std::move(painted.damaged);
  settle_on(std::move(painted));
}

void Presenter::set_ready(std::optional<Painted> painted) {
  if (ready_) keep_spare(std::move(ready_->layer));
  ready_ = std::move(painted);
  differing_.reset();
  middle_.reset();
  compare_due_ = true;
}

// Makes `painted` the shown layer, with the pictures that it has.
void Presenter::settle_on(Painted painted) {
  differing_.reset();
  middle_.reset();
  shown_ = std::move(painted);
  if (shown_->without_late) shown_->order.scene = *std::exchange(shown_->without_late, std::nullopt);
}

// A lent layer comes back unchanged; the change is requested again if it is still wanted.
void Presenter::abandon(Painted painted) {
  if (!painted.in_place) {
    keep_spare(std::move(painted.layer));
    return;
  }
  painted.order = *std::exchange(lent_, std::nullopt);
  painted.abandoned = painted.in_place = false;
  shown_ = std::move(painted);
}

// A layer changed in place can no longer be shown: the window keeps what it had until another card comes.
void Presenter::refuse(Painted painted) {
  if (painted.in_place) lent_.reset();
  failed_ = std::move(painted.order);
  keep_spare(std::move(painted.layer));
}

void Presenter::ask(const Order& order, PaintWorker::Waits waits) {
  const bool is_asked = asked_ == order && (asked_waits_ == waits || waits == PaintWorker::Waits::as_needed);
  if (is_asked || failed_ == order) return;
  asked_ = order;
  asked_waits_ = waits;
  if (ready_ && !serves(*ready_)) set_ready({});
  asked_number_ = worker_.ask(order, std::exchange(spare_, {}), waits);
}

bool Presenter::may_lend() const {
  return shown_ && same_shape(shown_->order, wanted_) && same_card(shown_->order.scene, wanted_.scene) &&
         !(failed_ == wanted_);
}

void Presenter::lend() {
  lent_ = std::move(shown_->order);
  asked_number_ = worker_.change(std::move(shown_->layer), lent_->scene, wanted_);
  shown_.reset();
  asked_ = wanted_;
}

// Nothing else is requested while the shown layer is lent: the paint worker does one thing at a time. If it waits for a
// picture, it is called back when something else is wanted, or when the display needs the layer as it is.
void Presenter::ask_for_more() {
  if (lent_ && (exposed_ || !(asked_ == wanted_))) worker_.hurry();
  if (lent_ || coming_) return;
  if (shown_ && shown_->order == wanted_) {
    if (expected_ && !(expected_ == wanted_) && !is_ready(*expected_)) ask(*expected_, PaintWorker::Waits::as_needed);
  } else if (may_lend()) {
    if (!exposed_) lend();  // otherwise the display still needs the layer
  } else {
    ask(wanted_, answers_touch_ ? PaintWorker::Waits::briefly : PaintWorker::Waits::as_needed);
  }
}

// Starts to show what is ready.
void Presenter::take_ready(MonoTime now) {
  const bool fades = wanted_fade_.count() > 0 && shown_ && fits(shown_->layer) && fits(ready_->layer) &&
                     !same_card(shown_->order.scene, ready_->order.scene);
  if (fades) {
    coming_ = std::exchange(ready_, std::nullopt);
    fade_began_ = now;
    fade_ = wanted_fade_;
    fade_answers_ = answers_touch_;
    next_frame_ = now;
    compare_due_ = !differing_;
    compare();
    if (!middle_) find_middle();
    exposed_ = exposed_ || !damaged_.empty();  // otherwise what is equal in both would not be on the display yet
    damaged_.clear();
    return;
  }
  // What is equal in both is on the display already.
  const bool in_part = differing_ && shown_ && fits(shown_->layer) && fits(ready_->layer);
  if (in_part) damaged_.insert(damaged_.end(), differing_->begin(), differing_->end());
  exposed_ = exposed_ || !in_part;
  if (shown_) keep_spare(std::move(shown_->layer));
  settle_on(*std::exchange(ready_, std::nullopt));
}

// Returns true if a frame of the fade was shown. After its last one the fade is over.
bool Presenter::fade_step(MonoTime now) {
  const FadeMix mix =
      fits(coming_->layer) ? fade_mix(now - fade_began_, fade_, middle_.has_value(), fade_answers_) : FadeMix{true, 1};
  if (mix.second_half && mix.amount >= 1) {
    end_fade();
    return false;
  }
  if (now < *next_frame_ && !exposed_) return false;
  static const std::vector<Area> all;
  const paint::Layer& from = middle_ && mix.second_half ? *middle_ : shown_->layer;
  const paint::Layer& to = middle_ && !mix.second_half ? *middle_ : coming_->layer;
  exposed_ = !glass_->show_fade(from, to, mix.amount, area_, exposed_ || !differing_ ? all : *differing_);
  next_frame_ = now + frame_time;
  return !exposed_;
}

void Presenter::end_fade() {
  // What is equal in both layers is already on the display; if the layers have not been compared yet, everything is
  // shown.
  if (differing_) {
    damaged_ = std::move(*differing_);
  } else {
    exposed_ = true;
  }
  keep_spare(middle_ ? *std::exchange(middle_, std::nullopt) : std::move(shown_->layer));
  settle_on(*std::exchange(coming_, std::nullopt));
  next_frame_.reset();
}

// A fade mixes only what differs: without a GPU, moving pixels to and from memory is the main cost. Comparing takes
// about as long as a frame, so it is done once, when nobody is waiting, after the next card has been painted ahead; or
// before the first frame of a fade, if the shown one has changed since. While a finger is down, so is what comes next.
void Presenter::compare() {
  const std::optional<Painted>& next = coming_ ? coming_ : ready_;
  if (!compare_due_ || !shown_ || !next || !fits(shown_->layer) || !fits(next->layer)) return;
  compare_due_ = false;
  differing_ = paint::differing_areas(shown_->layer, next->layer);
  if (answers_touch_ && !same_card(shown_->order.scene, next->order.scene)) find_middle();
}

void Presenter::find_middle() {
  const std::optional<Painted>& next = coming_ ? coming_ : ready_;
  middle_.reset();
  if (differing_ && shown_ && next) middle_ = middle_of(*shown_, *next, *differing_, spare_);
}

// Shows the shown layer, if any of it needs showing.
bool Presenter::show() {
  if (!shown_ || !fits(shown_->layer) || (!exposed_ && damaged_.empty())) return false;
  const std::vector<Area> damaged = exposed_ ? std::vector<Area>{} : damaged_;
  damaged_.clear();
  // A frame that found no surface must be shown later, and whole, since the content of the next surface is unknown.
  exposed_ = !glass_->show(shown_->layer, area_, damaged);
  return !exposed_;
}

bool Presenter::step(MonoTime now) {
  receive();
  if (coming_ && !(coming_->order == wanted_)) end_fade();
  const bool settled = coming_ || lent_ || (shown_ && shown_->order == wanted_);
  if (!settled && is_ready(wanted_)) take_ready(now);
  bool framed = coming_ && fade_step(now);
  if (!coming_) framed = show() || framed;
  ask_for_more();
  compare();
  if (at_rest()) spare_ = {};  // nothing is painted for a while; this frees eight megabytes at 1920 x 1080
  return framed;
}

bool Presenter::shows_wanted() const {
  return shown_ && shown_->order == wanted_ && !coming_ && !exposed_ && damaged_.empty();
}

bool Presenter::has_begun() const {
  if (coming_) return coming_->order == wanted_;
  if (lent_) return same_card(lent_->scene, wanted_.scene);
  return shown_ && same_card(shown_->order.scene, wanted_.scene);
}

bool Presenter::at_rest() const {
  return shows_wanted() && (!expected_ || expected_ == wanted_ || is_ready(*expected_) || failed_ == expected_);
}

std::size_t Presenter::layer_bytes() const {
  std::size_t pixels = spare_.pixels.size();
  if (middle_) pixels += middle_->pixels.size();
  for (const std::optional<Painted>* each : {&shown_, &ready_, &coming_}) {
    if (*each) pixels += (*each)->layer.pixels.size();
  }
  if (lent_) pixels += static_cast<std::size_t>(lent_->width_px) * static_cast<std::size_t>(lent_->height_px);
  return pixels * sizeof(std::uint32_t);
}

std::vector<Presenter::Fault> Presenter::take_faults() {
  return std::exchange(faults_, {});
}

}  // namespace anteroom::platform
