// The text protocol of speech-dispatcher (SSIP, described in `info ssip`) as values; nothing here opens a socket.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anteroom::platform {

// One answer or notice of the service.
struct SsipReply {
  // Three digits: 2xx done, 3xx to 5xx refused, 7xx a notice that nobody asked for. 0: the service does not speak SSIP.
  int code = 0;
  std::vector<std::string> lines;  // without code and line end; the last one is for people
  bool fine() const { return code >= 200 && code < 300; }
  bool is_notice() const { return code >= 700 && code < 800; }
  // The number of the message that this is about, or 0 if there is none.
  std::uint64_t message() const;
};

// The notices that are asked for.
inline constexpr int ssip_began = 701, ssip_ended = 702, ssip_cancelled = 703;

// Puts replies together from bytes as they come.
class SsipReader {
 public:
  void add(std::string_view bytes);
  // The next whole reply, or nothing until more bytes come.
  std::optional<SsipReply> next();

 private:
  std::string rest_;  // not yet a whole line
  SsipReply reply_;   // not yet whole
};

// What follows SPEAK: `text` as one line, its control characters as spaces, and the line that ends it.
std::string ssip_text(std::string_view text);
// What `language` (BCP 47) is called for the service: language and region in lower case ("zh-Hans-CN" is "zh-cn"),
// which espeak-ng takes for the nearest voice it has, and Cantonese for Chinese of Hong Kong and Macau.
std::string ssip_language(std::string_view language);
// The service's -100 to 100 for 0 to 100 percent.
int ssip_volume(int percent);

}  // namespace anteroom::platform
