#include "decoder/serve.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <exception>
#include <new>

#include "decode/reply.h"
#include "decode/request.h"
#include "decoder/draw.h"
#include "decoder/jail.h"

namespace anteroom::decoder {
namespace {

using decode::Reply;
using decode::Request;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool limits_memory = false;  // the sanitizer reserves terabytes of addresses
#else
constexpr bool limits_memory = true;
#endif

JailLimits limits_for(const Request& request) {
  return {limits_memory ? request.memory_mb << 20 : 0, request.cpu_s, decode::max_reply_bytes(request)};
}

bool read_all(int from, std::string& bytes) {
  char block[1 << 16];
  for (;;) {
    const ssize_t got = ::read(from, block, sizeof(block));
    if (got == 0) return true;
    if (got > 0) bytes.append(block, static_cast<std::size_t>(got));
    if (got < 0 && errno != EINTR) return false;
  }
}

bool write_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(to, bytes.data(), bytes.size());
    if (put > 0) bytes.remove_prefix(static_cast<std::size_t>(put));
    if (put < 0 && errno != EINTR) return false;
  }
  return true;
}

// What the request asks for; a picture that takes too much memory becomes a fault in words if the C++ library notices.
Reply answer(const Request& request, std::string_view bytes) {
  Reply reply;
  try {
    if (request.facts) reply.facts = facts(bytes, *request.facts);
    if (!request.drawings.empty()) {
      reply.drawings =
          draw_all(bytes, request.width_px, request.height_px, request.drawings, request.frame, request.contrast);
    }
  } catch (const std::bad_alloc&) {
    decode::Decoded none;
    none.fault = "takes more than " + std::to_string(request.memory_mb) + " MB of memory to draw";
    if (reply.facts) reply.facts->fault = none.fault;
    reply.drawings.assign(request.drawings.size(), none);
  }
  return reply;
}

}  // namespace

int serve(const std::vector<std::string>& words) {
  const std::optional<Request> request = decode::request_from(words);
  if (!request) return 2;
  prepare();
  Reply reply;
  reply.refused = enter_jail(limits_for(*request));
  if (reply.refused.empty()) {
    std::string bytes;
    if (!read_all(STDIN_FILENO, bytes)) return 1;
    reply = answer(*request, bytes);
  }
  if (!write_all(STDOUT_FILENO, to_bytes(reply))) return 1;
  // The reply must not change while it is read. Standard output is not always a memory file.
  ::fcntl(STDOUT_FILENO, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
  return 0;
}

}  // namespace anteroom::decoder
