#include "paint/ttf_fonts.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <system_error>
#include <unordered_map>
#include <utility>
#include <vector>

#include "paint/sized_font.h"

namespace anteroom::paint {

namespace {

// SizedFont measures to a pixel, which at this size is a thousandth of an em.
constexpr double reference_px = 1024;

// A long day needs a few hundred words; beyond this number the cache is emptied.
constexpr std::size_t max_advances = 8192;

// Inter's faces are 260 kB, Noto Sans's 580 kB: reading those whole halves the time of drawing. Chinese is 19 MB.
constexpr std::uintmax_t small_file_bytes = 1u << 20;

std::shared_ptr<const std::vector<char>> content_if_small(const std::string& file) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (error || size > small_file_bytes) return nullptr;
  std::vector<char> bytes(size);
  std::ifstream stream(file, std::ios::binary);
  if (!stream.read(bytes.data(), static_cast<std::streamsize>(size))) return nullptr;
  return std::make_shared<const std::vector<char>>(std::move(bytes));
}

// Enough for all runs of a pack's cards in a few languages and sizes.
constexpr std::size_t max_extents = 8192;

// Without the size: the same words are laid out again for every size and page, and have the same width in em.
std::string advance_key(text::FaceId face, std::string_view utf8, std::string_view script, bool right_to_left) {
  std::string key;
  key.reserve(utf8.size() + script.size() + 12);
  key.append(std::to_string(face)).append(right_to_left ? "<" : ">").append(script).append(" ").append(utf8);
  return key;
}

std::string extent_key(const text::Run& run, double size_px) {
  std::string key = advance_key(run.face, run.utf8, run.script, run.right_to_left);
  key.append(reinterpret_cast<const char*>(&size_px), sizeof size_px);
  return key;
}

}  // namespace

struct TtfFonts::Data {
  struct Sized {
    SizedFont font;
    bool used = true;  // since the last trim()
  };

  explicit Data(const FaceTable& table) : faces(table) {}

  const FaceTable& faces;
  TtfLibrary library;
  std::map<std::string, std::shared_ptr<const std::vector<char>>> files;
  std::map<text::FaceId, SizedFont> references;
  std::map<text::FaceId, text::FaceMetrics> metrics;
  std::unordered_map<std::string, double> advances;
  std::map<std::pair<text::FaceId, double>, Sized> sizes;
  std::unordered_map<std::string, Extent> extents;

  SizedFont open(text::FaceId face, double size_px, SizedFont::Use use) {
    const std::string& file = faces.file(face);
    auto known = files.find(file);
    if (known == files.end()) known = files.emplace(file, content_if_small(file)).first;
    return {file, known->second, faces.index(face), size_px, use};
  }
  SizedFont& reference(text::FaceId face) {
    const auto known = references.find(face);
    return known != references.end()
               ? known->second
               : references.emplace(face, open(face, reference_px, SizedFont::Use::measuring)).first->second;
  }
  SizedFont& sized(text::FaceId face, double size_px) {
    const std::pair key{face, size_px};
    auto known = sizes.find(key);
    if (known == sizes.end()) known = sizes.emplace(key, Sized{open(face, size_px, SizedFont::Use::drawing)}).first;
    known->second.used = true;
    return known->second.font;
  }
};

TtfFonts::TtfFonts(const FaceTable& faces) : data_(std::make_unique<Data>(faces)) {}
TtfFonts::~TtfFonts() = default;

text::FaceId TtfFonts::face_for(char32_t character, std::string_view language, text::Weight weight,
                                text::FaceId current) {
  return data_->faces.face_for(character, language, weight, current);
}

bool TtfFonts::covers(char32_t character, std::string_view language, text::Weight weight) {
  return data_->faces.covers(character, language, weight);
}

double TtfFonts::advance(text::FaceId face, std::string_view utf8, std::string_view script, bool right_to_left) {
  std::string key = advance_key(face, utf8, script, right_to_left);
  const auto known = data_->advances.find(key);
  if (known != data_->advances.end()) return known->second;
  const double advance =
      data_->reference(face).advance_px({std::string(utf8), std::string(script), right_to_left}) / reference_px;
  if (data_->advances.size() >= max_advances) data_->advances.clear();
  data_->advances.emplace(std::move(key), advance);
  return advance;
}

text::FaceMetrics TtfFonts::metrics(text::FaceId face) {
  const auto known = data_->metrics.find(face);
  if (known != data_->metrics.end()) return known->second;
  return data_->metrics[face] = data_->reference(face).metrics();
}

TtfFonts::Drawn TtfFonts::draw(const text::Run& run, double size_px, scene::Color ink) {
  TextPicture picture = data_->sized(run.face, size_px).draw({run.utf8, run.script, run.right_to_left}, ink);
  if (data_->extents.size() >= max_extents) data_->extents.clear();
  data_->extents[extent_key(run, size_px)] = {picture.texture.width, picture.texture.height, picture.left_px,
                                              picture.baseline_px};
  return {std::move(picture.texture), picture.left_px, picture.baseline_px};
}

TtfFonts::Extent TtfFonts::extent(const text::Run& run, double size_px) {
  const auto known = data_->extents.find(extent_key(run, size_px));
  if (known != data_->extents.end()) return known->second;
  const Drawn drawn = draw(run, size_px, {});
  return {drawn.texture.width, drawn.texture.height, drawn.left_px, drawn.baseline_px};
}

void TtfFonts::trim() {
  for (auto sized = data_->sizes.begin(); sized != data_->sizes.end();) {
    if (!sized->second.used) {
      sized = data_->sizes.erase(sized);
    } else {
      sized->second.used = false;
      ++sized;
    }
  }
}

}  // namespace anteroom::paint
