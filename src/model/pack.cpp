#include "model/pack.h"

namespace anteroom {

void drop_language(Pack& pack, std::size_t index) {
  const auto at = static_cast<std::ptrdiff_t>(index);
  const auto erase = [at](auto& list) { list.erase(list.begin() + at); };
  erase(pack.languages);
  erase(pack.title);
  erase(pack.source);
  for (Card& card : pack.cards) erase(card.text);
}

}  // namespace anteroom
