// `anteroom translated`: records in a card's file that its translations say what its first language says today.
#include <algorithm>
#include <iostream>

#include "assembly/load.h"
#include "assembly/own_command.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "content/mark_translations.h"
#include "content/pack_files.h"
#include "platform/write_file.h"
#include "source/nearest.h"
#include "source/printable.h"
#include "source/source_file.h"

namespace anteroom::commands {

namespace {

namespace fs = std::filesystem;

std::string list_of(const std::vector<std::string>& languages) {
  std::string list;
  for (const std::string& language : languages) list.append(list.empty() ? "" : ", ").append(language);
  return list;
}

// Says which translations are not marked as of today, why, and how they can be.
void say_refused(const std::string& file, const std::string& card, const content::MarkedCard& marked,
                 const std::string& first, const TranslatedOptions& options) {
  std::vector<std::string> all = marked.unchanged;
  all.insert(all.end(), marked.unknown.begin(), marked.unknown.end());
  const bool is_one = all.size() == 1;
  std::string said, words;
  if (!marked.unchanged.empty()) {
    said += "the text in " + list_of(marked.unchanged) + " is the same as when it was marked last, but the " + first +
            " text has changed since";
  }
  if (!marked.unknown.empty()) {
    said += (said.empty() ? "" : "; ") + std::string("the ") + first + " text has changed since the text in " +
            list_of(marked.unknown) +
            " was prepared, and nothing tells whether that has been changed, too, since it was never marked";
  }
  for (const std::string& language : all) words += " " + language;
  std::cerr << file << ": nothing is changed: " << said << "; change " << (is_one ? "it" : "them")
            << " and save the file, or, if " << (is_one ? "it is" : "they are") << " still right as "
            << (is_one ? "it is" : "they are") << ": "
            << assembly::own_command("translated " + card + words + " --unchanged", options.source) << "\n";
}

// Marks one card. False, and a message, if its file is left as it was.
bool mark(const content::PackFolder& folder, const content::CardFile& card, const std::vector<std::string>& languages,
          const TranslatedOptions& options) {
  const std::string place = content::card_place(card.card.id);
  const std::string reported_path = folder.reported_path(place);
  if (card.diagnostics.error_count() > 0) {
    print(card.diagnostics);
    std::cerr << reported_path << ": nothing is changed; correct the errors first\n";
    return false;
  }
  const std::string bytes = source::file_bytes(folder.path(place));
  content::MarkedCard marked =
      content::mark_translations(bytes, card, languages, options.all ? std::vector<std::string>() : options.languages,
                                 options.unchanged ? content::Unchanged::mark : content::Unchanged::refuse);
  if (marked.fault.empty() && !(marked.unchanged.empty() && marked.unknown.empty())) {
    say_refused(reported_path, card.card.id, marked, languages.front(), options);
    return false;
  }
  if (marked.fault.empty() && marked.bytes != bytes) {
    const std::string fault = platform::write_whole(folder.path(place), marked.bytes);
    if (!fault.empty()) marked.fault = "it " + fault;
  }
  if (!marked.fault.empty()) {
    std::cerr << reported_path << ": nothing is changed: " << marked.fault << "\n";
    return false;
  }
  std::cout << reported_path << ": ";
  if (!marked.marked.empty()) {
    std::cout << list_of(marked.marked) << " marked as translated from the " << languages.front() << " text of today";
  }
  if (!marked.before.empty()) {
    std::cout << (marked.marked.empty() ? "" : "; ") << list_of(marked.before)
              << (marked.before.size() == 1 ? " was" : " were") << " already marked as up to date";
  }
  if (marked.marked.empty() && marked.before.empty()) std::cout << "there is no translation to mark";
  if (!marked.copies.empty()) {
    std::cout << "; but the text in " << list_of(marked.copies) << " is not translated: it is still a copy of the "
              << languages.front() << " text";
  }
  std::cout << "\n";
  return true;
}

}  // namespace

int translated(const TranslatedOptions& options) {
  if (options.card.empty() && !options.all) {
    return fail("say which card and which languages, such as: " + assembly::own_command("translated paper fr es"),
                wrong_usage);
  }
  if (options.languages.empty() && !options.all) {
    return fail("say which languages are translated, or --all", wrong_usage);
  }
  source::Diagnostics unwanted, diagnostics;
  source::TomlFiles files;
  const Settings settings = assembly::load_settings(options.source, files, unwanted);
  if (settings.content.empty())
    return fail("the settings do not say which pack is meant; name its folder by --content");
  const content::PackFolder folder(settings.content);
  const content::PackFiles pack =
      content::read_pack_files(folder, {settings.vars, {}, {}, {}}, content::Sources::keep, files, diagnostics);
  if (pack.head.pack.languages.empty()) {
    print(diagnostics);
    return fail(folder.reported_path(content::pack_place) + " cannot be used, so nothing is changed");
  }
  std::vector<std::string> ids;
  for (const content::CardFile& card : pack.cards) ids.push_back(card.card.id);
  const bool is_chosen = !options.source.content.empty() || !options.source.config.empty();
  const std::string other_pack =
      is_chosen ? "" : "; a card of another pack needs --pack with the pack's folder, or --config with its settings";
  if (!options.card.empty() && std::find(ids.begin(), ids.end(), options.card) == ids.end()) {
    return fail("no card " + source::in_ticks(options.card) + " is in `cards` in " +
                folder.reported_path(content::pack_place) + source::did_you_mean(options.card, ids) + other_pack);
  }
  bool all_done = true;
  for (const content::CardFile& card : pack.cards) {
    if (!options.card.empty() && card.card.id != options.card) continue;
    all_done = mark(folder, card, pack.head.pack.languages, options) && all_done;
  }
  return all_done ? fine : does_not_hold;
}

}  // namespace anteroom::commands
