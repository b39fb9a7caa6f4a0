// Hands reread content to the running kiosk when that interrupts nobody.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "runtime/content_watch.h"
#include "runtime/named_faults.h"
#include "runtime/receipt.h"
#include "runtime/runtime.h"

namespace anteroom::runtime {

class Reloading {
 public:
  // `logged`: the faults of the first reading, which are not logged again as long as they stay. Requires: the others
  // outlive this.
  Reloading(Runtime& runtime, ContentWatch& watch, NamedFaults logged = {});

  // To be called between the kiosk's tick and its frame. While nobody uses the screen it takes reread content: at once
  // if nothing on the screen changes by it, or if no card is shown, otherwise when one card has changed to the next.
  // Logs its faults, each once, and what has changed, and leaves that as a receipt.
  void go_on(Now now);
  // Faults of the last reading, and warnings, and what keeps the files from being read or copied, as the log names
  // them; not what the settings ask for: a card in the first language wants nothing of staff.
  std::set<std::string> faults() const;
  // True if faults() may have changed since the last call.
  bool take_news() { return std::exchange(has_news_, false); }

 private:
  void take(Reread reread, Now now);
  void report(const Reread& reread, Now now);
  void report_silence();

  Runtime& runtime_;
  ContentWatch& watch_;
  MonoTime card_since_;
  std::optional<Reread> next_;
  bool is_unseen_ = false;       // next_ changes nothing on the screen
  bool settings_stay_ = false;   // logged
  std::set<std::string> fixed_;  // keys of the settings, already reported
  Receipt receipt_;
  std::string taken_text_;  // the receipt of next_ once it is taken
  NamedFaults named_;       // faults of the last reading, logged
  std::string silent_;      // what does not answer, as logged
  std::string unkept_;      // why no copy is kept, as the watch says
  bool has_news_ = false;
};

}  // namespace anteroom::runtime
