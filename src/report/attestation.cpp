#include "report/attestation.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

namespace anteroom::report {

namespace {

// The value of `key` in text of lines "key:\tvalue"; empty: there is none.
std::string field(const std::string& text, const std::string& key) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(key + ":")) continue;
    const std::size_t begin = line.find_first_not_of(" \t", key.size() + 1);
    return begin == std::string::npos ? "" : line.substr(begin);
  }
  return {};
}

std::string capabilities_in_words(const std::string& mask) {
  return !mask.empty() && mask.find_first_not_of('0') == std::string::npos ? "none" : mask;
}

std::string calls_in_words(const std::string& mode, const std::string& filters) {
  if (mode == "0") return "not filtered";
  if (mode == "1") return "strict";
  if (mode != "2") return {};
  return filters.empty() ? "filtered" : "filtered (" + filters + (filters == "1" ? " filter)" : " filters)");
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text.empty() ? "none" : text;
}

std::string yes_or_no(const std::optional<bool>& is) {
  return !is ? "not known" : *is ? "yes" : "no";
}

// What is said of a sandbox, in this order: a name for JSON, words, and the value.
struct Statement {
  const char* name;
  const char* words;
  std::string value;
};

std::vector<Statement> statements_of(const Sandbox& sandbox) {
  const bool knows_namespaces = !sandbox.own_namespaces.empty() || !sandbox.shared_namespaces.empty();
  const auto known = [](const std::string& text) { return text.empty() ? "not known" : text; };
  return {{"user", "user id", known(sandbox.user)},
          {"no-new-privileges", "no new privileges", yes_or_no(sandbox.no_new_privileges)},
          {"system-calls", "system calls", known(sandbox.calls)},
          {"capabilities", "capabilities", known(sandbox.capabilities)},
          {"capabilities-bounding", "capabilities it could get", known(sandbox.bounding)},
          {"own-namespaces", "namespaces of its own", knows_namespaces ? joined(sandbox.own_namespaces) : "not known"},
          {"shared-namespaces", "namespaces of the system",
           knows_namespaces ? joined(sandbox.shared_namespaces) : "not known"},
          {"network-interfaces", "network interfaces", sandbox.networks ? joined(*sandbox.networks) : "not known"},
          {"read-only-root", "system read-only", yes_or_no(sandbox.root_is_read_only)}};
}

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width > text.size() ? width - text.size() : 1, ' ');
}

// A package URL has these percent-encoded: https://github.com/package-url/purl-spec
std::string encoded(const std::string& text) {
  std::string result;
  for (const char c : text) {
    result += c == '+' ? "%2B" : c == ':' ? "%3A" : c == '~' ? "~" : std::string(1, c);
  }
  return result;
}

nlohmann::ordered_json property(const std::string& name, const std::string& value) {
  return {{"name", "anteroom:" + name}, {"value", value}};
}

nlohmann::ordered_json hashes(const std::string& sha256) {
  return nlohmann::ordered_json::array({{{"alg", "SHA-256"}, {"content", sha256}}});
}

nlohmann::ordered_json components(const Attestation& attestation) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const HashedFile& each : attestation.files) {
    nlohmann::ordered_json component{{"type", each.what == "cards" ? "data" : "file"}, {"name", each.file}};
    component["description"] = each.what;
    if (!each.sha256.empty()) component["hashes"] = hashes(each.sha256);
    list.push_back(std::move(component));
  }
  std::map<std::string, std::vector<const Library*>> packages;
  for (const Library& each : attestation.libraries) packages[each.package].push_back(&each);
  for (const auto& [package, libraries] : packages) {
    const Library& first = *libraries.front();
    nlohmann::ordered_json component{{"type", "library"}, {"name", package.empty() ? "of no package" : package}};
    if (!package.empty()) {
      component["version"] = first.version;
      component["purl"] = "pkg:deb/" + attestation.distribution + "/" + encoded(package) + "@" +
                          encoded(first.version) + "?arch=" + first.architecture;
      component["bom-ref"] = component["purl"];
    }
    for (const Library* each : libraries) component["properties"].push_back(property("file", each->file));
    list.push_back(std::move(component));
  }
  return list;
}

}  // namespace

