// A decoder that draws when it is told to: see gated_picture.h.
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "decode/reply.h"
#include "decode/request.h"

using namespace anteroom;

namespace {

decode::Decoded filled(int width, int height, std::uint32_t pixel) {
  decode::Decoded drawing;
  const auto pixels = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  drawing.texture = {width, height, true, decode::Pixels(pixels, pixel)};
  drawing.whole = {width, height};
  return drawing;
}

}  // namespace

int main(int argc, char** argv) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const auto request = decode::request_from({argv + 1, argv + argc});
  if (!request) return 2;
  std::string gate, fault;
  std::uint32_t pixel = 0;
  std::getline(std::cin, gate);
  std::cin >> std::hex >> pixel >> std::ws;
  std::getline(std::cin, fault);
  std::ofstream(gate + ".runs", std::ios::app) << ::getpid() << "\n";
  while (!std::filesystem::exists(gate)) ::usleep(1000);
  decode::Reply reply;
  reply.drawings.assign(request->drawings.size(), filled(request->width_px, request->height_px, pixel));
  if (!fault.empty()) {
    for (decode::Decoded& each : reply.drawings) each = {{}, fault};
  }
  std::cout << decode::to_bytes(reply) << std::flush;
  ::_exit(0);
}
