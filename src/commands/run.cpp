#include <cmath>
#include <cstdlib>
#include <future>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "assembly/load.h"
#include "assembly/own_command.h"
#include "assembly/released.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "platform/log.h"
#include "platform/memory.h"
#include "platform/speech_dispatcher.h"
#include "platform/stop_signals.h"
#include "platform/video.h"
#include "platform/window.h"
#include "platform/x11_errors.h"
#include "runtime/aside.h"
#include "runtime/first_content.h"
#include "runtime/notice_watch.h"
#include "runtime/reloading.h"
#include "runtime/running.h"
#include "runtime/runtime.h"
#include "runtime/screen_loop.h"

namespace anteroom::commands {

namespace {

// The size of the whole screen, in pixels, as it hangs.
assembly::Size hanging(const Screen& screen) {
  const bool on_side = screen.lies_on_side();
  return on_side ? assembly::Size{screen.height_px, screen.width_px}
                 : assembly::Size{screen.width_px, screen.height_px};
}

// Two thirds of the screen that the settings describe, so that the window fits on the desktop and can be moved.
assembly::Size window_size(const Screen& screen) {
  const assembly::Size whole = hanging(screen);
  return {whole.width * 2 / 3, whole.height * 2 / 3};
}

// True if the desktop's orientation differs from that of the screen as known: it was turned, and not by our rotation.
bool is_turned(const Screen& screen, const platform::Window& window) {
  const double width = window.width(), height = window.height();
  const assembly::Size known = hanging(screen);
  // A nearly square one counts as neither wide nor tall.
  const auto is_wide = [](double one, double other) { return one > other * 1.1; };
  return (is_wide(known.width, known.height) && is_wide(height, width)) ||
         (is_wide(known.height, known.width) && is_wide(width, height));
}

Screen turned(Screen screen) {
  std::swap(screen.width_mm, screen.height_mm);
  std::swap(screen.width_px, screen.height_px);
  return screen;
}

// Logs what is wrong with the files, each fault once, however often they are read.
class FaultLog {
 public:
  void log(const source::Diagnostics& diagnostics) {
    for (const source::Diagnostic& each : diagnostics.sorted()) {
      std::string text = source::to_text(each);
      if (logged_.contains(text)) continue;
      platform::log(text);
      logged_.insert(std::move(text));
    }
  }
  const std::set<std::string>& logged() const { return logged_; }

