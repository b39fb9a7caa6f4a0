#include "runtime/receipt.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>
#include <string>
#include <vector>

#include "runtime/without_outcome.h"

namespace anteroom::runtime {

namespace {

// Added to the receipt of a change that is not on the screen yet.
constexpr const char* waits = "it is read, and on the screen at the next change of card, once nobody uses the screen\n";

// "cards/paper.toml, cards/results.toml and 3 more"
template <typename Places>
std::string list_of(const Places& places) {
  constexpr std::size_t max = 8;
  std::string list;
  std::size_t count = 0;
  for (const std::string& place : places) {
    if (count++ < max) list.append(count > 1 ? ", " : "").append(place);
  }
  if (count > max) list.append(" and ").append(std::to_string(count - max)).append(" more");
  return list;
}

// `changed` without what is faulty, so that it is shown as it was.
template <typename Places>
std::set<std::string> taken_of(const Reread& reread, const Places& changed) {
  std::set<std::string> taken(changed.begin(), changed.end());
  for (const std::string& place : reread.pack.stays) taken.erase(place);
  return taken;
}

template <typename Places>
std::string one_line(const Reread& reread, const Places& all_changed, const Places& removed) {
  const std::set<std::string> changed = taken_of(reread, all_changed);
  const Content& content = reread.pack.loaded.content;
  const auto cards = std::count_if(content.pack.cards.begin(), content.pack.cards.end(),
                                   [&](const Card& card) { return card.shown_on(content.settings.role); });
  std::string text = std::to_string(cards) + (cards == 1 ? " card" : " cards") + " in the loop";
  if (!changed.empty()) text += "; changed: " + list_of(changed);
  if (!removed.empty()) text += "; removed: " + list_of(removed);
  if (!reread.pack.stays.empty()) text += "; faulty, so shown as before: " + list_of(reread.pack.stays);
  return text;
}

std::string in_digits(WallTime time) {
  const Date day = date_of(time);
  const long minute = minute_of_day(time).count();
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u %02ld:%02ld", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), minute / 60, minute % 60);
  return text.data();
}

}  // namespace

void Receipt::add(const Reread& reread) {
  for (const std::string& place : reread.pack.changed) {
    waiting_.changed.insert(place);
    waiting_.removed.erase(place);
  }
  for (const std::string& place : reread.pack.removed) {
    waiting_.removed.insert(place);
    waiting_.changed.erase(place);
  }
  waiting_.remarks.insert(reread.pack.remarks.begin(), reread.pack.remarks.end());
  waiting_.has_new_settings = waiting_.has_new_settings || reread.has_new_settings;
}

std::string Receipt::text_taken(const Reread& reread, WallTime read_at) const {
  std::string text;
  if (reread.settings_stay) text = "settings faulty: the screen keeps the settings it had\n";
  if (waiting_.has_new_settings) text += "the settings were read again\n";
  for (const source::Diagnostic& fault : reread.diagnostics.sorted()) {
    text += source::to_text(reread.settings_stay ? without_outcome(fault) : fault);
  }
  for (const std::string& key : reread.fixed) {
    text.append("a change of `").append(key).append("` has to wait for a restart\n");
  }
  for (const std::string& remark : waiting_.remarks) text.append(remark).append("\n");
  text.append(in_digits(read_at)).append(" ");
  return text.append(one_line(reread, waiting_.changed, waiting_.removed)).append("\n");
}

std::string Receipt::text(const Reread& reread, WallTime read_at) const {
  const bool has_any =
      waiting_.has_new_settings || !waiting_.removed.empty() || !taken_of(reread, waiting_.changed).empty();
  return text_taken(reread, read_at) + (has_any ? waits : "");
}

std::string summary(const Reread& reread) {
  return one_line(reread, reread.pack.changed, reread.pack.removed);
}

}  // namespace anteroom::runtime
