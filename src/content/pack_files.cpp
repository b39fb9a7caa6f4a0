#include "content/pack_files.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <variant>

#include "content/read_picture.h"
#include "source/file_names.h"
#include "source/nearest.h"
#include "source/printable.h"

namespace anteroom::content {

namespace {

constexpr std::size_t cards_worth_a_thread = 200;
constexpr unsigned max_threads = 4;

std::string stem(const std::string& name) {
  return name.substr(0, name.size() - std::string_view(".toml").size());
}

// The ids of the card files, sorted.
std::vector<std::string> ids_of_files(const PackFolder& folder) {
  std::vector<std::string> ids;
  for (const std::string& name : folder.cards()) {
    if (name.ends_with(".toml")) ids.push_back(stem(name));
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

// The names in cards/ that belong to no listed card. `listed`: sorted.
std::vector<std::string> other_names(const PackFolder& folder, const std::vector<std::string>& listed) {
  std::vector<std::string> names = folder.cards();
  std::erase_if(names, [&](const std::string& name) {
    return name.ends_with(".toml") && std::binary_search(listed.begin(), listed.end(), stem(name));
  });
  return names;
}

// Reports folders of the pack that exist under another name: "Cards", on a case-sensitive system.
void find_renamed_folders(const PackFolder& folder, source::Diagnostics& diagnostics) {
  for (const char* place : {"cards", "pictures", interface_folder}) {
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(folder.path(place), error))) continue;
    const std::string suggestion = source::file_suggestion(place, source::entries_of(folder.path("")));
    if (!suggestion.empty()) {
      source::add_file_fault(diagnostics, rule::missing_file, folder.reported_path(place),
                             "there is no such folder" + suggestion);
    }
  }
}

// Reports where the list and the folder differ; returns the ids that are in both, in loop order.
std::vector<std::string> match_list_and_folder(const PackFolder& folder, const PackFile& head,
                                               source::Diagnostics& diagnostics) {
  const std::vector<std::string> files = ids_of_files(folder);
  std::vector<std::string> listed;
  for (const ListedCard& card : head.cards) listed.push_back(card.id);
  std::sort(listed.begin(), listed.end());
  std::vector<std::string> unlisted;
  std::set_difference(files.begin(), files.end(), listed.begin(), listed.end(), std::back_inserter(unlisted));

  std::vector<std::string> ids;
  std::optional<source::KnownNames> others;
  source::FileFaults faults(head.toml->source, diagnostics);
  for (const ListedCard& card : head.cards) {
    if (std::binary_search(files.begin(), files.end(), card.id)) {
      ids.push_back(card.id);
      continue;
    }
    if (!others) others.emplace(other_names(folder, listed));
    const std::string file = card.id + ".toml";
    std::string suggestion = others->suggestion(file);
    if (suggestion.empty() && !faults.is_full()) suggestion = source::did_you_mean(card.id, unlisted);
    faults.add(rule::missing_card, card.at, std::string("there is no file cards/").append(file).append(suggestion));
  }
  // A name that a faulty line has lost is still in the list that a running screen goes on with.
  if (!head.toml->table || !head.toml->source.lost.empty()) return ids;
  for (std::string& id : unlisted) id += ".toml";
  source::add_folder_faults(diagnostics, rule::unlisted_card, folder.reported_path("cards/"), unlisted,
                            "this card is not shown: `cards` in pack.toml does not list it");
  return ids;
}

// Every card is stored in its own slot, so that the result does not depend on which thread was faster.
std::vector<CardFile> read_cards(const CardContext& context, const PackFile& head, const PackReviews& reviews,
                                 const std::vector<std::string>& ids, Sources sources) {
  std::vector<CardFile> cards(ids.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < ids.size(); i = next++) {
      CardFile file = read_card_file(context, ids[i]);
      judge(file, head, reviews, context.folder);
      if (sources == Sources::drop) {
        file.source = {};
        file.table = {};
      }
      cards[i] = std::move(file);
    }
  };
  const auto useful = static_cast<unsigned>(ids.size() / cards_worth_a_thread);
  const unsigned threads = std::min({useful, max_threads, std::max(1U, std::thread::hardware_concurrency())});
  std::vector<std::jthread> others;
  for (unsigned i = 1; i < threads; ++i) others.emplace_back(work);
  work();
  others.clear();
  return cards;
}

// What `card` shows of the picture at `path`: the whole on its front, its layers in an exhibit and on its pages;
// none: it does not show it.
std::vector<LayerSet> shown_of(const Card& card, const std::string& path) {
  std::vector<LayerSet> shown;
  if (card.picture == path) shown.emplace_back();
  const auto add = [&](const LayerSet& layers, const std::string& picture) {
    if (picture == path && std::find(shown.begin(), shown.end(), layers) == shown.end()) shown.push_back(layers);
  };
  if (const auto* steps = std::get_if<Steps>(&card.exhibit)) {
    for (const Step& step : steps->steps) {
      add(step.layers, step.picture.empty() ? card.picture : step.picture);
      for (const Mark& mark : step.marks) add({mark.layer}, card.picture);
    }
  }
  if (const auto* hotspots = std::get_if<Hotspots>(&card.exhibit)) {
    add(hotspots->lit, card.picture);
    for (const Region& region : hotspots->regions) {
      add(region.layers, card.picture);
      add(region.shown, card.picture);
    }
  }
  for (const CardText& text : card.text) {
    for (const Page& page : text.pages) {
      if (page.view) add(page.view->layers, card.picture);
      for (const PictureView& view : page.views) add(view.layers, card.picture);
    }
  }
  return shown;
}

// True if a layer that the card wants has been reported as missing already.
bool lacks_element(const CardFile& file) {
  const std::vector<source::Diagnostic> found = file.diagnostics.sorted();
  return std::any_of(found.begin(), found.end(),
                     [](const source::Diagnostic& each) { return each.rule == rule::unknown_element.name; });
}

// Reports the pictures that cannot be drawn, wherever a card shows them. Asks about each once.
void find_broken_pictures(const PackFolder& folder, const PictureFaultOf& picture_fault, std::vector<CardFile>& cards) {
  std::map<std::pair<std::string, std::vector<LayerSet>>, std::string> fault_of;
  for (CardFile& file : cards) {
    const bool lacks_layer = lacks_element(file);
    for (const source::Located& name : picture_names(file.table)) {
      const std::string path = picture_path(name.text, folder);
      std::vector<LayerSet> shown = shown_of(file.card, path);
      if (lacks_layer) std::erase_if(shown, [](const LayerSet& layers) { return !layers.empty(); });
      if (shown.empty()) continue;  // not a valid name, and reported already
      const auto [known, added] = fault_of.try_emplace({path, shown});
      if (added) known->second = picture_fault(path, shown);
      if (known->second.empty()) continue;
      file.is_valid = false;
      source::FileFaults(file.source, file.diagnostics)
          .add(rule::broken_picture, name.at,
               "the picture " + source::in_ticks(name.text) + " " + source::printable(known->second));
    }
  }
}

void find_unreadable_links(const std::function<std::string(const Card&)>& link_fault, std::vector<CardFile>& cards) {
  for (CardFile& file : cards) {
    if (file.card.link.empty()) continue;
    const std::string fault = link_fault(file.card);
    const source::TomlEntry* link = source::find_entry(file.table, "link");
    if (fault.empty() || link == nullptr) continue;
    source::FileFaults(file.source, file.diagnostics)
        .add(rule::bad_link, link->value.at, "`link` is " + source::in_ticks(file.card.link) + "; " + fault);
  }
}

// True if `card` was read and has words in the language.
bool has_text(const CardFile& card, std::size_t language) {
  return card.is_valid && card.card.has_text(language);
}

// "paper, results and 3 more cards"
std::string some_of(const std::vector<std::string>& ids) {
  constexpr std::size_t max = 6;
  std::string list;
  for (std::size_t i = 0; i < std::min(ids.size(), max); ++i) list += (i > 0 ? ", " : "") + ids[i];
  return ids.size() > max ? list + " and " + std::to_string(ids.size() - max) + " more" : list;
}

// How far the translation into a language has come.
struct Progress {
  std::size_t cards = 0, begun = 0;    // those that could be read, and those of them that have words in it, if faulty
  std::vector<std::string> unwritten;  // the others

