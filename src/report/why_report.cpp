#include "report/why_report.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <optional>
#include <vector>

#include "content/day_text.h"
#include "content/included_settings.h"
#include "content/pack_folder.h"
#include "content/read_settings.h"
#include "language/language_name.h"
#include "model/schedule.h"
#include "model/showing.h"
#include "report/loop_report.h"
#include "source/nearest.h"
#include "source/printable.h"

namespace anteroom::report {

namespace {

namespace fs = std::filesystem;
using anteroom::in_digits;
using std::chrono::local_days;

constexpr std::uintmax_t max_bytes = 4UL * 1024 * 1024;  // the limit of pack.toml, the largest of these files
constexpr std::array<const char*, 7> weekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                 "Thursday", "Friday", "Saturday"};
constexpr std::array<const char*, 12> months = {"January", "February", "March",     "April",   "May",      "June",
                                                "July",    "August",   "September", "October", "November", "December"};

// "Thursday 2026-12-24"
std::string in_words(local_days day) {
  return std::string(weekdays[std::chrono::weekday(day).c_encoding()]) + " " + in_digits(Date(day));
}

// "Thursday 2026-12-24 at 08:00"
std::string in_words(WallTime time) {
  return in_words(std::chrono::floor<std::chrono::days>(time)) + " at " + in_digits(minute_of_day(time));
}

// " (cards/paper.toml:9)", or only the file if it does not have the key.
std::string in_brackets(const fs::path& file, source::Position at) {
  std::string text = " (" + file.generic_string();
  if (at.line > 0) text += ":" + std::to_string(at.line);
  return text + ")";
}

std::string written_in(const Shown& shown, const fs::path& file, const source::KeyPath& keys) {
  const source::TomlFile* toml = shown.files.read(file, max_bytes);
  return in_brackets(file, toml == nullptr ? source::Position{} : source::position_of(toml->values(), keys));
}

fs::path file_of_pack(const Shown& shown, const std::string& name) {
  return content::PackFolder(shown.content.settings.content).reported_path(name);
}

std::string place_in_card(const Shown& shown, const Card& card, const source::KeyPath& keys) {
  return written_in(shown, file_of_pack(shown, content::card_place(card.id)), keys);
}

// True if the [[hours.on]] in `value` is about `days`.
bool is_about(const source::TomlValue& value, const DaySpan& days) {
  const auto date_at = [&](const char* key) -> std::optional<Date> {
    const auto* table = std::get_if<source::TomlTable>(&value.is);
    const source::TomlEntry* entry = table == nullptr ? nullptr : source::find_entry(*table, key);
    const auto* date = entry == nullptr ? nullptr : std::get_if<Date>(&entry->value.is);
    return date == nullptr ? std::nullopt : std::optional(*date);
  };
  if (const auto* table = std::get_if<source::TomlTable>(&value.is)) {
    const source::TomlEntry* every = source::find_entry(*table, "every");
    const auto* text = every == nullptr ? nullptr : std::get_if<std::string>(&every->value.is);
    if (text != nullptr) return content::parse_days(*text) == days;
  }
  if (days.every_year) return false;
  if (const auto date = date_at("date")) return *date == days.from && *date == days.until;
  return date_at("from") == days.from && date_at("until") == days.until;
}

// Where the hours of `day` are written.
std::string place_of_hours(const Shown& shown, local_days day) {
  fs::path file = shown.config;
  const source::TomlFile* toml = shown.files.read(file, content::max_settings_bytes);
  const bool own = toml != nullptr && source::find_entry(toml->values(), "hours") != nullptr;
  if (const fs::path included = content::included_file(file, shown.files); !own && !included.empty()) {
    file = included;
    toml = shown.files.read(file, content::max_settings_bytes);
  }
  if (toml == nullptr) return in_brackets(file, {});
  const HoursOn* exception = exception_on(shown.content.settings.hours, day);
  std::string weekday = weekdays[std::chrono::weekday(day).c_encoding()];
  weekday.front() = static_cast<char>(weekday.front() - 'A' + 'a');
  if (exception == nullptr) return in_brackets(file, source::position_of(toml->values(), {"hours", weekday}));
  const source::TomlValue* list = source::find_value(toml->values(), {"hours", "on"});
  const auto* entries = list == nullptr ? nullptr : std::get_if<source::TomlList>(&list->is);
  for (const source::TomlValue& entry : entries == nullptr ? source::TomlList() : *entries) {
    if (is_about(entry, exception->days)) return in_brackets(file, entry.at);
  }
  return in_brackets(file, {});
}

// The rule that hides `card` at `time`, and where it is written.
std::string rule_in_words(const Shown& shown, const Card& card, WallTime time, Absence why) {
  const local_days day = std::chrono::floor<std::chrono::days>(time);
  const auto limit = [&](const std::string& words, const char* key) {
    return words + place_in_card(shown, card, {"when", key});
  };
  switch (why) {
    case Absence::other_screen:
      return "it is not for this kind of screen, says `show`" + place_in_card(shown, card, {"show"});
    case Absence::review:
      if (card.review_by.ok()) {
        return "its review ended on " + in_digits(card.review_by) +
               written_in(shown, file_of_pack(shown, review::signatures_place), {"cards", card.id});
      }
      return "the cards were to be reviewed by then, says `by`" +
             written_in(shown, file_of_pack(shown, content::pack_place), {"review", "by"});
    case Absence::signature:
      return "no clinician has signed it as it is, and `unsigned` holds it back until then" +
             written_in(shown, file_of_pack(shown, content::pack_place), {"review", "unsigned"});
    case Absence::clock:
      return "it has dates, and a clock that shows " + in_digits(Date(day)) + " cannot be right" +
             place_in_card(shown, card, {"when"});
    case Absence::from:
      return limit("`from`, its first day, is " + in_digits(*card.when.from), "from");
    case Absence::until:
      return limit("`until`, its last day, is " + in_digits(*card.when.until), "until");
    case Absence::except:
      return limit("`except` names this day", "except");
    case Absence::months:
      return limit(std::string("`months` leaves out ") + months[static_cast<unsigned>(Date(day).month()) - 1],
                   "months");
    case Absence::days:
      return limit("`days` leaves out this day", "days");
    case Absence::hours:
      return limit("`hours` is from " + in_digits(card.when.hours->from) + " to " + in_digits(card.when.hours->until),
                   "hours");
    case Absence::closed:
      return "the clinic is closed" + place_of_hours(shown, day);
  }
  return {};
}

// "It has no complete text in French and Spanish …", if that is so.
std::string about_languages(const Content& content, const Card& card) {
  std::string names;
  std::size_t count = 0;
  for (const std::size_t language : offered_languages(content)) {
    if (card.has_text(language)) continue;
    names += (count++ > 0 ? ", " : "") + language::english_name(content.pack.languages[language]);
  }
  return count == 0 ? std::string()
                    : "It has no complete text in these languages, so it is skipped in them: " + names + ".\n";
}

// "Its review has ended in these languages …", if that is so at `time` and it is shown in others.
std::string about_reviews_over(const Content& content, const Card& card, WallTime time) {
  std::string names;
  for (const std::size_t language : offered_languages(content)) {
    const std::optional<Date> last = last_day(content.pack, card, language);
    if (!card.has_text(language) || (last && local_days(*last) >= std::chrono::floor<std::chrono::days>(time)))
      continue;
    names += (names.empty() ? "" : ", ") + language::english_name(content.pack.languages[language]) +
             (last ? " on " + in_digits(*last) : "");
  }
  return names.empty() ? "" : "Its review has ended in these languages, so it is skipped in them: " + names + ".\n";
}

// "It is not signed as it is in these languages …", if the pack holds it back in them.
std::string about_signatures_missing(const Content& content, const Card& card) {
  std::string names;
  for (const std::size_t language : offered_languages(content)) {
    if (!card.has_text(language) || !waits_for_signature(content.pack, card, language)) continue;
    names += (names.empty() ? "" : ", ") + language::english_name(content.pack.languages[language]);
  }
  return names.empty() ? ""
                       : "It is not signed as it is in these languages, so it is skipped in them: " + names + ".\n";
}

// What to say of a card that is shown, or hidden by the rule `now`, for ten years and more.
std::string for_good(const Content& content, const std::optional<Absence>& now) {
  if (now == Absence::signature) return "It is shown once a clinician has signed it: anteroom sign --reviewer NAME\n";
  if (now != Absence::other_screen) return "That does not change within ten years.\n";
  return std::string("It is shown here once `show` names this screen: show = [") +
         (content.settings.role == Role::wall ? "\"wall\"" : "\"kiosk\"") + "], or [\"kiosk\", \"wall\"] for both.\n";
}

std::string about_card(const Shown& shown, const Card& card, WallTime time) {
  const std::optional<Absence> now = why_hidden(shown.content, card, time);
  std::string text = "`" + card.id + "` is " + (now ? "hidden" : "shown") + " on " + in_words(time);
  if (now) text += ": " + rule_in_words(shown, card, time, *now);
  text += ".\n";
  const std::optional<WallTime> change = next_change(shown.content, card, time);
  const std::string languages =
      (now ? "" : about_reviews_over(shown.content, card, time) + about_signatures_missing(shown.content, card)) +
      about_languages(shown.content, card);
  if (!change) return text + for_good(shown.content, now) + languages;
  text += std::string("It is ") + (now ? "shown" : "hidden") + " next on " + in_words(*change);
  if (const auto then = why_hidden(shown.content, card, *change)) {
    text += ": " + rule_in_words(shown, card, *change, *then);
  }
  return text + ".\n" + languages;
}

// The ids of the files in cards/.
std::vector<std::string> ids_of(const content::PackFolder& folder) {
  std::vector<std::string> ids;
  for (const std::string& name : folder.cards()) {
    if (name.ends_with(".toml")) ids.push_back(name.substr(0, name.size() - 5));
  }
  return ids;
}

// Whether pack.toml lists the card; nothing if its list cannot be read.
std::optional<bool> is_listed(const Shown& shown, const std::string& id) {
  const source::TomlFile* head = shown.files.read(file_of_pack(shown, content::pack_place), max_bytes);
  const source::TomlValue* cards = head == nullptr ? nullptr : source::find_value(head->values(), {"cards"});
  const auto* list = cards == nullptr ? nullptr : std::get_if<source::TomlList>(&cards->is);
  if (list == nullptr) return {};
  return std::any_of(list->begin(), list->end(), [&](const source::TomlValue& each) {
    const auto* text = std::get_if<std::string>(&each.is);
    return text != nullptr && *text == id;
  });
}

// The errors in the file at `place` of the pack, as `check` prints them.
std::string errors_in(const Shown& shown, const std::string& place) {
  std::string faults;
  const std::string file = source::printable(file_of_pack(shown, place).string());
  for (const source::Diagnostic& fault : shown.faults.sorted()) {
    if (fault.path == file && fault.severity == source::Severity::error) faults += source::to_text(fault);
  }
  return faults;
}

// What to say of a card that exists but cannot be in the loop.
std::string about_absent(const Shown& shown, const std::string& id) {
  const std::string quoted = "`" + id + "`";
  const std::optional<bool> listed = is_listed(shown, id);
  if (!listed) {
    return quoted + " is not shown, since pack.toml cannot be read until this is corrected:\n" +
           errors_in(shown, content::pack_place);
  }
  if (!*listed) {
    return quoted + " is never shown: `cards` does not list it" +
           written_in(shown, file_of_pack(shown, content::pack_place), {"cards"}) + ".\n";
  }
  const std::string faults = errors_in(shown, content::card_place(id));
  return quoted + " is not shown until its fault is corrected" +
         (faults.empty() ? "; see `" + shown.check + "`.\n" : ":\n") + faults;
}

// What to say of a card that pack.toml lists although it has no file.
std::string about_lost(const Shown& shown, const std::string& id, const std::vector<std::string>& ids) {
  return source::in_ticks(id) + " is not shown: pack.toml lists it" +
         written_in(shown, file_of_pack(shown, content::pack_place), {"cards"}) + ", but there is no file " +
         file_of_pack(shown, content::card_place(id)).generic_string() + source::did_you_mean(id, ids) +
         "; put the file back, or take the name out of `cards`.\n";
}

std::string names_of(const Content& content, const std::vector<std::size_t>& cards,
                     const std::vector<std::size_t>& without) {
  std::string names;
  for (const std::size_t card : cards) {
    if (std::find(without.begin(), without.end(), card) != without.end()) continue;
    names += (names.empty() ? "`" : ", `") + content.pack.cards[card].id + "`";
  }
  return names;
}

// A line for each card of this screen that is not in the loop on `day`, and why; nothing if the clinic is closed.
std::string about_missing(const Shown& shown, local_days day) {
  const Content& content = shown.content;
  const std::vector<PlanEntry> plan = plan_of(content, day);
  const auto open = std::find_if(plan.begin(), plan.end(), [](const PlanEntry& entry) { return entry.open; });
  if (open == plan.end()) return {};
  std::string text;
  for (std::size_t i = 0; i < content.pack.cards.size(); ++i) {
    const Card& card = content.pack.cards[i];
    const auto has_it = [&](const PlanEntry& entry) {
      return std::find(entry.cards.begin(), entry.cards.end(), i) != entry.cards.end();
    };
    if (!card.shown_on(content.settings.role) || std::any_of(plan.begin(), plan.end(), has_it)) continue;
    const WallTime time = day + open->at;
    const std::optional<Absence> why = why_hidden(content, card, time);
    text += "not shown: `" + card.id + "`" + (why ? ": " + rule_in_words(shown, card, time, *why) : "") + "\n";
  }
  return text;
}

}  // namespace

