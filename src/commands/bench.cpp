#include <iostream>

#include "assembly/load.h"
#include "bench/bench_window.h"
#include "bench/measure.h"
#include "bench/pack_figures.h"
#include "bench/paint_figures.h"
#include "bench/panel_figures.h"
#include "bench/reload_figures.h"
#include "bench/start_figures.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "platform/memory.h"
#include "platform/video.h"

namespace anteroom::commands {

int bench(const BenchOptions& options) {
  platform::map_large_blocks();
  platform::prepare_environment();
  source::Diagnostics diagnostics;
  assembly::Loaded loaded = assembly::load(options.source, diagnostics);
  loaded.content.settings.loop.hello = false;  // cards are measured
  print(diagnostics);
  bench::Figures figures;
  bool complete = true;
  const auto wanted = [&options](const char* group) { return options.only.empty() || options.only == group; };
  const auto could_not = [&complete](const char* what) {
    std::cerr << "anteroom: error: " << what << " could not be written or read whole\n";
    complete = false;
  };
  if (wanted("start")) figures.set("shared_objects", bench::shared_objects());
  const bool shows = wanted("screen") || wanted("pointer") || wanted("motion") || wanted("loop") || wanted("usage") ||
                     wanted("pictures") || wanted("reload");
  const bool needs_window = wanted("start") || wanted("memory") || shows;
  bool windowed = platform::display_available();
  if (windowed && wanted("start")) bench::measure_first_frame(options.source, figures);
  if (windowed && wanted("memory")) bench::measure_running(options.source, figures);
  if (windowed && shows) {
    bench::BenchWindow window(loaded);
    windowed = window.fault().empty();
    if (windowed && wanted("pointer")) window.measure_pointer(figures);
    if (windowed && wanted("screen")) window.measure(figures);
    if (windowed && wanted("motion")) window.measure_motion(figures);
    if (windowed && wanted("loop")) window.measure_loop(figures);
    if (windowed && wanted("usage") && !window.measure_usage(figures)) could_not("the counts");
    if (windowed && wanted("pictures") && !window.measure_pictures(figures)) could_not("the pack of harmful pictures");
    if (windowed && wanted("reload") && !window.measure_reloads(figures)) could_not("the edited pack");
  }
  if (needs_window && !windowed) {
    std::cerr << "anteroom: no window can be opened here; the figures that need one are left out\n";
  }
  if (wanted("reload") && !bench::measure_reload_memory(1000, figures)) could_not("the edited pack");
  if (wanted("paint")) bench::measure_raster(loaded, figures);
  if (wanted("panel")) bench::measure_panel(loaded, figures);
  source::Diagnostics of_big_pack;
  if (wanted("pack") && !bench::measure_big_pack(options.big_pack_cards, figures, of_big_pack)) {
    print(of_big_pack);
    could_not("the big pack");
  }
  std::cout << (options.json ? figures.to_json() + "\n" : figures.to_text());
  return complete ? fine : does_not_hold;
}

}  // namespace anteroom::commands
