#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <optional>
#include <string>

#include "assembly/released.h"
#include "commands/options.h"
#include "platform/log.h"
#include "platform/stop_signals.h"
#include "source/nearest.h"
#include "source/printable.h"

namespace anteroom::commands {

namespace {

// As assembly::config_file looks for it; manual pages say the same, wherever they are made.
constexpr const char* settings_help =
    "Settings of the screen (default: config/kiosk.toml where it is started, else /etc/anteroom/kiosk.toml)";

void add_source(CLI::App& command, assembly::SourceOptions& source) {
  command.add_option("--config", source.config, settings_help)->type_name("FILE");
  command.add_option("--content", source.content, "Folder of the content pack (default: the one the settings name)")
      ->type_name("DIR");
}

void add_display(CLI::App& command, std::optional<int>& display, const std::string& help) {
  command.add_option("--display", display, help)->type_name("N")->check(CLI::Range(0, 63));
}

// Adds an option with a value WxH.
void add_size(CLI::App& command, const std::string& name, std::optional<assembly::Size>& size,
              const std::string& help) {
  command
      .add_option_function<std::string>(
          name, [&size](const std::string& text) { size = parse_size(text); }, help)
      ->type_name("WxH")
      ->check([](const std::string& text) {
        return parse_size(text) ? std::string() : "'" + text + "' is not a size in pixels such as 1920x1080";
      });
}

struct CommandLine {
  CLI::App app{"Anteroom: illustrated patient information on a waiting room's screen", "anteroom"};
  RunOptions run;
  CheckOptions check;
  RenderOptions render;
  ReplayOptions replay;
  BenchOptions bench;
  SoakOptions soak;
  NoticeOptions notice;
  StatusOptions status;
  WhyOptions why;
  ScheduleOptions schedule;
  TranslatedOptions translated;
  SignOptions sign;
  ReportOptions report;
  ProofOptions proof;
  NewOptions fresh;
  SetupOptions setup;
  SetPinOptions set_pin;
  AttestOptions attest;
  SelftestOptions selftest;
  std::string help_on;  // of `help`

  CommandLine() {
    app.set_version_flag("--version", assembly::version());
    app.require_subcommand(0, 1);
    app.footer(
        "Exit status: 0 success; 1 errors found or expectation failed; 2 wrong usage; 3 the display has gone.\n"
        "'anteroom COMMAND --help' explains a command.");
    add_run_options(app);  // 'anteroom' alone means 'anteroom run'
    add_run_options(*app.add_subcommand("run", "Show the loop in a window or full screen (the default)"));
    add_check();
    add_render();
    add_replay();
    add_bench();
    add_soak();
    add_notice();
    add_source(*app.add_subcommand("status", "Print what became of the last change of settings or content"),
               status.source);
    add_why();
    add_schedule();
    add_translated();
    add_sign();
    add_report();
    add_proof();
    add_new();
    add_setup();
    add_set_pin();
    add_attest();
    add_selftest();
    app.add_subcommand("help", "Show this help, or that of a command")
        ->add_option("COMMAND", help_on, "The command to explain");
  }

