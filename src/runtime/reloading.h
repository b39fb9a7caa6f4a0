// Brings content that was read again to the running kiosk, when it takes nothing from anybody.
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

  // Between the kiosk's tick and its frame: takes what was read again when one card gives way to the next, or none is
  // shown, and nobody uses the screen. Names its faults, each once, and says how many cards there are if anything is
  // new.
  void go_on(Now now);

 private:
  void take(Reread reread, Now now);

  Runtime& runtime_;
  ContentWatch& watch_;
  MonoTime card_since_;
  std::optional<Reread> next_;
  assembly::PackStamps taken_;   // of what was taken last
  std::set<std::string> named_;  // faults
};

}  // namespace anteroom::runtime
