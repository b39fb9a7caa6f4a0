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

// The words that large letters tell while `shown` is the exhibit's part, beside the exhibit: the room that they have
// there, the same for all parts, and the pieces that are told one after the other, at least one.
struct ExhibitPieces {
  double words_mm = 0;  // as exhibit_areas takes it
  bool titled = false;  // the exhibit's title is above them, small, where the part's name is on a button
  std::vector<std::string> pieces;
};
ExhibitPieces told_beside(const View& view, const Card& card, const CardText& text, std::optional<std::size_t> shown);

// The words of the page in `area`. `part`: with large letters, which piece of them.
std::vector<scene::Item> exhibit_words(const View& view, const Card& card, const CardText& text,
                                       const ExhibitState& state, const DetailPart& part, const scene::Rect& area);

}  // namespace anteroom::screens
