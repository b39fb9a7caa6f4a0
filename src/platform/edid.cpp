#include "platform/edid.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <numeric>
#include <string>

namespace anteroom::platform {

namespace fs = std::filesystem;

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t block_size = 128;
constexpr std::size_t first_timing = 54;

bool is_valid(const Bytes& edid) {
  constexpr std::array<std::uint8_t, 8> header{0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x00};
  if (edid.size() < block_size || !std::equal(header.begin(), header.end(), edid.begin())) return false;
  return std::accumulate(edid.begin(), edid.begin() + block_size, 0U) % 256 == 0;
}

// Some monitors report their aspect ratio as their size: 160 x 90 mm, or 16 x 9 cm, for 16:9.
bool is_ratio(double width_mm, double height_mm) {
  for (const double scale : {1.0, 10.0, 100.0}) {
    if (width_mm == 16 * scale && (height_mm == 9 * scale || height_mm == 10 * scale)) return true;
  }
  return false;
}

bool is_possible(double width_mm, double height_mm) {
  // The range of the settings: 50 to 5000 mm. No panel is more than eight times as long as it is wide.
  const auto [min, max] = std::minmax(width_mm, height_mm);
  return min >= 50 && max <= 5000 && max <= 8 * min && !is_ratio(width_mm, height_mm);
}

// A 12-bit number: its low byte is at `low`, its upper four bits are in the byte at `high`, from bit `shift`.
int twelve_bits(const Bytes& edid, std::size_t low, std::size_t high, int shift) {
  return edid[first_timing + low] | ((edid[first_timing + high] >> shift & 0x0F) << 8);
}

std::string read_line(const fs::path& file) {
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  return line;
}

// "HDMI-A-1" of "card0-HDMI-A-1".
std::string without_card(const std::string& name) {
  const std::size_t dash = name.find('-');
  return name.starts_with("card") && dash != std::string::npos ? name.substr(dash + 1) : name;
}

// Digits count as numbers, so that DP-10 follows DP-9.
bool by_name(const fs::path& one, const fs::path& other) {
  const auto key = [](const fs::path& path) {
    std::string padded;
    std::string digits;
    for (const char c : path.filename().string() + '\0') {
      const bool digit = c >= '0' && c <= '9';
      if (digit) {
        digits += c;
        continue;
      }
      if (!digits.empty()) padded.append(8 - std::min<std::size_t>(8, digits.size()), '0').append(digits);
      digits.clear();
      padded += c;
    }
    return padded;
  };
  return key(one) < key(other);
}

}  // namespace

std::optional<Monitor> parse_edid(const std::vector<std::uint8_t>& edid) {
  if (!is_valid(edid)) return std::nullopt;
  Monitor monitor;
  // Without a pixel clock it is another kind of descriptor, not a timing.
  if (edid[first_timing] != 0 || edid[first_timing + 1] != 0) {
    const bool interlaced = (edid[first_timing + 17] & 0x80) != 0;
    monitor.width_px = twelve_bits(edid, 2, 4, 4);
    monitor.height_px = twelve_bits(edid, 5, 7, 4) * (interlaced ? 2 : 1);
    monitor.width_mm = twelve_bits(edid, 12, 14, 4);
    monitor.height_mm = twelve_bits(edid, 13, 14, 0);
  }
  if (!is_possible(monitor.width_mm, monitor.height_mm)) {
    monitor.width_mm = edid[21] * 10;
    monitor.height_mm = edid[22] * 10;
  }
  if (!is_possible(monitor.width_mm, monitor.height_mm)) return std::nullopt;
  return monitor;
}

std::string edid_name(const Bytes& edid) {
  if (!is_valid(edid)) return {};
  // Four descriptors of 18 bytes; one that holds a name begins with these bytes, and its text is in the last 13.
  constexpr std::array<std::uint8_t, 5> name_begins{0x00, 0x00, 0x00, 0xFC, 0x00};
  for (std::size_t at = first_timing; at + 18 <= block_size - 2; at += 18) {
    const auto begin = edid.begin() + static_cast<std::ptrdiff_t>(at);
    if (!std::equal(name_begins.begin(), name_begins.end(), begin)) continue;
    std::string name;
    for (auto byte = begin + 5; byte != begin + 18 && *byte != '\n'; ++byte) {
      if (*byte >= 0x20 && *byte < 0x7F) name += static_cast<char>(*byte);
    }
    const std::size_t first = name.find_first_not_of(' ');
    return first == std::string::npos ? "" : name.substr(first, name.find_last_not_of(' ') - first + 1);
  }
  return {};
}

namespace {

struct Listed {
  std::vector<ConnectedMonitor> monitors;
  std::vector<Bytes> edids;  // of each
};

Listed listed(const fs::path& folder) {
  std::vector<fs::path> connected;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (read_line(it->path() / "status") == "connected") connected.push_back(it->path());
  }
  std::sort(connected.begin(), connected.end(), by_name);
  Listed all;
  for (const fs::path& connector : connected) {
    std::ifstream stream(connector / "edid", std::ios::binary);
    all.edids.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
    // Whether it is switched on is not known here.
    all.monitors.push_back({without_card(connector.filename().string()), edid_name(all.edids.back()), Area{}});
  }
  return all;
}

}  // namespace

std::vector<ReportedMonitor> reported_monitors(const fs::path& folder) {
  const Listed all = listed(folder);
  std::vector<ReportedMonitor> monitors;
  for (std::size_t i = 0; i < all.monitors.size(); ++i) monitors.push_back({all.monitors[i], parse_edid(all.edids[i])});
  return monitors;
}

std::string absent_monitor(const fs::path& folder, const MonitorChoice& choice) {
  const Listed all = listed(folder);
  OwnMonitor monitor(choice);
  return monitor.index(all.monitors) ? "" : monitor.absence(all.monitors);
}

std::optional<Monitor> connected_monitor(const fs::path& folder, const MonitorChoice& choice) {
  const Listed all = listed(folder);
  const std::optional<std::size_t> chosen = OwnMonitor(choice).index(all.monitors);
  return chosen ? parse_edid(all.edids[*chosen]) : std::nullopt;
}

}  // namespace anteroom::platform
