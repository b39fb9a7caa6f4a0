#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

#include "assembly/load.h"
#include "commands/options.h"
#include "paint/painter.h"
#include "paint/png.h"
#include "platform/speech_dispatcher.h"
#include "scene/dump.h"
#include "scene/hit_test.h"
#include "simulation/plain_text.h"
#include "simulation/rehearsal.h"
#include "simulation/replay_file.h"

namespace anteroom::commands {

namespace fs = std::filesystem;

namespace {

class Player {
 public:
  Player(assembly::Loaded loaded, fs::path out) : out_(std::move(out)), stage_(std::move(loaded)) {}
  Player(assembly::Loaded loaded, fs::path out, platform::Voice& voice)
      : out_(std::move(out)), stage_(std::move(loaded), voice) {}

  // Why `step` does not hold; empty: it does.
  std::string play(const simulation::Step& step) {
    return std::visit([this](const auto& command) { return carry_out(command); }, step.command);
  }

 private:
  std::string carry_out(const simulation::Wait& wait) {
    stage_.wait(wait.time);
    return {};
  }
  std::string carry_out(const simulation::Listen&) { return stage_.listen() ? "" : "the voice goes on and on"; }
  std::string carry_out(const simulation::SetWallClock& set) {
    stage_.set_wall_clock(set.time);
    return {};
  }
  std::string carry_out(const simulation::Tap& tap) {
    if (tap.label.empty()) {
      stage_.tap(tap.at);
      return {};
    }
    if (const std::optional<scene::Point> at = stage_.find(tap.label)) {
      stage_.tap(*at);
      return {};
    }
    std::string there;
    for (const scene::Target* each : scene::focus_order(stage_.scene())) {
      there += (there.empty() ? "" : ", ") + ("\"" + each->label + "\"");
    }
    return "there is no \"" + tap.label + "\" to tap; there are " + (there.empty() ? "no targets" : there);
  }
  std::string carry_out(const simulation::Press& press) {
    stage_.press(press.at);
    return {};
  }
  std::string carry_out(const simulation::Drag& drag) {
    stage_.drag(drag.from, drag.to);
    return {};
  }
  std::string carry_out(const simulation::Release&) {
    stage_.release();
    return {};
  }
  std::string carry_out(const simulation::Palm&) {
    stage_.palm();
    return {};
  }
  std::string carry_out(const simulation::PressKey& press) {
    stage_.key(press.key);
    return {};
  }
  std::string carry_out(const simulation::Expect& expect) const {
    const scene::Scene& scene = stage_.scene();
    if (expect.what == "spoken everything") {
      const std::string unsaid = stage_.unsaid();
      return unsaid.empty() ? "" : "\"" + unsaid + "\" was not spoken";
    }
    if (expect.what == "spoken") {
      const std::string wanted = simulation::plain(expect.value);
      std::string all;
      for (const std::string& each : stage_.said()) {
        if (simulation::plain(each).find(wanted) != std::string::npos) return {};
        all += (all.empty() ? "" : " | ") + each;
      }
      return "\"" + expect.value + "\" was not spoken; there was: " + (all.empty() ? "silence" : all);
    }
    if (expect.what == "text" || expect.what == "no text") {
      const std::string shown = simulation::plain(scene::visible_text(scene));
      const bool found = shown.find(simulation::plain(expect.value)) != std::string::npos;
      if (found == (expect.what == "text")) return {};
      return "\"" + expect.value + "\" is " + (found ? "" : "not ") + "on the screen, which says: " + shown;
    }
    const std::string& is = expect.what == "screen" ? scene.screen
                            : expect.what == "card" ? scene.card
                                                    : scene.language;
    if (is == expect.value) return {};
    return "the " + expect.what + " is '" + is + "', not '" + expect.value + "'";
  }
  std::string carry_out(const simulation::Shot& shot) {
    if (out_.empty()) return {};
    std::error_code error;
    fs::create_directories(out_, error);
    const Screen& glass = stage_.kiosk().content().settings.screen;
    paint::Pictures pictures(assembly::picture_options(stage_.kiosk().content().settings, 8U << 20));
    paint::Painter painter(stage_.faces(), pictures);
    const paint::Layer layer = painter.paint(stage_.scene(), glass.width_px, glass.height_px);
    if (!painter.faults().empty()) return painter.faults().front();
    std::ofstream scene(out_ / (shot.name + ".scene.txt"));
    scene << scene::dump(stage_.scene());
    if (!scene.flush()) return (out_ / (shot.name + ".scene.txt")).string() + " cannot be written";
    const std::string fault = paint::write_png(layer, out_ / (shot.name + ".png"));
    return fault.empty() ? "" : (out_ / (shot.name + ".png")).string() + " " + fault;
  }
  static std::string carry_out(const simulation::Unreadable& unreadable) { return unreadable.why; }

  fs::path out_;
  simulation::Rehearsal stage_;
};

}  // namespace

int replay(const ReplayOptions& options) {
  std::ifstream file(options.file);
  if (!file || !fs::is_regular_file(options.file)) {
    std::cerr << options.file.string() << ": error: cannot be read\n";
    return wrong_usage;
  }
  std::ostringstream text;
  text << file.rdbuf();
  content::Diagnostics diagnostics;
  assembly::Loaded loaded = assembly::load(options.source, diagnostics);
  assembly::print(diagnostics);
  Screen& set = loaded.content.settings.screen;
  set = assembly::resized(set, {set.width_px, set.height_px});
  std::unique_ptr<platform::SpeechDispatcher> voice;
  if (options.real_voice) voice = std::make_unique<platform::SpeechDispatcher>();
  Player player = voice ? Player(std::move(loaded), options.out, *voice) : Player(std::move(loaded), options.out);
  const std::vector<simulation::Step> steps = simulation::parse_replay(text.str());
  for (const simulation::Step& step : steps) {
    const std::string fault = player.play(step);
    if (fault.empty()) continue;
    std::cerr << options.file.string() << ":" << step.line << ": " << fault << "\n";
    return does_not_hold;
  }
  std::cout << options.file.string() << ": " << steps.size() << " steps hold\n";
  return fine;
}

}  // namespace anteroom::commands
