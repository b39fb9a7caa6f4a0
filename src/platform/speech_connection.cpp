#include "platform/speech_connection.h"

#include <sys/poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace anteroom::platform {

namespace {

// How long everything may still take when the program ends; with the join less than a second in all.
constexpr Millis last_wait{500};

// A service that lets this many connections in a row wait in vain for its first answer is hung.
constexpr int in_vain{2};

// Between two checks of a service that is starting, which takes about half a second with the espeak-ng module.
constexpr Millis between_looks{20};

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

int millis_until(std::chrono::steady_clock::time_point until) {
  const auto left = std::chrono::ceil<Millis>(until - std::chrono::steady_clock::now());
  return static_cast<int>(std::clamp<Millis::rep>(left.count(), 0, 3'600'000));
}

}  // namespace

std::string speech_socket_path() {
  const std::string address = variable("SPEECHD_ADDRESS");
  const std::string method = address.substr(0, address.find(':'));
  if (!method.empty() && method != "unix_socket") return "";
  if (address.size() > method.size() + 1) return address.substr(method.size() + 1);
  // As g_get_user_runtime_dir(), which the service uses.
  std::string folder = variable("XDG_RUNTIME_DIR");
  if (folder.empty()) folder = variable("XDG_CACHE_HOME");
  if (folder.empty()) folder = variable("HOME") + "/.cache";
  return folder + "/speech-dispatcher/speechd.sock";
}

SpeechConnection::~SpeechConnection() {
  close();
}

void SpeechConnection::close() {
  if (is_open()) {
    // If SPEAK is still waiting for its text, this becomes the text, but without an end, and is not spoken either.
    constexpr std::string_view farewell = "CANCEL SELF\r\nQUIT\r\n";
    ::send(socket_, farewell.data(), farewell.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    ::close(socket_);
  }
  socket_ = -1;
  reader_ = {};
  notices_.clear();
}

bool SpeechConnection::open(const std::string& path, Millis within, Millis start_within) {
  if (path.empty()) return false;
  if (!is_starting()) {
    if (connect(path)) return true;
    unanswered_ = 0;
    own_.begin(path, start_within);
  }
  const Clock::time_point until = Clock::now() + within;
  while (is_starting()) {
    if (connect(path)) {
      own_.has_started();
      return true;
    }
    if (Clock::now() >= until || rest(between_looks)) return false;
  }
  return false;
}

bool SpeechConnection::connect(const std::string& path) {
  close();
  answered_ = false;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof(address.sun_path)) return false;
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  socket_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (socket_ < 0) return false;
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0) return true;
  close();
  return false;
}

bool SpeechConnection::end_hung_service(const std::string& path) {
  if (unanswered_ < in_vain) return false;
  unanswered_ = 0;
  return end_speech_service(path);
}

// Sleeps for at most `max`. True if every wait is to end soon.
bool SpeechConnection::rest(Millis max) const {
  pollfd hurry{hurry_, POLLIN, 0};
  return ::poll(&hurry, 1, static_cast<int>(max.count())) > 0;
}

// Waits for `events` of the socket; false: timed out.
bool SpeechConnection::wait(short events, Clock::time_point until) {
  while (true) {
    if (last_) until = std::min(until, *last_);
    std::array<pollfd, 2> both{{{socket_, events, 0}, {hurry_, POLLIN, 0}}};
    const int ready = ::poll(both.data(), last_ ? 1 : 2, millis_until(until));
    if (ready < 0 && errno == EINTR) continue;
    if (ready < 0 || both[0].revents != 0) return ready > 0;
    if (ready == 0) return false;
    last_ = Clock::now() + last_wait;
  }
}

bool SpeechConnection::send(std::string_view line, Clock::time_point until) {
  const std::string bytes = std::string(line) + "\r\n";
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const ssize_t sent = ::send(socket_, rest.data(), rest.size(), MSG_NOSIGNAL);
    if (sent > 0) {
      rest.remove_prefix(static_cast<std::size_t>(sent));
    } else if (sent < 0 && errno == EINTR) {
      continue;
    } else if (sent >= 0 || errno != EAGAIN || !wait(POLLOUT, until)) {
      return false;
    }
  }
  return true;
}

// Passes what has arrived to the reader. False: the service hung up.
bool SpeechConnection::pull() {
  std::array<char, 4096> bytes{};
  while (true) {
    const ssize_t got = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (got > 0) {
      reader_.add({bytes.data(), static_cast<std::size_t>(got)});
    } else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
      return false;
    } else if (errno == EAGAIN) {
      return true;
    }
  }
}

// Puts aside all notices that have arrived, and returns the last reply among them.
std::optional<SsipReply> SpeechConnection::sort() {
  std::optional<SsipReply> answer;
  while (std::optional<SsipReply> reply = reader_.next()) {
    if (reply->is_notice()) {
      notices_.push_back(std::move(*reply));
    } else {
      answer = std::move(reply);
      if (answer->code == 0) break;
    }
  }
  return answer;
}

std::optional<SsipReply> SpeechConnection::ask(std::string_view line, Millis within) {
  const Clock::time_point until = Clock::now() + within;
  if (!is_open()) return {};
  bool there = send(line, until);
  while (there && wait(POLLIN, until)) {
    there = pull();
    if (std::optional<SsipReply> answer = sort()) {
      answered_ = true;
      unanswered_ = 0;
      return answer;
    }
  }
  // When the program was ending, it had no time to answer.
  if (there && !answered_ && !last_) ++unanswered_;
  if (!there) unanswered_ = 0;
  close();
  return {};
}

bool SpeechConnection::listen() {
  if (!is_open()) return false;
  const bool there = pull();
  const std::optional<SsipReply> answer = sort();  // to an abandoned question: ignored, unless it is nonsense
  if (there && (!answer || answer->code != 0)) return true;
  std::vector<SsipReply> kept = std::exchange(notices_, {});
  close();
  notices_ = std::move(kept);
  return false;
}

std::vector<SsipReply> SpeechConnection::take_notices() {
  return std::exchange(notices_, {});
}

}  // namespace anteroom::platform