  // Somebody is adding the language, and has not lost it: most cards never had words in it.
  bool is_new() const { return begun * 2 < cards; }
};

Progress progress_of(const PackFiles& files, std::size_t language) {
  Progress progress;
  for (const CardFile& card : files.cards) {
    if (!card.is_valid) continue;
    ++progress.cards;
    if (language < card.is_begun.size() && card.is_begun[language]) {
      ++progress.begun;
    } else {
      progress.unwritten.push_back(card.card.id);
    }
  }
  return progress;
}

// What is to be said of the language `tag`, which is being added. `is_named`: it has a title and a source.
std::string not_there_yet(const Progress& progress, const std::string& tag, bool is_named, bool has_core) {
  return " is not on the screen yet: it has words in " + std::to_string(progress.begun) + " of " +
         std::to_string(progress.cards) + " cards, and needs them in " +
         (has_core ? "all cards of `core`" : "half of them") + (is_named ? "" : ", and a [title] and a [source]") +
         "; go on with " + some_of(progress.unwritten) + ", or take " + source::in_ticks(tag) +
         " out of `languages` until then";
}

// What is to be said of a language that has lost some of what it needs.
std::string gone(const std::vector<std::string>& missing, const PackFile& head) {
  if (missing.empty()) return " is gone from the screen: its title or source is missing";
  return " is gone from the screen: it has no words in " + some_of(missing) +
         "; write them, or take these cards out of `" + (head.core.empty() ? "cards" : "core") + "`";
}

}  // namespace

