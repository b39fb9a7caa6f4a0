#include "commands/staff_wishes.h"

#include <unistd.h>

#include <chrono>
#include <fstream>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

#include "commands/staff_facts.h"
#include "platform/log.h"
#include "platform/own_children.h"
#include "runtime/aside.h"

namespace anteroom::commands {

std::string carry_out_wish(const staff::Wish& wish, const assembly::SourceOptions& source, const StaffFiles* files,
                           WallTime now) {
  std::string fault, done;
  if (const auto* put_up = std::get_if<staff::PutUpNotice>(&wish)) {
    fault = put_up_notice(assembly::notice_files(source), put_up->name, now);
    done = "the notice " + put_up->name + " is put up";
  } else if (std::holds_alternative<staff::TakeDownNotice>(wish)) {
    fault = take_down_notice(assembly::notice_files(source), now);
    done = "the notice is taken down";
  } else if (const auto* pace = std::get_if<staff::SetPace>(&wish)) {
    fault = write_pace(source, pace->pace);
    done = "the pace of the loop is changed";
  } else if (files == nullptr) {
    fault = "the settings do not answer";
  } else if (const auto* day = std::get_if<staff::SetDayHours>(&wish)) {
    fault = write_day_hours(source, files->own, day->weekday, day->hours);
    done = "the opening hours are changed";
  } else if (const auto* wall = std::get_if<staff::SetWallLanguage>(&wish)) {
    fault = write_wall_language(source, *files, wall->language);
    done = "the wall begins in " + wall->language;
  }
  std::string said = fault.empty() ? done : fault;
  platform::log("anteroom: staff: " + said);
  return said;
}

std::optional<StaffFiles> read_staff_files(const assembly::SourceOptions& source, const Pack& pack, WallTime now) {
  constexpr std::chrono::seconds patience{1};
  auto read = runtime::read_within(patience, [source, languages = pack.languages, now] {
    return std::make_unique<StaffFiles>(staff_files(source, languages, now));
  });
  return read ? std::optional(std::move(**read)) : std::nullopt;
}

void start_again() {
  if (assembly::is_service()) return;
  // A thread that was left to itself, such as one that tries out a picture, may still wait for its decoder. The new
  // program would be the parent of that, and never ask how it ended.
  platform::end_children();
  std::ifstream in("/proc/self/cmdline", std::ios::binary);
  std::vector<std::string> words;
  for (std::string word; std::getline(in, word, '\0');) words.push_back(word);
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  if (arguments.size() > 1) ::execv("/proc/self/exe", arguments.data());
}

}  // namespace anteroom::commands
