#include "content/pack_files.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <string>
#include <thread>
#include <utility>

#include "content/nearest.h"
#include "content/utf8.h"

namespace anteroom::content {

namespace {

constexpr std::size_t cards_worth_a_thread = 200;
constexpr unsigned most_threads = 4;

std::string stem(const std::string& name) {
  return name.substr(0, name.size() - std::string_view(".toml").size());
}

// The ids that have a file, sorted.
std::vector<std::string> ids_of_files(const PackFolder& folder) {
  std::vector<std::string> ids;
  for (const std::string& name : folder.cards()) {
    if (name.ends_with(".toml")) ids.push_back(stem(name));
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

// Reports where the list and the folder differ; returns the ids that are in both, in loop order.
std::vector<std::string> match_list_and_folder(const PackFolder& folder, const PackFile& head,
                                               Diagnostics& diagnostics) {
  const std::vector<std::string> files = ids_of_files(folder);
  std::vector<std::string> listed;
  for (const ListedCard& card : head.cards) listed.push_back(card.id);
  std::sort(listed.begin(), listed.end());
  std::vector<std::string> unlisted;
  std::set_difference(files.begin(), files.end(), listed.begin(), listed.end(), std::back_inserter(unlisted));

  std::vector<std::string> ids;
  FileFaults faults(head.source, diagnostics);
  for (const ListedCard& card : head.cards) {
    if (std::binary_search(files.begin(), files.end(), card.id)) {
      ids.push_back(card.id);
    } else {
      faults.add(rule::missing_card, card.at,
                 "there is no file cards/" + card.id + ".toml" + did_you_mean(card.id, unlisted));
    }
  }
  for (const std::string& id : unlisted) {
    add_file_fault(diagnostics, rule::unlisted_card, folder.shown("cards/" + id + ".toml"),
                   "this card is not shown: `cards` in pack.toml does not list it");
  }
  return ids;
}

// Every card lands in its own slot, so that the result does not depend on which thread was faster.
std::vector<CardFile> read_cards(const CardContext& context, const std::vector<std::string>& ids, Sources sources) {
  std::vector<CardFile> cards(ids.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < ids.size(); i = next++) {
      CardFile file = read_card_file(context, ids[i]);
      if (sources == Sources::drop) {
        file.source = {};
        file.table = {};
      }
      cards[i] = std::move(file);
    }
  };
  const auto useful = static_cast<unsigned>(ids.size() / cards_worth_a_thread);
  const unsigned threads = std::min({useful, most_threads, std::max(1U, std::thread::hardware_concurrency())});
  std::vector<std::jthread> others;
  for (unsigned i = 1; i < threads; ++i) others.emplace_back(work);
  work();
  others.clear();
  return cards;
}

}  // namespace

PackFiles read_pack_files(const PackFolder& folder, const PackOptions& options, Sources sources,
                          Diagnostics& diagnostics) {
  PackFiles files;
  files.head = read_pack_file(folder, options.vars, diagnostics);
  if (files.head.pack.languages.empty()) return files;
  const std::vector<std::string> ids = match_list_and_folder(folder, files.head, diagnostics);
  const CardContext context{folder, files.head.pack.languages, files.head.vars};
  // The places of a picture's fault are in the sources, so they are dropped only after it has been asked for.
  files.cards = read_cards(context, ids, options.picture_fault ? Sources::keep : sources);
  if (!options.picture_fault) return files;
  std::map<std::string, std::string> fault_of;
  for (CardFile& file : files.cards) {
    if (file.card.picture.empty()) continue;
    const auto [known, added] = fault_of.try_emplace(file.card.picture);
    if (added) known->second = options.picture_fault(file.card.picture);
    if (known->second.empty()) continue;
    file.sound = false;
    const TomlValue& picture = find_entry(file.table, "picture")->value;
    FileFaults(file.source, file.diagnostics)
        .add(rule::broken_picture, picture.at,
             "the picture " + in_ticks(std::get<std::string>(picture.is)) + " " + printable(known->second));
  }
  return files;
}

Pack assemble(PackFiles files, Diagnostics& diagnostics) {
  Pack pack = std::move(files.head.pack);
  pack.cards.reserve(files.cards.size());
  for (CardFile& file : files.cards) {
    for (Diagnostic& diagnostic : file.diagnostics.sorted()) diagnostics.add(std::move(diagnostic));
    if (file.sound && files.head.is_known_format) pack.cards.push_back(std::move(file.card));
  }
  return pack;
}

}  // namespace anteroom::content
