#include "content/pack_folder.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "source/nearest.h"

namespace anteroom::content {

namespace fs = std::filesystem;

std::string card_place(std::string_view id) {
  return "cards/" + std::string(id) + ".toml";
}

PackFolder::PackFolder(const fs::path& folder) {
  std::error_code error;
  named_ = (folder / "").generic_string();
  absolute_ = (fs::absolute(folder, error) / "").lexically_normal().string();
  cards_ = list("cards");
  pictures_ = list("pictures");
  interface_ = list(interface_folder);
  std::sort(plain_files_.begin(), plain_files_.end());
  find_accents();
}

PackFolder::PackFolder(const fs::path& folder, FilePlaces files) : copies_(std::move(files)) {
  std::error_code error;
  named_ = (folder / "").generic_string();
  absolute_ = (fs::absolute(folder, error) / "").lexically_normal().string();
  cards_ = copied("cards/");
  pictures_ = copied("pictures/");
  interface_ = copied(std::string(interface_folder) + "/");
  for (const auto& [place, path] : *copies_) {
    if (path != absolute_ + place) plain_files_.push_back(place);
  }
  find_accents();
}

void PackFolder::find_accents() {
  for (const std::string& name : pictures_) {
    const bool is_ascii = std::all_of(name.begin(), name.end(), [](char c) { return (c & 0x80) == 0; });
    if (!is_ascii) accented_pictures_.emplace(source::composed(name), name);
  }
}

std::vector<std::string> PackFolder::copied(std::string_view place) const {
  std::vector<std::string> names;
  for (auto at = copies_->lower_bound(place); at != copies_->end() && at->first.starts_with(place); ++at) {
    names.push_back(at->first.substr(place.size()));
  }
  return names;
}

std::vector<std::string> PackFolder::list(const std::string& place) {
  std::vector<std::string> names;
  std::error_code error;
  const bool is_link = fs::is_symlink(fs::symlink_status(path(place), error));
  for (fs::directory_iterator it(path(place), error), end; !error && it != end; it.increment(error)) {
    names.push_back(it->path().filename().string());
    std::error_code no_type;
    if (!is_link && !it->is_symlink(no_type) && it->is_regular_file(no_type)) {
      plain_files_.push_back(place + "/" + names.back());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string PackFolder::path(std::string_view place) const {
  if (copies_) {
    if (const auto copy = copies_->find(place); copy != copies_->end()) return copy->second;
  }
  return absolute_ + std::string(place);
}

bool PackFolder::has(std::string_view place) const {
  if (copies_) return copies_->contains(place);
  std::error_code error;
  return fs::exists(fs::symlink_status(path(place), error));
}

std::string PackFolder::reported_path(std::string_view place) const {
  return named_ + std::string(place);
}

std::vector<std::string> PackFolder::pictures_named(std::string_view name) const {
  const std::string place = "pictures/" + std::string(name);
  if (std::binary_search(plain_files_.begin(), plain_files_.end(), place)) return {std::string(name)};
  std::error_code error;
  if (fs::exists(fs::symlink_status(path(place), error))) return {std::string(name)};
  std::vector<std::string> names;
  const auto [begin, end] = accented_pictures_.equal_range(source::composed(name));
  for (auto it = begin; it != end; ++it) names.push_back(it->second);
  return names;
}

std::string PackFolder::picture_suggestion(std::string_view name) const {
  std::call_once(known_pictures_made_, [this] { known_pictures_.emplace(pictures_); });
  const std::string suggestion = known_pictures_->suggestion(name);
  return suggestion.empty() ? source::did_you_mean(name, pictures_) : suggestion;
}

bool PackFolder::contains(const std::string& place) const {
  // Asked for ten thousand cards: the listing knows the answer for most of them.
  if (std::binary_search(plain_files_.begin(), plain_files_.end(), place)) return true;
  const fs::path parts(place);
  if (parts.is_absolute() || std::find(parts.begin(), parts.end(), "..") != parts.end()) return false;
  std::error_code error;
  const fs::path canonical = fs::weakly_canonical(fs::path(absolute_).parent_path(), error);
  fs::path walked = absolute_;
  for (const fs::path& part : parts) {
    walked /= part;
    if (!fs::is_symlink(fs::symlink_status(walked, error))) continue;
    const fs::path target = fs::weakly_canonical(walked, error);
    const auto [inside, unused] = std::mismatch(canonical.begin(), canonical.end(), target.begin(), target.end());
    if (error || inside != canonical.end()) return false;
  }
  return true;
}

}  // namespace anteroom::content
