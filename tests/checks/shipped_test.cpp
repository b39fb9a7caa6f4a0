// What ships with the program is valid, and no damaged copy of it can crash the reader.
#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "catch.h"
#include "checks/check_pack.h"
#include "content/read_settings.h"
#include "language/numbers.h"
#include "sanitized.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::checks;
using namespace anteroom::content;
using namespace std::chrono_literals;

namespace {

const std::filesystem::path project_root = ANTEROOM_ROOT;
const std::filesystem::path shipped = project_root / "content/neuromodulators";
constexpr Date review_day = 2026y / 11 / 23;

std::vector<std::string> places() {
  std::vector<std::string> all = {"pack.toml", "claims.toml"};
  for (const auto& entry : std::filesystem::directory_iterator(shipped / "cards")) {
    all.push_back("cards/" + entry.path().filename().string());
  }
  std::sort(all.begin(), all.end());
  return all;
}

// A size for every picture, and a place of its own for each element that is in the file's text.
PictureFacts shipped_picture_facts(const std::filesystem::path& picture, const std::vector<std::string>& ids) {
  PictureFacts facts{1200, 900, {}};
  const std::string svg = bytes_of_file(picture);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const double x = 150 * static_cast<double>(i % 8), y = 150 * static_cast<double>(i / 8 % 6);
    if (svg.find(" id=\"" + ids[i] + "\"") != std::string::npos) facts.elements[ids[i]] = {x, y, 110, 110};
    if (svg.find(" id=\"" + ids[i] + "\" display=\"none\"") != std::string::npos) facts.hidden.insert(ids[i]);
  }
  return facts;
}

// Changes, drops, doubles or adds a few bytes.
std::string damaged(std::string text, std::mt19937& random) {
  const auto below = [&random](std::size_t bound) { return random() % std::max<std::size_t>(bound, 1); };
  static const std::string biting = "\"'[]{}=#.,\\\n\r\t\0\xff\xc3\xe2 0-:";
  for (std::size_t edits = 1 + below(6); edits > 0; --edits) {
    const std::size_t at = below(text.size());
    switch (below(5)) {
      case 0:
        text[at] = static_cast<char>(below(256));
        break;
      case 1:
        text.insert(at, 1, biting[below(biting.size())]);
        break;
      case 2:
        text.erase(at, 1 + below(40));
        break;
      case 3:
        text.insert(at, text.substr(below(text.size()), below(80)));
        break;
      default:
        text.resize(text.size() - below(text.size() / 4));
        break;
    }
  }
  return text;
}

}  // namespace

TEST_CASE("the shipped pack has no error for either screen") {
  for (const char* config : {"config/kiosk.toml", "config/wall.toml"}) {
    source::TomlFiles files;
    source::Diagnostics diagnostics;
    const Settings settings = read_settings(project_root / config, files, diagnostics);
    const LanguageRules languages{read_interface_words(project_root / "assets/interface", files, diagnostics), nullptr};
    const Pack pack = check_pack(shipped, {settings.vars, {}, shipped_picture_facts}, settings, review_day, languages,
                                 files, diagnostics)
                          .pack;
    std::set<std::string> rules;
    for (const source::Diagnostic& diagnostic : diagnostics.sorted()) {
      UNSCOPED_INFO(source::to_text(diagnostic));
      rules.insert(diagnostic.rule);
    }
    CHECK(diagnostics.error_count() == 0);
    CHECK(rules == std::set<std::string>{"no-reviewer", "no-speaker"});
    CHECK(pack.cards.size() == 11);
  }
}

TEST_CASE("a language has one kind of digits in all that ships, the one in which the screen counts its pages") {
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  const Pack pack = read_pack(shipped, {{}, {}, shipped_picture_facts}, files, diagnostics);
  int with_numbers = 0;
  const auto check = [&](std::string text, const std::string& language) {
    // A number to call is as it is on the keys of a telephone.
    for (std::size_t at; (at = text.find("911")) != std::string::npos;) text.erase(at, 3);
    std::set<std::string> kinds;
    for (const char* zero : {"0", "\u0660", "\u0a66"}) {
      for (int digit = 0; digit < 10; ++digit) {
        std::string each = zero;
        each.back() = static_cast<char>(each.back() + digit);
        if (text.find(each) != std::string::npos) kinds.insert(zero);
      }
    }
    INFO(language << ": " << text);
    if (kinds.empty()) return;
    ++with_numbers;
    CHECK(kinds == std::set{language::number(0, language)});
  };
  for (const InterfaceWords& words : read_interface_words(project_root / "assets/interface", files, diagnostics)) {
    for (const auto& [key, text] : words.words) check(text, words.language);
  }
  for (const Card& card : pack.cards) {
    for (std::size_t i = 0; i < card.text.size(); ++i) {
      const CardText& text = card.text[i];
      std::vector<std::string> all{text.topic, text.title, text.lead, text.wall, text.ask, text.picture_alt};
      for (const Page& page : text.pages) all.insert(all.end(), {page.title, page.text});
      for (const ExhibitPart& part : text.exhibit.parts) all.insert(all.end(), {part.label, part.text});
      all.insert(all.end(), text.exhibit.buttons.begin(), text.exhibit.buttons.end());
      for (const std::string& each : all) check(each, pack.languages[i]);
    }
  }
  CHECK(with_numbers > 50);
}

