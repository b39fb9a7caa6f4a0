// Where a text that is too long for one screenful is cut.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "screens/view.h"

namespace anteroom::screens {

// `body`, in `times` the size of body text, cut into pieces that are each at most `height_mm` high at `width_mm`: at
// least one, in order, no word lost. Of all ways to cut it, this is the one that reads best: few pieces, cut between
// paragraphs rather than inside them, after a colon only as a last resort, inside a sentence only if that alone is too
// long, and none almost empty while another is full. Requires: room for one line.
std::vector<std::string> split_body(const View& view, const std::string& body, double width_mm, double height_mm,
                                    double times = 1);

// How many of `parts`, into which `body` was cut, end inside a sentence.
std::size_t broken_sentences(const View& view, const std::string& body, const std::vector<std::string>& parts);

}  // namespace anteroom::screens
