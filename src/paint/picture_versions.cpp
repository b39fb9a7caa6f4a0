#include "paint/picture_versions.h"

namespace anteroom::paint {

PictureVersion PictureVersions::of(const std::string& file) {
  const FileStamp stamp = stamp_of(file);
  const auto pin = pinned_.find(file);
  const bool changed = pin != pinned_.end() && !(pin->second == stamp);
  const auto at = known_.find(file);
  const FileStamp& wanted = changed ? pin->second : stamp;
  if (at != known_.end() && at->second.stamp == wanted) return {at->second.content, {}};
  const PictureBytes picture = read_picture_file(file, max_file_bytes_);
  if (!picture.fault.empty()) return {{}, picture.fault};
  if (changed) return {{}, "has changed since its card was read; it is shown when the card is read again"};
  std::string content = content_hash(picture.bytes);
  known_[file] = {stamp, content};
  return {std::move(content), {}};
}

}  // namespace anteroom::paint
