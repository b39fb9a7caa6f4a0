// How large codes get, as it is calculated before they are drawn.
#include "scene/code_size.h"

#include <string>

#include "catch.h"
#include "paint/qr_code.h"

using namespace anteroom;

TEST_CASE("the modules of a code are as many as those that are drawn") {
  for (std::size_t bytes = 1; bytes < 2340; bytes += bytes % 7 + 1) {
    INFO(bytes);
    const paint::QrCode drawn = paint::qr_code(std::string(bytes, 'a'));
    CHECK(scene::code_modules(bytes) == (drawn.size == 0 ? 0 : drawn.size + 2 * paint::quiet_zone));
  }
  for (const std::size_t bytes : {14U, 15U, 2331U, 2332U}) {
    const paint::QrCode drawn = paint::qr_code(std::string(bytes, 'a'));
    CHECK(scene::code_modules(bytes) == (drawn.size == 0 ? 0 : drawn.size + 2 * paint::quiet_zone));
  }
}
