#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <future>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "assembly/load.h"
#include "assembly/own_command.h"
#include "assembly/released.h"
#include "assembly/review_news.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "commands/staff_facts.h"
#include "commands/staff_wishes.h"
#include "platform/input.h"
#include "platform/log.h"
#include "platform/memory.h"
#include "platform/no_network.h"
#include "platform/service_link.h"
#include "platform/speech_dispatcher.h"
#include "platform/stop_signals.h"
#include "platform/video.h"
#include "platform/window.h"
#include "platform/x11_errors.h"
#include "runtime/aside.h"
#include "runtime/first_content.h"
#include "runtime/health.h"
#include "runtime/last_card.h"
#include "runtime/named_faults.h"
#include "runtime/notice_watch.h"
#include "runtime/reloading.h"
#include "runtime/running.h"
#include "runtime/runtime.h"
#include "runtime/screen_loop.h"
#include "runtime/staff_desk.h"
#include "runtime/starts.h"
#include "runtime/usage_counting.h"

namespace anteroom::commands {

namespace {

// The size of the whole screen, in pixels, as it hangs.
assembly::Size hanging(const Screen& screen) {
  const bool on_side = screen.lies_on_side();
  return on_side ? assembly::Size{screen.height_px, screen.width_px}
                 : assembly::Size{screen.width_px, screen.height_px};
}

// Two thirds of the screen that the settings describe, so that the window fits on the desktop and can be moved.
assembly::Size window_size(const Screen& screen) {
  const assembly::Size whole = hanging(screen);
  return {whole.width * 2 / 3, whole.height * 2 / 3};
}

// True if the desktop's orientation differs from that of the screen as known: it was turned, and not by our rotation.
bool is_turned(const Screen& screen, const platform::Window& window) {
  const double width = window.width(), height = window.height();
  const assembly::Size known = hanging(screen);
  // A nearly square one counts as neither wide nor tall.
  const auto is_wide = [](double one, double other) { return one > other * 1.1; };
  return (is_wide(known.width, known.height) && is_wide(height, width)) ||
         (is_wide(known.height, known.width) && is_wide(width, height));
}

Screen turned(Screen screen) {
  std::swap(screen.width_mm, screen.height_mm);
  std::swap(screen.width_px, screen.height_px);
  return screen;
}

// Logs what is wrong with the files, each fault once, however often they are read.
class FaultLog {
 public:
  void log(const source::Diagnostics& diagnostics) {
    for (const source::Diagnostic& each : diagnostics.sorted()) {
      const std::string text = source::to_text(each);
      if (logged_.contains(text)) continue;
      platform::log(text);
      logged_.add(each, text);
    }
  }
  const runtime::NamedFaults& logged() const { return logged_; }

