#include "content/read_picture.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <system_error>
#include <utility>

#include "content/limits.h"
#include "content/usable_text.h"
#include "source/printable.h"

namespace anteroom::content {

namespace {

// "16.1 MB", rounded up to tenths, so that a size above the limit never reads like the limit.
std::string in_megabytes(std::uintmax_t bytes) {
  const std::uintmax_t tenths = (bytes * 10 + (1U << 20) - 1) >> 20U;
  return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) + " MB";
}

namespace fs = std::filesystem;

// Ignores letter case, which cameras and Windows choose freely.
template <std::size_t count>
bool ends_in(std::string_view name, const std::array<std::string_view, count>& types) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return false;
  const auto is_same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
  return std::any_of(types.begin(), types.end(), [&](std::string_view type) {
    return std::equal(name.begin() + static_cast<std::ptrdiff_t>(dot), name.end(), type.begin(), type.end(), is_same);
  });
}

constexpr std::array<std::string_view, 6> picture_types = {".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif"};
constexpr std::array<std::string_view, 2> iphone_types = {".heic", ".heif"};

// What is wrong with the picture `name`, to follow "the picture `paper.svg` ", and the rule that it breaks.
std::optional<std::pair<source::Rule, std::string>> picture_fault(const std::string& name, const PackFolder& folder) {
  const std::string place = "pictures/" + name;
  if (name.starts_with('/') || !folder.contains(place)) {
    return std::pair(rule::outside_pack, "leads out of the pack; it should be a file in pictures/");
  }
  if (ends_in(name, iphone_types)) {
    return std::pair(rule::picture_type, "is in HEIC, as iPhones store photos; save it as JPEG");
  }
  if (!ends_in(name, picture_types)) {
    return std::pair(rule::picture_type, "should end in .svg, .png, .jpg, .jpeg, .webp or .gif");
  }
  const std::vector<std::string> names = folder.pictures_named(name);
  if (names.empty()) return std::pair(rule::missing_picture, "is not in pictures/" + folder.picture_suggestion(name));
  if (names.size() > 1) {
    return std::pair(rule::missing_picture,
                     "may be any of " + std::to_string(names.size()) +
                         " files in pictures/ whose names look the same; leave one of them there");
  }
  if (!folder.contains("pictures/" + names.front())) {
    return std::pair(rule::outside_pack, "leads out of the pack; it should be a file in pictures/");
  }
  std::error_code error;
  const fs::path path = folder.path("pictures/" + names.front());
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return std::pair(rule::missing_picture, "is a link to a file that is not there");
  if (!fs::is_regular_file(status)) return std::pair(rule::missing_picture, "is not a file");
  if (const std::uintmax_t bytes = fs::file_size(path, error); error || bytes > max_picture_bytes) {
    return std::pair(rule::too_large,
                     "is " + in_megabytes(bytes) + "; at most 16 MB are allowed: save it with fewer pixels");
  }
  return std::nullopt;
}

// Adds the name in `table`.
void add_name(const source::TomlTable& table, std::vector<source::Located>& names) {
  const source::TomlEntry* entry = source::find_entry(table, "picture");
  const auto* name = entry == nullptr ? nullptr : std::get_if<std::string>(&entry->value.is);
  if (name != nullptr) names.push_back({*name, entry->value.at});
}

}  // namespace

std::string read_picture(source::TableReader& reader, const PackFolder& folder) {
  const auto name = reader.string("picture", "the name of a file in pictures/");
  if (!name || !check_text(*name, reader.faults())) return {};
  if (name->text.empty()) {
    reader.faults().add(rule::empty_text, name->at,
                        "`picture` is empty; leave the key out for a card without a picture");
    return {};
  }
  if (const auto fault = picture_fault(std::string(name->text), folder)) {
    reader.faults().add(fault->first, name->at, "the picture " + source::in_ticks(name->text) + " " + fault->second);
    return {};
  }
  return picture_path(name->text, folder);
}

std::string picture_path(std::string_view name, const PackFolder& folder) {
  const std::vector<std::string> names = folder.pictures_named(name);
  return folder.path("pictures/" + (names.size() == 1 ? names.front() : std::string(name)));
}

bool is_drawing(std::string_view path) {
  return ends_in(path, std::array<std::string_view, 1>{".svg"});
}

std::vector<source::Located> picture_names(const source::TomlTable& table) {
  std::vector<source::Located> names;
  add_name(table, names);
  const source::TomlEntry* exhibit = source::find_entry(table, "exhibit");
  const auto* keys = exhibit == nullptr ? nullptr : std::get_if<source::TomlTable>(&exhibit->value.is);
  const source::TomlEntry* steps = keys == nullptr ? nullptr : source::find_entry(*keys, "steps");
  const auto* list = steps == nullptr ? nullptr : std::get_if<source::TomlList>(&steps->value.is);
  if (list == nullptr) return names;
  for (const source::TomlValue& step : *list) {
    if (const auto* step_keys = std::get_if<source::TomlTable>(&step.is)) add_name(*step_keys, names);
  }
  return names;
}

}  // namespace anteroom::content
