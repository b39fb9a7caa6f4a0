#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "checks/checks.h"
#include "model/dwell.h"
#include "model/playlist.h"
#include "model/turn.h"
#include "source/printable.h"

namespace anteroom::checks {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

// True if the dates and months of `when` leave any day, whether it is over or not.
bool has_day(const When& when, Date today) {
  using std::chrono::local_days;
  constexpr days leap_years(8 * 366);  // at most so far from one 29 February to the next
  const local_days begin = when.from ? local_days(*when.from) : local_days(today) - leap_years;
  const local_days end = when.until ? local_days(*when.until) : std::max(begin, local_days(today)) + leap_years;
  for (local_days day = begin; day <= end; day += days(1)) {
    if (allows_day(when, day)) return true;
  }
  return false;
}

void check_when(const content::CardFile& file, Date today, source::FileFaults& faults) {
  const When& when = file.card.when;
  const source::Position until = source::position_of(file.table, {"when", "until"});
  if (when.from && when.until && sys_days(*when.until) < sys_days(*when.from)) {
    faults.add(rule::when_order, until,
               "`until` is " + in_digits(*when.until) + ", before `from`, " + in_digits(*when.from) +
                   ": the card is never shown");
  } else if (!has_day(when, today)) {
    const char* key = when.except.empty() ? "months" : "except";
    faults.add(rule::when_never, source::position_of(file.table, {"when", key}),
               source::in_ticks(key) + " and the other keys of [when] leave no day: the card is never shown");
  } else if (when.until && sys_days(*when.until) < sys_days(today)) {
    faults.add(rule::when_over, until,
               "`until` is " + in_digits(*when.until) + ", which has passed: the card is not shown any more");
  }
}

long whole_seconds(Millis time) {
  return static_cast<long>(std::chrono::ceil<std::chrono::seconds>(time).count());
}

void check_dwell(const content::CardFile& file, const std::vector<std::string>& languages, const Loop& loop,
                 source::FileFaults& faults) {
  if (!file.card.dwell) return;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    const CardText& text = file.card.text[i];
    if (text.reading.words == 0) continue;
    const Millis needed = reading_time(text.reading, !file.card.picture.empty(), loop);
    if (*file.card.dwell >= needed) continue;
    faults.add(rule::short_dwell, source::position_of(file.table, {"dwell_s"}),
               "`dwell_s` is " + std::to_string(file.card.dwell->count()) + "; reading the card takes " +
                   std::to_string(whole_seconds(needed)) + " seconds in the language " +
                   source::in_ticks(languages[i]));
  }
}

// The languages that the screen of `settings` shows by itself or to who chooses them, as indices into `languages`.
std::vector<std::size_t> shown_languages(const Settings& settings, const std::vector<std::string>& languages) {
  std::vector<std::size_t> shown;
  for (const std::string& tag : settings.languages.empty() ? languages : settings.languages) {
    const auto at = std::find(languages.begin(), languages.end(), tag);
    if (at != languages.end()) shown.push_back(static_cast<std::size_t>(at - languages.begin()));
  }
  // A wall whose languages do not take turns stays in the first one.
  const bool is_alone = settings.role == Role::wall && settings.languages_in_turn == LanguagesInTurn::none;
  if (is_alone && shown.size() > 1) shown.resize(1);
  return shown;
}

// One warning for all languages, since one change of the pace mends it.
void check_loop(const content::PackFiles& files, const Settings& settings, Date today, source::FileFaults& faults) {
  const std::vector<std::string>& languages = files.head.pack.languages;
  const Loop& loop = settings.loop;
  std::string too_long;
  for (const std::size_t i : shown_languages(settings, languages)) {
    Millis total{0}, lead{0};
    std::size_t cards = 0;
    for (const content::CardFile& file : files.cards) {
      if (file.is_valid && file.card.shown_on(settings.role) && file.card.has_text(i) &&
          allows_day(file.card.when, std::chrono::local_days(today))) {
        const Millis stays = dwell(file.card, i, settings.role, loop);
        ++cards;
        total += stays;
        if (file.card.id == files.head.pack.lead_card) lead = stays;
      }
    }
    if (lead > Millis(0)) total = loop_time(total, lead, cards);
    if (total <= loop.longest_loop) continue;
    too_long += (too_long.empty() ? "" : ", ") + std::to_string(whole_seconds(total)) + " seconds in " +
                source::in_ticks(languages[i]);
  }
  if (too_long.empty()) return;
  const std::string screen = settings.role == Role::wall ? "wall" : "kiosk";
  faults.add(rule::long_loop, source::position_of(files.head.toml->values(), {"cards"}),
             "the loop of the " + screen + " takes " + too_long + "; `longest_loop_s` in its settings is " +
                 std::to_string(loop.longest_loop.count()) + ": let it run with a brisker `pace`, or with fewer cards");
}

}  // namespace

void check_times(content::PackFiles& files, const Settings& settings, Date today, source::Diagnostics& diagnostics) {
  source::FileFaults pack_faults(files.head.toml->source, diagnostics);
  check_loop(files, settings, today, pack_faults);
  for (content::CardFile& file : files.cards) {
    if (file.table.empty()) continue;
    source::FileFaults faults(file.source, file.diagnostics);
    check_when(file, today, faults);
    check_dwell(file, files.head.pack.languages, settings.loop, faults);
  }
}

}  // namespace anteroom::checks
