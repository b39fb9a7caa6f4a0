#include "bench/motion_figures.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/state.h"

namespace anteroom::bench {

namespace {

class MovingCard {
 public:
  MovingCard(runtime::Runtime& runtime, runtime::ScreenLoop& loop, const platform::Clock& clock)
      : runtime_(runtime), loop_(loop), clock_(clock) {}

  // Shows the next card, and waits until its picture moves, or is known to be still. Not until all that is wanted is
  // shown: of a picture that moves, the next frame is always wanted, and a look in between may never see none.
  void show_next() {
    runtime_.kiosk().act(ShowNext{}, clock_.now());
    for (int turns = 0; turns < max_turns; ++turns) {
      loop_.advance();
      const std::optional<Millis> motion = moved();
      if (motion ? *motion > Millis(0) : runtime_.presenter().shows_wanted()) return;
      loop_.rest(Millis(4));
    }
  }
  bool moves() const { return moved().has_value(); }
  // Waits for the next frame, and adds what it costs. Adds nothing where all parts are still for a moment.
  void frame(std::vector<double>& cpu, std::vector<double>& wall) {
    const MonoTime due = runtime_.kiosk().next_deadline();
    while (clock_.now().mono < due) loop_.rest(std::max(Millis(1), std::chrono::ceil<Millis>(due - clock_.now().mono)));
    const double began = monotonic_ms(), cpu_began = cpu_ms();
    for (int turns = 0; turns < max_turns; ++turns) {
      const bool has_shown = loop_.advance();
      if (has_shown) {
        wall.push_back(monotonic_ms() - began);
        cpu.push_back(cpu_ms() - cpu_began);
      }
      if (has_shown || runtime_.presenter().shows_wanted()) return;
      loop_.rest(Millis(1));
    }
  }

 private:
  static constexpr int max_turns = 4000;

  std::optional<Millis> moved() const { return motion_of(runtime_.kiosk().state(), runtime_.kiosk().content()); }

  runtime::Runtime& runtime_;
  runtime::ScreenLoop& loop_;
  const platform::Clock& clock_;
};

}  // namespace

void measure_motion(runtime::Runtime& runtime, runtime::ScreenLoop& loop, const platform::Clock& clock,
                    Figures& figures) {
  const State& state = runtime.kiosk().state();
  const Content& content = runtime.kiosk().content();
  const std::size_t cards = loop_cards(state, content, state.minute).size();
  MovingCard shown(runtime, loop, clock);
  for (std::size_t i = 0; i < cards; ++i) {
    shown.show_next();
    const std::string id = content.pack.cards[*state.card].id;
    std::vector<double> cpu, wall;
    while (shown.moves()) shown.frame(cpu, wall);
    if (cpu.empty()) continue;
    figures.set("motion_" + id + "_cpu_ms_p50", percentile(cpu, 0.5));
    figures.set("motion_" + id + "_wall_ms_p99", percentile(wall, 0.99));
  }
}

void measure_loop(runtime::ScreenLoop& loop, const platform::Clock& clock, Figures& figures) {
  constexpr std::chrono::seconds minute(60);
  const MonoTime end = clock.now().mono + minute;
  const double cpu = family_cpu_ms();
  const std::uint64_t frames = loop.frames();
  while (clock.now().mono < end) {
    loop.advance();
    loop.rest(end - clock.now().mono + Millis(1));
  }
  constexpr double percent = 100;
  figures.set("loop_cpu_percent", (family_cpu_ms() - cpu) / static_cast<double>(Millis(minute).count()) * percent);
  figures.set("loop_frames_60s", static_cast<double>(loop.frames() - frames));
}

}  // namespace anteroom::bench
