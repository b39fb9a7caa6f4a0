#include "staff/pin_hash.h"

#include "catch.h"
#include "model/pin.h"

using namespace anteroom;

TEST_CASE("a PIN's hash is one that the settings accept, and fits that PIN alone") {
  const std::string hash = staff::hash_of("4826");
  CHECK(is_pin_hash(hash));
  CHECK(hash.find("4826") == std::string::npos);
  CHECK(staff::is_right_pin(hash, "4826"));
  CHECK_FALSE(staff::is_right_pin(hash, "4827"));
  CHECK_FALSE(staff::is_right_pin(hash, "48260"));
  CHECK_FALSE(staff::is_right_pin(hash, ""));
  CHECK_FALSE(staff::is_right_pin("4826", "4826"));
}

TEST_CASE("the same PIN has another hash each time") {
  CHECK(staff::hash_of("4826") != staff::hash_of("4826"));
}
