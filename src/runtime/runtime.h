// Everything behind the glass: fonts, pictures, the kiosk and what brings its scenes to a window.
#pragma once

#include "app/kiosk.h"
#include "assembly/load.h"
#include "assembly/screen_size.h"
#include "paint/ttf_fonts.h"
#include "platform/clock.h"
#include "platform/paint_worker.h"
#include "platform/presenter.h"

namespace anteroom::runtime {

class Runtime {
 public:
  // A fresh start, whose first scene is being painted for a glass of `expected` pixels, which may still be opening.
  Runtime(assembly::Loaded loaded, Now now, assembly::Size expected);

  // Goes on with `loaded`, which was read again, as carried_over() says. Requires: its faces are those of the start;
  // may_carry_over(kiosk().state()).
  void show(assembly::Loaded loaded, Now now);

  app::Kiosk& kiosk() { return kiosk_; }
  platform::Presenter& presenter() { return presenter_; }
  // Asks for no more painting and waits until none goes on, at most `time`. Returns true if so.
  bool idle_within(Millis time) { return worker_.idle_within(time); }
  // Bytes of all layers and decoded pictures.
  std::size_t pixel_bytes() const { return presenter_.layer_bytes() + pictures_.bytes(); }

 private:
  std::shared_ptr<const paint::FaceTable> faces_;
  paint::TtfFonts fonts_;
  paint::Pictures pictures_;
  platform::PaintWorker worker_;
  app::Kiosk kiosk_;
  platform::Presenter presenter_;
};

}  // namespace anteroom::runtime
