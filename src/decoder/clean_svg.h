// Prepares SVG files for librsvg: inspects them, and rewrites them without what it cannot draw as intended.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "decode/decoded.h"
#include "decode/request.h"

namespace anteroom::decoder {

struct CleanSvg {
  std::string text;   // UTF-8; without entities, text, scripts and external links
  std::string fault;  // why the picture cannot be shown as intended, in words; empty: it can
  int fault_line = 0;
  std::vector<decode::Remark> remarks;
  std::map<std::string, std::string> ids;  // of the layers that the file has: by their names, as written in `text`
  std::map<std::string, int> places;   // of those layers in the order of the file, which draws the later ones on top
  std::set<std::string> hidden;        // those of them that are not visible in the whole picture
  std::vector<std::string> ambiguous;  // names that are no id and several labels
  bool has_contrast_colors = false;    // its styles ask whether contrast is to be high
  std::vector<std::string> names;      // if a layer is not found: what there is, at most PictureFacts::max_names
};

// The SVG file `bytes`. What is not visible is not inspected; `layers` are the ids or Inkscape labels of elements that
// are drawn separately, and so are visible. In `text` those of `revealed` are visible even if the file hides them.
// Its style sheets apply as they do for `contrast`. `depth`: how many SVGs it is nested in. `only`: nothing else is
// drawn. Linear in time, except for embedded pictures, which are read completely.
CleanSvg clean_svg(std::string_view bytes, const std::vector<std::string>& layers,
                   const std::vector<std::string>& revealed, decode::Contrast contrast, int depth = 0,
                   const std::optional<decode::Between>& only = {});

}  // namespace anteroom::decoder
