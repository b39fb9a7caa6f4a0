#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "checks/checks.h"

namespace anteroom::checks {

namespace {

// What a step shows: a picture, which of its layers, in any order, and what travels along the line.
std::pair<std::string, std::vector<std::string>> shown_by(const Step& step) {
  std::vector<std::string> layers = step.layers;
  std::sort(layers.begin(), layers.end());
  layers.push_back(step.marks.empty() ? "" : step.marks.front().layer);
  return {step.picture, std::move(layers)};
}

// True if two steps of `card` that show different things look the same.
bool look_same(const Step& one, const Step& other, const Card& card, const content::PackOptions& options) {
  if (!options.look_same || !one.marks.empty() || !other.marks.empty()) return false;
  const auto drawn_by = [&card](const Step& step) {
    return content::PictureLayers{step.picture.empty() ? card.picture : step.picture, step.layers};
  };
  const content::PictureLayers left = drawn_by(one), right = drawn_by(other);
  return !left.picture.empty() && !right.picture.empty() && options.look_same(left, right);
}

// True if the front of `card`, which shows the whole picture, looks like none of the steps, which show parts of it.
bool is_front_of_its_own(const Card& card, const std::vector<Step>& steps, const content::PackOptions& options) {
  // A picture that tells one thing after the other may well show all steps side by side.
  if (!options.look_same || card.picture.empty() || card.is_sequence) return false;
  return std::all_of(steps.begin(), steps.end(), [&](const Step& step) {
    content::PictureLayers shown{card.picture, step.layers};
    if (!step.marks.empty()) shown.layers.push_back(step.marks.front().layer);
    return step.picture.empty() && !shown.layers.empty() && !options.look_same({card.picture}, shown);
  });
}

std::string numbers_of(std::size_t i) {
  return "steps " + std::to_string(i) + " and " + std::to_string(i + 1);
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

void check_exhibits(std::vector<content::CardFile>& cards, const content::PackOptions& options) {
  for (content::CardFile& file : cards) {
    const auto* steps = std::get_if<Steps>(&file.card.exhibit);
    if (steps == nullptr) continue;
    source::FileFaults faults(file.source, file.diagnostics);
    if (file.is_valid && is_front_of_its_own(file.card, steps->steps, options)) {
      const source::TomlValue* picture = source::find_value(file.table, {"picture"});
      faults.add(
          rule::strange_front, picture == nullptr ? source::file_begin : picture->at,
          "the front of this card looks like none of its steps: it shows whatever is visible in the drawing, "
          "such as the layers of several steps at once; leave visible there just what one step shows (a step shows "
          "its layers even if they are hidden), or write `sequence = true` if the drawing shows the steps side "
          "by side, from left to right");
    }
    // A picture may come back later, as after a healing; two steps in a row are one.
    for (std::size_t i = 1; i < steps->steps.size(); ++i) {
      const Step &before = steps->steps[i - 1], &step = steps->steps[i];
      if (file.is_valid && shown_by(before) != shown_by(step) && look_same(before, step, file.card, options)) {
        const bool has_pictures = !before.picture.empty() || !step.picture.empty();
        faults.add(
            rule::equal_steps, place_of(file.table, i),
            numbers_of(i) + " look the same, although their " + (has_pictures ? "pictures" : "`layers`") + " differ: " +
                (has_pictures
                     ? "both files draw the same; save the right one"
                     : "what differs is behind other parts of the drawing, or has their colour; move "
                       "it further up in the drawing program's list of layers, or take what hides it out of `layers`"));
      }
      if (shown_by(before) != shown_by(step)) continue;
      faults.add(rule::equal_steps, place_of(file.table, i),
                 numbers_of(i) +
                     " show the same picture, so that nothing changes between them; give one of them other `layers`, "
                     "or a `picture` of its own");
    }
  }
}

}  // namespace anteroom::checks
