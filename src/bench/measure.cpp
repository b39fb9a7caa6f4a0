#include "bench/measure.h"

#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

namespace anteroom::bench {

namespace {

double clock_ms(clockid_t id) {
  std::timespec time{};
  clock_gettime(id, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

// The number after `field:` in a file of /proc; 0 if it is missing.
long proc_number(const std::filesystem::path& file, const std::string& field) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.rfind(field + ":", 0) == 0) return std::strtol(line.c_str() + field.size() + 1, nullptr, 10);
  }
  return 0;
}

double rounded(double value) {
  return std::round(value * 100) / 100;
}

}  // namespace

double monotonic_ms() {
  return clock_ms(CLOCK_MONOTONIC);
}
double cpu_ms() {
  return clock_ms(CLOCK_PROCESS_CPUTIME_ID);
}

double family_cpu_ms() {
  rusage children{};
  if (::getrusage(RUSAGE_CHILDREN, &children) != 0) return cpu_ms();
  const auto ms = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_usec) / 1000;
  };
  return cpu_ms() + ms(children.ru_utime) + ms(children.ru_stime);
}

double percentile(std::vector<double> samples, double share) {
  if (samples.empty()) return 0;
  std::sort(samples.begin(), samples.end());
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(samples.size())));
  return samples[std::min(samples.size() - 1, rank == 0 ? 0 : rank - 1)];
}

double memory_mb(const std::string& field) {
  return static_cast<double>(proc_number("/proc/self/smaps_rollup", field)) / 1024;
}

double family_memory_mb(int pid, const std::string& field) {
  const std::filesystem::path folder = "/proc/" + std::to_string(pid);
  double sum = static_cast<double>(proc_number(folder / "smaps_rollup", field)) / 1024;
  std::error_code gone;
  for (const auto& task : std::filesystem::directory_iterator(folder / "task", gone)) {
    std::ifstream children(task.path() / "children");
    for (int child = 0; children >> child;) sum += family_memory_mb(child, field);
  }
  return sum;
}

int shared_objects() {
  std::ifstream maps("/proc/self/maps");
  std::set<std::string> files;
  for (std::string line; std::getline(maps, line);) {
    const std::size_t at = line.find('/');
    if (at != std::string::npos && line.find(".so", at) != std::string::npos) files.insert(line.substr(at));
  }
  return static_cast<int>(files.size());
}

long wakeups() {
  long sum = 0;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
    sum += proc_number(task.path() / "status", "voluntary_ctxt_switches");
  }
  return sum;
}

void Figures::set(const std::string& name, double value) {
  const auto at = std::find_if(list_.begin(), list_.end(), [&name](const auto& each) { return each.first == name; });
  if (at == list_.end()) {
    list_.emplace_back(name, value);
  } else {
    at->second = value;
  }
}

std::string Figures::to_json() const {
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  for (const auto& [name, value] : list_) object[name] = rounded(value);
  return object.dump(2);
}

std::string Figures::to_text() const {
  std::ostringstream out;
  for (const auto& [name, value] : list_)
    out << name << std::string(name.size() < 30 ? 30 - name.size() : 1, ' ') << rounded(value) << "\n";
  return out.str();
}

}  // namespace anteroom::bench
