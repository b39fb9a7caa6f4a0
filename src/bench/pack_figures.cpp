#include "bench/pack_figures.h"

#include <filesystem>

#include "bench/generated_pack.h"
#include "content/read_pack.h"
#include "platform/memory.h"

namespace anteroom::bench {

namespace fs = std::filesystem;

bool measure_big_pack(int cards, Figures& figures, source::Diagnostics& diagnostics) {
  const fs::path folder = write_pack(cards, {calm_disc()});
  if (folder.empty()) return false;
  platform::release_free_memory();
  source::TomlFiles files;
  const double rss = memory_mb("Rss");
  const double before = monotonic_ms();
  const Pack pack = content::read_pack(folder, {}, files, diagnostics);
  figures.set("big_pack_load_ms", monotonic_ms() - before);
  figures.set("big_pack_rss_mb", memory_mb("Rss") - rss);
  figures.set("big_pack_cards", static_cast<double>(pack.cards.size()));
  fs::remove_all(folder);
  return static_cast<int>(pack.cards.size()) == cards;
}

}  // namespace anteroom::bench
