#include "selftest/machine.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <sstream>
#include <thread>

#include "selftest/own_folder.h"

namespace anteroom::selftest {

namespace {

std::string trimmed(std::string text) {
  const auto is_space = [](unsigned char c) { return c <= ' '; };
  text.erase(std::find_if_not(text.rbegin(), text.rend(), is_space).base(), text.end());
  text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), is_space));
  return text;
}

std::string of_firmware(const char* name) {
  return trimmed(bytes_of(std::string("/sys/class/dmi/id/") + name));
}

}  // namespace

std::string value_of(const std::string& lines, const std::string& key) {
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    const std::size_t colon = line.find(':');
    if (colon != std::string::npos && trimmed(line.substr(0, colon)) == key) return trimmed(line.substr(colon + 1));
  }
  return {};
}

std::vector<Figure> about_machine() {
  std::array<char, 256> host{};
  ::gethostname(host.data(), host.size() - 1);
  std::string machine = trimmed(of_firmware("sys_vendor") + " " + of_firmware("product_name"));
  if (!machine.empty()) machine = ", " + machine;
  if (const std::string serial = of_firmware("product_serial"); !serial.empty()) machine += ", serial number " + serial;
  const std::string processor = value_of(bytes_of("/proc/cpuinfo"), "model name");
  const double memory_kb = std::atof(value_of(bytes_of("/proc/meminfo"), "MemTotal").c_str());
  return {{"Machine", std::string(host.data()) + machine},
          {"Processor", (processor.empty() ? "not known" : processor) + ", " +
                            std::to_string(std::thread::hardware_concurrency()) + " cores, " +
                            std::to_string(std::lround(memory_kb / 1024)) + " MB of memory"}};
}

}  // namespace anteroom::selftest
