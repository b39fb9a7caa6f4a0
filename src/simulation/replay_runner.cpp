#include "simulation/replay_runner.h"

#include <fstream>
#include <optional>
#include <utility>

#include "paint/painter.h"
#include "paint/png.h"
#include "scene/dump.h"
#include "scene/hit_test.h"
#include "simulation/plain_text.h"

namespace anteroom::simulation {

namespace fs = std::filesystem;

ReplayRunner::ReplayRunner(assembly::Loaded loaded, fs::path out)
    : out_(std::move(out)), simulation_(std::move(loaded)) {}

ReplayRunner::ReplayRunner(assembly::Loaded loaded, fs::path out, platform::Voice& voice)
    : out_(std::move(out)), simulation_(std::move(loaded), voice) {}

std::string ReplayRunner::run(const Step& step) {
  return std::visit([this](const auto& command) { return carry_out(command); }, step.command);
}

std::string ReplayRunner::carry_out(const Wait& wait) {
  simulation_.wait(wait.time);
  return {};
}

std::string ReplayRunner::carry_out(const Listen&) {
  return simulation_.listen() ? "" : "the voice goes on and on";
}

std::string ReplayRunner::carry_out(const SetWallClock& set) {
  simulation_.set_wall_clock(set.time);
  return {};
}

std::string ReplayRunner::carry_out(const Tap& tap) {
  if (tap.label.empty()) {
    simulation_.tap(tap.at);
    return {};
  }
  if (const std::optional<scene::Point> at = simulation_.find(tap.label)) {
    simulation_.tap(*at);
    return {};
  }
  std::string there;
  for (const scene::Target* each : scene::focus_order(simulation_.scene())) {
    there += (there.empty() ? "" : ", ") + ("\"" + each->label + "\"");
  }
  return "there is no \"" + tap.label + "\" to tap; there are " + (there.empty() ? "no targets" : there);
}

std::string ReplayRunner::carry_out(const Press& press) {
  simulation_.press(press.at);
  return {};
}

std::string ReplayRunner::carry_out(const Drag& drag) {
  simulation_.drag(drag.from, drag.to);
  return {};
}

std::string ReplayRunner::carry_out(const Release&) {
  simulation_.release();
  return {};
}

std::string ReplayRunner::carry_out(const Palm&) {
  simulation_.palm();
  return {};
}

std::string ReplayRunner::carry_out(const PutUpNotice& put_up) {
  simulation_.post(put_up.notice);
  return {};
}

std::string ReplayRunner::carry_out(const PressKey& press) {
  simulation_.key(press.key);
  return {};
}

std::string ReplayRunner::carry_out(const Expect& expect) const {
  const scene::Scene& scene = simulation_.scene();
  if (expect.what == "spoken everything") {
    const std::string unsaid = simulation_.unsaid();
    return unsaid.empty() ? "" : "\"" + unsaid + "\" was not spoken";
  }
  if (expect.what == "spoken") {
    const std::string wanted = plain(expect.value);
    std::string all;
    for (const std::string& each : simulation_.said()) {
      if (plain(each).find(wanted) != std::string::npos) return {};
      all += (all.empty() ? "" : " | ") + each;
    }
    return "\"" + expect.value + "\" was not spoken; there was: " + (all.empty() ? "silence" : all);
  }
  if (expect.what == "text" || expect.what == "no text") {
    const std::string shown = plain(scene::visible_text(scene));
    const bool found = shown.find(plain(expect.value)) != std::string::npos;
    if (found == (expect.what == "text")) return {};
    return "\"" + expect.value + "\" is " + (found ? "" : "not ") + "on the screen, which says: " + shown;
  }
  if (expect.what == "picture") {
    const bool moves = motion_of(simulation_.kiosk().state(), simulation_.kiosk().content()).has_value();
    if (moves == (expect.value == "moving")) return {};
    return std::string("the picture is ") + (moves ? "moving" : "still") + ", not " + expect.value;
  }
  const std::string& is = expect.what == "screen" ? scene.screen : expect.what == "card" ? scene.card : scene.language;
  if (is == expect.value) return {};
  return "the " + expect.what + " is '" + is + "', not '" + expect.value + "'";
}

std::string ReplayRunner::carry_out(const Shot& shot) {
  if (out_.empty()) return {};
  std::error_code error;
  fs::create_directories(out_, error);
  const Screen& glass = simulation_.kiosk().content().settings.screen;
  paint::Pictures pictures(assembly::picture_options(simulation_.kiosk().content().settings, 8U << 20));
  paint::Painter painter(simulation_.faces(), pictures);
  const paint::Layer layer = painter.paint(simulation_.scene(), glass.width_px, glass.height_px);
  if (!painter.faults().empty()) return painter.faults().front();
  std::ofstream scene(out_ / (shot.name + ".scene.txt"));
  scene << scene::dump(simulation_.scene());
  if (!scene.flush()) return (out_ / (shot.name + ".scene.txt")).string() + " cannot be written";
  const std::string fault = paint::write_png(layer, out_ / (shot.name + ".png"));
  return fault.empty() ? "" : (out_ / (shot.name + ".png")).string() + " " + fault;
}

std::string ReplayRunner::carry_out(const Unreadable& unreadable) {
  return unreadable.why;
}

}  // namespace anteroom::simulation