TEST_CASE("a drug is recognised by its common names in any language and spelling") {
  for (const std::string name :
       {"Botulinum toxin", "botulinum toxin type A", "Botulinum toxins", "PrabotulinumtoxinA", "LetibotulinumtoxinA",
        "la toxine botulique", "les toxines botuliques", "toxina botulínica", "TOXINA BOTULI\u0301NICA"}) {
    INFO(name);
    const TemporaryFolder folder;
    folder.copy_from(shipped);
    const auto replace = [&folder](const std::string& place, const std::string& from, const std::string& to) {
      std::string text = bytes_of_file(folder / place);
      REQUIRE(text.find(from) != std::string::npos);
      folder.write(place, text.replace(text.find(from), from.size(), to));
    };
    replace("pack.toml", "rule = \"none\"", "rule = \"ca\"");
    replace("cards/paper.toml", "Fold a sheet of paper.", "Ask about " + name + ".");
    source::TomlFiles files;
    source::Diagnostics diagnostics;
    check_pack(folder / "", {{}, {}, shipped_picture_facts}, Settings(), review_day, {}, files, diagnostics);
    const std::vector<source::Diagnostic> found = diagnostics.sorted();
    CHECK(std::count_if(found.begin(), found.end(), [](const source::Diagnostic& one) {
            return one.rule == "drug-name" && one.path.ends_with("/paper.toml");
          }) == 1);
  }
}

TEST_CASE("the exhibits that ship have their parts and room for a finger") {
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  const Pack pack = read_pack(shipped, {{}, {}, shipped_picture_facts}, files, diagnostics);
  std::map<std::string, std::size_t> parts;
  for (const Card& card : pack.cards) {
    if (std::holds_alternative<std::monostate>(card.exhibit)) continue;
    parts[card.id] = card.text[0].exhibit.parts.size();
    CHECK(card.text[1].exhibit.parts.size() == parts[card.id]);
    const auto* hotspots = std::get_if<Hotspots>(&card.exhibit);
    if (hotspots == nullptr || card.id == "medical-uses") continue;  // shapes: their positions are unknown here
    for (const Region& a : hotspots->regions) {
      INFO(card.id << " " << a.id);
      // On a picture 240 mm wide: targets of 20 mm, 4 mm apart.
      CHECK(std::min(a.box.w * 240, a.box.h * 180) >= 20);
      for (const Region& b : hotspots->regions) {
        const double across = std::max(b.box.x - a.box.x - a.box.w, a.box.x - b.box.x - b.box.w) * 240;
        const double down = std::max(b.box.y - a.box.y - a.box.h, a.box.y - b.box.y - b.box.h) * 180;
        CHECK((&a == &b || std::max(across, down) >= 4));
      }
    }
  }
  CHECK(parts ==
        std::map<std::string, std::size_t>{
            {"medical-uses", 4}, {"neuromodulators", 7}, {"paper", 4}, {"red-flags", 4}, {"results", 4}, {"where", 4}});
}

TEST_CASE("a damaged file gives a card or a diagnostic and never a crash") {
  const unsigned seed = GENERATE(1U, 2U, 3U, 4U);
  std::mt19937 random(seed);
  const TemporaryFolder folder;
  folder.copy_from(shipped);
  const std::vector<std::string> all = places();
  REQUIRE(all.size() == 13);
  const int rounds = is_sanitized ? 25 : 100;
  for (int round = 0; round < rounds; ++round) {
    const std::string& place = all[random() % all.size()];
    const std::string sound = bytes_of_file(folder / place);
    folder.write(place, damaged(sound, random));
    INFO("seed " << seed << " round " << round << " " << place);
    source::TomlFiles files;
    source::Diagnostics diagnostics;
    const Pack pack =
        check_pack(folder / "", {{}, {}, shipped_picture_facts}, {}, review_day, {}, files, diagnostics).pack;
    CHECK(pack.cards.size() <= 11);
    const bool pack_is_whole = pack.cards.size() == 11;
    CHECK((pack_is_whole || diagnostics.error_count() > 0));
    if (place.starts_with("cards/")) CHECK(pack.cards.size() >= 10);
    for (const source::Diagnostic& diagnostic : diagnostics.sorted()) {
      CHECK(source::to_text(diagnostic).find('\x1b') == std::string::npos);
      CHECK(diagnostic.path.starts_with(folder.name()));
    }
    folder.write(place, sound);
  }
}

TEST_CASE("damaged settings keep the screen within its bounds") {
  std::mt19937 random(5);
  const TemporaryFolder folder;
  const std::string sound = bytes_of_file(project_root / "config/kiosk.toml");
  const std::string facts = bytes_of_file(project_root / "config/clinic.toml");
  for (int round = 0; round < 300; ++round) {
    folder.write("kiosk.toml", damaged(sound, random));
    folder.write("clinic.toml", damaged(facts, random));
    source::TomlFiles files;
    source::Diagnostics diagnostics;
    const Settings settings = read_settings(folder / "kiosk.toml", files, diagnostics);
    CHECK(settings.screen.width_mm >= 50);
    CHECK(settings.screen.viewing_distance_mm >= 200);
    CHECK(settings.screen.rotation % 90 == 0);
    CHECK(settings.loop.transition >= Millis(600));
    CHECK(settings.loop.min_dwell >= 1s);
    CHECK(settings.idle.longest >= settings.idle.timeout);
    CHECK((settings.hours.week.empty() || settings.hours.week.size() == 7));
  }
}
