#include "text/kept_layouts.h"

#include <functional>
#include <utility>

namespace anteroom::text {

Fonts::Fonts() : layouts_(std::make_unique<KeptLayouts>()) {}
Fonts::~Fonts() = default;

// What differs most often between layouts; the rest is told apart by ==.
std::size_t KeptLayouts::Hash::operator()(const Key& key) const {
  const std::size_t text = std::hash<std::string>{}(key.utf8);
  const std::size_t width = std::hash<double>{}(key.width_mm);
  const std::size_t size = std::hash<double>{}(key.style.size_mm);
  return text ^ (width * 31) ^ (size * 1009);
}

const Layout* KeptLayouts::find(std::string_view utf8, const Style& style, double width_mm) {
  const Key key{std::string(utf8), style, width_mm};
  if (const auto found = young_.find(key); found != young_.end()) return &found->second;
  const auto found = old_.find(key);
  if (found == old_.end()) return nullptr;
  const Layout layout = std::move(found->second);
  old_.erase(found);
  keep(layout);
  const auto kept = young_.find(key);
  return kept == young_.end() ? nullptr : &kept->second;
}

void KeptLayouts::keep(const Layout& layout) {
  if (layout.text.size() > max_bytes) return;
  if (young_.size() >= max_layouts || young_bytes_ + layout.text.size() > max_bytes) {
    old_ = std::exchange(young_, {});
    young_bytes_ = 0;
  }
  const bool is_new = young_.try_emplace({layout.text, layout.style, layout.available_mm}, layout).second;
  if (is_new) young_bytes_ += layout.text.size();
}

}  // namespace anteroom::text
