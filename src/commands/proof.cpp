// `anteroom proof`: all that a pack shows, as a PDF for the person who signs it.
#include <unistd.h>

#include <chrono>
#include <iostream>

#include "assembly/load.h"
#include "assembly/own_command.h"
#include "checks/check_pack.h"
#include "commands/attested.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "commands/pdf_file.h"
#include "commands/progress_bar.h"
#include "content/read_families.h"
#include "content/read_settings.h"
#include "paint/pictures.h"
#include "platform/clock.h"
#include "platform/write_file.h"
#include "proof/proof.h"
#include "report/picture_trials.h"
#include "source/nearest.h"
#include "source/printable.h"

namespace anteroom::commands {

namespace {

namespace fs = std::filesystem;

// docs/limits.md: of more, the document would take over a gigabyte.
constexpr std::size_t max_texts = 2000;

// A screen as the settings describe it, with its cards.
struct LoadedScreen {
  std::string name;
  assembly::Loaded loaded;
};

LoadedScreen load_screen(const assembly::SourceOptions& source, bool quietly) {
  source::Diagnostics faults;
  source::TomlFiles files;
  const Settings settings = assembly::load_settings(source, files, faults);
  LoadedScreen screen{settings.role == Role::wall ? "wall" : "touchscreen",
                      assembly::load(settings, assembly::config_file(source), files, faults, assembly::Times::chosen)};
  if (!quietly) print(faults);
  return screen;
}

// The screen of the settings, and of the other role's settings beside them if they are there.
std::vector<LoadedScreen> load_screens(const assembly::SourceOptions& source) {
  std::vector<LoadedScreen> screens;
  screens.push_back(load_screen(source, false));
  const Settings& first = screens.front().loaded.content.settings;
  assembly::SourceOptions other = source;
  other.config = assembly::config_file(source).parent_path() / (first.role == Role::wall ? "kiosk.toml" : "wall.toml");
  other.content = first.content;
  std::error_code error;
  if (!fs::exists(other.config, error)) return screens;
  LoadedScreen second = load_screen(other, true);
  if (second.loaded.content.settings.role != first.role) screens.push_back(std::move(second));
  return screens;
}

// Of the whole file or folder; empty: not known.
std::string hash_of(const report::Attestation& attestation, const std::string& what) {
  for (const report::HashedFile& each : attestation.files) {
    if (each.what == what) return each.sha256;
  }
  return {};
}

// What is wrong with the cards or languages that were asked for; empty: nothing.
std::string unknown_of(const std::vector<std::string>& words, const std::vector<std::string>& known, const char* what) {
  for (const std::string& word : words) {
    if (std::find(known.begin(), known.end(), word) != known.end()) continue;
    return std::string("the pack has no ") + what + " " + source::in_ticks(word) + source::did_you_mean(word, known);
  }
  return {};
}

// How hard the cards are to read.
std::vector<checks::Readability> readability_of(const Settings& settings, paint::Pictures& pictures, Date today) {
  source::TomlFiles files;
  source::Diagnostics unwanted;  // that `check` tells
  const content::PackOptions how{settings.vars,         {}, assembly::picture_facts_by(pictures), {},
                                 settings.missing_text, {}};
  return checks::check_pack(settings.content, how, settings, today, {}, files, unwanted).readability;
}

std::vector<paint::FamilyChoice> fonts_of(const Content& content) {
  source::TomlFiles files;
  source::Diagnostics faults;
  std::vector<paint::FamilyChoice> fonts;
  for (content::FontFamilies& each : content::read_families(fs::path(content.assets) / "fonts.toml", files, faults)) {
    fonts.push_back({std::move(each.language), std::move(each.families)});
  }
  return fonts;
}

std::string short_hash(const std::string& sha256) {
  constexpr std::size_t digits = 32;
  return sha256.empty() ? "not known" : sha256.substr(0, digits);
}

}  // namespace

int proof(const ProofOptions& options) {
  const std::vector<LoadedScreen> screens = load_screens(options.source);
  const Content& content = screens.front().loaded.content;
  const Settings& settings = content.settings;
  if (settings.content.empty())
    return fail("the settings do not say which pack is meant; name its folder by --content");
  const content::PackFolder folder(settings.content);
  source::TomlFiles files;
  source::Diagnostics found;
  paint::Pictures pictures(assembly::picture_options(settings, 8U << 20));
  const content::PackFiles pack = content::read_pack_files(
      folder, {settings.vars, {}, assembly::picture_facts_by(pictures), {}, settings.missing_text, {}},
      content::Sources::keep, files, found);
  std::vector<std::string> ids;
  for (const content::CardFile& card : pack.cards) ids.push_back(card.card.id);
  std::string fault = unknown_of(options.cards, ids, "card");
  if (fault.empty()) fault = unknown_of(options.languages, pack.head.pack.languages, "language");
  if (!fault.empty()) return fail(fault, wrong_usage);

  const std::size_t texts = (options.cards.empty() ? ids.size() : options.cards.size()) *
                            (options.languages.empty() ? pack.head.pack.languages.size() : options.languages.size());
  if (texts > max_texts) {
    return fail("these are " + std::to_string(texts) + " texts, each a card in a language; a proof holds at most " +
                    std::to_string(max_texts) + ": name some by --cards or --languages",
                wrong_usage);
  }

  const Date today = date_of(platform::Clock(settings.time_zone).now().wall);
  const review::Facts facts = content::read_reviews(folder, files, found, true).facts;
  const std::vector<checks::Readability> readability = readability_of(settings, pictures, today);
  const report::Attestation attestation = attested({options.source, std::nullopt, false});
  const std::string of_cards = hash_of(attestation, "cards"), of_program = hash_of(attestation, "program");
  proof::Request request{pack, folder, facts, readability, {}};
  for (const LoadedScreen& each : screens)
    request.screens.push_back({each.name, each.loaded.content, *each.loaded.faces});
  request.cards = {options.cards.begin(), options.cards.end()};
  request.languages = {options.languages.begin(), options.languages.end()};
  request.today = today;
  request.created = attestation.made;
  request.footer = "Cards " + short_hash(of_cards) + "   Program " + short_hash(of_program);
  if (!options.since.empty()) {
    source::Diagnostics of_signatures;
    const source::TomlFile* signatures = files.read(options.since, content::max_signatures_bytes, of_signatures);
    if (signatures != nullptr) {
      review::Signatures before = review::read_signatures(*signatures, of_signatures);
      review::SignedParts parts = review::read_signed_parts(*signatures, before);
      request.since = proof::Since{std::move(before), std::move(parts)};
    }
    print(of_signatures);
    if (of_signatures.error_count() > 0) return fail(options.since.string() + " is not a file of signatures");
  }
  request.about = {{"Printed", in_digits(today)},
                   {"Cards", settings.content},
                   {"", "SHA-256 " + of_cards},
                   {"Program", "anteroom " + attestation.version + ", released " + attestation.released},
                   {"", "SHA-256 " + of_program}};
  if (!settings.clinic_name.empty()) request.about.insert(request.about.begin(), {"Clinic", settings.clinic_name});
  if (request.since) request.about.emplace_back("Since", options.since.string());

  ProgressBar progress(::isatty(STDERR_FILENO) != 0, [](const std::string& text) { std::cerr << text; });
  proof::Proof made = proof::proof_of(request, [&](const std::string& title, double share) {
    constexpr double drawing = 0.7;  // the rest is writing the PDF
    progress.show(title, share * drawing);
  });
  for (const std::string& each : made.faults) progress.put(each + "\n");
  progress.show("writing " + options.out.string(), 0.7);
  const std::optional<std::string> bytes = pdf_of(std::move(made.document), fonts_of(content));
  progress.end();
  if (!bytes) return fail(options.out.string() + " " + no_pdf);
  const std::string why = platform::write_whole(options.out, *bytes);
  if (!why.empty()) return fail(options.out.string() + " " + why);
  std::cout << options.out.string() << ": " << made.texts
            << (made.texts == 1 ? " card in a language, " : " cards, each in a language, ") << made.screens
            << " screens\n";
  return made.faults.empty() ? fine : does_not_hold;
}

}  // namespace anteroom::commands
