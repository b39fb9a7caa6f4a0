// Content read from copies of its files: a file with a fault is replaced by its last good version.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "assembly/load.h"
#include "content/pack_files.h"
#include "runtime/held_back.h"
#include "runtime/kept_files.h"

namespace anteroom::runtime {

// Content as it is to be shown, and how it came about.
struct Reading {
  assembly::Loaded loaded;
  source::Diagnostics diagnostics;   // of the files as they are now
  std::vector<std::string> changed;  // places ("cards/paper.toml") that differ from the reading before
  std::vector<std::string> removed;  // those of the reading before that are no more
  std::vector<std::string> remarks;  // on what has changed, for whoever changed it; said once
  content::FilePlaces files;         // where each file was read from
  std::vector<std::string> stays;    // places that have a fault and are shown in their last good version
};

enum class SettingsAre { good, faulty };

// Reads a pack. Words and pictures of a card change together, or not at all if a file of it has a fault. Pictures are
// drawn once before they are shown. For one thread.
class LastGood {
 public:
  // Keeps copies in `state`; empty, or a folder that cannot be written: everything is read where it is, and a faulty
  // card is left out.
  explicit LastGood(const std::filesystem::path& state, Copying copying = Copying::on);

  // What `settings`, read from `config`, show now. Without `faces` they are loaded.
  Reading read(const Settings& settings, const std::filesystem::path& config,
               const std::shared_ptr<const paint::FaceTable>& faces, UnknownCards unknown);
  // The content that was kept last; nothing if there is none. Does not look at the files that it was copied from.
  std::optional<assembly::Loaded> kept(const Settings& settings, const std::filesystem::path& config);
  // The path of the copy of the settings `config` that was kept last; empty if there is none.
  std::string kept_settings(const std::filesystem::path& config) const;
  // The same for the file that those settings include.
  std::string kept_included() const;

  // Keeps what was read last, and the settings in `config`, which include the file `included` (empty: none), if they
  // are good; otherwise their last good version stays.
  void keep(const std::filesystem::path& config, SettingsAre settings, const std::string& included = {});
  // Why something could not be kept, in words; empty: nothing was refused since the last call.
  std::string take_fault();

  // Whether a faulty file has a good version to go back to.
  bool has_any() const { return newest_.has_value(); }

 private:
  content::FilePlaces copies_of(const std::filesystem::path& pack);
  content::PackOptions options(const Settings& settings, paint::Pictures& pictures);
  std::string kept_at(const std::string& place) const;

  KeptFiles kept_;
  std::optional<Generation> newest_;  // kept last
  Generation read_;                   // read last
  // What has been drawn of pictures, by path.
  std::map<std::string, std::set<content::LayerSet>> drawable_;
  std::map<std::string, int> error_counts_;  // of card files and interface words, by path of the copy
};

}  // namespace anteroom::runtime
