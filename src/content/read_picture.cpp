#include "content/read_picture.h"

#include <algorithm>
#include <array>
#include <optional>
#include <system_error>
#include <utility>

#include "content/nearest.h"
#include "content/utf8.h"

namespace anteroom::content {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t most_picture_bytes = 16UL * 1024 * 1024;

bool has_picture_type(std::string_view name) {
  constexpr std::array<std::string_view, 5> types = {".svg", ".png", ".jpg", ".jpeg", ".webp"};
  return std::any_of(types.begin(), types.end(), [name](std::string_view type) { return name.ends_with(type); });
}

// What is wrong with the picture `name`, to be said after "the picture `paper.svg` ", and by which rule.
std::optional<std::pair<Rule, std::string>> picture_fault(const std::string& name, const PackFolder& folder) {
  const std::string place = "pictures/" + name;
  if (name.starts_with('/') || !folder.contains(place)) {
    return std::pair(rule::outside_pack, "leads out of the pack; it should be a file in pictures/");
  }
  if (!has_picture_type(name)) return std::pair(rule::picture_type, "should end in .svg, .png, .jpg, .jpeg or .webp");
  std::error_code error;
  const fs::path path = folder.path(place);
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) {
    return std::pair(rule::missing_picture, "is not in pictures/" + did_you_mean(name, folder.pictures()));
  }
  if (!fs::is_regular_file(status)) return std::pair(rule::missing_picture, "is not a file");
  if (const std::uintmax_t bytes = fs::file_size(path, error); error || bytes > most_picture_bytes) {
    return std::pair(rule::too_large, "has " + std::to_string(bytes) + " bytes; at most 16 MB are allowed");
  }
  return std::nullopt;
}

// Adds the name that `table` holds.
void add_name(const TomlTable& table, std::vector<Located>& names) {
  const TomlEntry* entry = find_entry(table, "picture");
  const auto* name = entry == nullptr ? nullptr : std::get_if<std::string>(&entry->value.is);
  if (name != nullptr) names.push_back({*name, entry->value.at});
}

}  // namespace

std::string read_picture(TableReader& reader, const PackFolder& folder) {
  const auto name = reader.string("picture", "the name of a file in pictures/");
  if (!name || !is_clean(*name, reader.faults())) return {};
  if (name->text.empty()) {
    reader.faults().add(rule::empty_text, name->at,
                        "`picture` is empty; leave the key out for a card without a picture");
    return {};
  }
  if (const auto fault = picture_fault(std::string(name->text), folder)) {
    reader.faults().add(fault->first, name->at, "the picture " + in_ticks(name->text) + " " + fault->second);
    return {};
  }
  return folder.path("pictures/" + std::string(name->text));
}

std::vector<Located> picture_names(const TomlTable& table) {
  std::vector<Located> names;
  add_name(table, names);
  const TomlEntry* exhibit = find_entry(table, "exhibit");
  const auto* keys = exhibit == nullptr ? nullptr : std::get_if<TomlTable>(&exhibit->value.is);
  const TomlEntry* steps = keys == nullptr ? nullptr : find_entry(*keys, "steps");
  const auto* list = steps == nullptr ? nullptr : std::get_if<TomlList>(&steps->value.is);
  if (list == nullptr) return names;
  for (const TomlValue& step : *list) {
    if (const auto* step_keys = std::get_if<TomlTable>(&step.is)) add_name(*step_keys, names);
  }
  return names;
}

}  // namespace anteroom::content
