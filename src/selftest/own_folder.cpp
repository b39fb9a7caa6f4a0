#include "selftest/own_folder.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>

namespace anteroom::selftest {

namespace fs = std::filesystem;

OwnFolder::OwnFolder() {
  std::string name = (fs::temp_directory_path() / "anteroom-selftest-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder can be made in " + name);
  path_ = name;
  set("XDG_CACHE_HOME", (path_ / "cache").string());
  set("XDG_STATE_HOME", (path_ / "state").string());
  for (const char* of_service :
       {"STATE_DIRECTORY", "CACHE_DIRECTORY", "RUNTIME_DIRECTORY", "NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"}) {
    set(of_service, "");
  }
}

OwnFolder::~OwnFolder() {
  for (const auto& [variable, value] : before_) {
    if (value.empty()) {
      ::unsetenv(variable.c_str());
    } else {
      ::setenv(variable.c_str(), value.c_str(), 1);
    }
  }
  std::error_code error;
  fs::remove_all(path_, error);
}

void OwnFolder::set(const std::string& variable, const std::string& value) {
  const char* before = std::getenv(variable.c_str());
  before_[variable] = before == nullptr ? "" : before;
  if (value.empty()) {
    ::unsetenv(variable.c_str());
  } else {
    ::setenv(variable.c_str(), value.c_str(), 1);
  }
}

assembly::SourceOptions copy_of_clinic(const Settings& settings, const fs::path& config, const fs::path& place) {
  assembly::SourceOptions copy;
  fs::create_directories(place / "config");
  copy.config = place / "config" / config.filename();
  fs::copy_file(config, copy.config);
  if (!settings.included.empty()) {
    // Where the settings look for it, seen from their own folder.
    const fs::path from = fs::absolute(config).parent_path();
    const fs::path included = fs::absolute(settings.included).lexically_relative(from);
    if (!included.empty() && *included.begin() != "..") {
      fs::create_directories((place / "config" / included).parent_path());
      fs::copy_file(settings.included, place / "config" / included);
    }
  }
  copy.content = place / "pack";
  fs::copy(settings.content, copy.content, fs::copy_options::recursive);
  return copy;
}

std::string retitled(const std::string& toml) {
  static const std::regex title(R"re((^|\n)(title[ \t]*=[ \t]*"[^"\\\n]+)")re");
  return std::regex_replace(toml, title, "$1$2 2\"", std::regex_constants::format_first_only);
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool put(const fs::path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return static_cast<bool>(out.flush());
}

}  // namespace anteroom::selftest
