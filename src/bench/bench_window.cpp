#include "bench/bench_window.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "bench/motion_figures.h"
#include "bench/picture_storm.h"
#include "bench/pointer_figures.h"
#include "bench/reload_figures.h"
#include "bench/usage_figures.h"

namespace anteroom::bench {

BenchWindow::BenchWindow(const assembly::Loaded& loaded)
    : clock_(loaded.content.settings.time_zone),
      window_({.fullscreen = true,
               .width = loaded.content.settings.screen.width_px,
               .height = loaded.content.settings.screen.height_px,
               .title = "Anteroom bench"}) {
  if (!fault().empty()) return;
  runtime_ =
      std::make_unique<runtime::Runtime>(loaded, clock_.now(), assembly::Size{window_.width(), window_.height()});
  loop_ = std::make_unique<runtime::ScreenLoop>(runtime_->kiosk(), runtime_->presenter(), window_, clock_, voice_);
}

void BenchWindow::measure(Figures& figures) {
  settle();
  set_size(figures);
  cross_fades(figures);
  settle();
  avoid_minute_end();
  idle("static", figures);
  // A paused page: nothing moves, and the idle timeout is the only deadline.
  if (runtime_->kiosk().content().settings.role == Role::kiosk) {
    for (const Action& action : {Action(OpenCard{}), Action(TogglePause{})}) {
      runtime_->kiosk().act(action, clock_.now());
      settle();
      avoid_double_tap();
    }
    idle("paused_detail", figures);
  }
  figures.set("pss_mb", memory_mb("Pss"));
  figures.set("rss_mb", memory_mb("Rss"));
  figures.set("texture_mb", static_cast<double>(runtime_->pixel_bytes()) / (1 << 20));
}

void BenchWindow::measure_pointer(Figures& figures) {
  settle();
  set_size(figures);
  bench::measure_pointer(*runtime_, *loop_, window_, clock_, figures);
}

void BenchWindow::measure_motion(Figures& figures) {
  settle();
  set_size(figures);
  bench::measure_motion(*runtime_, *loop_, clock_, figures);
}

void BenchWindow::measure_loop(Figures& figures) {
  settle();
  set_size(figures);
  bench::measure_loop(*loop_, clock_, figures);
}

bool BenchWindow::measure_usage(Figures& figures) {
  settle();
  set_size(figures);
  return bench::measure_usage(*runtime_, *loop_, window_, clock_, figures);
}

bool BenchWindow::measure_pictures(Figures& figures) {
  return measure_picture_storm(runtime_->kiosk().content().settings, window_, clock_, voice_, figures);
}

bool BenchWindow::measure_reloads(Figures& figures) {
  return bench::measure_reloads(runtime_->kiosk().content().settings.screen, window_, clock_, voice_, figures);
}

void BenchWindow::set_size(Figures& figures) const {
  figures.set("window_width_px", window_.width());
  figures.set("window_height_px", window_.height());
}

void BenchWindow::settle() {
  for (int turns = 0; turns < max_turns; ++turns) {
    loop_->advance();
    loop_->rest(Millis(20));
    const app::Kiosk& kiosk = runtime_->kiosk();
    if (runtime_->presenter().at_rest() && !motion_of(kiosk.state(), kiosk.content())) return;
  }
}

void BenchWindow::avoid_double_tap() {
  const MonoTime end = clock_.now().mono + double_tap + Millis(1);
  while (clock_.now().mono < end) window_.wait(20);
}

void BenchWindow::cross_fades(Figures& figures) {
  std::vector<double> wall;
  std::vector<double> cpu;
  const std::size_t cards =
      loop_cards(runtime_->kiosk().state(), runtime_->kiosk().content(), runtime_->kiosk().state().minute).size();
  for (std::size_t i = 0; i < cards; ++i) {
    avoid_double_tap();
    runtime_->kiosk().act(ShowNext{}, clock_.now());
    // Until the fade is over and the next card is painted, which another thread does once nothing moves.
    for (int turns = 0; turns < max_turns && (turns == 0 || !runtime_->presenter().at_rest()); ++turns) {
      const double wall_before = monotonic_ms();
      const double cpu_before = cpu_ms();
      if (loop_->advance() && runtime_->presenter().next_frame()) {
        wall.push_back(monotonic_ms() - wall_before);
        cpu.push_back(cpu_ms() - cpu_before);
      }
      window_.wait(1);
    }
  }
  figures.set("crossfade_frames", static_cast<double>(wall.size()));
  figures.set("crossfade_wall_ms_p50", percentile(wall, 0.5));
  figures.set("crossfade_wall_ms_p99", percentile(wall, 0.99));
  figures.set("crossfade_cpu_ms_p50", percentile(cpu, 0.5));
  figures.set("crossfade_cpu_ms_p99", percentile(cpu, 0.99));
}

void BenchWindow::avoid_minute_end() {
  for (int turns = 0; turns < 240; ++turns) {  // two minutes; if every dwell is short, there are no ten idle seconds
    const MonoTime now = clock_.now().mono;
    MonoTime next = runtime_->kiosk().next_deadline();
    // The next card is painted some time before its turn.
    if (const auto ahead = runtime_->kiosk().paints_ahead_at(); ahead && *ahead > now) next = std::min(next, *ahead);
    if (next - now >= std::chrono::milliseconds(10'500)) return;
    loop_->advance();
    loop_->rest(Millis(500));
    settle();
  }
}

void BenchWindow::idle(const std::string& name, Figures& figures) {
  const MonoTime end = clock_.now().mono + std::chrono::seconds(10);
  const double cpu = cpu_ms();
  const long woken = wakeups();
  int frames = 0;
  while (clock_.now().mono < end) {
    if (loop_->advance()) ++frames;
    loop_->rest(end - clock_.now().mono + Millis(1));
  }
  figures.set(name + "_cpu_ms_per_s", (cpu_ms() - cpu) / 10);
  figures.set(name + "_wakeups_10s", static_cast<double>(wakeups() - woken));
  figures.set(name + "_frames_10s", frames);
}

}  // namespace anteroom::bench
