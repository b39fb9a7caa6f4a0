#include "paint/texture_cache.h"

namespace anteroom::paint {
namespace {

// Layers without ink have no pixels, but their entries still take memory.
constexpr std::size_t max_textures = 4096;

}  // namespace

std::optional<Drawn> TextureCache::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto at = found_.find(key);
  if (at == found_.end()) return {};
  order_.splice(order_.begin(), order_, at->second);
  return at->second->second;
}

void TextureCache::keep(const std::string& key, const Drawn& drawn) {
  const std::lock_guard lock(mutex_);
  const std::size_t size = drawn.texture->bytes();
  if (size > max_bytes_ || found_.contains(key)) return;
  order_.emplace_front(key, drawn);
  found_.emplace(key, order_.begin());
  bytes_ += size;
  while (bytes_ > max_bytes_ || found_.size() > max_textures) {
    bytes_ -= order_.back().second.texture->bytes();
    found_.erase(order_.back().first);
    order_.pop_back();
  }
}

std::size_t TextureCache::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

}  // namespace anteroom::paint
