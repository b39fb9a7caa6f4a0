#include "runtime/held_back.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <variant>

#include "content/limits.h"
#include "content/read_picture.h"
#include "source/parse_toml.h"
#include "source/printable.h"

namespace anteroom::runtime {

namespace {

// Whether a pack.toml cannot be used, or only in part.
bool is_faulty(const content::PackFile& pack) {
  return !pack.toml->table || !pack.toml->source.lost.empty() || pack.pack.languages.empty() || !pack.is_known_format;
}

// The file at `path`, which was read before, once more; nothing if it is no TOML file.
std::optional<source::TomlTable> parsed(const std::string& path, std::size_t max_bytes) {
  source::Diagnostics unused;
  const auto file = source::read_source(path, path, max_bytes, unused);
  if (!file) return {};
  source::FileFaults faults(*file, unused);
  return source::parse_toml(*file, faults);
}

// The places of the cards that the pack.toml at `path` lists.
std::set<std::string> cards_listed_in(const std::string& path) {
  std::set<std::string> places;
  const auto table = parsed(path, content::max_pack_bytes);
  const source::TomlValue* cards = table ? source::find_value(*table, {"cards"}) : nullptr;
  const auto* list = cards == nullptr ? nullptr : std::get_if<source::TomlList>(&cards->is);
  if (list == nullptr) return places;
  for (const source::TomlValue& each : *list) {
    if (const auto* id = std::get_if<std::string>(&each.is)) places.insert(content::card_place(*id));
  }
  return places;
}

// True if the card file at `path` has a table of words in `language`.
bool has_words(const std::string& path, const std::string& language) {
  const auto table = parsed(path, content::max_card_bytes);
  return table && source::find_table(*table, {"text", language}) != nullptr;
}

// The places of the pictures that the card file at `path` names.
std::set<std::string> pictures_of(const std::string& path) {
  const auto table = parsed(path, content::max_card_bytes);
  std::set<std::string> places;
  if (!table) return places;
  for (const source::Located& name : content::picture_names(*table))
    places.insert("pictures/" + std::string(name.text));
  return places;
}

// True if `card` shows the file at one of `paths`.
bool shows_any(const Card& card, const std::set<std::string>& paths) {
  const auto* steps = std::get_if<Steps>(&card.exhibit);
  return paths.contains(card.picture) ||
         (steps != nullptr && std::any_of(steps->steps.begin(), steps->steps.end(),
                                          [&](const Step& step) { return paths.contains(step.picture); }));
}

// The path of the picture of the card in `file`, of those at `places`, and what its first language says of it.
struct Described {
  std::string picture, words;
};

// A copy is in a folder named for its content.
std::string hash_of(const std::string& copy) {
  return std::filesystem::path(copy).parent_path().filename().string();
}

Described described_in(const std::string& file, const content::FilePlaces& places) {
  const auto table = parsed(file, content::max_card_bytes);
  const source::TomlValue* name = table ? source::find_value(*table, {"picture"}) : nullptr;
  const auto* text = name == nullptr ? nullptr : std::get_if<std::string>(&name->is);
  const source::TomlTable* texts = table ? source::find_table(*table, {"text"}) : nullptr;
  const source::TomlValue* words =
      texts == nullptr || texts->empty() ? nullptr : source::find_value(*texts, {texts->front().key, "picture_alt"});
  const auto* alt = words == nullptr ? nullptr : std::get_if<std::string>(&words->is);
  const auto picture = text == nullptr ? places.end() : places.find("pictures/" + *text);
  if (picture == places.end() || alt == nullptr) return {};
  return {picture->second, *alt};
}

class HeldBack {
 public:
  HeldBack(content::PackFiles& read, const content::FilePlaces& files, const content::FilePlaces& good)
      : read_(read), files_(files), good_(good) {}

  // The places of `read` that have a fault and a good version.
  std::set<std::string> places(UnknownCards unknown, const std::map<std::string, int>& interface_errors,
                               std::map<std::string, int>& error_counts) {
    hold_words(interface_errors, error_counts);
    const bool can_hold = may_hold(content::pack_place);
    const bool is_worse = can_hold && (lost_review() || (unknown == UnknownCards::hold && lists_unknown_card()));
    if (is_faulty(read_.head) || is_worse) {
      // The cards are judged by the pack.toml that they are shown with.
      if (can_hold) held_.insert(content::pack_place);
      return held_;
    }
    for (const content::CardFile& card : read_.cards) {
      const std::string place = content::card_place(card.card.id);
      const bool has_new_errors = count_errors(place, card.diagnostics.error_count(), error_counts);
      const auto good = good_.find(place);
      if (good == good_.end() || (card.is_valid && !has_new_errors)) continue;
      if (may_hold(place)) {
        held_.insert(place);
      } else {  // the card is as it was: one of its pictures has the fault, or pack.toml, of which it uses a variable
        bool is_picture = false;
        for (const std::string& picture : pictures_of(good->second)) {
          if (!may_hold(picture)) continue;
          held_.insert(picture);
          is_picture = true;
        }
        if (!is_picture && can_hold) held_.insert(content::pack_place);
      }
    }
    for (const content::ListedCard& card : read_.head.cards) {
      const std::string place = content::card_place(card.id);
      if (!files_.contains(place) && may_hold(place)) held_.insert(place);
    }
    hold_languages();
    hold_pictures();
    return held_;
  }

 private:
  // Whether there is another, good version of the file.
  bool may_hold(const std::string& place) const {
    const auto good = good_.find(place);
    if (good == good_.end()) return false;
    const auto now = files_.find(place);
    return now == files_.end() || now->second != good->second;
  }

