#include <algorithm>

#include "model/state.h"

namespace anteroom {

namespace {

std::size_t exhibit_page_count(const Card& card) {
  return std::holds_alternative<std::monostate>(card.exhibit) ? 0 : 1;
}

}  // namespace

std::size_t detail_page_count(const Card& card, std::size_t language) {
  const CardText& text = card.text[language];
  // A card with none of them shows its front again.
  return std::max<std::size_t>(1, exhibit_page_count(card) + text.pages.size() + (text.ask.empty() ? 0 : 1));
}

std::optional<std::size_t> text_page(const Card& card, std::size_t page) {
  const std::size_t before = exhibit_page_count(card);
  return page < before ? std::nullopt : std::optional(page - before);
}

}  // namespace anteroom
