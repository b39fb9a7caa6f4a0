// `anteroom notice`: puts up a notice on the running screens, or takes it down.
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "assembly/asked_notice.h"
#include "assembly/load.h"
#include "assembly/own_command.h"
#include "assembly/source.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "commands/ready_made.h"
#include "content/read_notice.h"
#include "content/read_settings.h"
#include "model/schedule.h"
#include "paint/ttf_fonts.h"
#include "platform/clock.h"
#include "platform/write_file.h"
#include "report/notice_report.h"
#include "runtime/running.h"

namespace anteroom::commands {

namespace {

namespace fs = std::filesystem;

assembly::AskedNotice asked_by(const NoticeOptions& options) {
  std::vector<assembly::ReadyMade> all;
  for (const std::string& name : ready_made_names()) {
    const Notice notice = ready_made(name).value_or(Notice{});
    assembly::ReadyMade& each = all.emplace_back(assembly::ReadyMade{name, notice.level == NoticeLevel::urgent, {}});
    for (const auto& [language, words] : notice.words) each.titles.push_back(words.title);
  }
  assembly::AskedNotice asked = assembly::asked_notice(options.what, all, assembly::program_word());
  if (!options.stray.empty()) asked.fault = options.stray;
  if (!asked.until.empty() && !options.until.empty()) {
    asked.fault = "two times are given: \"until " + asked.until + "\" and --until " + options.until;
  }
  return asked;
}

// The notice that `asked` and the options ask for. Errors: to `fault`.
Notice wanted(const assembly::AskedNotice& asked, const NoticeOptions& options, std::string& fault) {
  fault = asked.fault;
  if (!fault.empty()) return {};
  Notice notice;
  if (!asked.ready_made.empty()) {
    notice = ready_made(asked.ready_made).value_or(Notice{});
    const std::optional<int> given = options.minutes ? options.minutes : asked.minutes;
    if (asks_for_minutes(notice) && !given) {
      fault = "`" + asked.ready_made + "` needs --minutes N, as in --minutes 20";
    }
    if (given) set_minutes(notice, std::to_string(*given));
  } else {
    notice.words[""].title = asked.own;
  }
  if (!options.text.empty()) {
    for (auto& [language, words] : notice.words) words.text = options.text;
  }
  for (auto& [language, words] : notice.words) {
    if (!asked.more.empty()) words.text += (words.text.empty() ? "" : " ") + asked.more;
  }
  if (options.urgent) notice.level = NoticeLevel::urgent;
  if (!options.level.empty()) notice.level = options.level == "urgent" ? NoticeLevel::urgent : NoticeLevel::info;
  return notice;
}

// How to take a notice down.
std::string clearing(const NoticeOptions& options) {
  return assembly::own_command("notice --clear", options.source);
}

// "until tomorrow, 2026-12-24 18:00"
std::string until_when(const Notice& notice, const NoticeOptions& options, WallTime now) {
  return "until " + (notice.until ? in_words(*notice.until, now) : "you take it down with " + clearing(options));
}

// "the notice is up until 2026-12-24 18:00". Requires: it is not over.
std::string when_up(const Notice& notice, const NoticeOptions& options, WallTime now) {
  const bool is_to_come = notice.from && *notice.from > now;
  const bool is_covered = !is_to_come && due_of(notice, now) != &notice;  // by an urgent one
  const std::string up = is_covered ? "waits below the urgent one " : "is up ";
  return "the notice " + (is_to_come ? "goes up " + in_words(*notice.from, now) + ", " : up) +
         until_when(notice, options, now);
}

std::string quoted(const Notice& notice) {
  return "\"" + words_for(notice, "en").words.title + "\"";
}

// What becomes of the notices in `before` now that `notice` is put up.
std::string about_earlier(const Notice& before, const Notice& notice, const NoticeOptions& options, WallTime now) {
  std::string text;
  const Notice* up = due_of(notice, now);
  const bool is_below = up != nullptr && up != &notice && up->level == NoticeLevel::urgent && is_due(notice, now);
  if (is_below) {
    text +=
        "The urgent notice " + quoted(*up) + " stays on the screen before it, " + until_when(*up, options, now) + ".\n";
  }
  for (const Notice& each : notice.earlier) {
    if (is_below && &each == up) continue;
    const bool stays = notice.from && *notice.from > now && &each == up;
    text += "The notice " + quoted(each) + (stays ? " is up until then" : " is put aside") +
            "; it comes back when this one has ended or is taken down.\n";
  }
  if (differ_in_numbers_only(before, notice) && !(before.words == notice.words)) {
    text += "It takes the place of " + quoted(before) + ".\n";
  }
  return text;
}

// The one of `notice` and those before it that `asked` names; null: none.
const Notice* named_by(const assembly::AskedNotice& asked, const Notice& notice) {
  std::vector<std::string> titles{asked.own};
  if (!asked.ready_made.empty()) {
    const Notice made = ready_made(asked.ready_made).value_or(Notice{});
    for (const auto& [language, words] : made.words) titles.push_back(words.title);
  }
  for (const Notice* each : all_of(notice)) {
    for (const auto& [language, words] : each->words) {
      const std::string title = assembly::plain_text_of(words.title);
      const auto is_same = [&](const std::string& other) { return title == assembly::plain_text_of(other); };
      if (!title.empty() && std::any_of(titles.begin(), titles.end(), is_same)) return each;
    }
  }
  return nullptr;
}

// That no notice is the one to be taken down, and which there are.
std::string unknown_to_clear(const NoticeOptions& options, const std::optional<Notice>& notice, WallTime now) {
  std::string text = "\"";
  for (const std::string& word : options.what) text += (text.size() > 1 ? " " : "") + word;
  text += "\" is not up";
  if (!notice) return text + "; there is no notice";
  const Notice* up = due_of(*notice, now);
  if (up != nullptr) text += "; on the screen is " + quoted(*up);
  for (const Notice* each : all_of(*notice)) {
    if (each != up) text += "; put aside or to come: " + quoted(*each);
  }
  return text + ". To take down the one on the screen: " + clearing(options);
}

// Why the notice in `file` could not be taken down, and who can. `why`: "cannot be removed: …".
int cannot_clear(const fs::path& file, const std::string& why) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : ".";
  const bool is_forbidden = ::access(folder.c_str(), W_OK) != 0;
  return fail(file.generic_string() + " " + why +
              (is_forbidden ? "; take it down at the panel, under Notices, or run this command with sudo" : ""));
}

// Takes down the notice in `file` that the options name, or the one that is up, or all.
int take_down(const fs::path& file, const NoticeOptions& options, WallTime now) {
  source::Diagnostics reported;  // by `anteroom check`
  const std::optional<Notice> notice = content::read_notice(file, reported);
  const Notice* gone = notice ? due_of(*notice, now) : nullptr;
  if (gone == nullptr && notice) gone = &*notice;
  if (!options.what.empty() && !options.all) {
    gone = notice ? named_by(asked_by(options), *notice) : nullptr;
    if (gone == nullptr) return fail(unknown_to_clear(options, notice, now));
  }
  const bool was_up = notice && gone == due_of(*notice, now);
  const std::optional<Notice> left = notice && !options.all ? taken_down(*notice, *gone) : std::nullopt;
  if (left) {
    if (const std::string fault = platform::write_whole(file, content::to_toml(*left)); !fault.empty()) {
      return cannot_clear(file, fault);
    }
    std::cout << "The notice " << quoted(*gone) << " is taken down.\n";
    if (const Notice* up = due_of(*left, now); up != nullptr && !was_up) {
      std::cout << "The notice " << quoted(*up) << " stays up " << until_when(*up, options, now) << ".\n";
    } else if (up != nullptr) {
      std::cout << "The notice " << quoted(*up) << " is up again " << until_when(*up, options, now) << ".\n";
    }
    return fine;
  }
  std::error_code error;
  const bool was_there = fs::remove(file, error);
  if (error) return cannot_clear(file, "cannot be removed: " + error.message());
  std::cout << (!was_there                           ? "There was no notice.\n"
                : notice && !notice->earlier.empty() ? "All notices are taken down.\n"
                                                     : "The notice is taken down.\n");
  return fine;
}

// That of `files` in which the notice is that the options name, or the one that is up, or the latest; the first of them
// if there is none.
fs::path file_to_clear(const std::vector<fs::path>& files, const NoticeOptions& options, WallTime now) {
  source::Diagnostics reported;  // by `anteroom check`
  const std::optional<Notice> all = content::read_notices(files, reported);
  const Notice* up = all ? due_of(*all, now) : nullptr;
  for (const fs::path& file : files) {
    const std::optional<Notice> notice = content::read_notice(file, reported);
    if (!notice || !all) continue;
    if (!options.what.empty() && named_by(asked_by(options), *notice) != nullptr) return file;
    const Notice* own = due_of(*notice, now);
    const bool is_up = up != nullptr && own != nullptr && own->words == up->words && own->until == up->until;
    const bool is_latest = up == nullptr && notice->words == all->words;
    if (options.what.empty() && (is_up || is_latest)) return file;
  }
  return files.front();
}

// Takes down what is in one of `files`, or all that is in any.
int clear(const std::vector<fs::path>& files, const NoticeOptions& options, WallTime now) {
  if (!options.all) return take_down(file_to_clear(files, options, now), options, now);
  std::error_code error;
  for (std::size_t i = 1; i < files.size(); ++i) {
    if (fs::exists(files[i], error) && !fs::exists(files.front(), error)) return take_down(files[i], options, now);
    fs::remove(files[i], error);
    if (error) return cannot_clear(files[i], "cannot be removed: " + error.message());
  }
  return take_down(files.front(), options, now);
}

// Says which of the words of `asked`, now in `file`, the screen has no room for.
void report_cut(const Notice& asked, const fs::path& file, const Settings& settings, const fs::path& config,
                source::TomlFiles& files) {
  source::Diagnostics reported;  // by `anteroom check`
  const std::optional<Notice> read = content::read_notice(file, reported);
  const assembly::Loaded loaded = assembly::load(settings, config, files, reported, assembly::Times::chosen);
  paint::TtfFonts fonts(*loaded.faces);
  if (read) std::cout << report::what_is_cut(loaded.content, fonts, asked, *read);
}

}  // namespace

