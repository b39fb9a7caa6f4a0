#include "commands/staff_facts.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "assembly/source.h"
#include "commands/ready_made.h"
#include "content/read_notice.h"
#include "language/capital.h"
#include "language/dates.h"
#include "model/dwell.h"
#include "platform/write_file.h"
#include "usage/report.h"

namespace anteroom::commands {

namespace {

namespace fs = std::filesystem;

std::string in_digits_of(WallTime time) {
  return in_digits(date_of(time)) + " " + in_digits(minute_of_day(time));
}

std::string duration_in_digits(Millis time) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(time);
  const auto days = std::chrono::floor<std::chrono::days>(minutes);
  const std::string rest = in_digits(MinuteOfDay(minutes - days));
  return days.count() == 0 ? rest : std::to_string(days.count()) + " d " + rest;
}

std::string megabytes(std::uintmax_t bytes) {
  return std::to_string(bytes / 1'000'000) + " MB";
}

std::string first_line(const fs::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line;
}

// "closed-today", or "running-late 30", with its minutes.
std::optional<Notice> named_notice(const std::string& name_and_minutes) {
  const std::size_t space = name_and_minutes.find(' ');
  std::optional<Notice> notice = ready_made(name_and_minutes.substr(0, space));
  if (notice && space != std::string::npos) set_minutes(*notice, name_and_minutes.substr(space + 1));
  return notice;
}

std::vector<staff::Facts::NoticeRow> ready_made_rows(const std::string& language) {
  std::vector<std::string> names;
  for (const std::string& name : ready_made_names()) {
    const std::optional<Notice> notice = ready_made(name);
    if (notice && asks_for_minutes(*notice)) {
      for (const char* minutes : {" 15", " 30", " 60"}) names.push_back(name + minutes);
    } else if (notice) {
      names.push_back(name);
    }
  }
  std::vector<staff::Facts::NoticeRow> rows;
  for (const std::string& name : names) {
    if (const auto notice = named_notice(name)) rows.push_back({name, words_for(*notice, language).words.title});
  }
  return rows;
}

// How many cards of the pack a clinician has signed in `language`.
std::string signed_share(const Pack& pack, std::size_t language) {
  const auto is_signed = [&](const Card& card) {
    return language < card.text.size() && card.text[language].approval.has_value();
  };
  return std::to_string(std::count_if(pack.cards.begin(), pack.cards.end(), is_signed)) + " / " +
         std::to_string(pack.cards.size());
}

// The soonest midnight, the one in a week and that in four.
std::vector<staff::Facts::Day> days_after(WallTime now) {
  const auto today = std::chrono::floor<std::chrono::days>(now);
  std::vector<staff::Facts::Day> days;
  for (const int ahead : {1, 7, 28}) {
    const WallTime begins = today + std::chrono::days(ahead);
    days.push_back({in_digits(date_of(begins)), begins});
  }
  return days;
}

// The panel's folder is made when it is first written.
bool may_write_beside(const fs::path& file) {
  std::error_code error;
  fs::path folder = file.has_parent_path() ? file.parent_path() : ".";
  if (!fs::exists(folder, error)) folder = folder.parent_path();
  return ::access(folder.c_str(), W_OK) == 0;
}

// The first of `files` that may be written; empty: none.
fs::path writable_of(const std::vector<fs::path>& files) {
  const auto found = std::find_if(files.begin(), files.end(), may_write_beside);
  return found == files.end() ? fs::path() : *found;
}

// The one of `files` that has the notice that is up, if it may be written; else empty.
fs::path file_of_notice_up(const std::vector<fs::path>& files, WallTime now) {
  source::Diagnostics unused;
  const std::optional<Notice> all = content::read_notices(files, unused);
  const Notice* up = all ? due_of(*all, now) : nullptr;
  if (up == nullptr) return {};
  for (const fs::path& file : files) {
    const std::optional<Notice> notice = content::read_notice(file, unused);
    const Notice* own = notice ? due_of(*notice, now) : nullptr;
    if (own != nullptr && own->words == up->words && own->until == up->until && may_write_beside(file)) return file;
  }
  return {};
}

// What is kept in the settings, and how the screen was used.
void add_settings_and_usage(const StaffFiles& files, const Content& content, staff::Facts& facts) {
  for (const Pace pace : {Pace::slow, Pace::usual, Pace::brisk}) {
    Loop loop = files.own.loop;
    set_pace(loop, pace);
    if (loop == files.own.loop) facts.pace = pace;
  }
  const std::string language = first_language(content);
  constexpr std::size_t days = 7;
  const std::chrono::sys_days a_sunday = std::chrono::year(2026) / 11 / 29;
  for (std::size_t i = 0; i < days; ++i) {
    const auto day = static_cast<unsigned>((i + 1) % days);  // Monday first
    const bool is_given = day < files.own.hours.week.size();
    const std::string name = language::weekday(Date(a_sunday + std::chrono::days(day)), language);
    facts.week.push_back(
        {day, language::with_capital(name, language), is_given ? files.own.hours.week[day] : DayHours{OpenSpan{}}});
  }
  if (!files.wall_config.empty()) {
    const std::vector<std::string>& wall = files.wall.languages.empty() ? files.languages : files.wall.languages;
    facts.wall_language = wall.empty() ? "" : wall.front();
    for (const std::string& tag : wall)
      facts.wall_languages.push_back({tag, words_for(content, tag).say("language_name")});
  }
  for (const usage::Row& row : files.usage.cards) {
    const usage::Sum opened = row.sum(usage::Counted::opened);
    const auto card = std::find_if(content.pack.cards.begin(), content.pack.cards.end(),
                                   [&](const Card& each) { return each.id == row.name; });
    const bool is_known = card != content.pack.cards.end() && !card->text.empty();
    facts.usage.push_back({is_known ? card->text.front().title : row.name, usage::told(opened),
                           opened.is_told() ? static_cast<float>(opened.n) : 0.0F});
  }
}

}  // namespace

