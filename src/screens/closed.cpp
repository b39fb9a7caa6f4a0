#include "screens/closed.h"

#include "model/names.h"
#include "scene/palette.h"

namespace anteroom::screens {

scene::Scene closed(const View& view) {
  scene::Scene scene = blank(view, screen_name::closed, "");
  scene.ground = scene::palette::black;
  return scene;
}

}  // namespace anteroom::screens
