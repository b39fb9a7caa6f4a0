// Layers as PNG files.
#pragma once

#include <filesystem>
#include <string>

#include "paint/pixels.h"

namespace anteroom::paint {

// Writes `layer` to `file`, the same bytes for the same pixels. Returns why it could not, in words; empty: written.
std::string write_png(const Layer& layer, const std::filesystem::path& file);

// The picture in a PNG file as a layer, for comparing with a golden; an empty layer when it cannot be read.
Layer read_png(const std::filesystem::path& file);

}  // namespace anteroom::paint