  void add_run_options(CLI::App& command) {
    add_source(command, run.source);
    auto* full = command.add_flag("--fullscreen", run.fullscreen, "Full screen, as on a kiosk; only a signal ends it");
    auto* window = command.add_option_function<std::string>(
        "--windowed",
        [this](const std::string& text) {
          if (!text.empty()) run.window = parse_size(text);
        },
        "In a window of this size, which can be closed (the default)");
    window->expected(0, 1)->type_name("[WxH]")->excludes(full)->check([](const std::string& text) {
      return text.empty() || parse_size(text) ? std::string() : "'" + text + "' is not a size such as 1280x720";
    });
    add_display(command, run.display, "The monitor, counted from 0 (default: the one that the settings name, else 0)");
    command.add_flag("--once", run.once, "End after the first frame, to measure the start");
  }
  void add_check() {
    CLI::App& command = *app.add_subcommand("check", "Report what is wrong with settings and content, and where");
    add_source(command, check.source);
    add_display(command, check.display, "The monitor, counted from 0, whose size is used if the settings give none");
    command
        .add_option_function<std::string>(
            "--format", [this](const std::string& format) { check.json = format == "json"; },
            "How to print faults: text (standard error) or json (standard output)")
        ->type_name("text|json")
        ->check(CLI::IsMember({"text", "json"}));
    command.add_option("--color", check.color, "Colours in the text (default: auto, on a terminal without NO_COLOR)")
        ->type_name("auto|always|never")
        ->check(CLI::IsMember({"auto", "always", "never"}));
    command.add_flag("--strict", check.strict, "Exit with status 1 on warnings, too");
    command.add_flag("--report", check.report, "Print the tables of readability and of sizes, too");
  }
  void add_render() {
    CLI::App& command = *app.add_subcommand("render", "Write every screen as a PNG; needs no display");
    add_source(command, render.source);
    add_display(command, render.display, "The monitor, counted from 0, whose size is used if the settings give none");
    command.add_option("--out", render.out, "Folder for <card>.<language>.<screen>.png; created if missing")
        ->type_name("DIR")
        ->required();
    command.add_option("--lang", render.language, "Only this language")->type_name("L");
    command.add_option("--card", render.card, "Only this card")->type_name("ID");
    add_size(command, "--size", render.size,
             "Size in pixels; a different shape means a screen of that shape with the same diagonal");
    command.add_option("--text-size", render.text_percent, "Text size in percent")
        ->type_name("100|150|200")
        ->check(CLI::IsMember({100, 150, 200}));
    command
        .add_option_function<std::string>(
            "--contrast", [this](const std::string& contrast) { render.high_contrast = contrast == "high"; },
            "The colours (default: standard)")
        ->type_name("standard|high")
        ->check(CLI::IsMember({"standard", "high"}));
    command.add_flag("--dump", render.dump, "Also write each Scene as text, <...>.scene.txt");
  }
  void add_replay() {
    CLI::App& command = *app.add_subcommand("replay", "Drive the kiosk from a file, in virtual time; needs no display");
    command
        .add_option("FILE", replay.file,
                    "Commands, one per line: wait, listen, now, tap, press, drag, release, palm, key, expect, shot")
        ->required();
    add_source(command, replay.source);
    command.add_option("--out", replay.out, "Folder for the pictures that 'shot' takes")->type_name("DIR");
    command.add_flag("--aloud", replay.real_voice, "In real time, spoken by the speech service");
  }
  void add_bench() {
    CLI::App& command = *app.add_subcommand("bench", "Measure start, drawing, idling and memory on this machine");
    add_source(command, bench.source);
    command.add_flag("--json", bench.json, "Print one JSON object");
    command.add_option("--only", bench.only, "One group of figures (default: all)")
        ->type_name("GROUP")
        ->check(CLI::IsMember(std::set<std::string>(commands::bench_groups.begin(), commands::bench_groups.end())));
    command.add_option("--big-pack", bench.big_pack_cards, "Number of cards in the generated pack (default: 10000)")
        ->type_name("N")
        ->check(CLI::Range(1, 1'000'000));
  }

  // What to say if words of the notice stand apart from the others, since the value of an option before them had no
  // quotes: --text Ask at the desk. Empty: they stand together.
  static std::string about_stray_words(const CLI::App& command) {
    struct Group {
      const CLI::Option* after;  // the option directly before its words
      std::vector<std::string> words;
    };
    const CLI::Option* what = command.get_option("what");
    const std::vector<std::string> words = what->results();
    std::vector<Group> groups;
    const CLI::Option* before = nullptr;
    std::size_t taken = 0;
    for (const CLI::Option* option : command.parse_order()) {
      if (option == what && (before != what || groups.empty())) groups.push_back({before, {}});
      if (option == what && taken < words.size()) groups.back().words.push_back(words[taken++]);
      before = option;
    }
    const auto takes_words = [](const CLI::Option* option) {
      return option != nullptr &&
             (option->check_lname("text") || option->check_lname("from") || option->check_lname("until"));
    };
    const auto is_one_word = [](const CLI::Option* option) {
      return option->results().back().find(' ') == std::string::npos;
    };
    if (groups.empty()) return {};
    const Group& last = groups.back();
    const bool is_cut =
        groups.size() > 1 || (last.words.size() > 1 && takes_words(last.after) && is_one_word(last.after));
    if (!is_cut) return {};
    std::string stray;
    for (const std::string& word : last.words) stray += (stray.empty() ? "" : " ") + word;
    std::string message =
        "`" + stray + "` stands apart from the other words of the notice; write them together, in quotes";
    if (!takes_words(last.after)) return message;
    const std::string option = last.after->get_name();
    return message + ", or, if it belongs to " + option + ": " + option + " \"" + last.after->results().back() + " " +
           stray + "\"";
  }

