#include "content/read_exhibit.h"

#include <string>
#include <utility>
#include <vector>

#include "content/exhibit_source.h"
#include "content/read_picture.h"

namespace anteroom::content {

namespace {

constexpr source::Range steps_allowed{2, 6, "steps"};
constexpr source::Range days_allowed{0, 36500, "days"};

// One step; its layers are added to `layers`.
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
  const bool has_own_picture = reader.find("picture") != nullptr;
  step.picture = read_picture(reader, source.folder);
  if (has_own_picture && reader.find("layers") != nullptr) {
    faults.add(rule::bad_value, reader.find("layers")->at,
               "`layers` are parts of the card's picture; a step with a `picture` of its own has none");
    layers.resize(layers.size() - step.layers.size());
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
  for (const source::TomlValue* table : *tables) {
    const Step* before = steps.steps.empty() ? nullptr : &steps.steps.back();
    steps.steps.push_back(read_step(*table, before, source, reader.faults(), layers));
  }
  entry.exhibit = std::move(steps);
  if (tables->size() > steps_allowed.max) return;  // reported, and not to be drawn
  if (layers.empty() || source.picture.empty() || !source.facts_of) return;
  const PictureFacts facts = source.facts(layers);
  if (facts.width <= 0) return;  // reported for the picture itself
  for (const source::Located& layer : layers) {
    if (facts.elements.contains(std::string(layer.text))) continue;
    report_no_element(layer, facts, source, reader.faults());
    if (!is_drawing(source.picture)) return;  // it has none of them
  }
}

}  // namespace

ExhibitEntry read_exhibit(source::TableReader& card, const std::string& picture, const PackFolder& folder,
                          const PictureFactsOf& facts_of) {
  static const std::vector<std::string> kinds = {"fold", "steps", "hotspots"};
  ExhibitEntry entry;
  if (card.find("exhibit") == nullptr) return entry;
  const source::TomlTable* table = card.table("exhibit");
  entry.is_readable = false;
  if (table == nullptr) return entry;
  source::TableReader reader(*table, card.find("exhibit")->at, card.faults());
  if (!reader.require("kind", "write \"fold\", \"steps\" or \"hotspots\"")) return entry;
  const auto kind = reader.choice("kind", kinds);
  if (!kind) return entry;  // the allowed keys are unknown
  const ExhibitSource source{picture, card.find("picture") != nullptr, folder, facts_of};
  if (kinds[*kind] == "fold") {
    entry.exhibit = Fold{};
    entry.is_readable = true;
  } else if (kinds[*kind] == "steps") {
    read_steps(reader, source, entry);
  } else {
    read_hotspots(reader, source, entry);
  }
  reader.report_unknown_keys();
  return entry;
}

}  // namespace anteroom::content
