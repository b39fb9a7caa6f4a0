// The log without a kiosk: log_probe ORDER... carries out the orders while a LogKeeper exists, and then writes to
// standard output how many milliseconds they took.
//   say TEXT        by log()
//   library N TEXT  N times, as a C library would: in two pieces to stderr
//   count N         N messages that are all different
//   child TEXT      by a child process
//   abort           as a failed assertion
//   end             as platform code that ends the process itself
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "platform/log.h"

using namespace anteroom;
using namespace anteroom::platform;

namespace {

// The numbers as letters, since messages that differ only in numbers count as repeats.
std::string letters(int number) {
  std::string text;
  for (; number > 0; number /= 26) text += static_cast<char>('a' + number % 26);
  return text;
}

void say_in_child(const std::string& text) {
  const pid_t child = ::fork();
  if (child == 0) {
    std::fprintf(stderr, "%s\n", text.c_str());
    ::_exit(0);
  }
  ::waitpid(child, nullptr, 0);
}

void carry_out(const std::vector<std::string>& orders) {
  for (std::size_t i = 0; i < orders.size(); ++i) {
    const std::string& order = orders[i];
    if (order == "say") log(orders.at(++i));
    if (order == "library") {
      const int times = std::stoi(orders.at(++i));
      ++i;
      for (int time = 0; time < times; ++time) {
        std::fprintf(stderr, "%s: ", "library");
        std::fprintf(stderr, "%s\n", orders.at(i).c_str());
      }
    }
    if (order == "count") {
      const int messages = std::stoi(orders.at(++i));
      for (int number = 1; number <= messages; ++number) log("message " + letters(number));
    }
    if (order == "child") say_in_child(orders.at(++i));
    if (order == "abort") std::abort();
    if (order == "end") {
      settle_log();
      std::_Exit(0);
    }
  }
}

}  // namespace

int main(int count, char** words) {
  std::signal(SIGPIPE, SIG_IGN);
  open_standard_streams();
  const auto begun = std::chrono::steady_clock::now();
  {
    const LogKeeper keeper;
    carry_out({words + 1, words + count});
  }
  const auto taken = std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - begun);
  std::cout << taken.count() << std::endl;
}
