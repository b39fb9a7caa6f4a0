// `anteroom notice`: puts up a notice on the running screens, or takes it down.
#include <algorithm>
#include <iostream>

#include "assembly/asked_notice.h"
#include "assembly/load.h"
#include "assembly/source.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "content/read_notice.h"
#include "content/read_settings.h"
#include "paint/ttf_fonts.h"
#include "platform/clock.h"
#include "platform/write_file.h"
#include "report/notice_report.h"

namespace anteroom::commands {

namespace {

namespace fs = std::filesystem;

// The names of the ready-made notices, sorted.
std::vector<std::string> ready_made() {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(assembly::install_prefix() / "assets/notices", error), end; !error && at != end;
       at.increment(error)) {
    if (at->path().extension() == ".toml") names.push_back(at->path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

void replace(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// The notice that the options ask for. Errors: to `fault`.
Notice wanted(const NoticeOptions& options, std::string& fault) {
  const assembly::AskedNotice asked = assembly::asked_notice(options.what, ready_made());
  fault = options.stray.empty() ? asked.fault : options.stray;
  if (!fault.empty()) return {};
  Notice notice;
  if (!asked.ready_made.empty()) {
    source::Diagnostics diagnostics;
    const fs::path file = assembly::install_prefix() / "assets/notices" / (asked.ready_made + ".toml");
    notice = content::read_notice(file, diagnostics).value_or(Notice{});
    for (auto& [language, words] : notice.words) {
      const bool asks =
          words.title.find("{minutes}") != std::string::npos || words.text.find("{minutes}") != std::string::npos;
      if (asks && !options.minutes) fault = "`" + asked.ready_made + "` needs --minutes N, as in --minutes 20";
      if (!asks) continue;
      const std::string minutes = std::to_string(options.minutes.value_or(0));
      replace(words.title, "{minutes}", minutes);
      replace(words.text, "{minutes}", minutes);
    }
  } else {
    notice.words[""].title = asked.own;
  }
  if (!options.text.empty()) {
    for (auto& [language, words] : notice.words) words.text = options.text;
  }
  if (!options.level.empty()) notice.level = options.level == "urgent" ? NoticeLevel::urgent : NoticeLevel::info;
  return notice;
}

// "the notice is up until 2026-12-24 18:00"
std::string when_up(const Notice& notice, WallTime now) {
  if (notice.until && *notice.until <= now) return "the notice is over already, since " + in_words(*notice.until);
  const std::string from = notice.from && *notice.from > now ? "goes up on " + in_words(*notice.from) + ", " : "is up ";
  return "the notice " + from + "until " +
         (notice.until ? in_words(*notice.until) : "you take it down with anteroom notice --clear");
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
    for (const std::string& name : ready_made()) std::cout << name << "\n";
    return fine;
  }
  const fs::path file = assembly::notice_file(options.source);
  if (options.clear) {
    std::error_code error;
    const bool was_there = fs::remove(file, error);
    if (error) return fail(file.generic_string() + " cannot be removed: " + error.message());
    std::cout << (was_there ? "The notice is taken down.\n" : "There was no notice.\n");
    return fine;
  }
  std::string fault;
  Notice notice = wanted(options, fault);
  if (!fault.empty()) return fail(fault);
  source::Diagnostics unwanted;
  source::TomlFiles files;
  const Settings settings = assembly::load_settings(options.source, files, unwanted);
  const WallTime now = platform::Clock(settings.time_zone).now().wall;
  for (const auto& [text, time] : {std::pair(&options.from, &notice.from), {&options.until, &notice.until}}) {
    if (text->empty()) continue;
    *time = parse_moment(*text, now);
    if (!*time) return fail("`" + *text + "` is no time; write it as 18:00 or \"2026-12-24 18:00\"");
  }
  if (fault = platform::write_whole(file, content::to_toml(notice)); !fault.empty()) {
    return fail(file.generic_string() + " " + fault);
  }
  std::cout << file.generic_string() << ": " << when_up(notice, now) << ": " << words_for(notice, "en").words.title
            << "\n"
            << std::flush;
  report_cut(notice, file, settings, assembly::config_file(options.source), files);
  return fine;
}

}  // namespace anteroom::commands
