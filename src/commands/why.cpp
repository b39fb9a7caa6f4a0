// `anteroom why`: says why a card is shown or hidden.
#include <algorithm>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "assembly/own_command.h"
#include "commands/chosen_screen.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "content/pack_folder.h"
#include "report/picture_trials.h"
#include "report/why_report.h"
#include "runtime/last_good.h"

namespace anteroom::commands {

namespace {

bool has(const std::vector<std::string>& places, const std::string& place) {
  return std::find(places.begin(), places.end(), place) != places.end();
}

// The picture of a card, and why it cannot be drawn; an empty fault: it can.
struct CardPicture {
  std::string file, fault;
};

CardPicture picture_of(const Content& content, const std::string& id) {
  const auto& cards = content.pack.cards;
  const auto card = std::find_if(cards.begin(), cards.end(), [&](const Card& each) { return each.id == id; });
  if (card == cards.end() || card->picture.empty()) return {};
  return {card->picture, report::PictureTrials(content.settings).fault(card->picture, {})};
}

// `answer`, of the card `id`, with what its picture changes about it: first, if that decides. `stays`: what the screen
// shows as it was, by its place in the pack.
std::string with_picture(const std::string& answer, const CardPicture& picture, const std::string& id,
                         const std::vector<std::string>& stays) {
  if (picture.fault.empty()) return answer;
  const std::string place = "pictures/" + std::filesystem::path(picture.file).filename().string();
  const std::string what = "its picture " + picture.file + " " + picture.fault;
  if (has(stays, place) || has(stays, content::card_place(id))) {
    return answer + "But " + what + ". The screen shows the one that was there before.\n";
  }
  return "The screen leaves `" + id + "` out: " + what + ".\nBut for that, " + answer;
}

// The clinic's time when `file` was written last.
WallTime written(const std::filesystem::path& file, WallTime now) {
  std::error_code error;
  const auto at = std::filesystem::last_write_time(file, error);
  if (error) return now;
  return now - std::chrono::floor<std::chrono::seconds>(std::filesystem::file_time_type::clock::now() - at);
}

// `check`: the command that says what is wrong. That the screen uses `what` as it was before the first error in the
// file at `place` of the pack, or before the file went.
std::string about_fault(const std::string& what, const std::string& place, const Settings& settings,
                        const source::Diagnostics& faults, WallTime now, const std::string& check) {
  const std::filesystem::path file = std::filesystem::path(settings.content) / place;
  for (const source::Diagnostic& fault : faults.sorted()) {
    if (fault.severity != source::Severity::error || !fault.path.ends_with(place)) continue;
    const WallTime since = written(file, now);
    return "the screen uses " + what + " as it was before its fault of " + in_digits(date_of(since)) + " " +
           in_digits(minute_of_day(since)) + "; mend " + fault.path +
           (fault.line > 0 ? ":" + std::to_string(fault.line) : "") + "\n";
  }
  // The fault is in a file that belongs to it, or the file is gone.
  std::error_code error;
  const bool is_there = std::filesystem::exists(file, error);
  return "the screen uses " + what + " as it was; " +
         (is_there ? "`" + check + "` says what is wrong now" : file.string() + " is missing") + "\n";
}

// What staff have done at the panel about the card `id` or the whole screen: the card's own file does not say it.
std::string about_staff(const assembly::SourceOptions& source, const std::string& id, WallTime time, WallTime now) {
  runtime::StaffMemory memory =
      runtime::read_staff_memory(runtime::staff_file(assembly::state_folder(source)), std::max(time, now));
  std::erase_if(memory.hidden, [&id](const auto& each) { return each.first != id; });
  return said_of(memory, now);
}

}  // namespace

int why(const WhyOptions& options) {
  ChosenScreen screen(options.source);
  if (!screen.has_content()) return does_not_hold;
  const WallTime now = screen.now();
  const std::optional<WallTime> time = options.at.empty() ? now : parse_moment(options.at, now);
  if (!time) {
    return fail(no_moment(options.at), wrong_usage);
  }
  const Settings settings = screen.content().settings;
  const std::string check = assembly::own_command("check", options.source);
  std::string instead;
  std::vector<std::string> stays;
  const std::string id = report::id_of(screen.content(), options.card);
  const CardPicture picture = picture_of(screen.content(), id);  // as the files are
  if (const std::optional<runtime::Reading> reading = screen.show_what_stays(options.source)) {
    stays = reading->stays;
    const auto about = [&](const std::string& what, const std::string& place) {
      if (has(stays, place)) instead += about_fault(what, place, settings, reading->diagnostics, now, check);
    };
    about("the list of cards", content::pack_place);
    about("`" + id + "`", content::card_place(id));
  }
  const report::Answer answer = report::why(screen.shown(), id, *time);
  if (!answer.found) return fail(answer.text);
  warn_of_past(*time, now);
  std::cout << instead << about_staff(options.source, id, *time, now) << with_picture(answer.text, picture, id, stays);
  return fine;
}

}  // namespace anteroom::commands
