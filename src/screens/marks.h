// What shows that the screen has felt a finger or a key.
#pragma once

#include "model/session.h"
#include "scene/scene.h"

namespace anteroom::screens {

// `scene` with the target under the finger pressed and a ring around the one that the keypad is on; if that one is not
// on this screen, around the first.
scene::Scene with_marks(scene::Scene scene, const Session& session);

}  // namespace anteroom::screens
