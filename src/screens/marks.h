// The marks of finger, keypad and voice on a scene.
#pragma once

#include "model/interface_words.h"
#include "model/session.h"
#include "scene/scene.h"
#include "scene/spoken.h"
#include "text/fonts.h"

namespace anteroom::screens {

// `scene` with these marks: a veil and a ring on the target under the finger, a ring around the target that the keypad
// is on (scene::focused), and for the voice a line under the sentence or a ring around the picture or button that is
// being spoken. `words`: those that the scene is spoken with.
scene::Scene with_marks(scene::Scene scene, const Session& session, const scene::SpokenWords& words,
                        text::Fonts& fonts);

// How pictures and switched buttons are put into words in the view's language.
scene::SpokenWords spoken_words(const InterfaceWords& words);

}  // namespace anteroom::screens