  void add_notice() {
    CLI::App& command = *app.add_subcommand("notice", "Put up a notice on the running screens, or take it down");
    add_source(command, notice.source);
    command.add_option("what", notice.what, "A ready-made notice (see --list), or words in quotes")->type_name("NAME");
    command.callback([this, &command] { notice.stray = about_stray_words(command); });
    command.add_option("--text", notice.text, "Smaller words below")->type_name("WORDS");
    command.add_option("--level", notice.level, "info: a band above the cards; urgent: the whole screen")
        ->type_name("info|urgent")
        ->transform(CLI::IsMember({"info", "urgent"}, CLI::ignore_case));
    command.add_flag("--urgent", notice.urgent, "The same as --level urgent")->excludes("--level");
    command.add_option("--from", notice.from, "When it goes up: 08:00 or \"2026-12-24 08:00\" (default: now)")
        ->type_name("TIME");
    command.add_option("--until", notice.until, "When it comes down by itself (default: never)")->type_name("TIME");
    command.add_option("--minutes", notice.minutes, "The number in a ready-made notice")
        ->type_name("N")
        ->check(CLI::Range(1, 999));
    command.add_flag("--clear,--off", notice.clear, "Take the notice down; an earlier one comes back");
    command.add_flag("--all", notice.all, "With --clear: take the earlier ones down, too");
    command.add_flag("--list", notice.list, "Print the names of the ready-made notices");
  }

  void add_why() {
    CLI::App& command = *app.add_subcommand("why", "Say why a card is shown or hidden, and when that changes");
    command.add_option("CARD", why.card, "The card's name in pack.toml")->required();
    add_source(command, why.source);
    command.add_option("--at", why.at, "When: 08:00, 2026-12-24 or \"2026-12-24 08:00\" (default: now)")
        ->type_name("TIME");
  }

  void add_schedule() {
    CLI::App& command = *app.add_subcommand(
        "schedule", "Print a day: opening and closing, cards that join or leave, the loop's length");
    add_source(command, schedule.source);
    command.add_option("--day", schedule.day, "The day, such as 2026-12-24 (default: today)")->type_name("DATE");
  }

  void add_translated() {
    CLI::App& command =
        *app.add_subcommand("translated", "Record that translations say what the first language says today");
    add_source(command, translated.source);
    command.add_option("--pack", translated.source.content, "The same as --content")->type_name("DIR");
    command.add_option("card", translated.card, "The card (with --all: every card, if none is named)")
        ->type_name("CARD");
    auto* languages =
        command.add_option("languages", translated.languages, "The languages whose translation is up to date again")
            ->type_name("LANG");
    command.add_flag("--unchanged", translated.unchanged,
                     "Mark translations, too, that nobody has changed since: they are still right");
    command.add_flag("--all", translated.all, "All languages that a card has")->excludes(languages);
  }

  void add_proof() {
    CLI::App& command = *app.add_subcommand("proof", "Write all that the cards show and say as a PDF, to be signed");
    add_source(command, proof.source);
    command.add_option("--out", proof.out, "The PDF to write")->type_name("FILE.pdf")->required();
    command.add_option("--since", proof.since, "Only what is not as it was signed in this signatures.toml")
        ->type_name("FILE");
    command.add_option("--cards", proof.cards, "Only these cards (default: all)")->type_name("ID,ID")->delimiter(',');
    command.add_option("--languages", proof.languages, "Only these languages (default: all)")
        ->type_name("L,L")
        ->delimiter(',');
  }

