// `anteroom selftest`: what an installer files before the screen is hung.
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <iostream>

#include "assembly/load.h"
#include "assembly/own_command.h"
#include "assembly/released.h"
#include "commands/attested.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "commands/pdf_file.h"
#include "commands/selftest_progress.h"
#include "content/read_families.h"
#include "paint/decoder_run.h"
#include "platform/clock.h"
#include "platform/memory.h"
#include "platform/write_file.h"
#include "report/child_output.h"
#include "selftest/certificate.h"
#include "selftest/damage.h"
#include "selftest/days.h"
#include "selftest/full_disk.h"
#include "selftest/jail.h"
#include "selftest/kills.h"
#include "selftest/loops.h"
#include "selftest/machine.h"
#include "selftest/machine_checks.h"
#include "selftest/own_folder.h"
#include "selftest/plan.h"

namespace anteroom::commands {

namespace {

namespace fs = std::filesystem;

std::atomic<bool> is_stopped{false};
static_assert(std::atomic<bool>::is_always_lock_free, "it is set in a signal handler");

void stop(int /*signal*/) {
  is_stopped = true;
}

// While it lives, Ctrl-C asks for an end. A second one does not end the process at once: it has children to end.
class StopAtCtrlC {
 public:
  StopAtCtrlC() {
    struct sigaction action {};
    action.sa_handler = stop;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaction(signal, &action, nullptr);
  }
  ~StopAtCtrlC() {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, SIG_DFL);
  }
  StopAtCtrlC(const StopAtCtrlC&) = delete;
  StopAtCtrlC& operator=(const StopAtCtrlC&) = delete;
};

// What is to be tested, as it was read at the beginning.
struct Tested {
  Settings settings;
  fs::path config;
  assembly::Loaded loaded;
  std::vector<std::string> languages;  // that the screen is to offer
  std::vector<paint::FamilyChoice> fonts;
  std::string program;
};

Tested tested(const SelftestOptions& options) {
  Tested it;
  source::TomlFiles files;
  source::Diagnostics faults;
  it.config = fs::absolute(assembly::config_file(options.source));
  it.settings = assembly::load_settings(options.source, options.display, files, faults);
  platform::Clock zone(it.settings.time_zone);  // for the whole process
  it.loaded = assembly::load(it.settings, it.config, files, faults);
  print(faults);
  const content::PackFolder folder(it.settings.content);
  source::Diagnostics again;
  it.languages = selftest::wanted_languages(it.settings, content::read_pack(folder, {}, files, again).languages);
  const fs::path table = fs::path(it.loaded.content.assets) / "fonts.toml";
  for (content::FontFamilies& each : content::read_families(table, files, again)) {
    it.fonts.push_back({std::move(each.language), std::move(each.families)});
  }
  std::error_code error;
  it.program = fs::read_symlink("/proc/self/exe", error).string();
  return it;
}

struct Memory {
  selftest::MemoryWatch loops, touches;
};

// The checks. Requires: `it` and `memory` outlive them. `seconds`: measured in a full test on two cores of a server,
// each alone.
std::vector<selftest::Step> steps_for(const Tested& it, const fs::path& own, Memory& memory) {
  using selftest::Course;
  const auto copy = [&it, own](const char* name) {
    return selftest::copy_of_clinic(it.settings, it.config, own / name);
  };
  const auto now = [] { return static_cast<std::int64_t>(std::time(nullptr)); };
  const Content& content = it.loaded.content;
  return {
      {"clock", "Clock", 0.1,
       [&](const Course&) {
         return selftest::check_clock(content, platform::wall_now(), selftest::is_clock_synchronised());
       }},
      {"screen", "Screen size", 0.1, [&](const Course&) { return selftest::check_screen(it.settings); }},
      {"fonts", "Fonts", 0.5, [&](const Course&) { return selftest::check_fonts(content, it.languages, it.fonts); }},
      {"voices", "Voices", 2,
       [&](const Course&) {
         const bool is_wall = content.settings.role == Role::wall;
         return selftest::check_voices(content, is_wall ? std::nullopt : platform::spoken_voices());
       }},
      {"jail", "Pictures are read in a jail", 0.5,
       [](const Course&) { return selftest::check_jail(paint::decoder_program()); }},
      {"summer-time", "Summer time begins and ends", 4,
       [&, now](const Course& course) { return selftest::check_summer_time(it.loaded, now(), course); }},
      {"midnight", "Midnight", 1,
       [&, now](const Course& course) { return selftest::check_midnights(it.loaded, now(), course); }},
      {"leap-day", "A leap day", 2,
       [&, now](const Course& course) { return selftest::check_leap_day(it.loaded, now(), course); }},
      {"loops", "The loop, again and again", 60,
       [&](const Course& course) {
         return selftest::check_loops(it.loaded, platform::wall_now(), course, memory.loops);
       }},
      {"touches", "Random touches", 60,
       [&](const Course& course) { return selftest::check_touches(it.loaded, course, memory.touches); }},
      {"memory", "Memory stays flat", 0.1,
       [&](const Course&) {
         return selftest::check_memory(
             {{"loops", memory.loops, selftest::enough_loops}, {"touches", memory.touches, selftest::enough_touches}});
       }},
      {"damage", "Damaged files", 60,
       [&, copy, own](const Course& course) {
         return selftest::check_damage(copy("damage"), own / "damage/state", course);
       }},
      {"full-disk", "A full disk", 2,
       [&, copy, own](const Course&) { return selftest::check_full_disk(copy("disk"), own / "disk/state"); }},
      {"kills", "Killed at random moments", 30,
       [&, copy](const Course& course) {
         const assembly::SourceOptions source = copy("kills");
         const std::string why_not = selftest::why_no_window(it.program, source);
         return selftest::check_kills(source, why_not.empty() ? it.program : "", why_not, course);
       }},
  };
}

std::string shown_number(double number) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%g", number);
  return text.data();
}

