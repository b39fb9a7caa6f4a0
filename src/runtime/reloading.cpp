#include "runtime/reloading.h"

#include <string>
#include <utility>

#include "model/carry_over.h"
#include "platform/log.h"
#include "platform/wake.h"
#include "runtime/without_outcome.h"

namespace anteroom::runtime {

namespace {

constexpr std::chrono::seconds until_silent{15};
constexpr const char* about_silence = " does not answer; the cards stay as they are";

}  // namespace

Reloading::Reloading(Runtime& runtime, ContentWatch& watch, NamedFaults logged)
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
  if (std::string unkept = watch_.unkept(); unkept != unkept_) {
    unkept_ = std::move(unkept);
    has_news_ = true;
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

std::set<std::string> Reloading::faults() const {
  std::set<std::string> faults = named_.for_staff();
  if (!unkept_.empty()) faults.insert("anteroom: " + unkept_);
  if (!silent_.empty()) faults.insert("anteroom: " + silent_ + about_silence);
  return faults;
}

void Reloading::report_silence() {
  std::string silent = watch_.silent_for(until_silent);
  if (!silent.empty() && silent_.empty()) {
    platform::log("anteroom: " + silent + about_silence);
  } else if (silent.empty() && !silent_.empty()) {
    platform::log("anteroom: " + silent_ + " answers again");
  }
  has_news_ = has_news_ || silent != silent_;
  silent_ = std::move(silent);
}

void Reloading::report(const Reread& reread, Now now) {
  bool is_news = !reread.pack.changed.empty() || !reread.pack.removed.empty() || reread.has_new_settings;
  if (reread.settings_stay && !settings_stay_) {
    platform::log("anteroom: settings faulty: the screen keeps the settings it had");
  }
  settings_stay_ = reread.settings_stay;
  if (reread.has_new_settings) platform::log("anteroom: the settings were read again");
  NamedFaults faults;
  for (const source::Diagnostic& fault : reread.diagnostics.sorted()) {
    const std::string text = source::to_text(reread.settings_stay ? without_outcome(fault) : fault);
    faults.add(fault, text);
    if (named_.contains(text)) continue;
    platform::log(text);
    is_news = true;
  }
  named_ = std::move(faults);
  has_news_ = true;
  const std::size_t cards = reread.pack.loaded.content.pack.cards.size();
  is_news = is_news || cards != runtime_.kiosk().content().pack.cards.size();
  if (is_news) platform::log("anteroom: the cards were read again: " + summary(reread));
  for (const std::string& key : reread.fixed) {
    if (fixed_.insert(key).second) platform::log("anteroom: a change of `" + key + "` has to wait for a restart");
  }
  for (const std::string& remark : reread.pack.remarks) platform::log("anteroom: " + remark);
  receipt_.add(reread);
  taken_text_ = receipt_.text_taken(reread, now.wall);
  watch_.write_receipt(receipt_.text(reread, now.wall));
}

void Reloading::take(Reread reread, Now now) {
  is_unseen_ = false;
  receipt_.clear();
  watch_.write_receipt(taken_text_);
  watch_.discard(runtime_.show(std::move(reread.pack.loaded), now));
  card_since_ = runtime_.kiosk().state().moments.card_since;
}

}  // namespace anteroom::runtime
