#include "planted.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <map>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "checks/check_pack.h"
#include "content/read_settings.h"
#include "content/settings_content.h"
#include "content/settings_languages.h"
#include "content/sign.h"

namespace anteroom::checks {

using namespace content;

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

std::string with_bytes(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\\x") == 0 && i + 3 < text.size()) {
      result += static_cast<char>(std::stoi(text.substr(i + 2, 2), nullptr, 16));
      i += 3;
    } else {
      result += text[i];
    }
  }
  return result;
}

bool is_verb(const std::string& word) {
  for (const char* verb : {"edit", "write", "append", "remove", "folder", "pipe", "link", "fill", "sign"}) {
    if (word == verb) return true;
  }
  return false;
}

// `text` repeated `times` times, each with its number.
std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int n = 1; n <= times; ++n) {
    std::string one = text;
    for (std::size_t at = one.find("{n}"); at != std::string::npos; at = one.find("{n}", at)) {
      one.replace(at, 3, std::to_string(n));
    }
    all += one;
  }
  return all;
}

void read_line(const std::string& line, Planted& planted) {
  std::istringstream words(line);
  Change change;
  words >> change.verb >> change.place >> change.to;
  if (change.verb == "append") std::swap(change.from, change.to);
  if (is_verb(change.verb)) {
    planted.changes.push_back(std::move(change));
  } else if (line.starts_with("- ")) {
    planted.changes.back().from = line.substr(2);
  } else if (line.starts_with("+ ")) {
    planted.changes.back().to = line.substr(2);
  } else if (line.starts_with("| ") || line == "|") {
    planted.changes.back().to += (line.size() > 2 ? line.substr(2) : "") + "\n";
  } else if (!line.empty()) {
    throw std::runtime_error(planted.name + ": what is \"" + line + "\"?");
  }
}

// A fault of a picture, without a library that draws.
std::string picture_fault(const fs::path& picture, const std::vector<LayerSet>& shown) {
  const bool shows_text = std::any_of(shown.begin(), shown.end(), [](const LayerSet& layers) {
    return std::find(layers.begin(), layers.end(), "writing") != layers.end();
  });
  if (shows_text) return "has the text \"Day 2\"; convert text to paths (line 3)";
  return bytes_of_file(picture).starts_with("broken") ? "is not a picture: it is broken" : "";
}

// Every picture is 1200 by 900; all elements are the same size, and nothing of "unseen" can be seen.
PictureFacts picture_facts(const fs::path& picture, const std::vector<std::string>& ids) {
  PictureFacts facts{1200, 900, {}};
  const std::string svg = bytes_of_file(picture);
  for (const std::string& id : ids) {
    if (svg.find("<g id=\"empty\"/>") != std::string::npos && id == "empty") {
      facts.empty.insert(id);
    } else if (svg.find("id=\"" + id + "\"") != std::string::npos) {
      facts.elements[id] = {120, 90, 240, 180};
      if (id == "unseen") facts.unseen.insert(id);
    }
  }
  if (facts.elements.size() == ids.size()) return facts;
  const std::string opening = "id=\"";
  for (std::size_t at = svg.find(opening); at != std::string::npos; at = svg.find(opening, at + 1)) {
    const std::size_t from = at + opening.size();
    facts.names.push_back(svg.substr(from, svg.find('"', from) - from));
  }
  return facts;
}

// Layers look the same if they differ only in one that is called "behind".
bool look_same(const PictureLayers& one, const PictureLayers& other) {
  const auto seen = [](const PictureLayers& drawn) {
    std::set<std::string> layers(drawn.layers.begin(), drawn.layers.end());
    layers.erase("behind");
    return std::pair(bytes_of_file(drawn.picture), layers);
  };
  return seen(one) == seen(other);
}

// A word has as many syllables as vowels; in a pack with the word "unspeakable" none can be counted.
std::map<std::string, int> syllables_of(const std::set<std::string>& words) {
  std::map<std::string, int> syllables;
  if (words.contains("unspeakable")) return syllables;
  for (const std::string& word : words) {
    syllables[word] = std::max(
        1, static_cast<int>(std::count_if(word.begin(), word.end(), [](char c) { return std::strchr("aeiou", c); })));
  }
  return syllables;
}

PackOptions options_for(const Settings& settings) {
  return {settings.vars, picture_fault, picture_facts, {}, settings.missing_text, look_same};
}

// Has the cards in `folder` signed as they are, until `by`.
void sign_all(const fs::path& folder, const Settings& settings, Date by) {
  source::TomlFiles toml;
  source::Diagnostics unwanted;
  const PackFolder pack(folder);
  const PackFiles files = read_pack_files(pack, options_for(settings), Sources::keep, toml, unwanted);
  const Signing signing{"Dr. A. Person", {}, {}, {}, 2026y / 11 / 22, by};
  std::ofstream(folder / review::signatures_place, std::ios::binary) << to_toml(with_signatures(files, pack, signing));
}

}  // namespace

