// `anteroom setup`: asks the installer about the screen and writes its settings.
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <tuple>
#include <utility>

#include "assembly/languages.h"
#include "assembly/load.h"
#include "assembly/own_command.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "content/included_settings.h"
#include "content/read_settings.h"
#include "platform/stop_signals.h"
#include "platform/video.h"
#include "platform/write_file.h"
#include "platform/x11_desktop.h"
#include "platform/x11_errors.h"
#include "platform/x11_touch.h"
#include "setup/interview.h"
#include "setup/picture_questions.h"
#include "setup/write_settings.h"
#include "source/printable.h"
#include "source/source_file.h"

namespace anteroom::commands {

namespace {

namespace fs = std::filesystem;

constexpr int interrupted = 130;  // as shells have it

// Ctrl-C while nothing has been written yet. Only what a signal handler may do.
void end_unchanged(int) {
  constexpr std::string_view words = "\nNothing is changed.\n";
  if (::write(STDERR_FILENO, words.data(), words.size()) < 0) ::_exit(does_not_hold);
  ::_exit(interrupted);
}

// The settings of the role, where those that `source` selects are; or the file that it names.
fs::path settings_file(const assembly::SourceOptions& source, Role role) {
  if (!source.config.empty()) return source.config;
  return assembly::config_file(source).parent_path() / (role == Role::wall ? "wall.toml" : "kiosk.toml");
}

std::vector<platform::ReportedMonitor> connected_monitors() {
  std::vector<platform::ReportedMonitor> monitors = platform::monitors_of_x_server();
  return monitors.empty() ? platform::reported_monitors(platform::connectors_folder) : monitors;
}

// True if the picture's size is that of the settings as they ship, which nobody has measured.
bool has_shipped_size(const Settings& settings) {
  const Screen usual;
  constexpr double wall_width = 1218, wall_height = 685;
  const Screen& screen = settings.screen;
  return settings.role == Role::wall ? screen.width_mm == wall_width && screen.height_mm == wall_height
                                     : screen.width_mm == usual.width_mm && screen.height_mm == usual.height_mm;
}

// The fonts of the test picture.
std::shared_ptr<const paint::FaceTable> load_test_faces(const fs::path& config) {
  Content content{.pack = {},
                  .settings = {},
                  .interface = {},
                  .assets = (assembly::install_prefix() / "assets").string(),
                  .released = {}};
  source::TomlFiles files;
  source::Diagnostics unwanted;  // `check` reports them
  return assembly::load_faces(content, config, files, unwanted);
}

// The questions that a picture answers. If none can be shown, says so, and asks what can be asked without it.
Screen with_picture(setup::Interview& interview, const Settings& settings, const fs::path& config) {
  const auto faces = load_test_faces(config);
  setup::TestScreen test(settings.screen, *faces);
  if (!test.fault().empty()) {
    interview.terminal.say("No test picture can be shown: " + test.fault() + ".\n");
    return interview.given.top_edge.empty() ? setup::asked_turn(interview, settings.screen) : settings.screen;
  }
  Screen screen = setup::asked_by_picture(interview, test, settings.screen);
  if (settings.role == Role::kiosk) setup::touches_arrive(interview, test, screen);
  return screen;
}

// What to do so that a screen shows what was written.
std::string next_step(const fs::path& config) {
  std::error_code error;
  const bool is_installed = fs::absolute(config, error).parent_path() == assembly::installed_settings();
  if (!is_installed) {
    return "Next: " + assembly::own_command("run --fullscreen --config " + assembly::shell_word(config)) + "\n";
  }
  const std::string unit = "anteroom@" + config.stem().string();
  return "Next: systemctl enable --now " + unit + "\n      (if it is running already: systemctl restart " + unit +
         ")\n";
}

struct ReadSettings {
  fs::path config, clinic;  // no clinic: nothing is included
  setup::SettingsFiles files;
  Settings settings;
};

// Errors: a message, and nothing.
std::optional<ReadSettings> read(const fs::path& config) {
  ReadSettings read;
  read.config = config;
  std::error_code error;
  if (!fs::exists(config, error)) {
    fail(config.generic_string() + ": there is no such file; `" +
         assembly::own_command("new settings " + assembly::shell_word(config)) + "` writes it");
    return std::nullopt;
  }
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  read.settings = content::read_settings(config, files, diagnostics);
  if (diagnostics.error_count() > 0) {
    print(diagnostics);
    fail("the settings have errors; correct them first, or copy those that come with the program over them: " +
         (assembly::install_prefix() / "config" / config.filename()).generic_string());
    return std::nullopt;
  }
  read.clinic = content::included_file(config, files);
  read.files = {source::file_bytes(config), "", "", config.generic_string()};
  if (!read.clinic.empty() && fs::exists(read.clinic, error)) {
    read.files.clinic = source::file_bytes(read.clinic);
    read.files.clinic_named = read.clinic.generic_string();
  }
  const fs::path folder = fs::absolute(config, error).parent_path();
  if (::access(folder.c_str(), W_OK) != 0) {
    fail(folder.generic_string() + " cannot be written to; run this as root: sudo " + assembly::own_command("setup"));
    return std::nullopt;
  }
  return read;
}

// Writes both files, or says why not.
int write(const ReadSettings& before, const setup::WrittenSettings& written) {
  platform::hold_signals();  // from here on Ctrl-C would be too late
  for (const auto& [file, old, bytes] : {std::tuple(before.clinic, before.files.clinic, written.clinic),
                                         {before.config, before.files.screen, written.screen}}) {
    if (old == bytes) continue;
    if (const std::string fault = platform::write_whole(file, bytes); !fault.empty()) {
      return fail(file.generic_string() + " " + fault);
    }
  }
  for (const std::string& change : written.changes) std::cout << change << "\n";
  if (written.changes.empty()) std::cout << "All stays as it was; no file is written.\n";
  std::cout << std::flush;
  return fine;
}

int ask_and_write(const SetupOptions& options) {
  setup::Terminal terminal(STDIN_FILENO, std::cout);
  const bool has_display = platform::display_available();
  const bool shows_picture = has_display && options.picture && options.given.asks;
  setup::Interview interview{terminal,      options.given, connected_monitors(), platform::touchscreens_of_x_server(),
                             shows_picture, false};
  if (options.given.asks) terminal.say("Enter keeps what is in [ ]. Ctrl-C ends this and changes nothing.\n\n");
  const fs::path usual = assembly::config_file(options.source);
  source::TomlFiles first_files;
  source::Diagnostics unwanted;
  Role role = content::read_settings(usual, first_files, unwanted).role;
  if (!options.only_picture || !options.given.role.empty()) role = setup::asked_role(interview, role);
  std::optional<ReadSettings> before = read(settings_file(options.source, role));
  if (!before) return does_not_hold;
  Settings after = before->settings;
  after.role = role;
  interview.is_first = has_shipped_size(before->settings);
  if (!options.only_picture) after = setup::asked_settings(interview, std::move(after));
  if (shows_picture) after.screen = with_picture(interview, after, before->config);
  const setup::WrittenSettings written = setup::written_settings(before->files, before->settings, after);
  if (!written.fault.empty()) return fail(written.fault);
  if (options.given.asks) std::cout << "\n";
  if (const int status = write(*before, written); status != fine) return status;
  std::cout << "\nEvery screen is checked, which may take a while:\n" << std::flush;
  const int status = check({.source = {.config = before->config, .content = {}}, .display = {}});
  std::cout << (status == fine ? next_step(before->config) : "The settings are written; correct what is said above.\n");
  return status;
}

}  // namespace

int setup(const SetupOptions& options) {
  platform::prepare_environment();
  platform::handle_x11_errors(display_gone);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, end_unchanged);
  if (options.only_picture && !platform::display_available()) return fail("there is no display for the picture");
  try {
    return ask_and_write(options);
  } catch (const setup::WrongAnswer& wrong) {
    return fail(wrong.what(), wrong_usage);
  } catch (const setup::Cancelled& cancelled) {
    std::cerr << "\n" << cancelled.what() << "\n";
    return interrupted;
  } catch (const setup::NoMoreAnswers& none) {
    std::cout << "\n";
    return fail(none.what());
  }
}

}  // namespace anteroom::commands
