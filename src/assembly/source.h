// Where the settings, the content and the program's own files are.
#pragma once

#include <filesystem>
#include <vector>

namespace anteroom::assembly {

// Options of every command that shows or checks content.
struct SourceOptions {
  std::filesystem::path config;   // empty: config/kiosk.toml
  std::filesystem::path content;  // empty: the pack that the config names
};

// Where the program's own files are: the folder that holds `assets`, found beside the program, above it, or in the
// working folder.
std::filesystem::path install_prefix();

// Where the installed program's settings are: /etc/anteroom if it is installed in /usr, else etc/anteroom in its
// prefix; empty if it is not installed, but runs where it was built.
std::filesystem::path installed_settings();

// The settings file that `source` selects: the one it names, else config/kiosk.toml in the working folder, else
// kiosk.toml of the installed settings, else config/kiosk.toml in the install prefix.
std::filesystem::path config_file(const SourceOptions& source);

// Where the kiosk of `source` keeps what it must not lose; each settings file has a folder of its own. In
// $STATE_DIRECTORY (of a systemd service). Else, for settings in installed_settings(): where the services keep it, so
// that staff who ask for the `status` of a screen get that of the service (/var/lib/anteroom/state if installed in
// /usr). Else in $XDG_STATE_HOME/anteroom or ~/.local/state/anteroom; empty if the environment names none.
std::filesystem::path state_folder(const SourceOptions& source);
// True if systemd started this process as a service with a state folder, and starts it again when it fails.
bool is_service();
// In that folder: what became of the last change of the content, as text.
std::filesystem::path receipt_file(const std::filesystem::path& state_folder);

// Where the panel of a running screen writes if it may not write where its settings are, as under systemd: one folder
// for all screens whose settings are in one folder. "panel" where the services keep their state
// (/var/lib/anteroom/state/panel), else beside the state folders; empty if there are none.
std::filesystem::path panel_folder(const SourceOptions& source);
// In that folder: what staff have changed of the settings that `source` selects.
std::filesystem::path panel_file(const SourceOptions& source);

// The file of the clinic's notice: notice.toml beside the settings file that `source` selects.
std::filesystem::path notice_file(const SourceOptions& source);
// All files that may have a notice for the screen: that one, and the panel's.
std::vector<std::filesystem::path> notice_files(const SourceOptions& source);

}  // namespace anteroom::assembly
