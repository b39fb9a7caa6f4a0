#include "paint/pictures.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <list>
#include <map>
#include <mutex>
#include <tuple>
#include <utility>

#include "decoder/bitmap.h"
#include "decoder/svg.h"
#include "paint/blend.h"

namespace anteroom::paint {
namespace {

namespace fs = std::filesystem;
using decode::Decoded;
using decoder::PictureKind;
using decoder::StoredSize;

// A picture as asked for. The file's time and size are part of it, so that an edited file is read again.
struct Key {
  std::string file;
  int width_px, height_px;
  std::uint32_t tint;
  bool tinted, mirrored;
  std::vector<std::string> layers;
  std::int64_t modified;
  std::uintmax_t file_bytes;

  auto order() const {
    return std::tie(file, width_px, height_px, tint, tinted, mirrored, layers, modified, file_bytes);
  }
  friend bool operator<(const Key& one, const Key& other) { return one.order() < other.order(); }
};

// 16 MB as "16 MB", 300 bytes as "300 bytes"; rounded up to tenths, so that what is too large never reads like the
// limit.
std::string in_words(std::uintmax_t bytes) {
  const auto tenths = [bytes](std::uintmax_t unit, const char* name) {
    const std::uintmax_t count = (bytes * 10 + unit - 1) / unit;
    const std::string fraction = count % 10 == 0 ? "" : "." + std::to_string(count % 10);
    return std::to_string(count / 10) + fraction + " " + name;
  };
  if (bytes >= 1U << 20) return tenths(1U << 20, "MB");
  if (bytes >= 1U << 10) return tenths(1U << 10, "kB");
  return std::to_string(bytes) + " bytes";
}

std::string too_many_bytes(std::uintmax_t bytes, std::size_t limit) {
  return "is " + in_words(bytes) + "; at most " + in_words(limit);
}

struct Contents {
  std::string bytes;
  std::string fault;
};

Contents read(const std::string& file, std::size_t limit) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (status.type() == fs::file_type::not_found) return {{}, "does not exist"};
  // A pipe or a device could hold the program for ever.
  if (!fs::is_regular_file(status)) return {{}, "is not a file"};
  const std::uintmax_t size = fs::file_size(file, error);
  if (!error && size > limit) return {{}, too_many_bytes(size, limit)};
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return {{}, std::string("cannot be read: ") + std::strerror(errno)};
  // One more than asked about: the file may grow meanwhile.
  std::string bytes(std::min<std::uintmax_t>(size, limit) + 1, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  if (bytes.size() > limit) return {{}, too_many_bytes(bytes.size(), limit)};
  return {std::move(bytes), {}};
}

constexpr const char* unknown_kind = "is not a picture that can be drawn: it is neither SVG, PNG, JPEG nor WebP";

Decoded decode(const std::string& file, int width_px, int height_px, const std::vector<std::string>& layers,
               const PictureLimits& limits) {
  const Contents contents = read(file, limits.file_bytes);
  if (!contents.fault.empty()) return {{}, contents.fault};
  if (contents.bytes.empty()) return {{}, "is empty"};
  const std::optional<PictureKind> kind = decoder::kind_of(contents.bytes);
  if (!kind) return {{}, unknown_kind};
  if (*kind == PictureKind::svg) return decoder::draw_svg(contents.bytes, width_px, height_px, layers);
  if (!layers.empty()) return {{}, "has no element with the id \"" + layers.front() + "\": it is no SVG"};
  return decoder::decode_bitmap(contents.bytes, *kind, width_px, height_px, limits.pixels);
}

void paint_in(Texture& texture, scene::Color tint) {
  for (std::uint32_t& pixel : texture.pixels) {
    pixel = premultiplied(tint.r, tint.g, tint.b, times(pixel >> 24, tint.a));
  }
  texture.opaque = texture.opaque && tint.a == 255;
}

void mirror(Decoded& decoded) {
  Texture& texture = decoded.texture;
  decoded.left_px = decoded.whole.width - decoded.left_px - texture.width;
  for (auto row = texture.pixels.begin(); row != texture.pixels.end(); row += texture.width) {
    std::reverse(row, row + texture.width);
  }
}

Key key_of(const std::string& file, int width_px, int height_px, std::optional<scene::Color> tint, bool mirrored,
           const std::vector<std::string>& layers) {
  std::error_code error;
  const auto modified = fs::last_write_time(file, error).time_since_epoch().count();
  const auto bytes = fs::file_size(file, error);
  const scene::Color color = tint.value_or(scene::Color{});
  const std::uint32_t packed = static_cast<std::uint32_t>(color.a) << 24 | static_cast<std::uint32_t>(color.r) << 16 |
                               static_cast<std::uint32_t>(color.g) << 8 | color.b;
  return {file, width_px, height_px, packed, tint.has_value(), mirrored, layers, static_cast<std::int64_t>(modified),
          bytes};
}

// Layers without ink have no bytes, but are kept all the same.
constexpr std::size_t most_pictures = 4096;

}  // namespace

struct Pictures::Data {
  using Order = std::list<std::pair<Key, Loaded>>;  // last used first

