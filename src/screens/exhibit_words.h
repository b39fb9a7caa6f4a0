// The words of an exhibit's page: what the part that is shown is called, and what there is to say about it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/card.h"
#include "model/exhibit_state.h"
#include "screens/detail_parts.h"
#include "screens/view.h"

namespace anteroom::screens {

// The part of the exhibit that its words are about; none: they invite to touch it. With large letters these have no
// room for both, and a timeline invites until it is touched.
std::optional<std::size_t> part_told(const View& view, const Card& card, const ExhibitState& state);

// The explanation while `shown` is the exhibit's part (none: the invitation).
std::string exhibit_caption(const CardText& text, std::optional<std::size_t> shown);

// True if the exhibit's part has a name.
bool has_name(const CardText& text, std::optional<std::size_t> shown);
// That name in `times` the size of body text, in the language of `own`. Requires: has_name.
text::Layout name_of(const View& own, const CardText& text, std::size_t shown, double width_mm, double times = 1);

// Every part that the words may be about, and the invitation (none).
std::vector<std::optional<std::size_t>> parts_told(const CardText& text);

// The room that the words have at 100 %, the same whatever is open: how high they are above the exhibit (`words_mm`, as
// exhibit_areas takes it), the size of their letters, to that of body text, and whether the title is higher than those
// of pages of text, which leaves more room below it.
struct ExhibitRoom {
  double words_mm = 0, times = 1;
  bool raised = false;
};
ExhibitRoom room_for_words(const View& view, const Card& card, const CardText& text);

// The same while `shown` is the exhibit's part. A picture that stands on the foot of its ground stays there, and the
// ground above it takes what the words leave.
double words_above_mm(const View& view, const Card& card, const CardText& text, std::optional<std::size_t> shown,
                      const DetailPart& part);

// The words of the page in `area`. `part`: with large letters, which piece of them.
std::vector<scene::Item> exhibit_words(const View& view, const Card& card, const CardText& text,
                                       const ExhibitState& state, const DetailPart& part, const scene::Rect& area);

}  // namespace anteroom::screens