// Of the process's time zone now: "EST".
std::string abbreviation() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return local.tm_zone;
}

// When it began, for people.
std::string in_local_minutes(WallTime time) {
  return in_digits(date_of(time)) + " " + in_digits(minute_of_day(time));
}

selftest::Certificate certificate_of(const SelftestOptions& options, const Tested& it, WallTime began, double seconds,
                                     std::vector<selftest::Line> lines) {
  const report::Attestation attestation = attested({options.source, std::nullopt, false});
  selftest::Certificate certificate;
  certificate.screen = it.config.stem().string();
  certificate.began = in_local_minutes(began);
  certificate.made_utc = attestation.made;
  certificate.was_stopped = is_stopped;
  certificate.lines = std::move(lines);
  certificate.files = attestation.files;
  certificate.libraries = attestation.libraries;
  const std::string zone =
      it.settings.time_zone.empty() ? "the machine's time zone (" + abbreviation() + ")" : it.settings.time_zone;
  const long minutes = std::lround(std::floor(seconds / 60)), rest = std::lround(std::floor(seconds)) % 60;
  certificate.about = {{"Screen", certificate.screen + ", " + it.config.string()},
                       {"Cards", std::to_string(it.loaded.content.pack.cards.size()) + " in " + it.settings.content},
                       {"Program", "anteroom " + attestation.version + ", released " + attestation.released},
                       {"System", attestation.system + ", kernel " + attestation.kernel}};
  for (selftest::Figure& each : selftest::about_machine()) certificate.about.push_back(std::move(each));
  certificate.about.push_back({"Began", certificate.began + ", " + zone + "; took " + std::to_string(minutes) +
                                            " min " + std::to_string(rest) + " s"});
  certificate.about.push_back({"Run as", "anteroom selftest" + assembly::said_options(options.source) + " --minutes " +
                                             shown_number(options.minutes) + " --seed " +
                                             std::to_string(options.seed)});
  return certificate;
}

std::string sha256_of(const std::string& text) {
  constexpr std::chrono::seconds patience{60};
  const auto output = report::child_output({"sha256sum"}, text, patience);
  return output ? output->substr(0, output->find(' ')) : "not known";
}

// The certificate as a PDF; nothing: it cannot be made.
std::optional<std::string> certificate_pdf(const selftest::Certificate& certificate, const std::string& sha256,
                                           const std::vector<paint::FamilyChoice>& fonts) {
  return pdf_of(to_document(certificate, sha256), fonts);
}

// Returns why `file` could not be written; empty: it was.
std::string write_certificate(const selftest::Certificate& certificate, const fs::path& file, const std::string& text,
                              const std::string& sha256, const std::vector<paint::FamilyChoice>& fonts) {
  std::optional<std::string> bytes = text;
  if (file.extension() == ".pdf") bytes = certificate_pdf(certificate, sha256, fonts);
  if (file.extension() == ".json") bytes = to_json(certificate, sha256);
  if (!bytes) return no_pdf;
  return platform::write_whole(file, *bytes);
}

int finish(const selftest::Certificate& certificate, const SelftestOptions& options,
           const std::vector<paint::FamilyChoice>& fonts) {
  const std::string text = to_text(certificate), sha256 = sha256_of(text);
  int status = verdict_of(certificate) == selftest::Verdict::passed ? fine : does_not_hold;
  for (const fs::path& file : options.out) {
    const std::string fault = write_certificate(certificate, file, text, sha256, fonts);
    if (!fault.empty()) status = fail(file.string() + " " + fault);
    if (fault.empty()) std::cerr << "certificate: " << file.string() << "\n";
  }
  if (options.json) {
    std::cout << to_json(certificate, sha256);
  } else {
    std::cout << (options.out.empty() ? text : verdict_in_words(certificate) + "\n");
  }
  return status;
}

}  // namespace

int selftest(const SelftestOptions& options) {
  platform::map_large_blocks();
  const StopAtCtrlC stopping;
  // Before anything is read: even caches are its own.
  const selftest::OwnFolder own;
  const Tested it = tested(options);
  const WallTime began = platform::wall_now();
  const auto seconds = [start = std::chrono::steady_clock::now()] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  ProgressBar progress(::isatty(STDERR_FILENO) != 0, [](const std::string& text) { std::cerr << text; });
  const selftest::Listener listener{[&](const std::string& title, double share) { progress.show(title, share); },
                                    [&](const selftest::Line& line) { put_line(progress, line); },
                                    [] { return is_stopped.load(); }, seconds};
  Memory memory;
  selftest::Course course;
  course.seed = options.seed;
  course.scale = options.minutes / full_selftest_minutes;
  std::vector<selftest::Line> lines = carry_out(steps_for(it, own.path(), memory), course, listener);
  progress.end();
  return finish(certificate_of(options, it, began, seconds(), std::move(lines)), options, it.fonts);
}

}  // namespace anteroom::commands
