// `anteroom attest`: what a hospital's security form asks, read from the machine itself.
#include <sys/utsname.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>

#include "assembly/load.h"
#include "assembly/released.h"
#include "commands/attested.h"
#include "commands/options.h"
#include "paint/decoder_run.h"
#include "paint/own_program.h"
#include "report/attestation.h"
#include "report/child_output.h"

namespace anteroom::commands {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds patience{60};

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The hash at the beginning of what sha256sum prints; empty: it prints none.
std::string first_word(const std::optional<std::string>& output) {
  return output ? output->substr(0, output->find(' ')) : "";
}

report::HashedFile hashed(const std::string& what, const fs::path& file) {
  return {what, file.string(), first_word(report::child_output({"sha256sum", "--", file.string()}, "", patience))};
}

// As anybody can repeat it: the hash of the list of the files' hashes.
report::HashedFile hashed_folder(const std::string& what, const std::string& folder) {
  const std::string script =
      "cd \"$1\" && find . -type f ! -path ./signatures.toml -print0 | LC_ALL=C sort -z | xargs -0 -r sha256sum | "
      "sha256sum";
  return {what, folder, first_word(report::child_output({"sh", "-c", script, "sh", folder}, "", patience))};
}

// The value of `key` in /etc/os-release, without its quotes.
std::string of_system(const std::string& key) {
  std::istringstream lines(text_of("/etc/os-release"));
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(key + "=")) continue;
    std::string value = line.substr(key.size() + 1);
    std::erase(value, '"');
    return value;
  }
  return {};
}

// The packages of `files`: of a system where /lib is a link to /usr/lib, dpkg knows a file by one of both paths.
std::vector<report::Library> libraries_of(const std::vector<std::string>& files) {
  std::vector<std::string> search{"sh", "-c", "dpkg-query -S -- \"$@\" 2>/dev/null || true", "sh"};
  const auto other_path = [](const std::string& file) {
    return file.starts_with("/usr/") ? file.substr(4) : "/usr" + file;
  };
  for (const std::string& file : files) {
    search.push_back(file);
    search.push_back(other_path(file));
  }
  std::map<std::string, std::string> owners;  // of each path, with the architecture: "libc6:amd64"
  std::istringstream found(report::child_output(search, "", patience).value_or(""));
  for (std::string line; std::getline(found, line);) {
    const std::size_t end = line.find(": ");
    if (end != std::string::npos) owners[line.substr(end + 2)] = line.substr(0, line.find(','));
  }
  std::vector<report::Library> libraries;
  std::map<std::string, report::Library> packages;
  for (const std::string& file : files) {
    auto owner = owners.find(file);
    if (owner == owners.end()) owner = owners.find(other_path(file));
    if (owner == owners.end()) {
      libraries.push_back({file, "", "", ""});
      continue;
    }
    const std::string package = owner->second.substr(0, owner->second.find(": "));
    report::Library& known = packages[package];
    if (known.package.empty()) {
      const auto about = report::child_output(
          {"dpkg-query", "-W", "-f", "${Package} ${Version} ${Architecture}", "--", package}, "", patience);
      std::istringstream(about.value_or("")) >> known.package >> known.version >> known.architecture;
    }
    libraries.push_back({file, known.package, known.version, known.architecture});
  }
  return libraries;
}

// The process of the service `unit`; 0: it does not run.
int process_of(const std::string& unit) {
  std::error_code error;
  for (fs::directory_iterator at("/proc", error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    const bool is_of_unit = text_of(at->path() / "cgroup").find("/" + unit + ".service\n") != std::string::npos;
    if (is_of_unit && text_of(at->path() / "comm") == "anteroom\n") return std::stoi(name);
  }
  return 0;
}

report::Sandbox sandbox_of_process(int pid) {
  const fs::path process = fs::path("/proc") / std::to_string(pid);
  report::Sandbox sandbox = report::sandbox_of(text_of(process / "status"));
  std::error_code hidden;
  for (const char* kind : {"cgroup", "ipc", "mnt", "net", "pid", "user", "uts"}) {
    const fs::path own = fs::read_symlink(process / "ns" / kind, hidden);
    const fs::path system = fs::read_symlink(fs::path("/proc/1/ns") / kind, hidden);
    if (own.empty() || system.empty()) continue;  // only root and the same user may see them
    (own == system ? sandbox.shared_namespaces : sandbox.own_namespaces).emplace_back(kind);
  }
  if (const std::string networks = text_of(process / "net/dev"); !networks.empty()) {
    sandbox.networks = report::interfaces_of(networks);
  }
  sandbox.root_is_read_only = report::has_read_only_root(text_of(process / "mountinfo"));
  return sandbox;
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text.data();
}

std::string kernel() {
  utsname system{};
  return ::uname(&system) == 0 ? std::string(system.release) + " " + system.machine : "";
}

}  // namespace

report::Attestation attested(const AttestOptions& options) {
  source::TomlFiles files;
  source::Diagnostics unwanted;  // `check` reports them
  const Settings settings = assembly::load_settings(options.source, files, unwanted);
  const fs::path config = assembly::config_file(options.source);
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error), decoder = paint::decoder_program(),
                 pdf = paint::own_program("anteroom-pdf");
  report::Attestation attestation{.version = assembly::version(),
                                  .released = in_digits(assembly::release_date()),
                                  .made = utc_now(),
                                  .system = of_system("PRETTY_NAME"),
                                  .distribution = of_system("ID"),
                                  .kernel = kernel(),
                                  .files = {},
                                  .screen = "",
                                  .sandbox = {},
                                  .libraries = {}};
  attestation.files = {hashed("program", program), hashed("decoder", decoder), hashed("pdf", pdf),
                       hashed("settings", config)};
  if (!settings.included.empty()) attestation.files.push_back(hashed("clinic", settings.included));
  if (const fs::path panel = assembly::panel_file(options.source); fs::exists(panel, error)) {
    attestation.files.push_back(hashed("panel", panel));
  }
  if (!settings.content.empty()) attestation.files.push_back(hashed_folder("cards", settings.content));
  attestation.screen = options.pid ? "process" : "anteroom@" + config.stem().string();
  const int pid = options.pid ? *options.pid : process_of(attestation.screen);
  if (pid > 0 && fs::exists("/proc/" + std::to_string(pid), error)) attestation.sandbox = sandbox_of_process(pid);
  std::string linked;
  for (const fs::path& each : {program, decoder, pdf}) {
    linked += report::child_output({"ldd", each.string()}, "", patience).value_or("");
  }
  attestation.libraries = libraries_of(report::library_files(linked));
  return attestation;
}

int attest(const AttestOptions& options) {
  const report::Attestation attestation = attested(options);
  std::cout << (options.json ? report::to_cyclonedx(attestation) : report::to_text(attestation));
  const bool is_whole = std::none_of(attestation.files.begin(), attestation.files.end(),
                                     [](const report::HashedFile& each) { return each.sha256.empty(); });
  return is_whole && !attestation.libraries.empty() ? fine : does_not_hold;
}

}  // namespace anteroom::commands
