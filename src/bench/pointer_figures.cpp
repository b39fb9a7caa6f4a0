#include "bench/pointer_figures.h"

#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "model/names.h"
#include "model/pull.h"
#include "scene/hit_test.h"

namespace anteroom::bench {

namespace {

// Samples of what a hand waits for, in ms: wall time, and processor time of the whole program.
struct Answers {
  std::vector<double> wall, cpu;
};

class BenchPointer {
 public:
  BenchPointer(runtime::Runtime& runtime, runtime::ScreenLoop& loop, platform::Window& window,
               const platform::Clock& clock)
      : kiosk_(runtime.kiosk()), presenter_(runtime.presenter()), loop_(loop), window_(window), clock_(clock) {}

  const scene::Scene& scene() const { return kiosk_.scene(); }

  void act(const Action& action) { kiosk_.act(action, clock_.now()); }
  void touch(app::ContactPhase phase, scene::Point at) { kiosk_.touch({1, phase, at}, clock_.now()); }
  void settle() {
    for (int turns = 0; turns < max_turns; ++turns) {
      loop_.advance();
      loop_.rest(Millis(20));
      if (presenter_.at_rest() && !moves(kiosk_.state().session.exhibit)) return;
    }
  }
  // Runs the loop until a frame is on the screen or none is due.
  void frame() {
    for (int turns = 0; turns < max_turns; ++turns) {
      if (loop_.advance() || presenter_.shows_wanted()) return;
      window_.wait(1);
    }
  }
  // Does `what`, and adds to `answers` how long it takes until its frame is on the screen.
  template <typename What>
  void time(Answers& answers, What what) {
    const double wall = monotonic_ms(), cpu = cpu_ms();
    what();
    frame();
    answers.wall.push_back(monotonic_ms() - wall);
    answers.cpu.push_back(cpu_ms() - cpu);
  }
  // Waits, since two taps within 0.3 s count as one.
  void avoid_double_tap() {
    const MonoTime end = clock_.now().mono + double_tap + Millis(20);
    while (clock_.now().mono < end) loop_.rest(end - clock_.now().mono);
    settle();
  }
  // Taps the target `id`, as long as a tap lasts, during which its result is painted ahead, and adds to `answers` how
  // long it takes from the release until its frame is on the screen.
  void tap(Answers& answers, const std::string& id) {
    avoid_double_tap();
    const scene::Point at = middle(id);
    touch(app::ContactPhase::down, at);
    settle();
    time(answers, [&] { touch(app::ContactPhase::up, at); });
  }
  // A point outside the screen if there is no such target.
  scene::Point middle(const std::string& id) const {
    const scene::Target* target = scene::target_named(scene(), id);
    if (target == nullptr) return {-1, -1};
    return {target->box.x + target->box.w / 2, target->box.y + target->box.h / 2};
  }

