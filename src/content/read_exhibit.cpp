#include "content/read_exhibit.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "content/exhibit_source.h"
#include "content/read_picture.h"
#include "source/printable.h"

namespace anteroom::content {

namespace {

constexpr source::Range steps_allowed{2, 6, "steps"};
constexpr source::Range days_allowed{0, 36500, "days"};
constexpr std::size_t max_marks = 9;

// The ids in `marks`, also put into `step`.
std::vector<source::Located> read_marks(source::TableReader& reader, Step& step) {
  std::optional<std::vector<source::Located>> ids =
      reader.strings("marks", "a list of ids of the picture's elements, of which one at a time is seen");
  if (!ids) return {};
  if (ids->size() > max_marks) {
    reader.faults().add(rule::too_many, (*ids)[max_marks].at,
                        "this step has " + std::to_string(ids->size()) + " marks; at most " +
                            std::to_string(max_marks) + " are shown on the way to the next one");
    ids->resize(max_marks);
  }
  for (const source::Located& id : *ids) step.marks.push_back({std::string(id.text)});
  return *std::move(ids);
}

// How many layers all steps begin with.
std::size_t shared_layers(const std::vector<Step>& steps) {
  const std::vector<std::string>& first = steps.front().layers;
  std::size_t shared = first.size();
  for (const Step& step : steps) {
    const auto end = std::mismatch(first.begin(), first.end(), step.layers.begin(), step.layers.end()).first;
    shared = std::min(shared, static_cast<std::size_t>(end - first.begin()));
  }
  return shared;
}

// Puts the layers of each step into the order in which the picture draws them, from back to front: what all steps begin
// with is drawn apart, below the rest.
void sort_layers(std::vector<Step>& steps, const PictureFacts& facts) {
  std::map<std::string, std::size_t> places;
  for (const std::string& name : facts.order) places.emplace(name, places.size());
  const auto place = [&](const std::string& layer) {
    const auto found = places.find(layer);
    return found == places.end() ? places.size() : found->second;
  };
  for (Step& step : steps) {
    std::stable_sort(step.layers.begin(), step.layers.end(),
                     [&](const std::string& one, const std::string& other) { return place(one) < place(other); });
  }
}

// Reports the steps without a mark, if others have some.
void report_unmarked(const std::vector<std::size_t>& marks, const std::vector<const source::TomlValue*>& tables,
                     source::FileFaults& faults) {
  if (std::all_of(marks.begin(), marks.end(), [](std::size_t count) { return count == 0; })) return;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i] > 0) continue;
    faults.add(rule::missing_key, tables[i]->at,
               "`marks` is missing; what travels along the line needs a place at every step");
  }
}

// The places of the marks, and of all that changes. A step without a mark leaves all of them out.
void place_marks(Steps& steps, const PictureFacts& facts) {
  steps.ratio = facts.width / facts.height;
  const auto share_of = [&](const std::string& id) -> std::optional<Share> {
    const auto found = facts.elements.find(id);
    if (found == facts.elements.end()) return {};
    const auto& [x, y, w, h] = found->second;
    return Share{x / facts.width, y / facts.height, w / facts.width, h / facts.height};
  };
  std::vector<Share> all;
  const std::size_t shared = shared_layers(steps.steps);
  bool has_all = true;
  for (Step& step : steps.steps) {
    has_all = has_all && !step.marks.empty();
    for (Mark& mark : step.marks) {
      const std::optional<Share> box = share_of(mark.layer);
      has_all = has_all && box;
      mark.box = box.value_or(Share{});
      all.push_back(mark.box);
    }
    for (std::size_t i = shared; i < step.layers.size(); ++i) {
      if (const std::optional<Share> box = share_of(step.layers[i])) all.push_back(*box);
    }
  }
  if (!has_all) {
    for (Step& step : steps.steps) step.marks.clear();
    return;
  }
  double left = 1, top = 1, right = 0, bottom = 0;
  for (const Share& box : all) {
    left = std::min(left, box.x);
    top = std::min(top, box.y);
    right = std::max(right, box.x + box.w);
    bottom = std::max(bottom, box.y + box.h);
  }
  constexpr double margin = 0.01;  // around all that changes
  // A smaller part would be drawn from too large a picture, see decode::Frame.
  constexpr double least = 0.25;
  const auto held = [&](double from, double to) {
    from = std::clamp(from - margin, 0.0, 1 - least);
    return std::pair(from, std::max(least, std::min(1.0, to + margin) - from));
  };
  const auto [x, w] = held(left, right);
  const auto [y, h] = held(top, bottom);
  steps.changing = Share{x, y, w, h};
}

