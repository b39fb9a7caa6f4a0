#include "platform/log_outlet.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <stdexcept>

#include "catch.h"

using namespace anteroom::platform;

namespace {

// Both ends of a pipe or of a pair of sockets: what is written to `to` comes out of `from`.
struct Ends {
  explicit Ends(bool sockets) {
    std::signal(SIGPIPE, SIG_IGN);
    std::array<int, 2> both{-1, -1};
    if ((sockets ? ::socketpair(AF_UNIX, SOCK_STREAM, 0, both.data()) : ::pipe(both.data())) != 0) {
      throw std::runtime_error("no pipe");
    }
    from = both[0];
    to = both[1];
  }
  ~Ends() {
    if (from >= 0) ::close(from);
    ::close(to);
  }
  Ends(const Ends&) = delete;
  Ends& operator=(const Ends&) = delete;
  // Everything that is there now.
  std::string read() const {
    ::fcntl(from, F_SETFL, O_NONBLOCK);
    std::string text;
    std::array<char, 4096> bytes{};
    for (ssize_t count = 0; (count = ::read(from, bytes.data(), bytes.size())) > 0;) {
      text.append(bytes.data(), static_cast<std::size_t>(count));
    }
    return text;
  }
  int from = -1, to = -1;
};

}  // namespace

TEST_CASE("lines reach the reader") {
  const Ends ends(GENERATE(false, true));
  LogOutlet outlet(ends.to);
  outlet.write("one");
  outlet.write("two\nand more");
  CHECK(ends.read() == "one\ntwo\nand more\n");
  CHECK_FALSE(outlet.is_behind());
}

TEST_CASE("the descriptor itself is left as it was, for others who share it") {
  const Ends ends(false);
  const LogOutlet outlet(ends.to);
  CHECK((::fcntl(ends.to, F_GETFL) & O_NONBLOCK) == 0);
}

TEST_CASE("a reader that does not read costs no time and limited memory, and learns what it missed") {
  const Ends ends(GENERATE(false, true));
  LogOutlet outlet(ends.to);
  const std::string line(999, 'x');
  for (int i = 0; i < 2000; ++i) outlet.write(line);
  CHECK(outlet.is_behind());
  std::string text;
  for (std::string part = ends.read(); !part.empty(); part = ends.read()) {
    text += part;
    outlet.flush();
  }
  const auto whole = text.size() / 1000;
  CHECK(text.size() == whole * 1000);
  outlet.write("again");
  CHECK(ends.read() == "(" + std::to_string(2000 - whole) + " messages could not be written)\nagain\n");
}

TEST_CASE("a reader that has gone costs nothing") {
  Ends ends(GENERATE(false, true));
  LogOutlet outlet(ends.to);
  ::close(std::exchange(ends.from, -1));
  for (int i = 0; i < 100; ++i) outlet.write("nobody reads this");
  CHECK_FALSE(outlet.is_behind());
}

TEST_CASE("a full disk costs nothing") {
  const int full = ::open("/dev/full", O_WRONLY);
  REQUIRE(full >= 0);
  LogOutlet outlet(full);
  for (int i = 0; i < 100; ++i) outlet.write("no room for this");
  CHECK_FALSE(outlet.is_behind());
  ::close(full);
}

TEST_CASE("having nowhere to write is not a fault") {
  LogOutlet outlet(-1);
  outlet.write("nothing");
  outlet = LogOutlet();
  CHECK_FALSE(outlet.is_behind());
}
