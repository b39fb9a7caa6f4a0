#include "staff/pin_hash.h"

#include <sodium.h>

#include <array>
#include <stdexcept>

#include "model/pin.h"

namespace anteroom::staff {

std::string hash_of(const std::string& pin) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (sodium_init() < 0 ||
      crypto_pwhash_str_alg(hash.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                            crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::runtime_error("there is not enough memory to hash the PIN");
  }
  return hash.data();
}

bool is_right_pin(const std::string& hash, const std::string& pin) {
  if (!is_pin_hash(hash) || sodium_init() < 0) return false;
  return crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

}  // namespace anteroom::staff
