// What is read from files: a line of nonsense never costs more than what it says.
#include <algorithm>
#include <string>

#include "content/read_notice.h"
#include "content/read_pack.h"
#include "content/read_settings.h"
#include "fuzz/compose.h"
#include "fuzz/targets.h"
#include "model/pack.h"
#include "simulation/replay_file.h"
#include "small_pack.h"
#include "source/parse_toml_tolerant.h"
#include "source/source_file.h"
#include "source/toml_files.h"
#include "source/toml_patch.h"
#include "temporary_folder.h"

namespace anteroom::fuzz {

namespace {

// A folder for the files of one run, made once: a fuzzer makes thousands of runs a second.
const TemporaryFolder& folder() {
  static const TemporaryFolder only;
  return only;
}

// Each fault is at a place that the file has, and can be printed.
void check_places(const source::Diagnostics& diagnostics, std::string_view bytes, const std::string& file) {
  const auto lines = static_cast<unsigned>(std::count(bytes.begin(), bytes.end(), '\n') +
                                           std::count(bytes.begin(), bytes.end(), '\r') + 1);
  for (const source::Diagnostic& each : diagnostics.sorted()) {
    promise(!each.message.empty(), "a fault has no words");
    promise(!to_text(each).empty(), "a fault cannot be printed");
    if (each.path == file) promise(each.line <= lines, "a fault is below the end of its file");
  }
}

constexpr const char* card_of_the_pack = R"(claims = []
picture = "a.svg"
[text.en]
topic = "Hands"
title = "Clean hands"
lead = "Wash your hands."
picture_alt = "Two hands."
ask = "What else can I do?"
)";

constexpr const char* picture_of_the_pack =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect id="a" width="20" height="30"/><path id="b" d="M20 0h20v30z"/></svg>)";

content::PictureFacts facts_of_the_picture(const std::filesystem::path&, const std::vector<std::string>& ids) {
  content::PictureFacts facts{40, 30, {}};
  for (const std::string& id : ids) {
    if (id == "a") facts.elements[id] = {0, 0, 20, 30};
    if (id == "b") facts.elements[id] = {20, 0, 20, 30};
  }
  facts.order = ids;
  return facts;
}

Pack read_small_pack(source::Diagnostics& diagnostics) {
  source::TomlFiles files;
  content::PackOptions options;
  options.picture_facts = facts_of_the_picture;
  return content::read_pack(folder() / "pack", options, files, diagnostics);
}

void write_small_pack(const std::string& place, std::string_view bytes) {
  static const bool written = [] {
    folder().write("pack/pack.toml", small_pack_toml("\"a\""));
    folder().write("pack/claims.toml", "");
    folder().write("pack/cards/a.toml", card_of_the_pack);
    folder().write("pack/pictures/a.svg", picture_of_the_pack);
    return true;
  }();
  promise(written, "the pack can be written");
  folder().write("pack/" + place, std::string(bytes));
}

}  // namespace

void read_card(std::string_view bytes) {
  write_small_pack("cards/a.toml", bytes);
  source::Diagnostics diagnostics;
  Pack pack = read_small_pack(diagnostics);
  check_places(diagnostics, bytes, (folder() / "pack/cards/a.toml").string());
  promise(pack.cards.size() <= 1, "a card file gives one card");
  promise(!pack.cards.empty() || diagnostics.error_count() > 0, "a card is left out without a word");
  compose_all(std::move(pack));
}

void read_pack_list(std::string_view bytes) {
  write_small_pack("cards/a.toml", card_of_the_pack);
  write_small_pack("pack.toml", bytes);
  source::Diagnostics diagnostics;
  Pack pack = read_small_pack(diagnostics);
  write_small_pack("pack.toml", small_pack_toml("\"a\""));
  check_places(diagnostics, bytes, (folder() / "pack/pack.toml").string());
  promise(!pack.cards.empty() || diagnostics.error_count() > 0, "a pack is empty without a word");
  compose_all(std::move(pack));
}

void read_interface(std::string_view bytes) {
  folder().write("words/pack.toml", small_pack_toml(""));
  folder().write("words/interface/en.toml", std::string(bytes));
  source::Diagnostics diagnostics;
  source::TomlFiles files;
  std::vector<InterfaceWords> words;
  content::read_pack_interface_words(content::PackFolder(folder() / "words"), words, files, diagnostics);
  check_places(diagnostics, bytes, (folder() / "words/interface/en.toml").string());
}

void read_settings_file(std::string_view bytes) {
  folder().write("settings.toml", std::string(bytes));
  const auto read = [&](source::Diagnostics& diagnostics) {
    source::TomlFiles files;
    return content::read_settings(folder() / "settings.toml", files, diagnostics);
  };
  source::Diagnostics diagnostics, again;
  const Settings settings = read(diagnostics);
  check_places(diagnostics, bytes, (folder() / "settings.toml").string());
  promise(settings == read(again), "the same settings are read twice in two ways");
  const Screen& screen = settings.screen;
  promise(screen.width_mm > 0 && screen.height_mm > 0 && screen.width_px > 0 && screen.height_px > 0,
          "a screen has no size");
}

void read_notice_file(std::string_view bytes) {
  folder().write("notice.toml", std::string(bytes));
  source::Diagnostics diagnostics;
  const std::optional<Notice> notice = content::read_notice(folder() / "notice.toml", diagnostics);
  check_places(diagnostics, bytes, (folder() / "notice.toml").string());
  if (!notice) return;
  folder().write("again.toml", content::to_toml(*notice));
  source::Diagnostics none;
  promise(content::read_notice(folder() / "again.toml", none) == notice, "a notice is not read as it is written");
}

void read_replay(std::string_view bytes) {
  int line = 0;
  for (const simulation::Step& step : simulation::parse_replay(std::string(bytes))) {
    promise(step.line > line, "a replay has two steps in a line");
    line = step.line;
  }
}

void read_toml(std::string_view bytes) {
  const std::string text(bytes);
  folder().write("any.toml", text);
  source::Diagnostics diagnostics;
  source::TomlFiles files;
  const source::TomlFile* file = files.read(folder() / "any.toml", 1 << 20, diagnostics);
  check_places(diagnostics, bytes, (folder() / "any.toml").string());
  if (file == nullptr || !file->table || diagnostics.error_count() > 0) return;
  // One of its texts, another one for each length of a file: all of them would take most of the time.
  std::vector<std::string> texts;
  for (const source::TomlEntry& entry : *file->table) {
    if (std::holds_alternative<std::string>(entry.value.is)) texts.push_back(entry.key);
  }
  if (texts.empty()) return;
  const std::string& key = texts[bytes.size() % texts.size()];
  const std::optional<std::string> patched = source::with_string(text, {key}, "other");
  if (!patched) return;
  folder().write("patched.toml", *patched);
  source::Diagnostics after;
  source::TomlFiles others;
  const source::TomlFile* changed = others.read(folder() / "patched.toml", 1 << 20, after);
  promise(changed != nullptr && changed->table && after.error_count() == 0, "a changed file is no longer TOML");
  const source::TomlEntry* there = source::find_entry(*changed->table, key);
  promise(there != nullptr && std::get<std::string>(there->value.is) == "other", "a value was not changed");
  promise(changed->table->size() == file->table->size(), "a change of one value adds or takes away others");
}

}  // namespace anteroom::fuzz
