#include "runtime/reloading.h"

#include <string>
#include <utility>

#include "model/carry_over.h"
#include "platform/log.h"

namespace anteroom::runtime {

Reloading::Reloading(Runtime& runtime, ContentWatch& watch)
    : runtime_(runtime), watch_(watch), card_since_(runtime.kiosk().state().moments.card_since) {}

void Reloading::go_on(Now now) {
  const State& state = runtime_.kiosk().state();
  const bool turned = state.moments.card_since != card_since_;
  card_since_ = state.moments.card_since;
  if (turned) watch_.look();
  if (!state.left_out.empty()) watch_.trouble();
  if (std::optional<Reread> reread = watch_.take()) next_ = std::move(reread);
  if (next_ && (turned || !state.card) && may_carry_over(state)) take(*std::exchange(next_, std::nullopt), now);
}

void Reloading::take(Reread reread, Now now) {
  bool is_news = !(reread.loaded.stamps == taken_);
  if (reread.has_new_settings) platform::log("anteroom: the settings were read again");
  for (const source::Diagnostic& fault : reread.diagnostics.sorted()) {
    std::string text = source::to_text(fault);
    if (!named_.insert(text).second) continue;
    platform::log(text);
    is_news = true;
  }
  const std::size_t cards = reread.loaded.content.pack.cards.size();
  is_news = is_news || cards != runtime_.kiosk().content().pack.cards.size();
  if (is_news) platform::log("anteroom: the cards were read again: " + std::to_string(cards) + " to show");
  for (const std::string& key : reread.fixed) {
    if (fixed_.insert(key).second) platform::log("anteroom: a change of `" + key + "` has to wait for a restart");
  }
  taken_ = reread.loaded.stamps;
  runtime_.show(std::move(reread.loaded), now);
  card_since_ = runtime_.kiosk().state().moments.card_since;
}

}  // namespace anteroom::runtime
