#include "content/settings_content.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>
#include <variant>
#include <vector>

#include "content/read_settings.h"
#include "content/usable_text.h"
#include "source/file_names.h"
#include "source/nearest.h"
#include "source/printable.h"

namespace anteroom::content {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view key = "content";
constexpr int misspelt = 2;  // letters by which a key may differ from it

// What screens do meanwhile.
constexpr const char* meanwhile =
    "; a screen that is running keeps its cards, and one that starts shows those that it showed last, if it has kept "
    "them, or else only asks patients to come to the desk";

// True for the other keys at the root of the settings.
bool is_other_key(std::string_view word) {
  constexpr std::array<std::string_view, 13> others = {"role",         "include", "languages", "languages_in_turn",
                                                       "missing_text", "screen",  "loop",      "idle",
                                                       "pictures",     "keys",    "clinic",    "hours",
                                                       "staff"};
  return std::find(others.begin(), others.end(), word) != others.end();
}

// Whether a lost line at the beginning of the file may have been that of `content`.
bool may_name_content(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return false;
  line.remove_prefix(begin);
  const bool has_value = line.find('=') != std::string_view::npos;
  // The rest of a list that began further up.
  if (!has_value && std::string_view("\"'],").find(line.front()) != std::string_view::npos) return false;
  if (line.front() == '"' || line.front() == '\'') line.remove_prefix(1);
  return !is_other_key(line.substr(0, line.find_first_of(" \t=.\"'")));
}

// Whether a lost line in a section was meant to be that of `content`, which does not belong there.
bool means_content(std::string_view line) {
  constexpr std::string_view around = " \t\"'";
  const std::size_t begin = line.find_first_not_of(around);
  if (begin == std::string_view::npos) return false;
  line.remove_prefix(begin);
  const std::string_view word = line.substr(0, line.find_first_of(" \t=\"'"));
  return source::edit_distance(word.substr(0, 2 * key.size()), key) <= misspelt;
}

// Whether one of the lines that were lost may have been that of `content`: before the first section, where it belongs,
// or in one.
bool was_lost(const source::TomlFile& toml) {
  const std::string& text = toml.source.text;
  unsigned number = 1;
  bool in_section = false;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    const std::size_t first = line.find_first_not_of(" \t");
    in_section = in_section || (first != std::string_view::npos && line[first] == '[');
    const bool is_lost = std::binary_search(toml.source.lost.begin(), toml.source.lost.end(), number);
    if (is_lost && (in_section ? means_content(line) : may_name_content(line))) return true;
    begin = end + 1;
  }
  return false;
}

// Whether a key was meant to be `content`: misspelt, or in a section, where it means nothing.
bool is_misplaced(const source::TomlTable& root) {
  return std::any_of(root.begin(), root.end(), [](const source::TomlEntry& entry) {
    if (!is_other_key(entry.key) && source::edit_distance(entry.key.substr(0, 2 * key.size()), key) <= misspelt)
      return true;
    const auto* section = std::get_if<source::TomlTable>(&entry.value.is);
    return section != nullptr && std::any_of(section->begin(), section->end(), [](const source::TomlEntry& inner) {
             return source::edit_distance(inner.key.substr(0, 2 * key.size()), key) == 0;
           });
  });
}

// What to say about the content folder `path`, called `name` in the settings, which cannot be used.
std::string what_is_wrong(const std::string& name, fs::path path, const fs::file_status& status) {
  if (status.type() == fs::file_type::none) return "the folder " + name + " cannot be read" + meanwhile;
  if (fs::exists(status)) return name + " is not a folder; name the folder that pack.toml is in" + meanwhile;
  if (!path.has_filename()) path = path.parent_path();
  const std::vector<std::string> beside = source::entries_of(path.parent_path());
  std::string suggestion = source::file_suggestion(path.filename().string(), beside);
  if (suggestion.empty()) suggestion = source::did_you_mean(path.filename().string(), beside);
  return "there is no folder " + name + ", counted from the folder of this file" + meanwhile + suggestion;
}

}  // namespace

std::string read_content(source::TableReader& root, const source::TomlFile& toml, const fs::path& file) {
  const bool is_there = root.find(key) != nullptr;
  const auto named = root.string(key);
  if (named && named->text.empty()) {
    root.faults().add(rule::empty_text, named->at, "`content` is empty; name the folder of the cards");
  } else if (named && check_text(*named, root.faults())) {
    std::error_code error;
    const fs::path beside = fs::absolute(file, error).parent_path();
    if (error) return {};
    // Only accents are stored in more than one way. Otherwise no look is needed: a network share may not answer.
    const bool is_ascii = std::all_of(named->text.begin(), named->text.end(), [](char c) { return (c & 0x80) == 0; });
    const std::vector<fs::path> found = is_ascii ? std::vector<fs::path>{} : source::files_named(beside, named->text);
    return (found.size() == 1 ? found.front() : beside / named->text).lexically_normal().string();
  }
  if (is_there || was_lost(toml) || is_misplaced(toml.values())) return {};
  return Settings{}.content;
}

void check_content_folder(const fs::path& file, const Settings& settings, source::TomlFiles& files,
                          source::Diagnostics& diagnostics) {
  const std::string shown = file.generic_string();
  if (settings.content.empty()) {
    source::add_file_fault(
        diagnostics, rule::no_content, shown,
        std::string("the settings do not say which cards to show; name their folder in a line such as content = "
                    "\"cards\"") +
            meanwhile);
    return;
  }
  std::error_code error;
  const fs::file_status status = fs::status(settings.content, error);
  if (fs::is_directory(status)) return;
  const source::TomlFile* toml = files.read(file, max_settings_bytes);
  if (toml == nullptr) return;
  source::Diagnostics known;  // reported by read_settings
  source::FileFaults reading(toml->source, known);
  const auto named = source::TableReader(toml->values(), source::file_begin, reading).string(key);
  if (!named) return;  // the default
  source::FileFaults(toml->source, diagnostics)
      .add(rule::missing_content, named->at, what_is_wrong(source::in_ticks(named->text), settings.content, status));
}

}  // namespace anteroom::content
