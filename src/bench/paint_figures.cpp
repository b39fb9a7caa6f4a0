#include "bench/paint_figures.h"

#include <vector>

#include "paint/painter.h"
#include "paint/ttf_fonts.h"
#include "platform/clock.h"
#include "screens/compose.h"

namespace anteroom::bench {

void measure_raster(const assembly::Loaded& loaded, Figures& figures) {
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
    const double before = monotonic_ms();
    painter.paint(scene, layer);
    first.push_back(monotonic_ms() - before);
    for (int i = 0; i < 5; ++i) {
      const double cpu_before = cpu_ms();
      const double wall_before = monotonic_ms();
      painter.paint(scene, layer);
      wall.push_back(monotonic_ms() - wall_before);
      cpu.push_back(cpu_ms() - cpu_before);
    }
  }
  figures.set("raster_with_picture_ms_p50", percentile(first, 0.5));
  figures.set("raster_ms_p50", percentile(wall, 0.5));
  figures.set("raster_ms_p99", percentile(wall, 0.99));
  figures.set("raster_cpu_ms_p50", percentile(cpu, 0.5));
  figures.set("raster_cpu_ms_p99", percentile(cpu, 0.99));
}

}  // namespace anteroom::bench
