// docs/author.md says which keys each table of a file may have. It is held against the readers themselves: every word
// that they might look for is planted as a key, and what is not reported as unknown is known.
#include <algorithm>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "content/read_notice.h"
#include "planted.h"
#include "source/parse_toml.h"

using namespace anteroom;
using namespace anteroom::checks;

namespace {

namespace fs = std::filesystem;

// A table of a valid file: its line in it (empty: above all tables), and its keys from the root down. In a list of
// tables it is the first.
struct DocumentedTable {
  std::string name;  // in docs/author.md
  std::string place;
  std::string header;
  source::KeyPath path;
};

const std::vector<DocumentedTable> documented = {
    {"pack", "pack/pack.toml", "", {}},
    {"pack review", "pack/pack.toml", "[review]", {"review"}},
    {"pack policy", "pack/pack.toml", "[policy]", {"policy"}},
    {"pack check", "pack/pack.toml", "[check]", {"check"}},
    {"claims", "pack/claims.toml", "", {}},
    {"claims claim", "pack/claims.toml", "[[claim]]", {"claim"}},
    {"card", "pack/cards/one.toml", "", {}},
    {"card when", "pack/cards/one.toml", "[when]", {"when"}},
    {"card text", "pack/cards/one.toml", "[text.en]", {"text", "en"}},
    {"card page", "pack/cards/one.toml", "[[text.en.pages]]", {"text", "en", "pages"}},
    {"card motion", "exhibits/cards/spots.toml", "[[motion]]", {"motion"}},
    {"card motion key", "exhibits/cards/spots.toml", "[[motion.keys]]", {"motion", "keys"}},
    {"card fold", "exhibits/cards/fold.toml", "[exhibit]", {"exhibit"}},
    {"card fold words", "exhibits/cards/fold.toml", "[text.en.exhibit]", {"text", "en", "exhibit"}},
    {"card hotspots", "exhibits/cards/spots.toml", "[exhibit]", {"exhibit"}},
    {"card region", "exhibits/cards/spots.toml", "[[exhibit.regions]]", {"exhibit", "regions"}},
    {"card hotspots words", "exhibits/cards/spots.toml", "[text.en.exhibit]", {"text", "en", "exhibit"}},
    {"card part",
     "exhibits/cards/spots.toml",
     "[text.en.exhibit.regions.head]",
     {"text", "en", "exhibit", "regions", "head"}},
    {"card pull", "exhibits/cards/pull.toml", "[exhibit]", {"exhibit"}},
    {"card pull month", "exhibits/cards/pull.toml", "[[exhibit.months]]", {"exhibit", "months"}},
    {"card pull words", "exhibits/cards/pull.toml", "[text.en.exhibit]", {"text", "en", "exhibit"}},
    {"card steps", "exhibits/cards/steps.toml", "[exhibit]", {"exhibit"}},
    {"card step", "exhibits/cards/steps.toml", "[[exhibit.steps]]", {"exhibit", "steps"}},
    {"card steps words", "exhibits/cards/steps.toml", "[text.en.exhibit]", {"text", "en", "exhibit"}},
    {"settings", "settings.toml", "", {}},
    {"settings screen", "settings.toml", "[screen]", {"screen"}},
    {"settings loop", "settings.toml", "[loop]", {"loop"}},
    {"settings idle", "settings.toml", "[idle]", {"idle"}},
    {"settings keys", "settings.toml", "[keys]", {"keys"}},
    {"settings pictures", "settings.toml", "[pictures]", {"pictures"}},
    {"settings usage", "settings.toml", "[usage]", {"usage"}},
    {"settings questions", "settings.toml", "[questions]", {"questions"}},
    {"settings cleaning", "settings.toml", "[cleaning]", {"cleaning"}},
    {"settings staff", "settings.toml", "[staff]", {"staff"}},
    {"settings wall", "settings.toml", "[wall]", {"wall"}},
    {"settings clinic", "settings.toml", "[clinic]", {"clinic"}},
    {"settings hours", "settings.toml", "[hours]", {"hours"}},
    {"settings hours on", "settings.toml", "[[hours.on]]", {"hours", "on"}},
    {"clinic file", "clinic.toml", "", {}},
    {"settings clinic", "clinic.toml", "[clinic]", {"clinic"}},
    {"settings hours", "clinic.toml", "[hours]", {"hours"}},
    {"notice", "notice.toml", "", {}},
    {"interface", "words/en.toml", "", {}},
    {"interface check", "words/en.toml", "[check]", {"check"}},
    {"interface words", "words/en.toml", "[words]", {"words"}},
};

using Keys = std::set<std::string>;

// The first column of each table that follows a line "<!-- keys: name -->".
std::map<std::string, Keys> keys_on_the_page() {
  std::ifstream page(ANTEROOM_ROOT "/docs/author.md");
  std::map<std::string, Keys> keys;
  std::string line, table;
  const std::regex name("<!-- keys: (.*) -->"), row("\\| `([^`]+)` \\|.*");
  for (std::smatch match; std::getline(page, line);) {
    if (std::regex_match(line, match, name)) {
      table = match[1];
      keys[table];
    } else if (std::regex_match(line, match, row)) {
      keys[table].insert(match[1]);
    } else if (!line.empty() && line.front() != '|') {
      table.clear();
    }
  }
  keys.erase("");
  return keys;
}

// Every word in quotes in the sources of the readers.
Keys words_of_readers() {
  Keys words;
  for (const char* folder : {"/src/content", "/src/review", "/src/checks"}) {
    for (const auto& entry : fs::directory_iterator(ANTEROOM_ROOT + std::string(folder))) {
      const std::string text = bytes_of_file(entry.path());
      const std::regex literal("\"([a-z][a-z0-9_]*)\"");
      for (std::sregex_iterator it(text.begin(), text.end(), literal), end; it != end; ++it) words.insert((*it)[1]);
    }
  }
  return words;
}

// The keys of the table at `path` below `table`.
Keys own_keys(const source::TomlTable& root, const source::KeyPath& path) {
  const source::TomlTable* table = &root;
  for (const std::string& key : path) {
    const source::TomlValue* value = &source::find_entry(*table, key)->value;
    const auto* list = std::get_if<source::TomlList>(&value->is);
    if (list != nullptr) value = &list->front();
    table = &std::get<source::TomlTable>(value->is);
  }
  Keys keys;
  for (const source::TomlEntry& entry : *table) keys.insert(entry.key);
  return keys;
}

std::string faults_of_notice(const TemporaryFolder& folder) {
  source::Diagnostics diagnostics;
  content::read_notice(folder / "notice.toml", diagnostics);
  std::string text;
  for (source::Diagnostic each : diagnostics.sorted()) {
    each.path = "notice.toml";
    text += source::to_text(each);
  }
  return text;
}

// The keys in `planted` that are reported as unknown when they are in the table.
Keys unknown_among(const TemporaryFolder& folder, const DocumentedTable& table, const std::string& text,
                   const std::vector<std::string>& planted) {
  std::string lines;
  for (const std::string& key : planted) lines.append(key).append(" = true\n");
  std::string with = text;
  std::size_t at = 0;
  if (!table.header.empty()) {
    const std::size_t header = ("\n" + text).find("\n" + table.header + "\n");
    REQUIRE(header != std::string::npos);
    at = header + table.header.size() + 1;
  }
  folder.write(table.place, with.insert(at, lines));
  const std::string found = look_through(folder).text + faults_of_notice(folder);
  folder.write(table.place, text);
  Keys unknown;
  const std::regex fault(table.place + ":[0-9]+:[0-9]+: error: unknown key `([^`]+)`");
  for (std::sregex_iterator it(found.begin(), found.end(), fault), end; it != end; ++it) unknown.insert((*it)[1]);
  const std::regex misplaced(table.place + ":[0-9]+:[0-9]+: error: (.+) belongs? to the (?:card|pack|settings)");
  const std::regex name("`([^`]+)`");
  for (std::sregex_iterator it(found.begin(), found.end(), misplaced), end; it != end; ++it) {
    const std::string names = (*it)[1];
    for (std::sregex_iterator each(names.begin(), names.end(), name); each != end; ++each) unknown.insert((*each)[1]);
  }
  return unknown;
}

// Every key that the reader of the table knows.
Keys known_keys(const TemporaryFolder& folder, const DocumentedTable& table, const Keys& words) {
  const std::string text = bytes_of_file(folder / table.place);
  const source::SourceFile file{"", text, {}};
  source::Diagnostics ignored;
  source::FileFaults faults(file, ignored);
  Keys known = own_keys(source::parse_toml(file, faults).value(), table.path);
  std::vector<std::string> rest;
  std::set_difference(words.begin(), words.end(), known.begin(), known.end(), std::back_inserter(rest));
  constexpr std::size_t at_a_time = 40;  // so that none of the faults is only counted
  for (std::size_t i = 0; i < rest.size(); i += at_a_time) {
    const std::vector<std::string> some(
        rest.begin() + static_cast<std::ptrdiff_t>(i),
        rest.begin() + static_cast<std::ptrdiff_t>(std::min(i + at_a_time, rest.size())));
    const Keys unknown = unknown_among(folder, table, text, some);
    for (const std::string& key : some) {
      if (!unknown.contains(key)) known.insert(key);
    }
  }
  return known;
}

}  // namespace

TEST_CASE("the page for authors names every key of every table and no other") {
  const TemporaryFolder folder;
  copy_sound_files(folder);
  folder.write("notice.toml", "title = \"We are closed\"\n");
  // As a table, so that keys can be planted in it.
  std::string head = bytes_of_file(folder / "pack/pack.toml");
  const std::size_t policy = head.find("policy = ");
  REQUIRE(policy != std::string::npos);
  head.erase(policy, head.find("}\n", policy) + 2 - policy);
  folder.write("pack/pack.toml", head + "\n[policy]\nrule = \"none\"\n[check]\nallow = []\n");
  folder.write("settings.toml",
               bytes_of_file(folder / "settings.toml") + "\n[pictures]\ntime_limit_s = 10\n[usage]\ncount = true\n");
  const Keys words = words_of_readers();
  REQUIRE(words.size() > 100);
  const std::map<std::string, Keys> page = keys_on_the_page();
  for (const DocumentedTable& table : documented) {
    INFO(table.name);
    REQUIRE(page.contains(table.name));
    Keys known = known_keys(folder, table, words);
    if (table.name == "interface words") known.erase("reviewed");  // of older files; it is read and not used
    CHECK(page.at(table.name) == known);
  }
}
