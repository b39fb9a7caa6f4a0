// Where a text that is too long for one screenful is cut.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "screens/view.h"

namespace anteroom::screens {

// A piece of fewer lines looks like a leftover of the one before.
inline constexpr std::size_t least_lines = 3;

// `body`, in `times` the size of body text, cut into pieces of `width_mm`, the first at most `height_mm` high, the
// others `next_mm` (none: the same), which have no heading above them: at least one, in order, no word lost; all but
// the last leave room for the sign that the text goes on. Of all ways to cut it, this is the one that reads best: no
// cut before a sentence that leans on the one before (language::leans_on_previous), between a question and its answer
// or after a colon, unless they have no room on one screen; inside a sentence only if that alone is too long; then few
// pieces, equally high, none of less than least_lines. Requires: room for one line.
std::vector<std::string> split_body(const View& view, const std::string& body, double width_mm, double height_mm,
                                    double times = 1, std::optional<double> next_mm = {});

// In which paragraph of `body`, from 0, each of the `parts` begins that it was cut into.
std::vector<std::size_t> first_paragraphs(const std::string& body, const std::vector<std::string>& parts);

// How many of several `parts` have less than least_lines at `width_mm`.
std::size_t leftovers(const View& view, const std::vector<std::string>& parts, double width_mm);

// How many of `parts`, into which `body` was cut, end inside a sentence.
std::size_t broken_sentences(const View& view, const std::string& body, const std::vector<std::string>& parts);

}  // namespace anteroom::screens
