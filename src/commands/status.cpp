// `anteroom status`: what became of the last change of settings or content, and what is up now.
#include <iostream>

#include "assembly/load.h"
#include "assembly/source.h"
#include "commands/options.h"
#include "content/read_notice.h"
#include "paint/picture_file.h"
#include "platform/clock.h"
#include "runtime/running.h"

namespace anteroom::commands {

namespace {

std::string in_words(WallTime time) {
  return in_digits(date_of(time)) + " " + in_digits(minute_of_day(time));
}

// The notice and when it is up, in one line.
std::string about(const Notice& notice, const std::string& file, WallTime now) {
  const bool is_over = notice.until && now >= *notice.until;
  const bool is_to_come = notice.from && now < *notice.from;
  std::string text = notice.level == NoticeLevel::urgent ? "urgent notice " : "notice ";
  text += is_over ? "that is over" : is_to_come ? "to come" : "up";
  if (notice.from && !is_over) text += " from " + in_words(*notice.from);
  text += notice.until ? " until " + in_words(*notice.until) : " until it is taken down";
  return text + " (" + file + "): " + words_for(notice, "en").words.title + "\n";
}

}  // namespace

int status(const StatusOptions& options) {
  constexpr std::size_t max_bytes = 1U << 20;
  const std::filesystem::path state = assembly::state_folder(options.source);
  const std::string config = assembly::config_file(options.source).generic_string();
  const std::filesystem::path notice_file = assembly::notice_file(options.source);
  source::Diagnostics faults;
  const std::optional<Notice> notice = content::read_notice(notice_file, faults);
  std::string text;
  for (const source::Diagnostic& fault : faults.sorted()) text += source::to_text(fault);
  const paint::PictureBytes receipt = paint::read_picture_file(assembly::receipt_file(state).string(), max_bytes);
  const bool has_run = receipt.fault.empty();
  const bool runs = runtime::is_running(state);
  text += receipt.bytes;
  if (notice) {
    source::TomlFiles files;
    source::Diagnostics known;
    const Settings settings = assembly::load_settings(options.source, files, known);
    text += about(*notice, notice_file.generic_string(), platform::Clock(settings.time_zone).now().wall);
  }
  if (runs) text += "a screen is running with " + config + "\n";
  if (!runs && has_run) text += "no screen is running with " + config + " now; this is of the last one that did\n";
  std::cout << text;
  if (runs || has_run) return fine;
  std::cerr << "anteroom: no screen of this user has run with " << config << " yet\n";
  return does_not_hold;
}

}  // namespace anteroom::commands