Answer why(const Shown& shown, const std::string& id, WallTime time) {
  const std::vector<Card>& cards = shown.content.pack.cards;
  const auto found = std::find_if(cards.begin(), cards.end(), [&](const Card& card) { return card.id == id; });
  if (found != cards.end()) return {about_card(shown, *found, time), true};
  const std::vector<std::string> ids = ids_of(content::PackFolder(shown.content.settings.content));
  if (std::find(ids.begin(), ids.end(), id) != ids.end()) return {about_absent(shown, id), true};
  if (is_listed(shown, id).value_or(false)) return {about_lost(shown, id, ids), true};
  std::string listed;
  for (const Card& card : cards) listed += (listed.empty() ? "" : ", ") + source::in_ticks(card.id);
  const std::string near = source::did_you_mean(id, ids);
  return {"there is no card " + source::in_ticks(id) +
              (near.empty() && !listed.empty() ? "; the cards are " + listed : near),
          false};
}

std::string id_of(const Content& content, const std::string& name) {
  const auto same_letter = [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); };
  const auto is_name = [&](const std::string& text) {
    return std::equal(text.begin(), text.end(), name.begin(), name.end(), same_letter);
  };
  for (const Card& card : content.pack.cards) {
    if (is_name(card.id)) return card.id;
  }
  for (const Card& card : content.pack.cards) {
    if (std::any_of(card.text.begin(), card.text.end(), [&](const CardText& text) { return is_name(text.title); })) {
      return card.id;
    }
  }
  return name;
}

std::string schedule(const Shown& shown, local_days day) {
  const Content& content = shown.content;
  std::string text = in_words(day);
  if (exception_on(content.settings.hours, day) != nullptr) text += ", with its own hours" + place_of_hours(shown, day);
  text += "\n";
  PlanEntry before{MinuteOfDay(0), false, {}};
  for (const PlanEntry& entry : plan_of(content, day)) {
    text += in_digits(entry.at) + "  ";
    if (!entry.open) {
      text += "closed\n";
    } else {
      const std::string joins = before.open ? names_of(content, entry.cards, before.cards) : "";
      const std::string leaves = before.open ? names_of(content, before.cards, entry.cards) : "";
      std::string what = before.open ? "" : "open";
      if (!joins.empty()) what += "joins: " + joins;
      if (!leaves.empty()) what += (what.empty() ? "leaves: " : "; leaves: ") + leaves;
      const std::vector<LoopFigures> loop = loop_figures(content, day + entry.at);
      text.append(what).append("; ").append(entry.cards.empty() ? "no card to show" : loop_in_words(loop)).append("\n");
    }
    before = entry;
  }
  return text + about_missing(shown, day);
}

}  // namespace anteroom::report
