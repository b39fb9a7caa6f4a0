#include "model/pack.h"

#include <algorithm>

namespace anteroom {

std::optional<std::size_t> lead_of(const Pack& pack) {
  if (pack.lead_card.empty()) return std::nullopt;
  const auto at = std::find_if(pack.cards.begin(), pack.cards.end(),
                               [&pack](const Card& card) { return card.id == pack.lead_card; });
  return at == pack.cards.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - pack.cards.begin()));
}

std::optional<Date> last_day(const Review& review) {
  if (review.by.ok()) return review.by;
  if (!review.on.ok()) return std::nullopt;
  const Date later = review.on + std::chrono::months(12);
  return later.ok() ? later : later.year() / later.month() / std::chrono::last;
}

namespace {

bool is_signed_in_any_language(const Card& card) {
  return std::any_of(card.text.begin(), card.text.end(), [](const CardText& text) { return text.review_by.ok(); });
}

}  // namespace

std::optional<Date> last_day(const Pack& pack, const Card& card) {
  if (!is_signed_in_any_language(card)) return card.review_by.ok() ? card.review_by : last_day(pack.review);
  std::optional<Date> latest;
  for (std::size_t language = 0; language < card.text.size(); ++language) {
    if (!card.has_text(language)) continue;
    const std::optional<Date> last = last_day(pack, card, language);
    if (last && (!latest || std::chrono::sys_days(*last) > std::chrono::sys_days(*latest))) latest = last;
  }
  return latest;
}

std::optional<Date> last_day(const Pack& pack, const Card& card, std::size_t language) {
  if (language < card.text.size() && card.text[language].review_by.ok()) return card.text[language].review_by;
  return is_signed_in_any_language(card) ? last_day(pack.review) : last_day(pack, card);
}

bool waits_for_signature(const Pack& pack, const Card& card, std::size_t language) {
  if (!pack.review.holds_unsigned || card.text[language].approval) return false;
  return !card.is_urgent || std::none_of(pack.cards.begin(), pack.cards.end(), [language](const Card& other) {
    return !other.is_urgent && other.has_text(language) && other.text[language].approval.has_value();
  });
}

void show_first_language(Pack& pack) {
  for (Card& card : pack.cards) {
    if (card.text.empty() || !card.has_text(0)) continue;
    for (std::size_t i = 1; i < card.text.size(); ++i) {
      if (card.has_text(i)) continue;
      card.text[i] = card.text[0];
      card.text[i].language = pack.languages[0];
    }
  }
}

void drop_language(Pack& pack, std::size_t index) {
  const auto at = static_cast<std::ptrdiff_t>(index);
  const auto erase = [at](auto& list) { list.erase(list.begin() + at); };
  erase(pack.languages);
  erase(pack.source);
  for (Card& card : pack.cards) erase(card.text);
}

}  // namespace anteroom
