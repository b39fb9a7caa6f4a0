// Textures in memory, bounded; the least recently used is dropped first.
#pragma once

#include <cstddef>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "decode/decoded.h"

namespace anteroom::paint {

// A drawn picture, or layers of one.
struct Drawn {
  std::shared_ptr<const decode::Texture> texture;
  decode::PixelSize whole = {};
  int left_px = 0, top_px = 0;
};

class TextureCache {
 public:
  explicit TextureCache(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  std::optional<Drawn> find(const std::string& key);
  void keep(const std::string& key, const Drawn& drawn);
  std::size_t bytes() const;

 private:
  using Order = std::list<std::pair<std::string, Drawn>>;  // last used first

  std::size_t max_bytes_;
  mutable std::mutex mutex_;
  Order order_;
  std::map<std::string, Order::iterator> found_;
  std::size_t bytes_ = 0;
};

}  // namespace anteroom::paint
