#include "selftest/kills.h"

#include <array>
#include <chrono>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <thread>
#include <utility>
#include <vector>

#include "assembly/load.h"
#include "content/pack_folder.h"
#include "runtime/last_good.h"
#include "selftest/apart.h"
#include "selftest/child.h"
#include "selftest/own_folder.h"

namespace anteroom::selftest {

namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr milliseconds longest_start{60'000};
constexpr std::size_t longest_screen_ms = 1'500, longest_reader_ms = 250;

std::vector<std::string> run_words(const std::string& program, const assembly::SourceOptions& source) {
  return {program,      "run",
          "--windowed", "640x360",
          "--config",   source.config.string(),
          "--content",  source.content.string()};
}

// The pack with a card of which there are two versions.
class EditedPack {
 public:
  explicit EditedPack(const assembly::SourceOptions& source) : source_(source) {
    source::TomlFiles files;
    source::Diagnostics known;
    settings_ = assembly::load_settings(source, files, known);
  }
  // Returns what is wrong; empty: nothing. Keeps the first version in `state`.
  std::string prepare(const fs::path& state) {
    runtime::LastGood last_good(state);
    const auto read = [&] {
      return last_good.read(settings_, source_.config, nullptr, runtime::UnknownCards::hold).loaded.content.pack;
    };
    const Pack first = read();
    if (first.cards.empty()) return "the pack has no valid card";
    card_ = source_.content / content::card_place(first.cards.front().id);
    versions_[0] = bytes_of(card_);
    versions_[1] = retitled(versions_[0]);
    put(card_, versions_[1]);
    words_[1] = words_of_pack(read());
    put(card_, versions_[0]);
    words_[0] = words_of_pack(read());
    last_good.keep(source_.config, runtime::SettingsAre::good);
    return last_good.take_fault();
  }
  // As an editor saves it that first empties the file, if it is to be slow.
  void save(std::size_t version, bool slowly) {
    if (slowly) {
      put(card_, versions_[version].substr(0, versions_[version].size() / 2));
      std::this_thread::sleep_for(milliseconds(5));
    }
    put(card_, versions_[version]);
  }
  // The version in `state`, 0 or 1; nothing: neither, or not whole.
  std::optional<std::size_t> kept(const fs::path& state) const {
    const auto loaded = runtime::LastGood(state).kept(settings_, source_.config);
    if (!loaded) return std::nullopt;
    const Words words = words_of_pack(loaded->content.pack);
    for (const std::size_t version : {std::size_t{0}, std::size_t{1}}) {
      if (words == words_[version]) return version;
    }
    return std::nullopt;
  }
  const Settings& settings() const { return settings_; }

 private:
  using Words = std::map<std::string, std::vector<CardText>>;
  static Words words_of_pack(const Pack& pack) {
    Words words;
    for (const Card& card : pack.cards) words[card.id] = card.text;
    return words;
  }

  assembly::SourceOptions source_;
  Settings settings_;
  fs::path card_;
  std::array<std::string, 2> versions_;
  std::array<Words, 2> words_;
};

// A process to be killed; destroying it kills it.
using Start = std::function<std::shared_ptr<void>()>;

struct Kills {
  long done = 0;
  std::array<long, 2> kept{};  // the version before the edit, the one after it
  std::string fault;
  bool was_stopped = false;
};

Kills kill_often(EditedPack& pack, const fs::path& state, const Start& start, std::size_t longest_ms, long wanted,
                 const Course& course) {
  Kills kills;
  std::mt19937_64 random(course.seed);
  std::size_t version = 0;
  while (kills.done < wanted) {
    const std::shared_ptr<void> victim = start();
    if (!victim) {
      kills.fault = "the process cannot be started";
      return kills;
    }
    const std::size_t before_edit = random() % longest_ms, after_edit = random() % longest_ms;
    std::this_thread::sleep_for(milliseconds(before_edit / 2));
    const std::size_t old = std::exchange(version, 1 - version);
    pack.save(version, random() % 2 == 0);
    std::this_thread::sleep_for(milliseconds(after_edit / 2));
    const_cast<std::shared_ptr<void>&>(victim).reset();
    ++kills.done;
    const auto kept = pack.kept(state);
    if (!kept) {
      kills.fault = "after kill " + std::to_string(kills.done) + " what was kept is gone or not whole";
      return kills;
    }
    ++kills.kept[*kept == old ? 0 : 1];
    if (!course.goes_on(static_cast<double>(kills.done) / static_cast<double>(wanted)) && kills.done < wanted) {
      kills.was_stopped = true;
      return kills;
    }
  }
  return kills;
}

Outcome judged(Outcome outcome, const Kills& kills, const std::string& victim) {
  outcome.done = with_commas(kills.done) + " times " + victim +
                 " was killed (SIGKILL) at a random moment while a card "
                 "was edited.";
  outcome.figures.push_back({"kept: the card as before the edit", with_commas(kills.kept[0]) + " times"});
  outcome.figures.push_back({"kept: the edited card", with_commas(kills.kept[1]) + " times"});
  if (!kills.fault.empty()) return failed(std::move(outcome), kills.fault);
  return kills.was_stopped ? not_run(std::move(outcome), stopped) : outcome;
}

}  // namespace

std::string why_no_window(const std::string& program, const assembly::SourceOptions& source) {
  if (std::getenv("DISPLAY") == nullptr && std::getenv("WAYLAND_DISPLAY") == nullptr) {
    return "this terminal belongs to no display";
  }
  std::vector<std::string> words = run_words(program, source);
  words.emplace_back("--once");
  Child child(words);
  return child.line(longest_start) == "first frame" ? "" : "no window can be opened";
}

Outcome check_kills_of(const std::function<void(const fs::path& state)>& read_and_keep,
                       const assembly::SourceOptions& source, const Course& course) {
  const fs::path state = assembly::state_folder(source);
  EditedPack pack(source);
  if (std::string fault = pack.prepare(state); !fault.empty()) return failed({}, std::move(fault));
  const Start start = [&]() -> std::shared_ptr<void> {
    auto victim = std::make_shared<Victim>([&] {
      for (;;) read_and_keep(state);
    });
    return victim->has_started() ? victim : nullptr;
  };
  return judged({}, kill_often(pack, state, start, longest_reader_ms, course.scaled(full_kills, 3), course),
                "a process that reads and keeps the cards as a screen does");
}

Outcome check_kills(const assembly::SourceOptions& source, const std::string& program, const std::string& why_not,
                    const Course& course) {
  if (program.empty()) {
    std::unique_ptr<runtime::LastGood> last_good;
    Settings settings;
    const auto read_and_keep = [&](const fs::path& state) {
      if (!last_good) {
        source::TomlFiles files;
        source::Diagnostics known;
        settings = assembly::load_settings(source, files, known);
        last_good = std::make_unique<runtime::LastGood>(state);
      }
      last_good->read(settings, source.config, nullptr, runtime::UnknownCards::hold);
      last_good->keep(source.config, runtime::SettingsAre::good);
    };
    Outcome outcome = check_kills_of(read_and_keep, source, course);
    outcome.figures.push_back({"without a window", why_not});
    return outcome;
  }
  const fs::path state = assembly::state_folder(source);
  EditedPack pack(source);
  if (std::string fault = pack.prepare(state); !fault.empty()) return failed({}, std::move(fault));
  const Start start = [&]() -> std::shared_ptr<void> {
    auto child = std::make_shared<Child>(run_words(program, source));
    return child->has_started() ? child : nullptr;
  };
  const Kills kills =
      kill_often(pack, state, start, longest_screen_ms, course.scaled(full_kills_of_a_screen, 2), course);
  Outcome outcome = judged({}, kills, "a screen, in a window on this display,");
  if (outcome.result != Result::pass) return outcome;
  // As after a power cut that took the file server along.
  const fs::path away = source.content.string() + ".away";
  fs::rename(source.content, away);
  std::vector<std::string> words = run_words(program, source);
  words.emplace_back("--once");
  const bool shows = Child(words).line(longest_start) == "first frame";
  fs::rename(away, source.content);
  if (!shows) return failed(std::move(outcome), "afterwards, without the cards' folder, the screen did not start");
  outcome.figures.push_back({"afterwards, without the cards' folder", "started with the cards that it had kept"});
  return outcome;
}

}  // namespace anteroom::selftest
