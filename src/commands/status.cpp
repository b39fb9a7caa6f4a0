// `anteroom status`: what became of the last change of settings or content, and what is up now.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <iostream>

#include "assembly/load.h"
#include "assembly/own_command.h"
#include "assembly/released.h"
#include "assembly/review_news.h"
#include "assembly/source.h"
#include "commands/chosen_screen.h"
#include "commands/options.h"
#include "content/pack_files.h"
#include "content/read_notice.h"
#include "model/schedule.h"
#include "paint/picture_file.h"
#include "platform/clock.h"
#include "report/signature_report.h"
#include "runtime/aside.h"
#include "runtime/running.h"
#include "runtime/seen_files.h"

namespace anteroom::commands {

namespace {

// The notice and when it is up, in one line.
std::string about(const Notice& notice, bool is_up, const std::string& file, WallTime now) {
  const bool is_over = notice.until && now >= *notice.until;
  const bool is_to_come = notice.from && now < *notice.from;
  std::string text = notice.level == NoticeLevel::urgent ? "urgent notice " : "notice ";
  text += is_over ? "that is over" : is_to_come ? "to come" : is_up ? "up" : "put aside for the one that is up, due";
  if (notice.from && !is_over) text += " from " + in_words(*notice.from);
  text += !notice.until ? " until it is taken down" : (is_over ? " since " : " until ") + in_words(*notice.until);
  return text + " (" + file + "): " + words_for(notice, "en").words.title + "\n";
}

// That of `files` that has `notice`.
std::string file_of(const Notice& notice, const std::vector<std::filesystem::path>& files) {
  for (const std::filesystem::path& file : files) {
    source::Diagnostics known;
    const std::optional<Notice> read = content::read_notice(file, known);
    if (!read) continue;
    for (const Notice* each : all_of(*read)) {
      if (each->words == notice.words && each->until == notice.until) return file.generic_string();
    }
  }
  return files.front().generic_string();
}

// "saved 3 s ago"
std::string age_of(const runtime::SavedFile& file) {
  if (file.changed_ns == 0) return "removed";
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto age = std::chrono::floor<std::chrono::seconds>(now - std::chrono::nanoseconds(file.changed_ns));
  const auto seconds = std::max<std::int64_t>(0, age.count());
  if (seconds < 120) return "saved " + std::to_string(seconds) + " s ago";
  return "saved " + std::to_string(seconds / 60) + " min ago";
}

// What the running screen has not read yet, in one line; empty: it has read everything.
std::string about_unread(const std::string& seen) {
  constexpr std::size_t max_named = 4;
  constexpr std::chrono::seconds patience{3};  // the files may be on a share that does not answer
  const auto saved = runtime::read_within(patience, [seen] { return runtime::saved_since(seen); });
  if (!saved) return "the folder of the cards does not answer; the screen keeps what it has read\n";
  if (saved->empty()) return {};
  std::string text = "reading the last save; not read yet: ";
  for (std::size_t i = 0; i < std::min(saved->size(), max_named); ++i) {
    const runtime::SavedFile& file = (*saved)[i];
    text += (i > 0 ? ", " : "") + file.place + " (" + age_of(file) + ")";
  }
  if (saved->size() > max_named) text += " and " + std::to_string(saved->size() - max_named) + " more";
  return text +
         "; the screen reads what is saved within seconds, in a network folder at the next change of card: ask again\n";
}

// Which cards are signed, as their files are now, and whose review ends; empty if there are none or their folder does
// not answer.
std::string about_signatures(const Settings& settings, const StatusOptions& options, WallTime now) {
  constexpr std::chrono::seconds patience{3};
  if (settings.content.empty()) return {};
  const std::string list = assembly::own_command("sign --list", options.source);
  const auto summary = runtime::read_within(patience, [settings, list, now] {
    source::TomlFiles files;
    source::Diagnostics known;
    content::PackFiles pack = content::read_pack_files(
        content::PackFolder(settings.content), {settings.vars, {}, {}, {}}, content::Sources::keep, files, known);
    std::string text = report::signature_summary(report::signature_rows(pack, date_of(now)), list);
    const Content content{.pack = content::assemble(std::move(pack), known),
                          .settings = settings,
                          .interface = {},
                          .assets = {},
                          .released = assembly::release_date()};
    for (const std::string& line : assembly::about_reviews(content, now)) text += line + "\n";
    return std::make_unique<std::string>(std::move(text));
  });
  return summary ? **summary : std::string();
}

}  // namespace

int status(const StatusOptions& options) {
  constexpr std::size_t max_bytes = 1U << 20;
  const std::filesystem::path state = assembly::state_folder(options.source);
  const std::string config = assembly::config_file(options.source).generic_string();
  const std::vector<std::filesystem::path> notice_files = assembly::notice_files(options.source);
  source::Diagnostics faults;
  const std::optional<Notice> notice = content::read_notices(notice_files, faults);
  std::string text;
  for (const source::Diagnostic& fault : faults.sorted()) text += source::to_text(fault);
  const paint::PictureBytes receipt = paint::read_picture_file(assembly::receipt_file(state).string(), max_bytes);
  const bool has_run = receipt.fault.empty();
  const bool runs = runtime::is_running(state);
  std::string unread;
  if (runs) {
    constexpr std::size_t max_seen_bytes = 64U << 20;
    const paint::PictureBytes seen = paint::read_picture_file(runtime::seen_file(state).string(), max_seen_bytes);
    unread = seen.fault.empty() ? about_unread(seen.bytes) : "the screen is still reading its files: ask again\n";
  }
  // First, since it is the answer to what has just been saved.
  text += unread;
  if (!unread.empty() && !receipt.bytes.empty()) text += "as of an earlier save:\n";
  text += receipt.bytes;
  source::TomlFiles files;
  source::Diagnostics known;
  const Settings settings = assembly::load_settings(options.source, files, known);
  const WallTime now = platform::Clock(settings.time_zone).now().wall;
  if (runs || has_run) text += about_signatures(settings, options, now);
  if (runs && !is_open(settings.hours, now)) {
    const std::optional<WallTime> opening = next_opening(settings.hours, now);
    text += "the clinic is closed now, so the screen is dark" + (opening ? " until " + in_words(*opening) : "") + "\n";
  }
  if (runs) text += said_of(runtime::read_staff_memory(runtime::staff_file(state), now), now);
  if (notice) {
    const Notice* up = due_of(*notice, now);
    for (const Notice* each : all_of(*notice)) text += about(*each, each == up, file_of(*each, notice_files), now);
  }
  if (runs) text += "a screen is running with " + config + "\n";
  if (!runs && has_run) text += "no screen is running with " + config + " now; this is of the last one that did\n";
  std::cout << text;
  if (runs || has_run) return fine;
  std::cerr << "anteroom: no screen of this user has run with " << config << " yet\n";
  return does_not_hold;
}

}  // namespace anteroom::commands
