// What anteroom-decode answers, and its form in bytes, which is also that of the cache on disk.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decode/decoded.h"

namespace anteroom::decode {

struct Reply {
  std::string refused;  // why nothing was tried, in words: this system has no jail; empty: it was
  std::optional<PictureFacts> facts;
  std::vector<Decoded> drawings;  // in the order of the request
};

std::string to_bytes(const Reply& reply);

// The reply that `bytes` are; nothing: they are none. Trusts none of them: a count or a size beyond what is there, or
// anything after the end, makes it none, and what it says is made fit to be printed (plain_words).
std::optional<Reply> reply_from(std::string_view bytes);

}  // namespace anteroom::decode