// One step; its layers and marks are added to `layers`.
Step read_step(const source::TomlValue& value, const Step* before, const ExhibitSource& source,
               source::FileFaults& faults, std::vector<source::Located>& layers) {
  source::TableReader reader(std::get<source::TomlTable>(value.is), value.at, faults);
  Step step;
  if (reader.require("day", "the number of days since the beginning")) {
    const auto day = reader.number("day", days_allowed);
    if (day && before != nullptr && *day <= before->day) {
      faults.add(rule::out_of_range, reader.find("day")->at, "`day` should be later than that of the step before it");
    }
    step.day = day.value_or(before == nullptr ? 0 : before->day);
  }
  const std::vector<source::Located> ids = read_layers(reader, "step", step.layers);
  layers.insert(layers.end(), ids.begin(), ids.end());
  const std::vector<source::Located> marks = read_marks(reader, step);
  layers.insert(layers.end(), marks.begin(), marks.end());
  const bool has_own_picture = reader.find("picture") != nullptr;
  step.picture = read_picture(reader, source.folder);
  for (const char* key : {"layers", "marks"}) {  // the reader keeps no copy of it
    const source::TomlValue* written = reader.find(key);
    if (!has_own_picture || written == nullptr) continue;
    faults.add(rule::bad_value, written->at,
               source::in_ticks(key) + " are parts of the card's picture; a step with a `picture` of its own has none");
  }
  if (has_own_picture) {
    layers.resize(layers.size() - step.layers.size() - step.marks.size());
    step.layers.clear();
    step.marks.clear();
  }
  if (!has_own_picture && !source.has_picture) {
    faults.add(rule::missing_key, value.at, "`picture` is missing; neither this step nor the card has one");
  }
  reader.report_unknown_keys();
  return step;
}

void read_steps(source::TableReader& reader, const ExhibitSource& source, ExhibitEntry& entry) {
  Steps steps;
  steps.in_proportion = reader.choice("spacing", {"even", "time"}).value_or(0) == 1;
  const auto tables = read_list(reader, "steps", "write each of them below a [[exhibit.steps]]", steps_allowed);
  entry.is_readable = tables.has_value();
  if (!tables) return;
  std::vector<source::Located> layers;
  std::vector<std::size_t> marks;  // how many each step has
  for (const source::TomlValue* table : *tables) {
    const Step* before = steps.steps.empty() ? nullptr : &steps.steps.back();
    steps.steps.push_back(read_step(*table, before, source, reader.faults(), layers));
    marks.push_back(steps.steps.back().marks.size());
  }
  report_unmarked(marks, *tables, reader.faults());
  const bool are_too_many = tables->size() > steps_allowed.max;  // reported, and not to be drawn
  PictureFacts facts;
  if (!are_too_many && !layers.empty() && !source.picture.empty() && source.facts_of) facts = source.facts(layers);
  if (facts.width > 0 && facts.height > 0) {
    sort_layers(steps.steps, facts);
    place_marks(steps, facts);
  }
  entry.exhibit = std::move(steps);
  if (facts.width <= 0) return;  // reported for the picture itself
  report_no_elements(layers, facts, source, reader.faults());
  report_unseen(layers, facts, source, reader.faults());
}

}  // namespace

ExhibitEntry read_exhibit(source::TableReader& card, const std::string& picture, const PackFolder& folder,
                          const PictureFactsOf& facts_of) {
  static const std::vector<std::string> kinds = {"fold", "steps", "hotspots", "pull"};
  ExhibitEntry entry;
  if (card.find("exhibit") == nullptr) return entry;
  const source::TomlTable* table = card.table("exhibit");
  entry.is_readable = false;
  if (table == nullptr) return entry;
  source::TableReader reader(*table, card.find("exhibit")->at, card.faults());
  if (!reader.require("kind", "write \"fold\", \"steps\", \"hotspots\" or \"pull\"")) return entry;
  const auto kind = reader.choice("kind", kinds);
  if (!kind) return entry;  // the allowed keys are unknown
  const ExhibitSource source{picture, card.find("picture") != nullptr, folder, facts_of};
  if (kinds[*kind] == "fold") {
    entry.exhibit = Fold{};
    entry.is_readable = true;
  } else if (kinds[*kind] == "steps") {
    read_steps(reader, source, entry);
  } else if (kinds[*kind] == "pull") {
    read_pull(reader, entry);
  } else {
    read_hotspots(reader, source, entry);
  }
  reader.report_unknown_keys();
  return entry;
}

}  // namespace anteroom::content
