// `anteroom new`: the files that an author begins with.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <utility>

#include "assembly/load.h"
#include "assembly/templates.h"
#include "commands/options.h"
#include "content/read_settings.h"
#include "content/skeleton.h"
#include "platform/clock.h"
#include "platform/write_file.h"
#include "source/parse_toml.h"
#include "source/printable.h"
#include "source/table_reader.h"
#include "source/toml_patch.h"

namespace anteroom::commands {

namespace {

namespace fs = std::filesystem;

// What a command writes, decided before the first file is touched.
struct NewFile {
  fs::path path;
  std::string bytes;
  bool replaces = false;  // a file that is there, with a change
};

int refuse(const std::string& why, int status = does_not_hold) {
  std::cerr << "anteroom: error: " << why << "\n";
  return status;
}

std::string read_bytes(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// Writes the files in order and says so. False, and a message, at the first one that cannot be written; all that must
// not be there yet are looked for first.
bool write_files(const std::vector<NewFile>& files) {
  for (const NewFile& file : files) {
    std::error_code error;
    if (file.replaces || fs::symlink_status(file.path, error).type() == fs::file_type::not_found) continue;
    std::cerr << "anteroom: error: " << file.path.generic_string() << " is there already, so nothing is written\n";
    return false;
  }
  for (const NewFile& file : files) {
    const std::string fault =
        file.replaces ? platform::write_whole(file.path, file.bytes) : platform::write_new(file.path, file.bytes);
    if (!fault.empty()) {
      std::cerr << "anteroom: error: " << file.path.generic_string() << " " << fault << "\n";
      return false;
    }
    std::cout << file.path.generic_string() << (file.replaces ? ": changed\n" : ": new\n");
  }
  return true;
}

// A TOML file of the pack, as far as these commands change it.
struct PackToml {
  std::string bytes;
  source::TomlTable table;
};

// Nothing, and its faults on standard error, if it cannot be read or is not TOML throughout.
std::optional<PackToml> read_toml(const fs::path& file) {
  constexpr std::uintmax_t max_bytes = 4UL * 1024 * 1024;  // of pack.toml, the largest
  source::Diagnostics diagnostics;
  const auto source = source::read_source(file, file.generic_string(), max_bytes, diagnostics);
  std::optional<source::TomlTable> table;
  if (source) {
    source::FileFaults faults(*source, diagnostics);
    table = source::parse_toml(*source, faults);
  }
  assembly::print(diagnostics);
  if (!table) return std::nullopt;
  return PackToml{read_bytes(file), std::move(*table)};
}

std::vector<std::string> strings_of(const source::TomlTable& table, const std::string& key) {
  std::vector<std::string> strings;
  const source::TomlEntry* entry = source::find_entry(table, key);
  const auto* list = entry == nullptr ? nullptr : std::get_if<source::TomlList>(&entry->value.is);
  if (list == nullptr) return strings;
  for (const source::TomlValue& element : *list) {
    if (const auto* text = std::get_if<std::string>(&element.is)) strings.push_back(*text);
  }
  return strings;
}

const source::TomlTable* table_at(const source::TomlTable& table, const source::KeyPath& path) {
  const source::TomlValue* value = source::find_value(table, path);
  return value == nullptr ? nullptr : std::get_if<source::TomlTable>(&value->is);
}

// The folder that an option names, else that of the settings.
fs::path pack_of(const fs::path& named, const assembly::SourceOptions& source) {
  if (!named.empty()) return named;
  source::TomlFiles files;
  source::Diagnostics unwanted;
  return assembly::load_settings(source, files, unwanted).content;
}

std::map<std::string, std::string> values_for(const std::string& id, const std::string& language) {
  auto values = assembly::dates_for_templates(date_of(platform::wall_now()));
  values["ID"] = id;
  values["LANG"] = language;
  return values;
}

// `name` as an id: "My Cards" -> "my-cards".
std::string as_id(const std::string& name) {
  std::string id;
  for (const char c : name) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool allowed = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
    if (allowed) {
      id += small;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (id.ends_with('-')) id.pop_back();
  return source::is_id(id) ? id : "cards";
}

// The file of interface words for a language that the program has none for; nothing if it has, or the pack has.
std::optional<NewFile> interface_file(const fs::path& pack, const std::string& language) {
  const fs::path words = assembly::install_prefix() / "assets/interface";
  std::error_code error;
  for (const std::string& known : {language, language.substr(0, language.find('-'))}) {
    if (fs::exists(words / (known + ".toml"), error)) return std::nullopt;
  }
  const fs::path file = pack / content::interface_folder / (language + ".toml");
  if (fs::exists(file, error)) return std::nullopt;
  auto bytes = source::with_string(read_bytes(words / "en.toml"), {"language"}, language);
  if (!bytes) return std::nullopt;
  return NewFile{file, std::move(*bytes)};
}

// `text` in every language of `languages` but the first, as comments for a translator.
std::string skeletons(const source::TomlTable& text, const std::vector<std::string>& languages) {
  std::string all;
  for (std::size_t i = 1; i < languages.size(); ++i) {
    all += "\n# In `" + languages[i] +
           "`: translate what is between the quotation marks, then take away each \"# \".\n" +
           content::text_skeleton(text, languages[i]);
  }
  return all;
}

// True if `bytes` has the table [text.<language>] already, as a comment.
bool has_skeleton(const std::string& bytes, const std::string& language) {
  return bytes.find("# [text." + language + "]") != std::string::npos;
}

// The pack's file with the title, the source and the variables of its first language as comments for a translator.
std::optional<std::string> with_language_comments(const PackToml& head, const std::string& first,
                                                  const std::string& language) {
  std::optional<std::string> bytes = head.bytes;
  for (const char* key : {"title", "source"}) {
    const source::TomlValue* value = source::find_value(head.table, {key, first});
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(&value->is);
    if (text == nullptr || !bytes) continue;
    bytes = source::with_comment_below(
        *bytes, {key, first}, "# " + language + " = " + content::quoted_toml_text(source::printable(*text)) + "\n");
  }
  const source::TomlTable* vars = table_at(head.table, {"vars", first});
  if (vars == nullptr || vars->empty() || !bytes) return bytes;
  std::string lines = "\n# [vars." + language + "]\n";
  for (const source::TomlEntry& entry : *vars) {
    const auto* text = std::get_if<std::string>(&entry.value.is);
    if (text != nullptr && text->find('\n') == std::string::npos) {
      lines += "# " + entry.key + " = " + content::quoted_toml_text(*text) + "\n";
    }
  }
  return source::with_comment_below(*bytes, {"vars", first, vars->back().key}, lines);
}

// The settings without the tables [clinic.vars.fr] of languages that are not among `languages`.
std::string without_other_languages(std::string bytes, const std::vector<std::string>& languages) {
  const source::SourceFile file{"", bytes, {}};
  source::Diagnostics ignored;
  source::FileFaults faults(file, ignored);
  const auto table = source::parse_toml(file, faults);
  const source::TomlTable* vars = table ? table_at(*table, {"clinic", "vars"}) : nullptr;
  if (vars == nullptr) return bytes;
  for (const source::TomlEntry& entry : *vars) {
    if (std::find(languages.begin(), languages.end(), entry.key) != languages.end()) continue;
    if (auto without = source::without_empty_table(bytes, {"clinic", "vars", entry.key})) bytes = std::move(*without);
  }
  return bytes;
}

std::string in_quotes(const fs::path& path) {
  const std::string text = path.generic_string();
  return text.find(' ') == std::string::npos ? text : "\"" + text + "\"";
}

}  // namespace

int new_pack(const NewOptions& options) {
  if (!source::is_language(options.language)) {
    return refuse(source::in_ticks(options.language) + " is not a language tag; it should look like `en` or `pt-BR`",
                  wrong_usage);
  }
  const fs::path pack = options.what;
  std::error_code error;
  const fs::path name = fs::weakly_canonical(fs::absolute(pack, error), error).filename();
  const auto values = values_for(as_id(name.string()), options.language);
  std::vector<NewFile> files;
  for (const char* each : {"pack.toml", "claims.toml", "cards/please-ask.toml", "cards/bring-a-list.toml",
                           "pictures/please-ask.svg", "pictures/bring-a-list.svg"}) {
    files.push_back({pack / each, assembly::filled_template(std::string("pack/") + each, values)});
  }
  if (auto words = interface_file(pack, options.language)) files.push_back(std::move(*words));
  if (!write_files(files)) return does_not_hold;
  const std::string shown = in_quotes(pack);
  std::cout << "\nNext:\n"
            << "  anteroom check --content " << shown << "               what is wrong or missing\n"
            << "  anteroom --content " << shown << "                     see it in a window\n"
            << "  anteroom new card my-topic --pack " << shown << "      one more card\n"
            << "  anteroom new settings my-kiosk.toml --pack " << shown << "    settings for a screen that shows it\n";
  return fine;
}

int new_card(const NewOptions& options) {
  const std::string& id = options.what;
  if (!source::is_id(id)) {
    return refuse(source::in_ticks(id) + " is not a card id; it should be made of a-z, 0-9 and - only", wrong_usage);
  }
  const fs::path pack = pack_of(options.pack, options.source);
  const auto head = read_toml(pack / "pack.toml");
  if (!head) return refuse("without a pack.toml that can be read nothing is written");
  const std::vector<std::string> languages = strings_of(head->table, "languages");
  if (languages.empty())
    return refuse((pack / "pack.toml").generic_string() + " lists no languages, so nothing is written");
  const auto values = values_for(id, languages.front());
  std::string card = assembly::filled_template("card.toml", values);
  const source::SourceFile file{"card.toml", card, {}};
  source::Diagnostics ignored;
  source::FileFaults faults(file, ignored);
  const auto table = source::parse_toml(file, faults);
  const source::TomlTable* text = table ? table_at(*table, {"text", languages.front()}) : nullptr;
  if (text != nullptr) card += skeletons(*text, languages);
  std::vector<NewFile> files{{pack / "cards" / (id + ".toml"), std::move(card)},
                             {pack / "pictures" / (id + ".svg"), assembly::filled_template("card.svg", {})}};
  const std::vector<std::string> listed = strings_of(head->table, "cards");
  if (std::find(listed.begin(), listed.end(), id) == listed.end()) {
    auto bytes = source::with_element(head->bytes, {"cards"}, id);
    if (!bytes) {
      return refuse("the list `cards` in " + (pack / "pack.toml").generic_string() +
                    " cannot be added to, so nothing is written; write `cards = []` there");
    }
    files.push_back({pack / "pack.toml", std::move(*bytes), true});
  }
  if (!write_files(files)) return does_not_hold;
  std::cout
      << "\nThe card is the last one of the loop. Next: write its words, draw its picture, and name the facts that\n"
         "it states in `claims`; then: anteroom check\n";
  return fine;
}

int new_language(const NewOptions& options) {
  const std::string& language = options.what;
  if (!source::is_language(language)) {
    return refuse(source::in_ticks(language) + " is not a language tag; it should look like `en` or `pt-BR`",
                  wrong_usage);
  }
  const fs::path pack = pack_of(options.pack, options.source);
  const auto head = read_toml(pack / "pack.toml");
  if (!head) return refuse("without a pack.toml that can be read nothing is written");
  const std::vector<std::string> languages = strings_of(head->table, "languages");
  if (languages.empty())
    return refuse((pack / "pack.toml").generic_string() + " lists no languages, so nothing is written");
  std::vector<NewFile> files;
  std::size_t cards = 0;
  for (const std::string& id : strings_of(head->table, "cards")) {
    const fs::path path = pack / "cards" / (id + ".toml");
    const auto card = source::is_id(id) ? read_toml(path) : std::nullopt;
    if (!card) return refuse("nothing is written until every card of `cards` can be read");
    const source::TomlTable* text = table_at(card->table, {"text", languages.front()});
    if (text == nullptr || table_at(card->table, {"text", language}) != nullptr ||
        has_skeleton(card->bytes, language)) {
      continue;
    }
    auto bytes = source::with_comment_below(card->bytes, {}, skeletons(*text, {languages.front(), language}));
    if (!bytes) return refuse(path.generic_string() + " cannot be added to, so nothing is written");
    files.push_back({path, std::move(*bytes), true});
    ++cards;
  }
  const bool is_begun = std::find(languages.begin(), languages.end(), language) != languages.end() ||
                        head->bytes.find("\n# " + language + " = ") != std::string::npos;
  if (auto bytes = with_language_comments(*head, languages.front(), language); bytes && !is_begun) {
    files.push_back({pack / "pack.toml", std::move(*bytes), true});
  }
  if (auto words = interface_file(pack, language)) files.push_back(std::move(*words));
  if (files.empty()) {
    std::cout << "All files have the language `" << language << "` already, or are prepared for it.\n";
    return fine;
  }
  if (!write_files(files)) return does_not_hold;
  std::cout
      << "\nThe words to translate are comments, so nothing changes on the screen yet. Next:\n"
      << "  1. In each file in cards/, translate what follows \"# [text." << language
      << "]\", and take away the \"# \" there;\n     the cards of `core` first. A card without words in it is only "
         "skipped.\n"
      << "  2. Likewise in pack.toml: the lines that begin with \"# " << language << "\", and [vars." << language
      << "].\n"
      << "  3. If there is " << content::interface_folder << "/" << language
      << ".toml: translate the words of the buttons in it.\n"
      << "  4. Add \"" << language << "\" to `languages` in pack.toml and in the settings.\n"
      << "  5. anteroom check\n";
  return fine;
}

int new_settings(const NewOptions& options) {
  const fs::path file = options.what;
  std::error_code error;
  const fs::path pack = options.pack.empty() ? assembly::install_prefix() / Settings{}.content : options.pack;
  const auto head = read_toml(pack / "pack.toml");
  if (!head) return refuse("without a pack.toml that can be read nothing is written");
  const std::string shipped = read_bytes(assembly::install_prefix() / "config" / (options.role + ".toml"));
  const fs::path folder = fs::weakly_canonical(fs::absolute(file, error), error).parent_path();
  const fs::path relative = fs::weakly_canonical(pack, error).lexically_relative(folder);
  const std::string content = (relative.empty() ? fs::absolute(pack, error) : relative).generic_string();
  if (content.find_first_of("\"\\\n") != std::string::npos) {
    return refuse("the name of the folder " + source::in_ticks(content) + " cannot be written into a file of settings");
  }
  auto bytes = source::with_string(shipped, {"content"}, content);
  if (bytes) bytes = source::with_list(*bytes, {"languages"}, strings_of(head->table, "languages"));
  if (bytes) bytes = without_other_languages(*bytes, strings_of(head->table, "languages"));
  // The clinic's name is its own to write.
  if (auto nameless = bytes ? source::with_string(*bytes, {"clinic", "name"}, "") : std::nullopt) bytes = nameless;
  if (!bytes) return refuse("the settings that come with the program cannot be read, so nothing is written");
  std::vector<NewFile> files{{file, std::move(*bytes)}};
  // The clinic's facts, which several screens share, if none has them yet.
  const fs::path clinic = folder / "clinic.toml";
  if (!fs::exists(clinic, error)) {
    std::string facts = read_bytes(assembly::install_prefix() / "config/clinic.toml");
    facts = without_other_languages(std::move(facts), strings_of(head->table, "languages"));
    if (auto nameless = source::with_string(facts, {"clinic", "name"}, "")) facts = std::move(*nameless);
    files.push_back({clinic, std::move(facts)});
  }
  if (!write_files(files)) return does_not_hold;
  std::cout << "\nNext: measure the screen and the distance, and write them into [screen]; then:\n"
            << "  anteroom check --config " << in_quotes(file) << "\n"
            << "  anteroom --config " << in_quotes(file) << "\n";
  return fine;
}

}  // namespace anteroom::commands
