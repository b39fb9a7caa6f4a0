// What the kiosk itself cannot do for staff at the screen: compare PINs, remember over a restart, write the log, draw
// the panel and pass on what is tapped there.
#pragma once

#include <filesystem>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "app/kiosk.h"
#include "platform/glass.h"
#include "platform/voice.h"
#include "runtime/staff_memory.h"
#include "staff/panel.h"

namespace anteroom::runtime {

class StaffDesk {
 public:
  // Tells `kiosk` what was kept in `state_folder` (empty: nothing is kept): how many PINs were wrong, which cards are
  // hidden, until when the screen is dark. Requires: `kiosk` outlives this.
  StaffDesk(app::Kiosk& kiosk, const std::filesystem::path& state_folder, Now now);

  // To be called whenever the kiosk may have changed. Compares a PIN that was entered in a thread of its own, which
  // wakes the event loop (platform/wake.h); logs what staff did; keeps what a restart must not undo.
  void go_on(Now now);

  // True while the panel has the screen; the kiosk's scene is then only its ground.
  bool has_panel() const { return kiosk_.state().staff.place == StaffPlace::panel; }
  // A finger on the panel, or the mouse; all but the first are ignored.
  void touch(const app::Contact& contact, Now now);
  // True if what the panel tells is older than a second.
  bool wants_facts(MonoTime now) const { return has_panel() && (!told_ || now >= *told_ + facts_age); }
  void tell(staff::Facts facts, MonoTime now);
  // When draw() would show something new.
  MonoTime next_frame() const;
  // Draws the panel if something is new, or if `anew`, and carries out what was tapped. Returns true if it did.
  // Requires: has_panel().
  bool draw(const paint::FaceTable& faces, platform::Glass& glass, platform::Voice& voice, bool anew, Now now);
  // What was tapped and neither the kiosk nor the voice does: a restart, notices. Each is returned once.
  std::vector<staff::Wish> take_wishes() { return std::exchange(wishes_, {}); }

 private:
  static constexpr std::chrono::seconds facts_age{1};
  static StaffMemory kept_of(const State& state);
  void recall(Now now);
  void check_pin(Now now);
  void log_news(Now now);
  void keep(Now now);
  void carry_out(const staff::Wish& wish, platform::Voice& voice, Now now);

  app::Kiosk& kiosk_;
  std::filesystem::path file_;  // empty: nothing is kept
  std::future<bool> checked_;
  std::jthread checker_;
  StaffMemory kept_;
  StaffMemory logged_;
  StaffPlace place_ = StaffPlace::none;
  std::unique_ptr<staff::Panel> panel_;  // while it has the screen
  paint::Layer layer_;
  staff::Facts facts_;
  std::optional<MonoTime> told_;
  bool is_new_ = false;  // the facts, since the last frame
  MonoTime drawn_{};
  std::optional<std::int64_t> finger_;
  std::vector<staff::Wish> wishes_;
};

}  // namespace anteroom::runtime
