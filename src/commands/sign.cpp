// `anteroom sign`: a clinician's signature under cards as they are.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <optional>
#include <set>
#include <string>

#include "assembly/load.h"
#include "assembly/own_command.h"
#include "assembly/released.h"
#include "checks/check_pack.h"
#include "checks/urgent_order.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "content/read_settings.h"
#include "content/sign.h"
#include "platform/clock.h"
#include "platform/write_file.h"
#include "report/picture_trials.h"
#include "report/signature_report.h"
#include "source/nearest.h"
#include "source/printable.h"
#include "source/tags.h"

namespace anteroom::commands {

namespace {

namespace fs = std::filesystem;
using std::chrono::sys_days;

constexpr const char* nothing = "nothing is signed: ";
constexpr const char* no_pack = "the settings do not say which pack is meant; name its folder by --content";

// Everything that a signature needs to know about a pack.
struct PackToSign {
  explicit PackToSign(Settings chosen) : settings(std::move(chosen)), folder(settings.content) {}

  Settings settings;
  content::PackFolder folder;
  content::PackFiles files;
  source::Diagnostics found;  // what `check` would say
};

std::string in_a_row(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

// What is wrong with the choice of `words` among `known`; empty if nothing is.
std::string unknown_of(const std::vector<std::string>& words, const std::vector<std::string>& known,
                       const std::string& what) {
  for (const std::string& word : words) {
    if (std::find(known.begin(), known.end(), word) != known.end()) continue;
    return "the pack has no " + what + " " + source::in_ticks(word) + source::did_you_mean(word, known);
  }
  return {};
}

std::vector<std::string> ids_of(const content::PackFiles& files) {
  std::vector<std::string> ids;
  for (const content::CardFile& card : files.cards) ids.push_back(card.card.id);
  return ids;
}

std::string trimmed(const std::string& text) {
  return std::string(source::trimmed(text));
}

// "fr=Mme Roy" as a language and a name, added to `speakers`. Returns what is wrong with it; empty: nothing.
std::string add_speaker(const std::string& text, std::map<std::string, std::string>& speakers) {
  const std::size_t at = text.find('=');
  if (at == std::string::npos || at == 0) {
    return source::in_ticks(text) + " does not say which language; write it as fr=NAME";
  }
  const std::string language = source::canonical_tag(text.substr(0, at)), name = trimmed(text.substr(at + 1));
  if (const std::string fault = review::fault_of_name(name); !fault.empty()) {
    return "the name of the speaker of " + source::in_ticks(language) + " " + fault;
  }
  speakers[language] = name;
  return {};
}

// The last day of the review that `text` names, in `by`; empty: 12 months from now. Returns what is wrong with it.
std::string read_last_day(const std::string& text, Date today, Date& by) {
  const Date latest = last_day(Review{today, {}, {}}).value_or(today);
  by = latest;
  if (text.empty()) return {};
  const auto day = parse_date(text, WallTime(std::chrono::local_days(today)));
  if (!day) return source::in_ticks(text) + " is not a day; it should look like " + in_digits(latest);
  by = Date(*day);
  if (sys_days(by) <= sys_days(today)) return "the review would end on " + in_digits(by) + ", which is not after today";
  if (sys_days(by) <= sys_days(latest)) return {};
  return "a review holds for 12 months at most, until " + in_digits(latest);
}

// The errors in the files of the chosen cards, which may not be signed. That an urgent card leaves too early is what a
// signature mends: see keep_urgent_cards.
source::Diagnostics errors_in(const PackToSign& pack, const std::vector<std::string>& cards) {
  std::set<std::string> paths;
  for (const std::string& id : cards)
    paths.insert(source::printable(pack.folder.reported_path(content::card_place(id))));
  source::Diagnostics errors;
  for (const source::Diagnostic& each : pack.found.sorted()) {
    if (each.rule == rule::review_order.name || each.severity != source::Severity::error) continue;
    if (paths.contains(source::printable(each.path))) errors.add(each);
  }
  return errors;
}

// What `check` says of a card's own file, without composing its screens.
void check_pack(PackToSign& pack, source::TomlFiles& files) {
  source::Diagnostics unwanted;  // of the words of the interface, which nobody signs
  std::vector<InterfaceWords> words =
      content::read_interface_words(assembly::install_prefix() / "assets/interface", files, unwanted);
  content::read_pack_interface_words(pack.folder, words, files, unwanted);
  report::PictureTrials pictures(pack.settings);
  const content::PackOptions how{pack.settings.vars,
                                 [&](const fs::path& file, const std::vector<content::LayerSet>& shown) {
                                   return pictures.fault(file.string(), shown);
                                 },
                                 assembly::picture_facts_by(pictures.pictures()),
                                 {},
                                 pack.settings.missing_text,
                                 {}};
  const Date today = date_of(platform::Clock(pack.settings.time_zone).now().wall);
  source::TomlFiles of_check;
  checks::check_pack(pack.settings.content, how, pack.settings, today, {std::move(words), {}, {}}, of_check,
                     pack.found);
}

bool is_chosen(const std::vector<std::string>& chosen, const std::string& each) {
  return chosen.empty() || std::find(chosen.begin(), chosen.end(), each) != chosen.end();
}

struct UrgentConflict {
  std::string urgent;  // id of a card that would leave the screen
  Date last{};         // on this day
  std::string longer;  // before that of this card
  Date longer_last{};
};

// The first urgent card that the signature would have leave before others that are not to outlast it.
std::optional<UrgentConflict> urgent_conflict(content::PackFiles files, const content::Signing& signing) {
  std::set<std::string> before;
  for (const checks::UrgentTooEarly& each : checks::urgent_cards_too_early(files)) {
    before.insert(files.cards[each.file].card.id);
  }
  const std::vector<std::string>& languages = files.head.pack.languages;
  for (content::CardFile& file : files.cards) {
    if (!is_chosen(signing.cards, file.card.id)) continue;
    for (std::size_t i = 0; i < file.card.text.size(); ++i) {
      if (is_chosen(signing.languages, languages[i])) file.card.text[i].review_by = signing.by;
    }
  }
  for (const checks::UrgentTooEarly& each : checks::urgent_cards_too_early(files)) {
    const std::string& urgent = files.cards[each.file].card.id;
    if (before.contains(urgent) && !is_chosen(signing.cards, urgent)) continue;  // not by this signature
    return UrgentConflict{urgent, each.last, each.longest, each.longest_last};
  }
  return std::nullopt;
}

// Without a day of its own, the signature ends no later than an urgent card that is not signed with it. Returns why it
// cannot be; empty: it can. `note` says what was done.
std::string keep_urgent_cards(const content::PackFiles& files, bool has_own_day, Date today, content::Signing& signing,
                              std::string& note) {
  while (const std::optional<UrgentConflict> found = urgent_conflict(files, signing)) {
    const std::string card = "the urgent card " + source::in_ticks(found->urgent);
    if (!has_own_day && !is_chosen(signing.cards, found->urgent) && sys_days(found->last) > sys_days(today) &&
        sys_days(found->last) < sys_days(signing.by)) {
      signing.by = found->last;
      note = "Until " + in_digits(found->last) + ", the last day of " + card +
             ", which is not signed with them: it must not leave the screen before the others.\n";
      continue;
    }
    return card + " would leave the screen on " + in_digits(found->last) + ", before " +
           source::in_ticks(found->longer) + " on " + in_digits(found->longer_last) + "; sign both in one go" +
           (signing.cards.empty() ? "" : " (--cards " + found->urgent + "," + found->longer + ")") +
           ", or choose another day by --by";
  }
  return {};
}

// The languages that nobody but the reviewer would have read: one who cannot read a language cannot know what
// its cards say.
std::string languages_without_speaker(const content::PackFiles& files, const content::Signing& signing) {
  const std::vector<std::string>& languages = files.head.pack.languages;
  std::vector<std::string> unread;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (!is_chosen(signing.languages, languages[i])) continue;
    const bool is_unread = std::any_of(files.cards.begin(), files.cards.end(), [&](const content::CardFile& file) {
      return file.is_valid && file.card.has_text(i) && is_chosen(signing.cards, file.card.id) &&
             content::speaker_of(signing, languages[i], file.reviews[i]).empty();
    });
    if (is_unread) unread.push_back(languages[i]);
  }
  return in_a_row(unread);
}

// What the signature says beside the reviewer's name.
std::string about_speakers(const content::PackFiles& files, const content::Signing& signing) {
  std::string text;
  for (const auto& [language, name] : signing.speakers) {
    text += "Read by " + source::printable(name) + " in " + language + ".\n";
  }
  const std::string unread = languages_without_speaker(files, signing);
  if (!unread.empty()) {
    text += "Without a speaker's name in " + unread +
            ": sign a language that you do not read yourself with --speaker LANGUAGE=NAME, or leave it out by "
            "--languages.\n";
  }
  return text;
}

// Asks the person at the terminal. True if they agree.
bool agreed(const std::string& question) {
  std::cout << question << " Type yes to sign: " << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  return trimmed(answer) == "yes";
}

// The rows of the cards and languages that would be signed.
std::vector<report::SignatureRow> rows_of(const std::vector<report::SignatureRow>& rows,
                                          const content::Signing& signing) {
  std::vector<report::SignatureRow> chosen;
  for (report::SignatureRow row : rows) {
    if (!is_chosen(signing.cards, row.card)) continue;
    std::erase_if(row.languages, [&](const std::string& language) { return !is_chosen(signing.languages, language); });
    if (!row.languages.empty()) chosen.push_back(std::move(row));
  }
  return chosen;
}

// The request that the options make of a pack, or why there is none.
struct Request {
  content::Signing signing;
  std::string fault;
};

Request request_of(const SignOptions& options, const content::PackFiles& files, Date today) {
  Request request;
  content::Signing& signing = request.signing;
  signing.reviewer = trimmed(options.reviewer);
  signing.on = today;
  signing.cards = options.cards.empty() ? ids_of(files) : options.cards;
  for (const std::string& tag : options.languages) signing.languages.push_back(source::canonical_tag(tag));
  if (const std::string fault = review::fault_of_name(signing.reviewer); !fault.empty()) {
    request.fault = "the name of the reviewer " + fault;
  }
  const std::vector<std::string>& known = files.head.pack.languages;
  std::vector<std::string> spoken;
  for (const std::string& each : options.speakers) {
    if (request.fault.empty()) request.fault = add_speaker(each, signing.speakers);
  }
  for (const auto& [language, name] : signing.speakers) spoken.push_back(language);
  if (request.fault.empty()) request.fault = unknown_of(signing.cards, ids_of(files), "card");
  if (request.fault.empty()) request.fault = unknown_of(signing.languages, known, "language");
  if (request.fault.empty()) request.fault = unknown_of(spoken, known, "language");
  if (request.fault.empty()) request.fault = read_last_day(options.by, today, signing.by);
  return request;
}

int write(const PackToSign& pack, const content::Signing& signing, const std::string& what) {
  const std::string bytes = content::to_toml(content::with_signatures(pack.files, pack.folder, signing));
  const fs::path file = pack.folder.path(review::signatures_place);
  const std::string reported = pack.folder.reported_path(review::signatures_place);
  std::error_code error;
  const bool is_new = fs::symlink_status(file, error).type() == fs::file_type::not_found;
  const std::string fault = is_new ? platform::write_new(file, bytes) : platform::write_whole(file, bytes);
  if (!fault.empty()) return fail(nothing + reported + " " + fault);
  std::cout << reported << ": " << what << "\n";
  return fine;
}

}  // namespace

int sign(const SignOptions& options) {
  if (options.reviewer.empty() && !options.list) {
    return fail("say who signs, such as: " + assembly::own_command("sign --reviewer \"Dr. A. Roy\"", options.source) +
                    "; --list says what is signed",
                wrong_usage);
  }
  source::TomlFiles files;
  source::Diagnostics of_settings;
  PackToSign pack(assembly::load_settings(options.source, files, of_settings));
  if (pack.settings.content.empty()) return fail(no_pack);
  source::Diagnostics found;
  // A signature is about pictures as they are, whether they can be drawn or not: only check_pack() draws them.
  pack.files = content::read_pack_files(pack.folder, {pack.settings.vars, {}, {}, {}, pack.settings.missing_text},
                                        content::Sources::keep, files, found);
  const std::string head = pack.folder.reported_path(content::pack_place);
  if (pack.files.head.pack.languages.empty()) {
    print(found);
    return fail(nothing + head + " cannot be used");
  }
  const Date today = date_of(platform::Clock(pack.settings.time_zone).now().wall);
  const std::vector<report::SignatureRow> rows = report::signature_rows(pack.files, today);
  if (options.list) {
    std::cout << report::signature_table(rows);
    return fine;
  }
  Request request = request_of(options, pack.files, today);
  content::Signing& signing = request.signing;
  if (!request.fault.empty()) return fail(nothing + request.fault, wrong_usage);
  if (sys_days(today) < sys_days(assembly::release_date())) {
    return fail(nothing + std::string("the clock of this computer shows ") + in_digits(today) +
                ", before this program was released; set it first");
  }
  check_pack(pack, files);
  const source::Diagnostics errors = errors_in(pack, signing.cards);
  if (errors.error_count() > 0) {
    print(errors);
    return fail(nothing + std::string("correct the errors above first, or name the other cards in --cards"));
  }
  std::string note;
  if (const std::string fault = keep_urgent_cards(pack.files, !options.by.empty(), today, signing, note);
      !fault.empty()) {
    return fail(nothing + fault);
  }
  const std::vector<report::SignatureRow> chosen = rows_of(rows, signing);
  if (chosen.empty()) return fail(nothing + std::string("none of these cards has words in these languages"));
  std::set<std::string> cards;
  for (const report::SignatureRow& row : chosen) cards.insert(row.card);
  const std::string languages = signing.languages.empty() ? "all their languages" : in_a_row(signing.languages);
  const std::string what = std::to_string(cards.size()) + (cards.size() == 1 ? " card in " : " cards in ") + languages;
  const std::string as = " as " + signing.reviewer + ", until " + in_digits(signing.by);
  std::cout << report::signature_table(chosen) << note << about_speakers(pack.files, signing);
  if (options.dry_run) {
    std::cout << "Would sign " << what << as << "; nothing is written.\n";
    return fine;
  }
  if (!options.yes) {
    if (isatty(STDIN_FILENO) == 0) return fail(nothing + std::string("without a terminal to ask at, add --yes"));
    if (!agreed("You have read what these cards say, and seen their pictures? They are signed (" + what + ")" + as +
                ".")) {
      return fail(nothing + std::string("you did not type yes"));
    }
  }
  return write(pack, signing, what + ": signed" + as);
}

}  // namespace anteroom::commands
