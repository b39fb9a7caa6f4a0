#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "checks/checks.h"
#include "checks/urgent_order.h"
#include "model/pack.h"
#include "source/printable.h"

namespace anteroom::checks {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

// `date` plus 12 months; the last day of the month if that is too short. Source: standards: Words.
sys_days a_year_after(Date date) {
  return sys_days(last_day(Review{date, {}, {}}).value_or(date));
}

// "`en`, `fr` and 3 more"
std::string list_of(const std::vector<std::string>& names, std::size_t max) {
  std::string list;
  for (std::size_t i = 0; i < std::min(names.size(), max); ++i) list += (i > 0 ? ", " : "") + names[i];
  return names.size() > max ? list + " and " + std::to_string(names.size() - max) + " more" : list;
}

std::vector<std::string> in_ticks(const std::vector<std::string>& names) {
  std::vector<std::string> result;
  result.reserve(names.size());
  for (const std::string& name : names) result.push_back(source::in_ticks(name));
  return result;
}

// What to do to sign `cards` in `languages`; empty: all.
std::string to_sign(const std::vector<std::string>& cards, const Remedies& remedies,
                    const std::vector<std::string>& languages = {}) {
  constexpr std::size_t most_named = 12;
  std::string names;
  for (const std::string& card : cards) names += (names.empty() ? "" : ",") + card;
  const bool are_named = !cards.empty() && cards.size() <= most_named;
  std::string tags;
  for (const std::string& language : languages) tags += (tags.empty() ? " --languages " : ",") + language;
  return "run `" + remedies.program + " sign --reviewer NAME" + (are_named ? " --cards " + names : "") + tags +
         remedies.options + "`";
}

// The languages of a card for which `chosen` is true.
template <typename Chosen>
std::vector<std::string> languages_of(const content::CardFile& file, const std::vector<std::string>& languages,
                                      Chosen chosen) {
  std::vector<std::string> tags;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (file.card.has_text(i) && chosen(file.reviews[i])) tags.push_back(languages[i]);
  }
  return tags;
}

// `chosen`, if the card has other languages, too: what is signed in those should stay as it is.
std::vector<std::string> only_these(const content::CardFile& file, const std::vector<std::string>& languages,
                                    const std::vector<std::string>& chosen) {
  const std::size_t all = languages_of(file, languages, [](const review::TextReview&) { return true; }).size();
  return chosen.size() == all ? std::vector<std::string>() : chosen;
}

// "`paper`"; "`paper` in `ar`, `fr`" if it has other languages, too.
std::string name_in(const content::CardFile& file, const std::vector<std::string>& languages,
                    const std::vector<std::string>& of_them) {
  const std::size_t all = languages_of(file, languages, [](const review::TextReview&) { return true; }).size();
  const std::string name = source::in_ticks(file.card.id);
  return of_them.size() == all ? name : name + " in " + list_of(in_ticks(of_them), of_them.size());
}

// The cards, or their languages, without a signature.
std::vector<std::string> unsigned_names(const content::PackFiles& files) {
  const std::vector<std::string>& languages = files.head.pack.languages;
  std::vector<std::string> names;
  for (const content::CardFile& file : files.cards) {
    if (!file.is_valid) continue;
    const std::vector<std::string> tags =
        languages_of(file, languages, [](const review::TextReview& each) { return !each.signature; });
    if (!tags.empty()) names.push_back(name_in(file, languages, tags));
  }
  return names;
}

bool is_any_signed(const content::PackFiles& files) {
  return std::any_of(files.cards.begin(), files.cards.end(),
                     [](const content::CardFile& file) { return file.is_valid && file.card.review_by.ok(); });
}

// The dates of [review], which hold for the cards that nobody has signed.
void check_dates_of_pack(const content::PackFiles& files, Date today, source::FileFaults& faults) {
  const content::PackFile& head = files.head;
  const Review& review = head.pack.review;
  const source::Position by = source::position_of(head.toml->values(), {"review", "by"});
  if (review.on.ok() && review.by.ok()) {
    if (sys_days(review.by) < sys_days(review.on)) {
      faults.add(rule::review_order, by,
                 "`by` is " + in_digits(review.by) + ", before the review itself on " + in_digits(review.on));
    } else if (sys_days(review.by) > a_year_after(review.on)) {
      faults.add(rule::review_long, by, "`by` is more than 12 months after `on`, " + in_digits(review.on));
    }
  }
  const std::vector<std::string> unsigned_cards = unsigned_names(files);
  const bool some_are_signed = is_any_signed(files);
  if (some_are_signed && unsigned_cards.empty()) return;
  constexpr std::size_t named = 4;
  const std::string cards =
      some_are_signed ? "the cards without a signature (" + list_of(unsigned_cards, named) + ")" : "the cards";
  const std::optional<Date> last = last_day(review);
  if (!last) {
    faults.add(rule::review_passed, source::position_of(head.toml->values(), {"review"}),
               "none of " + cards + " is shown, since neither `on` nor `by` in [review] is a date");
    return;
  }
  const days left = sys_days(*last) - sys_days(today);
  if (left < days(0)) {
    faults.add(rule::review_passed, by,
               cards + " were to be reviewed by " + in_digits(*last) + "; until then none of them is shown");
  } else if (left <= review_notice) {
    faults.add(rule::review_due, by,
               cards + " must be reviewed in " + std::to_string(left.count()) + " days, or none of them is shown");
  }
}

