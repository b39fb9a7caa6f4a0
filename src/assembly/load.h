// Reads the files into Content and reports everything that is wrong with them.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "assembly/screen_size.h"
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

// How much decoded pictures may take in memory on a screen of 1920 x 1080 pixels: a card's picture that moves has up to
// 14 MB of parts (tests/report/picture_motion_test.cpp), beside the next card's. With less room they would be read from
// the disk again for each frame, which makes it stutter.
inline constexpr std::size_t picture_cache_bytes = 24U << 20;

// How pictures are drawn for these settings; `cache_bytes`: how much may be kept in memory.
paint::Pictures::Options picture_options(const Settings& settings, std::size_t cache_bytes);

// Looks up in `pictures` what cards and exhibits need to know about their pictures. What a card can do without is
// looked for `within` so much time from now only, and left out after that. Requires: `pictures` outlives the result.
content::PictureFactsOf picture_facts_by(paint::Pictures& pictures,
                                         std::optional<std::chrono::milliseconds> within = {});

// The settings, with the content folder that `source` selects. Settings::content is empty if that cannot be determined.
Settings load_settings(const SourceOptions& source, source::TomlFiles& files, source::Diagnostics& diagnostics);

// How many errors the settings file itself has, whatever has become of the content that it names.
int settings_error_count(const SourceOptions& source, source::TomlFiles& files);

// As load_settings() above. If the settings do not give the screen's size, it is taken from the monitor: number
// `display`, or else the one that the settings name. If that is not known either, the default is used, with a warning.
Settings load_settings(const SourceOptions& source, std::optional<int> display, source::TomlFiles& files,
                       source::Diagnostics& diagnostics);

// The monitor for a screen: number `display` if it is given, else the one that the settings name.
platform::MonitorChoice monitor_choice(std::optional<int> display, const Screen& screen);

// The stamp of each file of a pack, by absolute path. A missing file has no entry.
using PackStamps = std::map<std::string, paint::FileStamp>;

// The stamps of the pack in `folder`: pack.toml, claims.toml, signatures.toml, cards/, pictures/ and interface/. Does
// not read the files. Empty if `folder` is empty.
PackStamps stamps_of_pack(const std::filesystem::path& folder);

// Everything that a kiosk needs.
struct Loaded {
  Content content;
  std::shared_ptr<const paint::FaceTable> faces;  // for its languages
  PackStamps stamps;                              // taken before the files were read
};

// Whether the time comes from the machine's clock, which may be wrong, or is chosen by the command.
enum class Times { real, chosen };

// What a kiosk with these settings, read from `config`, shows. Faulty content is left out and reported. With
// Times::real a clock that cannot be right is reported, too. `boards_within`: how long the boards of pictures may take
// to be measured that their cards can be laid out without.
Loaded load(Settings settings, const std::filesystem::path& config, source::TomlFiles& files,
            source::Diagnostics& diagnostics, Times times = Times::real,
            std::optional<std::chrono::milliseconds> boards_within = {});
// The same with the cards of `pack`, already read, for a kiosk that keeps its `faces` (null: they are loaded). Its
// clock is not reported, and the stamps are left to the caller.
Loaded complete(Pack pack, const content::PackFolder* folder, const Settings& settings,
                const std::filesystem::path& config, const std::shared_ptr<const paint::FaceTable>& faces,
                source::TomlFiles& files, source::Diagnostics& diagnostics);

// The largest box in which this screen draws a picture, in pixels: for trying whether it can be drawn.
Size largest_picture(const Screen& screen);

// `changed` as far as a running kiosk can take it from `running`: what the window and the clock were made for stays.
Settings live_settings(const Settings& running, Settings changed);
// The names of the keys that differ between two readings of a file and have to wait for a restart.
std::vector<std::string> fixed_keys(const Settings& before, const Settings& after);
// The same as the first load(), with the settings that `source` selects, for a chosen time.
Loaded load(const SourceOptions& source, source::Diagnostics& diagnostics);

}  // namespace anteroom::assembly
