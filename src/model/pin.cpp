#include "model/pin.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace anteroom {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// True if every digit is the one before it and `step`, counted round after 9: "1111" (0), "7890" (1), "4321" (9).
bool has_step(std::string_view pin, int step) {
  return std::adjacent_find(pin.begin(), pin.end(), [step](char one, char other) {
           return (one - '0' + step) % 10 != other - '0';
         }) == pin.end();
}

// "1212" and "123123".
bool repeats(std::string_view pin) {
  for (std::size_t length = 1; length <= pin.size() / 2; ++length) {
    if (pin.size() % length == 0 && pin.substr(length) == pin.substr(0, pin.size() - length)) return true;
  }
  return false;
}

bool is_year(std::string_view pin) {
  return pin.size() == 4 && (pin.starts_with("19") || pin.starts_with("20"));
}

// Cuts `name` and the number after it off the start of `text`.
std::optional<unsigned long> take_number(std::string_view& text, std::string_view name) {
  if (!text.starts_with(name)) return std::nullopt;
  text.remove_prefix(name.size());
  unsigned long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end == text.data()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

bool is_base64(std::string_view text, std::size_t length) {
  return text.size() == length && std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '/';
         });
}

}  // namespace

std::string why_no_pin(std::string_view pin) {
  if (pin.size() < least_pin_digits || pin.size() > most_pin_digits || !std::all_of(pin.begin(), pin.end(), is_digit)) {
    return "must have 4 to 8 digits, and nothing else";
  }
  if (repeats(pin)) return "repeats itself, which is tried first";
  if (has_step(pin, 1) || has_step(pin, 9)) return "has its digits in sequence, which is tried first";
  if (is_year(pin)) return "looks like a year, which is tried first";
  return {};
}

bool is_pin_hash(std::string_view text) {
  // libsodium's interactive limits, in which set-pin writes: 64 MiB, two passes. More would stall a small computer.
  constexpr unsigned long most_kib = 65536, most_passes = 4;
  constexpr std::size_t salt_length = 22, hash_length = 43;  // 16 and 32 bytes in Base64
  std::string_view rest = text;
  const auto memory = take_number(rest, "$argon2id$v=19$m=");
  const auto passes = memory ? take_number(rest, ",t=") : std::nullopt;
  const auto lanes = passes ? take_number(rest, ",p=") : std::nullopt;
  constexpr unsigned long least_kib = 8192;
  if (!lanes || *lanes != 1 || *memory < least_kib || *memory > most_kib || *passes < 1 || *passes > most_passes) {
    return false;
  }
  if (rest.size() != salt_length + hash_length + 2 || rest[0] != '$' || rest[salt_length + 1] != '$') return false;
  return is_base64(rest.substr(1, salt_length), salt_length) && is_base64(rest.substr(salt_length + 2), hash_length);
}

}  // namespace anteroom
