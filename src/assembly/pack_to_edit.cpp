#include "assembly/pack_to_edit.h"

#include <algorithm>

#include <utility>

#include "assembly/source.h"
#include "content/pack_folder.h"
#include "content/skeleton.h"
#include "source/parse_toml.h"
#include "source/source_file.h"
#include "source/toml_patch.h"

namespace anteroom::assembly {

namespace fs = std::filesystem;

std::optional<TomlToEdit> read_to_edit(const fs::path& file, source::Diagnostics& faults) {
  constexpr std::uintmax_t max_bytes = 4UL * 1024 * 1024;  // of pack.toml, the largest
  const auto source = source::read_source(file, file.generic_string(), max_bytes, faults);
  if (!source) return std::nullopt;
  source::FileFaults of_file(*source, faults);
  std::optional<source::TomlTable> table = source::parse_toml(*source, of_file);
  if (!table) return std::nullopt;
  return TomlToEdit{source::file_bytes(file), std::move(*table)};
}

std::optional<PackToEdit> read_pack_to_edit(const fs::path& pack, NewFiles& result) {
  auto head = read_to_edit(pack / "pack.toml", result.faults);
  if (!head) {
    result.refusal = "without a pack.toml that can be read nothing is written";
    return std::nullopt;
  }
  std::vector<std::string> languages = source::texts_in_list(head->table, "languages");
  if (languages.empty()) {
    result.refusal = (pack / "pack.toml").generic_string() + " lists no languages, so nothing is written";
    return std::nullopt;
  }
  return PackToEdit{std::move(*head), std::move(languages)};
}

std::optional<NewFile> interface_file(const fs::path& pack, const std::string& language) {
  const fs::path words = install_prefix() / "assets/interface";
  std::error_code error;
  for (const std::string& known : {language, language.substr(0, language.find('-'))}) {
    if (fs::exists(words / (known + ".toml"), error)) return std::nullopt;
  }
  const fs::path file = pack / content::interface_folder / (language + ".toml");
  if (fs::exists(file, error)) return std::nullopt;
  auto bytes = source::with_string(source::file_bytes(words / "en.toml"), {"language"}, language);
  if (!bytes) return std::nullopt;
  // The first line is a comment that calls the file English.
  const std::string head = "# The words of the interface itself, for `" + language +
                           "`: translate what is between the quotation marks. {names} in\n"
                           "# braces are filled in by the program and must stay.";
  std::string rest = bytes->substr(std::min(bytes->find('\n'), bytes->size()));
  if (const std::size_t at = rest.rfind("\n[check]\n"); at != std::string::npos) {
    rest.insert(
        at + 1,
        "# Those below are English: write the words of this language instead, and the word between the two numbers.\n");
  }
  return NewFile{file, head + rest};
}

std::string translation_comments(const source::TomlTable& text, const std::vector<std::string>& languages) {
  std::string all;
  for (std::size_t i = 1; i < languages.size(); ++i) {
    all.append("\n# In `").append(languages[i]);
    all.append("`: translate what is between the quotation marks, then take away each \"# \".\n");
    all.append(content::text_skeleton(text, languages[i]));
  }
  return all;
}

}  // namespace anteroom::assembly