  void add_report() {
    CLI::App& command = *app.add_subcommand("report", "Print what was looked at on the screen");
    add_source(command, report.source);
    command.add_option("--from", report.from, "The first day, such as 2026-09-01 (default: the first counted)")
        ->type_name("DATE");
    command.add_option("--to", report.to, "The last day (default: the last counted)")->type_name("DATE");
    command.add_option("--format", report.format, "Tables, a table for a spreadsheet, or a page to open or print")
        ->type_name("text|csv|html")
        ->check(CLI::IsMember({"text", "csv", "html"}));
    command.add_option("--out", report.out, "Write it to this file (default: standard output)")->type_name("FILE");
  }

  void add_sign() {
    CLI::App& command = *app.add_subcommand("sign", "Record that a clinician has reviewed cards as they are");
    add_source(command, sign.source);
    command.add_option("--pack", sign.source.content, "The same as --content")->type_name("DIR");
    command.add_option("--reviewer", sign.reviewer, "The clinician who signs, as patients are to read the name")
        ->type_name("NAME");
    command.add_option("--cards", sign.cards, "Only these cards (default: all)")->type_name("ID,ID")->delimiter(',');
    command.add_option("--languages", sign.languages, "Only these languages (default: all)")
        ->type_name("L,L")
        ->delimiter(',');
    command.add_option("--speaker", sign.speakers, "Who has read a language for the clinician; may be repeated")
        ->type_name("L=NAME")
        ->allow_extra_args(false);
    command.add_option("--by", sign.by, "The last day on which the cards may be shown (default: in 12 months)")
        ->type_name("DATE");
    command.add_flag("--list", sign.list, "Print who has signed which card in which language, and sign nothing");
    command.add_flag("--dry-run", sign.dry_run, "Print what would be signed, and sign nothing");
    command.add_flag("--yes", sign.yes, "Do not ask");
  }

  void add_set_pin() {
    CLI::App& command = *app.add_subcommand("set-pin", "Ask for the PIN with which staff get in at the touchscreen");
    command.add_option("--config", set_pin.source.config, settings_help)->type_name("FILE");
    command.add_flag("--remove", set_pin.remove, "Remove the PIN: then staff cannot get in at the screen");
  }

  void add_new() {
    CLI::App& command =
        *app.add_subcommand("new", "Write the files to begin with: a pack, a card, a language, settings");
    command.require_subcommand(1);
    const auto add = [&](const char* name, const char* help, const char* what, const char* type) -> CLI::App& {
      CLI::App& each = *command.add_subcommand(name, help);
      each.add_option("what", fresh.what, what)->type_name(type)->required();
      return each;
    };
    const auto add_pack = [&](CLI::App& each) {
      each.add_option("--pack", fresh.pack, "Folder of the pack (default: the one that the usual settings name)")
          ->type_name("DIR");
    };
    add("pack", "A pack with two cards, filled in and explained", "Its folder, new or empty", "FOLDER")
        .add_option("--lang", fresh.language, "The language of its cards (default: en)")
        ->type_name("L");
    add_pack(add("card", "A card with a picture, added to the loop", "Its name: a-z, 0-9 and -", "ID"));
    add_pack(add("language", "The words of a pack as comments to translate", "Such as fr or pt-BR", "TAG"));
    CLI::App& settings = add("settings", "Settings for a screen", "The file", "FILE");
    add_pack(settings);
    settings.add_option("--role", fresh.role, "A touchscreen or a wall monitor (default: kiosk)")
        ->type_name("kiosk|wall")
        ->check(CLI::IsMember({"kiosk", "wall"}));
  }

