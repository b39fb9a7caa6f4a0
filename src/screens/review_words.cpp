#include "screens/review_words.h"

#include <algorithm>

namespace anteroom::screens {

bool has_source(const Pack& pack, const Card& card) {
  return !card.claims.empty() ||
         std::all_of(pack.cards.begin(), pack.cards.end(), [](const Card& each) { return each.claims.empty(); });
}

std::string unreviewed_words(const View& view, const Card& card, const CardText& text) {
  if (text.approval || !has_source(view.content.pack, card) || !view.words().has("unreviewed")) return {};
  return view.say("unreviewed");
}

}  // namespace anteroom::screens
