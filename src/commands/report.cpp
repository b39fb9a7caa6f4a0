// `anteroom report`: what was looked at on a screen.
#include <iostream>

#include "assembly/source.h"
#include "commands/chosen_screen.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "platform/write_file.h"
#include "usage/report.h"
#include "usage/store.h"

namespace anteroom::commands {

namespace {

// The cards' titles in the pack's first language.
std::map<std::string, std::string> titles_of(const Pack& pack) {
  std::map<std::string, std::string> titles;
  for (const Card& card : pack.cards) {
    if (!card.text.empty() && !card.text.front().title.empty()) titles[card.id] = card.text.front().title;
  }
  return titles;
}

std::string written(const usage::Counts& counts, const ChosenScreen& screen, const ReportOptions& options) {
  if (options.format == "csv") return usage::to_csv(counts);
  const usage::Report report{.summary = usage::summary_of(counts),
                             .titles = titles_of(screen.content().pack),
                             .clinic = screen.content().settings.clinic_name,
                             .screen = assembly::config_file(options.source).stem().string()};
  return options.format == "html" ? usage::to_html(report) : usage::to_text(report);
}

}  // namespace

int report(const ReportOptions& options) {
  const ChosenScreen screen(options.source);
  std::optional<std::chrono::local_days> from, to;
  for (const auto& [text, day] : {std::pair(&options.from, &from), std::pair(&options.to, &to)}) {
    if (text->empty()) continue;
    *day = parse_date(*text, screen.now());
    if (!*day) return fail("`" + *text + "` is no day; write it as today, or 2026-12-24", wrong_usage);
  }
  if (from && to && *from > *to) return fail("--from is after --to", wrong_usage);
  const std::filesystem::path folder = assembly::state_folder(options.source);
  const usage::ReadCounts read = usage::read_counts(folder / usage::store_name, from, to);
  if (!read.fault.empty()) return fail(read.fault);
  if (!screen.content().settings.usage.count) {
    std::cerr << "anteroom: nothing is counted on this screen now: [usage] count is false\n";
  }
  const std::string text = written(read.counts, screen, options);
  if (options.out.empty()) {
    std::cout << text;
    return fine;
  }
  const std::string why = platform::write_whole(options.out, text);
  return why.empty() ? fine : fail(options.out.string() + " " + why);
}

}  // namespace anteroom::commands
