// The folder of a pack: nothing in a pack may lead out of it.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/file_names.h"

namespace anteroom::content {

class PackFolder {
 public:
  // Looks into the sub-folders cards/ and pictures/ once: what is added to them later counts as not there.
  explicit PackFolder(const std::filesystem::path& folder);

  // The path of `place` ("cards/paper.toml") in this folder, absolute.
  std::string path(std::string_view place) const;

  // `place` as diagnostics name it: behind the folder as the user named it.
  std::string shown(std::string_view place) const;

  // False when `place` is absolute, holds "..", or passes a symbolic link that leads out of this folder.
  bool contains(const std::string& place) const;

  // The names of the files in pictures/ that `name` means: `name` itself if it is there, else those that differ from it
  // only in how Unicode writes their accents, sorted; empty if there are none.
  std::vector<std::string> pictures_named(std::string_view name) const;

  // "; did you mean `Paper.svg`?" for a picture that is not there; an empty string if no name is near.
  std::string picture_meant(std::string_view name) const;

  // The names of what is in cards/ and in pictures/, sorted.
  const std::vector<std::string>& cards() const { return cards_; }
  const std::vector<std::string>& pictures() const { return pictures_; }

 private:
  // Lists the sub-folder `place` and adds its ordinary files to plain_files_.
  std::vector<std::string> list(const std::string& place);

  std::string named_;     // with a '/' at the end
  std::string absolute_;  // likewise
  std::filesystem::path canonical_;
  std::vector<std::string> cards_;
  std::vector<std::string> pictures_;
  std::multimap<std::string, std::string> accented_pictures_;  // composed name -> name, of those beyond ASCII
  // Made when a picture is first missed, by whichever thread reads its card.
  mutable std::once_flag known_pictures_made_;
  mutable std::optional<source::KnownNames> known_pictures_;
  std::vector<std::string> plain_files_;  // sorted places that are files and no links, in folders that are no links
};

}  // namespace anteroom::content
