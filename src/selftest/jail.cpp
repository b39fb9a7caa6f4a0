#include "selftest/jail.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "paint/decoder_run.h"
#include "report/attestation.h"
#include "selftest/child.h"

namespace anteroom::selftest {

namespace {

constexpr std::chrono::milliseconds patience{20'000};
constexpr const char* sample =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3" fill="#c00"/></svg>)";

// The version of the kernel's Landlock; below 1: it has none.
long landlock_version() {
  constexpr unsigned version = 1;  // LANDLOCK_CREATE_RULESET_VERSION
  return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, version);
}

report::Sandbox sandbox_of_child(pid_t pid) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  return report::sandbox_of({std::istreambuf_iterator<char>(status), {}});
}

// One that the decoder may not make folders in.
class FolderToHarm {
 public:
  FolderToHarm() : name_((std::filesystem::temp_directory_path() / "anteroom-jail-XXXXXX").string()) {
    if (::mkdtemp(name_.data()) == nullptr) throw std::runtime_error("no temporary folder can be made");
  }
  ~FolderToHarm() {
    std::error_code error;
    std::filesystem::remove_all(name_, error);
  }
  FolderToHarm(const FolderToHarm&) = delete;
  FolderToHarm& operator=(const FolderToHarm&) = delete;
  const std::string& name() const { return name_; }

 private:
  std::string name_;
};

struct Proof {
  std::string fault;  // empty: the jail holds
  int attempts = 0;
};

Proof prove(const std::filesystem::path& decoder, const std::string& layers, const std::string& folder,
            bool filters_calls) {
  Proof proof;
  Child child({decoder.string(), "prove", layers, folder});
  const std::string said = child.line(patience).value_or("the decoder does not answer");
  if (said != "jailed") return {said, 0};
  const report::Sandbox kernel = sandbox_of_child(child.pid());
  if (!kernel.no_new_privileges.value_or(false)) return {"the kernel says that the decoder may gain privileges", 0};
  if (filters_calls && !kernel.calls.starts_with("filtered")) {
    return {"the kernel says that the decoder's system calls are not filtered", 0};
  }
  child.tell("\n");
  for (;;) {
    const std::string line = child.line(patience).value_or("");
    if (line == "done") return proof;
    const std::string name = line.substr(0, line.find(": "));
    if (name.empty()) return {"the decoder ended in the middle of its attempts: it could start a program", 0};
    if (!line.ends_with(": refused"))
      return {"the decoder could " + name + " (" + line.substr(name.size() + 2) + ")", 0};
    ++proof.attempts;
  }
}

}  // namespace

Outcome check_jail(const std::filesystem::path& decoder) {
  Outcome outcome;
  outcome.done = "The program that reads pictures entered its jail and tried to break out.";
  if (decoder.empty()) return failed(std::move(outcome), "anteroom-decode is not there; install Anteroom again");
  const long landlock = landlock_version();
  outcome.figures.push_back({"Landlock of this kernel", landlock < 1 ? "none" : "version " + std::to_string(landlock)});
  const FolderToHarm folder;
  struct Layer {
    const char* word;
    const char* name;
    bool filters_calls;
  };
  for (const Layer& each : {Layer{"landlock", "Landlock alone", false}, Layer{"seccomp", "seccomp alone", true},
                            Layer{"both", "both", true}}) {
    const Proof proof = prove(decoder, each.word, folder.name(), each.filters_calls);
    if (!proof.fault.empty()) return failed(std::move(outcome), std::string(each.name) + ": " + proof.fault);
    outcome.figures.push_back({std::string("attempts refused by ") + each.name, std::to_string(proof.attempts)});
  }
  decode::Request request;
  request.width_px = 40;
  request.height_px = 30;
  request.drawings = {{}};
  paint::DecoderRun run(decoder, sample, request, patience);
  const decode::Reply reply = run.wait();
  if (!reply.drawings.front().fault.empty()) {
    return failed(std::move(outcome), "a picture in the jail " + reply.drawings.front().fault);
  }
  outcome.figures.push_back({"picture drawn in it", "40 x 30 pixels"});
  return outcome;
}

}  // namespace anteroom::selftest
