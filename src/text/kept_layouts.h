// Layouts that were made before with the same fonts: the same text is laid out again for each frame of a drag, for each
// look that `check` tries and for each way to split a page, and most of the time of a Scene is its text.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "text/layout.h"

namespace anteroom::text {

// Two generations of layouts: the older one is dropped when the younger one is full.
class KeptLayouts {
 public:
  // The layout of `utf8` that was kept for exactly this style and width; null if there is none. Valid until the next
  // call of a function of this object.
  const Layout* find(std::string_view utf8, const Style& style, double width_mm);

  // Keeps `layout` under its own text, style and available width. Replaces nothing that is kept already.
  void keep(const Layout& layout);

  static constexpr std::size_t max_layouts = 1024;  // of a generation; a card at all sizes has about 300
  static constexpr std::size_t max_bytes =
      std::size_t{256} * 1024;  // of their texts; a layout takes about ten times its text

 private:
  struct Key {
    std::string utf8;
    Style style;
    double width_mm = 0;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const;
  };
  using Generation = std::unordered_map<Key, Layout, Hash>;

  Generation young_;
  Generation old_;
  std::size_t young_bytes_ = 0;
};

}  // namespace anteroom::text
