#include "paint/drawing_run.h"

#include <poll.h>

#include <algorithm>
#include <utility>

namespace anteroom::paint {

std::string Drawing::key() const {
  std::string key = content + " " + std::to_string(width_px) + "x" + std::to_string(height_px);
  if (frame != decode::Frame{}) {
    for (const int value : {frame.x, frame.y, frame.width, frame.height}) key += " /" + std::to_string(value);
  }
  if (contrast == decode::Contrast::high) key += " high";
  // Lengths keep the ids apart, whatever characters they contain.
  for (const std::string& id : layers) key += " " + std::to_string(id.size()) + ":" + id;
  return key;
}

DrawingRun::DrawingRun(const std::filesystem::path& program, const PictureBytes& picture, std::string content,
                       decode::Request request, std::chrono::milliseconds time)
    : content_(std::move(content)), request_(std::move(request)), process_(program, picture.bytes, request_, time) {}

bool DrawingRun::makes(const Drawing& drawing) const {
  return content_ == drawing.content && request_.width_px == drawing.width_px &&
         request_.height_px == drawing.height_px && request_.frame == drawing.frame &&
         request_.contrast == drawing.contrast &&
         std::find(request_.drawings.begin(), request_.drawings.end(), drawing.layers) != request_.drawings.end();
}

Drawing DrawingRun::drawing(std::size_t index) const {
  return {content_, request_.width_px, request_.height_px, request_.drawings[index], request_.frame, request_.contrast};
}

bool DrawingRun::has_ended() const {
  pollfd ended{descriptor(), POLLIN, 0};
  return descriptor() < 0 || Clock::now() >= ends() || ::poll(&ended, 1, 0) != 0;
}

}  // namespace anteroom::paint
