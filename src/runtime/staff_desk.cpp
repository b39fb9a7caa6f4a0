#include "runtime/staff_desk.h"

#include <limits>
#include <utility>

#include "model/motion.h"
#include "paint/rotate.h"
#include "platform/log.h"
#include "platform/pointer.h"
#include "platform/wake.h"
#include "runtime/write_whole.h"
#include "staff/pin_hash.h"

namespace anteroom::runtime {

namespace {

using std::chrono::seconds;

std::string in_words(WallTime time) {
  return in_digits(date_of(time)) + " " + in_digits(minute_of_day(time));
}

const char* name_of(StaffPlace place) {
  switch (place) {
    case StaffPlace::pin:
      return "the PIN pad is open";
    case StaffPlace::panel:
      return "the PIN was right; the panel is open";
    case StaffPlace::cleaning:
      return "the screen is being cleaned and takes no touch";
    case StaffPlace::none:
      break;
  }
  return "the screen is back to the cards";
}

void log_of_staff(const std::string& what) {
  platform::log("anteroom: staff: " + what);
}

}  // namespace

StaffDesk::StaffDesk(app::Kiosk& kiosk, const std::filesystem::path& state_folder, Now now) : kiosk_(kiosk) {
  file_ = staff_file(state_folder);
  recall(now);
  kept_ = logged_ = kept_of(kiosk_.state());
  place_ = kiosk_.state().staff.place;
}

StaffMemory StaffDesk::kept_of(const State& state) {
  return {state.staff.wrong, state.hidden, state.dark_until, state.staff.cleaned};
}

void StaffDesk::recall(Now now) {
  const StaffMemory memory = read_staff_memory(file_, now.wall);
  if (memory.wrong > 0) kiosk_.act(RecallWrongPins{memory.wrong}, now);
  if (memory.dark_until) kiosk_.act(DarkUntil{memory.dark_until}, now);
  if (memory.cleaned) kiosk_.act(RecallCleaned{*memory.cleaned}, now);
  for (const auto& [card, until] : memory.hidden) kiosk_.act(HideCard{card, until}, now);
}

void StaffDesk::check_pin(Now now) {
  const Staff& staff = kiosk_.state().staff;
  if (staff.checking && !checked_.valid()) {
    std::packaged_task<bool()> check([hash = kiosk_.content().settings.staff.pin_hash, pin = staff.digits] {
      return staff::is_right_pin(hash, pin);
    });
    checked_ = check.get_future();
    checker_ = std::jthread([check = std::move(check)]() mutable {
      check();
      platform::wake();  // only now is the answer there
    });
  }
  if (checked_.valid() && checked_.wait_for(seconds(0)) == std::future_status::ready) {
    kiosk_.act(PinChecked{checked_.get()}, now);
  }
}

void StaffDesk::log_news(Now now) {
  const State& state = kiosk_.state();
  const StaffMemory is = kept_of(state);
  if (is.wrong > logged_.wrong) {
    const seconds lock = pin_lock(is.wrong);
    log_of_staff("a wrong PIN, " + std::to_string(is.wrong) + " in a row" +
                 (lock.count() == 0 ? "" : "; none is taken for " + std::to_string(lock.count()) + " s"));
  }
  if (state.staff.place != place_) log_of_staff(name_of(state.staff.place));
  place_ = state.staff.place;
  for (const auto& [card, until] : is.hidden) {
    const auto before = logged_.hidden.find(card);
    if (before != logged_.hidden.end() && before->second == until) continue;
    log_of_staff("the card " + card + " is hidden until " + in_words(until));
  }
  for (const auto& [card, until] : logged_.hidden) {
    if (!is.hidden.contains(card)) log_of_staff("the card " + card + " is shown again");
  }
  if (is.dark_until != logged_.dark_until) {
    log_of_staff(is.dark_until && *is.dark_until > now.wall ? "the screen is dark until " + in_words(*is.dark_until)
                                                            : "the screen is no longer dark");
  }
  logged_ = is;
}

void StaffDesk::keep(Now now) {
  StaffMemory is = kept_of(kiosk_.state());
  if (is == kept_) return;
  kept_ = is;
  if (file_.empty()) return;
  const std::string text = to_json(is, now.wall);
  if (!write_whole(file_, text)) log_of_staff("what was done cannot be kept: " + file_.string() + " cannot be written");
}

void StaffDesk::touch(const app::Contact& contact, Now now) {
  if (!has_panel() || !panel_ || (finger_ && *finger_ != contact.id)) return;
  if (!finger_ && contact.phase != ContactPhase::down) return;  // it came down on the PIN pad
  finger_ = contact.phase == ContactPhase::up ? std::nullopt : std::optional(contact.id);
  panel_->touch(contact.phase, contact.at);
  kiosk_.act(StaffTouch{}, now);
}

void StaffDesk::tell(staff::Facts facts, MonoTime now) {
  facts_ = std::move(facts);
  told_ = now;
  is_new_ = true;
}

MonoTime StaffDesk::next_frame() const {
  if (!has_panel()) return MonoTime::max();
  if (!panel_ || is_new_ || !told_) return MonoTime{};
  return panel_->has_more() ? drawn_ + frame_time : *told_ + facts_age;
}

void StaffDesk::carry_out(const staff::Wish& wish, platform::Voice& voice, Now now) {
  if (const auto* action = std::get_if<Action>(&wish)) return kiosk_.act(*action, now);
  told_.reset();  // what was done is to be seen
  if (const auto* say = std::get_if<staff::SaySomething>(&wish)) {
    const InterfaceWords& words = words_for(kiosk_.content(), say->language);
    constexpr std::uint64_t not_of_a_patient = std::numeric_limits<std::uint64_t>::max();
    constexpr int loud = 80;
    voice.say({not_of_a_patient, words.say("greeting") + ". " + words.say("touch") + ".", say->language, loud});
    return log_of_staff("the voice speaks " + say->language);
  }
  wishes_.push_back(wish);
}

bool StaffDesk::draw(const paint::FaceTable& faces, platform::Glass& glass, platform::Voice& voice, bool anew,
                     Now now) {
  const Screen& screen = kiosk_.content().settings.screen;
  const platform::Area area = platform::area_on_glass(screen, glass.width(), glass.height());
  const int width = screen.lies_on_side() ? area.height : area.width;
  const int height = screen.lies_on_side() ? area.width : area.height;
  if (!panel_ || layer_.width != width || layer_.height != height) {
    panel_ = std::make_unique<staff::Panel>(
        faces, staff::GlassSize{screen.width_mm, screen.height_mm, width, height, screen.viewing_distance_mm},
        words_for(kiosk_.content(), first_language(kiosk_.content())));
    layer_ = paint::Layer(width, height);
    finger_.reset();
  } else if (!anew && !is_new_ && !panel_->has_more()) {
    return false;
  }
  is_new_ = false;
  const float seconds = std::chrono::duration<float>(now.mono - drawn_).count();
  drawn_ = now.mono;
  const std::vector<staff::Wish> wishes = panel_->draw(facts_, seconds, layer_);
  if (screen.rotation == 0) glass.show(layer_, area, {});
  if (screen.rotation != 0) glass.show(paint::rotate(layer_, screen.rotation), area, {});
  for (const staff::Wish& wish : wishes) carry_out(wish, voice, now);
  return true;
}

void StaffDesk::go_on(Now now) {
  if (!has_panel() && panel_) {
    panel_.reset();
    layer_ = {};
    told_.reset();
    finger_.reset();
  }
  check_pin(now);
  log_news(now);
  keep(now);
}

}  // namespace anteroom::runtime
