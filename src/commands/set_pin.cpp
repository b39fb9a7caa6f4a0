// `anteroom set-pin`: asks for the staff's PIN and writes its hash into the settings.
#include <unistd.h>

#include <iostream>
#include <optional>

#include "assembly/load.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "model/pin.h"
#include "platform/stop_signals.h"
#include "platform/write_file.h"
#include "setup/secret_line.h"
#include "source/source_file.h"
#include "source/toml_edit.h"
#include "source/toml_patch.h"
#include "source/toml_text_table.h"
#include "staff/pin_hash.h"

namespace anteroom::commands {

namespace {

namespace fs = std::filesystem;

// `bytes` with the hash, which may be empty. Nothing if the file has a form that cannot be edited.
std::optional<std::string> with_hash(const std::string& bytes, const std::string& hash) {
  std::optional<std::string> base = bytes;
  if (source::TomlEdit(bytes).find({"staff"}) == nullptr) base = source::with_empty_table(bytes, "staff");
  return base ? source::with_string(*base, {"staff", "pin_hash"}, hash) : std::nullopt;
}

int write_hash(const fs::path& config, const std::string& hash) {
  const std::string bytes = source::file_bytes(config);
  const std::optional<std::string> edited = with_hash(bytes, hash);
  if (!edited) {
    return fail(config.generic_string() +
                " has errors, or [staff] is written in a form that cannot be edited here; nothing is changed");
  }
  if (*edited == bytes) return fine;
  const std::string fault = platform::write_whole(config, *edited);
  return fault.empty() ? fine : fail(config.generic_string() + " " + fault);
}

// The PIN, typed twice where there is a terminal. Nothing, and a message, if there is none that may be set.
std::optional<std::string> asked_pin() {
  std::optional<std::string> pin = setup::secret_line(STDIN_FILENO, std::cout, "The new PIN, 4 to 8 digits: ");
  if (!pin) {
    fail("no PIN was given; nothing is changed");
    return std::nullopt;
  }
  if (const std::string why = why_no_pin(*pin); !why.empty()) {
    fail("the PIN " + why + "; nothing is changed");
    return std::nullopt;
  }
  if (::isatty(STDIN_FILENO) == 0) return pin;
  if (setup::secret_line(STDIN_FILENO, std::cout, "The same again: ") == pin) return pin;
  fail("the two are not the same; nothing is changed");
  return std::nullopt;
}

// How staff get to the panel.
std::string way_in(const SetPinOptions& options) {
  source::TomlFiles files;
  source::Diagnostics known;
  if (assembly::load_settings(options.source, files, known).role == Role::wall) {
    return "These are the settings of a wall, which takes no touch: it has no panel. Set a PIN for the touchscreen.\n";
  }
  return "At the screen: tap an upper corner five times within four seconds, hold the last tap for a second, and enter "
         "the PIN. A screen that is running takes it within a minute or two, at a change of card while nobody uses "
         "it.\n";
}

}  // namespace

int set_pin(const SetPinOptions& options) {
  const fs::path config = assembly::config_file(options.source);
  std::error_code error;
  if (!fs::exists(config, error)) return fail(config.generic_string() + ": there is no such file");
  if (options.remove) {
    const int status = write_hash(config, "");
    if (status == fine) std::cout << config.generic_string() << ": there is no PIN now, and no way in for staff\n";
    return status;
  }
  const std::optional<std::string> pin = asked_pin();
  if (!pin) return does_not_hold;
  platform::hold_signals();  // from here on Ctrl-C would be too late
  const int status = write_hash(config, staff::hash_of(*pin));
  if (status == fine)
    std::cout << config.generic_string() << ": the PIN is set; only its hash is kept\n" << way_in(options);
  return status;
}

}  // namespace anteroom::commands
