// A compromised decoder: from inside the jail it tries what the "picture" says. See decoder_run_test.cpp.
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <new>
#include <string>
#include <vector>

#include "decode/reply.h"
#include "decode/request.h"
#include "decoder/jail.h"

using namespace anteroom;

namespace {

std::string answer(const decode::Request& request, const std::string& fault) {
  decode::Reply reply;
  decode::Decoded drawing;
  drawing.fault = fault;
  if (request.facts) reply.facts.emplace();
  reply.drawings.assign(request.drawings.size(), drawing);
  return decode::to_bytes(reply);
}

void loop() {
  for (volatile bool on = true; on;) {
  }
}

std::string act(const std::string& wish, const decode::Request& request) {
  const auto said = [&](bool done) { return answer(request, done ? "done" : "refused"); };
  if (wish == "open") return said(::open("/etc/passwd", O_RDONLY) >= 0);
  if (wish == "socket") return said(::socket(AF_INET, SOCK_STREAM, 0) >= 0);
  if (wish == "fork") return said(::fork() >= 0);
  if (wish == "memory") {
    void* block = std::malloc(std::size_t{2} << 30);
    return said(block != nullptr);
  }
  if (wish == "loop") loop();
  if (wish == "sleep") {
    for (;;) ::pause();
  }
  if (wish == "abort") std::abort();
  if (wish == "crash") ::raise(SIGSEGV);
  if (wish == "end") ::_exit(0);
  if (wish == "garbage") return std::string(5000, 'x');
  if (wish == "short") return answer(request, "x").substr(0, 7);
  if (wish == "more") return decode::to_bytes(decode::Reply{{}, {}, std::vector<decode::Decoded>(99)});
  if (wish == "flood") {
    for (;;) std::cout << std::string(1 << 16, 'x');
  }
  if (wish == "large") {
    decode::Reply reply;
    decode::Decoded drawing;
    drawing.texture = {400, 1, true, decode::Pixels(400)};
    drawing.whole = {400, 1};
    reply.drawings.push_back(drawing);
    return decode::to_bytes(reply);
  }
  return answer(request, "no such wish");
}

}  // namespace

int main(int argc, char** argv) {
  const auto request = decode::request_from({argv + 1, argv + argc});
  if (!request) return 2;
#if defined(__SANITIZE_ADDRESS__)
  const std::uint64_t memory = 0;  // the sanitizer reserves terabytes of addresses
#else
  const std::uint64_t memory = request->memory_mb << 20;
#endif
  const std::string fault = decoder::enter_jail({memory, request->cpu_s, decode::max_reply_bytes(*request)});
  if (!fault.empty()) return 3;
  const std::string wish{std::istreambuf_iterator<char>(std::cin), {}};
  std::cout << act(wish, *request) << std::flush;
  ::_exit(0);
}
