// Drawn pictures on disk, so that the next start need not draw them again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace anteroom::paint {

// The folder of this user's cache that is Anteroom's ($XDG_CACHE_HOME, else ~/.cache); empty: the environment names
// none.
std::filesystem::path picture_cache_folder();

// Values by key in the files of one folder. Nothing here is ever needed: a folder that cannot be made or written, a
// full disk and a damaged file only mean that a value is not found.
class PictureStore {
 public:
  // Keeps about `max_bytes` in `folder`, which is made when the first value comes; empty: keeps nothing.
  explicit PictureStore(std::filesystem::path folder, std::uint64_t max_bytes = 64U << 20);

  // The value that was kept under `key`, the same to the byte; nothing: there is none.
  std::optional<std::string> find(const std::string& key) const;
  // Keeps `value`, compressed; the oldest values make room.
  void keep(const std::string& key, const std::string& value);

 private:
  std::filesystem::path file_of(const std::string& key) const;
  void make_room(std::uint64_t bytes);

  std::filesystem::path folder_;
  std::uint64_t max_bytes_;
  std::optional<std::uint64_t> bytes_;  // in the folder; counted when the first value comes
};

}  // namespace anteroom::paint
