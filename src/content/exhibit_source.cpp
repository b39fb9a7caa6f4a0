#include "content/exhibit_source.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>
#include <string_view>

#include "content/limits.h"
#include "content/read_picture.h"
#include "source/nearest.h"
#include "source/printable.h"
#include "source/source_file.h"

namespace anteroom::content {

PictureFacts ExhibitSource::facts(const std::vector<source::Located>& ids) const {
  std::vector<std::string> names;
  names.reserve(ids.size());
  for (const source::Located& id : ids) names.emplace_back(id.text);
  return facts_of(picture, names);
}

namespace {

void report_no_element(const source::Located& id, const PictureFacts& facts, const ExhibitSource& source,
                       source::FileFaults& faults) {
  const std::string name = source::in_ticks(std::filesystem::path(source.picture).filename().string());
  if (!is_drawing(source.picture)) {
    faults.add(rule::unknown_element, id.at,
               name + " is not a drawing (SVG), so it has neither elements nor layers, such as " +
                   source::in_ticks(id.text) + "; give each part a `box`, or each step a `picture` of its own");
    return;
  }
  if (facts.empty.contains(std::string(id.text))) {
    faults.add(rule::unknown_element, id.at,
               "the element " + source::in_ticks(id.text) + " of the picture " + name +
                   " draws nothing: it is an empty group, its shapes have no size, or what is in it is hidden; draw "
                   "something in it or show it, or name another one here");
    return;
  }
  const bool is_ambiguous = facts.ambiguous.contains(std::string(id.text));
  faults.add(rule::unknown_element, id.at,
             "the picture " + name +
                 (is_ambiguous ? " has several layers with the name " + source::in_ticks(id.text) +
                                     "; rename one of them in the drawing program"
                               : " shows no element with the id or the layer name " + source::in_ticks(id.text) +
                                     source::did_you_mean(id.text, facts.names)));
}

// True if no layer of the drawing has a name in Inkscape, whose "Plain SVG" leaves the names out.
bool has_lost_names(const std::vector<source::Located>& missing, const PictureFacts& facts,
                    const ExhibitSource& source) {
  if (missing.size() < 2 || !facts.elements.empty() || !facts.ambiguous.empty() || !facts.empty.empty()) return false;
  const bool has_near = std::any_of(missing.begin(), missing.end(), [&facts](const source::Located& id) {
    return !source::did_you_mean(id.text, facts.names).empty();
  });
  return !has_near && source::file_bytes(source.picture).find(":label=") == std::string::npos;
}

}  // namespace

bool report_no_elements(const std::vector<source::Located>& ids, const PictureFacts& facts, const ExhibitSource& source,
                        source::FileFaults& faults) {
  std::vector<source::Located> missing;
  for (const source::Located& id : ids) {
    if (facts.elements.contains(std::string(id.text))) continue;
    const bool is_known = std::any_of(missing.begin(), missing.end(),
                                      [&id](const source::Located& other) { return other.text == id.text; });
    if (!is_known) missing.push_back(id);
  }
  if (missing.empty()) return true;
  if (!is_drawing(source.picture)) {
    report_no_element(missing.front(), facts, source, faults);  // it has none of them
  } else if (has_lost_names(missing, facts, source)) {
    std::string names;
    for (const source::Located& id : missing) names.append(names.empty() ? "" : ", ").append(source::in_ticks(id.text));
    faults.add(rule::unknown_element, missing.front().at,
               "the picture " + source::in_ticks(std::filesystem::path(source.picture).filename().string()) +
                   " has no names of layers, and no element with one of these ids: " + names +
                   "; save it as \"Inkscape SVG\", since a \"Plain SVG\" loses the names of its layers");
  } else {
    for (const source::Located& id : missing) report_no_element(id, facts, source, faults);
  }
  return false;
}

void report_unseen(const std::vector<source::Located>& ids, const PictureFacts& facts, const ExhibitSource& source,
                   source::FileFaults& faults) {
  std::set<std::string_view> reported;
  for (const source::Located& id : ids) {
    if (!facts.unseen.contains(std::string(id.text)) || !reported.insert(id.text).second) continue;
    faults.add(rule::unseen_element, id.at,
               "nothing of the element " + source::in_ticks(id.text) + " can be seen in the picture " +
                   source::in_ticks(std::filesystem::path(source.picture).filename().string()) +
                   ": it lies outside of the page, is transparent, or has neither fill nor stroke; change it in the "
                   "drawing, or name another one here");
  }
}

std::vector<source::Located> read_layers(source::TableReader& reader, const std::string& what,
                                         std::vector<std::string>& layers, const char* key) {
  std::optional<std::vector<source::Located>> ids = reader.strings(key, "a list of ids of the picture's elements");
  if (!ids) return {};
  if (ids->size() > max_layers) {
    reader.faults().add(rule::too_many, (*ids)[max_layers].at,
                        "this " + what + " has " + source::in_thousands(ids->size()) + " layers; at most " +
                            std::to_string(max_layers) + " are drawn: group the elements in the picture");
    ids->resize(max_layers);
  }
  layers.reserve(ids->size());
  for (const source::Located& id : *ids) layers.emplace_back(id.text);
  return *std::move(ids);
}

std::optional<std::vector<const source::TomlValue*>> read_list(source::TableReader& reader, const char* key,
                                                               const char* advice, const source::Range& allowed) {
  if (!reader.require(key, advice)) return std::nullopt;
  const source::TomlValue& value = *reader.find(key);
  if (!std::holds_alternative<source::TomlList>(value.is)) {
    reader.tables(key);
    return std::nullopt;
  }
  std::vector<const source::TomlValue*> tables = reader.tables(key);
  const auto count = static_cast<double>(tables.size());
  if (count < allowed.min || count > allowed.max) {
    reader.faults().add(rule::out_of_range, value.at,
                        std::string("the number of ") + allowed.unit + " is " + std::to_string(tables.size()) +
                            "; it should be from " + std::to_string(std::lround(allowed.min)) + " to " +
                            std::to_string(std::lround(allowed.max)));
  }
  return tables;
}

}  // namespace anteroom::content
