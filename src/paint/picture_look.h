// Tinting, mirroring and rounding of drawn pictures.
#pragma once

#include <string>

#include "paint/pictures.h"
#include "paint/texture_cache.h"

namespace anteroom::paint {

// Distinguishes looks of the same drawing; empty: as it was drawn.
std::string look_key(const PictureSource& source);

// `drawn` in the tint of `source`, mirrored if `source` is, and with its round corners.
Drawn with_look(const Drawn& drawn, const PictureSource& source);

}  // namespace anteroom::paint
