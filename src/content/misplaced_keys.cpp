#include "content/misplaced_keys.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "source/printable.h"

namespace anteroom::content {

namespace {

using Names = std::vector<std::string_view>;

// A kind of file: what it is called, and the keys of the file as a whole. None of them is a key of one of the tables
// that they are taken out of, too.
struct Kind {
  const char* name;
  bool is_small;  // the header is near its top, so that it is the header that is moved
  Names keys;
};

const Kind& card_kind() {
  static const Kind kind{
      "the card",
      true,
      {"claims", "picture", "show", "dwell_s", "sequence", "stands", "link", "layout", "focus", "ground", "views"}};
  return kind;
}
const Kind& pack_kind() {
  static const Kind kind{"the pack as a whole", false, {"format", "id", "languages", "cards", "core", "lead_card"}};
  return kind;
}
const Kind& settings_kind() {
  static const Kind kind{"the settings as a whole",
                         false,
                         {"role", "content", "include", "languages", "languages_in_turn", "missing_text"}};
  return kind;
}

// True if `entry` is one of `keys`. `id` is a language, too (Indonesian), and has a text then: [title] id = "…".
bool is_one_of(const Names& keys, const source::TomlEntry& entry, bool has_languages) {
  if (has_languages && source::is_language(entry.key)) return false;
  return std::find(keys.begin(), keys.end(), entry.key) != keys.end();
}

// "`claims`, `picture` and `show`"
std::string names_of(const std::vector<source::TomlEntry>& entries) {
  std::string names;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0) names += i + 1 == entries.size() ? " and " : ", ";
    names += source::in_ticks(entries[i].key);
  }
  return names;
}

// What is taken out of the table `value`, whose keys may be languages; nothing of one that is written in braces, whose
// lines are plainly its own.
std::vector<source::TomlEntry> taken_from(source::TomlValue& value, const Kind& kind, bool has_languages,
                                          source::FileFaults& faults) {
  std::vector<source::TomlEntry> taken;
  auto* table = std::get_if<source::TomlTable>(&value.is);
  if (table == nullptr || !faults.header_at(value.at).starts_with('[')) return taken;
  const auto kept = std::stable_partition(table->begin(), table->end(), [&](const source::TomlEntry& entry) {
    return !is_one_of(kind.keys, entry, has_languages);
  });
  std::move(kept, table->end(), std::back_inserter(taken));
  table->erase(kept, table->end());
  if (taken.empty()) return taken;
  const std::string header = faults.header_at(value.at);
  const bool is_one = taken.size() == 1;
  const std::string them = is_one ? "it" : "them";
  faults.add(rule::unknown_key, taken.front().at,
             names_of(taken) + (is_one ? " belongs" : " belong") + " to " + kind.name + ", but " +
                 (is_one ? "stands" : "stand") + " below " + header +
                 ", to which every line after it belongs, up to the next line in square brackets; move " +
                 (kind.is_small ? header + ", with the lines that are its own, below " + them
                                : them + " above the first line in square brackets"));
  return taken;
}

// Puts what is taken out of the tables of `file` into `file` itself.
class TakenBack {
 public:
  TakenBack(source::TomlTable& file, const Kind& kind, source::FileFaults& faults)
      : file_(file), kind_(kind), faults_(faults) {}
  ~TakenBack() {
    file_.insert(file_.end(), std::make_move_iterator(taken_.begin()), std::make_move_iterator(taken_.end()));
  }
  TakenBack(const TakenBack&) = delete;
  TakenBack& operator=(const TakenBack&) = delete;

  void take_from(source::TomlValue& table, bool has_languages = false) {
    for (source::TomlEntry& entry : taken_from(table, kind_, has_languages, faults_)) {
      // A key that the file has in its place, too, is reported where it is used twice.
      if (source::find_entry(file_, entry.key) == nullptr) taken_.push_back(std::move(entry));
    }
  }

 private:
  source::TomlTable& file_;
  const Kind& kind_;
  source::FileFaults& faults_;
  std::vector<source::TomlEntry> taken_ = {};
};

