#include <algorithm>
#include <fstream>
#include <iostream>

#include "assembly/load.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "model/wall_clock.h"
#include "paint/painter.h"
#include "paint/png.h"
#include "paint/ttf_fonts.h"
#include "report/every_screen.h"
#include "scene/dump.h"
#include "screens/compose.h"

namespace anteroom::commands {

namespace fs = std::filesystem;

namespace {

// A fixed time, so that two renders are byte-identical.
constexpr WallTime render_time =
    std::chrono::local_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(10) + std::chrono::minutes(8);

class Renderer {
 public:
  Renderer(const RenderOptions& options, const assembly::Loaded& loaded)
      : options_(options),
        content_(loaded.content),
        fonts_(*loaded.faces),
        pictures_(assembly::picture_options(loaded.content.settings, 8U << 20)),
        painter_(*loaded.faces, pictures_) {}

  // Writes every screen that was asked for. Returns false if one could not be drawn or written.
  bool render() {
    bool ok = true;
    const State fresh = start(content_, {MonoTime{}, possible_time(content_, render_time)});
    for (const std::size_t language : languages()) {
      State state = fresh;
      state.open = true;  // cards are drawn regardless of the opening hours
      state.language = language;
      state.session.text_percent = options_.text_percent;
      state.session.high_contrast = options_.high_contrast;
      for (const std::size_t card : report::shown_cards(content_, language)) {
        if (!options_.card.empty() && content_.pack.cards[card].id != options_.card) continue;
        state.card = card;
        for (const report::Screenful& each : report::screens_of_card(state, content_, fonts_)) {
          ok = write(each.scene, each.name) && ok;
        }
      }
      state.card.reset();
      if (content_.pack.cards.empty()) ok = write(screens::compose(state, content_, fonts_), "front") && ok;
    }
    return ok;
  }
  int written() const { return written_; }

 private:
  std::vector<std::size_t> languages() const {
    std::vector<std::size_t> all = report::shown_languages(content_);
    if (options_.language.empty()) return all;
    std::erase_if(all, [&](std::size_t i) {
      return i >= content_.pack.languages.size() || content_.pack.languages[i] != options_.language;
    });
    return all;
  }

  bool write(const scene::Scene& scene, const std::string& screen) {
    const Screen& glass = content_.settings.screen;
    const paint::Layer layer = painter_.paint(scene, glass.width_px, glass.height_px);
    const std::string name = (scene.card.empty() ? scene.screen : scene.card) + "." + scene.language + "." + screen;
    std::string fault = paint::write_png(layer, options_.out / (name + ".png"));
    if (fault.empty() && options_.dump) {
      std::ofstream file(options_.out / (name + ".scene.txt"));
      file << scene::dump(scene);
      if (!file.flush()) fault = "cannot be written";
    }
    if (!fault.empty()) std::cerr << (options_.out / name).string() << ": error: " << fault << "\n";
    for (const std::string& picture : painter_.faults()) std::cerr << picture << "\n";
    for (const std::string& picture : painter_.replaced()) std::cerr << picture << "\n";
    ++written_;
    return fault.empty() && painter_.faults().empty() && painter_.replaced().empty();
  }

  const RenderOptions& options_;
  const Content& content_;
  paint::TtfFonts fonts_;
  paint::Pictures pictures_;
  paint::Painter painter_;
  int written_ = 0;
};

}  // namespace

int render(const RenderOptions& options) {
  source::Diagnostics diagnostics;
  source::TomlFiles files;
  assembly::Loaded loaded =
      assembly::load(assembly::load_settings(options.source, options.display, files, diagnostics),
                     assembly::config_file(options.source), files, diagnostics, assembly::Times::chosen);
  print(diagnostics);
  Screen& set = loaded.content.settings.screen;
  set = assembly::resized(set, options.size.value_or(assembly::Size{set.width_px, set.height_px}));
  std::error_code error;
  fs::create_directories(options.out, error);
  if (error) {
    std::cerr << options.out.string() << ": error: cannot be made: " << error.message() << "\n";
    return does_not_hold;
  }
  Renderer renderer(options, loaded);
  const bool ok = renderer.render();
  if (renderer.written() == 0) {
    std::cerr << "anteroom: error: no screen of the loop has this card and language\n";
    return does_not_hold;
  }
  std::cout << renderer.written() << " screens in " << options.out.string() << "\n";
  return ok && diagnostics.error_count() == 0 ? fine : does_not_hold;
}

}  // namespace anteroom::commands
