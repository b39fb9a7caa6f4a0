#include "paint/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace anteroom::paint {

QrCode qr_code(const std::string& content) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> encoded(
      QRcode_encodeString8bit(content.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
  if (!encoded) return {};
  const auto modules = static_cast<std::size_t>(encoded->width) * static_cast<std::size_t>(encoded->width);
  QrCode code{encoded->width, std::vector<bool>(modules)};
  for (std::size_t i = 0; i < modules; ++i)
    code.dark[i] = (encoded->data[i] & 1) != 0;  // the other bits say what the module is for
  return code;
}

int module_pixels(const QrCode& code, int pixels) {
  return pixels / (code.size + 2 * quiet_zone);
}

}  // namespace anteroom::paint
