#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>

#include "assembly/languages.h"
#include "assembly/load.h"
#include "assembly/own_command.h"
#include "assembly/released.h"
#include "assembly/source.h"
#include "assembly/templates.h"
#include "checks/check_pack.h"
#include "checks/clinic_variables.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "commands/voice_table.h"
#include "content/greetings.h"
#include "content/read_notice.h"
#include "content/read_policy.h"
#include "content/read_settings.h"
#include "platform/clock.h"
#include "platform/edid.h"
#include "platform/log.h"
#include "report/bar_words_report.h"
#include "report/code_fault.h"
#include "report/legibility_report.h"
#include "report/loop_report.h"
#include "report/name_report.h"
#include "report/picture_trials.h"
#include "report/readability_report.h"
#include "report/syllables.h"
#include "runtime/running.h"
#include "runtime/without_outcome.h"
#include "source/printable.h"
#include "source/rules.h"
#include "source/source_file.h"

namespace anteroom::commands {

namespace {

void report_missing_monitor(int display, const std::string& config, source::Diagnostics& diagnostics) {
  const std::string absent = platform::absent_monitor(platform::connectors_folder, {display, ""});
  if (absent.empty()) return;
  source::add_file_fault(diagnostics, rule::missing_monitor, config,
                         absent + "; `--display` counts the connected ones from 0");
}

nlohmann::json to_json(const source::Diagnostics& diagnostics, const report::LegibilityReport& legibility,
                       const std::string& config) {
  nlohmann::json list = nlohmann::json::array();
  for (const source::Diagnostic& each : diagnostics.sorted()) {
    list.push_back({{"path", each.path},
                    {"line", each.line},
                    {"column", each.column},
                    {"severity", each.severity == source::Severity::error ? "error" : "warning"},
                    {"rule", each.rule},
                    {"message", each.message}});
  }
  for (const std::string& line : legibility.passing) {
    list.push_back({{"path", config},
                    {"line", 0},
                    {"column", 0},
                    {"severity", "info"},
                    {"rule", rule::legibility.name},
                    {"message", line}});
  }
  return list;
}

// "5 of 6 languages are not on the screen: `fr`, `es`", the last thing that is said; empty when all are there.
std::string gone_languages(const std::vector<std::string>& listed, const std::vector<std::string>& offered) {
  std::string gone;
  std::size_t count = 0;
  for (const std::string& language : listed) {
    if (std::find(offered.begin(), offered.end(), language) != offered.end()) continue;
    gone += (count++ > 0 ? ", `" : "`") + language + "`";
  }
  if (count == 0) return {};
  return std::to_string(count) + " of " + std::to_string(listed.size()) + " languages " + (count == 1 ? "is" : "are") +
         " not on the screen: " + gone + "\n";
}

// True if what is printed to standard error is to have colours. `choice`: auto, always or never.
bool has_colours(const std::string& choice) {
  if (choice != "auto") return choice == "always";
  const char* refused = std::getenv("NO_COLOR");  // https://no-color.org
  const char* terminal = std::getenv("TERM");
  return (refused == nullptr || *refused == '\0') && terminal != nullptr && std::string_view(terminal) != "dumb" &&
         isatty(STDERR_FILENO) != 0;
}

std::string count(int number, const std::string& noun) {
  return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

// What a running screen makes of the errors. `notice`: the path of the notice's file.
std::string what_screens_do(const source::Diagnostics& diagnostics, const std::string& notice) {
  int shown = 0, of_notice = 0, lost_cards = 0, held = 0;
  for (const source::Diagnostic& each : diagnostics.sorted()) {
    if (each.severity != source::Severity::error) continue;
    if (each.path == notice) {
      ++of_notice;
    } else if (each.rule == rule::missing_card.name) {
      ++lost_cards;
    } else {
      ++(rule::is_shown_nevertheless(each.rule) ? shown : held);
    }
  }
  std::string text;
  if (held > 0) {
    text +=
        "A screen that is running goes on with each file that has an error as it was before; all else is shown as it "
        "is "
        "now.\n";
  }
  if (lost_cards > 0) {
    text +=
        "A screen that is running shows a card whose file is gone as it was: put the file back, or take the card's "
        "name "
        "out of `cards`.\n";
  }
  if (of_notice > 0) text += "The notice is up all the same, as far as it can be read.\n";
  if (shown > 0) {
    text += (held > 0 ? "But " : "") + count(shown, "error") + (shown == 1 ? " is" : " are") +
            " on the screen as written, since only `check` looks for " + (shown == 1 ? "it" : "them") + ": correct " +
            (shown == 1 ? "it" : "them") + " now.\n";
  }
  return text;
}

// What the law where the clinic is suggests for a pack that says nothing about drug names; empty: nothing.
std::string about_policy(const checks::CheckedPack& checked, const Settings& settings) {
  const std::string_view rule = content::suggested_rule(settings.region);
  if (checked.has_policy || rule.empty()) return {};
  return "pack.toml has no [policy]; in the region " + settings.region +
         " a pack whose cards name drugs should have one, " + "with rule = \"" + std::string(rule) +
         "\": see [policy] in docs/author.md\n";
}

// "`paper` is not counted: it has an error; …", of the cards in the loop whose files have one.
std::string not_counted(const source::Diagnostics& diagnostics, const std::string& content) {
  const std::string cards = source::printable(content + "/cards/");
  std::set<std::string> faulty;
  for (const source::Diagnostic& each : diagnostics.sorted()) {
    const bool is_held = each.severity == source::Severity::error && !rule::is_shown_nevertheless(each.rule);
    if (!is_held || !each.path.starts_with(cards) || !each.path.ends_with(".toml")) continue;
    faulty.insert(each.path.substr(cards.size(), each.path.size() - cards.size() - std::string(".toml").size()));
  }
  if (faulty.empty()) return {};
  std::string names;
  for (const std::string& id : faulty) names += (names.empty() ? "" : ", ") + source::in_ticks(id);
  return "not counted, since there is an error in it: " + names +
         "; a screen that is running shows it as it was before\n";
}

// `diagnostics` without what a running screen does not do, since it keeps the settings that it had: those in `config`
// and the file `included` by it.
source::Diagnostics as_running_screen(const source::Diagnostics& diagnostics, const std::string& config,
                                      const std::string& included) {
  source::Diagnostics said;
  for (const source::Diagnostic& each : diagnostics.sorted()) {
    const bool is_of_settings = each.path == source::printable(config) || each.path == source::printable(included);
    said.add(is_of_settings ? runtime::without_outcome(each) : each);
  }
  return said;
}

}  // namespace

int check(const CheckOptions& options) {
  source::Diagnostics diagnostics;
  source::TomlFiles files;
  const std::string config = assembly::config_file(options.source).generic_string();
  const Settings settings = assembly::load_settings(options.source, options.display, files, diagnostics);
  if (options.display) report_missing_monitor(*options.display, config, diagnostics);
  const std::string assets = (assembly::install_prefix() / "assets").string();
  std::vector<InterfaceWords> interface = content::read_interface_words(assets + "/interface", files, diagnostics);
  if (!settings.content.empty()) {
    content::read_pack_interface_words(content::PackFolder(settings.content), interface, files, diagnostics);
  }
  const checks::LanguageRules rules{std::move(interface),
                                    [](const std::set<std::string>& words) { return report::syllables_of(words); },
                                    assembly::sample_texts()};
  report::PictureTrials pictures(settings);
  const content::PackOptions pack_options{
      settings.vars,
      [&](const std::filesystem::path& file, const std::vector<content::LayerSet>& shown) {
        return pictures.fault(file.string(), shown);
      },
      assembly::picture_facts_by(pictures.pictures()),
      [&](const Card& card) { return card.shown_on(settings.role) ? report::code_fault(card.link, settings) : ""; },
      settings.missing_text,
      [&](const content::PictureLayers& one, const content::PictureLayers& other) {
        return pictures.look_same(one, other);
      }};
  const platform::Clock clock(settings.time_zone);
  const WallTime now = clock.now().wall;
  checks::CheckedPack checked;
  if (!settings.content.empty()) {
    // A clock that shows a day before the program's release is wrong.
    const std::chrono::sys_days today = std::max<std::chrono::sys_days>(date_of(now), assembly::release_date());
    checked = checks::check_pack(settings.content, pack_options, settings, today, rules, files, diagnostics,
                                 {assembly::program_word(), assembly::said_options(options.source)});
  }
  pictures.report(diagnostics);
  for (const std::filesystem::path& file : assembly::notice_files(options.source)) {
    content::read_notice(file, diagnostics);
  }
  checks::check_interface_words(content::PackFolder(settings.content), assets + "/interface", rules.interface,
                                checked.languages, files, diagnostics);
  checks::check_clinic_variables(config, checked.variables, files, diagnostics);
  Content content{.pack = checked.pack,
                  .settings = settings,
                  .interface = rules.interface,
                  .assets = assets,
                  .released = assembly::release_date()};
  assembly::check_clock(content, now, config, diagnostics);
  const content::PackFolder pack_folder(settings.content);
  assembly::leave_out_wordless(content, settings.content.empty() ? nullptr : &pack_folder, files, diagnostics);
  const auto faces = assembly::load_faces(content, config, files, diagnostics);
  content.greetings = content::greetings_reading(content);
  const auto cards = static_cast<int>(content.pack.cards.size());
  const auto hidden = std::count_if(content.pack.cards.begin(), content.pack.cards.end(),
                                    [](const Card& card) { return !card.on_kiosk && !card.on_wall; });
  const std::string on_no_screen = hidden > 0 ? " (" + std::to_string(hidden) + " on no screen)" : "";
  const std::string gone = gone_languages(checked.languages, content.pack.languages);
  const std::string voices = options.report && !options.json ? voice_table(content) : std::string();
  const std::vector<report::LoopFigures> loop =
      settings.content.empty() ? std::vector<report::LoopFigures>() : report::loop_figures(content, now);
  if (!settings.content.empty()) {
    report::report_bar_words(content, content::PackFolder(settings.content), *faces, files, diagnostics);
  }
  report::report_name(content, *faces, config, files, diagnostics);
  // A loop is to take half of the clinic's usual wait at most (docs/standards.md, Wall loop).
  const std::chrono::seconds usual_wait = 2 * content.settings.loop.longest_loop;
  const report::LegibilityReport legibility =
      report::report_legibility(std::move(content), *faces, config, files, diagnostics);

  if (options.json) {
    nlohmann::json list = to_json(diagnostics, legibility, config);
    for (const report::LoopFigures& each : loop) list.push_back(report::loop_element(each, config));
    for (const checks::Readability& each : checked.readability) list.push_back(report::readability_element(each));
    // File names are bytes: one that is not UTF-8 must not make the whole output fail.
    std::cout << list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
  } else {
    // Faults come last: what is printed before them scrolls away.
    if (options.report) {
      std::cout << report::dwell_table(loop) << report::readability_tables(checked.readability) << legibility.table
                << voices << std::flush;
    }
    const bool runs = runtime::is_running(assembly::state_folder(options.source));
    print(runs ? as_running_screen(diagnostics, config, settings.included) : diagnostics, has_colours(options.color));
    std::cout << report::loop_line(loop) << report::lead_line(loop, usual_wait)
              << (loop.empty() ? "" : not_counted(diagnostics, settings.content)) << about_policy(checked, settings)
              << (settings.content.empty() ? config : settings.content) << ": " << count(cards, "valid card")
              << on_no_screen << ", " << count(diagnostics.error_count(), "error") << ", "
              << count(diagnostics.warning_count(), "warning") << "\n"
              << what_screens_do(diagnostics, source::printable(assembly::notice_file(options.source).string()))
              << gone;
  }
  const bool holds = diagnostics.error_count() == 0 && !(options.strict && diagnostics.warning_count() > 0);
  return holds ? fine : does_not_hold;
}

}  // namespace anteroom::commands
