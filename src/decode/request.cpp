#include "decode/request.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string_view>

namespace anteroom::decode {
namespace {

using Words = std::vector<std::string>;

void append_list(Words& words, std::string_view name, const std::vector<std::string>& ids) {
  words.emplace_back(name);
  words.push_back(std::to_string(ids.size()));
  words.insert(words.end(), ids.begin(), ids.end());
}

// Takes words from the front.
class WordReader {
 public:
  explicit WordReader(const Words& words) : words_(words) {}

  bool at_end() const { return at_ == words_.size(); }
  std::string_view word() { return at_end() ? std::string_view() : std::string_view(words_[at_++]); }
  template <typename Number>
  bool number(Number& value) {
    const std::string_view text = word();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && !text.empty();
  }
  bool list(std::vector<std::string>& ids) {
    std::size_t count = 0;
    if (!number(count) || count > words_.size() - at_) return false;
    const auto begin = words_.begin() + static_cast<std::ptrdiff_t>(at_);
    ids.assign(begin, begin + static_cast<std::ptrdiff_t>(count));
    at_ += count;
    return true;
  }

 private:
  const Words& words_;
  std::size_t at_ = 0;
};

bool read_one(WordReader& reader, Request& request) {
  const std::string_view name = reader.word();
  if (name == "--cpu-s") return reader.number(request.cpu_s);
  if (name == "--memory-mb") return reader.number(request.memory_mb);
  if (name == "--size") return reader.number(request.width_px) && reader.number(request.height_px);
  if (name == "--frame") {
    Frame& frame = request.frame;
    return reader.number(frame.x) && reader.number(frame.y) && reader.number(frame.width) &&
           reader.number(frame.height) && frame.is_valid();
  }
  if (name == "--high-contrast") {
    request.contrast = Contrast::high;
    return true;
  }
  if (name == "--draw") return reader.list(request.drawings.emplace_back());
  if (name == "--facts") return reader.list(request.facts.emplace());
  return false;
}

}  // namespace

std::string to_layer(const Between& between) {
  return ">" + between.after + "<" + between.before;
}

std::optional<Between> between_in(const std::string& layer) {
  const std::size_t before = layer.find('<');
  if (!layer.starts_with('>') || before == std::string::npos) return std::nullopt;
  return Between{layer.substr(1, before - 1), layer.substr(before + 1)};
}

Words to_words(const Request& request) {
  Words words{"--cpu-s",
              std::to_string(request.cpu_s),
              "--memory-mb",
              std::to_string(request.memory_mb),
              "--size",
              std::to_string(request.width_px),
              std::to_string(request.height_px)};
  if (request.frame != Frame{}) {
    words.emplace_back("--frame");
    for (const int value : {request.frame.x, request.frame.y, request.frame.width, request.frame.height}) {
      words.push_back(std::to_string(value));
    }
  }
  if (request.contrast == Contrast::high) words.emplace_back("--high-contrast");
  for (const std::vector<std::string>& layers : request.drawings) append_list(words, "--draw", layers);
  if (request.facts) append_list(words, "--facts", *request.facts);
  return words;
}

std::optional<Request> request_from(const Words& words) {
  Request request;
  WordReader reader(words);
  while (!reader.at_end()) {
    if (!read_one(reader, request)) return {};
  }
  const bool draws = !request.drawings.empty();
  if (draws && (request.width_px <= 0 || request.height_px <= 0)) return {};
  if (!draws && !request.facts) return {};
  return request;
}

std::uint64_t max_reply_bytes(const Request& request) {
  constexpr std::uint64_t words = 1U << 20;  // faults, remarks and the bounds of elements
  const std::uint64_t pixels = static_cast<std::uint64_t>(std::max(request.width_px, 0)) *
                               static_cast<std::uint64_t>(std::max(request.height_px, 0));
  return words + request.drawings.size() * (pixels * sizeof(std::uint32_t) + 4096);
}

}  // namespace anteroom::decode