 private:
  runtime::NamedFaults logged_;
};

// What shows the cards, and what rereads them.
struct Opened {
  std::unique_ptr<runtime::Runtime> runtime;
  std::unique_ptr<runtime::Aside<runtime::ContentWatch>> watch;
};

Opened open_runtime(runtime::FirstSettings& read, const RunOptions& options, const platform::Clock& clock,
                    assembly::Size size, FaultLog& faults, runtime::Trust trust, const std::string& first_card) {
  runtime::FirstContent first = runtime::first_content(read.settings, std::move(read.files), options.source, trust);
  read.files = {};
  source::Diagnostics all = read.diagnostics;
  all.add_all(first.diagnostics);
  faults.log(all);
  const int error_count = all.error_count();
  auto watch = std::make_unique<runtime::Aside<runtime::ContentWatch>>(first.loaded, error_count, read.error_count,
                                                                       options.source, trust);
  // The first card's time begins now, however long its files took to be read.
  return {std::make_unique<runtime::Runtime>(std::move(first.loaded), clock.now(), size, first_card), std::move(watch)};
}

enum class End { restart, stopped, closed, first_frame, gone, turned, monitor_there };

int end_status(End end) {
  if (end == End::restart) {
    platform::log("anteroom: staff: the program is started again");
    return fine;
  }
  if (end != End::gone) return fine;
  platform::log("anteroom: error: the display has gone; ending with status " + std::to_string(display_gone));
  return display_gone;
}

// What the kiosk runs on.
struct Host {
  platform::Window& window;
  const platform::Clock& clock;
  platform::StopSignals& stop;
  platform::ServiceLink& service;
  runtime::Starts& starts;
  runtime::HealthFiles& health;
  runtime::LastCard& last_card;
};

// Id of the card in the loop; empty: there is none, or the greetings are shown.
std::string card_shown(const Opened& opened) {
  const app::Kiosk& kiosk = opened.runtime->kiosk();
  const State& state = kiosk.state();
  return state.card && !state.hello ? kiosk.content().pack.cards[*state.card].id : "";
}

constexpr const char* no_voice = "anteroom: the speech service does not answer; nothing is read aloud until it does";

// `faults`: of settings, content and notice. `loop`: null before the first frame.
runtime::Health health_of(const Opened& opened, const Host& host, const RunOptions& options,
                          std::set<std::string> faults, const runtime::ScreenLoop* loop) {
  const State& state = opened.runtime->kiosk().state();
  const Content& content = opened.runtime->kiosk().content();
  const bool is_shown = !host.window.is_waiting();
  for (std::string& fault : host.window.faults()) faults.insert(std::move(fault));
  if (!state.has_voice) faults.insert(no_voice);
  const bool has_frames = loop != nullptr && loop->frames() > 0;
  const auto age = std::chrono::duration<double>(has_frames ? host.clock.now().mono - loop->last_frame()
                                                            : MonotonicClock::duration(0));
  return {
      .screen = assembly::config_file(options.source).stem().string(),
      .version = assembly::version(),
      .pack = content.settings.content,
      .card = is_shown ? card_shown(opened) : "",
      .written_s =
          std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count(),
      .frames = loop == nullptr ? 0 : loop->frames(),
      .slow_frames = loop == nullptr ? 0 : loop->slow_frames(),
      .frame_age_s = age.count(),
      .rss_bytes = runtime::resident_bytes(),
      .cache_bytes = opened.runtime->pixel_bytes(),
      .display = is_shown,
      .touch = host.window.has_touchscreen(),
      .clock_trusted = state.clock_possible,
      .faults = {faults.begin(), faults.end()}};
}

constexpr const char* waits_for_monitor = "waiting for the monitor";

// Until it is there. Whoever watches over the screen is told meanwhile.
End wait_for_monitor(const Opened& opened, const Host& host, const RunOptions& options, const FaultLog& faults) {
  while (!host.stop.wanted()) {
    if (!host.window.is_waiting()) {
      host.health.expire();
      return End::monitor_there;
    }
    const MonoTime now = host.clock.now().mono;
    if (host.health.are_due(now)) {
      host.health.write(health_of(opened, host, options, faults.logged().for_staff(), nullptr), now);
    }
    host.service.ready(waits_for_monitor);
    host.service.alive();
    const Millis longest = std::min(host.service.longest_rest(), host.health.until_due(now));
    constexpr int for_ever = -1;
    if (host.window.wait(longest == Millis::max() ? for_ever : static_cast<int>(longest.count())).display_gone) {
      return End::gone;
    }
  }
  return End::stopped;
}

End show(const Opened& opened, const Host& host, const RunOptions& options, const FaultLog& faults) {
  const auto& [window, clock, stop, service, starts, health, last_card] = host;
  runtime::Runtime& runtime = *opened.runtime;
  platform::SpeechDispatcher voice;  // falls silent on return, before anything else is waited for
  runtime::ContentWatch& watch = **opened.watch;
  runtime::Reloading reloading(runtime, watch, faults.logged());
  runtime::Aside<runtime::NoticeWatch> notices(assembly::notice_files(options.source));
  std::optional<StaffFiles> staff_read;  // while the panel is open
  std::string staff_said;
  assembly::ReviewNews reviews;
  runtime::UsageCounting usage(assembly::state_folder(options.source), runtime.kiosk().content().settings);
  assembly::ClockTrust clock_trust(runtime.kiosk().state().clock_possible);
  const std::filesystem::path config = assembly::config_file(options.source);
  const MonoTime began = clock.now().mono;
  runtime::ScreenLoop loop(runtime.kiosk(), runtime.presenter(), window, clock, voice);
  runtime::StaffDesk staff(runtime.kiosk(), assembly::state_folder(options.source), clock.now());
  loop.serve(staff, runtime.faces());
  bool waits = window.is_waiting(), has_voice = runtime.kiosk().state().has_voice;
  std::set<std::string> of_notice;
  std::vector<std::string> of_window;
  // What staff are told on the panel, too.
  const auto faults_now = [&] {
    std::set<std::string> wrong = reloading.faults();
    wrong.insert(of_notice.begin(), of_notice.end());
    wrong.insert(reviews.all().begin(), reviews.all().end());
    if (!usage.fault().empty()) wrong.insert(usage.fault());
    if (std::string drafts = assembly::about_drafts(runtime.kiosk().content()); !drafts.empty()) {
      wrong.insert(std::move(drafts));
    }
    return wrong;
  };
  MonoTime asked_at{};  // when it was looked last whether something wants staff
  while (!stop.wanted()) {
    if (options.fullscreen && is_turned(runtime.kiosk().content().settings.screen, window)) return End::turned;
    const Now now = clock.now();
    runtime.kiosk().tick(now);
    last_card.keep(card_shown(opened));
    if (now.mono - began >= runtime::Starts::proven) starts.lasted();
    if (const std::string news = clock_trust.news(runtime.kiosk().content(), now.wall, config); !news.empty()) {
      platform::log(news);
    }
    for (const std::string& news : reviews.news(runtime.kiosk().content(), now.wall)) platform::log(news);
    if (stop.take_reload_request()) {
      watch.look();
      notices->look();
    }
    reloading.go_on(clock.now());
    if (std::optional<runtime::NoticeReading> reading = notices->take()) {
      print(reading->diagnostics);
      of_notice.clear();
      for (const source::Diagnostic& each : reading->diagnostics.sorted()) of_notice.insert(source::to_text(each));
      health.expire();
      runtime.kiosk().act(PostNotice{std::move(reading->notice)}, clock.now());
    }
    staff.go_on(clock.now());
    if (!staff.has_panel()) {
      staff_read.reset();
      staff_said.clear();
    }
    if (staff.wants_facts(clock.now().mono)) {
      if (!staff_read) {
        staff_read = read_staff_files(options.source, runtime.kiosk().content().pack, clock.now().wall);
      }
      const runtime::Health is = health_of(opened, host, options, faults_now(), &loop);
      staff.tell(staff_facts({.content = runtime.kiosk().content(),
                              .state = runtime.kiosk().state(),
                              .health = is,
                              .state_folder = assembly::state_folder(options.source),
                              .notice_files = assembly::notice_files(options.source),
                              .uptime = clock.now().mono - began,
                              .frame_ms = loop.frame_ms(),
                              .files = staff_read ? &*staff_read : nullptr,
                              .said = staff_said},
                             clock.now().wall),
                 clock.now().mono);
    }
    constexpr std::chrono::seconds asked_every{5};
    if (loop.frames() > 0 && clock.now().mono >= asked_at + asked_every) {
      asked_at = clock.now().mono;
      const bool wanted = !health_of(opened, host, options, faults_now(), &loop).faults.empty();
      if (wanted != runtime.kiosk().state().staff.wanted) runtime.kiosk().act(StaffWanted{wanted}, clock.now());
    }
    if (loop.advance() && options.once) {
      std::cout << "first frame\n" << std::flush;
      return End::first_frame;
    }
    usage.go_on(runtime.kiosk().state(), runtime.kiosk().content(), clock.now());
    if (usage.take_news()) {
      platform::log(usage.fault().empty() ? "anteroom: the counts of usage are kept again" : usage.fault());
      health.expire();
    }
    for (const staff::Wish& wish : staff.take_wishes()) {
      if (std::holds_alternative<staff::Restart>(wish)) return End::restart;
      staff_said = carry_out_wish(wish, options.source, staff_read ? &*staff_read : nullptr, clock.now().wall);
      staff_read.reset();  // read again
      notices->look();
      watch.look();
    }
    if (reloading.take_news() || window.faults() != of_window || waits != window.is_waiting()) {
      health.expire();
      asked_at = {};
    }
    of_window = window.faults();
    waits = window.is_waiting();
    if (std::exchange(has_voice, runtime.kiosk().state().has_voice) != runtime.kiosk().state().has_voice) {
      platform::log(has_voice ? "anteroom: the speech service answers again" : no_voice);
      health.expire();
    }
    const bool has_begun = loop.frames() > 0 || window.is_waiting();  // the start does not wait for a file
    // Before it says that it is ready: whoever waits for that may read them.
    if (has_begun && health.are_due(clock.now().mono)) {
      health.write(health_of(opened, host, options, faults_now(), &loop), clock.now().mono);
    }
    if (has_begun && (loop.keeps_up() || window.is_waiting())) {
      service.ready(window.is_waiting() ? waits_for_monitor : "showing the cards");
      service.alive();
    }
    const Millis longest =
        std::min(service.longest_rest(), has_begun ? health.until_due(clock.now().mono) : Millis::max());
    const runtime::ScreenLoop::Rest rest = loop.rest(longest);
    if (rest == runtime::ScreenLoop::Rest::gone) return End::gone;
    if (rest == runtime::ScreenLoop::Rest::closed) return End::closed;
  }
  return End::stopped;
}

// Shows the loop until something ends it. Returns the exit status. `starts_again`: staff have asked for it.
int show_all(const RunOptions& options, platform::StopSignals& stop, bool& starts_again) {
  const runtime::Running running(assembly::state_folder(options.source));
  runtime::Starts starts(assembly::is_service() ? assembly::state_folder(options.source) : std::filesystem::path());
  if (starts.trust() != runtime::Trust::files) platform::log(runtime::about_failed_starts(starts.failed_before()));
  runtime::FirstSettings read = runtime::first_settings(options.source, options.display, starts.trust());
  Settings& settings = read.settings;
  const assembly::Size size =
      options.fullscreen ? hanging(settings.screen) : options.window.value_or(window_size(settings.screen));
  const platform::Clock clock(settings.time_zone);

  // Opening a window takes longer than reading a pack and painting a card, so do all three at once.
  FaultLog faults;
  runtime::LastCard last_card(runtime::health_folder());
  // What ended the last start too early may be that card.
  const std::string first_card = starts.failed_before() == 0 ? last_card.before() : "";
  auto opening = std::async(
      std::launch::async, [&] { return open_runtime(read, options, clock, size, faults, starts.trust(), first_card); });
  platform::Window window({.fullscreen = options.fullscreen,
                           .width = size.width,
                           .height = size.height,
                           .monitor = assembly::monitor_choice(options.display, settings.screen),
                           .touch = {settings.screen.touch, settings.role == Role::kiosk},
                           .title = "Anteroom",
                           .keys = settings.keys,
                           .takes_keys = settings.role == Role::kiosk});
  Opened opened = opening.get();
  if (!window.fault().empty()) {
    platform::log("anteroom: error: no window can be opened: " + window.fault());
    return does_not_hold;
  }
  // The display may have been reached over a network. Under systemd there is none either.
  if (const std::string why = platform::refuse_network(); !why.empty()) {
    platform::log("anteroom: warning: the network is not given up: " + why);
  }
  stop.loop_begins();
  platform::ServiceLink service;
  runtime::HealthFiles health(runtime::health_folder());
  const Host host{window, clock, stop, service, starts, health, last_card};
  if (starts.trust() != runtime::Trust::files) {
    (*opened.watch)->write_receipt(runtime::about_failed_starts(starts.failed_before()) + "\n");
  }

  const auto reopen = [&] {
    const std::string card = card_shown(opened);
    opened = {};
    opened = open_runtime(read, options, clock, {window.width(), window.height()}, faults, starts.trust(), card);
  };
  if (window.is_waiting()) {
    const End end = wait_for_monitor(opened, host, options, faults);
    if (end != End::monitor_there) return end_status(end);
    // Only now can the monitor be asked for its size.
    if (settings.screen.mm_source != SizeSource::settings) {
      read = runtime::first_settings(options.source, options.display, starts.trust());
      reopen();
    }
  }
  End end = show(opened, host, options, faults);
  for (; end == End::turned; end = show(opened, host, options, faults)) {
    settings.screen = turned(settings.screen);
    platform::log("anteroom: the desktop was turned; the screen is now taken as " +
                  std::to_string(std::lround(settings.screen.width_mm)) + " x " +
                  std::to_string(std::lround(settings.screen.height_mm)) + " mm");
    reopen();
  }
  service.stopping();
  const int status = end_status(end);
  // The painter may spend seconds on a picture. At most a cached picture is lost by not waiting for it; but a program
  // that is to start again must come to its end.
  if (end != End::restart && !opened.runtime->idle_within(Millis(300))) {
    platform::settle_log();
    std::quick_exit(status);
  }
  starts_again = end == End::restart;
  return status;
}

}  // namespace

int run(const RunOptions& options) {
  platform::map_large_blocks();
  platform::prepare_environment();
  bool starts_again = false;
  int status = fine;
  {
    const platform::LogKeeper log;
    platform::StopSignals stop(fine);
    platform::handle_x11_errors(display_gone);
    if (!platform::display_available()) {
      platform::log("anteroom: error: there is no display; `" +
                    assembly::own_command("render --out DIR", options.source) + "` writes the screens as pictures");
      return does_not_hold;
    }
    status = show_all(options, stop, starts_again);
  }
  // Only once the log is written and standard error is what it was.
  if (starts_again) start_again();
  return status;
}

}  // namespace anteroom::commands
