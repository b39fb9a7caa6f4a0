// The folder of a pack, or copies of its files; no path in a pack may lead out of it.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/file_names.h"

namespace anteroom::content {

// The folder of a pack that may hold interface words.
inline constexpr const char* interface_folder = "interface";

// The place of a pack's list of cards.
inline constexpr const char* pack_place = "pack.toml";
// The place of the file of the card `id`: "cards/paper.toml".
std::string card_place(std::string_view id);

// Where the files of a pack are read from: place ("cards/paper.toml") -> absolute path.
using FilePlaces = std::map<std::string, std::string, std::less<>>;

class PackFolder {
 public:
  // Lists the sub-folders cards/, pictures/ and interface/ once: files added to them later count as missing.
  explicit PackFolder(const std::filesystem::path& folder);
  // A pack that consists of `files` alone, named as if they were in `folder`. Looks at `folder` only for a file that is
  // its own place, not a copy.
  PackFolder(const std::filesystem::path& folder, FilePlaces files);

  // The path from which `place` ("cards/paper.toml") is read, absolute.
  std::string path(std::string_view place) const;

  // True if there is something at `place`; of copies, if it is among them.
  bool has(std::string_view place) const;

  // False if the files are copies: then the folder itself need not be there.
  bool is_on_disk() const { return !copies_; }

  // `place` as diagnostics name it: after the folder as the user named it.
  std::string reported_path(std::string_view place) const;

  // False if `place` is absolute, contains "..", or passes a symbolic link that leads out of this folder.
  bool contains(const std::string& place) const;

  // The names of the files in pictures/ that `name` may mean: `name` itself if it exists, else those that differ from
  // it only in how Unicode encodes their accents, sorted; empty if there are none.
  std::vector<std::string> pictures_named(std::string_view name) const;

  // "; did you mean `Paper.svg`?" for a missing picture; an empty string if no name is near.
  std::string picture_suggestion(std::string_view name) const;

  // The names in cards/, in pictures/ and in interface/, sorted.
  const std::vector<std::string>& cards() const { return cards_; }
  const std::vector<std::string>& pictures() const { return pictures_; }
  const std::vector<std::string>& interface() const { return interface_; }

 private:
  // Lists the sub-folder `place` and adds its regular files to plain_files_.
  std::vector<std::string> list(const std::string& place);
  // The names in `place` ("cards/") of copies_, sorted.
  std::vector<std::string> copied(std::string_view place) const;
  void find_accents();

  std::string named_;     // with a '/' at the end
  std::string absolute_;  // likewise
  std::optional<FilePlaces> copies_;
  std::vector<std::string> cards_;
  std::vector<std::string> pictures_;
  std::vector<std::string> interface_;
  std::multimap<std::string, std::string> accented_pictures_;  // composed name -> name, for names beyond ASCII
  // Made when a picture is first found missing, by the thread that reads its card.
  mutable std::once_flag known_pictures_made_;
  mutable std::optional<source::KnownNames> known_pictures_;
  std::vector<std::string> plain_files_;  // sorted places of files that are not links, in folders that are not links
};

}  // namespace anteroom::content
