#include "bench/paint_figures.h"

#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "paint/painter.h"
#include "paint/ttf_fonts.h"
#include "platform/clock.h"
#include "screens/compose.h"

namespace anteroom::bench {

namespace fs = std::filesystem;

namespace {

// A folder for drawings that nobody else has written to; removed at the end. Empty if there can be none.
class EmptyFolder {
 public:
  EmptyFolder() {
    std::error_code error;
    std::string pattern = (fs::temp_directory_path(error) / "anteroom-drawings-XXXXXX").string();
    if (!error && ::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  ~EmptyFolder() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(path_, error);
  }
  EmptyFolder(const EmptyFolder&) = delete;
  EmptyFolder& operator=(const EmptyFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// Paints the fronts of the loop, with no picture in memory at the start, whose drawings are kept in `folder`.
class Fronts {
 public:
  Fronts(const assembly::Loaded& loaded, const fs::path& folder)
      : fonts_(*loaded.faces),
        pictures_(options(loaded.content.settings, folder)),
        painter_(*loaded.faces, pictures_),
        layer_(loaded.content.settings.screen.width_px, loaded.content.settings.screen.height_px) {
    State state = start(loaded.content, {MonoTime{}, platform::wall_now()});
    state.hello = false;
    for (const std::size_t card : loop_cards(state, loaded.content, state.minute)) {
      state.card = card;
      scenes_.push_back(screens::compose(state, loaded.content, fonts_));
    }
  }

  const std::vector<scene::Scene>& scenes() const { return scenes_; }
  // In ms of wall time.
  double paint(const scene::Scene& scene) {
    const double before = monotonic_ms();
    painter_.paint(scene, layer_);
    return monotonic_ms() - before;
  }
  // The first painting of each front.
  std::vector<double> paint_once() {
    std::vector<double> wall;
    for (const scene::Scene& scene : scenes_) wall.push_back(paint(scene));
    return wall;
  }

 private:
  static paint::Pictures::Options options(const Settings& settings, const fs::path& folder) {
    paint::Pictures::Options options = assembly::picture_options(settings, 64U << 20);
    options.disk = folder;
    return options;
  }

  paint::TtfFonts fonts_;
  paint::Pictures pictures_;
  paint::Painter painter_;
  paint::Layer layer_;
  std::vector<scene::Scene> scenes_;
};

}  // namespace

void measure_raster(const assembly::Loaded& loaded, Figures& figures) {
  const EmptyFolder folder;
  figures.set("raster_first_ever_ms_p50", percentile(Fronts(loaded, folder.path()).paint_once(), 0.5));
  // As after a start of the program: all drawings are on the disk, none in memory.
  Fronts fronts(loaded, folder.path());
  figures.set("raster_with_picture_ms_p50", percentile(fronts.paint_once(), 0.5));
  std::vector<double> wall;
  std::vector<double> cpu;
  for (const scene::Scene& scene : fronts.scenes()) {
    fronts.paint(scene);  // the pictures before it may have taken its place in memory
    for (int i = 0; i < 5; ++i) {
      const double cpu_before = cpu_ms();
      wall.push_back(fronts.paint(scene));
      cpu.push_back(cpu_ms() - cpu_before);
    }
  }
  figures.set("raster_ms_p50", percentile(wall, 0.5));
  figures.set("raster_ms_p99", percentile(wall, 0.99));
  figures.set("raster_cpu_ms_p50", percentile(cpu, 0.5));
  figures.set("raster_cpu_ms_p99", percentile(cpu, 0.99));
}

}  // namespace anteroom::bench