Sandbox sandbox_of(const std::string& text) {
  Sandbox sandbox;
  std::istringstream(field(text, "Pid")) >> sandbox.pid;
  std::string real;
  std::istringstream(field(text, "Uid")) >> real >> sandbox.user;
  if (const std::string set = field(text, "NoNewPrivs"); !set.empty()) sandbox.no_new_privileges = set == "1";
  sandbox.calls = calls_in_words(field(text, "Seccomp"), field(text, "Seccomp_filters"));
  sandbox.capabilities = capabilities_in_words(field(text, "CapEff"));
  sandbox.bounding = capabilities_in_words(field(text, "CapBnd"));
  return sandbox;
}

std::vector<std::string> interfaces_of(const std::string& text) {
  std::vector<std::string> names;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t colon = line.find(':'), begin = line.find_first_not_of(' ');
    if (colon != std::string::npos && line.find('|') == std::string::npos) {
      names.push_back(line.substr(begin, colon - begin));
    }
  }
  return names;
}

std::optional<bool> has_read_only_root(const std::string& text) {
  std::optional<bool> read_only;
  std::istringstream lines(text);
  // "36 35 98:0 / /mnt rw,noatime - ext4 /dev/sda rw": the fifth field is the place, the sixth the options. A later
  // mount lies over an earlier one.
  for (std::string line; std::getline(lines, line);) {
    std::istringstream fields(line);
    std::string id, parent, device, root, place, options;
    if (!(fields >> id >> parent >> device >> root >> place >> options) || place != "/") continue;
    read_only = options == "ro" || options.starts_with("ro,");
  }
  return read_only;
}

std::vector<std::string> library_files(const std::string& ldd) {
  std::vector<std::string> files;
  std::istringstream lines(ldd);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t begin = line.find('/'), end = line.find(" (", begin);
    if (begin != std::string::npos && end != std::string::npos) files.push_back(line.substr(begin, end - begin));
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

std::string to_text(const Attestation& attestation) {
  constexpr std::size_t column = 28;
  std::string text = "anteroom " + attestation.version + ", released " + attestation.released + "\n";
  text += "system " + attestation.system + ", kernel " + attestation.kernel + "\nmade " + attestation.made +
          "\n\nSHA-256\n";
  for (const HashedFile& each : attestation.files) {
    text +=
        "  " + padded(each.what, 10) + (each.sha256.empty() ? "cannot be read" : each.sha256) + "  " + each.file + "\n";
  }
  const std::string screen = attestation.screen.empty() ? "this command itself" : attestation.screen;
  if (!attestation.sandbox) {
    text += "\nSandbox: " + screen + " is not running\n";
  } else {
    text += "\nSandbox of " + screen + ", process " + std::to_string(attestation.sandbox->pid) +
            ", as the kernel reports it\n";
    for (const Statement& each : statements_of(*attestation.sandbox)) {
      text += "  " + padded(each.words, column) + each.value + "\n";
    }
  }
  text += "\nLibraries\n";
  for (const Library& each : attestation.libraries) {
    text += "  " + padded(each.package.empty() ? "of no package" : each.package, column) +
            padded(each.version, column) + each.file + "\n";
  }
  return text;
}

std::string to_cyclonedx(const Attestation& attestation) {
  nlohmann::ordered_json properties = nlohmann::ordered_json::array();
  properties.push_back(property("released", attestation.released));
  properties.push_back(property("system", attestation.system));
  properties.push_back(property("kernel", attestation.kernel));
  properties.push_back(property("sandbox:of", attestation.screen.empty() ? "this command" : attestation.screen));
  properties.push_back(property("sandbox:running", attestation.sandbox ? "yes" : "no"));
  if (attestation.sandbox) {
    for (const Statement& each : statements_of(*attestation.sandbox)) {
      properties.push_back(property(std::string("sandbox:") + each.name, each.value));
    }
  }
  nlohmann::ordered_json component{{"type", "application"}, {"name", "anteroom"}, {"version", attestation.version}};
  if (!attestation.files.empty() && !attestation.files.front().sha256.empty()) {
    component["hashes"] = hashes(attestation.files.front().sha256);
  }
  nlohmann::ordered_json bom{{"bomFormat", "CycloneDX"}, {"specVersion", "1.5"}, {"version", 1}};
  bom["metadata"] = {{"timestamp", attestation.made}, {"component", component}, {"properties", properties}};
  bom["components"] = components(attestation);
  // A path need not be UTF-8.
  return bom.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace anteroom::report
