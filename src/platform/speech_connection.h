// One connection to the speech service.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/time.h"
#include "platform/speech_service.h"
#include "platform/ssip.h"

namespace anteroom::platform {

// Where the service listens: the path in $SPEECHD_ADDRESS ("unix_socket:PATH"), else where the service itself puts its
// socket for this user. Empty: $SPEECHD_ADDRESS asks for something other than a Unix socket.
std::string speech_socket_path();

// Why not libspeechd, which speaks the same protocol: it waits forever for a service that has stopped answering (so the
// thread could not be joined), writes to the socket without MSG_NOSIGNAL, does not report that the service has gone
// while nothing is asked, and calls exit() if a reply is not a number. All in 0.11.4.
class SpeechConnection {
 public:
  // `hurry`: a descriptor that becomes readable when every wait is to end soon. Requires: it outlives the connection.
  explicit SpeechConnection(int hurry) : hurry_(hurry) {}
  ~SpeechConnection();
  SpeechConnection(const SpeechConnection&) = delete;
  SpeechConnection& operator=(const SpeechConnection&) = delete;

  // True once the service listens at `path`. If it does not, it is started, as its own library does, and waited for at
  // most `within`. It continues to start afterwards, and the next open() checks it again; it is killed if it takes
  // longer than `start_within`.
  bool open(const std::string& path, Millis within, Millis start_within);
  bool is_starting() { return own_.is_starting(); }
  // True if the service at `path` was hung and has been killed: it accepts connections, but has let the last two wait
  // in vain for the first answer. With the default settings and no sound device it hangs for good when it ends by
  // itself (0.11.4).
  bool end_hung_service(const std::string& path);
  // Asks for silence first, without waiting: after a bare close, and even after QUIT, the service speaks what it was
  // given to its end (0.11.4).
  void close();
  bool is_open() const { return socket_ >= 0; }
  // Readable when the service has said something or hung up; -1 when closed.
  int descriptor() const { return socket_; }

  // Sends `line` and returns the reply.
  // Errors: nothing, and the connection is closed, if the service hangs up or does not answer `within`.
  std::optional<SsipReply> ask(std::string_view line, Millis within);
  // Reads what has arrived, without waiting. False if the service hung up; the connection is then closed, but its
  // notices are kept.
  bool listen();
  // The notices that came since the last call, in order.
  std::vector<SsipReply> take_notices();

 private:
  using Clock = std::chrono::steady_clock;
  bool connect(const std::string& path);
  bool send(std::string_view line, Clock::time_point until);
  bool wait(short events, Clock::time_point until);
  bool rest(Millis max) const;
  bool pull();
  std::optional<SsipReply> sort();

  int hurry_;
  std::optional<Clock::time_point> last_;  // every wait ends then; set once `hurry_` is readable
  int socket_ = -1;
  bool answered_ = false;  // on this connection
  int unanswered_ = 0;     // connections in a row that were closed for lack of a first answer
  OwnSpeechService own_;
  SsipReader reader_;
  std::vector<SsipReply> notices_;
};

}  // namespace anteroom::platform
