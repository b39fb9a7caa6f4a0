// How the kiosk draws and idles in a real window: figures of `bench`.
#pragma once

#include <memory>
#include <string>

#include "assembly/load.h"
#include "bench/measure.h"
#include "platform/clock.h"
#include "platform/speech_dispatcher.h"
#include "platform/window.h"
#include "runtime/runtime.h"
#include "runtime/screen_loop.h"

namespace anteroom::bench {

class BenchWindow {
 public:
  // Shows `loaded` full screen.
  explicit BenchWindow(const assembly::Loaded& loaded);

  // Why no window could be opened; empty: it is open. Without it nothing can be measured.
  const std::string& fault() const { return window_.fault(); }

  // Sets the size of the window, and the figures for cross-fades, ten idle seconds and this process's memory.
  void measure(Figures& figures);
  // Sets the size of the window and the figures of bench::measure_pointer.
  void measure_pointer(Figures& figures);
  // Sets the size of the window and the figures of bench::measure_motion.
  void measure_motion(Figures& figures);
  // Sets the size of the window and the figures of bench::measure_loop.
  void measure_loop(Figures& figures);
  // Sets the size of the window and the figures of bench::measure_usage. Returns false if they could not be measured.
  bool measure_usage(Figures& figures);
  // Sets the figures of measure_picture_storm. Returns false if they could not be measured.
  bool measure_pictures(Figures& figures);
  // Sets the figures of measure_reloads. Returns false if they could not be measured.
  bool measure_reloads(Figures& figures);

 private:
  void set_size(Figures& figures) const;
  // Runs the loop until nothing is left to paint or to show.
  void settle();
  // Waits for 0.3 s, since two taps within that time count as one.
  void avoid_double_tap();
  void cross_fades(Figures& figures);
  // Waits until no new minute falls within the next ten seconds: a clock that changes is not idling.
  void avoid_minute_end();
  // Measures ten seconds without input.
  void idle(const std::string& name, Figures& figures);

  platform::Clock clock_;
  platform::Window window_;
  platform::SpeechDispatcher voice_;
  std::unique_ptr<runtime::Runtime> runtime_;
  std::unique_ptr<runtime::ScreenLoop> loop_;
};

}  // namespace anteroom::bench
