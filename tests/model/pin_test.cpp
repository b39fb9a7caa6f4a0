#include "model/pin.h"

#include "catch.h"

using namespace anteroom;

TEST_CASE("a PIN has 4 to 8 digits") {
  for (const char* pin : {"4826", "90417", "55170293", "0042"}) CHECK(why_no_pin(pin).empty());
  for (const char* pin : {"", "482", "482639174", "48a6", "48 26", "-482", "48２6"}) {
    INFO(pin);
    CHECK(why_no_pin(pin) == "must have 4 to 8 digits, and nothing else");
  }
}

TEST_CASE("a PIN that is tried first is refused") {
  for (const char* pin : {"0000", "9999999", "1212", "123123", "1234", "4321", "7890", "98765432", "1984", "2026"}) {
    INFO(pin);
    CHECK(why_no_pin(pin).find("tried first") != std::string::npos);
  }
}

TEST_CASE("only an Argon2id hash of our cost is one") {
  const std::string head = "$argon2id$v=19$m=65536,t=2,p=1$";
  const std::string salt = "QUFBQUFBQUFBQUFBQUFBQQ", hash = "Gr0T3ghnsTWWn8e/yqcaVCG2gh5Ff1XIhQXhM3U/vrM";
  CHECK(is_pin_hash(head + salt + "$" + hash));
  for (const std::string& wrong :
       {std::string(), std::string("4826"), head, head + salt, head + salt + "$" + hash + "A",
        head + salt + "$" + hash.substr(1), head + salt + hash + "$",
        "$argon2i$v=19$m=65536,t=2,p=1$" + salt + "$" + hash, "$argon2id$v=19$m=4194304,t=2,p=1$" + salt + "$" + hash,
        "$argon2id$v=19$m=65536,t=99,p=1$" + salt + "$" + hash, "$argon2id$v=19$m=8,t=1,p=1$" + salt + "$" + hash,
        "$argon2id$v=19$m=,t=2,p=1$" + salt + "$" + hash, head + "QUFBQUFBQUFB UFBQUFBQQ$" + hash}) {
    INFO(wrong);
    CHECK_FALSE(is_pin_hash(wrong));
  }
}