// One message for all that leaves on the same day, since it is reviewed together.
void check_dates_of_signatures(const content::PackFiles& files, Date today, const Remedies& remedies,
                               source::FileFaults& faults) {
  struct Ending {
    std::vector<std::string> cards, names;
    source::Position at;
  };
  const std::vector<std::string>& languages = files.head.pack.languages;
  std::map<sys_days, Ending> endings;
  for (const content::CardFile& file : files.cards) {
    for (const review::TextReview& review : file.reviews) {
      if (!file.is_valid || !review.signature) continue;
      const sys_days last = sys_days(review.signature->by);
      if (last - sys_days(today) > review_notice) continue;
      Ending& ending = endings[last];
      if (ending.cards.empty()) ending.at = review.signature->at;
      if (!ending.cards.empty() && ending.cards.back() == file.card.id) continue;
      ending.cards.push_back(file.card.id);
      ending.names.push_back(name_in(file, languages, languages_of(file, languages, [&](const auto& each) {
                                       return each.signature && sys_days(each.signature->by) == last;
                                     })));
    }
  }
  constexpr std::size_t named = 8;
  for (const auto& [last, ending] : endings) {
    const days left = last - sys_days(today);
    const bool is_one = ending.cards.size() == 1;
    const std::string cards = list_of(ending.names, named);
    if (left < days(0)) {
      faults.add(rule::review_passed, ending.at,
                 "the review of " + cards + " ended on " + in_digits(Date(last)) + ", so " +
                     (is_one ? "it is" : "they are") + " not shown until " + (is_one ? "it is" : "they are") +
                     " reviewed and signed again: " + to_sign(ending.cards, remedies));
    } else {
      faults.add(rule::review_due, ending.at,
                 "the review of " + cards + " ends in " + std::to_string(left.count()) + " days, on " +
                     in_digits(Date(last)) + "; then " + (is_one ? "it leaves" : "they leave") +
                     " the screen, unless signed again: " + to_sign(ending.cards, remedies));
    }
  }
}

// Said of one language of a card.
void check_urgent_cards(content::PackFiles& files) {
  for (const UrgentTooEarly& each : urgent_cards_too_early(files)) {
    content::CardFile& file = files.cards[each.file];
    source::Position at = source::position_of(file.table, {"when", "until"});
    if (at.line == 0) at = source::position_of(file.table, {"text"});
    source::FileFaults(file.source, file.diagnostics)
        .add(rule::review_order, at,
             "this card is urgent, and its last day, " + in_digits(each.last) + ", is before that of " +
                 source::in_ticks(each.longest) + ", " + in_digits(each.longest_last) +
                 (each.language == 0 ? "" : ", in " + source::in_ticks(files.head.pack.languages[each.language])) +
                 "; have it signed again, or let `until` be no earlier");
  }
}

// What it means for patients that nobody has signed a card.
std::string meant_for_patients(const Pack& pack, const std::string& held, const std::string& shown) {
  return pack.review.holds_unsigned ? held : shown;
}

void check_nobody(const content::PackFile& head, const Remedies& remedies, source::FileFaults& faults) {
  if (source::find_value(head.toml->values(), {"review"}) == nullptr) return;
  source::Position at = source::position_of(head.toml->values(), {"review", "reviewer"});
  if (at.line == 0) at = source::position_of(head.toml->values(), {"review"});
  const std::string& reviewer = head.pack.review.reviewer;
  faults.add(rule::no_reviewer, at,
             (reviewer.empty() ? "" : "`reviewer` is a name, not a signature: ") +
                 std::string("no clinician has signed these cards, ") +
                 meant_for_patients(head.pack, "so none of them is shown, says `unsigned`", "and patients read so") +
                 "; once one has read them, " + to_sign({}, remedies));
}

