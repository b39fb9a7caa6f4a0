// How a picture that was drawn is wanted to look.
#pragma once

#include <string>

#include "paint/pictures.h"
#include "paint/texture_cache.h"

namespace anteroom::paint {

// What tells looks of the same drawing apart; empty: as it was drawn.
std::string look_key(const PictureSource& source);

// `drawn` in the tint of `source`, and mirrored if `source` is.
Drawn with_look(const Drawn& drawn, const PictureSource& source);

}  // namespace anteroom::paint
