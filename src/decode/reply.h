// What anteroom-decode replies, and its form in bytes, which the cache on disk uses, too.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decode/decoded.h"

namespace anteroom::decode {

struct Reply {
  std::string refused;  // why nothing was tried, in words: this system has no jail; empty: something was
  std::optional<PictureFacts> facts;
  std::vector<Decoded> drawings;  // in the order of the request
};

std::string to_bytes(const Reply& reply);

// The reply in `bytes`; nothing: they are not a reply. Trusts none of them: a count or a size beyond what is there, or
// anything after the end, makes them invalid, and all words are made safe to print (plain_words).
std::optional<Reply> reply_from(std::string_view bytes);

}  // namespace anteroom::decode
