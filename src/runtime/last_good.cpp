#include "runtime/last_good.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "content/limits.h"
#include "content/read_settings.h"
#include "model/interface_words.h"
#include "paint/picture_file.h"
#include "platform/log.h"
#include "source/parse_toml.h"
#include "source/printable.h"

namespace anteroom::runtime {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view settings_place = "settings/";
constexpr const char* included_place = "settings/included/file";
// More holds in a row than this would need cards that share pictures in chains.
constexpr int max_passes = 4;

// What to say of a card that is shown without its file; `fault` names the file.
source::Diagnostic of_held_card(source::Diagnostic fault, const std::string& place) {
  const std::string said = "there is no file " + place;
  const std::string suggestion = fault.message.substr(said.size());
  fault.message = place +
                  " is missing; the screen shows it as it was; put the file back, or take its name out of `cards`" +
                  suggestion;
  return fault;
}

// The faults of `found` in `files` as they are if the places `held` stay as they were: no language is gone if a card is
// held for it; a card without a file is shown; and if pack.toml stays, so do the cards that it no longer lists.
source::Diagnostics with_held_cards(const source::Diagnostics& found, const content::FilePlaces& files,
                                    const std::set<std::string>& held) {
  std::map<std::string, std::string> without_file;  // what is said of it -> place
  for (const std::string& place : held) {
    if (!files.contains(place)) without_file["there is no file " + place] = place;
  }
  source::Diagnostics rest;
  for (const source::Diagnostic& fault : found.sorted()) {
    if (fault.rule == rule::unfinished_language.name) continue;
    if (fault.rule == rule::unlisted_card.name && held.contains(content::pack_place)) continue;
    const auto place = without_file.find(fault.message.substr(0, fault.message.find(';')));
    const bool is_held = fault.rule == rule::missing_card.name && place != without_file.end();
    rest.add(is_held ? of_held_card(fault, place->second) : fault);
  }
  return rest;
}

// The faults of the pack's own interface words, each in its file.
struct WordFaults {
  source::Diagnostics found;
  std::map<std::string, int> errors;  // by place of the file
};

WordFaults faults_of_words(const content::PackFolder& folder, source::TomlFiles& toml) {
  WordFaults faults;
  source::Diagnostics known;  // of the program's own files, which a pack cannot hold back
  std::vector<InterfaceWords> words =
      content::read_interface_words(assembly::install_prefix() / "assets/interface", toml, known);
  content::read_pack_interface_words(folder, words, toml, faults.found);
  std::map<std::string, std::string> place_of;
  for (const std::string& name : folder.interface()) {
    const std::string place = std::string(content::interface_folder) + "/" + name;
    if (name.ends_with(".toml")) place_of[folder.reported_path(place)] = place;
    if (name.ends_with(".toml")) faults.errors[place] = 0;
  }
  for (const source::Diagnostic& fault : faults.found.sorted()) {
    const auto place = place_of.find(fault.path);
    if (place != place_of.end() && fault.severity == source::Severity::error) ++faults.errors[place->second];
  }
  return faults;
}

// `found` without those that are in `others`, too.
source::Diagnostics without(const source::Diagnostics& found, const source::Diagnostics& others) {
  const std::vector<source::Diagnostic> said = others.sorted();
  source::Diagnostics rest;
  for (const source::Diagnostic& fault : found.sorted()) {
    if (std::find(said.begin(), said.end(), fault) == said.end()) rest.add(fault);
  }
  return rest;
}

std::string settings_place_of(const fs::path& config) {
  return std::string(settings_place) + config.filename().string();
}

std::set<std::string> paths_of(const content::FilePlaces& files) {
  std::set<std::string> paths;
  for (const auto& [place, path] : files) paths.insert(path);
  return paths;
}

// The files of the pack among `files`, without the settings.
content::FilePlaces without_settings(content::FilePlaces files) {
  std::erase_if(files, [](const auto& file) { return file.first.starts_with(settings_place); });
  return files;
}

// Readers that name a file by the folder it belongs to read its copy.
void read_copies(source::TomlFiles& files, const fs::path& pack, const content::FilePlaces& copies) {
  for (const auto& [place, path] : copies) {
    if (place.ends_with(".toml")) files.redirect(pack / place, path);
  }
}

}  // namespace

