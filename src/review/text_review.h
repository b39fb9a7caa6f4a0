// Whether a card's words in one language are signed.
#pragma once

#include <optional>

#include "review/signatures.h"

namespace anteroom::review {

struct TextReview {
  std::optional<Signature> signature = {};  // none: nobody has ever signed
  Changes changes = {};                     // since then; none: it is as it was signed

  bool is_signed() const { return signature && changes.names.empty(); }
  bool is_draft() const { return signature && !changes.names.empty(); }
};

}  // namespace anteroom::review
