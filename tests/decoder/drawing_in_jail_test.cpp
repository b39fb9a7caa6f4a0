// Pictures of every kind are drawn in the jail as outside of it: no library needs a file, a socket or a process for it.
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <utility>

#include "catch.h"
#include "decode/reply.h"
#include "decode/request.h"
#include "decoder/draw.h"
#include "samples.h"
#include "svg_samples.h"

using namespace anteroom::decoder;

namespace {

// What anteroom-decode, as a separate process, replies to a request to draw `bytes`.
Decoded drawn_by_program(const std::string& bytes, int width, int height) {
  const std::string program = std::filesystem::path(ANTEROOM_PROGRAM).replace_filename("anteroom-decode");
  const int in = ::memfd_create("picture", 0), out = ::memfd_create("reply", 0);
  REQUIRE(::write(in, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  ::lseek(in, 0, SEEK_SET);
  std::vector<std::string> words =
      anteroom::decode::to_words({.width_px = width, .height_px = height, .drawings = {{}}, .facts = {}});
  words.insert(words.begin(), program);
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::execv(program.c_str(), arguments.data());
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(status == 0);
  std::string reply(static_cast<std::size_t>(::lseek(out, 0, SEEK_END)), '\0');
  CHECK(::pread(out, reply.data(), reply.size(), 0) == static_cast<ssize_t>(reply.size()));
  ::close(in);
  ::close(out);
  const auto read = anteroom::decode::reply_from(reply);
  REQUIRE(read);
  REQUIRE(read->drawings.size() == 1);
  return read->drawings.front();
}

// A short string that identifies a drawing.
std::string summary(const Decoded& drawn) {
  std::uint64_t sum = 14695981039346656037U;  // FNV-1a
  for (const std::uint32_t pixel : drawn.texture.pixels) sum = (sum ^ pixel) * 1099511628211U;
  return drawn.fault + " " + std::to_string(drawn.texture.width) + " x " + std::to_string(drawn.texture.height) + ", " +
         std::to_string(drawn.remarks.size()) + " remarks, " + std::to_string(sum);
}

struct Sample {
  const char* name;
  std::string bytes;
};

std::vector<Sample> samples() {
  const auto sample = quarters(240, 120);
  JpegForm print;
  print.print = JpegForm::Print::cmyk;
  const std::string filters =
      "<filter id=\"f\"><feGaussianBlur stdDeviation=\"3\"/><feTurbulence baseFrequency=\".1\" result=\"t\"/>"
      "<feDisplacementMap in2=\"t\" scale=\"3\"/><feDropShadow dx=\"2\" dy=\"2\"/></filter><g filter=\"url(#f)\">" +
      fill_with("red") + "</g><g style=\"filter: blur(2px); mix-blend-mode: multiply\">" + fill_with("lime") + "</g>";
  std::vector<Sample> all = {
      {"PNG", png_of(sample)},
      {"interlaced PNG", png_of(sample, {8, 6, true, false, {}, {}})},
      {"JPEG", jpeg_of(sample)},
      {"JPEG for print", jpeg_of(sample, print)},
      {"WebP", webp_of(sample)},
      {"lossy WebP", webp_of(sample, false)},
      {"moving WebP", moving_webp(quarters(24, 16), quarters(24, 16))},
      {"GIF", gif_of(sample)},
      {"cut PNG", png_of(clouds(40, 30)).substr(0, 200)},
      {"SVG with filters", svg(filters)},
      {"SVG with a PNG", svg(image(embedded("image/png", png_of(sample))))},
      {"SVG with a JPEG", svg(image(embedded("image/jpeg", jpeg_of(sample))))},
      {"SVG with a JPEG for print", svg(image(embedded("image/jpeg", jpeg_of(sample, print))))},
      {"SVG with an SVG", svg(image(embedded("image/svg+xml", svg(fill_with("red")))))},
      {"SVG with hidden text", svg("<text display=\"none\">a</text><text> </text>" + fill_with("red"))},
      {"SVG with text", svg("<text>a</text>")},
      {"SVG with a language",
       svg("<switch><g systemLanguage=\"fr\">" + fill_with("red") + "</g><g>" + fill_with("lime") + "</g></switch>")},
      {"SVG with links", "<?xml-stylesheet href='a.css'?>" + svg(image("file:///etc/passwd"))},
  };
  for (const char* encoding :
       {"windows-1252", "windows-1251", "ISO-8859-15", "Shift_JIS", "GB18030", "Big5", "EUC-KR"}) {
    all.push_back({encoding, "<?xml version='1.0' encoding='" + std::string(encoding) + "'?>" + svg(fill_with("red"))});
  }
  return all;
}

}  // namespace

TEST_CASE("every kind of picture is drawn in the jail as outside of it") {
  for (const Sample& sample : samples()) {
    CAPTURE(sample.name);
    CHECK(summary(drawn_by_program(sample.bytes, 400, 200)) == summary(draw(sample.bytes, 400, 200, {})));
  }
}