  std::size_t cache_bytes;
  PictureLimits limits;
  mutable std::mutex mutex;
  Order order;
  std::map<Key, Order::iterator> found;
  std::size_t bytes = 0;

  std::optional<Loaded> find(const Key& key) {
    const std::lock_guard lock(mutex);
    const auto at = found.find(key);
    if (at == found.end()) return {};
    order.splice(order.begin(), order, at->second);
    return at->second->second;
  }

  void keep(const Key& key, const Loaded& loaded) {
    const std::lock_guard lock(mutex);
    const std::size_t size = loaded.texture->bytes();
    if (size > cache_bytes || found.contains(key)) return;
    order.emplace_front(key, loaded);
    found.emplace(key, order.begin());
    bytes += size;
    while (bytes > cache_bytes || found.size() > most_pictures) {
      bytes -= order.back().second.texture->bytes();
      found.erase(order.back().first);
      order.pop_back();
    }
  }
};

Pictures::Pictures(std::size_t cache_bytes, PictureLimits limits) : data_(std::make_unique<Data>()) {
  data_->cache_bytes = cache_bytes;
  data_->limits = limits;
}

Pictures::~Pictures() = default;

Pictures::Loaded Pictures::load(const std::string& file, int width_px, int height_px, std::optional<scene::Color> tint,
                                bool mirrored, const std::vector<std::string>& layers) {
  const auto failed = [](std::string why) { return Loaded{nullptr, std::move(why)}; };
  if (width_px <= 0 || height_px <= 0) return failed("has no room: its box is less than a pixel");
  if (static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px) > data_->limits.pixels) {
    return failed("is to be drawn at " + std::to_string(width_px) + " x " + std::to_string(height_px) +
                  " pixels, more than a picture may have");
  }
  const Key key = key_of(file, width_px, height_px, tint, mirrored, layers);
  if (std::optional<Loaded> known = data_->find(key)) return *known;
  // Unlocked: decoding takes tens of milliseconds, and another thread may need what is already here.
  Decoded decoded = decode(file, width_px, height_px, layers, data_->limits);
  if (!decoded.fault.empty()) return failed(decoded.fault);
  if (tint) paint_in(decoded.texture, *tint);
  if (mirrored) mirror(decoded);
  Loaded loaded{nullptr, {}, decoded.whole, decoded.left_px, decoded.top_px};
  loaded.texture = std::make_shared<const Texture>(std::move(decoded.texture));
  data_->keep(key, loaded);
  loaded.decoded = true;
  return loaded;
}

std::string Pictures::fault(const std::string& file) {
  // Some faults of an SVG show only when it is drawn; small is enough.
  constexpr int side = 64;
  return decode(file, side, side, {}, data_->limits).fault;
}

std::size_t Pictures::bytes() const {
  const std::lock_guard lock(data_->mutex);
  return data_->bytes;
}

PictureFacts picture_facts(const std::string& file, const std::vector<std::string>& ids) {
  const auto failed = [](std::string why) {
    PictureFacts facts;
    facts.fault = std::move(why);
    return facts;
  };
  const Contents contents = read(file, PictureLimits{}.file_bytes);
  if (!contents.fault.empty()) return failed(contents.fault);
  if (contents.bytes.empty()) return failed("is empty");
  const std::optional<PictureKind> kind = decoder::kind_of(contents.bytes);
  if (!kind) return failed(unknown_kind);
  if (*kind == PictureKind::svg) return decoder::svg_facts(contents.bytes, ids);
  const std::optional<StoredSize> size = decoder::stored_size(contents.bytes, *kind);
  if (!size) return failed("is not a picture that can be drawn: its header is broken");
  PictureFacts facts;
  facts.width = size->width;
  facts.height = size->height;
  return facts;
}

}  // namespace anteroom::paint
