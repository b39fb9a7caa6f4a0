// The kind of a picture file by its first bytes, whatever its name.
#pragma once

#include <string>
#include <string_view>

namespace anteroom::decoder {

enum class PictureKind { svg, png, jpeg, webp, gif, other };

// The kind of `bytes`; svg: any XML, since only parsing its first element would tell.
PictureKind kind_of(std::string_view bytes);

// Why a file of the kind `other` cannot be shown, and what to do, in words: "is a HEIC picture, as telephones store
// them; save it as JPEG".
std::string why_not(std::string_view bytes);

}  // namespace anteroom::decoder