LastGood::LastGood(const fs::path& state, Copying copying) : kept_(state, copying), newest_(kept_.newest()) {
  if (!newest_) return;
  // Others are kept, too, such as one that cannot be drawn, whose card stays as it was.
  for (const std::string& path : pictures_in_loop(newest_->files)) drawable_[path].insert(content::LayerSet());
}

// A file that cannot be copied is listed where it is, so that its readers say what is wrong with it.
content::FilePlaces LastGood::copies_of(const fs::path& pack) {
  content::FilePlaces files;
  std::error_code error;
  const fs::path folder = (fs::absolute(pack, error) / "").lexically_normal();
  const content::PackFolder on_disk(pack);
  const auto add = [&](const std::string& place, std::size_t max_bytes) {
    const std::string file = folder.string() + place;
    if (paint::stamp_of(file) == paint::FileStamp{}) return;
    const std::string copy = on_disk.contains(place) ? kept_.copy(file, max_bytes) : "";
    files[place] = copy.empty() ? file : copy;
  };
  add(content::pack_place, content::max_pack_bytes);
  add(content::claims_place, content::max_claims_bytes);
  add(review::signatures_place, content::max_signatures_bytes);
  for (const std::string& name : on_disk.cards()) {
    if (name.ends_with(".toml")) {
      add("cards/" + name, content::max_card_bytes);
    } else {
      files["cards/" + name] = folder.string() + "cards/" + name;  // for "did you mean"
    }
  }
  for (const std::string& name : on_disk.interface()) {
    if (name.ends_with(".toml")) add(std::string(content::interface_folder) + "/" + name, content::max_interface_bytes);
  }
  const fs::path pictures = folder / "pictures";
  for (fs::recursive_directory_iterator at(pictures, error), end; !error && at != end; at.increment(error)) {
    if (at.depth() > 2) at.disable_recursion_pending();
    std::error_code no_type;
    if (at->is_regular_file(no_type)) {
      add("pictures/" + at->path().lexically_relative(pictures).string(), content::max_picture_bytes);
    }
  }
  return files;
}

content::PackOptions LastGood::options(const Settings& settings, paint::Pictures& pictures) {
  const auto fault = [this, &settings, &pictures](const fs::path& file,
                                                  const std::vector<content::LayerSet>& shown) -> std::string {
    std::set<content::LayerSet>& known = drawable_[file.string()];
    std::vector<content::LayerSet> tried;
    std::copy_if(shown.begin(), shown.end(), std::back_inserter(tried),
                 [&known](const content::LayerSet& layers) { return !known.contains(layers); });
    if (tried.empty()) return {};
    const assembly::Size size = assembly::largest_picture(settings.screen);
    std::string why = pictures.try_out(file.string(), size.width, size.height, tried).fault;
    if (why.empty()) known.insert(tried.begin(), tried.end());
    return why;
  };
  return {settings.vars, fault, assembly::picture_facts_by(pictures), {}, settings.missing_text};
}

