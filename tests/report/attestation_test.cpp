#include "report/attestation.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "catch.h"

using namespace anteroom::report;

namespace {

const std::string status =
    "Name:\tanteroom\nPid:\t812\nUid:\t996\t997\t996\t996\nCapEff:\t0000000000000000\nCapBnd:\t00000000a80425fb\n"
    "NoNewPrivs:\t1\nSeccomp:\t2\nSeccomp_filters:\t3\n";

Attestation example() {
  Sandbox sandbox = sandbox_of(status);
  sandbox.own_namespaces = {"mnt", "net"};
  sandbox.shared_namespaces = {"uts"};
  sandbox.networks = {"lo"};
  sandbox.root_is_read_only = true;
  return {.version = "0.1.0",
          .released = "2026-11-01",
          .made = "2026-11-29T22:44:00Z",
          .system = "Debian GNU/Linux 12 (bookworm)",
          .distribution = "debian",
          .kernel = "6.1.0 x86_64",
          .files = {{"program", "/usr/bin/anteroom", "ab12"}, {"cards", "/var/cards", ""}},
          .screen = "anteroom@kiosk",
          .sandbox = sandbox,
          .libraries = {{"/lib/libSDL2.so.0", "libsdl2-2.0-0", "2.26.5+dfsg-1", "amd64"}, {"/opt/odd.so", "", "", ""}}};
}

}  // namespace

TEST_CASE("the kernel's words about a process are read") {
  const Sandbox sandbox = sandbox_of(status);
  CHECK(sandbox.pid == 812);
  CHECK(sandbox.user == "997");
  CHECK(sandbox.no_new_privileges == true);
  CHECK(sandbox.calls == "filtered (3 filters)");
  CHECK(sandbox.capabilities == "none");
  CHECK(sandbox.bounding == "00000000a80425fb");
  CHECK(sandbox_of("Seccomp:\t0\nNoNewPrivs:\t0\n").calls == "not filtered");
  CHECK(sandbox_of("Seccomp:\t0\nNoNewPrivs:\t0\n").no_new_privileges == false);
  CHECK(sandbox_of("Seccomp:\t2\nSeccomp_filters:\t1\n").calls == "filtered (1 filter)");
  CHECK(sandbox_of("Seccomp:\t2\n").calls == "filtered");
  CHECK(sandbox_of("").calls.empty());
  CHECK_FALSE(sandbox_of("").no_new_privileges);
  CHECK(sandbox_of("").capabilities.empty());
}

TEST_CASE("interfaces and mounts of a process are read") {
  CHECK(interfaces_of("Inter-|   Receive   |  Transmit\n face |bytes packets|bytes\n    lo:   0   0\n  eth0: 12 3\n") ==
        std::vector<std::string>{"lo", "eth0"});
  CHECK(has_read_only_root("1 0 8:1 / / rw,noatime - ext4 /dev/sda rw\n2 1 8:1 / / ro,relatime - ext4 /dev/sda rw\n") ==
        true);
  CHECK(has_read_only_root("1 0 8:1 / / rw,relatime - ext4 /dev/sda ro\n2 1 0:5 / /dev ro - devtmpfs x ro\n") == false);
  CHECK_FALSE(has_read_only_root(""));
}

TEST_CASE("the libraries that ldd names are listed once and without the kernel's own") {
  CHECK(library_files("\tlinux-vdso.so.1 (0x01)\n\tlibz.so.1 => /lib/libz.so.1 (0x02)\n\t/lib64/ld.so.2 (0x03)\n"
                      "\tlibgone.so => not found\n\tlibz.so.1 => /lib/libz.so.1 (0x04)\n") ==
        std::vector<std::string>{"/lib/libz.so.1", "/lib64/ld.so.2"});
}

TEST_CASE("an attestation as text") {
  CHECK(to_text(example()) == R"(anteroom 0.1.0, released 2026-11-01
system Debian GNU/Linux 12 (bookworm), kernel 6.1.0 x86_64
made 2026-11-29T22:44:00Z

SHA-256
  program   ab12  /usr/bin/anteroom
  cards     cannot be read  /var/cards

Sandbox of anteroom@kiosk, process 812, as the kernel reports it
  user id                     997
  no new privileges           yes
  system calls                filtered (3 filters)
  capabilities                none
  capabilities it could get   00000000a80425fb
  namespaces of its own       mnt, net
  namespaces of the system    uts
  network interfaces          lo
  system read-only            yes

Libraries
  libsdl2-2.0-0               2.26.5+dfsg-1               /lib/libSDL2.so.0
  of no package                                           /opt/odd.so
)");
  Attestation without = example();
  without.sandbox.reset();
  CHECK(to_text(without).find("\nSandbox: anteroom@kiosk is not running\n") != std::string::npos);
}

TEST_CASE("an attestation as a bill of materials of CycloneDX") {
  const auto bom = nlohmann::json::parse(to_cyclonedx(example()));
  CHECK(bom["bomFormat"] == "CycloneDX");
  CHECK(bom["specVersion"] == "1.5");
  CHECK(bom["version"] == 1);
  CHECK(bom["metadata"]["timestamp"] == "2026-11-29T22:44:00Z");
  CHECK(bom["metadata"]["component"] ==
        nlohmann::json::parse(R"({"type": "application", "name": "anteroom", "version": "0.1.0",
                                  "hashes": [{"alg": "SHA-256", "content": "ab12"}]})"));
  const auto& components = bom["components"];
  REQUIRE(components.size() == 4);
  CHECK(components[1] == nlohmann::json::parse(R"({"type": "data", "name": "/var/cards", "description": "cards"})"));
  CHECK(components[2]["name"] == "of no package");
  CHECK(components[3] ==
        nlohmann::json::parse(R"({"type": "library", "name": "libsdl2-2.0-0", "version": "2.26.5+dfsg-1",
          "purl": "pkg:deb/debian/libsdl2-2.0-0@2.26.5%2Bdfsg-1?arch=amd64",
          "bom-ref": "pkg:deb/debian/libsdl2-2.0-0@2.26.5%2Bdfsg-1?arch=amd64",
          "properties": [{"name": "anteroom:file", "value": "/lib/libSDL2.so.0"}]})"));
  const auto& properties = bom["metadata"]["properties"];
  CHECK(std::find(properties.begin(), properties.end(),
                  nlohmann::json({{"name", "anteroom:sandbox:no-new-privileges"}, {"value", "yes"}})) !=
        properties.end());
}
