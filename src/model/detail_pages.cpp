#include <algorithm>

#include "model/state.h"

namespace anteroom {

namespace {

std::size_t exhibit_pages(const Card& card) {
  return std::holds_alternative<std::monostate>(card.exhibit) ? 0 : 1;
}

}  // namespace

std::size_t detail_pages(const Card& card, std::size_t language) {
  // A card with neither still shows its question and its source, or its front again.
  return std::max<std::size_t>(1, exhibit_pages(card) + card.text[language].pages.size());
}

std::optional<std::size_t> text_page(const Card& card, std::size_t page) {
  const std::size_t before = exhibit_pages(card);
  return page < before ? std::nullopt : std::optional(page - before);
}

}  // namespace anteroom
