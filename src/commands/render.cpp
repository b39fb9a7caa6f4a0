#include <algorithm>
#include <fstream>
#include <iostream>
#include <set>

#include "assembly/load.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "model/hello.h"
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
      state.hello = false;
      state.language = language;
      state.session.text_percent = options_.text_percent;
      state.session.high_contrast = options_.high_contrast;
      for (const std::size_t card : report::shown_cards(content_, language)) {
        if (!options_.card.empty() && content_.pack.cards[card].id != options_.card) continue;
        state.card = card;
        ok = write_card(state) && ok;
      }
      if (options_.card.empty()) ok = write_greetings(state) && ok;
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

  // Writes the screen with which the loop opens in the language of `state`, if it does.
  bool write_greetings(State state) {
    if (!state.card || !opens_with_hello(content_)) return true;
    state.hello = true;
    return write(screens::compose(state, content_, fonts_), "front");
  }

  // Writes the screens of the card in `state`, unless one of its pictures cannot be drawn: then a screen leaves the
  // card out of the loop.
  bool write_card(const State& state) {
    const std::string& card = content_.pack.cards[*state.card].id;
    if (left_out_.contains(card)) return false;
    const int before = written_;
    bool ok = true;
    std::vector<std::string> names;
    for (const report::Screenful& each : report::screens_of_card(state, content_, fonts_)) {
      ok = write(each.scene, each.name) && ok;
      names.push_back(name_of(each.scene, each.name));
      if (!lacks_picture(each.scene)) continue;
      for (const std::string& name : names) remove(name);
      written_ = before;
      left_out_.insert(card);
      std::cerr << "the card `" << card << "` is left out, as on a screen, until its picture is mended\n";
      break;
    }
    return ok;
  }

  // True if a picture of the scene, which was painted last, could not be drawn.
  bool lacks_picture(const scene::Scene& scene) const {
    const std::vector<std::string>& faults = painter_.faults();
    return std::any_of(scene.items.begin(), scene.items.end(), [&](const scene::Item& item) {
      const auto* picture = std::get_if<scene::Picture>(&item);
      if (picture == nullptr) return false;
      const std::string begin = (picture->instead.empty() ? picture->file : picture->instead) + ": ";
      return std::any_of(faults.begin(), faults.end(),
                         [&](const std::string& fault) { return fault.starts_with(begin); });
    });
  }

  void remove(const std::string& name) const {
    std::error_code ignored;
    for (const char* ending : {".png", ".scene.txt"}) fs::remove(options_.out / (name + ending), ignored);
  }

  static std::string name_of(const scene::Scene& scene, const std::string& screen) {
    return (scene.card.empty() ? scene.screen : scene.card) + "." + scene.language + "." + screen;
  }

  // Each fault of a picture is printed once, however many screens show it.
  void print_once(const std::vector<std::string>& faults) {
    for (const std::string& fault : faults) {
      if (printed_.insert(fault).second) std::cerr << fault << "\n";
    }
  }

  bool write(const scene::Scene& scene, const std::string& screen) {
    const Screen& glass = content_.settings.screen;
    const paint::Layer layer = painter_.paint(scene, glass.width_px, glass.height_px);
    const std::string name = name_of(scene, screen);
    std::string fault = paint::write_png(layer, options_.out / (name + ".png"));
    if (fault.empty() && options_.dump) {
      std::ofstream file(options_.out / (name + ".scene.txt"));
      file << scene::dump(scene);
      if (!file.flush()) fault = "cannot be written";
    }
    if (!fault.empty()) std::cerr << (options_.out / name).string() << ": error: " << fault << "\n";
    print_once(painter_.faults());
    print_once(painter_.replaced());
    ++written_;
    return fault.empty() && painter_.faults().empty() && painter_.replaced().empty();
  }

  const RenderOptions& options_;
  const Content& content_;
  paint::TtfFonts fonts_;
  paint::Pictures pictures_;
  paint::Painter painter_;
  int written_ = 0;
  std::set<std::string> printed_;   // faults of pictures
  std::set<std::string> left_out_;  // cards
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
  if (loaded.content.settings.role == Role::wall && options.text_percent != 100) {
    std::cerr << "anteroom: warning: a wall has one size of letters, so --text-size " << options.text_percent
              << " changes nothing\n";
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
