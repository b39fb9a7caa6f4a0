#include "report/signature_report.h"

#include <algorithm>
#include <chrono>
#include <set>

#include "source/printable.h"

namespace anteroom::report {

namespace {

// "`title` (line 9), the picture and 3 more"
std::string changed_in_words(const std::vector<std::string>& names) {
  constexpr std::size_t most = 4;
  std::string list;
  for (std::size_t i = 0; i < std::min(most, names.size()); ++i) list += (i > 0 ? ", " : "") + names[i];
  return names.size() > most ? list + " and " + std::to_string(names.size() - most) + " more" : list;
}

std::string state_of(const review::TextReview& review, bool is_over) {
  if (!review.signature) return "not signed";
  const review::Signature& signature = *review.signature;
  const std::string who = "signed by " + source::printable(signature.reviewer) +
                          (signature.speaker.empty() ? "" : ", read by " + source::printable(signature.speaker) + ",") +
                          " on " + anteroom::in_digits(signature.on);
  const std::string until = (is_over ? "; its review ended on " : ", until ") + anteroom::in_digits(signature.by);
  if (review.is_signed()) return who + until;
  return "draft since a change of " + changed_in_words(review.changes.names) + "; " + who + until;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width > text.size() ? width - text.size() : 0, ' ');
}

struct Widths {
  std::size_t card = 0, languages = 0;
};

Widths widths_of(const std::vector<SignatureRow>& rows) {
  Widths widths{std::string("card").size(), std::string("languages").size()};
  for (const SignatureRow& row : rows) {
    widths.card = std::max(widths.card, row.card.size());
    widths.languages = std::max(widths.languages, joined(row.languages).size());
  }
  return widths;
}

std::string line_of(const SignatureRow& row, const Widths& widths) {
  return padded(row.card, widths.card) + "  " + padded(joined(row.languages), widths.languages) + "  " + row.state +
         "\n";
}

}  // namespace

std::vector<SignatureRow> signature_rows(const content::PackFiles& files, Date today) {
  std::vector<SignatureRow> rows;
  const std::vector<std::string>& languages = files.head.pack.languages;
  for (const content::CardFile& file : files.cards) {
    if (!file.is_valid) continue;
    const std::size_t first = rows.size();
    for (std::size_t i = 0; i < languages.size(); ++i) {
      if (!file.card.has_text(i)) continue;
      const review::TextReview& review = file.reviews[i];
      const bool is_over =
          review.signature && std::chrono::sys_days(review.signature->by) < std::chrono::sys_days(today);
      const std::string state = state_of(review, is_over);
      const auto same = std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.end(),
                                     [&state](const SignatureRow& row) { return row.state == state; });
      if (same != rows.end()) {
        same->languages.push_back(languages[i]);
      } else {
        rows.push_back({file.card.id, {languages[i]}, state, review.is_signed() && !is_over});
      }
    }
  }
  return rows;
}

std::string signature_table(const std::vector<SignatureRow>& rows) {
  if (rows.empty()) return {};
  const Widths widths = widths_of(rows);
  std::string table = line_of({"card", {"languages"}, "review"}, widths);
  for (const SignatureRow& row : rows) table += line_of(row, widths);
  return table;
}

std::string signature_summary(const std::vector<SignatureRow>& rows, const std::string& list) {
  constexpr std::size_t most = 8;
  if (rows.empty()) return {};
  std::vector<SignatureRow> open;
  std::set<std::string> cards, not_whole;
  for (const SignatureRow& row : rows) {
    cards.insert(row.card);
    if (row.is_signed) continue;
    open.push_back(row);
    not_whole.insert(row.card);
  }
  const bool is_none = std::all_of(rows.begin(), rows.end(), [](const auto& row) { return row.state == "not signed"; });
  if (is_none) return "no clinician has signed the cards, and patients read so\n";
  const std::string count = std::to_string(cards.size() - not_whole.size()) + " of " + std::to_string(cards.size()) +
                            (cards.size() == 1 ? " card is" : " cards are") + " signed in all languages";
  std::string text = count + (open.empty() ? "" : "; the others:") + "\n";
  const Widths widths = widths_of(open);
  for (std::size_t i = 0; i < std::min(most, open.size()); ++i) text += "  " + line_of(open[i], widths);
  if (open.size() > most) text += "  and " + std::to_string(open.size() - most) + " more: " + list + "\n";
  return text;
}

}  // namespace anteroom::report