std::vector<source::TableReader::Hint> hints_for(const std::vector<KeysOfTable>& tables) {
  std::vector<source::TableReader::Hint> hints;
  for (const KeysOfTable& each : tables) {
    for (const std::string_view key : each.keys) {
      hints.push_back({key, "move it below [" + std::string(each.table) + "]"});
    }
  }
  return hints;
}

}  // namespace

void take_back_misplaced_keys(source::TomlTable& card, source::FileFaults& faults) {
  TakenBack taken(card, card_kind(), faults);
  for (source::TomlEntry& entry : card) {
    if (entry.key == "when" || entry.key == "exhibit") taken.take_from(entry.value);
    auto* texts = entry.key == "text" ? std::get_if<source::TomlTable>(&entry.value.is) : nullptr;
    if (texts == nullptr) continue;
    for (source::TomlEntry& text : *texts) taken.take_from(text.value);
  }
}

source::TomlTable pack_keys_in_place(source::TomlTable pack, source::FileFaults& faults) {
  {
    TakenBack taken(pack, pack_kind(), faults);
    for (source::TomlEntry& entry : pack) {
      const bool has_languages = entry.key == "title" || entry.key == "source" || entry.key == "glossary";
      const bool has_keys = entry.key == "review" || entry.key == "policy" || entry.key == "check";
      if (has_languages || has_keys) taken.take_from(entry.value, has_languages);
      auto* review = entry.key == "review" ? std::get_if<source::TomlTable>(&entry.value.is) : nullptr;
      if (review == nullptr) continue;
      for (source::TomlEntry& each : *review) {
        if (each.key == "speakers") taken.take_from(each.value, true);
      }
    }
  }
  return pack;
}

source::TomlTable settings_keys_in_place(source::TomlTable settings, source::FileFaults& faults) {
  {
    TakenBack taken(settings, settings_kind(), faults);
    for (source::TomlEntry& entry : settings) taken.take_from(entry.value);
  }
  return settings;
}

const std::vector<KeysOfTable>& keys_of_pack() {
  static const std::vector<KeysOfTable> tables{{"review", {"on", "by", "reviewer", "speakers", "unsigned"}},
                                               {"policy", {"rule", "drug_names", "names_from", "naming_claims"}},
                                               {"check", {"allow"}}};
  return tables;
}

const std::vector<KeysOfTable>& keys_of_settings() {
  static const std::vector<KeysOfTable> tables{
      {"screen",
       {"width_mm", "height_mm", "width_px", "height_px", "viewing_distance_mm", "lower_edge_mm", "rotation", "monitor",
        "touch"}},
      {"loop",
       {"pace", "min_dwell_s", "words_per_minute", "per_character_ms", "settle_s", "per_picture_s", "transition_ms",
        "longest_loop_s", "hello"}},
      {"idle", {"timeout_s", "longest_s", "warning_s"}},
      {"pictures", {"time_limit_s"}},
      {"usage", {"count", "keep_days"}},
      {"questions", {"keep"}},
      {"cleaning", {"lock_s", "at"}},
      {"wall", {"touchscreen"}},
      {"staff", {"pin_hash", "show_cleaned"}},
      {"clinic", {"name", "region", "time_zone"}},
      {"hours", {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}}};
  return tables;
}

const std::vector<source::TableReader::Hint>& hints_of_card() {
  static const auto hints = [] {
    constexpr const char* to_hide = "to hide the card, take its name out of `cards` in pack.toml";
    auto all = hints_for({{"when", {"from", "until", "months", "except", "days", "hours"}}});
    all.push_back({"hide", to_hide});
    all.push_back({"hidden", to_hide});
    return all;
  }();
  return hints;
}

const std::vector<source::TableReader::Hint>& hints_of_pack() {
  static const auto hints = hints_for(keys_of_pack());
  return hints;
}

const std::vector<source::TableReader::Hint>& hints_of_settings() {
  static const auto hints = [] {
    auto all = hints_for(keys_of_settings());
    all.push_back(
        {"notice", "a notice has a file of its own, notice.toml beside this one, which the command `notice` writes"});
    return all;
  }();
  return hints;
}

}  // namespace anteroom::content
