// What is known of an SVG picture without showing it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "decode/decoded.h"
#include "decode/request.h"

namespace anteroom::decoder {

using decode::PictureFacts;

// The size of the SVG document `bytes` and the bounds of those of its elements that have an id, or else a label, of
// `ids`; one that it lacks, or without ink, is left out.
PictureFacts svg_facts(std::string_view bytes, const std::vector<std::string>& ids);

}  // namespace anteroom::decoder
