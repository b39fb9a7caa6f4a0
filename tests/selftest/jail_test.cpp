#include "selftest/jail.h"

#include <filesystem>

#include "catch.h"
#include "paint/decoder_run.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::selftest;

namespace {

Outcome outcome_of(const std::string& name) {
  const TemporaryFolder folder;
  std::filesystem::create_symlink(JAILLESS_DECODER, folder / name);
  return check_jail(folder / name);
}

}  // namespace

TEST_CASE("the jail of this system's decoder holds") {
  const Outcome outcome = check_jail(paint::decoder_program());
  CAPTURE(outcome.reason);
  CHECK(outcome.result == Result::pass);
}

TEST_CASE("a decoder whose jail does not hold fails, and it is said how far it came") {
  CHECK(outcome_of("whole").result == Result::pass);
  const Outcome none = outcome_of("no-jail");
  CHECK(none.result == Result::fail);
  CHECK(none.reason == "Landlock alone: the kernel says that the decoder may gain privileges");
  const Outcome landlock = outcome_of("no-landlock");
  CHECK(landlock.result == Result::fail);
  CHECK(landlock.reason == "Landlock alone: the decoder could open a file (allowed)");
  const Outcome seccomp = outcome_of("no-seccomp");
  CHECK(seccomp.result == Result::fail);
  CHECK(seccomp.reason == "seccomp alone: the kernel says that the decoder's system calls are not filtered");
  const Outcome silent = outcome_of("silent");
  CHECK(silent.result == Result::fail);
  CHECK(silent.reason == "Landlock alone: no jail: this system has no Landlock");
}

TEST_CASE("a decoder that is not there, or is another program, fails") {
  CHECK(check_jail("").result == Result::fail);
  CHECK(check_jail("/bin/true").result == Result::fail);
}
