// What shows that the screen has felt a finger or a key.
#pragma once

#include "model/interface_words.h"
#include "model/session.h"
#include "scene/scene.h"
#include "scene/spoken.h"
#include "text/fonts.h"

namespace anteroom::screens {

// `scene` with the target under the finger pressed, a ring around the one that the keypad is on (scene::focused), and
// what is being spoken marked: a line under a sentence, a ring around a picture or button. `words`: those that the
// scene is spoken with.
scene::Scene with_marks(scene::Scene scene, const Session& session, const scene::SpokenWords& words,
                        text::Fonts& fonts);

// How pictures and switched buttons are put into words in the view's language.
scene::SpokenWords spoken_words(const InterfaceWords& words);

}  // namespace anteroom::screens