Reading LastGood::read(const Settings& settings, const fs::path& config,
                       const std::shared_ptr<const paint::FaceTable>& faces, UnknownCards unknown) {
  Reading reading;
  const assembly::PackStamps stamps = assembly::stamps_of_pack(settings.content);
  content::FilePlaces files = copies_of(settings.content);
  const bool same_pack = newest_ && newest_->pack == settings.content;
  paint::Pictures pictures(assembly::picture_options(settings, 0));
  const content::PackOptions how = options(settings, pictures);
  std::set<std::string> stays;
  for (int pass = 1;; ++pass) {
    source::TomlFiles toml;
    source::Diagnostics found;
    read_copies(toml, settings.content, files);
    const content::PackFolder folder(settings.content, files);
    content::PackFiles read = content::read_pack_files(folder, how, content::Sources::keep, toml, found);
    const WordFaults of_words = faults_of_words(folder, toml);
    const bool may_hold = same_pack && pass < max_passes;
    const std::set<std::string> held =
        may_hold ? places_held_back(read, files, newest_->files, unknown, of_words.errors, error_counts_)
                 : std::set<std::string>();
    content::FilePlaces good = files;
    for (const content::CardFile& card : read.cards) {
      if (!card.is_valid) good.erase(content::card_place(card.card.id));
    }
    Pack pack = content::assemble(std::move(read), found);
    if (pass == 1) reading.diagnostics.add_all(held.empty() ? found : with_held_cards(found, files, held));
    if (pass == 1) reading.diagnostics.add_all(of_words.found);
    if (held.empty()) {
      source::Diagnostics of_rest;
      reading.loaded = assembly::complete(std::move(pack), &folder, settings, config, faces, toml, of_rest);
      reading.diagnostics.add_all(without(of_rest, of_words.found));
      reading.files = good;
      read_ = {settings.content, std::move(good)};
      break;
    }
    for (const std::string& place : held) files[place] = newest_->files[place];
    stays.insert(held.begin(), held.end());
  }
  reading.loaded.stamps = stamps;
  reading.stays.assign(stays.begin(), stays.end());
  if (same_pack) {
    const content::FilePlaces before = without_settings(newest_->files);
    for (const auto& [place, path] : files) {
      const auto old = before.find(place);
      if (old == before.end() || old->second != path) reading.changed.push_back(place);
    }
    if (!reading.changed.empty()) {
      reading.remarks = descriptions_left(reading.loaded.content.pack.cards, files, before);
    }
    for (const auto& [place, path] : before) {
      if (!files.contains(place)) reading.removed.push_back(place);
    }
  }
  return reading;
}

std::optional<assembly::Loaded> LastGood::kept(const Settings& settings, const fs::path& config) {
  if (!newest_) return {};
  Settings as_kept = settings;
  as_kept.content = newest_->pack;
  source::TomlFiles toml;
  source::Diagnostics known;  // reported when the files were read
  const content::FilePlaces files = without_settings(newest_->files);
  read_copies(toml, newest_->pack, files);
  paint::Pictures pictures(assembly::picture_options(settings, 0));
  const content::PackFolder folder(newest_->pack, files);
  Pack pack = content::read_pack(folder, {settings.vars, {}, assembly::picture_facts_by(pictures)}, toml, known);
  return assembly::complete(std::move(pack), &folder, as_kept, config, {}, toml, known);
}

std::string LastGood::kept_at(const std::string& place) const {
  if (!newest_) return {};
  const auto kept = newest_->files.find(place);
  return kept == newest_->files.end() ? "" : kept->second;
}

std::string LastGood::kept_settings(const fs::path& config) const {
  return kept_at(settings_place_of(config));
}

std::string LastGood::kept_included() const {
  return kept_at(included_place);
}

void LastGood::keep(const fs::path& config, SettingsAre settings, const std::string& included) {
  if (read_.pack.empty()) return;
  const auto keep_at = [&](const std::string& place, const std::string& file) {
    std::string copy = settings == SettingsAre::good ? kept_.copy(file, content::max_settings_bytes) : "";
    if (copy.empty()) copy = kept_at(place);
    if (!copy.empty()) read_.files[place] = copy;
  };
  keep_at(settings_place_of(config), config.string());
  if (!included.empty()) keep_at(included_place, included);
  // A file that could not be copied, and so is read in its own place, is not kept.
  const fs::path source = (fs::absolute(read_.pack) / "").lexically_normal();
  std::erase_if(read_.files, [&](const auto& file) { return file.second == source.string() + file.first; });
  if (!read_.files.contains(content::pack_place)) return;
  const std::set<std::string> used = paths_of(read_.files);
  std::erase_if(drawable_, [&](const auto& file) { return !used.contains(file.first); });
  std::erase_if(error_counts_, [&](const auto& file) { return !used.contains(file.first); });
  if (kept_.keep(read_)) newest_ = read_;
}

std::string LastGood::take_fault() {
  return kept_.take_fault();
}

}  // namespace anteroom::runtime