 private:
  std::set<std::string> logged_;
};

// What shows the cards, and what rereads them.
struct Opened {
  std::unique_ptr<runtime::Runtime> runtime;
  std::unique_ptr<runtime::Aside<runtime::ContentWatch>> watch;
};

Opened open_runtime(runtime::FirstSettings& read, const RunOptions& options, Now now, assembly::Size size,
                    FaultLog& faults) {
  runtime::FirstContent first = runtime::first_content(read.settings, std::move(read.files), options.source);
  read.files = {};
  source::Diagnostics all = read.diagnostics;
  all.add_all(first.diagnostics);
  faults.log(all);
  const int error_count = all.error_count();
  auto watch = std::make_unique<runtime::Aside<runtime::ContentWatch>>(first.loaded, error_count, read.error_count,
                                                                       options.source);
  return {std::make_unique<runtime::Runtime>(std::move(first.loaded), now, size), std::move(watch)};
}

enum class End { stopped, closed, first_frame, gone, turned, monitor_there };

int end_status(End end) {
  if (end != End::gone) return fine;
  platform::log("anteroom: error: the display has gone; ending with status " + std::to_string(display_gone));
  return display_gone;
}

End wait_for_monitor(platform::Window& window, const platform::StopSignals& stop) {
  while (!stop.wanted()) {
    if (!window.is_waiting()) return End::monitor_there;
    if (window.wait(-1).display_gone) return End::gone;
  }
  return End::stopped;
}

End show(const Opened& opened, platform::Window& window, const platform::Clock& clock, const RunOptions& options,
         const FaultLog& faults, platform::StopSignals& stop) {
  runtime::Runtime& runtime = *opened.runtime;
  platform::SpeechDispatcher voice;  // falls silent on return, before anything else is waited for
  runtime::ContentWatch& watch = **opened.watch;
  runtime::Reloading reloading(runtime, watch, faults.logged());
  runtime::Aside<runtime::NoticeWatch> notices(assembly::notice_file(options.source));
  assembly::ClockTrust clock_trust(runtime.kiosk().state().clock_possible);
  const std::filesystem::path config = assembly::config_file(options.source);
  runtime::ScreenLoop loop(runtime.kiosk(), runtime.presenter(), window, clock, voice);
  while (!stop.wanted()) {
    if (options.fullscreen && is_turned(runtime.kiosk().content().settings.screen, window)) return End::turned;
    const Now now = clock.now();
    runtime.kiosk().tick(now);
    if (const std::string news = clock_trust.news(runtime.kiosk().content(), now.wall, config); !news.empty()) {
      platform::log(news);
    }
    if (stop.take_reload_request()) {
      watch.look();
      notices->look();
    }
    reloading.go_on(clock.now());
    if (std::optional<runtime::NoticeReading> reading = notices->take()) {
      print(reading->diagnostics);
      runtime.kiosk().act(PostNotice{std::move(reading->notice)}, clock.now());
    }
    if (loop.advance() && options.once) {
      std::cout << "first frame\n" << std::flush;
      return End::first_frame;
    }
    const runtime::ScreenLoop::Rest rest = loop.rest();
    if (rest == runtime::ScreenLoop::Rest::gone) return End::gone;
    if (rest == runtime::ScreenLoop::Rest::closed) return End::closed;
  }
  return End::stopped;
}

// Shows the loop until something ends it. Returns the exit status.
int show_all(const RunOptions& options, platform::StopSignals& stop) {
  const runtime::Running running(assembly::state_folder(options.source));
  runtime::FirstSettings read = runtime::first_settings(options.source, options.display);
  Settings& settings = read.settings;
  const assembly::Size size =
      options.fullscreen ? hanging(settings.screen) : options.window.value_or(window_size(settings.screen));
  const platform::Clock clock(settings.time_zone);

  // Opening a window takes longer than reading a pack and painting a card, so do all three at once.
  FaultLog faults;
  auto opening = std::async(std::launch::async, [&] { return open_runtime(read, options, clock.now(), size, faults); });
  platform::Window window({.fullscreen = options.fullscreen,
                           .width = size.width,
                           .height = size.height,
                           .monitor = assembly::monitor_choice(options.display, settings.screen),
                           .title = "Anteroom",
                           .keys = settings.keys,
                           .takes_keys = settings.role == Role::kiosk});
  Opened opened = opening.get();
  if (!window.fault().empty()) {
    platform::log("anteroom: error: no window can be opened: " + window.fault());
    return does_not_hold;
  }
  stop.loop_begins();

  const auto reopen = [&] {
    opened = {};
    opened = open_runtime(read, options, clock.now(), {window.width(), window.height()}, faults);
  };
  if (window.is_waiting()) {
    const End end = wait_for_monitor(window, stop);
    if (end != End::monitor_there) return end_status(end);
    // Only now can the monitor be asked for its size.
    if (settings.screen.mm_source != SizeSource::settings) {
      read = runtime::first_settings(options.source, options.display);
      reopen();
    }
  }
  End end = show(opened, window, clock, options, faults, stop);
  for (; end == End::turned; end = show(opened, window, clock, options, faults, stop)) {
    settings.screen = turned(settings.screen);
    platform::log("anteroom: the desktop was turned; the screen is now taken as " +
                  std::to_string(std::lround(settings.screen.width_mm)) + " x " +
                  std::to_string(std::lround(settings.screen.height_mm)) + " mm");
    reopen();
  }
  const int status = end_status(end);
  // The painter may spend seconds on a picture. At most a cached picture is lost by not waiting for it.
  if (!opened.runtime->idle_within(Millis(300))) {
    platform::settle_log();
    std::_Exit(status);
  }
  return status;
}

}  // namespace

int run(const RunOptions& options) {
  platform::map_large_blocks();
  platform::prepare_environment();
  const platform::LogKeeper log;
  platform::StopSignals stop(fine);
  platform::handle_x11_errors(display_gone);
  if (!platform::display_available()) {
    platform::log("anteroom: error: there is no display; `" +
                  assembly::own_command("render --out DIR", options.source) + "` writes the screens as pictures");
    return does_not_hold;
  }
  return show_all(options, stop);
}

}  // namespace anteroom::commands
