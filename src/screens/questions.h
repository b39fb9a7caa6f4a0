// The questions that a patient has kept, to be shown at the visit or carried along in a telephone.
#pragma once

#include <cstddef>

#include "model/state.h"
#include "screens/view.h"

namespace anteroom::screens {

// Each kept question in the patient's language, large, and below it in the clinic's where that is another, with a
// button that takes it out; beside or above them a QR code with as many of them as can be read from where the patient
// is, and what they are for. Where letters are large, the code has the last part for itself. `part`: of a list that
// does not fit the screen; if there are fewer, the last one. Requires: state.card.
scene::Scene questions(const View& view, const State& state, std::size_t part);

}  // namespace anteroom::screens
