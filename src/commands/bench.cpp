#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <iostream>
#include <memory>
#include <thread>

#include "assembly/load.h"
#include "bench/generated_pack.h"
#include "bench/hand_figures.h"
#include "bench/measure.h"
#include "bench/picture_storm.h"
#include "commands/options.h"
#include "content/read_pack.h"
#include "paint/painter.h"
#include "paint/ttf_fonts.h"
#include "platform/memory.h"
#include "platform/speech_dispatcher.h"
#include "platform/video.h"
#include "runtime/backstage.h"
#include "runtime/screen_loop.h"
#include "screens/compose.h"

namespace anteroom::commands {

namespace fs = std::filesystem;

namespace {

// The program as `run --once`, from before it is started until it says that its first frame is on the screen.
double first_frame_once(const BenchOptions& options) {
  int ends[2];
  if (::pipe(ends) != 0) return 0;
  const std::string config = assembly::config_file(options.source).string();
  const std::string content = options.source.content.string();
  const double began = bench::wall_ms();
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::dup2(::open("/dev/null", O_WRONLY), STDERR_FILENO);  // what is wrong with the content was said already
    ::close(ends[0]);
    std::vector<const char*> words{"anteroom", "run", "--fullscreen", "--once", "--config", config.c_str()};
    if (!content.empty()) words.insert(words.end(), {"--content", content.c_str()});
    words.push_back(nullptr);
    ::execv("/proc/self/exe", const_cast<char* const*>(words.data()));
    ::_exit(127);
  }
  ::close(ends[1]);
  char byte = 0;
  const bool shown = ::read(ends[0], &byte, 1) == 1;
  const double took = bench::wall_ms() - began;
  ::close(ends[0]);
  ::waitpid(child, nullptr, 0);
  return shown ? took : 0;
}

// A kiosk of its own, as `run --fullscreen`; ended with this object.
class ChildKiosk {
 public:
  explicit ChildKiosk(const BenchOptions& options) {
    const std::string config = assembly::config_file(options.source).string();
    const std::string content = options.source.content.string();
    pid_ = ::fork();
    if (pid_ != 0) return;
    const int nothing = ::open("/dev/null", O_WRONLY);
    ::dup2(nothing, STDOUT_FILENO);
    ::dup2(nothing, STDERR_FILENO);
    std::vector<const char*> words{"anteroom", "run", "--fullscreen", "--config", config.c_str()};
    if (!content.empty()) words.insert(words.end(), {"--content", content.c_str()});
    words.push_back(nullptr);
    ::execv("/proc/self/exe", const_cast<char* const*>(words.data()));
    ::_exit(127);
  }
  ~ChildKiosk() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGTERM);
    ::waitpid(pid_, nullptr, 0);
  }
  ChildKiosk(const ChildKiosk&) = delete;
  ChildKiosk& operator=(const ChildKiosk&) = delete;
  int pid() const { return pid_; }

 private:
  pid_t pid_ = -1;
};

// What a running kiosk holds, itself and the process that draws for it, after half a minute of looping.
void measure_running(const BenchOptions& options, bench::Figures& figures) {
  const ChildKiosk kiosk(options);
  std::this_thread::sleep_for(std::chrono::seconds(30));
  figures.set("run_pss_mb", bench::family_memory_mb(kiosk.pid(), "Pss"));
}

void measure_first_frame(const BenchOptions& options, bench::Figures& figures) {
  // An X server that loses its last client starts over, and the next one waits for it: this window keeps it up.
  const platform::Window holder({false, 64, 64, {}, "Anteroom bench"});
  if (!holder.fault().empty()) return;
  std::vector<double> samples;
  first_frame_once(options);  // warms the file cache
  constexpr int starts = 7;
  samples.reserve(starts);
  for (int i = 0; i < starts; ++i) samples.push_back(first_frame_once(options));
  figures.set("first_frame_ms", bench::percentile(samples, 0.5));
}

// The kiosk in a real window.
class Stage {
 public:
  explicit Stage(const assembly::Loaded& loaded)
      : clock_(loaded.content.settings.time_zone),
        window_({true,
                 loaded.content.settings.screen.width_px,
                 loaded.content.settings.screen.height_px,
                 {},
                 "Anteroom bench"}) {
    if (!fault().empty()) return;
    backstage_ =
        std::make_unique<runtime::Backstage>(loaded, clock_.now(), assembly::Size{window_.width(), window_.height()});
    loop_ =
        std::make_unique<runtime::ScreenLoop>(backstage_->kiosk(), backstage_->presenter(), window_, clock_, voice_);
  }

