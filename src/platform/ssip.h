// The text protocol of speech-dispatcher (SSIP, described in `info ssip`) as values; nothing here opens a socket.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anteroom::platform {

// A reply or notice of the service.
struct SsipReply {
  // Three digits: 2xx done, 3xx to 5xx refused, 7xx a notice. 0: the service does not speak SSIP.
  int code = 0;
  std::vector<std::string> lines;  // without code and line end; the last one is for humans
  bool fine() const { return code >= 200 && code < 300; }
  bool is_notice() const { return code >= 700 && code < 800; }
  // The number of the message concerned, or 0 if there is none.
  std::uint64_t message() const;
};

// The notices that we subscribe to.
inline constexpr int ssip_began = 701, ssip_ended = 702, ssip_cancelled = 703;

// Assembles replies from bytes as they arrive.
class SsipReader {
 public:
  void add(std::string_view bytes);
  // The next complete reply, or nothing until more bytes arrive.
  std::optional<SsipReply> next();

 private:
  std::string rest_;  // not yet a complete line
  SsipReply reply_;   // not yet complete
};

// What follows SPEAK: `text` as one line, with control characters replaced by spaces, and the line that ends it.
std::string ssip_text(std::string_view text);
// The service's name for `language` (BCP 47): language and region in lower case ("zh-Hans-CN" becomes "zh-cn"), for
// which espeak-ng uses the nearest voice it has; Cantonese for Chinese of Hong Kong and Macau.
std::string ssip_language(std::string_view language);
// 0 to 100 percent as the service's -100 to 100.
int ssip_volume(int percent);

}  // namespace anteroom::platform
