// A web address as encoded in a QR code: a phone's camera app needs the form that a browser would send.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace anteroom::content {

// The longest link in a QR code, encoded. Its code has 69 modules a side, and on the screen 77 with its quiet zone,
// each 1/800 of the reading distance: a phone's camera cannot easily resolve finer ones.
inline constexpr std::size_t longest_link = 300;

struct Link {
  std::string encoded;  // ASCII; empty with a fault
  std::string fault;    // what is wrong, in words that follow "`link` is `…`; "; empty: no fault
};

// `written` encoded: the host by IDNA (UTS #46, nontransitional, as browsers do), everything else as percent-encoded
// UTF-8. What is already encoded is kept. A link begins with https://, has a valid host and port, and has no spaces, no
// invisible characters and none of "<>\.
Link encode_link(std::string_view written);

}  // namespace anteroom::content
