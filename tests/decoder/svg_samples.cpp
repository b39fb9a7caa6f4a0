#include "svg_samples.h"

#include <cstdint>

namespace anteroom::decoder {

std::string svg(const std::string& content, const std::string& attributes) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" " + attributes + ">" +
         content + "</svg>";
}

std::string fill_with(const std::string& paint) {
  return "<rect width=\"40\" height=\"20\" fill=\"" + paint + "\"/>";
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      group = group << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      text.push_back(i <= bytes.size() - at ? letters[group >> (18 - 6 * i) & 63] : '=');
    }
  }
  return text;
}

std::string embedded(const std::string& type, std::string_view bytes) {
  return "data:" + type + ";base64," + base64(bytes);
}

std::string image(const std::string& link, const std::string& name) {
  return "<image width=\"40\" height=\"20\" " + name + "=\"" + link + "\"/>";
}

}  // namespace anteroom::decoder
