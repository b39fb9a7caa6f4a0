// Files -> Content, with everything that is wrong with them.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "assembly/source.h"
#include "content/read_pack.h"
#include "model/content.h"
#include "paint/face_table.h"
#include "paint/picture_file.h"
#include "paint/pictures.h"
#include "platform/monitors.h"
#include "source/diagnostic.h"
#include "source/toml_files.h"

namespace anteroom::assembly {

// How pictures are drawn for these settings; `cache_bytes`: what may be kept in memory.
paint::Pictures::Options picture_options(const Settings& settings, std::size_t cache_bytes);

// What an exhibit must know of its picture, as `pictures` has it. Requires: `pictures` outlives what is returned.
content::PictureFactsOf picture_facts_by(paint::Pictures& pictures);

// The settings, with the content folder that `source` means. Settings::content is empty where it cannot be told.
Settings load_settings(const SourceOptions& source, source::TomlFiles& files, source::Diagnostics& diagnostics);

// The same; where they do not say how large the screen is, the monitor does, number `display` or else the one that they
// name; else the default stands in and a warning says so.
Settings load_settings(const SourceOptions& source, std::optional<int> display, source::TomlFiles& files,
                       source::Diagnostics& diagnostics);

// The monitor for a screen: number `display` if it is given, else the one that the settings name.
platform::MonitorChoice monitor_choice(std::optional<int> display, const Screen& screen);

// The files of a pack by their absolute paths, each as it was at one moment. A file that is not there has no entry.
using PackStamps = std::map<std::string, paint::FileStamp>;

// Those of the pack in `folder`: pack.toml, claims.toml, cards/ and pictures/. Reads none of them. None without a
// folder.
PackStamps stamps_of_pack(const std::filesystem::path& folder);

// Everything that a kiosk needs.
struct Loaded {
  Content content;
  std::shared_ptr<const paint::FaceTable> faces;  // of its languages
  PackStamps stamps;                              // from before the files were read
};

// The clock of the machine, which may be wrong, or a time that a command chooses.
enum class Times { real, chosen };

// What a kiosk with these settings, read from `config`, shows. What is faulty is left out and named, and so is a clock
// that cannot be right; what is sound is there.
Loaded load(Settings settings, const std::filesystem::path& config, source::TomlFiles& files,
            source::Diagnostics& diagnostics, Times times = Times::real);
// The same for a kiosk that runs and keeps its `faces`. Its clock is not named again.
Loaded reload(const Settings& settings, const std::filesystem::path& config,
              const std::shared_ptr<const paint::FaceTable>& faces, source::Diagnostics& diagnostics);
// The same as load with the settings that `source` means, for a chosen time.
Loaded load(const SourceOptions& source, source::Diagnostics& diagnostics);

// Each diagnostic as text on standard error.
void print(const source::Diagnostics& diagnostics);

}  // namespace anteroom::assembly