 private:
  app::Kiosk& kiosk_;
  platform::Presenter& presenter_;
  runtime::ScreenLoop& loop_;
  platform::Window& window_;
  const platform::Clock& clock_;
};

void measure_taps(BenchPointer& pointer, Figures& figures) {
  constexpr int taps = 40;
  Answers shown;
  for (int i = 0; i < taps; ++i) {
    const scene::Point at = pointer.middle(i % 2 == 0 ? target_id::pause : target_id::next);
    pointer.avoid_double_tap();
    pointer.time(shown, [&] { pointer.touch(app::ContactPhase::down, at); });
    pointer.touch(app::ContactPhase::move, {0, 0});  // slides off, so it has no effect
    pointer.touch(app::ContactPhase::up, {0, 0});
  }
  figures.set("tap_ms_p50", percentile(shown.wall, 0.5));
  figures.set("tap_ms_p95", percentile(shown.wall, 0.95));
}

void measure_opening(BenchPointer& pointer, Figures& figures) {
  constexpr int openings = 20;
  Answers opened;
  for (int i = 0; i < openings; ++i) {
    pointer.avoid_double_tap();
    const scene::Point at{pointer.scene().width_mm / 4, pointer.scene().height_mm / 3};
    pointer.touch(app::ContactPhase::down, at);
    // A tap lasts at least 80 ms, during which its result is painted ahead.
    pointer.settle();
    pointer.time(opened, [&] { pointer.touch(app::ContactPhase::up, at); });
    pointer.avoid_double_tap();
    pointer.act(GoHome{});
  }
  figures.set("open_ms_p50", percentile(opened.wall, 0.5));
  figures.set("open_ms_p95", percentile(opened.wall, 0.95));
}

void measure_languages(BenchPointer& pointer, const Content& content, Figures& figures) {
  const std::vector<std::size_t> offered = offered_languages(content);
  Answers switched;
  for (int round = 0; round < 4; ++round) {
    for (const std::size_t language : offered) {
      pointer.avoid_double_tap();
      pointer.act(OpenLanguages{});
      pointer.tap(switched, target_id::of_language(content.pack.languages[language]));
    }
  }
  figures.set("languages", static_cast<double>(offered.size()));
  figures.set("language_switch_ms_p50", percentile(switched.wall, 0.5));
  figures.set("language_switch_ms_p95", percentile(switched.wall, 0.95));
  pointer.avoid_double_tap();
  pointer.act(ChooseLanguage{offered.front()});
}

// A point on a path that goes twice round the centre of the handle, beginning to its right.
scene::Point on_path(const scene::Rect& box, int step, int steps) {
  constexpr double pi = 3.14159265358979;
  const double angle = 4 * pi * step / steps;
  return {box.x + box.w * (0.5 + 0.35 * std::cos(angle)), box.y + box.h * (0.5 + 0.35 * std::sin(angle))};
}

// A point on a path that pulls a muscle to the full and lets it go, twice, from `grip`.
scene::Point on_pull(const scene::Rect& box, scene::Point grip, int step, int steps) {
  constexpr double pi = 3.14159265358979;
  return {grip.x - box.w * pull_travel * (1 - std::cos(4 * pi * step / steps)) / 2, grip.y};
}

void measure_drag(BenchPointer& pointer, const std::string& kind, Figures& figures) {
  const scene::Handle* handle = nullptr;
  for (const scene::Item& item : pointer.scene().items) {
    if (const auto* found = std::get_if<scene::Handle>(&item)) handle = found;
  }
  constexpr int steps = 240;
  Answers frames;
  if (handle != nullptr) {
    const scene::Rect box = handle->box;
    const scene::Point grip{box.right() - 2, box.bottom() - 2};
    pointer.touch(app::ContactPhase::down, grip);
    pointer.settle();
    for (int i = 0; i < steps; ++i) {
      const scene::Point at = kind == "pull" ? on_pull(box, grip, i, steps) : on_path(box, i, steps);
      pointer.time(frames, [&] { pointer.touch(app::ContactPhase::move, at); });
    }
    pointer.touch(app::ContactPhase::up, {box.x, box.y});
  } else {  // regions are tapped, not dragged
    for (int i = 0; i < steps / 4; ++i) {
      const std::vector<const scene::Target*> targets = scene::focus_order(pointer.scene());
      const scene::Target* region = targets[static_cast<std::size_t>(i) % targets.size()];
      if (!std::holds_alternative<ExhibitTap>(region->action)) continue;
      pointer.tap(frames, region->id);
    }
  }
  for (const auto& [name, samples] : {std::pair("_wall_ms", &frames.wall), std::pair("_cpu_ms", &frames.cpu)}) {
    figures.set("exhibit_" + kind + name + "_p50", percentile(*samples, 0.5));
    figures.set("exhibit_" + kind + name + "_p99", percentile(*samples, 0.99));
  }
}

}  // namespace

void measure_pointer(runtime::Runtime& runtime, runtime::ScreenLoop& loop, platform::Window& window,
                     const platform::Clock& clock, Figures& figures) {
  if (runtime.kiosk().content().settings.role == Role::wall) return;
  BenchPointer pointer(runtime, loop, window, clock);
  pointer.act(GoHome{});
  measure_taps(pointer, figures);
  measure_opening(pointer, figures);
  measure_languages(pointer, runtime.kiosk().content(), figures);
  constexpr std::array kinds{"", "fold", "steps", "hotspots", "pull"};
  static_assert(kinds.size() == std::variant_size_v<Exhibit>);
  std::array<bool, kinds.size()> seen{};
  const std::size_t cards =
      loop_cards(runtime.kiosk().state(), runtime.kiosk().content(), runtime.kiosk().state().minute).size();
  for (std::size_t i = 0; i < cards; ++i) {
    const Card& card = runtime.kiosk().content().pack.cards[*runtime.kiosk().state().card];
    const std::size_t kind = card.exhibit.index();
    if (kind > 0 && !seen[kind]) {
      seen[kind] = true;
      pointer.avoid_double_tap();
      pointer.act(OpenCard{});
      pointer.avoid_double_tap();
      measure_drag(pointer, kinds[kind], figures);
      pointer.avoid_double_tap();
      pointer.act(Leave{});
    }
    pointer.avoid_double_tap();
    pointer.act(ShowNext{});
  }
  pointer.avoid_double_tap();
  pointer.act(GoHome{});
  pointer.settle();
}

}  // namespace anteroom::bench
