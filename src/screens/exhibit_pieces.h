// What large letters tell of an exhibit, one piece after the other.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/card.h"
#include "model/exhibit_state.h"
#include "screens/detail_parts.h"
#include "screens/view.h"

namespace anteroom::screens {

// The words that large letters tell while `shown` is the exhibit's part, beside the exhibit: the room that they have
// there, the same for all parts, and the pieces that are told one after the other, at least one.
struct ExhibitPieces {
  double words_mm = 0;  // as exhibit_areas takes it
  std::vector<std::string> pieces;
};
ExhibitPieces told_beside(const View& view, const Card& card, const CardText& text, std::optional<std::size_t> shown);

// The piece of `part` in `area`, below what the exhibit or its open part is called.
std::vector<scene::Item> told_piece(const View& view, const CardText& text, std::optional<std::size_t> shown,
                                    const DetailPart& part, const scene::Rect& area);

}  // namespace anteroom::screens