std::vector<std::string> cards_blocking(const PackFiles& files, std::size_t language) {
  std::set<std::string> core;
  for (const ListedCard& card : files.head.core) core.insert(card.id);
  std::vector<std::string> missing;
  std::size_t counted = 0;
  for (const CardFile& card : files.cards) {
    if (!card.is_valid || (!core.empty() && !core.contains(card.card.id))) continue;
    ++counted;
    if (!has_text(card, language)) missing.push_back(card.card.id);
  }
  if (core.empty() && missing.size() * 2 <= counted) missing.clear();
  return missing;
}

PackFiles read_pack_files(const PackFolder& folder, const PackOptions& options, Sources sources,
                          source::TomlFiles& toml, source::Diagnostics& diagnostics) {
  PackFiles files;
  files.head = read_pack_file(folder, options.vars, toml, diagnostics);
  if (files.head.pack.languages.empty()) return files;
  if (folder.is_on_disk()) find_renamed_folders(folder, diagnostics);
  const std::vector<std::string> ids = match_list_and_folder(folder, files.head, diagnostics);
  std::mutex one_at_a_time;
  PictureFactsOf facts_of;
  if (options.picture_facts) {
    facts_of = [&](const std::filesystem::path& picture, const std::vector<std::string>& elements) {
      const std::lock_guard lock(one_at_a_time);
      return options.picture_facts(picture, elements);
    };
  }
  const CardContext context{folder, files.head.pack.languages, files.head.vars, facts_of, options.missing_text};
  // Positions of faults are found in the sources, so these are dropped only after all questions have been asked.
  const bool will_be_asked = options.picture_fault || options.link_fault;
  files.reviews = read_reviews(folder, toml, diagnostics, sources == Sources::keep);
  files.cards = read_cards(context, files.head, files.reviews, ids, will_be_asked ? Sources::keep : sources);
  if (options.picture_fault) find_broken_pictures(folder, options.picture_fault, files.cards);
  if (options.link_fault) find_unreadable_links(options.link_fault, files.cards);
  return files;
}

bool could_read_every_card(const PackFiles& files) {
  return files.cards.size() == files.head.cards.size() &&
         std::none_of(files.cards.begin(), files.cards.end(), [](const CardFile& card) { return card.table.empty(); });
}

Pack assemble(PackFiles files, source::Diagnostics& diagnostics) {
  std::vector<std::vector<std::string>> missing;
  std::vector<Progress> begun;
  for (std::size_t i = 0; i < files.head.pack.languages.size(); ++i) {
    missing.push_back(cards_blocking(files, i));
    begun.push_back(progress_of(files, i));
  }
  Pack pack = std::move(files.head.pack);
  pack.cards.reserve(files.cards.size());
  for (CardFile& file : files.cards) {
    diagnostics.add_all(file.diagnostics);
    if (file.is_valid && files.head.is_known_format) pack.cards.push_back(std::move(file.card));
  }
  source::FileFaults faults(files.head.toml->source, diagnostics);
  for (std::size_t i = pack.languages.size(); i-- > 1;) {
    const bool named = !files.head.title[i].empty() && !pack.source[i].empty();
    if (named && missing[i].empty()) continue;
    faults.add(rule::unfinished_language, files.head.languages_at,
               "the language " + source::in_ticks(pack.languages[i]) +
                   (begun[i].is_new() ? not_there_yet(begun[i], pack.languages[i], named, !files.head.core.empty())
                                      : gone(missing[i], files.head)));
    drop_language(pack, i);
  }
  return pack;
}

}  // namespace anteroom::content
