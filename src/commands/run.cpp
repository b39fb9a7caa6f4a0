#include <iostream>

#include "app/kiosk.h"
#include "commands/load.h"
#include "commands/screen_loop.h"
#include "paint/ttf_fonts.h"
#include "platform/clock.h"
#include "platform/presenter.h"
#include "platform/stop_signals.h"
#include "platform/studio.h"
#include "platform/window.h"

namespace anteroom::commands {

namespace {

// Most of the screen that the settings describe, so that a window shows the whole of it and can still be moved.
Size window_size(const Screen& screen) {
  const bool on_side = screen.rotation % 180 != 0;
  const int width = on_side ? screen.height_px : screen.width_px;
  const int height = on_side ? screen.width_px : screen.height_px;
  return {width * 2 / 3, height * 2 / 3};
}

}  // namespace

int run(const RunOptions& options) {
  const platform::StopSignals stop;
  content::Diagnostics diagnostics;
  Content content = load(options.source, diagnostics);
  print(diagnostics);
  if (!platform::display_available()) {
    std::cerr << "anteroom: error: there is no display; 'anteroom render --out DIR' writes the screens as pictures\n";
    return does_not_hold;
  }

  const platform::Clock clock(content.settings.time_zone);
  const paint::FaceTable faces(paint::default_family_choices(), languages_of(content));
  paint::TtfFonts fonts(faces);
  paint::Pictures pictures(picture_cache_bytes);
  platform::Studio studio(faces, pictures);
  const Screen screen = content.settings.screen;
  const Millis transition = content.settings.loop.transition;
  app::Kiosk kiosk(std::move(content), fonts, clock.now());

  const Size size = options.window.value_or(window_size(screen));
  platform::WindowOptions window_options{options.fullscreen, size.width, size.height, options.display, "Anteroom"};
  // The first card is painted while the window opens; a full screen that turns out to have other pixels has it painted
  // again.
  platform::Presenter presenter(studio, screen, transition);
  if (options.fullscreen) {
    presenter.expect_size(screen.rotation % 180 == 0 ? screen.width_px : screen.height_px,
                          screen.rotation % 180 == 0 ? screen.height_px : screen.width_px);
  } else {
    presenter.expect_size(size.width, size.height);
  }
  presenter.want(kiosk.scene(), kiosk.scene());
  presenter.prepare();

  platform::Window window(window_options);
  if (!window.fault().empty()) {
    std::cerr << "anteroom: error: no window can be opened: " << window.fault() << "\n";
    return does_not_hold;
  }
  ScreenLoop loop(kiosk, presenter, window, clock);
  while (!stop.wanted()) {
    const ScreenLoop::Turn turn = loop.turn();
    if (options.once && turn.frame_shown) std::cout << "first frame" << std::endl;
    if (turn.close || (options.once && turn.frame_shown)) break;
  }
  return fine;
}

}  // namespace anteroom::commands
