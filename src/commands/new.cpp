// `anteroom new`: the files that an author begins with.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <string>
#include <utility>

#include "assembly/load.h"
#include "assembly/new_files.h"
#include "assembly/new_language.h"
#include "assembly/own_command.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "content/pack_folder.h"
#include "paint/ttf_fonts.h"
#include "platform/clock.h"
#include "platform/write_file.h"
#include "report/every_screen.h"
#include "report/language_room.h"
#include "source/printable.h"
#include "source/table_reader.h"
#include "source/tags.h"

namespace anteroom::commands {

namespace {

namespace fs = std::filesystem;
using assembly::own_command;

// Writes the files in order and says so. Returns the exit status: not `fine`, with a message, if there are none, or at
// the first one that cannot be written; all that must not be there yet are looked for first.
int write_files(const assembly::NewFiles& wanted) {
  print(wanted.faults);
  if (!wanted.refusal.empty()) return fail(wanted.refusal);
  for (const assembly::NewFile& file : wanted.files) {
    std::error_code error;
    if (file.replaces || fs::symlink_status(file.path, error).type() == fs::file_type::not_found) continue;
    return fail(file.path.generic_string() + " is there already, so nothing is written");
  }
  for (const assembly::NewFile& file : wanted.files) {
    const std::string fault =
        file.replaces ? platform::write_whole(file.path, file.bytes) : platform::write_new(file.path, file.bytes);
    if (!fault.empty()) return fail(file.path.generic_string() + " " + fault);
    std::cout << file.path.generic_string() << (file.replaces ? ": changed\n" : ": new\n");
  }
  return fine;
}

// The folder that an option names, else that of the settings.
fs::path pack_of(const NewOptions& options) {
  if (!options.pack.empty()) return options.pack;
  source::TomlFiles files;
  source::Diagnostics unwanted;
  return assembly::load_settings(options.source, files, unwanted).content;
}

int no_language(const std::string& tag) {
  return fail(source::in_ticks(tag) + " is not a language tag; it should look like `en` or `pt-BR`", wrong_usage);
}

// The option that names the pack again: " --content my-pack"; empty if the settings name it.
std::string pack_option(const NewOptions& options) {
  return options.pack.empty() ? std::string() : " --content " + assembly::shell_word(options.pack);
}

// The region that the system's dates and times are written for; empty if it names none.
std::string region_of_system() {
  for (const char* variable : {"LC_ALL", "LC_TIME", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value != nullptr && *value != '\0') return source::region_of(value);
  }
  return {};
}

// The languages of the pack that a touchscreen like the one in the settings that come with the program has room for.
struct LanguageRoom {
  std::size_t all = 0, fit = 0;
};
LanguageRoom language_room(const fs::path& pack) {
  source::Diagnostics unwanted;  // `check` of the new settings reports them
  assembly::Loaded loaded = assembly::load({assembly::install_prefix() / "config/kiosk.toml", pack}, unwanted);
  loaded.content.settings.languages = loaded.content.pack.languages;
  paint::TtfFonts fonts(*loaded.faces);
  const std::size_t all = loaded.content.pack.languages.size();
  const WallTime time = report::time_of_all_cards(loaded.content);
  return {all, all < 2 ? all : report::languages_with_room(std::move(loaded.content), fonts, time)};
}

// Exit status `wrong_usage`, and a message, if the language has a better tag: two tags would be two languages.
int refuse_other_tag(const std::string& tag) {
  const std::string preferred = source::preferred_tag(tag);
  if (preferred == tag) return fine;
  return fail(source::in_ticks(tag) + " is the language " + source::in_ticks(preferred) + "; write " +
                  source::in_ticks(preferred),
              wrong_usage);
}

// What is left to do for a new language, a line or two for each; empty: nothing. `has_words`: its interface words are
// new in the pack.
std::string steps_of(const assembly::NewLanguage& wanted, const std::string& language, bool has_words) {
  std::string steps;
  if (!wanted.cards_to_translate.empty()) {
    constexpr std::size_t most = 5;
    std::string cards;
    for (std::size_t i = 0; i < std::min(most, wanted.cards_to_translate.size()); ++i) {
      cards.append(i > 0 ? ", " : "").append(wanted.cards_to_translate[i]).append(".toml");
    }
    if (wanted.cards_to_translate.size() > most) {
      cards += " and " + std::to_string(wanted.cards_to_translate.size() - most) + " more";
    }
    steps += "  - In cards/ (" + cards + "): translate what follows \"# [text." + language +
             "]\", and take away the \"# \" there;\n    the cards of `core` first. A card without words in it is "
             "only skipped.\n";
  }
  if (wanted.is_head_to_translate) {
    steps += "  - Likewise in pack.toml: the lines that begin with \"# " + language + " = \", and those of [vars." +
             language + "].\n";
  }
  if (has_words) {
    steps += "  - In " + std::string(content::interface_folder) + "/" + language +
             ".toml: translate the words of the buttons, first `language_name` and `greeting`, without which the\n"
             "    language is not offered, and write below [check] the words to avoid in this language.\n";
  }
  if (!wanted.is_listed) {
    steps += "  - Add \"" + language + "\" to `languages` in pack.toml, and in the settings if they list languages.\n";
  }
  return steps;
}

Date today() {
  return date_of(platform::wall_now());
}

}  // namespace

int new_pack(const NewOptions& options) {
  const std::string language = source::canonical_tag(options.language);
  if (!source::is_language(language)) return no_language(options.language);
  if (const int status = refuse_other_tag(language)) return status;
  const fs::path pack = options.what;
  if (const int status = write_files(assembly::new_pack_files(pack, language, today()))) return status;
  const std::string shown = assembly::shell_word(pack);
  std::cout << "\nNext:\n"
            << "  " << own_command("check --content " + shown) << "\n      what is wrong or missing\n"
            << "  " << own_command("--content " + shown) << "\n      see it in a window\n"
            << "  " << own_command("new card my-topic --pack " + shown) << "\n      one more card\n"
            << "  " << own_command("new settings my-kiosk.toml --pack " + shown)
            << "\n      settings for a screen that shows it\n";
  return fine;
}

int new_card(const NewOptions& options) {
  const std::string& id = options.what;
  if (!source::is_id(id)) {
    return fail(source::in_ticks(id) + " is not a card id; it should be made of a-z, 0-9 and - only", wrong_usage);
  }
  if (const int status = write_files(assembly::new_card_files(pack_of(options), id, today()))) return status;
  std::cout
      << "\nThe card is the last one of the loop, but on no screen yet. Next: write its words, draw its picture, name\n"
         "the facts that it states in `claims`, and say in `show` where it is seen; then:\n  "
      << own_command("check" + pack_option(options)) << "\n";
  return fine;
}

int new_language(const NewOptions& options) {
  const std::string language = source::canonical_tag(options.what);
  if (!source::is_language(language)) return no_language(options.what);
  if (const int status = refuse_other_tag(language)) return status;
  const assembly::NewLanguage wanted = assembly::new_language_files(pack_of(options), language);
  if (const int status = write_files(wanted.files)) return status;
  const bool has_words = std::any_of(wanted.files.files.begin(), wanted.files.files.end(), [](const auto& file) {
    return file.path.parent_path().filename() == content::interface_folder;
  });
  const std::string steps = steps_of(wanted, language, has_words);
  if (wanted.files.files.empty() && steps.empty()) {
    std::cout << "All files have words in the language `" << language << "` already; `"
              << own_command("check" + pack_option(options)) << "` says whether they are right.\n";
    return fine;
  }
  std::cout << (wanted.files.files.empty() ? "There is nothing more to write. Left to do:\n"
                                           : "\nThe words to translate are comments, so nothing changes on the screen "
                                             "yet. Next:\n")
            << steps << "  - " << own_command("check" + pack_option(options)) << "\n";
  if (!wanted.cards_to_translate.empty()) {
    std::cout << "  - Once translated: " << own_command("translated --all" + pack_option(options))
              << "\n    records what each translation is now, so that a later change of its text is noticed.\n";
  }
  return fine;
}

int new_settings(const NewOptions& options) {
  const fs::path file = options.what;
  const fs::path pack = options.pack.empty() ? assembly::install_prefix() / Settings{}.content : options.pack;
  const bool has_language_screen = options.role == "kiosk";
  const LanguageRoom room = has_language_screen ? language_room(pack) : LanguageRoom{};
  const std::size_t most = room.fit < room.all ? room.fit : std::numeric_limits<std::size_t>::max();
  if (const int status = write_files(assembly::new_settings_files(file, pack, options.role, region_of_system(), most)))
    return status;
  if (room.fit < room.all) {
    std::cout << "\nThe screen has room for " << room.fit << " of the " << room.all
              << " languages of the pack. Those that most of your patients read belong into `languages`.\n";
  }
  std::cout << "\nNext: measure the screen and the distance, and write them into [screen]; then:\n"
            << "  " << own_command("check --config " + assembly::shell_word(file)) << "\n"
            << "  " << own_command("--config " + assembly::shell_word(file)) << "\n";
  return fine;
}

}  // namespace anteroom::commands
