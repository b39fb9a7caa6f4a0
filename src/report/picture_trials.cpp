#include "report/picture_trials.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "assembly/load.h"
#include "source/rules.h"
#include "source/source_file.h"

namespace anteroom::report {
namespace {

constexpr double slow_s = 1;
constexpr double large_mb = 64;

std::string tenths(double value) {
  const long count = std::lround(value * 10);
  return std::to_string(count / 10) + "." + std::to_string(count % 10);
}

std::string in_line(int line) {
  return line > 0 ? " (line " + std::to_string(line) + ")" : "";
}

// The pixel of `drawn` at a place in its whole picture.
std::uint32_t pixel_at(const paint::Pictures::Loaded& drawn, int x, int y) {
  const int left = x - drawn.left_px, top = y - drawn.top_px;
  const paint::Texture& texture = *drawn.texture;
  if (left < 0 || top < 0 || left >= texture.width || top >= texture.height) return 0;
  return texture
      .pixels[static_cast<std::size_t>(top) * static_cast<std::size_t>(texture.width) + static_cast<std::size_t>(left)];
}

// True if the two pixels can be told apart.
bool differ(std::uint32_t one, std::uint32_t other) {
  constexpr int noticeable = 16;  // of 255
  for (const int shift : {0, 8, 16, 24}) {
    const int a = static_cast<int>(one >> shift & 255U), b = static_cast<int>(other >> shift & 255U);
    if (std::abs(a - b) > noticeable) return true;
  }
  return false;
}

}  // namespace

PictureTrials::PictureTrials(const Settings& settings)
    : pictures_(assembly::picture_options(settings, 0)),
      width_px_(assembly::largest_picture(settings.screen).width),
      height_px_(assembly::largest_picture(settings.screen).height) {}

std::string PictureTrials::fault(const std::string& file, const std::vector<std::vector<std::string>>& shown) {
  const auto [at, added] = costs_.try_emplace(file);
  if (added) at->second = pictures_.try_out(file, width_px_, height_px_);
  const paint::PictureCost& whole = at->second;
  if (!whole.fault.empty()) return whole.fault + in_line(whole.fault_line);
  std::vector<std::vector<std::string>> layers = shown;
  std::erase_if(layers, [](const std::vector<std::string>& set) { return set.empty(); });
  if (layers.empty()) return {};
  const auto [known, is_new] = layer_faults_.try_emplace({file, layers});
  if (is_new) {
    const paint::PictureCost cost = pictures_.try_out(file, width_px_, height_px_, layers);
    if (!cost.fault.empty()) known->second = cost.fault + in_line(cost.fault_line);
  }
  return known->second;
}

bool PictureTrials::look_same(const content::PictureLayers& one, const content::PictureLayers& other) {
  constexpr int side_px = 600;
  constexpr double noticeable_share = 1e-4;  // of the picture: a spot of 6 x 6 pixels
  const std::vector<paint::Pictures::Loaded> drawn =
      pictures_.load_all({{.file = one.picture, .width_px = side_px, .height_px = side_px, .layers = one.layers},
                          {.file = other.picture, .width_px = side_px, .height_px = side_px, .layers = other.layers}});
  const paint::Pictures::Loaded &left = drawn.front(), &right = drawn.back();
  if (!left.texture || !right.texture) return false;
  if (left.whole.width != right.whole.width || left.whole.height != right.whole.height) return false;
  long count = 0;
  for (int y = 0; y < left.whole.height; ++y) {
    for (int x = 0; x < left.whole.width; ++x) count += differ(pixel_at(left, x, y), pixel_at(right, x, y)) ? 1 : 0;
  }
  const double all = static_cast<double>(left.whole.width) * left.whole.height;
  return static_cast<double>(count) < noticeable_share * all;
}

void report_cost(const std::string& file, const paint::PictureCost& cost, int width_px, int height_px,
                 source::Diagnostics& diagnostics) {
  for (const decode::Remark& remark : cost.remarks) {
    source::add_file_fault(diagnostics, rule::picture_remark, file,
                           "this picture " + remark.text + in_line(remark.line));
  }
  if (cost.seconds > slow_s) {
    source::add_file_fault(diagnostics, rule::slow_picture, file,
                           "this picture takes " + tenths(cost.seconds) + " s to draw in a box of " +
                               std::to_string(width_px) + " x " + std::to_string(height_px) +
                               " pixels; with fewer shapes and without filters it would take less");
  }
  if (cost.memory_mb > large_mb) {
    source::add_file_fault(diagnostics, rule::large_picture, file,
                           "this picture takes " + std::to_string(std::lround(cost.memory_mb)) +
                               " MB of memory to draw; save it with fewer pixels");
  }
}

void PictureTrials::report(source::Diagnostics& diagnostics) const {
  for (const auto& [file, cost] : costs_) {
    if (cost.fault.empty()) report_cost(file, cost, width_px_, height_px_, diagnostics);
  }
}

}  // namespace anteroom::report
