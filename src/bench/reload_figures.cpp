#include "bench/reload_figures.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "assembly/load.h"
#include "bench/generated_pack.h"
#include "platform/memory.h"
#include "runtime/aside.h"
#include "runtime/content_watch.h"
#include "runtime/last_good.h"
#include "runtime/reloading.h"
#include "runtime/runtime.h"
#include "runtime/screen_loop.h"

namespace anteroom::bench {

namespace fs = std::filesystem;

namespace {

constexpr int cards = 1000, edits = 20;

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A generated pack with a state folder of its own beside it.
class EditedPack {
 public:
  explicit EditedPack(int size) : folder_(write_pack(size, {calm_disc()})) {}
  ~EditedPack() {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
  }
  EditedPack(const EditedPack&) = delete;
  EditedPack& operator=(const EditedPack&) = delete;

  bool written() const { return !folder_.empty(); }
  const fs::path& folder() const { return folder_; }
  fs::path state() const { return folder_ / "state"; }
  fs::path config() const { return folder_ / "kiosk.toml"; }

  // Saves the card `id` with the question `ask`.
  void save(const std::string& id, const std::string& ask) const {
    const fs::path file = folder_ / "cards" / (id + ".toml");
    std::string text = content_of(file);
    const std::size_t begin = text.find("lead"), end = text.find('\n', begin);
    text.replace(begin, end - begin, "lead = \"" + ask + "\"");
    std::ofstream(file, std::ios::binary) << text;
  }

 private:
  fs::path folder_;
};

// A kiosk in a window that watches `pack`.
class Edited {
 public:
  Edited(const EditedPack& pack, const Settings& settings, platform::Window& window, const platform::Clock& clock,
         platform::Voice& voice)
      : clock_(clock) {
    source::Diagnostics ignored;
    source::TomlFiles files;
    assembly::Loaded loaded = assembly::load(settings, pack.config(), files, ignored);
    watch_ = std::make_unique<runtime::Aside<runtime::ContentWatch>>(
        loaded, 0, 0, assembly::SourceOptions{pack.config(), pack.folder()});
    runtime_ = std::make_unique<runtime::Runtime>(std::move(loaded), clock.now(),
                                                  assembly::Size{window.width(), window.height()});
    loop_ = std::make_unique<runtime::ScreenLoop>(runtime_->kiosk(), runtime_->presenter(), window, clock, voice);
    reloading_ = std::make_unique<runtime::Reloading>(*runtime_, **watch_);
  }

  app::Kiosk& kiosk() { return runtime_->kiosk(); }
  // The card that comes next in the loop.
  const Card& next_card() {
    const std::size_t shown = kiosk().state().card.value_or(0);
    return kiosk().content().pack.cards[(shown + 1) % kiosk().content().pack.cards.size()];
  }

  // One turn of the event loop. Adds the time since the last frame of a running fade to `gaps`.
  void turn(std::vector<double>& gaps) {
    kiosk().tick(clock_.now());
    reloading_->go_on(clock_.now());
    if (loop_->advance()) {
      const double now = monotonic_ms();
      if (is_fading_) gaps.push_back(now - last_frame_);
      last_frame_ = now;
      is_fading_ = runtime_->presenter().next_frame().has_value();
    }
    loop_->rest(Millis(5));
  }
  // Moves on whenever no fade is running, until `is_done` or 20 s have passed. Returns true if it is done.
  template <typename IsDone>
  bool fade_until(IsDone is_done, std::vector<double>& gaps) {
    const MonoTime end = clock_.now().mono + std::chrono::seconds(20);
    while (!is_done() && clock_.now().mono < end) {
      if (runtime_->presenter().at_rest()) kiosk().act(ShowNext{}, clock_.now());
      turn(gaps);
    }
    return is_done();
  }
  bool shows_wanted() { return runtime_->presenter().shows_wanted(); }
  // True once a frame of the wanted card is on the screen.
  bool has_begun() { return is_fading_ || shows_wanted(); }