  const std::string& fault() const { return window_.fault(); }

  void measure(bench::Figures& figures) {
    settle();
    cross_fades(figures);
    bench::measure_hand(*backstage_, *loop_, window_, clock_, figures);
    settle();
    avoid_minute_end();
    idle("static", figures);
    // A page that is held: nothing moves, and the idle reset is the only deadline.
    if (backstage_->kiosk().content().settings.role == Role::kiosk) {
      for (const Action& action : {Action(OpenCard{}), Action(TogglePause{})}) {
        backstage_->kiosk().act(action, clock_.now());
        settle();
        rest_hand();
      }
      idle("paused_detail", figures);
    }
    figures.set("pss_mb", bench::memory_mb("Pss"));
    figures.set("rss_mb", bench::memory_mb("Rss"));
    figures.set("texture_mb", static_cast<double>(backstage_->pixel_bytes()) / (1 << 20));
  }

  // Returns false if it could not be measured.
  bool measure_pictures(bench::Figures& figures) {
    return bench::measure_picture_storm(backstage_->kiosk().content().settings, window_, clock_, voice_, figures);
  }

 private:
  // Until nothing is left to paint or to show.
  void settle() {
    for (int turns = 0; turns < bench::most_turns; ++turns) {
      loop_->advance();
      loop_->rest(Millis(20));
      if (backstage_->presenter().at_rest()) return;
    }
  }

  // Two taps within 0.3 s are one.
  void rest_hand() {
    const MonoTime end = clock_.now().mono + double_tap + Millis(1);
    while (clock_.now().mono < end) window_.wait(20);
  }

  void cross_fades(bench::Figures& figures) {
    std::vector<double> wall;
    std::vector<double> cpu;
    const std::size_t cards =
        loop_cards(backstage_->kiosk().state(), backstage_->kiosk().content(), backstage_->kiosk().state().minute)
            .size();
    for (std::size_t i = 0; i < cards; ++i) {
      rest_hand();
      backstage_->kiosk().act(ShowNext{}, clock_.now());
      // Until the fade is over and the card after it is painted, which happens in another thread once nothing moves.
      for (int turns = 0; turns < bench::most_turns && (turns == 0 || !backstage_->presenter().at_rest()); ++turns) {
        const double wall_before = bench::wall_ms();
        const double cpu_before = bench::cpu_ms();
        if (loop_->advance() && backstage_->presenter().next_frame()) {
          wall.push_back(bench::wall_ms() - wall_before);
          cpu.push_back(bench::cpu_ms() - cpu_before);
        }
        window_.wait(1);
      }
    }
    figures.set("crossfade_frames", static_cast<double>(wall.size()));
    figures.set("crossfade_wall_ms_p50", bench::percentile(wall, 0.5));
    figures.set("crossfade_wall_ms_p99", bench::percentile(wall, 0.99));
    figures.set("crossfade_cpu_ms_p50", bench::percentile(cpu, 0.5));
    figures.set("crossfade_cpu_ms_p99", bench::percentile(cpu, 0.99));
  }

