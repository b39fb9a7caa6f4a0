// A web address as it goes into a QR code: a telephone needs what a browser would make of it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace anteroom::content {

// The longest link in a QR code, encoded. Such a code has 69 modules a side, and on the screen 77 with its quiet zone,
// each an eight-hundredth of the distance from which it is read: finer ones are hard for a telephone's camera.
inline constexpr std::size_t longest_link = 300;

struct Link {
  std::string encoded;  // ASCII; empty with a fault
  std::string fault;    // what is wrong, in words that follow "`link` is `…`; "; empty: nothing
};

// `written` encoded: the host by IDNA (UTS #46, nontransitional, as browsers do), everything else percent-encoded
// UTF-8. What is encoded already stays. A link begins with https://, has a sound host and port, and holds no blanks, no
// invisible characters and none of "<>\.
Link encode_link(std::string_view written);

}  // namespace anteroom::content
