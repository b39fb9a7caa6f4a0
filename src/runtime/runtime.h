// Everything but the window: fonts, pictures, the kiosk, and what presents its scenes in a window.
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
  // A fresh start, with the card `first` if that is in the loop. Begins to paint the first scene for a window of
  // `expected` pixels, which may still be opening.
  Runtime(assembly::Loaded loaded, Now now, assembly::Size expected, const std::string& first = {});

  // Continues with `loaded`, the reread content, as carried_over() describes. Returns the content until now. Requires:
  // its faces are those given to the constructor; may_carry_over(kiosk().state()).
  Content show(assembly::Loaded loaded, Now now);

  const paint::FaceTable& faces() const { return *faces_; }
  app::Kiosk& kiosk() { return kiosk_; }
  platform::Presenter& presenter() { return presenter_; }
  // Drops pending painting and waits, at most `time`, until nothing is being painted. Returns true if that is so.
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
