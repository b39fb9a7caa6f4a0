// The kiosk in a real window, and how it draws and idles there: figures of `bench`.
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

  // Why no window could be opened; empty: it is open, and only then anything can be measured.
  const std::string& fault() const { return window_.fault(); }

  // Sets the figures of cross-fades, of a finger (see measure_pointer), of ten still seconds and of this process's
  // memory.
  void measure(Figures& figures);
  // Sets those of measure_picture_storm. Returns false if it could not be measured.
  bool measure_pictures(Figures& figures);

 private:
  // Until nothing is left to paint or to show.
  void settle();
  // Two taps within 0.3 s are one.
  void avoid_double_tap();
  void cross_fades(Figures& figures);
  // A clock's new minute is a change of the screen, not idling: wait until none falls into the ten seconds.
  void avoid_minute_end();
  // Ten seconds in which nobody touches anything.
  void idle(const std::string& name, Figures& figures);

  platform::Clock clock_;
  platform::Window window_;
  platform::SpeechDispatcher voice_;
  std::unique_ptr<runtime::Runtime> runtime_;
  std::unique_ptr<runtime::ScreenLoop> loop_;
};

}  // namespace anteroom::bench