  void add_setup() {
    CLI::App& command =
        *app.add_subcommand("setup", "Ask the installer about the screen, show a test picture, and write the settings");
    command.add_option("--config", setup.source.config, "Settings to write (default: those of the role)")
        ->type_name("FILE");
    setup::GivenAnswers& given = setup.given;
    const auto add = [&](const char* name, std::string& answer, const char* type, const char* help) {
      command.add_option(name, answer, help)->type_name(type);
    };
    add("--role", given.role, "kiosk|wall", "What the screen is for; what is said by an option is not asked");
    add("--monitor", given.monitor, "NAME", "Its connector or its own name; - for the first");
    add("--touch", given.touch, "NAME", "The name of its touchscreen, or part of it; - for the only one");
    add("--size", given.size, "SIZE", "Of the lit picture: \"1218 x 685\" in mm, in either order, or \"55 inch\"");
    add("--turned", given.top_edge, "top|left|right|bottom", "Where its own top edge is as it hangs");
    add("--distance", given.distance, "LENGTH", "From the reader's eyes to the screen: 600, \"60 cm\", \"4 m\"");
    add("--height", given.lower_edge, "LENGTH", "From the floor to the lower edge of the picture");
    add("--name", given.name, "NAME", "The clinic's name; - for none");
    add("--time-zone", given.time_zone, "ZONE", "Such as America/Toronto; - for the computer's own");
    add("--hours", given.hours, "HOURS", "When it is open: \"mon-fri 8:00-17:00; sat 9:00-12:00\", or always");
    command.add_flag_callback(
        "--yes", [&given] { given.asks = false; }, "Ask nothing: what is not said stays");
    auto* without = command.add_flag_callback(
        "--no-picture", [this] { setup.picture = false; }, "Show no test picture");
    command.add_flag("--only-picture", setup.only_picture, "Only the questions that the test picture asks")
        ->excludes(without);
  }

  void add_attest() {
    CLI::App& command = *app.add_subcommand(
        "attest", "Print versions, hashes, libraries and the sandbox of the running screen, for a security form");
    add_source(command, attest.source);
    command
        .add_option("--pid", attest.pid, "The process whose sandbox is read (default: that of the screen's service)")
        ->type_name("PID");
    command.add_flag("--json", attest.json, "Print a bill of materials, CycloneDX 1.5");
  }

  void add_selftest() {
    CLI::App& command = *app.add_subcommand(
        "selftest", "Try the machine and the screen before it is hung, and write a certificate to file");
    add_source(command, selftest.source);
    add_display(command, selftest.display, "The monitor, counted from 0, whose size is used if the settings give none");
    command
        .add_option("--minutes", selftest.minutes,
                    "About how long it may take; more minutes do more of everything (default: 5)")
        ->type_name("N")
        ->check(CLI::Range(0.05, 1440.0));
    command.add_option("--seed", selftest.seed, "Seed of the random touches, damages and moments (default: 1)")
        ->type_name("N");
    command
        .add_option("--out", selftest.out,
                    "File for the certificate, by its ending .txt, .pdf or .json; more than one is possible (default: "
                    "standard output)")
        ->type_name("FILE")
        ->allow_extra_args(false)
        ->check([](const std::string& file) {
          const std::string ending = std::filesystem::path(file).extension().string();
          return ending == ".txt" || ending == ".pdf" || ending == ".json"
                     ? std::string()
                     : "'" + file + "' does not end with .txt, .pdf or .json";
        });
    command.add_flag("--json", selftest.json, "Print the certificate as one JSON object");
  }

  int carry_out_new() const {
    const CLI::App& command = *app.get_subcommand("new");
    if (command.got_subcommand("pack")) return commands::new_pack(fresh);
    if (command.got_subcommand("card")) return commands::new_card(fresh);
    if (command.got_subcommand("language")) return commands::new_language(fresh);
    return commands::new_settings(fresh);
  }

