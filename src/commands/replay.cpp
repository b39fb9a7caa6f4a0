#include <fstream>
#include <iostream>
#include <sstream>

#include "app/kiosk.h"
#include "commands/load.h"
#include "commands/replay_file.h"
#include "paint/painter.h"
#include "paint/png.h"
#include "paint/ttf_fonts.h"
#include "scene/dump.h"

namespace anteroom::commands {

namespace fs = std::filesystem;

namespace {

// A Monday morning, so that a replay without `now` is the same on every day.
constexpr WallTime replay_begins = std::chrono::local_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(8);

// White space of every kind as single spaces, invisible marks left out: what a person means by a text.
std::string plain(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string_view rest = std::string_view(text).substr(i);
    std::size_t skip = 0;
    bool space = text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
    for (const std::string_view each : {"\u00A0", "\u202F", "\u2009"}) {
      if (rest.substr(0, each.size()) == each) space = true, skip = each.size() - 1;
    }
    for (const std::string_view each : {"\u2066", "\u2067", "\u2068", "\u2069", "\u200E", "\u200F", "\u00AD"}) {
      if (rest.substr(0, each.size()) == each) skip = each.size();
    }
    if (space) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      i += skip;
    } else if (skip > 0) {
      i += skip - 1;
    } else {
      out += text[i];
    }
  }
  return out;
}

class Player {
 public:
  Player(Content content, fs::path out)
      : out_(std::move(out)),
        faces_(paint::default_family_choices(), languages_of(content)),
        fonts_(faces_),
        pictures_(8u << 20),
        kiosk_(std::move(content), fonts_, now_) {}

  // Why `step` does not hold; empty: it does.
  std::string play(const Step& step) {
    return std::visit([this](const auto& command) { return carry_out(command); }, step.command);
  }

 private:
  std::string carry_out(const Wait& wait) {
    now_.mono += wait.time;
    lead_in_ += wait.time;
    const auto seconds = std::chrono::floor<std::chrono::seconds>(lead_in_);
    now_.wall += seconds;
    lead_in_ -= seconds;
    kiosk_.tick(now_);
    return {};
  }
  std::string carry_out(const SetWallClock& set) {
    now_.wall = set.time;
    lead_in_ = Millis(0);
    kiosk_.tick(now_);
    return {};
  }
  std::string carry_out(const Expect& expect) const {
    const scene::Scene& scene = kiosk_.scene();
    if (expect.what == "text" || expect.what == "no text") {
      const std::string shown = plain(scene::visible_text(scene));
      const bool found = shown.find(plain(expect.value)) != std::string::npos;
      if (found == (expect.what == "text")) return {};
      return "\"" + expect.value + "\" is " + (found ? "" : "not ") + "on the screen, which says: " + shown;
    }
    const std::string& is = expect.what == "screen" ? scene.screen
                            : expect.what == "card" ? scene.card
                                                    : scene.language;
    if (is == expect.value) return {};
    return "the " + expect.what + " is '" + is + "', not '" + expect.value + "'";
  }
  std::string carry_out(const Shot& shot) {
    if (out_.empty()) return {};
    std::error_code error;
    fs::create_directories(out_, error);
    const Screen& glass = kiosk_.content().settings.screen;
    paint::Painter painter(faces_, pictures_);
    const paint::Layer layer = painter.paint(kiosk_.scene(), glass.width_px, glass.height_px);
    if (!painter.faults().empty()) return painter.faults().front();
    std::ofstream scene(out_ / (shot.name + ".scene.txt"));
    scene << scene::dump(kiosk_.scene());
    if (!scene.flush()) return (out_ / (shot.name + ".scene.txt")).string() + " cannot be written";
    const std::string fault = paint::write_png(layer, out_ / (shot.name + ".png"));
    return fault.empty() ? "" : (out_ / (shot.name + ".png")).string() + " " + fault;
  }
  static std::string carry_out(const Unreadable& unreadable) { return unreadable.why; }

  fs::path out_;
  Now now_{MonoTime{}, replay_begins};
  Millis lead_in_{0};  // of the wall clock, which counts whole seconds
  paint::FaceTable faces_;
  paint::TtfFonts fonts_;
  paint::Pictures pictures_;
  app::Kiosk kiosk_;
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
  Content content = load(options.source, diagnostics);
  print(diagnostics);
  const Screen& set = content.settings.screen;
  content.settings.screen = resized(set, {set.width_px, set.height_px});
  Player player(std::move(content), options.out);
  const std::vector<Step> steps = parse_replay(text.str());
  for (const Step& step : steps) {
    const std::string fault = player.play(step);
    if (fault.empty()) continue;
    std::cerr << options.file.string() << ":" << step.line << ": " << fault << "\n";
    return does_not_hold;
  }
  std::cout << options.file.string() << ": " << steps.size() << " steps hold\n";
  return fine;
}

}  // namespace anteroom::commands
