// SVG documents for the tests of decoder/.
#pragma once

#include <string>
#include <string_view>

namespace anteroom::decoder {

// A document with that content, which declares both namespaces.
std::string svg(const std::string& content, const std::string& attributes = "viewBox=\"0 0 40 20\"");

// A rectangle that covers all of it.
std::string fill_with(const std::string& paint);

std::string base64(std::string_view bytes);

// A data: address.
std::string embedded(const std::string& type, std::string_view bytes);

// An <image> that covers all of svg(), with that link.
std::string image(const std::string& link, const std::string& name = "href");

}  // namespace anteroom::decoder