  void add_soak() {
    CLI::App& command = *app.add_subcommand("soak", "Simulate days of random users in virtual time; needs no display");
    add_source(command, soak.source);
    command.add_option("--days", soak.days, "Number of days (default: 1)")
        ->type_name("N")
        ->check(CLI::Range(1, 10'000));
    command.add_option("--seed", soak.seed, "Seed of the random users (default: 1)")->type_name("S");
    command.add_flag("--json", soak.json, "Print one JSON object");
  }

  // An option of 'run' before another command would be accepted and then ignored.
  bool misplaced() const {
    if (app.get_subcommands().empty()) return false;
    const auto options = app.get_options([](const CLI::Option* option) {
      return option->count() > 0 && option->get_name() != "--help" && option->get_name() != "--version";
    });
    return !options.empty();
  }

  // What to say of an option that the command does not have; empty: the words that are left over are no options.
  std::string unknown_option() const {
    const CLI::App& command = app.get_subcommands().empty() ? app : *app.get_subcommands().front();
    for (const std::string& word : command.remaining(true)) {
      if (!word.starts_with("--")) continue;
      std::vector<std::string> known;
      for (const CLI::Option* option : command.get_options()) {
        for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
      }
      return "there is no option " + source::in_ticks(word.substr(0, word.find('='))) +
             source::did_you_mean(word.substr(0, word.find('=')), known);
    }
    return {};
  }

  bool runs() const { return app.get_subcommands().empty() || app.got_subcommand("run"); }

  // CLI::App::help() would be that of the command `help`.
  std::string general_help() const {
    return app.get_formatter()->make_help(&app, app.get_name(), CLI::AppFormatMode::Normal);
  }

  int show_help() const {
    const std::optional<std::string> text = help();
    if (!text) std::cerr << "anteroom: error: there is no command " << help_on << "\n" << general_help();
    if (text) std::cout << *text;
    return text ? fine : wrong_usage;
  }

  // What `anteroom help COMMAND` shows; nothing if there is no such command.
  std::optional<std::string> help() const {
    if (help_on.empty()) return general_help();
    const auto found = app.get_subcommands([this](const CLI::App* each) { return each->get_name() == help_on; });
    if (found.empty()) return std::nullopt;
    return found.front()->help(app.get_name());
  }

  int carry_out() const {
    if (app.got_subcommand("help")) return show_help();
    if (app.got_subcommand("check")) return commands::check(check);
    if (app.got_subcommand("render")) return commands::render(render);
    if (app.got_subcommand("replay")) return commands::replay(replay);
    if (app.got_subcommand("bench")) return commands::bench(bench);
    if (app.got_subcommand("soak")) return commands::soak(soak);
    if (app.got_subcommand("notice")) return commands::notice(notice);
    if (app.got_subcommand("status")) return commands::status(status);
    if (app.got_subcommand("why")) return commands::why(why);
    if (app.got_subcommand("schedule")) return commands::schedule(schedule);
    if (app.got_subcommand("translated")) return commands::translated(translated);
    if (app.got_subcommand("sign")) return commands::sign(sign);
    if (app.got_subcommand("proof")) return commands::proof(proof);
    if (app.got_subcommand("report")) return commands::report(report);
    if (app.got_subcommand("new")) return carry_out_new();
    if (app.got_subcommand("attest")) return commands::attest(attest);
    if (app.got_subcommand("selftest")) return commands::selftest(selftest);
    if (app.got_subcommand("setup")) return commands::setup(setup);
    if (app.got_subcommand("set-pin")) return commands::set_pin(set_pin);
    return commands::run(run);
  }
};

}  // namespace

int main(int argc, char** argv) {
  platform::hold_signals();
  platform::open_standard_streams();
  CommandLine line;
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::ExtrasError& error) {
    const std::string unknown = line.unknown_option();
    if (unknown.empty()) return line.app.exit(error) == 0 ? fine : wrong_usage;
    std::cerr << "anteroom: error: " << unknown << "\nRun with --help for more information.\n";
    return wrong_usage;
  } catch (const CLI::ParseError& error) {
    return line.app.exit(error) == 0 ? fine : wrong_usage;
  }
  if (line.misplaced()) {
    std::cerr << "anteroom: error: options must follow the command\n";
    return wrong_usage;
  }
  if (!line.runs()) platform::release_signals();
  try {
    const int status = line.carry_out();
    if (line.runs() || std::cout.flush()) return status;
    std::cerr << "anteroom: error: not all could be written to standard output\n";
    return does_not_hold;
  } catch (const std::exception& error) {
    std::cerr << "anteroom: error: " << error.what() << "\n";
    return does_not_hold;
  }
}

}  // namespace anteroom::commands
