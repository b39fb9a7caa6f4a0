#include "selftest/machine_checks.h"

#include <sys/timex.h>

#include <algorithm>
#include <cmath>

#include "model/wall_clock.h"

namespace anteroom::selftest {

namespace {

// After so many years nobody runs this release.
constexpr std::chrono::years latest_after{30};

std::string in_minutes(WallTime time) {
  return in_digits(date_of(time)) + " " + in_digits(minute_of_day(time));
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

// The families for `language`: of the longest key that it begins with.
std::vector<std::string> families_of(const std::string& language, const std::vector<paint::FamilyChoice>& choices) {
  const paint::FamilyChoice* best = nullptr;
  for (const paint::FamilyChoice& each : choices) {
    const std::string& key = each.language;
    const bool fits = key.empty() || language == key || language.starts_with(key + "-");
    if (fits && (best == nullptr || key.size() > best->language.size())) best = &each;
  }
  return best == nullptr ? std::vector<std::string>{} : best->families;
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

Outcome check_clock(const Content& content, WallTime now, std::optional<bool> synchronised) {
  Outcome outcome;
  outcome.done = "The clock shows " + in_minutes(now) + ".";
  const std::string& zone = content.settings.time_zone;
  outcome.figures.push_back({"time zone", zone.empty() ? "the machine's own" : zone});
  if (synchronised) outcome.figures.push_back({"kept right by a time server", *synchronised ? "yes" : "no"});
  const Date earliest = earliest_day(content);
  if (earliest.ok()) outcome.figures.push_back({"earliest day that can be right", in_digits(earliest)});
  if (!is_possible(content, now)) {
    return failed(std::move(outcome), "the clock is wrong: this program and its cards are newer; set it (timedatectl)");
  }
  if (earliest.ok() && date_of(now) > earliest + latest_after) {
    return failed(std::move(outcome), "the clock is wrong by decades; set it (timedatectl)");
  }
  return outcome;
}

std::optional<bool> is_clock_synchronised() {
  timex state{};
  const int answer = ::adjtimex(&state);
  if (answer < 0) return std::nullopt;
  return (static_cast<unsigned>(state.status) & static_cast<unsigned>(STA_UNSYNC)) == 0;
}

Outcome check_screen(const Settings& settings) {
  const Screen& screen = settings.screen;
  const auto whole = [](double value) { return std::to_string(std::lround(value)); };
  Outcome outcome;
  outcome.done = "The lit picture is " + whole(screen.width_mm) + " x " + whole(screen.height_mm) + " mm, " +
                 std::to_string(screen.width_px) + " x " + std::to_string(screen.height_px) + " pixels, read from " +
                 whole(screen.viewing_distance_mm) + " mm.";
  const char* source = screen.mm_source == SizeSource::settings  ? "the settings"
                       : screen.mm_source == SizeSource::monitor ? "the monitor"
                                                                 : "nobody: a guess";
  outcome.figures.push_back({"size from", source});
  if (screen.mm_source != SizeSource::fallback) return outcome;
  return failed(std::move(outcome),
                "the size is not known, so letters may be too small to read; measure the lit picture and run "
                "anteroom-setup, or write width_mm and height_mm into the settings");
}

std::vector<std::string> wanted_languages(const Settings& settings, const std::vector<std::string>& pack) {
  return settings.languages.empty() ? pack : settings.languages;
}

Outcome check_fonts(const Content& content, const std::vector<std::string>& wanted,
                    const std::vector<paint::FamilyChoice>& choices) {
  Outcome outcome;
  outcome.done = "Looked for the fonts of " + joined(wanted) + ".";
  std::vector<std::string> faults;
  for (const std::string& language : wanted) {
    const std::vector<std::string> families = families_of(language, choices);
    const paint::FaceTable faces(choices, {language});
    std::vector<std::string> missing;
    for (const std::string& family : families) {
      if (contains(faces.missing_families(), family)) missing.push_back(family);
    }
    outcome.figures.push_back({"font of " + language, joined(families)});
    if (!missing.empty()) faults.push_back(language + ": " + joined(missing) + " is not installed");
    if (!contains(content.pack.languages, language)) faults.push_back(language + " is not on offer");
  }
  if (faults.empty()) return outcome;
  std::string reason;
  for (const std::string& fault : faults) reason += (reason.empty() ? "" : "; ") + fault;
  return failed(std::move(outcome), reason + "; `anteroom check` says what is missing");
}

Outcome check_voices(const Content& content, const std::optional<std::vector<platform::SpokenVoice>>& spoken) {
  Outcome outcome;
  std::vector<std::string> languages;
  for (const std::size_t index : offered_languages(content)) languages.push_back(content.pack.languages[index]);
  if (content.settings.role == Role::wall) return not_run(std::move(outcome), "a wall monitor does not read aloud");
  outcome.done = "Asked the speech service for voices of " + joined(languages) + ".";
  if (!spoken) {
    return failed(std::move(outcome),
                  "the speech service does not answer, so the screen reads nothing aloud; see "
                  "`systemctl --user status speech-dispatcher`");
  }
  outcome.figures.push_back({"voices of the service", with_commas(static_cast<long>(spoken->size()))});
  std::vector<std::string> silent;
  for (const std::string& language : languages) {
    if (platform::voice_for(*spoken, language) == nullptr) silent.push_back(language);
  }
  if (silent.empty()) return outcome;
  return failed(std::move(outcome), "no voice for " + joined(silent) + "; install one (espeak-ng-data has most)");
}

}  // namespace anteroom::selftest
