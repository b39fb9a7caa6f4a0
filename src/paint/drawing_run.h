// One drawing of a picture, and the process that makes it.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "decode/request.h"
#include "paint/decoder_run.h"
#include "paint/picture_file.h"

namespace anteroom::paint {

// A drawing before tinting and mirroring, as anteroom-decode makes it.
struct Drawing {
  std::string content;  // content_hash() of the file
  int width_px = 0, height_px = 0;
  std::vector<std::string> layers = {};
  decode::Frame frame = {};
  decode::Contrast contrast = decode::Contrast::standard;
  friend bool operator==(const Drawing&, const Drawing&) = default;

  // Unique among all drawings.
  std::string key() const;
};

// A process that makes drawings of one picture at one size.
class DrawingRun {
 public:
  using Clock = DecoderRun::Clock;

  // Starts `program` on `picture`, whose content_hash() is `content`, for at most `time`.
  DrawingRun(const std::filesystem::path& program, const PictureBytes& picture, std::string content,
             decode::Request request, std::chrono::milliseconds time);

  bool makes(const Drawing& drawing) const;
  Drawing drawing(std::size_t index) const;  // of those requested
  bool has_ended() const;
  Clock::time_point began() const { return began_; }
  Clock::time_point ends() const { return process_.ends(); }  // at the latest
  int descriptor() const { return process_.descriptor(); }    // readable once it has ended; negative: no process
  decode::Reply finish() { return process_.finish(); }        // as DecoderRun::finish()

 private:
  std::string content_;
  decode::Request request_;
  Clock::time_point began_ = Clock::now();
  DecoderRun process_;
};

}  // namespace anteroom::paint
