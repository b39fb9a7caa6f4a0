// Drawn pictures on disk, so that the next start need not draw them again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace anteroom::paint {

// Anteroom's folder in this user's cache ($XDG_CACHE_HOME, else ~/.cache); empty: the environment names none.
std::filesystem::path picture_cache_folder();

// Values by key in the files of one folder. Nothing depends on them: a folder that cannot be created or written, a full
// disk or a damaged file only means that a value is not found.
class PictureStore {
 public:
  // Keeps about `max_bytes` in `folder`, which is created with the first value; empty: keeps nothing.
  explicit PictureStore(std::filesystem::path folder, std::uint64_t max_bytes = 64U << 20);

  // The value that was kept under `key`, byte for byte; nothing: there is none.
  std::optional<std::string> find(const std::string& key) const;
  // Keeps `value`, compressed; removes the oldest values to make room.
  void keep(const std::string& key, const std::string& value);

 private:
  std::filesystem::path file_of(const std::string& key) const;
  void make_room(std::uint64_t bytes);

  std::filesystem::path folder_;
  std::uint64_t max_bytes_;
  std::optional<std::uint64_t> bytes_;  // in the folder; counted when the first value is kept
};

}  // namespace anteroom::paint
