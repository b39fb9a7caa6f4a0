// Copies of the files that a kiosk shows, in its state folder, so that they are there when their source is not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "content/pack_folder.h"
#include "paint/picture_file.h"

namespace anteroom::runtime {

// The files of a pack and its settings, all from one moment.
struct Generation {
  std::string pack;  // the folder that the files were copied from
  content::FilePlaces files;
  friend bool operator==(const Generation&, const Generation&) = default;
};

// Whether copies are made, or only those used that a running kiosk has made: a command that tells what a screen shows
// must not change it.
enum class Copying { on, off };

// Copies are named by their content, so that a file never changes under its path, and files that stay the same are kept
// once. Two generations are kept: the power may fail at any time, and a disk may lose a file. For one thread.
class KeptFiles {
 public:
  // At most this much is copied; a pack that is larger is not kept.
  static constexpr std::uint64_t max_bytes = 512U << 20;
  static constexpr std::size_t max_files = 25'000;

  // Keeps the files in `folder`, which is created with the first one; empty: keeps nothing.
  explicit KeptFiles(std::filesystem::path folder, Copying copying = Copying::on);

  // The absolute path of a copy of `file`, whose name it ends with. A file that has not changed since it was copied is
  // not read again. Empty if `file` is not a file of 1 to `max_file_bytes` bytes, or cannot be kept, see fault().
  std::string copy(const std::string& file, std::size_t max_file_bytes);

  // The generation kept last whose files are all there and undamaged; nothing if there is none.
  std::optional<Generation> newest() const;

  // Keeps `generation`, whose files are copies, and the one before it; removes what belongs to neither. A process or a
  // machine that ends meanwhile leaves one of the two as the newest. Returns false, see fault(), if it cannot.
  bool keep(const Generation& generation);

  // Why something could not be kept, in words; empty: nothing was refused since the last call.
  std::string take_fault() { return std::exchange(fault_, {}); }

 private:
  bool write(const std::filesystem::path& file, const std::string& bytes);
  void remove_others(const Generation& generation);
  std::optional<Generation> read(const char* name) const;

  const std::filesystem::path folder_;
  const Copying copying_;
  struct Copied {
    paint::FileStamp stamp;
    std::string path;
  };
  std::map<std::string, Copied> copied_;  // by source
  std::uint64_t bytes_ = 0;               // of the copies made
  std::string fault_;
};

}  // namespace anteroom::runtime