 private:
  const platform::Clock& clock_;
  std::unique_ptr<runtime::Aside<runtime::ContentWatch>> watch_;
  std::unique_ptr<runtime::Runtime> runtime_;
  std::unique_ptr<runtime::ScreenLoop> loop_;
  std::unique_ptr<runtime::Reloading> reloading_;
  bool is_fading_ = false;
  double last_frame_ = 0;
};

bool has_lead(const app::Kiosk& kiosk, const std::string& id, const std::string& lead) {
  for (const Card& card : kiosk.content().pack.cards) {
    if (card.id == id) return card.text.front().lead == lead;
  }
  return false;
}

// Milliseconds from saving the next card until its first frame; nothing if it does not come.
std::optional<double> save_to_frame(Edited& edited, const EditedPack& pack, const platform::Clock& clock, int number) {
  std::vector<double> unused;
  const MonoTime end = clock.now().mono + std::chrono::seconds(20);
  while (!edited.shows_wanted() && clock.now().mono < end) edited.turn(unused);
  const std::string id = edited.next_card().id, lead = "Edit " + std::to_string(number);
  const double saved = monotonic_ms();
  pack.save(id, lead);
  while (!has_lead(edited.kiosk(), id, lead) && clock.now().mono < end) edited.turn(unused);
  edited.kiosk().act(ShowNext{}, clock.now());
  while (!edited.has_begun() && clock.now().mono < end) edited.turn(unused);
  if (clock.now().mono >= end) return std::nullopt;
  return monotonic_ms() - saved;
}

}  // namespace

bool measure_reloads(const Screen& screen, platform::Window& window, const platform::Clock& clock,
                     platform::Voice& voice, Figures& figures) {
  const EditedPack pack(cards);
  if (!pack.written()) return false;
  ::setenv("STATE_DIRECTORY", pack.state().c_str(), 1);
  std::ofstream(pack.config()) << "role = \"kiosk\"\n[loop]\nmin_dwell_s = 600\n";
  source::TomlFiles files;
  source::Diagnostics ignored;
  Settings settings = assembly::load_settings({pack.config(), pack.folder()}, files, ignored);
  settings.screen = screen;
  Edited edited(pack, settings, window, clock, voice);
  std::vector<double> gaps, times;
  bool whole = true;
  for (int i = 0; i < edits && whole; ++i) {
    const std::optional<double> took = save_to_frame(edited, pack, clock, i);
    whole = took.has_value();
    if (took) times.push_back(*took);
  }
  for (int i = 0; i < edits / 2 && whole; ++i) {
    const std::string id = "card-" + std::to_string(500 + i), lead = "Faded " + std::to_string(i);
    pack.save(id, lead);
    whole = edited.fade_until([&] { return has_lead(edited.kiosk(), id, lead); }, gaps);
  }
  ::unsetenv("STATE_DIRECTORY");
  figures.set("save_to_frame_ms_p50", percentile(times, 0.5));
  figures.set("save_to_frame_ms_p95", percentile(times, 0.95));
  figures.set("reload_frames", static_cast<double>(gaps.size()));
  figures.set("reload_gap_ms_max", percentile(gaps, 1));
  return whole;
}

bool measure_reload_memory(int reloads, Figures& figures) {
  constexpr int settled = 100;
  const EditedPack pack(20);
  if (!pack.written()) return false;
  Settings settings;
  settings.content = pack.folder().string();
  runtime::LastGood good(pack.state());
  std::shared_ptr<const paint::FaceTable> faces;
  double before = 0;
  for (int i = 0; i < reloads; ++i) {
    pack.save("card-7", "Edit " + std::to_string(i));
    runtime::Reading reading = good.read(settings, pack.config(), faces, runtime::UnknownCards::take);
    faces = reading.loaded.faces;
    if (reading.loaded.content.pack.cards.size() != 20) return false;
    good.keep(pack.config(), runtime::SettingsAre::faulty);
    if (i == settled) {
      platform::release_free_memory();
      before = memory_mb("Rss");
    }
  }
  platform::release_free_memory();
  figures.set("reloads", reloads);
  figures.set("reload_rss_growth_kb", (memory_mb("Rss") - before) * 1024);
  return true;
}

}  // namespace anteroom::bench
