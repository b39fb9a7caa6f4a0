#include "checks/urgent_order.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "model/pack.h"

namespace anteroom::checks {

namespace {

using std::chrono::sys_days;

// The last day on which `card` may be shown in a language by its dates; nothing if there is no such day.
std::optional<Date> last_of_all(const Pack& pack, const Card& card, std::size_t language) {
  const std::optional<Date> last = last_day(pack, card, language);
  if (!last || !card.when.until) return last;
  return std::min(sys_days(*last), sys_days(*card.when.until));
}

// The card that is shown longest in a language, other than urgent ones.
struct Longest {
  std::string card;  // empty: there is none
  sys_days last{};
};

Longest longest_in(const content::PackFiles& files, std::size_t language) {
  Longest longest;
  for (const content::CardFile& file : files.cards) {
    if (!file.is_valid || file.card.is_urgent || !file.card.has_text(language)) continue;
    const std::optional<Date> last = last_of_all(files.head.pack, file.card, language);
    if (!last || (!longest.card.empty() && sys_days(*last) <= longest.last)) continue;
    longest = {file.card.id, sys_days(*last)};
  }
  return longest;
}

}  // namespace

std::vector<UrgentTooEarly> urgent_cards_too_early(const content::PackFiles& files) {
  std::vector<UrgentTooEarly> found;
  const std::size_t languages = files.head.pack.languages.size();
  for (std::size_t card = 0; card < files.cards.size(); ++card) {
    const content::CardFile& file = files.cards[card];
    for (std::size_t i = 0; file.is_valid && file.card.is_urgent && i < languages; ++i) {
      if (!file.card.has_text(i)) continue;
      const Longest longest = longest_in(files, i);
      const std::optional<Date> last = last_of_all(files.head.pack, file.card, i);
      if (longest.card.empty() || !last || sys_days(*last) >= longest.last) continue;
      found.push_back({card, i, *last, longest.card, Date(longest.last)});
      break;
    }
  }
  return found;
}

}  // namespace anteroom::checks
