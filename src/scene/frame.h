// Which part of a picture fills a box of another shape.
#pragma once

#include "model/exhibit.h"

namespace anteroom::scene {

// `part` of a picture that is `of_picture` times as wide as high, with as much of what is around it as gives it
// `ratio`, width by height; less where the picture ends, or what of it is `within`.
Share widened(const Share& part, double of_picture, double ratio, const Share& within = {0, 0, 1, 1});

}  // namespace anteroom::scene
