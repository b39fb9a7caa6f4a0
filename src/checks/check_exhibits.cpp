#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "checks/checks.h"

namespace anteroom::checks {

namespace {

// What a step shows: a picture, and which of its layers, in any order.
std::pair<std::string, std::vector<std::string>> shown_by(const Step& step) {
  std::vector<std::string> layers = step.layers;
  std::sort(layers.begin(), layers.end());
  return {step.picture, std::move(layers)};
}

// The position of what step number `i` shows; of the step itself if it does not say.
source::Position place_of(const source::TomlTable& card, std::size_t i) {
  const source::TomlValue* value = source::find_value(card, {"exhibit", "steps"});
  const auto* list = value == nullptr ? nullptr : std::get_if<source::TomlList>(&value->is);
  if (list == nullptr || i >= list->size()) return value == nullptr ? source::file_begin : value->at;
  const auto* step = std::get_if<source::TomlTable>(&(*list)[i].is);
  for (const char* key : {"layers", "picture"}) {
    const source::TomlEntry* entry = step == nullptr ? nullptr : source::find_entry(*step, key);
    if (entry != nullptr) return entry->value.at;
  }
  return (*list)[i].at;
}

}  // namespace

void check_exhibits(std::vector<content::CardFile>& cards) {
  for (content::CardFile& file : cards) {
    const auto* steps = std::get_if<Steps>(&file.card.exhibit);
    if (steps == nullptr) continue;
    source::FileFaults faults(file.source, file.diagnostics);
    // A picture may come back later, as after a healing; two steps in a row are one.
    for (std::size_t i = 1; i < steps->steps.size(); ++i) {
      if (shown_by(steps->steps[i - 1]) != shown_by(steps->steps[i])) continue;
      faults.add(rule::equal_steps, place_of(file.table, i),
                 "steps " + std::to_string(i) + " and " + std::to_string(i + 1) +
                     " show the same picture, so that nothing changes between them; give one of them other `layers`, "
                     "or a `picture` of its own");
    }
  }
}

}  // namespace anteroom::checks
