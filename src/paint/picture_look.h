// Tinting, mirroring, rounding and outlining of drawn pictures, and cutting a lit spot out of one.
#pragma once

#include <string>

#include "paint/pictures.h"
#include "paint/texture_cache.h"

namespace anteroom::paint {

// Distinguishes looks of the same drawing; empty: as it was drawn.
std::string look_key(const PictureSource& source);

// `drawn` in the tint of `source`, mirrored and outlined if `source` is, and with its round corners.
Drawn with_look(const Drawn& drawn, const PictureSource& source);

// The pixels of `texture` in `spot`, which may reach beyond it. They fade out towards the round edge of the spot.
Texture lit_spot(const Texture& texture, const Area& spot);

}  // namespace anteroom::paint
