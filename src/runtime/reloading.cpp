#include "runtime/reloading.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "model/carry_over.h"
#include "model/time.h"
#include "platform/log.h"
#include "platform/wake.h"
#include "runtime/without_outcome.h"

namespace anteroom::runtime {

namespace {

constexpr std::chrono::seconds until_silent{15};

// Added to the receipt of a change that is not on the screen yet.
constexpr const char* waits = "it is read, and on the screen at the next change of card, once nobody uses the screen\n";

// "cards/paper.toml, cards/results.toml and 3 more"
std::string list_of(const std::vector<std::string>& places) {
  constexpr std::size_t max = 8;
  std::string list;
  for (std::size_t i = 0; i < std::min(places.size(), max); ++i) list.append(i > 0 ? ", " : "").append(places[i]);
  if (places.size() > max) list.append(" and ").append(std::to_string(places.size() - max)).append(" more");
  return list;
}

std::string in_digits(WallTime time) {
  const Date day = date_of(time);
  const long minute = minute_of_day(time).count();
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u %02ld:%02ld", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), minute / 60, minute % 60);
  return text.data();
}

// What became of a change, in one line.
std::string summary(const Reread& reread) {
  const Content& content = reread.pack.loaded.content;
  const auto cards = std::count_if(content.pack.cards.begin(), content.pack.cards.end(),
                                   [&](const Card& card) { return card.shown_on(content.settings.role); });
  std::string text = std::to_string(cards) + (cards == 1 ? " card" : " cards") + " on the screen";
  if (!reread.pack.changed.empty()) text += "; changed: " + list_of(reread.pack.changed);
  if (!reread.pack.removed.empty()) text += "; removed: " + list_of(reread.pack.removed);
  if (!reread.pack.stays.empty()) text += "; faulty, so shown as before: " + list_of(reread.pack.stays);
  return text;
}

}  // namespace

Reloading::Reloading(Runtime& runtime, ContentWatch& watch, std::set<std::string> logged)
    : runtime_(runtime),
      watch_(watch),
      card_since_(runtime.kiosk().state().moments.card_since),
      named_(std::move(logged)) {}

void Reloading::go_on(Now now) {
  const State& state = runtime_.kiosk().state();
  const bool turned = state.moments.card_since != card_since_;
  card_since_ = state.moments.card_since;
  if (turned) {
    watch_.look();
    report_silence();
  }
  if (!state.left_out.empty()) watch_.trouble();
  if (std::optional<Reread> reread = watch_.take()) {
    report(*reread, now);
    next_ = std::move(reread);
    is_unseen_ =
        may_carry_over(state) && runtime_.kiosk().looks_same_with(next_->pack.loaded.content, next_->copied, now);
    // It is taken in the next turn, since the two together may take longer than a frame.
    if (!turned && state.card) {
      platform::wake();
      return;
    }
  }
  if (next_ && (turned || is_unseen_ || !state.card) && may_carry_over(state)) {
    take(*std::exchange(next_, std::nullopt), now);
  }
}

void Reloading::report_silence() {
  std::string silent = watch_.silent_for(until_silent);
  if (!silent.empty() && silent_.empty()) {
    platform::log("anteroom: " + silent + " does not answer; the cards stay as they are");
  } else if (silent.empty() && !silent_.empty()) {
    platform::log("anteroom: " + silent_ + " answers again");
  }
  silent_ = std::move(silent);
}

void Reloading::report(const Reread& reread, Now now) {
  std::string receipt;
  const bool has_changed = !reread.pack.changed.empty() || !reread.pack.removed.empty() || reread.has_new_settings;
  bool is_news = has_changed;
  const bool stays_now = reread.settings_stay && !settings_stay_;
  settings_stay_ = reread.settings_stay;
  if (reread.settings_stay) receipt = "settings faulty: the screen keeps the settings it had\n";
  if (stays_now) platform::log("anteroom: " + receipt.substr(0, receipt.size() - 1));
  if (reread.has_new_settings) {
    receipt += "the settings were read again\n";
    platform::log("anteroom: the settings were read again");
  }
  std::set<std::string> faults;
  for (const source::Diagnostic& fault : reread.diagnostics.sorted()) {
    const std::string text = source::to_text(reread.settings_stay ? without_outcome(fault) : fault);
    receipt += text;
    faults.insert(text);
    if (named_.contains(text)) continue;
    platform::log(text);
    is_news = true;
  }
  named_ = std::move(faults);
  const std::size_t cards = reread.pack.loaded.content.pack.cards.size();
  is_news = is_news || cards != runtime_.kiosk().content().pack.cards.size();
  if (is_news) platform::log("anteroom: the cards were read again: " + summary(reread));
  for (const std::string& key : reread.fixed) {
    receipt.append("a change of `").append(key).append("` has to wait for a restart\n");
    if (fixed_.insert(key).second) platform::log("anteroom: a change of `" + key + "` has to wait for a restart");
  }
  for (const std::string& remark : reread.pack.remarks) {
    receipt.append(remark).append("\n");
    platform::log("anteroom: " + remark);
  }
  receipt.append(in_digits(now.wall)).append(" ").append(summary(reread)).append("\n");
  receipt_ = std::move(receipt);
  watch_.write_receipt(receipt_ + (has_changed ? waits : ""));
}

void Reloading::take(Reread reread, Now now) {
  is_unseen_ = false;
  watch_.write_receipt(receipt_);
  watch_.discard(runtime_.show(std::move(reread.pack.loaded), now));
  card_since_ = runtime_.kiosk().state().moments.card_since;
}

}  // namespace anteroom::runtime
