// What a hospital's security form asks: versions, hashes, libraries, and how a process is locked down as the kernel
// reports it.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace anteroom::report {

// The sandbox of a process. A text is empty, and an optional without a value, where the kernel does not tell.
struct Sandbox {
  int pid = 0;
  std::string user;                       // its effective user id
  std::optional<bool> no_new_privileges;  // NoNewPrivs
  std::string calls;                      // Seccomp: "filtered (3 filters)", "not filtered", "strict"
  std::string capabilities;               // CapEff, CapBnd: "none", or the mask in hexadecimal
  std::string bounding;
  std::vector<std::string> own_namespaces, shared_namespaces;  // compared with those of the whole system
  std::optional<std::vector<std::string>> networks;            // interfaces
  std::optional<bool> root_is_read_only;
};

// The fields that /proc/PID/status, `text`, gives.
Sandbox sandbox_of(const std::string& text);
// The interfaces in /proc/PID/net/dev.
std::vector<std::string> interfaces_of(const std::string& text);
// Whether "/" is mounted read-only, in /proc/PID/mountinfo; nothing if it is not in there.
std::optional<bool> has_read_only_root(const std::string& text);

struct Library {
  std::string file;                            // its path
  std::string package, version, architecture;  // of the system's package that it is in; empty: in none
};

// The libraries that the output of ldd names, each once, sorted.
std::vector<std::string> library_files(const std::string& ldd);

struct HashedFile {
  std::string what;    // "program", "settings"
  std::string file;    // or folder
  std::string sha256;  // empty: it cannot be read
};

struct Attestation {
  std::string version, released;  // of the program
  std::string made;               // "2026-11-29T22:44:00Z"
  std::string system;             // "Debian GNU/Linux 12 (bookworm)"
  std::string distribution;       // "debian"
  std::string kernel;
  std::vector<HashedFile> files;
  std::string screen;              // whose sandbox this is: "anteroom@kiosk"; empty: this process itself
  std::optional<Sandbox> sandbox;  // nothing: its process does not run
  std::vector<Library> libraries;
};

std::string to_text(const Attestation& attestation);
// A software bill of materials: one JSON object of CycloneDX 1.5, with the sandbox as properties.
std::string to_cyclonedx(const Attestation& attestation);

}  // namespace anteroom::report