  // Notes that the file at `place` has `count` errors. True if its good version has fewer: a fault that this one has,
  // too, is no reason to hold the new one back.
  bool count_errors(const std::string& place, int count, std::map<std::string, int>& error_counts) const {
    const auto good = good_.find(place);
    const int count_before = good == good_.end() ? 0 : error_counts[good->second];
    if (const auto path = files_.find(place); path != files_.end()) error_counts[path->second] = count;
    return count > count_before;
  }

  // Adds the files of interface words with a fault: their language goes on with its last good words.
  void hold_words(const std::map<std::string, int>& errors, std::map<std::string, int>& error_counts) {
    for (const auto& [place, count] : errors) {
      if (count_errors(place, count, error_counts) && may_hold(place)) held_.insert(place);
    }
  }

  // Whether `read` has no date of a review, without which no card may be shown, and its last good version has one: a
  // file that was cut short. Whoever wants the cards off the screen takes them out of `cards`.
  bool lost_review() const {
    if (last_day(read_.head.pack.review)) return false;
    const auto table = parsed(good_.at(content::pack_place), content::max_pack_bytes);
    return table && source::find_table(*table, {"review"}) != nullptr;
  }

  // Whether `read` lists a card without a file that its last good version does not list: a name is misspelt, and the
  // card that was meant would leave the screen.
  bool lists_unknown_card() const {
    std::optional<std::set<std::string>> before;
    return std::any_of(read_.head.cards.begin(), read_.head.cards.end(), [&](const content::ListedCard& card) {
      const std::string place = content::card_place(card.id);
      if (files_.contains(place)) return false;
      if (!before) before = cards_listed_in(good_.at(content::pack_place));
      return !before->contains(place);
    });
  }

  // Adds the cards whose edit would take a language off the screen, as that of a file that was cut between two of its
  // languages, and reports them. Whoever means it takes the language out of `languages`.
  void hold_languages() {
    const std::vector<std::string>& languages = read_.head.pack.languages;
    for (std::size_t i = 1; i < languages.size(); ++i) {
      for (const std::string& id : content::cards_blocking(read_, i)) {
        const std::string place = content::card_place(id);
        if (!may_hold(place) || !has_words(good_.at(place), languages[i])) continue;
        held_.insert(place);
        const auto card = std::find_if(read_.cards.begin(), read_.cards.end(),
                                       [&id](const content::CardFile& each) { return each.card.id == id; });
        source::FileFaults(card->source, card->diagnostics)
            .add(rule::missing_translation, source::position_of(card->table, {"text"}),
                 "the card has lost its words in " + source::in_ticks(languages[i]) +
                     ", which the screen would no longer offer, so the card stays as it was; write them, or take the "
                     "language out of `languages` in pack.toml");
      }
    }
  }

  // Adds the pictures of the cards in `held`, and the cards that would show one of these pictures with new words.
  void hold_pictures() {
    for (std::size_t before = 0; before != held_.size();) {
      before = held_.size();
      std::set<std::string> paths;
      for (const std::string& place : std::set<std::string>(held_)) {
        if (!place.starts_with("cards/")) continue;
        for (const std::string& picture : pictures_of(good_.at(place))) {
          if (!may_hold(picture)) continue;
          held_.insert(picture);
          if (const auto now = files_.find(picture); now != files_.end()) paths.insert(now->second);
        }
      }
      for (const content::CardFile& card : read_.cards) {
        const std::string place = content::card_place(card.card.id);
        if (shows_any(card.card, paths) && may_hold(place)) held_.insert(place);
      }
    }
  }

  content::PackFiles& read_;
  const content::FilePlaces& files_;
  const content::FilePlaces& good_;
  std::set<std::string> held_;
};

}  // namespace

std::set<std::string> places_held_back(content::PackFiles& read, const content::FilePlaces& files,
                                       const content::FilePlaces& good, UnknownCards unknown,
                                       const std::map<std::string, int>& interface_errors,
                                       std::map<std::string, int>& error_counts) {
  return HeldBack(read, files, good).places(unknown, interface_errors, error_counts);
}

std::set<std::string> pictures_in_loop(const content::FilePlaces& files) {
  std::set<std::string> paths;
  const auto pack = files.find(content::pack_place);
  if (pack == files.end()) return paths;
  for (const std::string& place : cards_listed_in(pack->second)) {
    const auto card = files.find(place);
    if (card == files.end()) continue;
    for (const std::string& picture : pictures_of(card->second)) {
      if (const auto file = files.find(picture); file != files.end()) paths.insert(file->second);
    }
  }
  return paths;
}

std::vector<std::string> descriptions_left(const std::vector<Card>& shown, const content::FilePlaces& files,
                                           const content::FilePlaces& good) {
  std::vector<std::string> left;
  for (const Card& card : shown) {
    const std::string place = content::card_place(card.id);
    const auto now = files.find(place);
    const auto before = good.find(place);
    if (card.picture.empty() || now == files.end() || before == good.end()) continue;
    const bool has_same_picture =
        std::any_of(good.begin(), good.end(), [&card](const auto& file) { return file.second == card.picture; });
    if (has_same_picture && now->second == before->second) continue;
    const Described is = described_in(now->second, files);
    const Described was = described_in(before->second, good);
    if (is.picture.empty() || was.picture.empty() || hash_of(is.picture) == hash_of(was.picture) ||
        is.words != was.words)
      continue;
    left.push_back(place + ": the picture is another one, but its description is still \"" +
                   source::printable(is.words) + "\"; correct `picture_alt`, unless the picture still shows that");
  }
  return left;
}

}  // namespace anteroom::runtime
