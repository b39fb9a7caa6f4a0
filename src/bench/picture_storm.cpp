#include "bench/picture_storm.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "assembly/load.h"
#include "bench/generated_pack.h"
#include "model/names.h"
#include "paint/png.h"
#include "runtime/runtime.h"
#include "runtime/screen_loop.h"
#include "scene/hit_test.h"

namespace anteroom::bench {

namespace fs = std::filesystem;

namespace {

GeneratedPicture svg(const std::string& content) {
  return {"svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 900\">" + content + "</svg>\n"};
}

// A picture that no machine finishes drawing; a different one for each `number`.
GeneratedPicture endless(int number) {
  return svg("<filter id=\"f" + std::to_string(number) +
             "\" x=\"0\" y=\"0\" width=\"1\" height=\"1\"><feTurbulence baseFrequency=\"0.9\" "
             "numOctaves=\"1000000\"/></filter><rect width=\"1200\" height=\"900\" filter=\"url(#f" +
             std::to_string(number) + ")\"/>");
}

// A small file that expands to a large document: 2,000 times 500 shapes.
GeneratedPicture memory_bomb() {
  std::string shapes;
  for (int i = 0; i < 500; ++i) shapes += "<rect width='1' height='1'/>";
  std::string uses;
  for (int i = 0; i < 2000; ++i) uses += "&e;";
  GeneratedPicture picture = svg(uses);
  picture.bytes.insert(0, "<!DOCTYPE svg [<!ENTITY e \"" + shapes + "\">]>\n");
  return picture;
}

// A PNG of a megabyte; empty if it could not be written.
std::string png_bytes() {
  std::string pattern = (fs::temp_directory_path() / "anteroom-png-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) return {};
  const fs::path file = fs::path(pattern) / "made.png";
  paint::Layer layer(800, 600);
  std::uint32_t pixel = 0;
  for (std::uint32_t& each : layer.pixels) each = 0xFF000000U | (pixel += 2'654'435'761U) >> 8;
  std::string bytes;
  if (paint::write_png(layer, file).empty()) {
    std::ifstream in(file, std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(in), {});
  }
  fs::remove_all(pattern);
  return bytes;
}

// Six pictures a round: one that is quick to draw, two that never end, one cut short, one that asks for all memory, and
// one with flipped bits; every third takes until its time limit.
std::vector<GeneratedPicture> storm_pictures(int rounds) {
  const std::string valid = png_bytes();
  std::string flipped = valid;
  for (std::size_t at = 2000; at < flipped.size(); at += 997) flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
  std::vector<GeneratedPicture> pictures;
  for (int round = 0; round < rounds; ++round) {
    pictures.push_back(calm_disc());
    pictures.push_back(endless(round));
    pictures.push_back({"png", valid.substr(0, valid.size() / 2 + static_cast<std::size_t>(round))});
    pictures.push_back(endless(rounds + round));
    pictures.push_back(memory_bomb());
    pictures.push_back({"png", flipped + std::to_string(round)});
  }
  return pictures;
}

// A kiosk with a pack of these pictures, one per card. Each card stays for `dwell` unless the user moves on.
class Storm {
 public:
  Storm(Settings settings, const std::vector<GeneratedPicture>& pictures, std::chrono::seconds time_limit,
        std::chrono::seconds dwell, platform::Window& window, const platform::Clock& clock, platform::Voice& voice)
      : folder_(write_pack(static_cast<int>(pictures.size()), pictures)), window_(window), clock_(clock) {
    settings.content = folder_.string();
    settings.languages = {"en"};
    settings.hours = {};
    settings.loop.min_dwell = dwell;
    settings.loop.settle = settings.loop.per_picture = std::chrono::seconds(0);
    settings.loop.per_character = Millis(0);
    settings.loop.words_per_minute = 10'000;
    settings.pictures.time_limit = time_limit;
    source::Diagnostics ignored;
    source::TomlFiles files;
    runtime_ = std::make_unique<runtime::Runtime>(assembly::load(std::move(settings), {}, files, ignored), clock.now(),
                                                  assembly::Size{window.width(), window.height()});
    loop_ = std::make_unique<runtime::ScreenLoop>(kiosk(), presenter(), window, clock, voice);
  }
  ~Storm() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Storm(const Storm&) = delete;
  Storm& operator=(const Storm&) = delete;

  bool written() const { return !folder_.empty(); }
  app::Kiosk& kiosk() { return runtime_->kiosk(); }
  platform::Presenter& presenter() { return runtime_->presenter(); }

  // Runs for `time`. Returns the times between the frames of fades, and counts the fades.
  std::vector<double> run(Millis time, int& fades) {
    std::vector<double> gaps;
    const MonoTime end = clock_.now().mono + time;
    bool fading = false;
    double last = 0;
    while (clock_.now().mono < end) {
      if (loop_->advance()) {
        const double now = monotonic_ms();
        if (fading) gaps.push_back(now - last);
        last = now;
        if (presenter().next_frame() && !fading) ++fades;
        fading = presenter().next_frame().has_value();
      }
      loop_->rest(std::max(Millis(0), std::min(Millis(20), end - clock_.now().mono)));
    }
    return gaps;
  }

  // How long a press at `at` takes to be visible. The finger then slides off, so that it has no other effect.
  double press(scene::Point at) {
    const double began = monotonic_ms();
    kiosk().touch({1, app::ContactPhase::down, at}, clock_.now());
    for (int turns = 0; turns < 10'000 && !loop_->advance(); ++turns) window_.wait(1);
    const double took = monotonic_ms() - began;
    kiosk().touch({1, app::ContactPhase::move, {0, 0}}, clock_.now());
    kiosk().touch({1, app::ContactPhase::up, {0, 0}}, clock_.now());
    return took;
  }

 private:
  fs::path folder_;
  platform::Window& window_;
  const platform::Clock& clock_;
  std::unique_ptr<runtime::Runtime> runtime_;
  std::unique_ptr<runtime::ScreenLoop> loop_;
};

bool measure_fades(const Settings& settings, platform::Window& window, const platform::Clock& clock,
                   platform::Voice& voice, Figures& figures) {
  const std::vector<GeneratedPicture> pictures = storm_pictures(4);
  Storm storm(settings, pictures, std::chrono::seconds(1), std::chrono::hours(1), window, clock, voice);
  if (!storm.written()) return false;
  std::vector<double> gaps;
  int fades = 0;
  storm.run(Millis(1000), fades);
  // Two rounds: cards refused in the first are gone in the second. Some pictures are stopped when they are no longer
  // needed, others at their time limit.
  for (std::size_t i = 0; i < 2 * pictures.size(); ++i) {
    storm.kiosk().act(ShowNext{}, clock.now());
    const std::vector<double> more = storm.run(i % 3 == 2 ? Millis(1500) : Millis(700), fades);
    gaps.insert(gaps.end(), more.begin(), more.end());
  }
  figures.set("picture_storm_fades", fades);
  figures.set("picture_storm_refused", static_cast<double>(storm.kiosk().state().left_out.size()));
  figures.set("picture_storm_gap_ms_max", percentile(gaps, 1));
  return true;
}

// Adds to `shown` how long presses took while the next card's picture was being drawn, until that card is shown.
void add_touches(Storm& storm, std::vector<double>& shown) {
  int fades = 0;
  const std::string card = storm.kiosk().scene().card;
  while (storm.kiosk().scene().card == card) {
    storm.run(double_tap + Millis(20), fades);
    const scene::Target* target =
        scene::target_named(storm.kiosk().scene(), shown.size() % 2 == 0 ? target_id::pause : target_id::next);
    const bool draws = storm.presenter().shows_wanted() && !storm.presenter().at_rest();
    if (target == nullptr || !draws) continue;
    shown.push_back(storm.press({target->box.x + target->box.w / 2, target->box.y + target->box.h / 2}));
  }
}

bool measure_touches(const Settings& settings, platform::Window& window, const platform::Clock& clock,
                     platform::Voice& voice, Figures& figures) {
  constexpr std::size_t wanted = 40;
  std::vector<double> shown;
  for (int round = 0; round < 8 && shown.size() < wanted; ++round) {
    Storm storm(settings, {calm_disc(), endless(0)}, std::chrono::minutes(2), std::chrono::seconds(5), window, clock,
                voice);
    if (!storm.written()) return false;
    add_touches(storm, shown);
  }
  figures.set("touch_during_slow_picture_count", static_cast<double>(shown.size()));
  figures.set("touch_during_slow_picture_ms_p50", percentile(shown, 0.5));
  figures.set("touch_during_slow_picture_ms_p95", percentile(shown, 0.95));
  return true;
}

}  // namespace

bool measure_picture_storm(Settings settings, platform::Window& window, const platform::Clock& clock,
                           platform::Voice& voice, Figures& figures) {
  settings.role = Role::kiosk;
  return measure_fades(settings, window, clock, voice, figures) &&
         measure_touches(settings, window, clock, voice, figures);
}

}  // namespace anteroom::bench
