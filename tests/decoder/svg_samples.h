// SVG documents for the tests of decoder/.
#pragma once

#include <string>
#include <string_view>

namespace anteroom::decoder {

// A document of that content, with both name spaces.
std::string svg(const std::string& content, const std::string& attributes = "viewBox=\"0 0 40 20\"");

// A rectangle over the whole of it.
std::string fill_with(const std::string& paint);

std::string base64(std::string_view bytes);

// A data: address.
std::string embedded(const std::string& type, std::string_view bytes);

// An <image> over the whole of svg(), of that link.
std::string image(const std::string& link, const std::string& name = "href");

}  // namespace anteroom::decoder
