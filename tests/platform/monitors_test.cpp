#include "platform/monitors.h"

#include "catch.h"

using namespace anteroom::platform;

namespace {

using Monitors = std::vector<ConnectedMonitor>;

ConnectedMonitor on(const std::string& connector, const std::string& name = "") {
  return {connector, name, Area{0, 0, 1920, 1080}};
}

ConnectedMonitor off(const std::string& connector) {
  return {connector, "", std::nullopt};
}

}  // namespace

TEST_CASE("a number counts the monitors that are connected, switched on or not") {
  const Monitors monitors{off("HDMI-1"), on("DP-1")};
  CHECK(OwnMonitor({0, ""}).index(monitors) == 0);
  CHECK(OwnMonitor({1, ""}).index(monitors) == 1);
  CHECK_FALSE(OwnMonitor({2, ""}).index(monitors));
  CHECK_FALSE(OwnMonitor({0, ""}).index({}));
}

TEST_CASE("a monitor that was found by its number stays the same one whatever comes and goes") {
  OwnMonitor wall({1, ""});
  CHECK(wall.index({on("HDMI-1"), on("DP-1")}) == 1);
  CHECK(wall.index({on("DP-1")}) == 0);
  CHECK_FALSE(wall.index({on("HDMI-1"), on("VGA-1")}));
  CHECK(wall.index({on("VGA-1"), on("HDMI-1"), on("DP-1")}) == 2);
}

TEST_CASE("a monitor without a connector is known by its own name") {
  OwnMonitor wall({1, ""});
  CHECK(wall.index({on("", "EIZO"), on("", "DELL")}) == 1);
  CHECK(wall.index({on("", "DELL")}) == 0);
}

TEST_CASE("a connector may be called as the X server or as the kernel calls it") {
  const Monitors monitors{on("eDP-1"), on("HDMI-1"), on("DVI-D-1"), on("DP-10"), on("DP-1")};
  const auto index = [&](const std::string& name) { return OwnMonitor({0, name}).index(monitors); };
  CHECK(index("HDMI-1") == 1);
  CHECK(index("HDMI-A-1") == 1);
  CHECK(index("hdmi-a-1") == 1);
  CHECK(index("DVI-1") == 2);
  CHECK(index("DP-1") == 4);
  CHECK(index("eDP-1") == 0);
  CHECK_FALSE(index("DP-2"));
  CHECK_FALSE(index("DP"));
}

TEST_CASE("a monitor may be called by its own name") {
  const Monitors monitors{on("HDMI-1", "EIZO EV2451"), on("DP-1", "DELL P2419H")};
  CHECK(OwnMonitor({0, "DELL P2419H"}).index(monitors) == 1);
  CHECK(OwnMonitor({0, "dell p2419h"}).index(monitors) == 1);
  CHECK(OwnMonitor({1, "EIZO EV2451"}).index(monitors) == 0);  // the name is used
  // SDL and compositors write something before or after it.
  CHECK(OwnMonitor({0, "DELL P2419H"}).index({on("", "Dell Inc. DELL P2419H 24\"")}) == 0);
}

TEST_CASE("a connector's name takes precedence over part of a monitor's own name") {
  CHECK(OwnMonitor({0, "DP-1"}).index({on("HDMI-1", "Model DP-1"), on("DP-1")}) == 1);
}

TEST_CASE("the message while waiting names the missing monitor and those connected") {
  CHECK(OwnMonitor({1, ""}).missing({on("HDMI-1", "EIZO EV2451")}) ==
        "monitor 1 is not connected; waiting for it (connected: HDMI-1 \"EIZO EV2451\")");
  CHECK(OwnMonitor({0, "DP-7"}).missing({on("HDMI-1"), off("DP-1")}) ==
        "monitor `DP-7` is not connected; waiting for it (connected: HDMI-1; DP-1, switched off)");
  CHECK(OwnMonitor({1, ""}).missing({on("HDMI-1"), off("DP-1")}) ==
        "monitor 1 (DP-1) is switched off; waiting for it (connected: HDMI-1; DP-1, switched off)");
  CHECK(OwnMonitor({0, ""}).missing({}) == "monitor 0 is not connected; waiting for it (connected: none)");
}

TEST_CASE("the message while another program has the monitor names both") {
  OwnMonitor named({0, "HDMI-1"});
  CHECK(named.taken(71) ==
        "another Anteroom (process 71) fills monitor `HDMI-1`; waiting until it ends; with several monitors, name this "
        "screen's in [screen]");
  CHECK(named.taken(0).starts_with("another Anteroom fills monitor `HDMI-1`; "));
}

TEST_CASE("two monitors of the same name are distinguished only by their connectors") {
  const Monitors twins{on("HDMI-1", "DELL P2419H"), on("DP-1", "DELL P2419H")};
  CHECK(OwnMonitor({0, "DELL P2419H"}).index(twins) == 0);
  CHECK(OwnMonitor({0, "DELL P2419H"}).ambiguous(twins) ==
        "2 monitors are called `DELL P2419H`, and the first is taken; name it by its connector: HDMI-1, DP-1");
  CHECK(OwnMonitor({0, "DP-1"}).ambiguous(twins).empty());
  CHECK(OwnMonitor({1, ""}).ambiguous(twins).empty());
}
