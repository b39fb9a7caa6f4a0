#include "assembly/load.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "assembly/languages.h"
#include "assembly/released.h"
#include "assembly/screen_size.h"
#include "content/greetings.h"
#include "content/panel_settings.h"
#include "content/read_pack.h"
#include "content/read_settings.h"
#include "content/settings_content.h"
#include "content/settings_languages.h"
#include "paint/picture_store.h"
#include "platform/clock.h"
#include "platform/input.h"
#include "source/rules.h"
#include "source/source_file.h"

namespace anteroom::assembly {

namespace fs = std::filesystem;

paint::Pictures::Options picture_options(const Settings& settings, std::size_t cache_bytes) {
  paint::Pictures::Options options{cache_bytes, paint::picture_cache_folder(), {}};
  options.limits.time = settings.pictures.time_limit;
  return options;
}

content::PictureFactsOf picture_facts_by(paint::Pictures& pictures, std::optional<std::chrono::milliseconds> within) {
  // A card without views and exhibit can do without them, and pictures that never end to be drawn must not hold up the
  // start: once three of them have been tried, the other cards' are left for the next reading, which then knows of
  // these. That is so after each has used up its processor time, so that a busy machine changes nothing.
  static constexpr std::uint64_t most_cpu_s = 1;
  static constexpr int most_endless = 3;
  using Clock = std::chrono::steady_clock;
  const Clock::time_point latest = within ? Clock::now() + *within : Clock::time_point::max();
  return [&pictures, latest, endless = std::make_shared<int>(0)](const fs::path& file,
                                                                 const std::vector<std::string>& ids) {
    const bool is_optional = ids.size() <= 1;
    if (is_optional && *endless >= most_endless) return content::PictureFacts{};
    const Clock::time_point began = Clock::now();
    const paint::PictureFacts drawn =
        pictures.facts(file.string(), ids, is_optional ? paint::FactsLimits{most_cpu_s, latest} : paint::FactsLimits{});
    const bool is_slow = Clock::now() - began >= std::chrono::seconds(most_cpu_s);
    if (is_optional && !drawn.fault.empty() && is_slow) ++*endless;
    content::PictureFacts facts{drawn.width, drawn.height, {}};
    facts.names = drawn.names;
    facts.ambiguous.insert(drawn.ambiguous.begin(), drawn.ambiguous.end());
    facts.empty.insert(drawn.empty.begin(), drawn.empty.end());
    facts.unseen.insert(drawn.unseen.begin(), drawn.unseen.end());
    facts.hidden.insert(drawn.hidden.begin(), drawn.hidden.end());
    facts.order = drawn.order;
    for (const auto& [id, box] : drawn.elements) facts.elements[id] = {box.x, box.y, box.w, box.h};
    if (drawn.ink) facts.ink = {drawn.ink->x, drawn.ink->y, drawn.ink->w, drawn.ink->h};
    facts.ground_color = drawn.ground_color;
    facts.has_contrast_colors = drawn.has_contrast_colors;
    return facts;
  };
}

namespace {

// The settings in `file`; all defaults, with a warning, if no file was named and the default one does not exist.
Settings named_settings(const SourceOptions& source, const fs::path& file, source::TomlFiles& files,
                        source::Diagnostics& diagnostics) {
  std::error_code error;
  const bool is_left_out = source.config.empty() && fs::symlink_status(file, error).type() == fs::file_type::not_found;
  if (!is_left_out) {
    Settings settings = content::read_settings(file, files, diagnostics, platform::is_key_name);
    if (const fs::path panel = panel_file(source); !panel.empty()) {
      content::read_panel_settings(panel, files, settings, diagnostics);
    }
    return settings;
  }
  source::add_file_fault(diagnostics, rule::no_config, file.generic_string(),
                         "there is no such file; the built-in settings are used");
  return {};
}

}  // namespace

Settings load_settings(const SourceOptions& source, source::TomlFiles& files, source::Diagnostics& diagnostics) {
  const fs::path config = config_file(source);
  Settings settings = named_settings(source, config, files, diagnostics);
  std::error_code error;
  if (!source.content.empty()) {
    settings.content = source.content.string();
  } else if (settings.content == Settings{}.content) {
    if (!fs::exists(settings.content, error)) settings.content = (install_prefix() / settings.content).string();
  } else {
    content::check_content_folder(config, settings, files, diagnostics);
  }
  // The settings that come with the program are for its own pack; of another one that is only named they need not know.
  const bool is_of_another_pack = source.config.empty() && !source.content.empty();
  if (!settings.languages.empty() && !settings.content.empty() && !is_of_another_pack) {
    content::name_absent_languages(config, settings.content, files, diagnostics);
  }
  return settings;
}

int settings_error_count(const SourceOptions& source, source::TomlFiles& files) {
  source::Diagnostics faults;
  named_settings(source, config_file(source), files, faults);
  return faults.error_count();
}

platform::MonitorChoice monitor_choice(std::optional<int> display, const Screen& screen) {
  return {display.value_or(0), display ? "" : screen.monitor};
}

Settings load_settings(const SourceOptions& source, std::optional<int> display, source::TomlFiles& files,
                       source::Diagnostics& diagnostics) {
  Settings settings = load_settings(source, files, diagnostics);
  Screen& screen = settings.screen;
  if (screen.mm_source == SizeSource::settings) return settings;
  screen = sized(screen, platform::connected_monitor(platform::connectors_folder, monitor_choice(display, screen)));
  if (screen.mm_source == SizeSource::monitor) return settings;
  const auto rounded = [](double mm) { return std::to_string(std::lround(mm)); };
  source::add_file_fault(diagnostics, rule::no_screen_size, config_file(source).generic_string(),
                         "the screen's size is not known: taken as " + rounded(screen.width_mm) + " x " +
                             rounded(screen.height_mm) +
                             " mm, a 21.5 inch screen; measure it, and write `width_mm` and `height_mm` in [screen]");
  return settings;
}

PackStamps stamps_of_pack(const fs::path& named) {
  if (named.empty()) return {};
  std::error_code no_folder;
  const fs::path folder = (fs::absolute(named, no_folder) / "").lexically_normal();  // as cards name pictures
  PackStamps stamps;
  const auto add = [&](const fs::path& file) {
    const paint::FileStamp stamp = paint::stamp_of(file.string());
    if (!(stamp == paint::FileStamp{})) stamps.emplace(file.string(), stamp);
  };
  for (const char* name : {"pack.toml", "claims.toml", "signatures.toml"}) add(folder / name);
  for (const char* name : {"cards", "pictures", content::interface_folder}) {
    std::error_code error;
    for (fs::directory_iterator at(folder / name, error), end; !error && at != end; at.increment(error))
      add(at->path());
  }
  return stamps;
}

Size largest_picture(const Screen& screen) {
  constexpr double largest_share = 0.6;  // no layout gives a picture more of the screen's width
  return {std::max(1, static_cast<int>(screen.width_px * largest_share)), screen.height_px};
}

namespace {

// `folder`: of the pack; null if there is none.
Content content_of(Pack pack, const content::PackFolder* folder, Settings settings, source::TomlFiles& files,
                   source::Diagnostics& diagnostics) {
  Content content{.pack = std::move(pack),
                  .settings = std::move(settings),
                  .interface = {},
                  .assets = (install_prefix() / "assets").string(),
                  .released = release_date()};
  content.interface = content::read_interface_words(fs::path(content.assets) / "interface", files, diagnostics);
  if (folder != nullptr) content::read_pack_interface_words(*folder, content.interface, files, diagnostics);
  leave_out_wordless(content, folder, files, diagnostics);
  return content;
}

}  // namespace

Loaded load(Settings settings, const fs::path& config, source::TomlFiles& files, source::Diagnostics& diagnostics,
            Times times, std::optional<std::chrono::milliseconds> boards_within) {
  Loaded loaded;
  loaded.stamps = stamps_of_pack(settings.content);
  Pack pack;
  std::optional<content::PackFolder> folder;
  if (!settings.content.empty()) {
    folder.emplace(settings.content);
    paint::Pictures pictures(picture_options(settings, 0));
    pack = content::read_pack(*folder,
                              {settings.vars, {}, picture_facts_by(pictures, boards_within), {}, settings.missing_text},
                              files, diagnostics);
  }
  loaded.content = content_of(std::move(pack), folder ? &*folder : nullptr, std::move(settings), files, diagnostics);
  if (times == Times::real) check_clock(loaded.content, platform::wall_now(), config, diagnostics);
  loaded.faces = load_faces(loaded.content, config, files, diagnostics);
  loaded.content.greetings = content::greetings_reading(loaded.content);
  return loaded;
}

Loaded complete(Pack pack, const content::PackFolder* folder, const Settings& settings, const fs::path& config,
                const std::shared_ptr<const paint::FaceTable>& faces, source::TomlFiles& files,
                source::Diagnostics& diagnostics) {
  Loaded loaded;
  loaded.content = content_of(std::move(pack), folder, settings, files, diagnostics);
  loaded.faces = faces;
  if (faces) {
    leave_out_uncovered(loaded.content, config, *faces, files, diagnostics);
  } else {
    loaded.faces = load_faces(loaded.content, config, files, diagnostics);
  }
  loaded.content.greetings = content::greetings_reading(loaded.content);
  return loaded;
}

Settings live_settings(const Settings& running, Settings changed) {
  changed.role = running.role;
  changed.screen = running.screen;
  changed.keys = running.keys;
  changed.pictures = running.pictures;
  changed.time_zone = running.time_zone;
  return changed;
}

std::vector<std::string> fixed_keys(const Settings& before, const Settings& after) {
  std::vector<std::string> keys;
  if (before.role != after.role) keys.emplace_back("role");
  if (!(before.screen == after.screen)) keys.emplace_back("[screen]");
  if (!(before.keys == after.keys)) keys.emplace_back("[keys]");
  if (!(before.pictures == after.pictures)) keys.emplace_back("[pictures]");
  if (before.time_zone != after.time_zone) keys.emplace_back("time_zone");
  return keys;
}

Loaded load(const SourceOptions& source, source::Diagnostics& diagnostics) {
  source::TomlFiles files;
  return load(load_settings(source, files, diagnostics), config_file(source), files, diagnostics, Times::chosen);
}

}  // namespace anteroom::assembly
