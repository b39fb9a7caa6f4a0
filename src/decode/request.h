// What the kiosk asks of anteroom-decode: the words of its command line.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace anteroom::decode {

// A part of a picture, in ten-thousandths of its width and height. Elements of a drawing that are drawn alone may reach
// beyond its board, and so may their frame.
struct Frame {
  int x = 0, y = 0, width = whole, height = whole;
  friend bool operator==(const Frame&, const Frame&) = default;

  static constexpr int whole = 10'000;
  // Drawing a part costs as much memory as drawing the whole picture at the scale of the part.
  static constexpr int least = whole / 4;
  static constexpr int beyond = whole / 4;  // the board's edges, at most

  double share_x() const { return static_cast<double>(x) / whole; }
  double share_y() const { return static_cast<double>(y) / whole; }
  double share_of_width() const { return static_cast<double>(width) / whole; }
  double share_of_height() const { return static_cast<double>(height) / whole; }
  bool is_valid() const {
    return x >= -beyond && y >= -beyond && width >= least && height >= least && width <= whole + beyond - x &&
           height <= whole + beyond - y;
  }
  // The part of it that is on the board, at least the least one.
  Frame on_board() const {
    Frame part = *this;
    part.width = std::clamp(std::min(x + width, whole) - std::max(x, 0), +least, +whole);
    part.height = std::clamp(std::min(y + height, whole) - std::max(y, 0), +least, +whole);
    part.x = std::clamp(x, 0, whole - part.width);
    part.y = std::clamp(y, 0, whole - part.height);
    return part;
  }
};

// For whom a picture is drawn: whoever chose high contrast gets the colours that its style sheet has for them, within
// `@media (prefers-contrast: more)`.
enum class Contrast : std::uint8_t { standard, high };

// What an SVG draws after one of its elements and before another, for Request::drawings: neither of these, nor what is
// in them. An empty id: from its beginning, or to its end.
struct Between {
  std::string after, before;
  friend bool operator==(const Between&, const Between&) = default;
};
// The name of that in a list of ids, in which it stands alone.
std::string to_layer(const Between& between);
// What `layer` is the name of; none: it is an id.
std::optional<Between> between_in(const std::string& layer);

// One picture: what to draw of it, and what to report about it.
struct Request {
  int width_px = 0, height_px = 0;  // the box that each drawing fits into
  // One drawing for each: the elements of an SVG with these ids, from back to front in the file's order, or what is
  // between two of them; none: the whole picture.
  std::vector<std::vector<std::string>> drawings;
  Frame frame = {};                               // the part of the picture that fills the box in all of them
  Contrast contrast = Contrast::standard;         // of all drawings; facts are those of the standard one
  std::optional<std::vector<std::string>> facts;  // the picture's size and where these elements are
  std::uint64_t cpu_s = 10;                       // processor time that it may take
  std::uint64_t memory_mb = 768;                  // address space that it may take; 0: no limit
  friend bool operator==(const Request&, const Request&) = default;
};

// The arguments after the program's name.
std::vector<std::string> to_words(const Request& request);

// The request in `words`; nothing: they are not a request.
std::optional<Request> request_from(const std::vector<std::string>& words);

// The environment variable with the process id of the kiosk that asks, without which an answer is for nobody.
inline constexpr const char* parent_variable = "ANTEROOM_PARENT";

// The largest answer to `request`, in bytes.
std::uint64_t max_reply_bytes(const Request& request);

}  // namespace anteroom::decode
