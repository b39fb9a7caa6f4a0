#include "runtime/health.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

#include "runtime/write_whole.h"

namespace anteroom::runtime {

namespace {

namespace fs = std::filesystem;

// A label's value: the format wants these three escaped.
std::string escaped(const std::string& text) {
  std::string result;
  for (const char each : text) {
    if (each == '\\' || each == '"') result += '\\';
    result += each == '\n' ? std::string("\\n") : std::string(1, each);
  }
  return result;
}

}  // namespace

std::string to_json(const Health& health) {
  nlohmann::ordered_json json;
  json["screen"] = health.screen;
  json["version"] = health.version;
  json["pack"] = health.pack;
  json["card"] = health.card;
  json["written_s"] = health.written_s;
  json["frames"] = health.frames;
  json["slow_frames"] = health.slow_frames;
  json["frame_age_s"] = health.frame_age_s;
  json["rss_bytes"] = health.rss_bytes;
  json["cache_bytes"] = health.cache_bytes;
  json["display"] = health.display;
  json["touch"] = health.touch;
  json["clock_trusted"] = health.clock_trusted;
  json["faults"] = health.faults;
  json["restarts"] = health.restarts;
  // A path need not be UTF-8.
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string to_prometheus(const Health& health) {
  const std::string screen = "screen=\"" + escaped(health.screen) + "\"";
  std::string text;
  const auto add = [&](const std::string& name, const char* type, const std::string& help, const std::string& value,
                       const std::string& labels = {}) {
    text += "# HELP anteroom_" + name + " " + help + "\n# TYPE anteroom_" + name + " " + type + "\nanteroom_" + name +
            "{" + screen + labels + "} " + value + "\n";
  };
  add("info", "gauge", "The program and the folder of its cards.", "1",
      ",version=\"" + escaped(health.version) + "\",pack=\"" + escaped(health.pack) + "\"");
  add("written_timestamp_seconds", "gauge", "When this was written.", std::to_string(health.written_s));
  add("frames_total", "counter", "Frames shown since the start.", std::to_string(health.frames));
  add("slow_frames_total", "counter", "Frames that took longer than 33 ms.", std::to_string(health.slow_frames));
  add("frame_age_seconds", "gauge", "Time since the last frame; a still card shows none.",
      std::to_string(health.frame_age_s));
  add("resident_memory_bytes", "gauge", "Resident memory.", std::to_string(health.rss_bytes));
  add("cache_bytes", "gauge", "Painted layers and decoded pictures.", std::to_string(health.cache_bytes));
  add("display_present", "gauge", "1 if the monitor is there.", health.display ? "1" : "0");
  add("touch_present", "gauge", "1 if there is a touchscreen.", health.touch ? "1" : "0");
  add("clock_trusted", "gauge", "0 if the clock shows an impossibly early day.", health.clock_trusted ? "1" : "0");
  add("faults", "gauge", "What is wrong now: files, folders, monitor, touchscreen, voice.",
      std::to_string(health.faults.size()));
  add("restarts_total", "counter", "Restarts since the machine started.", std::to_string(health.restarts));
  return text;
}

HealthFiles::HealthFiles(fs::path folder) : folder_(std::move(folder)) {
  if (folder_.empty()) return;
  const fs::path count = folder_ / "starts";
  int starts = 0;
  if (std::ifstream in(count); !(in >> starts) || starts < 0) starts = 0;
  restarts_ = starts;
  write_whole(count, std::to_string(starts + 1) + "\n");
}

Millis HealthFiles::until_due(MonoTime now) const {
  return are_wanted() ? std::max(Millis(0), std::chrono::ceil<Millis>(due_ - now)) : Millis::max();
}

void HealthFiles::write(Health health, MonoTime now) {
  if (!are_wanted()) return;
  due_ = now + every;
  health.restarts = restarts_;
  health.faults.resize(std::min(health.faults.size(), max_faults));
  write_whole(folder_ / "status.json", to_json(health));
  write_whole(folder_ / "anteroom.prom", to_prometheus(health));
}

fs::path health_folder() {
  const char* value = std::getenv("RUNTIME_DIRECTORY");
  const std::string text = value == nullptr ? "" : value;
  return text.substr(0, text.find(':'));
}

std::uint64_t resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::uint64_t size = 0, resident = 0;
  if (!(statm >> size >> resident)) return 0;
  return resident * static_cast<std::uint64_t>(std::max(0L, ::sysconf(_SC_PAGESIZE)));
}

}  // namespace anteroom::runtime
