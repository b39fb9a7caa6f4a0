#include "runtime/first_content.h"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "content/read_settings.h"
#include "platform/log.h"
#include "runtime/aside.h"
#include "runtime/last_good.h"

namespace anteroom::runtime {

namespace {

namespace fs = std::filesystem;

// A disk that has to start turning takes two seconds or so.
constexpr std::chrono::milliseconds patience{4000};

std::unique_ptr<FirstSettings> read_settings(const assembly::SourceOptions& source, std::optional<int> display,
                                             const std::string& copy) {
  auto first = std::make_unique<FirstSettings>();
  if (!copy.empty()) first->files.read_instead(assembly::config_file(source), copy);
  first->settings = assembly::load_settings(source, display, first->files, first->diagnostics);
  first->errors = assembly::settings_errors(source, first->files);
  return first;
}

// Read from the copy alone, without a look at anything else.
std::unique_ptr<FirstSettings> copied_settings(const assembly::SourceOptions& source, const std::string& copy) {
  auto first = std::make_unique<FirstSettings>();
  const fs::path config = assembly::config_file(source);
  first->files.read_instead(config, copy);
  first->settings = content::read_settings(config, first->files, first->diagnostics);
  if (!source.content.empty()) first->settings.content = source.content.string();
  return first;
}

FirstContent read_content(const Settings& settings, source::TomlFiles& files, const fs::path& config,
                          const fs::path& state) {
  FirstContent first;
  first.loaded = assembly::load(settings, config, files, first.diagnostics);
  if (first.diagnostics.errors() == 0) return first;
  LastGood good(state);
  if (!good.has_any()) return first;
  Reading reading = good.read(settings, config, {}, MissingCards::leave);
  if (!reading.loaded.content.pack.cards.empty()) {
    first.loaded = std::move(reading.loaded);
  } else if (auto kept = good.kept(settings, config)) {
    platform::log("anteroom: the cards cannot be read; they are shown as they were last");
    first.loaded = std::move(*kept);
  }
  return first;
}

}  // namespace

FirstSettings first_settings(const assembly::SourceOptions& source, std::optional<int> display) {
  auto read = read_within(patience, [source, display] { return read_settings(source, display, ""); });
  if (read && (*read)->errors == 0) return std::move(**read);
  const std::string copy = LastGood(assembly::state_folder(source)).kept_settings(assembly::config_file(source));
  if (copy.empty()) {
    if (!read) platform::log("anteroom: the settings do not arrive; the built-in ones are used");
    return read ? std::move(**read) : FirstSettings();
  }
  auto kept = read_within(patience, [source, display, copy] { return read_settings(source, display, copy); });
  std::unique_ptr<FirstSettings> better = kept ? std::move(*kept) : copied_settings(source, copy);
  if (read && (*read)->errors <= better->errors) return std::move(**read);
  platform::log("anteroom: the settings are used as they were last");
  better->diagnostics = read ? std::move((*read)->diagnostics) : source::Diagnostics();
  return std::move(*better);
}

FirstContent first_content(const Settings& settings, source::TomlFiles files, const assembly::SourceOptions& source) {
  const fs::path config = assembly::config_file(source), state = assembly::state_folder(source);
  auto own = std::make_shared<source::TomlFiles>(std::move(files));
  auto read = read_within(patience, [settings, own, config, state] {
    return std::make_unique<FirstContent>(read_content(settings, *own, config, state));
  });
  if (read) return std::move(**read);
  platform::log("anteroom: " + settings.content + " does not answer");
  auto kept = read_within(patience, [settings, config, state] {
    auto last = std::make_unique<std::optional<assembly::Loaded>>(LastGood(state).kept(settings, config));
    return last;
  });
  FirstContent first;
  if (kept && **kept) {
    platform::log("anteroom: the cards are shown as they were last");
    first.loaded = std::move(***kept);
    return first;
  }
  // Nothing to show but the fallback card, until the folder answers.
  source::TomlFiles toml;
  first.loaded = assembly::complete({}, nullptr, settings, config, {}, toml, first.diagnostics);
  return first;
}

}  // namespace anteroom::runtime
