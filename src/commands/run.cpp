#include <cstdlib>
#include <future>
#include <iostream>
#include <memory>

#include "commands/backstage.h"
#include "commands/load.h"
#include "commands/reloading.h"
#include "commands/screen_loop.h"
#include "platform/memory.h"
#include "platform/speech_dispatcher.h"
#include "platform/stop_signals.h"
#include "platform/window.h"

namespace anteroom::commands {

namespace {

// The pixels of the whole screen as it hangs.
Size hanging(const Screen& screen) {
  const bool on_side = screen.rotation % 180 != 0;
  return on_side ? Size{screen.height_px, screen.width_px} : Size{screen.width_px, screen.height_px};
}

// Most of the screen that the settings describe, so that a window shows the whole of it and can still be moved.
Size window_size(const Screen& screen) {
  const Size whole = hanging(screen);
  return {whole.width * 2 / 3, whole.height * 2 / 3};
}

}  // namespace

int run(const RunOptions& options) {
  platform::map_large_blocks();
  platform::prepare_environment();
  const platform::StopSignals stop;
  if (!platform::display_available()) {
    std::cerr << "anteroom: error: there is no display; 'anteroom render --out DIR' writes the screens as pictures\n";
    return does_not_hold;
  }
  content::Diagnostics diagnostics;
  Settings settings = load_settings(options.source, options.display, diagnostics);
  const Size size =
      options.fullscreen ? hanging(settings.screen) : options.window.value_or(window_size(settings.screen));
  const platform::Clock clock(settings.time_zone);
  const Keys keys = settings.keys;

  // A window takes longer to open than a pack to read and a card to paint: all three at once.
  std::unique_ptr<ContentWatch> watch;
  auto opening = std::async(std::launch::async, [&] {
    const std::filesystem::path config = config_file(options.source);
    Loaded loaded = load(std::move(settings), config, diagnostics);
    print(diagnostics);
    watch = std::make_unique<ContentWatch>(loaded, diagnostics.errors(), config);
    return std::make_unique<Backstage>(std::move(loaded), clock.now(), size);
  });
  platform::Window window({options.fullscreen, size.width, size.height, options.display, "Anteroom", keys});
  const std::unique_ptr<Backstage> backstage = opening.get();
  if (!window.fault().empty()) {
    std::cerr << "anteroom: error: no window can be opened: " << window.fault() << "\n";
    return does_not_hold;
  }

  {
    platform::SpeechDispatcher voice;  // silent again before anything else is waited for
    ScreenLoop loop(backstage->kiosk(), backstage->presenter(), window, clock, voice);
    Reloading reloading(*backstage, *watch);
    while (!stop.wanted()) {
      backstage->kiosk().tick(clock.now());
      reloading.go_on(clock.now());
      if (loop.advance() && options.once) {
        std::cout << "first frame\n" << std::flush;
        break;
      }
      if (!loop.rest()) break;
    }
  }
  // A picture may take the painter seconds. Nothing is written anywhere, so nothing is lost by not waiting for it.
  if (!backstage->idle_within(Millis(300))) std::_Exit(fine);
  return fine;
}

}  // namespace anteroom::commands
