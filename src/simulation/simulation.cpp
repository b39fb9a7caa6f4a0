#include "simulation/simulation.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "model/wall_clock.h"
#include "scene/hit_test.h"
#include "screens/compose.h"
#include "screens/marks.h"
#include "simulation/plain_text.h"
#include "staff/pin_hash.h"

namespace anteroom::simulation {

namespace {

constexpr WallTime begins = std::chrono::local_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(8);
constexpr Millis finger_stays{80};
constexpr Millis hand_returns{320};
constexpr int drag_steps = 15;

}  // namespace

Simulation::Simulation(assembly::Loaded loaded)
    : now_{MonoTime{}, possible_time(loaded.content, begins)},
      faces_(std::move(loaded.faces)),
      fonts_(*faces_),
      kiosk_(std::move(loaded.content), fonts_, now_),
      speech_(kiosk_, simulated_voice_) {}

Simulation::Simulation(assembly::Loaded loaded, platform::Voice& voice)
    : now_{MonoTime{}, possible_time(loaded.content, begins)},
      faces_(std::move(loaded.faces)),
      fonts_(*faces_),
      kiosk_(std::move(loaded.content), fonts_, now_),
      real_(true),
      speech_(kiosk_, voice) {}

scene::Scene Simulation::fresh_scene() {
  return screens::compose(start(kiosk_.content(), now_), kiosk_.content(), fonts_);
}

void Simulation::pass(Millis time) {
  if (real_) std::this_thread::sleep_for(time);
  now_.mono += time;
  lead_in_ += time;
  const auto seconds = std::chrono::floor<std::chrono::seconds>(lead_in_);
  now_.wall += seconds;
  lead_in_ -= seconds;
  simulated_voice_.set_time(now_.mono);
}

// Answers what the kiosk waits for: gives the voice what is to be spoken, and the kiosk what has ended; compares a PIN.
void Simulation::go_on() {
  const Staff& staff = kiosk_.state().staff;
  if (staff.checking) {
    kiosk_.act(PinChecked{staff::is_right_pin(kiosk_.content().settings.staff.pin_hash, staff.digits)}, now_);
  }
  speech_.go_on(now_);
  speech_.go_on(now_);  // starts the sentence after one that has just ended
}

void Simulation::wait(Millis time) {
  const MonoTime end = now_.mono + time;
  go_on();
  // Step by step while something is spoken: its end determines what comes next.
  while (now_.mono < end && (real_ || !speech_.is_silent() || kiosk_.state().session.aloud)) {
    const MonoTime voice = real_ ? now_.mono + frame_time : simulated_voice_.ends().value_or(end);
    const MonoTime next = std::clamp(std::min(voice, kiosk_.next_deadline()), now_.mono + Millis(1), end);
    if (next >= end) break;
    pass(next - now_.mono);
    kiosk_.tick(now_);
    go_on();
  }
  pass(std::max(Millis(0), end - now_.mono));
  kiosk_.tick(now_);
  go_on();
}

bool Simulation::listen() {
  constexpr std::chrono::minutes longest(10);
  const MonoTime end = now_.mono + longest;
  go_on();
  while (!speech_.is_silent() && now_.mono < end) wait(Millis(100));
  return speech_.is_silent();
}

std::string Simulation::unsaid() const {
  const scene::SpokenWords words = screens::spoken_words(words_for(kiosk_.content(), scene().language));
  for (const scene::SpokenPart& part : scene::spoken(scene(), words)) {
    if (std::find(said().begin(), said().end(), part.text) == said().end()) return part.text;
  }
  return {};
}

void Simulation::set_wall_clock(WallTime time) {
  now_.wall = time;
  lead_in_ = Millis(0);
  kiosk_.tick(now_);
}

void Simulation::touch(app::ContactPhase phase, scene::Point at, std::int64_t finger) {
  kiosk_.touch({finger, phase, at}, now_);
}

void Simulation::press(scene::Point at) {
  speech_.forget_said();
  finger_down_ = true;
  finger_ = at;
  touch(app::ContactPhase::down, at);
}

void Simulation::release() {
  if (!std::exchange(finger_down_, false)) return;
  touch(app::ContactPhase::up, finger_);
}

void Simulation::tap(scene::Point at) {
  press(at);
  wait(finger_stays);
  release();
  wait(hand_returns);
}

void Simulation::drag(scene::Point from, scene::Point to) {
  const bool whole = !finger_down_;
  if (whole) press(from);
  for (int i = 1; i <= drag_steps; ++i) {
    wait(frame_time);
    const double share = static_cast<double>(i) / drag_steps;
    finger_ = {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
    touch(app::ContactPhase::move, finger_);
  }
  if (!whole) return;
  release();
  wait(hand_returns);
}

void Simulation::palm() {
  const double x = scene().width_mm / 2;
  const double y = scene().height_mm / 2;
  for (int finger = 2; finger < 5; ++finger) touch(app::ContactPhase::down, {x + 8.0 * finger, y}, finger);
  wait(finger_stays);
  for (int finger = 2; finger < 5; ++finger) touch(app::ContactPhase::up, {x + 8.0 * finger, y}, finger);
  wait(hand_returns);
}

void Simulation::key(Key key) {
  speech_.forget_said();
  kiosk_.key(key, now_);
  wait(hand_returns);
}

void Simulation::post(const std::optional<Notice>& notice) {
  speech_.forget_said();
  kiosk_.act(PostNotice{notice}, now_);
  go_on();
}

std::optional<scene::Point> Simulation::find(const std::string& label) const {
  const scene::Target* found = scene::target_named(scene(), label);
  for (const scene::Target* each : scene::focus_order(scene())) {
    if (plain(each->label) == plain(label)) found = each;
  }
  if (found == nullptr) return std::nullopt;
  // Its centre may be covered by another target: a card has buttons on it.
  const scene::Rect& box = found->box;
  for (const double y : {0.5, 0.25, 0.75, 0.1, 0.9}) {
    for (const double x : {0.5, 0.25, 0.75, 0.1, 0.9}) {
      const scene::Point at{box.x + box.w * x, box.y + box.h * y};
      if (scene::target_at(scene(), at) == found && scene::handle_at(scene(), at) == nullptr) return at;
    }
  }
  return std::nullopt;
}

}  // namespace anteroom::simulation