staff::Facts staff_facts(const StaffSources& sources, WallTime now) {
  const Content& content = sources.content;
  const std::vector<std::size_t> offered = offered_languages(content);
  const std::size_t first = offered.empty() ? 0 : offered.front();
  staff::Facts facts;
  facts.rows = {{"staff_version", sources.health.version},
                {"staff_uptime", duration_in_digits(sources.uptime)},
                {"staff_clock", in_digits_of(now)},
                {"staff_pack", content.settings.content},
                {"staff_signed", signed_share(content.pack, first)}};
  for (const auto& [card, until] : sources.state.hidden) {
    const InterfaceWords& words = words_for(content, first_language(content));
    if (now < until) {
      facts.rows.push_back(
          {"staff_cards", card + ": " + words.say("staff_hidden", {{"date", in_digits(date_of(until))}})});
    }
  }
  if (sources.state.dark_until && now < *sources.state.dark_until) {
    facts.rows.push_back({"screen_off", in_digits_of(*sources.state.dark_until)});
  }
  if (content.pack.review.by.ok()) facts.rows.push_back({"staff_review", in_digits(content.pack.review.by)});
  if (const std::string receipt = first_line(assembly::receipt_file(sources.state_folder)); !receipt.empty()) {
    facts.rows.push_back({"staff_receipt", receipt});
  }
  facts.rows.push_back({"staff_memory", megabytes(sources.health.rss_bytes)});
  std::error_code error;
  const fs::space_info space = fs::space(sources.state_folder.empty() ? "/" : sources.state_folder, error);
  if (!error) facts.rows.push_back({"staff_storage", megabytes(space.available)});
  facts.faults = sources.health.faults;
  if (facts.faults.empty()) {
    const std::string none = words_for(content, first_language(content)).say("staff_none");
    facts.rows.insert(facts.rows.begin(), {"staff_faults", none});
  }
  facts.frame_ms = sources.frame_ms;
  for (const Card& card : content.pack.cards) {
    const auto hidden = sources.state.hidden.find(card.id);
    const bool is_hidden = hidden != sources.state.hidden.end() && now < hidden->second;
    facts.cards.push_back({card.id, first < card.text.size() ? card.text[first].title : card.id,
                           is_hidden ? in_digits(date_of(hidden->second)) : ""});
  }
  facts.days = days_after(now);
  facts.is_dark = sources.state.dark_until && now < *sources.state.dark_until;
  // An hour from now, at a full quarter.
  constexpr std::chrono::minutes quarter(15);
  facts.dark_end =
      WallTime((std::chrono::floor<std::chrono::minutes>(now.time_since_epoch()) + 4 * quarter) / quarter * quarter);
  facts.dark_until = in_digits(minute_of_day(facts.dark_end));
  for (const std::size_t language : offered) {
    const std::string& tag = content.pack.languages[language];
    facts.voices.push_back({tag, words_for(content, tag).say("language_name")});
  }
  facts.has_voice = sources.state.has_voice;
  if (!writable_of(sources.notice_files).empty()) {
    facts.has_notice =
        due_notice(sources.state, now) != nullptr && !file_of_notice_up(sources.notice_files, now).empty();
    facts.notices = ready_made_rows(first_language(content));
  }
  facts.said = sources.said;
  if (sources.files != nullptr) add_settings_and_usage(*sources.files, content, facts);
  return facts;
}

std::string put_up_notice(const std::vector<fs::path>& files, const std::string& name, WallTime now) {
  std::optional<Notice> notice = named_notice(name);
  if (!notice) return "there is no ready-made notice " + name;
  const fs::path file = writable_of(files);
  if (file.empty()) return "no folder for notices may be written";
  if (notice->level == NoticeLevel::info)
    notice->until = std::chrono::floor<std::chrono::days>(now) + std::chrono::days(1);
  source::Diagnostics unused;
  std::error_code error;
  const bool is_there = fs::exists(file, error);
  if (const auto before = content::read_notice(file, unused)) notice = put_above(*before, std::move(*notice), now);
  const std::string text = content::to_toml(*notice);
  const std::string fault = is_there ? platform::write_whole(file, text) : platform::write_new(file, text);
  return fault.empty() ? "" : file.generic_string() + " " + fault;
}

std::string take_down_notice(const std::vector<fs::path>& files, WallTime now) {
  const fs::path file = file_of_notice_up(files, now);
  if (file.empty()) return "no notice is up that may be taken down here";
  source::Diagnostics unused;
  const std::optional<Notice> notice = content::read_notice(file, unused);
  const std::optional<Notice> left = notice ? taken_down(*notice, now) : std::nullopt;
  if (left) {
    const std::string fault = platform::write_whole(file, content::to_toml(*left));
    return fault.empty() ? "" : file.generic_string() + " " + fault;
  }
  std::error_code error;
  fs::remove(file, error);
  return error ? file.generic_string() + " cannot be removed: " + error.message() : "";
}

}  // namespace anteroom::commands
