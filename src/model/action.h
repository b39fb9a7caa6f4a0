// What can happen to the kiosk: everything that `update` understands.
#pragma once

#include <string>
#include <variant>

namespace anteroom {

// Time has passed; deadlines that lie behind it are carried out.
struct Tick {
  friend bool operator==(const Tick&, const Tick&) = default;
};
// One card on or back in the loop.
struct ShowNext {
  friend bool operator==(const ShowNext&, const ShowNext&) = default;
};
struct ShowPrevious {
  friend bool operator==(const ShowPrevious&, const ShowPrevious&) = default;
};
// The card's picture turned out not to be drawable: out of the loop until the pack is read again.
struct LeaveOut {
  std::string card;
  friend bool operator==(const LeaveOut&, const LeaveOut&) = default;
};

using Action = std::variant<Tick, ShowNext, ShowPrevious, LeaveOut>;

}  // namespace anteroom
