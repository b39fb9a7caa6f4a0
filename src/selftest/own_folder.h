// Where the self-test does its harm: a temporary folder with copies of settings and cards.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "assembly/source.h"
#include "model/settings.h"

namespace anteroom::selftest {

// As long as it lives, this process and its children keep nothing elsewhere: caches and state are in the folder, and
// no service's folders are known. Requires: no other thread reads the environment.
class OwnFolder {
 public:
  // Errors: throws std::runtime_error if it cannot be made.
  OwnFolder();
  // Removes it and restores the environment.
  ~OwnFolder();
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  void set(const std::string& variable, const std::string& value);  // empty: not set

  std::filesystem::path path_;
  std::map<std::string, std::string> before_;
};

// A copy of what `settings`, read from `config`, show, in the new folder `place`. Returns the source of the copy: its
// settings, the file that they include, and the pack.
// Errors: throws std::filesystem::filesystem_error if it cannot be made.
assembly::SourceOptions copy_of_clinic(const Settings& settings, const std::filesystem::path& config,
                                       const std::filesystem::path& place);

// Another version of a pack's card file: the bytes of `toml` with " 2" at the end of the first title that is written
// on a line of its own; the same bytes if there is none.
std::string retitled(const std::string& toml);

std::string bytes_of(const std::filesystem::path& file);
// False: it cannot be written whole.
bool put(const std::filesystem::path& file, const std::string& bytes);

}  // namespace anteroom::selftest
