// QR codes as modules.
#pragma once

#include <string>
#include <vector>

namespace anteroom::paint {

inline constexpr int quiet_zone = 4;  // light modules on every side: ISO/IEC 18004

// A QR code without its quiet zone: size x size modules, rows from the top, true is dark.
struct QrCode {
  int size = 0;  // 0: the content does not fit into a QR code, or is empty
  std::vector<bool> dark;
  bool at(int x, int y) const {
    return dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(size) + static_cast<std::size_t>(x)];
  }
};

// The smallest code for `content` that can be read with up to 15 % of it damaged (error correction level M).
QrCode qr_code(const std::string& content);

// The width of a module in whole pixels if `code`, with its quiet zone, is `pixels` wide; 0 if there are too few.
int module_pixels(const QrCode& code, int pixels);

}  // namespace anteroom::paint
