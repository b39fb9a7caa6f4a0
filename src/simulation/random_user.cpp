#include "simulation/random_user.h"

#include <cmath>
#include <cstdio>

#include "scene/hit_test.h"
#include "simulation/replay_file.h"

namespace anteroom::simulation {

namespace {

std::string written(scene::Point at) {
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, "%.1f,%.1f", at.x, at.y);
  return buffer;
}

// As written to a replay file, so that the replay does the same.
scene::Point rounded(scene::Point at) {
  return {std::round(at.x * 10) / 10, std::round(at.y * 10) / 10};
}

}  // namespace

RandomUser::RandomUser(std::uint64_t seed, Simulation& simulation, std::ostream* journal)
    : random_(seed), simulation_(simulation), journal_(journal) {}

std::size_t RandomUser::any(std::size_t count) {
  return static_cast<std::size_t>(random_() % count);  // the standard distributions differ between libraries
}

void RandomUser::note(const std::string& line) {
  if (journal_ != nullptr) *journal_ << line << "\n" << std::flush;
}

scene::Point RandomUser::anywhere() {
  const auto along = [this](double length) { return length * static_cast<double>(any(10'001)) / 10'000; };
  const double x = along(simulation_.scene().width_mm);
  return rounded({x, along(simulation_.scene().height_mm)});
}

void RandomUser::tap(scene::Point at) {
  note("tap " + written(at));
  simulation_.tap(at);
}

void RandomUser::tap_something() {
  const std::vector<const scene::Target*> targets = scene::focus_order(simulation_.scene());
  if (targets.empty()) return tap(anywhere());
  const scene::Rect& box = targets[any(targets.size())]->box;
  tap(rounded({box.x + box.w / 2, box.y + box.h / 2}));
}

void RandomUser::drag(scene::Point from, scene::Point to) {
  note("drag " + written(from) + " " + written(to));
  simulation_.drag(from, to);
}

void RandomUser::stay_away(Millis time) {
  note("wait " + std::to_string(time.count()) + "ms");
  simulation_.wait(time);
}

void RandomUser::act() {
  const std::size_t dice = any(100);
  if (dice < 45) {
    tap_something();
  } else if (dice < 52) {
    tap(anywhere());
  } else if (dice < 64) {
    const scene::Point from = anywhere();
    drag(from, anywhere());
  } else if (dice < 72) {  // a swipe
    const scene::Point from = anywhere();
    drag(from, rounded({from.x + (any(2) == 0 ? -90.0 : 90.0), from.y + 3}));
  } else if (dice < 76) {
    note("palm");
    simulation_.palm();
  } else if (dice < 88) {
    const Key key = static_cast<Key>(any(6));
    note("key " + key_name(key));
    simulation_.key(key);
  } else if (dice < 92) {  // a finger that stays where it is, or is dragged and left there
    const scene::Point at = anywhere();
    note("press " + written(at));
    simulation_.press(at);
    if (any(2) == 0) drag(at, anywhere());
    if (any(4) == 0) stay_away(Millis(12'000));
    note("release");
    simulation_.release();
  } else {
    stay_away(Millis(100 + static_cast<int>(any(90'000))));
  }
  stay_away(Millis(50 + static_cast<int>(any(3'000))));
}

}  // namespace anteroom::simulation
