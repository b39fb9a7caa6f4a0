#include "proof/screens.h"

#include <algorithm>
#include <cmath>

#include "assembly/load.h"

namespace anteroom::proof {

namespace {

constexpr double page_mm = 174, gap_mm = 4;
// Of one screen: enough to read its smaller words with a magnifying glass; all words are in the tables as text.
constexpr double px_per_mm = 6.5;
constexpr std::uint32_t paper = 0xffffffff, frame = 0xff9aa5a8;

struct Grid {
  int columns = 1;
  int width_px = 0, height_px = 0;  // of a screen
};

Grid grid_for(const Screen& screen) {
  Grid grid;
  grid.columns = screen.width_mm < screen.height_mm ? 4 : 2;
  const double width_mm = (page_mm - gap_mm * (grid.columns - 1)) / grid.columns;
  grid.width_px = static_cast<int>(std::lround(width_mm * px_per_mm));
  grid.height_px = static_cast<int>(std::lround(grid.width_px * screen.height_mm / screen.width_mm));
  return grid;
}

// `layer` with a thin frame, at `left` of the sheet.
void place(const paint::Layer& layer, int left, paint::Layer& sheet) {
  for (int y = 0; y < layer.height; ++y) {
    std::copy_n(layer.row(y), layer.width, sheet.row(y) + left);
    sheet.row(y)[left] = sheet.row(y)[left + layer.width - 1] = frame;
  }
  for (const int y : {0, layer.height - 1}) std::fill_n(sheet.row(y) + left, layer.width, frame);
}

}  // namespace

ScreenPictures::ScreenPictures(const Shown& shown)
    : shown_(shown),
      fonts_(shown.faces),
      pictures_(assembly::picture_options(shown.content.settings, 16U << 20)),
      painter_(shown.faces, pictures_) {}

void ScreenPictures::add(const std::vector<std::pair<std::string, scene::Scene>>& scenes,
                         std::vector<document::Block>& blocks) {
  const Grid grid = grid_for(shown_.content.settings.screen);
  const int gap_px = static_cast<int>(std::lround(gap_mm * px_per_mm));
  const auto columns = static_cast<std::size_t>(grid.columns);
  for (std::size_t first = 0; first < scenes.size(); first += columns) {
    const std::size_t count = std::min(columns, scenes.size() - first);
    const int width = grid.columns * grid.width_px + (grid.columns - 1) * gap_px;
    paint::Layer sheet(width, grid.height_px);
    std::fill(sheet.pixels.begin(), sheet.pixels.end(), paper);
    document::Table names{std::vector<double>(columns, 1.0 / grid.columns), {}, {{}}};
    std::string described;
    for (std::size_t i = 0; i < columns; ++i) {
      names.rows.front().push_back(
          {i < count ? scenes[first + i].first : "", document::Mark::muted, document::Look::small, "en"});
      if (i >= count) continue;
      const auto& [name, scene] = scenes[first + i];
      place(painter_.paint(scene, grid.width_px, grid.height_px), static_cast<int>(i) * (grid.width_px + gap_px),
            sheet);
      faults_.insert(painter_.faults().begin(), painter_.faults().end());
      described += (described.empty() ? "" : ", ") + name;
      ++drawn_;
    }
    blocks.emplace_back(document::picture_of(sheet.width, sheet.height, sheet.pixels, page_mm, ""));
    blocks.emplace_back(std::move(names));
  }
}

}  // namespace anteroom::proof
