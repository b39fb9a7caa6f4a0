#include "content/misplaced_keys.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "source/printable.h"

namespace anteroom::content {

namespace {

// None of them is a key of one of the tables, too.
constexpr std::array<std::string_view, 8> card_keys = {"claims",   "picture", "show", "dwell_s",
                                                       "sequence", "stands",  "link", "layout"};

bool is_card_key(const source::TomlEntry& entry) {
  return std::find(card_keys.begin(), card_keys.end(), entry.key) != card_keys.end();
}

// "`claims`, `picture` and `show`"
std::string names_of(const std::vector<source::TomlEntry>& entries) {
  std::string names;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0) names += i + 1 == entries.size() ? " and " : ", ";
    names += source::in_ticks(entries[i].key);
  }
  return names;
}

// What is taken out of the table `value`; nothing of one that is written in braces, whose lines are plainly its own.
std::vector<source::TomlEntry> taken_from(source::TomlValue& value, source::FileFaults& faults) {
  std::vector<source::TomlEntry> taken;
  auto* table = std::get_if<source::TomlTable>(&value.is);
  if (table == nullptr || !faults.header_at(value.at).starts_with('[')) return taken;
  const auto kept = std::stable_partition(table->begin(), table->end(),
                                          [](const source::TomlEntry& entry) { return !is_card_key(entry); });
  std::move(kept, table->end(), std::back_inserter(taken));
  table->erase(kept, table->end());
  if (taken.empty()) return taken;
  const std::string header = faults.header_at(value.at);
  const bool is_one = taken.size() == 1;
  faults.add(rule::unknown_key, taken.front().at,
             names_of(taken) + (is_one ? " belongs" : " belong") + " to the card, but " +
                 (is_one ? "stands" : "stand") + " below " + header +
                 ", to which every line after it belongs, up to the next line in square brackets; move " + header +
                 ", with the lines that are its own, below " + (is_one ? "it" : "them"));
  return taken;
}

}  // namespace

void take_back_misplaced_keys(source::TomlTable& card, source::FileFaults& faults) {
  std::vector<source::TomlEntry> taken;
  const auto take = [&](source::TomlValue& value) {
    for (source::TomlEntry& entry : taken_from(value, faults)) {
      // A key that the card has in its place, too, is reported where it is used twice.
      if (source::find_entry(card, entry.key) == nullptr) taken.push_back(std::move(entry));
    }
  };
  for (source::TomlEntry& entry : card) {
    if (entry.key == "when" || entry.key == "exhibit") take(entry.value);
    auto* texts = entry.key == "text" ? std::get_if<source::TomlTable>(&entry.value.is) : nullptr;
    if (texts == nullptr) continue;
    for (source::TomlEntry& text : *texts) take(text.value);
  }
  card.insert(card.end(), std::make_move_iterator(taken.begin()), std::make_move_iterator(taken.end()));
}

}  // namespace anteroom::content
