#include "selftest/damage.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "assembly/load.h"
#include "content/pack_folder.h"
#include "selftest/own_folder.h"

namespace anteroom::selftest {

namespace {

namespace fs = std::filesystem;

enum class Damage { cut_short, overwritten, lost_block, emptied, noise, removed, folder };

struct DamageKind {
  Damage damage;
  const char* name;
  bool is_whole;  // nothing of the file is left
};

constexpr std::array damage_kinds{DamageKind{Damage::cut_short, "cut short", false},
                                  DamageKind{Damage::overwritten, "with bytes overwritten", false},
                                  DamageKind{Damage::lost_block, "with a block of zeros", false},
                                  DamageKind{Damage::emptied, "emptied", true},
                                  DamageKind{Damage::noise, "full of noise", true},
                                  DamageKind{Damage::removed, "removed", true},
                                  DamageKind{Damage::folder, "replaced by a folder", true}};

class Vandal {
 public:
  explicit Vandal(std::uint64_t seed) : random_(seed) {}

  std::size_t any(std::size_t count) { return static_cast<std::size_t>(random_() % count); }

  void damage(const fs::path& file, const std::string& bytes, Damage how) {
    std::string worse = bytes;
    switch (how) {
      case Damage::cut_short:
        worse.resize(any(bytes.size()));
        break;
      case Damage::overwritten:
        for (std::size_t i = 0; i <= bytes.size() / 100; ++i) worse[any(worse.size())] = byte();
        break;
      case Damage::lost_block: {
        constexpr std::size_t block = 512;
        const std::size_t begin = any(bytes.size());
        std::fill_n(worse.begin() + static_cast<std::ptrdiff_t>(begin), std::min(block, bytes.size() - begin), '\0');
        break;
      }
      case Damage::emptied:
        worse.clear();
        break;
      case Damage::noise:
        std::generate(worse.begin(), worse.end(), [this] { return byte(); });
        break;
      case Damage::removed:
        fs::remove(file);
        return;
      case Damage::folder:
        fs::remove(file);
        fs::create_directory(file);
        return;
    }
    put(file, worse);
  }

 private:
  char byte() { return static_cast<char>(any(256)); }
  std::mt19937_64 random_;
};

// What a patient reads of each card, by its id; nothing of a pack without the date of a review, which is not shown.
std::map<std::string, std::vector<CardText>> words_of(const Pack& pack) {
  std::map<std::string, std::vector<CardText>> words;
  const bool may_be_shown = last_day(pack.review).has_value();
  for (const Card& card : pack.cards) {
    if (may_be_shown) words[card.id] = card.text;
  }
  return words;
}

bool names(const source::Diagnostics& diagnostics, const std::string& place) {
  const std::string name = fs::path(place).filename().string(), stem = fs::path(place).stem().string();
  const std::vector<source::Diagnostic> all = diagnostics.sorted();
  return std::any_of(all.begin(), all.end(), [&](const source::Diagnostic& each) {
    return each.path.ends_with(place) || each.message.find(name) != std::string::npos ||
           each.message.find("`" + stem + "`") != std::string::npos;
  });
}

// The files without which a card or the pack cannot be shown, and all files.
struct PackFilesToHarm {
  std::vector<std::string> all;
  std::set<std::string> needed;
};

PackFilesToHarm files_to_harm(const fs::path& pack, const runtime::Reading& good) {
  PackFilesToHarm files;
  for (const fs::directory_entry& each : fs::recursive_directory_iterator(pack)) {
    if (each.is_regular_file() && each.file_size() > 0) {
      files.all.push_back(each.path().lexically_relative(pack).string());
    }
  }
  std::sort(files.all.begin(), files.all.end());
  files.needed.insert(content::pack_place);
  const std::set<std::string> pictures = runtime::pictures_in_loop(good.files);
  for (const auto& [place, path] : good.files) {
    if (pictures.contains(path)) files.needed.insert(place);
  }
  for (const Card& card : good.loaded.content.pack.cards) files.needed.insert(content::card_place(card.id));
  return files;
}

}  // namespace

ReadPack as_the_screen_reads() {
  return [](runtime::LastGood& last_good, const Settings& settings, const fs::path& config,
            const std::shared_ptr<const paint::FaceTable>& faces) {
    return last_good.read(settings, config, faces, runtime::UnknownCards::hold);
  };
}

Outcome check_damage(const assembly::SourceOptions& source, const fs::path& state, const Course& course,
                     const ReadPack& read) {
  Outcome outcome;
  source::TomlFiles files;
  source::Diagnostics known;
  const Settings settings = assembly::load_settings(source, files, known);
  runtime::LastGood last_good(state);
  const runtime::Reading good = read(last_good, settings, source.config, nullptr);
  last_good.keep(source.config, runtime::SettingsAre::good);
  if (good.loaded.content.pack.cards.empty()) return failed(std::move(outcome), "the pack has no valid card");
  const auto words = words_of(good.loaded.content.pack);
  const PackFilesToHarm harmed = files_to_harm(source.content, good);
  Vandal vandal(course.seed);
  long done = 0, held = 0, named = 0;
  const auto say = [&] {
    outcome.done = with_commas(done) + " times a file of the pack was damaged and mended, of " +
                   with_commas(static_cast<long>(harmed.all.size())) + " files.";
    outcome.figures = {{"damages held back, with the last good version shown", with_commas(held)},
                       {"damages named", with_commas(named)},
                       {"cards on the screen throughout", with_commas(static_cast<long>(words.size()))}};
  };
  const long wanted = course.scaled(full_damages, 3);
  while (done < wanted) {
    const std::string& place = harmed.all[vandal.any(harmed.all.size())];
    const DamageKind& kind = damage_kinds[vandal.any(damage_kinds.size())];
    const fs::path file = source.content / place;
    const std::string bytes = bytes_of(file), what = place + ", " + kind.name + ": ";
    vandal.damage(file, bytes, kind.damage);
    const runtime::Reading damaged = read(last_good, settings, source.config, good.loaded.faces);
    last_good.keep(source.config, runtime::SettingsAre::good);
    ++done;
    held += damaged.stays.empty() ? 0 : 1;
    const bool is_named = names(damaged.diagnostics, place);
    named += is_named ? 1 : 0;
    const auto shown = words_of(damaged.loaded.content.pack);
    fs::remove_all(file);
    put(file, bytes);
    say();
    for (const auto& [id, text] : words) {
      if (shown.contains(id)) continue;
      return failed(std::move(outcome), std::string(what).append("the card ").append(id).append(" left the screen"));
    }
    if (kind.is_whole && harmed.needed.contains(place) && !is_named) {
      return failed(std::move(outcome), what + "the fault is not named");
    }
    const runtime::Reading mended = read(last_good, settings, source.config, good.loaded.faces);
    last_good.keep(source.config, runtime::SettingsAre::good);
    if (words_of(mended.loaded.content.pack) != words) {
      return failed(std::move(outcome), what + "once mended, the cards are not as before");
    }
    if (!course.goes_on(static_cast<double>(done) / static_cast<double>(wanted)) && done < wanted) {
      return not_run(std::move(outcome), stopped);
    }
  }
  return outcome;
}

}  // namespace anteroom::selftest