void check_unsigned(content::CardFile& file, const Pack& pack, const Remedies& remedies) {
  const std::vector<std::string>& languages = pack.languages;
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (file.card.has_text(i) && !file.reviews[i].signature) missing.push_back(languages[i]);
  }
  if (missing.empty()) return;
  source::FileFaults(file.source, file.diagnostics)
      .add(rule::unsigned_card, source::position_of(file.table, {"text", missing.front()}),
           "no clinician has signed this card in " + list_of(in_ticks(missing), languages.size()) + ", " +
               meant_for_patients(
                   pack, file.card.is_urgent ? "and only since it is urgent it is shown" : "so it is held back",
                   "and patients read so") +
               "; once one has read it, " + to_sign({file.card.id}, remedies, only_these(file, languages, missing)));
}

// One message for the languages in which the same has changed.
void check_drafts(content::CardFile& file, const Pack& pack, const Remedies& remedies) {
  const std::vector<std::string>& languages = pack.languages;
  std::vector<std::pair<const review::TextReview*, std::vector<std::string>>> drafts;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    const review::TextReview& review = file.reviews[i];
    if (!review.is_draft()) continue;
    const auto same = std::find_if(drafts.begin(), drafts.end(), [&](const auto& draft) {
      return draft.first->changes == review.changes && draft.first->signature->reviewer == review.signature->reviewer &&
             draft.first->signature->on == review.signature->on;
    });
    if (same == drafts.end()) {
      drafts.push_back({&review, {languages[i]}});
    } else {
      same->second.push_back(languages[i]);
    }
  }
  for (const auto& [review, drafted] : drafts) {
    constexpr std::size_t named = 3;
    source::Position at = review->changes.at;
    if (at.line == 0) at = source::position_of(file.table, {"text", drafted.front()});
    const std::string where = list_of(in_ticks(drafted), languages.size());
    source::FileFaults(file.source, file.diagnostics)
        .add(rule::draft_card, at,
             source::printable(review->signature->reviewer) + " signed this card in " + where + " on " +
                 in_digits(review->signature->on) + ", before a change of " + list_of(review->changes.names, named) +
                 meant_for_patients(pack,
                                    file.card.is_urgent
                                        ? "; only since it is urgent it is still shown; once one has read it, "
                                        : "; it is held back until one has read it: ",
                                    "; patients read that no clinician has reviewed it; once one has, ") +
                 to_sign({file.card.id}, remedies, only_these(file, languages, drafted)));
  }
}

// True if a speaker has read each card that is signed in language number `language`, and there is one.
bool has_speaker(const content::PackFiles& files, std::size_t language) {
  int count = 0;
  for (const content::CardFile& file : files.cards) {
    if (language >= file.reviews.size() || !file.reviews[language].signature) continue;
    if (file.reviews[language].signature->speaker.empty()) return false;
    ++count;
  }
  return count > 0;
}

// One diagnostic for all languages, since it is one task.
void check_speakers(const content::PackFiles& files, source::FileFaults& faults) {
  const content::PackFile& head = files.head;
  std::string unread;
  for (std::size_t i = 0; i < head.pack.languages.size(); ++i) {
    const std::string& language = head.pack.languages[i];
    const auto speaker = head.pack.review.speakers.find(language);
    if (speaker != head.pack.review.speakers.end() && !speaker->second.empty()) continue;
    if (!has_speaker(files, i)) unread += (unread.empty() ? "" : ", ") + language;
  }
  if (unread.empty() || source::find_value(head.toml->values(), {"review"}) == nullptr) return;
  source::Position at = source::position_of(head.toml->values(), {"review", "speakers"});
  if (at.line == 0) at = source::position_of(head.toml->values(), {"review"});
  faults.add(rule::no_speaker, at, "no speaker has signed the cards in these languages: " + unread);
}

}  // namespace

void check_reviews(content::PackFiles& files, Date today, const Remedies& remedies, source::Diagnostics& diagnostics) {
  source::FileFaults pack_faults(files.head.toml->source, diagnostics);
  source::FileFaults signature_faults(files.reviews.file->source, diagnostics);
  check_dates_of_pack(files, today, pack_faults);
  check_dates_of_signatures(files, today, remedies, signature_faults);
  check_urgent_cards(files);
  const bool some_are_signed = std::any_of(files.cards.begin(), files.cards.end(), [](const content::CardFile& file) {
    return std::any_of(file.reviews.begin(), file.reviews.end(), [](const auto& each) { return each.signature; });
  });
  const bool is_any_valid =
      std::any_of(files.cards.begin(), files.cards.end(), [](const auto& file) { return file.is_valid; });
  if (!some_are_signed && is_any_valid) check_nobody(files.head, remedies, pack_faults);
  check_speakers(files, pack_faults);
  if (!some_are_signed) return;
  for (content::CardFile& file : files.cards) {
    if (!file.is_valid) continue;
    check_unsigned(file, files.head.pack, remedies);
    check_drafts(file, files.head.pack, remedies);
  }
}

}  // namespace anteroom::checks
