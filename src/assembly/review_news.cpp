#include "assembly/review_news.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "model/wall_clock.h"
#include "source/printable.h"

namespace anteroom::assembly {

namespace {

using std::chrono::days;
using std::chrono::local_days;

// What leaves the loop on one day.
struct Ending {
  std::vector<std::string> cards;  // "`paper`", "`paper` in `ar`, `fr`"
  bool is_partly = false;          // some of them stay in other languages
};

// The cards of the screen by the last day on which they are shown.
struct Endings {
  std::map<local_days, Ending> days;
  std::size_t left = 0;  // cards whose last day is not over in some language
};

std::string in_a_list(const std::vector<std::string>& words) {
  constexpr std::size_t most = 8;
  std::string list;
  for (std::size_t i = 0; i < std::min(most, words.size()); ++i) list += (i > 0 ? ", " : "") + words[i];
  return words.size() > most ? list + " and " + std::to_string(words.size() - most) + " more" : list;
}

// The offered languages of `card` by its last day in them; none of a pack without any date, which is reported as a
// fault.
std::map<local_days, std::vector<std::string>> last_days(const Content& content, const Card& card) {
  std::map<local_days, std::vector<std::string>> all;
  for (const std::size_t language : offered_languages(content)) {
    if (!card.has_text(language)) continue;
    const std::optional<Date> last = last_day(content.pack, card, language);
    if (last) all[local_days(*last)].push_back(source::in_ticks(content.pack.languages[language]));
  }
  return all;
}

Endings endings_of(const Content& content, local_days today) {
  Endings endings;
  for (const Card& card : content.pack.cards) {
    if (!card.shown_on(content.settings.role)) continue;
    const auto all = last_days(content, card);
    if (!all.empty() && all.rbegin()->first >= today) ++endings.left;
    for (const auto& [last, languages] : all) {
      if (last - today > review_notice) continue;
      Ending& ending = endings.days[last];
      const bool is_whole = all.size() == 1;
      ending.is_partly = ending.is_partly || !is_whole;
      ending.cards.push_back(source::in_ticks(card.id) + (is_whole ? "" : " in " + in_a_list(languages)));
    }
  }
  return endings;
}

std::string in_days(days left) {
  if (left.count() == 0) return "today";
  return "in " + std::to_string(left.count()) + (left.count() == 1 ? " day" : " days");
}

std::string line_of(local_days last, const Ending& ending, local_days today, bool is_any_left) {
  const bool is_one = ending.cards.size() == 1;
  const std::string what = "the review of " + in_a_list(ending.cards);
  const std::string screen = ending.is_partly ? "the screen in these languages" : "the screen";
  const std::string day = anteroom::in_digits(Date(last));
  if (last >= today) {
    return "anteroom: warning: " + what + " ends " + in_days(last - today) + ", on " + day + "; then " +
           (is_one ? "it leaves " : "they leave ") + screen + ", unless reviewed and signed again (`anteroom sign`)";
  }
  return "anteroom: error: " + what + " ended on " + day + ", so " + (is_one ? "it is" : "they are") + " not on " +
         screen + " until reviewed and signed again (`anteroom sign`)" +
         (is_any_left ? "" : "; no card is left, so the screen asks patients to ask at the desk");
}

// The same for all days on which the same is to be said once.
std::string stage_of(days left) {
  constexpr std::array stages{0, 1, 3, 7, 14};
  if (left < days(0)) return "over";
  const auto* stage = std::find_if(stages.begin(), stages.end(), [left](int each) { return left <= days(each); });
  return stage == stages.end() ? "due" : std::to_string(*stage);
}

}  // namespace

std::vector<std::string> about_reviews(const Content& content, WallTime now) {
  std::vector<std::string> lines;
  if (!is_possible(content, now)) return lines;
  const local_days today = std::chrono::floor<days>(now);
  const Endings endings = endings_of(content, today);
  for (const auto& [last, ending] : endings.days) lines.push_back(line_of(last, ending, today, endings.left > 0));
  return lines;
}

std::string about_drafts(const Content& content) {
  const std::vector<std::size_t> offered = offered_languages(content);
  std::vector<std::string> drafts;
  bool is_any_signed = false;
  for (const Card& card : content.pack.cards) {
    if (!card.shown_on(content.settings.role)) continue;
    const auto is_signed = [&](std::size_t language) { return card.text[language].approval.has_value(); };
    const auto is_draft = [&](std::size_t language) { return card.has_text(language) && !is_signed(language); };
    is_any_signed = is_any_signed || std::any_of(offered.begin(), offered.end(), [&](std::size_t language) {
                      return card.has_text(language) && is_signed(language);
                    });
    if (std::any_of(offered.begin(), offered.end(), is_draft)) drafts.push_back(source::in_ticks(card.id));
  }
  const bool are_held = content.pack.review.holds_unsigned;
  if (drafts.empty() || (!is_any_signed && !are_held)) return "";
  if (!is_any_signed) {
    return "anteroom: error: no card is signed, and `unsigned` in pack.toml holds them back, so the screen asks "
           "patients to ask at the desk (`anteroom sign`)";
  }
  const std::string what = "anteroom: warning: not signed as " +
                           std::string(drafts.size() == 1 ? "it is" : "they are") + " now: " + in_a_list(drafts) + "; ";
  return what + (are_held ? "held back until signed, urgent cards alone are shown (`anteroom sign`)"
                          : "patients read that no clinician has reviewed it (`anteroom sign`)");
}

std::vector<std::string> ReviewNews::news(const Content& content, WallTime now) {
  const WallTime minute = std::chrono::floor<std::chrono::minutes>(now);
  if (looked_ == minute) return {};
  looked_ = minute;
  all_ = about_reviews(content, now);
  std::vector<std::string> news;
  std::set<std::string> said;
  const local_days today = std::chrono::floor<days>(now);
  const Endings endings = all_.empty() ? Endings{} : endings_of(content, today);
  std::size_t i = 0;
  for (const auto& [last, ending] : endings.days) {
    const std::string key = stage_of(last - today) + anteroom::in_digits(Date(last)) + in_a_list(ending.cards) +
                            (endings.left > 0 ? "" : " none left");
    if (!said_.contains(key)) news.push_back(all_[i]);
    said.insert(key);
    ++i;
  }
  said_ = std::move(said);
  return news;
}

}  // namespace anteroom::assembly
