// The options of the command line, and the exit statuses.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "assembly/screen_size.h"
#include "assembly/source.h"
#include "model/time.h"
#include "setup/interview.h"

namespace anteroom::commands {

// Exit statuses, a contract with scripts.
inline constexpr int fine = 0;
inline constexpr int does_not_hold = 1;  // errors found, an expectation failed
inline constexpr int wrong_usage = 2;
inline constexpr int display_gone = 3;  // the X server or the compositor has ended: restart it, then Anteroom

// "1080x1920" as a size of 16 to 16384 pixels each way; none for anything else.
std::optional<assembly::Size> parse_size(const std::string& text);

// The time that `text` names: "18:00", "6pm" or "noon", of the day of `now` or, if that has passed, of the next;
// "tomorrow 18:00"; "friday 18:00", the next one that has not passed; "2026-12-24 18:00"; "2026-12-24", its midnight.
// None for anything else.
std::optional<WallTime> parse_moment(const std::string& text, WallTime now);

// The day that `text` names: "today", "tomorrow", "friday", the first one from today on, or "2026-12-24". None for
// anything else.
std::optional<std::chrono::local_days> parse_date(const std::string& text, WallTime now);

// As parse_moment, but "today", "tomorrow" and "friday" mean the last minute of that day.
std::optional<WallTime> parse_end(const std::string& text, WallTime now);

// What to say of a `text` that parse_moment does not know.
std::string no_moment(const std::string& text);

// "2026-12-24 18:00".
std::string in_words(WallTime time);

// The same with "today, " or "tomorrow, " before it, if it is.
std::string in_words(WallTime time, WallTime now);

struct RunOptions {
  assembly::SourceOptions source;
  bool fullscreen = false;
  std::optional<assembly::Size> window;
  std::optional<int> display;  // none: the monitor that the settings name
  bool once = false;           // end after the first frame: for measuring the start
};

struct CheckOptions {
  assembly::SourceOptions source;
  std::optional<int> display;  // the monitor whose size is used if the settings give none
  bool json = false;
  bool strict = false;  // warnings lead to exit status 1, too
  bool report = false;  // print the tables of readability and legibility, too
  std::string color = "auto";
};

struct NoticeOptions {
  assembly::SourceOptions source;
  // A ready-made notice's name, or words, as the shell has cut them; with `clear`, of the one to take down.
  std::vector<std::string> what;
  std::string stray;           // what to say of words that were typed apart from the others; empty: nothing
  std::string text;            // below the words
  std::string level;           // "info" or "urgent"; empty: the ready-made notice's, else "info"
  std::string from, until;     // "18:00" or "2026-12-24 18:00"
  std::optional<int> minutes;  // for {minutes} in a ready-made notice
  bool urgent = false;         // the same as `level` "urgent"
  bool clear = false, all = false, list = false;
};

struct StatusOptions {
  assembly::SourceOptions source;
};

struct TranslatedOptions {
  assembly::SourceOptions source;
  std::string card;                    // empty: every card of the pack, with `all`
  std::vector<std::string> languages;  // whose texts were made from today's text in the first language
  bool all = false;                    // every language that the card has
  bool unchanged = false;              // translations that did not need to change are still right
};

struct SignOptions {
  assembly::SourceOptions source;
  std::string reviewer;                // who signs
  std::vector<std::string> cards;      // ids; empty: all
  std::vector<std::string> languages;  // empty: all that a card has
  std::vector<std::string> speakers;   // "fr=NAME": who has read a language for the reviewer
  std::string by;                      // the last day of the review; empty: in 12 months
  bool list = false;                   // print what is signed, and sign nothing
  bool dry_run = false;                // say what would be signed
  bool yes = false;                    // do not ask
};

struct ProofOptions {
  assembly::SourceOptions source;
  std::filesystem::path out;
  std::filesystem::path since;         // signatures; only what is not as it was signed there. Empty: everything
  std::vector<std::string> cards;      // ids; empty: all
  std::vector<std::string> languages;  // empty: all
};

struct ReportOptions {
  assembly::SourceOptions source;
  std::string from, to;         // days, both included; empty: the first, the last
  std::string format = "text";  // "text", "csv" or "html"
  std::filesystem::path out;    // empty: standard output
};

struct AttestOptions {
  assembly::SourceOptions source;
  std::optional<int> pid;  // whose sandbox; none: that of the screen's service
  bool json = false;
};

struct SetupOptions {
  assembly::SourceOptions source;
  setup::GivenAnswers given;
  bool picture = true;        // show the test picture if there is a display
  bool only_picture = false;  // ask nothing else
};

struct SetPinOptions {
  assembly::SourceOptions source;
  bool remove = false;
};

struct NewOptions {
  assembly::SourceOptions source;
  std::string what;             // the pack's folder, the card's id, the language, the file of settings
  std::filesystem::path pack;   // empty: the one that the settings name
  std::string language = "en";  // of a new pack
  std::string role = "kiosk";   // of new settings: "kiosk" or "wall"
};

struct RenderOptions {
  assembly::SourceOptions source;
  std::optional<int> display;  // the monitor whose size is used if the settings give none
  std::filesystem::path out;
  std::string language;  // empty: every language on offer
  std::string card;      // empty: every card of the loop
  std::optional<assembly::Size> size;
  int text_percent = 100;
  bool high_contrast = false;
  bool dump = false;
};

struct ReplayOptions {
  assembly::SourceOptions source;
  std::filesystem::path file;
  std::filesystem::path out;  // empty: shots are not written
  bool real_voice = false;    // in real time, with the speech service
};

// What `bench` measures, in this order.
inline constexpr std::array bench_groups{"start",    "memory", "screen", "pointer", "motion", "loop",
                                         "pictures", "reload", "paint",  "panel",   "pack",   "usage"};

struct BenchOptions {
  assembly::SourceOptions source;
  bool json = false;
  int big_pack_cards = 10'000;
  std::string only;  // one group of figures (bench_groups); empty: all
};

struct WhyOptions {
  assembly::SourceOptions source;
  std::string card;
  std::string at;  // as parse_moment; empty: now
};

struct ScheduleOptions {
  assembly::SourceOptions source;
  std::string day;  // "2026-12-24"; empty: today
};

struct SoakOptions {
  assembly::SourceOptions source;
  int days = 1;
  std::uint64_t seed = 1;
  bool json = false;
};

// What a full self-test takes on a small computer.
inline constexpr double full_selftest_minutes = 5;

struct SelftestOptions {
  assembly::SourceOptions source;
  std::optional<int> display;  // the monitor whose size is used if the settings give none
  double minutes = full_selftest_minutes;
  std::uint64_t seed = 1;
  std::vector<std::filesystem::path> out;  // files that end with .txt, .pdf or .json; none: standard output
  bool json = false;                       // on standard output
};

// Each returns the exit status.
int run(const RunOptions& options);
int check(const CheckOptions& options);
int render(const RenderOptions& options);
int replay(const ReplayOptions& options);
int bench(const BenchOptions& options);
int soak(const SoakOptions& options);
int notice(const NoticeOptions& options);
int status(const StatusOptions& options);
int why(const WhyOptions& options);
int schedule(const ScheduleOptions& options);
int translated(const TranslatedOptions& options);
int sign(const SignOptions& options);
int report(const ReportOptions& options);
int proof(const ProofOptions& options);
int attest(const AttestOptions& options);
int selftest(const SelftestOptions& options);
int setup(const SetupOptions& options);
int set_pin(const SetPinOptions& options);
int new_pack(const NewOptions& options);
int new_card(const NewOptions& options);
int new_language(const NewOptions& options);
int new_settings(const NewOptions& options);

// Reads the command line and carries it out.
int main(int argc, char** argv);

}  // namespace anteroom::commands