std::vector<Planted> read_planted(const fs::path& file) {
  std::ifstream stream(file);
  std::vector<Planted> all;
  bool in_expected = false;
  std::string line;
  for (int number = 1; std::getline(stream, line); ++number) {
    if (line.starts_with("==== ")) {
      all.push_back({file.filename().string() + ":" + std::to_string(number), line.substr(5), {}, {}});
      in_expected = false;
    } else if (all.empty()) {
      continue;  // the file's introduction
    } else if (line == "expect") {
      in_expected = true;
    } else if (in_expected) {
      if (!line.empty()) all.back().expected += line + "\n";
    } else {
      read_line(line, all.back());
    }
  }
  return all;
}

void copy_sound_files(const TemporaryFolder& folder) {
  folder.copy_from(ANTEROOM_ROOT "/tests/content/sound");
  // Not kept as files, so that a new interface word does not change the expectations.
  const std::map<std::string, std::string> checks = {
      {"en", "avoid = [\"best\", \"number one\"]\none_in = \"in\"\n"},
      {"fr", "avoid = [\"le plus sûr\"]\none_in = \"sur\"\n"},
  };
  for (const std::string language : {"en", "fr"}) {
    std::string words =
        "language = \"" + language + "\"\n[check]\n" + checks.at(language) + "[words]\nposition = \"{n} / {total}\"\n";
    for (const auto& [key, english] : interface_keys()) {
      const std::string translated = language == "en" ? english : english + ".";
      if (key != "position") words += key + " = '''" + translated + "'''\n";
    }
    folder.write("words/" + language + ".toml", words);
  }
}

void carry_out(const Change& change, const TemporaryFolder& folder) {
  const fs::path path = folder / change.place;
  if (change.verb == "edit") {
    std::string text = bytes_of_file(path);
    const std::size_t at = text.find(change.from);
    if (at == std::string::npos) throw std::runtime_error(change.place + " has no \"" + change.from + "\"");
    folder.write(change.place, text.replace(at, change.from.size(), with_bytes(change.to)));
    return;
  }
  if (change.verb == "append") {
    folder.write(change.place, bytes_of_file(path) + with_bytes(repeated(change.to, std::stoi(change.from))));
    return;
  }
  if (change.verb == "sign") {
    source::TomlFiles files;
    source::Diagnostics unwanted;
    int year = 0, month = 0, day = 0;
    if (std::sscanf(change.to.c_str(), "%d-%d-%d", &year, &month, &day) != 3) throw std::runtime_error("no date");
    sign_all(path, read_settings(folder / "settings.toml", files, unwanted), std::chrono::year(year) / month / day);
    return;
  }
  if (change.verb != "link" && change.verb != "write") fs::remove_all(path);
  if (change.verb == "write") folder.write(change.place, with_bytes(change.to));
  if (change.verb == "folder") fs::create_directories(path);
  if (change.verb == "fill") folder.write(change.place, std::string(std::stoul(change.to), ' '));
  if (change.verb == "pipe" && mkfifo(path.c_str(), 0600) != 0) throw std::runtime_error("no pipe");
  if (change.verb == "link") {
    fs::remove(path);
    fs::create_symlink(change.to, path);
  }
}

Findings look_through(const TemporaryFolder& folder) {
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  const Settings settings = read_settings(folder / "settings.toml", files, diagnostics);
  check_content_folder(folder / "settings.toml", settings, files, diagnostics);
  name_absent_languages(folder / "settings.toml", folder / "pack", files, diagnostics);
  std::vector<InterfaceWords> words = read_interface_words(folder / "words", files, diagnostics);
  read_pack_interface_words(PackFolder(folder / "pack"), words, files, diagnostics);
  const LanguageRules rules{std::move(words), syllables_of, {"Our cards", "our clinic", "Bring a list"}};
  for (const std::string pack : {"pack", "exhibits"}) {
    // Faults that are not about signatures are planted in signed cards.
    const fs::path signatures = folder / pack / review::signatures_place;
    const bool brings_own = fs::exists(fs::symlink_status(signatures)) || !fs::is_directory(folder / pack);
    if (!brings_own) sign_all(folder / pack, settings, 2027y / 11 / 22);
    const CheckedPack checked =
        check_pack(folder / pack, options_for(settings), settings, 2026y / 11 / 23, rules, files, diagnostics);
    if (pack == "pack") {
      check_interface_words(PackFolder(folder / pack), folder / "words", rules.interface, checked.languages, files,
                            diagnostics);
    }
    if (!brings_own) fs::remove(signatures);
    if (pack == "pack") check_clinic_variables(folder / "settings.toml", checked.variables, files, diagnostics);
  }
  Findings findings;
  const std::string prefix = folder.name() + "/";
  for (source::Diagnostic diagnostic : diagnostics.sorted()) {
    if (diagnostic.path.starts_with(prefix)) diagnostic.path.erase(0, prefix.size());
    findings.text += source::to_text(diagnostic);
    findings.rules.push_back(diagnostic.rule);
  }
  return findings;
}

}  // namespace anteroom::checks