  // A clock's new minute is a change of the screen, not idling: wait until none falls into the ten seconds.
  void avoid_minute_end() {
    for (int turns = 0; turns < 240; ++turns) {  // two minutes: shorter dwells than that have no ten still seconds
      if (backstage_->kiosk().next_deadline() - clock_.now().mono >= std::chrono::milliseconds(10'500)) return;
      loop_->advance();
      loop_->rest(Millis(500));
      settle();
    }
  }

  // Ten seconds in which nobody touches anything.
  void idle(const std::string& name, bench::Figures& figures) {
    const MonoTime end = clock_.now().mono + std::chrono::seconds(10);
    const double cpu = bench::cpu_ms();
    const long woken = bench::wakeups();
    int frames = 0;
    while (clock_.now().mono < end) {
      if (loop_->advance()) ++frames;
      loop_->rest(end - clock_.now().mono + Millis(1));
    }
    figures.set(name + "_cpu_ms_per_s", (bench::cpu_ms() - cpu) / 10);
    figures.set(name + "_wakeups_10s", static_cast<double>(bench::wakeups() - woken));
    figures.set(name + "_frames_10s", frames);
  }

  platform::Clock clock_;
  platform::Window window_;
  platform::SpeechDispatcher voice_;
  std::unique_ptr<runtime::Backstage> backstage_;
  std::unique_ptr<runtime::ScreenLoop> loop_;
};

void measure_raster(const assembly::Loaded& loaded, bench::Figures& figures) {
  const Content& content = loaded.content;
  paint::TtfFonts fonts(*loaded.faces);
  paint::Pictures pictures(assembly::picture_options(content.settings, 8U << 20));
  paint::Painter painter(*loaded.faces, pictures);
  const Screen& screen = content.settings.screen;
  paint::Layer layer(screen.width_px, screen.height_px);
  std::vector<double> first;
  std::vector<double> wall;
  std::vector<double> cpu;
  State state = start(content, {MonoTime{}, platform::wall_now()});
  for (const std::size_t card : loop_cards(state, content, state.minute)) {
    state.card = card;
    const scene::Scene scene = screens::compose(state, content, fonts);
    const double before = bench::wall_ms();
    painter.paint(scene, layer);
    first.push_back(bench::wall_ms() - before);
    for (int i = 0; i < 5; ++i) {
      const double cpu_before = bench::cpu_ms();
      const double wall_before = bench::wall_ms();
      painter.paint(scene, layer);
      wall.push_back(bench::wall_ms() - wall_before);
      cpu.push_back(bench::cpu_ms() - cpu_before);
    }
  }
  figures.set("raster_with_picture_ms_p50", bench::percentile(first, 0.5));
  figures.set("raster_ms_p50", bench::percentile(wall, 0.5));
  figures.set("raster_ms_p99", bench::percentile(wall, 0.99));
  figures.set("raster_cpu_ms_p50", bench::percentile(cpu, 0.5));
  figures.set("raster_cpu_ms_p99", bench::percentile(cpu, 0.99));
}

bool measure_big_pack(int cards, bench::Figures& figures) {
  const fs::path folder = bench::write_pack(cards, {bench::calm_disc()});
  if (folder.empty()) return false;
  platform::release_free_memory();
  content::Diagnostics diagnostics;
  const double rss = bench::memory_mb("Rss");
  const double before = bench::wall_ms();
  const Pack pack = content::read_pack(folder, {}, diagnostics);
  figures.set("big_pack_load_ms", bench::wall_ms() - before);
  figures.set("big_pack_rss_mb", bench::memory_mb("Rss") - rss);
  figures.set("big_pack_cards", static_cast<double>(pack.cards.size()));
  fs::remove_all(folder);
  if (diagnostics.errors() > 0) assembly::print(diagnostics);
  return static_cast<int>(pack.cards.size()) == cards;
}

}  // namespace

int bench(const BenchOptions& options) {
  platform::map_large_blocks();
  platform::prepare_environment();
  content::Diagnostics diagnostics;
  const assembly::Loaded loaded = assembly::load(options.source, diagnostics);
  assembly::print(diagnostics);
  bench::Figures figures;
  bool whole = true;
  const auto wanted = [&options](const char* group) { return options.only.empty() || options.only == group; };
  const auto could_not = [&whole](const char* what) {
    std::cerr << "anteroom: error: " << what << " could not be written or read whole\n";
    whole = false;
  };
  if (wanted("start")) figures.set("shared_objects", bench::shared_objects());
  const bool needs_window = wanted("start") || wanted("memory") || wanted("screen") || wanted("pictures");
  bool windowed = platform::display_available();
  if (windowed && wanted("start")) measure_first_frame(options, figures);
  if (windowed && wanted("memory")) measure_running(options, figures);
  if (windowed && (wanted("screen") || wanted("pictures"))) {
    Stage stage(loaded);
    windowed = stage.fault().empty();
    if (windowed && wanted("screen")) stage.measure(figures);
    if (windowed && wanted("pictures") && !stage.measure_pictures(figures)) could_not("the pack of harmful pictures");
  }
  if (needs_window && !windowed) {
    std::cerr << "anteroom: no window can be opened here; the figures that need one are left out\n";
  }
  if (wanted("paint")) measure_raster(loaded, figures);
  if (wanted("pack") && !measure_big_pack(options.big_pack_cards, figures)) could_not("the big pack");
  std::cout << (options.json ? figures.to_json() + "\n" : figures.to_text());
  return whole ? fine : does_not_hold;
}

}  // namespace anteroom::commands
