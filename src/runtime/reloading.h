// Hands reread content to the running kiosk when that interrupts nobody.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "runtime/content_watch.h"
#include "runtime/runtime.h"

namespace anteroom::runtime {

class Reloading {
 public:
  // Requires: both outlive this.
  Reloading(Runtime& runtime, ContentWatch& watch);

  // To be called between the kiosk's tick and its frame. Takes reread content when one card has changed to the next, or
  // none is shown, and nobody uses the screen. Logs its faults, each once, and the number of cards if anything is new.
  void go_on(Now now);

 private:
  void take(Reread reread, Now now);

  Runtime& runtime_;
  ContentWatch& watch_;
  MonoTime card_since_;
  std::optional<Reread> next_;
  assembly::PackStamps taken_;   // of the content taken last
  std::set<std::string> fixed_;  // keys of the settings, already reported
  std::set<std::string> named_;  // faults that were logged
};

}  // namespace anteroom::runtime
