// What a bitmap file says about itself before it is decoded.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace anteroom::decoder {

enum class PictureKind { svg, png, jpeg, webp };

// What `bytes` are by their first letters, whatever their file is called; nothing: none of the four.
std::optional<PictureKind> kind_of(std::string_view bytes);

struct StoredSize {
  std::uint32_t width = 0, height = 0;  // pixels
  friend bool operator==(const StoredSize&, const StoredSize&) = default;
};

// The size in the header of a PNG, JPEG or WebP; nothing: the header is broken or cut short.
std::optional<StoredSize> stored_size(std::string_view bytes, PictureKind kind);

// True if a JPEG has the mark of its end. Its decoder fills what is missing with grey and reports nothing.
bool jpeg_complete(std::string_view bytes);

}  // namespace anteroom::decoder
