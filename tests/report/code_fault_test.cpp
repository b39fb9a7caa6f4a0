// A telephone can read a QR code only if each of its modules is some pixels wide.
#include "report/code_fault.h"

#include "catch.h"

namespace anteroom::report {
namespace {

Settings seen_from(Role role, double distance_mm, int width_px, int height_px) {
  Settings settings;
  settings.role = role;
  settings.screen.width_mm = 476;
  settings.screen.height_mm = 268;
  settings.screen.width_px = width_px;
  settings.screen.height_px = height_px;
  settings.screen.viewing_distance_mm = distance_mm;
  return settings;
}

}  // namespace

TEST_CASE("the longest link can be read from common screens") {
  const std::string longest = "https://example.org/" + std::string(280, 'a');
  CHECK(code_fault(longest, seen_from(Role::kiosk, 600, 1920, 1080)).empty());
  CHECK(code_fault(longest, seen_from(Role::wall, 4000, 1920, 1080)).empty());
  CHECK(code_fault(longest, seen_from(Role::kiosk, 600, 3840, 2160)).empty());
}

TEST_CASE("a code that is too fine for the pixels is reported with what the screen can show") {
  const std::string longest = "https://example.org/" + std::string(280, 'a');
  const Settings coarse = seen_from(Role::kiosk, 400, 1280, 720);
  const std::string fault = code_fault(longest, coarse);
  CHECK(fault.find("its 300 letters make a QR code too fine") == 0);
  const std::size_t at = fault.find("at most ");
  REQUIRE(at != std::string::npos);
  const auto max = static_cast<std::size_t>(std::stoi(fault.substr(at + 8)));
  CHECK(code_fault(std::string(max, 'a'), coarse).empty());
  CHECK_FALSE(code_fault(std::string(max + 1, 'a'), coarse).empty());
  CHECK(code_fault("https://example.org", seen_from(Role::kiosk, 200, 640, 360)).ends_with("it can show no code"));
}

}  // namespace anteroom::report