int notice(const NoticeOptions& options) {
  if (options.list) {
    for (const std::string& name : ready_made_names()) {
      const auto words = ready_made(name);
      std::cout << name << ": " << (words ? words_for(*words, "en").words.title : "") << "\n";
    }
    return fine;
  }
  const fs::path file = assembly::notice_file(options.source);
  std::string fault;
  const assembly::AskedNotice asked = options.clear ? assembly::AskedNotice() : asked_by(options);
  Notice notice = options.clear ? Notice() : wanted(asked, options, fault);
  if (!fault.empty()) return fail(fault);
  source::Diagnostics unwanted;
  source::TomlFiles files;
  const Settings settings = assembly::load_settings(options.source, files, unwanted);
  const WallTime now = platform::Clock(settings.time_zone).now().wall;
  if (options.clear) return clear(assembly::notice_files(options.source), options, now);
  const std::string& end = asked.until.empty() ? options.until : asked.until;
  for (const auto& [text, time] : {std::pair(&options.from, &notice.from), {&end, &notice.until}}) {
    if (text->empty()) continue;
    *time = time == &notice.until ? parse_end(*text, now) : parse_moment(*text, now);
    if (!*time) return fail(no_moment(*text));
  }
  if (notice.until && *notice.until <= now) {
    return fail("nothing is put up: the notice would be over already, since " + in_words(*notice.until));
  }
  const std::optional<Notice> before = content::read_notice(file, unwanted);
  if (before) notice = put_above(*before, std::move(notice), now);
  if (fault = platform::write_whole(file, content::to_toml(notice)); !fault.empty()) {
    return fail(file.generic_string() + " " + fault);
  }
  std::cout << file.generic_string() << ": " << when_up(notice, options, now) << ": "
            << words_for(notice, "en").words.title << "\n"
            << asked.said << (before ? about_earlier(*before, notice, options, now) : "");
  const bool is_dark = !is_open(settings.hours, std::max(now, notice.from.value_or(now)));
  if (is_dark && notice.level == NoticeLevel::info) {
    std::cout << "The clinic is closed then, so the screen is dark; the notice is on it in dim letters.\n";
  } else if (notice.level == NoticeLevel::info && settings.role == Role::kiosk) {
    std::cout << "It is above the cards of the loop; a page that a patient has open is not covered.";
    std::cout << (notice.words.contains("") ? " In an emergency add --urgent: it then has the whole screen.\n" : "\n");
  }
  const fs::path state = assembly::state_folder(options.source);
  std::error_code error;
  if (fs::exists(assembly::receipt_file(state), error) && !runtime::is_running(state)) {
    std::cout << "No screen is running with " << assembly::config_file(options.source).generic_string()
              << " now: the notice is on it once it runs again.\n";
  }
  if (options.what.size() > 1 && notice.words.contains("")) {
    std::cout << "Write several words in quotes, as in `" << assembly::own_command("notice \"We close at 4 p.m.\"")
              << "`: without them the shell takes characters such as ' ? & ; for itself.\n";
  }
  std::cout << std::flush;
  report_cut(notice, file, settings, assembly::config_file(options.source), files);
  return fine;
}

}  // namespace anteroom::commands
