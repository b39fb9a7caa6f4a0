#include "platform/edid.h"

#include <unistd.h>

#include <fstream>
#include <numeric>

#include "catch.h"

using namespace anteroom::platform;

namespace fs = std::filesystem;

namespace {

using Bytes = std::vector<std::uint8_t>;

void seal(Bytes& edid) {
  edid[127] = 0;
  edid[127] = static_cast<std::uint8_t>(256 - std::accumulate(edid.begin(), edid.end(), 0) % 256);
}

// A monitor that reports 48 x 27 cm, and nothing else.
Bytes plain() {
  Bytes edid(128);
  for (std::size_t i = 1; i < 7; ++i) edid[i] = 0xFF;
  edid[18] = 1;
  edid[19] = 4;
  edid[21] = 48;
  edid[22] = 27;
  seal(edid);
  return edid;
}

// The same with a detailed timing: 148.5 MHz, and these dimensions.
Bytes detailed(int width_px, int height_px, int width_mm, int height_mm) {
  Bytes edid = plain();
  const auto low = [](int number) { return static_cast<std::uint8_t>(number & 0xFF); };
  const auto high = [](int number, int other) { return static_cast<std::uint8_t>((number >> 8) << 4 | (other >> 8)); };
  const Bytes timing{0x02,
                     0x3A,
                     low(width_px),
                     0x18,
                     high(width_px, 0x118),
                     low(height_px),
                     0x2D,
                     high(height_px, 0x2D),
                     0x58,
                     0x2C,
                     0x45,
                     0x00,
                     low(width_mm),
                     low(height_mm),
                     high(width_mm, height_mm),
                     0x00,
                     0x00,
                     0x1E};
  std::copy(timing.begin(), timing.end(), edid.begin() + 54);
  seal(edid);
  return edid;
}

// The same with a name of 13 characters in the third descriptor.
Bytes named(Bytes edid, const std::string& name) {
  constexpr std::size_t third = 54 + 2 * 18;
  edid[third + 3] = 0xFC;
  for (std::size_t i = 0; i < 13; ++i) edid[third + 5 + i] = i < name.size() ? static_cast<std::uint8_t>(name[i]) : ' ';
  seal(edid);
  return edid;
}

// Connectors as the kernel shows them, removed with the test.
class Connectors {
 public:
  Connectors() {
    std::string name = (fs::temp_directory_path() / "anteroom-drm-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~Connectors() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  Connectors(const Connectors&) = delete;
  Connectors& operator=(const Connectors&) = delete;

  void add(const std::string& name, const std::string& status, const Bytes& edid) const {
    fs::create_directories(path_ / name);
    std::ofstream(path_ / name / "status") << status << "\n";
    std::ofstream(path_ / name / "edid", std::ios::binary)
        .write(reinterpret_cast<const char*>(edid.data()), static_cast<std::streamsize>(edid.size()));
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("a detailed timing gives the size to the millimetre") {
  CHECK(parse_edid(detailed(1920, 1080, 476, 268)) == Monitor{476, 268, 1920, 1080});
  CHECK(parse_edid(detailed(3840, 2160, 1218, 685)) == Monitor{1218, 685, 3840, 2160});
  CHECK(parse_edid(detailed(480, 1920, 60, 240)) == Monitor{60, 240, 480, 1920});
}

TEST_CASE("an interlaced timing counts half of the lines") {
  Bytes edid = detailed(1920, 540, 1018, 573);
  edid[54 + 17] |= 0x80;
  seal(edid);
  CHECK(parse_edid(edid) == Monitor{1018, 573, 1920, 1080});
}

TEST_CASE("without a detailed timing the size in centimetres is used") {
  CHECK(parse_edid(plain()) == Monitor{480, 270, 0, 0});
}

TEST_CASE("a timing with a size that no panel has is replaced by the centimetres") {
  using Sides = std::pair<int, int>;
  const auto [width, height] =
      GENERATE(Sides{0, 0}, Sides{16, 9}, Sides{160, 90}, Sides{1600, 1000}, Sides{40, 40}, Sides{4095, 100});
  INFO(width << " x " << height << " mm");
  CHECK(parse_edid(detailed(1920, 1080, width, height)) == Monitor{480, 270, 1920, 1080});
}

TEST_CASE("what is not an EDID or gives no size is not a monitor") {
  CHECK_FALSE(parse_edid({}));
  Bytes edid = plain();
  edid[127] ^= 1;  // the checksum
  CHECK_FALSE(parse_edid(edid));
  edid = plain();
  edid[0] = 1;  // the header
  seal(edid);
  CHECK_FALSE(parse_edid(edid));
  edid = detailed(1920, 1080, 476, 268);
  edid.resize(127);
  CHECK_FALSE(parse_edid(edid));
  for (const auto& [width, height] : {std::pair{0, 0}, {48, 0}, {0, 79}, {16, 9}, {3, 3}}) {
    edid = plain();
    edid[21] = static_cast<std::uint8_t>(width);
    edid[22] = static_cast<std::uint8_t>(height);
    seal(edid);
    INFO(width << " x " << height << " cm");
    CHECK_FALSE(parse_edid(edid));
  }
}

TEST_CASE("extension blocks after the first one do not matter") {
  Bytes edid = detailed(1920, 1080, 476, 268);
  edid.resize(256, 0xAB);
  CHECK(parse_edid(edid));
}

TEST_CASE("the connected monitors are counted by the names of their connectors") {
  const Connectors connectors;
  connectors.add("card0-DP-10", "connected", detailed(1920, 1080, 600, 340));
  connectors.add("card0-DP-2", "connected", detailed(1920, 1080, 500, 280));
  connectors.add("card0-DP-1", "disconnected", {});
  connectors.add("card0-HDMI-A-1", "connected", {});
  fs::create_directories(connectors.path() / "card0");
  std::ofstream(connectors.path() / "version") << "drm 1.1.0\n";
  const auto width = [&](const MonitorChoice& choice) {
    const auto monitor = connected_monitor(connectors.path(), choice);
    return monitor ? monitor->width_mm : 0;
  };
  CHECK(width({0, ""}) == 500);
  CHECK(width({1, ""}) == 600);
  CHECK(width({2, ""}) == 0);  // it is there, but does not report its size
  CHECK(width({3, ""}) == 0);  // a missing one is not replaced by another
  CHECK(width({0, "DP-10"}) == 600);
  CHECK(width({0, "dp-2"}) == 500);
  CHECK(width({0, "DP-1"}) == 0);
}

TEST_CASE("a connected monitor is found by its own name") {
  const Connectors connectors;
  connectors.add("card1-DP-1", "connected", named(detailed(1920, 1080, 600, 340), "EIZO EV2451\n "));
  connectors.add("card1-HDMI-A-1", "connected", named(detailed(1920, 1080, 500, 280), "DELL P2419H\n "));
  CHECK(connected_monitor(connectors.path(), {0, "DELL P2419H"}) == Monitor{500, 280, 1920, 1080});
  CHECK(connected_monitor(connectors.path(), {0, "HDMI-1"}) == Monitor{500, 280, 1920, 1080});
}

TEST_CASE("a monitor that is not there is named with those that are") {
  const Connectors connectors;
  CHECK(absent_monitor(connectors.path(), {7, ""}) == "monitor 7 is not connected (connected: none)");
  connectors.add("card1-DP-1", "connected", named(detailed(1920, 1080, 600, 340), "EIZO EV2451\n "));
  connectors.add("card1-DP-2", "disconnected", {});
  connectors.add("card1-HDMI-A-1", "connected", {});
  CHECK(absent_monitor(connectors.path(), {7, ""}) ==
        "monitor 7 is not connected (connected: DP-1 \"EIZO EV2451\"; HDMI-A-1)");
  CHECK(absent_monitor(connectors.path(), {0, "DP-2"}) ==
        "monitor `DP-2` is not connected (connected: DP-1 \"EIZO EV2451\"; HDMI-A-1)");
  CHECK(absent_monitor(connectors.path(), {1, ""}).empty());
  CHECK(absent_monitor(connectors.path(), {0, "eizo"}).empty());
}

TEST_CASE("a monitor's own name ends at the line feed, and spaces around it do not count") {
  CHECK(edid_name(named(plain(), "DELL P2419H\n ")) == "DELL P2419H");
  CHECK(edid_name(named(plain(), "  Screen\n    ")) == "Screen");
  CHECK(edid_name(named(plain(), "THIRTEEN CHAR")) == "THIRTEEN CHAR");
  CHECK(edid_name(named(plain(), "\n            ")).empty());
  CHECK(edid_name(named(plain(), "A\x1b[2J\nB       ")) == "A[2J");
  CHECK(edid_name(plain()).empty());
  CHECK(edid_name({}).empty());
  Bytes torn = named(plain(), "DELL P2419H\n ");
  torn[127] ^= 1;
  CHECK(edid_name(torn).empty());
}

TEST_CASE("where nothing is connected there is no monitor") {
  const Connectors connectors;
  CHECK_FALSE(connected_monitor(connectors.path(), {}));
  CHECK_FALSE(connected_monitor(connectors.path() / "nowhere", {}));
}
