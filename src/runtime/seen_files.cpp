#include "runtime/seen_files.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include "paint/picture_file.h"

namespace anteroom::runtime {

namespace {

namespace fs = std::filesystem;

fs::path whole_path(const fs::path& path) {
  std::error_code error;
  return fs::absolute(path, error).lexically_normal();
}

// The folder of the pack, with a slash at its end.
std::string folder_of(const fs::path& content) {
  return whole_path(content / "").string();
}

std::string place_of(const std::string& file, const std::string& folder) {
  return file.starts_with(folder) ? file.substr(folder.size()) : file;
}

}  // namespace

fs::path seen_file(const fs::path& state_folder) {
  return state_folder / "seen.txt";
}

std::string seen_text(const fs::path& content, const assembly::PackStamps& stamps) {
  std::ostringstream text;
  text << folder_of(content) << "\n";
  for (const auto& [file, stamp] : stamps) {
    const std::string path = whole_path(file).string();
    if (path.find('\n') != std::string::npos) continue;
    text << stamp.modified_ns << " " << stamp.changed_ns << " " << stamp.bytes << " " << stamp.inode << " " << path
         << "\n";
  }
  return text.str();
}

std::vector<SavedFile> saved_since(const std::string& text) {
  std::istringstream lines(text);
  std::string folder;
  if (!std::getline(lines, folder) || !folder.ends_with('/')) return {};
  assembly::PackStamps before;
  paint::FileStamp stamp;
  std::string file;
  while (lines >> stamp.modified_ns >> stamp.changed_ns >> stamp.bytes >> stamp.inode && lines.get() == ' ' &&
         std::getline(lines, file)) {
    before[file] = stamp;
  }
  assembly::PackStamps now = assembly::stamps_of_pack(folder);
  for (const auto& [path, known] : before) {
    if (!path.starts_with(folder)) now[path] = paint::stamp_of(path);  // settings
  }
  std::vector<SavedFile> saved;
  for (const auto& [path, is] : now) {
    const auto was = before.find(path);
    if (is == paint::FileStamp{}) continue;  // settings that have been removed: below
    if (was == before.end() || !(was->second == is))
      saved.push_back({place_of(path, folder), std::max(is.modified_ns, is.changed_ns)});
  }
  for (const auto& [path, was] : before) {
    const auto is = now.find(path);
    if (is == now.end() || (is->second == paint::FileStamp{} && !(was == is->second)))
      saved.push_back({place_of(path, folder), 0});
  }
  std::stable_sort(saved.begin(), saved.end(),
                   [](const SavedFile& one, const SavedFile& other) { return one.changed_ns > other.changed_ns; });
  return saved;
}

}  // namespace anteroom::runtime
