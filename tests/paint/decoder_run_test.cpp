#include "paint/decoder_run.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "catch.h"

using namespace anteroom;
using namespace anteroom::paint;
using std::chrono::milliseconds;

namespace {

decode::Request small() {
  decode::Request request;
  request.width_px = request.height_px = 20;
  request.drawings.emplace_back();
  request.cpu_s = 1;
  return request;
}

// The fault of the drawing when a decoder tries `wish`.
std::string after(const std::string& wish, milliseconds time = milliseconds(20'000)) {
  DecoderRun run(ROGUE_DECODER, wish, small(), time);
  const decode::Reply reply = run.wait();
  REQUIRE(reply.drawings.size() == 1);
  CHECK(reply.drawings.front().texture.pixels.empty());
  return reply.drawings.front().fault;
}

long open_descriptors() {
  const std::filesystem::directory_iterator all("/proc/self/fd");
  return std::distance(begin(all), end(all));
}

}  // namespace

TEST_CASE("a compromised decoder reaches nothing") {
  for (const char* wish : {"open", "socket", "fork"}) {
    CAPTURE(wish);
    CHECK(after(wish) == "refused");
  }
#if !defined(__SANITIZE_ADDRESS__)
  CHECK(after("memory") == "refused");
#endif
}

TEST_CASE("a decoder that never ends is ended") {
  CHECK(after("loop") == "takes longer than 1 s to draw; make it simpler");  // by its processor time
  CHECK(after("sleep", milliseconds(300)) == "takes longer than 1 s to draw; make it simpler");
}

TEST_CASE("a decoder that dies or answers nonsense is a fault in words") {
  const std::string damaged = "cannot be drawn: it is damaged, or takes more than 768 MB of memory";
  const std::string unreadable = "cannot be drawn: what anteroom-decode answered cannot be read";
  CHECK(after("abort") == damaged);
  CHECK(after("crash") == damaged);
  CHECK(after("flood") == damaged);
  CHECK(after("end") == unreadable);
  CHECK(after("garbage") == unreadable);
  CHECK(after("short") == unreadable);
  CHECK(after("more") == "cannot be drawn: the answer of anteroom-decode is not whole");
  CHECK(after("large") == "cannot be drawn: the answer of anteroom-decode is not whole");
}

TEST_CASE("a decoder that is not there or cannot run is a fault in words") {
  CHECK(DecoderRun("", "x", small(), milliseconds(1000)).wait().drawings.front().fault ==
        "cannot be drawn: the program anteroom-decode is not there; install Anteroom again");
  CHECK_THAT(DecoderRun("/etc/passwd", "x", small(), milliseconds(1000)).wait().drawings.front().fault,
             Catch::Matchers::StartsWith("cannot be drawn, since anteroom-decode cannot be started: "));
}

// `check` said that small drawings take as much memory as it had itself.
TEST_CASE("the memory of the program that has a picture drawn is not taken for the picture's") {
  constexpr std::size_t size = std::size_t{96} << 20;
  std::vector<char> held(size, 1);
  DecoderRun run(ROGUE_DECODER, "end", small(), milliseconds(20'000));
  run.wait();
  CHECK(held[size / 2] == 1);
  CHECK(run.cost().memory_mb < 64);
}

TEST_CASE("runs leave neither descriptors nor processes behind") {
  after("open");
  const long before = open_descriptors();
  for (int i = 0; i < 20; ++i) {
    after("garbage");
    const DecoderRun stopped(ROGUE_DECODER, "sleep", small(), milliseconds(60'000));  // destroyed before it has ended
  }
  CHECK(open_descriptors() == before);
}
