#include "runtime/kept_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <set>
#include <sstream>
#include <string_view>

namespace anteroom::runtime {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view first_line = "anteroom-generation 1\n";
constexpr std::size_t max_list_bytes = 16U << 20;
constexpr const char* newest_name = "newest";
constexpr const char* before_name = "before";

// Everything written to `folder`'s file system so far survives a power cut.
void settle(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::syncfs(descriptor);
  ::close(descriptor);
}

// "<hash>/paper.svg", the last two parts of a copy's path.
std::string name_of_copy(const std::string& path) {
  const fs::path copy(path);
  return copy.parent_path().filename().string() + "/" + copy.filename().string();
}

// One line a file: its copy's name, its place. The last line is a check sum, by which a list cut short is known.
std::string list_of(const Generation& generation) {
  std::string text(first_line);
  text.append("pack ").append(generation.pack).append("\n");
  for (const auto& [place, path] : generation.files) {
    text.append(name_of_copy(path)).append("\t").append(place).append("\n");
  }
  return text + "sum " + paint::content_hash(text) + "\n";
}

// Names with such characters cannot be listed.
bool can_be_listed(std::string_view name) {
  return name.find_first_of("\n\t") == std::string_view::npos;
}

}  // namespace

KeptFiles::KeptFiles(fs::path folder, Copying copying) : folder_(std::move(folder)), copying_(copying) {}

// Under another name first, so that a file of this name is always whole.
bool KeptFiles::write(const fs::path& file, const std::string& bytes) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  const std::string part = file.string() + ".part";
  const int out = error ? -1 : ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  bool done = out >= 0;
  for (std::size_t at = 0; done && at < bytes.size();) {
    const ssize_t wrote = ::write(out, bytes.data() + at, bytes.size() - at);
    if (wrote < 0 && errno == EINTR) continue;
    done = wrote > 0;
    if (done) at += static_cast<std::size_t>(wrote);
  }
  const int why = error ? error.value() : errno;
  if (out >= 0) ::close(out);
  if (done && ::rename(part.c_str(), file.c_str()) == 0) return true;
  fault_ = folder_.string() + " cannot be written: " + std::strerror(done ? errno : why);
  ::unlink(part.c_str());
  return false;
}

std::string KeptFiles::copy(const std::string& file, std::size_t max_file_bytes) {
  if (folder_.empty() || !can_be_listed(file)) return {};
  const paint::FileStamp stamp = paint::stamp_of(file);
  if (stamp == paint::FileStamp{} || stamp.bytes > max_file_bytes) return {};
  if (const auto known = copied_.find(file); known != copied_.end() && known->second.stamp == stamp) {
    return known->second.path;
  }
  const paint::PictureBytes read = paint::read_picture_file(file, max_file_bytes);
  if (!read.fault.empty()) return {};
  if (copied_.size() >= max_files || bytes_ + read.bytes.size() > max_bytes) {
    fault_ = "the pack has more than " + std::to_string(max_files) + " files or more than " +
             std::to_string(max_bytes >> 20) + " MB";
    return {};
  }
  const fs::path copy = folder_ / "files" / paint::content_hash(read.bytes) / fs::path(file).filename();
  const bool is_there = paint::stamp_of(copy.string()).bytes == read.bytes.size();
  if (!is_there && (copying_ == Copying::off || !write(copy, read.bytes))) return {};
  // What was written between the two stamps may be half old, half new.
  if (!(paint::stamp_of(file) == stamp)) return {};
  bytes_ += read.bytes.size();
  copied_[file] = {stamp, copy.string()};
  return copy.string();
}

std::optional<Generation> KeptFiles::read(const char* name) const {
  const std::string text = paint::read_picture_file((folder_ / name).string(), max_list_bytes).bytes;
  const std::size_t sum = text.rfind("sum ");
  if (!text.starts_with(first_line) || sum == std::string::npos) return {};
  if (text.substr(sum) != "sum " + paint::content_hash(text.substr(0, sum)) + "\n") return {};
  Generation generation;
  std::istringstream lines(text.substr(first_line.size(), sum - first_line.size()));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) {
      generation.pack = line.substr(std::string_view("pack ").size());
      continue;
    }
    const fs::path copy = folder_ / "files" / line.substr(0, tab);
    const paint::PictureBytes bytes = paint::read_picture_file(copy.string(), max_bytes);
    if (paint::content_hash(bytes.bytes) != copy.parent_path().filename()) return {};
    generation.files[line.substr(tab + 1)] = copy.string();
  }
  return generation;
}

std::optional<Generation> KeptFiles::newest() const {
  if (folder_.empty()) return {};
  for (const char* name : {newest_name, before_name}) {
    if (std::optional<Generation> generation = read(name)) return generation;
  }
  return {};
}

bool KeptFiles::keep(const Generation& generation) {
  if (folder_.empty() || copying_ == Copying::off) return false;
  const std::string list = list_of(generation);
  const fs::path newest = folder_ / newest_name;
  if (paint::read_picture_file(newest.string(), max_list_bytes).bytes == list) return true;
  if (!can_be_listed(generation.pack) || !write(folder_ / "next", list)) return false;
  settle(folder_);
  // Between the two renames the generation before is the newest one.
  ::rename(newest.c_str(), (folder_ / before_name).c_str());
  if (::rename((folder_ / "next").c_str(), newest.c_str()) != 0) {
    fault_ = folder_.string() + " cannot be written: " + std::strerror(errno);
    return false;
  }
  settle(folder_);
  remove_others(generation);
  return true;
}

void KeptFiles::remove_others(const Generation& generation) {
  std::set<std::string> used;
  const auto add = [&used](const content::FilePlaces& files) {
    for (const auto& [place, path] : files) used.insert(fs::path(path).parent_path().filename().string());
  };
  add(generation.files);
  if (const auto before = read(before_name)) add(before->files);
  std::error_code error;
  std::vector<fs::path> unused;
  for (fs::directory_iterator at(folder_ / "files", error), end; !error && at != end; at.increment(error)) {
    if (!used.contains(at->path().filename().string())) unused.push_back(at->path());
  }
  for (const fs::path& each : unused) fs::remove_all(each, error);
  bytes_ = 0;
  std::erase_if(copied_, [&](const auto& copied) {
    const fs::path copy(copied.second.path);
    const bool is_used = used.contains(copy.parent_path().filename().string());
    if (is_used) bytes_ += copied.second.stamp.bytes;
    return !is_used;
  });
}

}  // namespace anteroom::runtime
