#include "model/pack.h"

namespace anteroom {

std::optional<Date> last_day(const Review& review) {
  if (review.by.ok()) return review.by;
  if (!review.on.ok()) return std::nullopt;
  const Date later = review.on + std::chrono::months(12);
  return later.ok() ? later : later.year() / later.month() / std::chrono::last;
}

void drop_language(Pack& pack, std::size_t index) {
  const auto at = static_cast<std::ptrdiff_t>(index);
  const auto erase = [at](auto& list) { list.erase(list.begin() + at); };
  erase(pack.languages);
  erase(pack.source);
  for (Card& card : pack.cards) erase(card.text);
}

}  // namespace anteroom
