#include "runtime/first_content.h"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "content/included_settings.h"
#include "content/read_settings.h"
#include "platform/log.h"
#include "runtime/aside.h"
#include "runtime/last_good.h"
#include "runtime/without_outcome.h"

namespace anteroom::runtime {

namespace {

namespace fs = std::filesystem;

// A disk that has to start turning takes two seconds or so.
constexpr std::chrono::milliseconds patience{4000};
// Pictures whose boards take longer to measure on a busy machine are measured while it already runs, see ContentWatch.
constexpr std::chrono::milliseconds boards_within{2500};

// Copies of the settings and of the file that they include; empty: there is none.
struct SettingsCopies {
  std::string settings, included;
};

// From now on `files` has the settings of `source` in their copies.
void read_copies_of_settings(const SettingsCopies& copies, const assembly::SourceOptions& source,
                             source::TomlFiles& files) {
  if (copies.settings.empty()) return;
  const fs::path config = assembly::config_file(source);
  files.redirect(config, copies.settings);
  const fs::path included = content::included_file(config, files);
  if (!included.empty() && !copies.included.empty()) files.redirect(included, copies.included);
}

std::unique_ptr<FirstSettings> read_settings(const assembly::SourceOptions& source, std::optional<int> display,
                                             const SettingsCopies& copies) {
  auto first = std::make_unique<FirstSettings>();
  read_copies_of_settings(copies, source, first->files);
  first->settings = assembly::load_settings(source, display, first->files, first->diagnostics);
  first->error_count = assembly::settings_error_count(source, first->files);
  return first;
}

// Read from the copies alone, without a look at anything else.
std::unique_ptr<FirstSettings> copied_settings(const assembly::SourceOptions& source, const SettingsCopies& copies) {
  auto first = std::make_unique<FirstSettings>();
  const fs::path config = assembly::config_file(source);
  read_copies_of_settings(copies, source, first->files);
  first->settings = content::read_settings(config, first->files, first->diagnostics);
  if (!source.content.empty()) first->settings.content = source.content.string();
  return first;
}

FirstContent read_content(const Settings& settings, source::TomlFiles& files, const fs::path& config,
                          const fs::path& state) {
  FirstContent first;
  first.loaded = assembly::load(settings, config, files, first.diagnostics, assembly::Times::real, boards_within);
  if (first.diagnostics.error_count() == 0) return first;
  LastGood good(state);
  if (!good.has_any()) return first;
  Reading reading = good.read(settings, config, {}, UnknownCards::take);
  if (!reading.loaded.content.pack.cards.empty()) {
    first.loaded = std::move(reading.loaded);
  } else if (auto kept = good.kept(settings, config)) {
    platform::log("anteroom: the cards cannot be read; they are shown as they were last");
    first.loaded = std::move(*kept);
  }
  return first;
}

FirstContent without_the_files(const Settings& settings, const fs::path& config, const fs::path& state, Trust trust) {
  FirstContent first;
  if (trust == Trust::copies) {
    auto kept = read_within(patience, [settings, config, state] {
      return std::make_unique<std::optional<assembly::Loaded>>(LastGood(state).kept(settings, config));
    });
    if (kept && **kept) {
      platform::log("anteroom: the cards are shown as they were last");
      first.loaded = std::move(***kept);
      return first;
    }
  }
  // Nothing to show but the fallback card.
  source::TomlFiles toml;
  first.loaded = assembly::complete({}, nullptr, settings, config, {}, toml, first.diagnostics);
  return first;
}

}  // namespace

FirstSettings first_settings(const assembly::SourceOptions& source, std::optional<int> display, Trust trust) {
  const LastGood good(assembly::state_folder(source));
  const SettingsCopies copies{good.kept_settings(assembly::config_file(source)), good.kept_included()};
  if (trust != Trust::files && !copies.settings.empty()) return std::move(*copied_settings(source, copies));
  auto read = read_within(patience, [source, display] { return read_settings(source, display, {}); });
  if (read && (*read)->error_count == 0) return std::move(**read);
  if (copies.settings.empty()) {
    if (!read) platform::log("anteroom: the settings do not arrive; the built-in ones are used");
    return read ? std::move(**read) : FirstSettings();
  }
  auto kept = read_within(patience, [source, display, copies] { return read_settings(source, display, copies); });
  std::unique_ptr<FirstSettings> better = kept ? std::move(*kept) : copied_settings(source, copies);
  if (read && (*read)->error_count <= better->error_count) return std::move(**read);
  platform::log("anteroom: the settings are used as they were last");
  better->diagnostics = {};
  for (const source::Diagnostic& fault : read ? (*read)->diagnostics.sorted() : std::vector<source::Diagnostic>()) {
    better->diagnostics.add(without_outcome(fault));
  }
  return std::move(*better);
}

FirstContent first_content(const Settings& settings, source::TomlFiles files, const assembly::SourceOptions& source,
                           Trust trust) {
  const fs::path config = assembly::config_file(source), state = assembly::state_folder(source);
  if (trust != Trust::files) return without_the_files(settings, config, state, trust);
  auto own = std::make_shared<source::TomlFiles>(std::move(files));
  auto read = read_within(patience, [settings, own, config, state] {
    return std::make_unique<FirstContent>(read_content(settings, *own, config, state));
  });
  if (read) return std::move(**read);
  platform::log("anteroom: " + settings.content + " does not answer");
  return without_the_files(settings, config, state, Trust::copies);
}

}  // namespace anteroom::runtime
