#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/exhibit_source.h"
#include "content/read_picture.h"
#include "source/printable.h"

namespace anteroom::content {

namespace {

using Box = std::array<double, 4>;  // x, y, width, height

constexpr source::Range regions_allowed{1, 6, "regions"};
constexpr double usual_width = 1200, usual_height = 900;  // taken if the picture's facts are unknown

// A region before its position is known: a valid one has either `shape` or `box`.
struct WrittenRegion {
  source::Position at;
  std::optional<source::Located> shape;
  std::optional<Box> box;
  source::Position box_at;
  std::vector<source::Located> layers;
  std::vector<source::Located> shown;
};

std::optional<Box> read_box(source::TableReader& reader) {
  const source::TomlValue* value = reader.find("box");
  if (value == nullptr) return std::nullopt;
  const auto* list = std::get_if<source::TomlList>(&value->is);
  Box box{};
  bool is_valid = list != nullptr && list->size() == box.size();
  for (std::size_t i = 0; is_valid && i < box.size(); ++i) {
    if (const auto* whole = std::get_if<std::int64_t>(&(*list)[i].is)) {
      box[i] = static_cast<double>(*whole);
    } else if (const auto* real = std::get_if<double>(&(*list)[i].is)) {
      box[i] = *real;
    } else {
      is_valid = false;
    }
  }
  if (!is_valid) {
    reader.faults().add(rule::wrong_type, value->at,
                        "`box` should be a list of four numbers: x, y, width and height in the picture's own units");
    return std::nullopt;
  }
  const bool is_finite = std::all_of(box.begin(), box.end(), [](double length) { return std::isfinite(length); });
  if (!is_finite || box[2] <= 0 || box[3] <= 0) {
    reader.faults().add(rule::out_of_range, value->at,
                        "the numbers of `box` should be finite, its width and height more than 0");
    return std::nullopt;
  }
  return box;
}

// Adds to `regions` and, at the same index, to `hotspots`; `ids` collects the ids seen so far.
void read_region(const source::TomlValue& value, source::FileFaults& faults, std::vector<WrittenRegion>& regions,
                 Hotspots& hotspots, std::set<std::string_view>& ids) {
  source::TableReader reader(std::get<source::TomlTable>(value.is), value.at, faults);
  Region region;
  const auto id = reader.require("id", "a name for it in a-z, 0-9 and -") ? reader.string("id") : std::nullopt;
  if (id && !source::is_id(id->text)) {
    faults.add(rule::bad_id, id->at,
               source::in_ticks(id->text) + " is not an id; it should be made of a-z, 0-9 and - only");
  } else if (id && !ids.insert(id->text).second) {
    faults.add(rule::duplicate, id->at, "the region " + source::in_ticks(id->text) + " is already written further up");
  } else if (id) {
    region.id = id->text;
  }
  WrittenRegion written{value.at, {}, {}, {}, read_layers(reader, "spot", region.layers), {}};
  written.shown = read_layers(reader, "open spot", region.shown, "shows");
  written.shape = reader.string("shape", "the id of an element of the picture");
  if (written.shape && region.layers.empty()) region.layers.emplace_back(written.shape->text);
  written.box = read_box(reader);
  const source::TomlValue* box = reader.find("box");
  if (box != nullptr) written.box_at = box->at;
  if (box != nullptr && reader.find("shape") != nullptr) {
    faults.add(rule::bad_value, box->at, "`box` stands beside `shape`; a region has one or the other");
  } else if (box == nullptr && reader.find("shape") == nullptr) {
    faults.add(rule::missing_key, value.at,
               "`shape` is missing; the id of an element of the picture, or write box = [x, y, width, height]");
  }
  reader.report_unknown_keys();
  regions.push_back(written);
  hotspots.regions.push_back(std::move(region));
}

// The part of `box` that is on the picture.
Box clipped(const Box& box, const PictureFacts& facts) {
  const double left = std::max(box[0], 0.0);
  const double top = std::max(box[1], 0.0);
  return {left, top, std::min(box[0] + box[2], facts.width) - left, std::min(box[1] + box[3], facts.height) - top};
}

// True if `box` is on the picture, but for a rounding error.
bool is_inside(const Box& box, const PictureFacts& facts) {
  constexpr double slack = 1e-6;
  return box[0] >= -slack && box[1] >= -slack && box[0] + box[2] <= facts.width + slack &&
         box[1] + box[3] <= facts.height + slack;
}

// The box of `region`, in the picture's units. Errors are reported only if the facts are known.
std::optional<Box> place(const WrittenRegion& region, const PictureFacts& facts, const ExhibitSource& source,
                         source::FileFaults& faults) {
  if (region.shape) {
    const auto element = facts.elements.find(std::string(region.shape->text));
    if (element != facts.elements.end()) {
      const Box box = clipped(element->second, facts);
      if (box[2] > 0 && box[3] > 0) return box;
    }
    if (source.facts_of && element != facts.elements.end()) {
      faults.add(rule::unknown_element, region.shape->at,
                 "the element " + source::in_ticks(region.shape->text) + " of the picture " +
                     source::in_ticks(std::filesystem::path(source.picture).filename().string()) +
                     " shows nothing within the picture, so there is nothing to touch");
    }
    return std::nullopt;
  }
  if (!region.box) return std::nullopt;
  if (is_inside(*region.box, facts)) return clipped(*region.box, facts);
  if (source.facts_of) {
    faults.add(rule::out_of_range, region.box_at,
               "`box` leaves the picture, which is " + std::to_string(std::lround(facts.width)) + " wide and " +
                   std::to_string(std::lround(facts.height)) + " high");
  }
  return std::nullopt;
}

// Fills in the boxes of `hotspots`; false if one of them is unknown.
bool place_all(const std::vector<WrittenRegion>& regions, const std::vector<source::Located>& lit,
               const ExhibitSource& source, source::FileFaults& faults, Hotspots& hotspots) {
  if (source.picture.empty()) return false;
  PictureFacts facts{usual_width, usual_height, {}};
  std::vector<source::Located> named = lit;  // elements and layers
  if (source.facts_of) {
    for (const WrittenRegion& region : regions) {
      if (region.shape) named.push_back(*region.shape);
      named.insert(named.end(), region.layers.begin(), region.layers.end());
      named.insert(named.end(), region.shown.begin(), region.shown.end());
    }
    facts = source.facts(named);
    if (facts.width <= 0 || facts.height <= 0) return false;  // reported for the picture itself
  }
  hotspots.ratio = facts.width / facts.height;
  bool are_all_placed = !source.facts_of || report_no_elements(named, facts, source, faults);
  if (!are_all_placed && !is_drawing(source.picture)) return false;  // it has none of them
  for (std::size_t i = 0; i < regions.size(); ++i) {
    const std::vector<std::string>& layers = hotspots.regions[i].layers;
    hotspots.regions[i].hidden = std::any_of(
        layers.begin(), layers.end(), [&facts](const std::string& layer) { return facts.hidden.contains(layer); });
    if (regions[i].shape && !regions[i].layers.empty()) {
      const std::string shape(regions[i].shape->text);
      if (!facts.hidden.contains(shape)) hotspots.regions[i].outlined = {shape};
    }
    if (const auto box = place(regions[i], facts, source, faults)) {
      hotspots.regions[i].box = {(*box)[0] / facts.width, (*box)[1] / facts.height, (*box)[2] / facts.width,
                                 (*box)[3] / facts.height};
    } else {
      are_all_placed = false;
    }
  }
  if (are_all_placed) report_unseen(named, facts, source, faults);
  return are_all_placed;
}

// `box` as large as its target is at least: a tenth of the picture's width, which is about 22 mm on a kiosk.
Share target_of(const Share& box, double ratio) {
  constexpr double least = 0.1;
  const double w = std::max(box.w, least), h = std::max(box.h, least * ratio);
  return {box.x + (box.w - w) / 2, box.y + (box.h - h) / 2, w, h};
}

// True if more than a quarter of the smaller one is on the other: less is taken off their ends where they meet.
bool overlap(const Share& one, const Share& other) {
  constexpr double noticeable = 0.25;
  const double across = std::min(one.x + one.w, other.x + other.w) - std::max(one.x, other.x);
  const double down = std::min(one.y + one.h, other.y + other.h) - std::max(one.y, other.y);
  return across > 0 && down > 0 && across * down > noticeable * std::min(one.w * one.h, other.w * other.h);
}

// True if `inner` lies on `outer` with all of it, but for a rounding error.
bool is_within(const Share& inner, const Share& outer) {
  constexpr double slack = 1e-6;
  return inner.x >= outer.x - slack && inner.y >= outer.y - slack && inner.x + inner.w <= outer.x + outer.w + slack &&
         inner.y + inner.h <= outer.y + outer.h + slack;
}

// What is wrong with two regions of which `inner` is within `outer`, and how to mend it.
std::string hidden_in(const Region& inner, const Region& outer) {
  return source::in_ticks(inner.id) + " lies wholly inside " + source::in_ticks(outer.id) +
         ", so patients see one spot where there are two, and a touch on it may open either; give " +
         source::in_ticks(outer.id) + " a smaller `box` beside " + source::in_ticks(inner.id) +
         ", or tell both in one spot";
}

// Reports regions whose targets cover each other.
void report_close(const std::vector<WrittenRegion>& regions, const Hotspots& hotspots, source::FileFaults& faults) {
  for (std::size_t i = 0; i < regions.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const Region &one = hotspots.regions[j], &other = hotspots.regions[i];
      if (one.box == other.box) {
        faults.add(rule::duplicate, regions[i].at,
                   source::in_ticks(one.id) + " and " + source::in_ticks(other.id) +
                       " are the same place, so a touch never opens " + source::in_ticks(other.id) +
                       "; correct the `box` or `shape` of one of them");
        continue;
      }
      if (is_within(one.box, other.box) || is_within(other.box, one.box)) {
        const bool is_first_inside = is_within(one.box, other.box);
        faults.add(rule::close_regions, regions[i].at, is_first_inside ? hidden_in(one, other) : hidden_in(other, one));
        continue;
      }
      if (!overlap(target_of(one.box, hotspots.ratio), target_of(other.box, hotspots.ratio))) continue;
      faults.add(rule::close_regions, regions[i].at,
                 "the places to touch of " + source::in_ticks(one.id) + " and " + source::in_ticks(other.id) +
                     " lie on each other, so a touch there opens the nearer one; move them further apart (each is at "
                     "least a tenth of the picture wide), or make a larger one smaller");
    }
  }
}

}  // namespace

void read_hotspots(source::TableReader& reader, const ExhibitSource& source, ExhibitEntry& entry) {
  if (!source.has_picture) {
    reader.faults().add(rule::missing_key, reader.at(), "`picture` is missing; hotspots are parts of the card's one");
  }
  const auto tables = read_list(reader, "regions", "write each of them below a [[exhibit.regions]]", regions_allowed);
  entry.is_readable = tables.has_value();
  if (!tables) return;
  Hotspots hotspots;
  const std::vector<source::Located> lit = read_layers(reader, "picture", hotspots.lit, "lit");
  std::vector<WrittenRegion> regions;
  std::set<std::string_view> ids;
  for (const source::TomlValue* table : *tables) read_region(*table, reader.faults(), regions, hotspots, ids);
  entry.is_readable = std::none_of(hotspots.regions.begin(), hotspots.regions.end(),
                                   [](const Region& region) { return region.id.empty(); });
  const bool are_too_many = regions.size() > regions_allowed.max;  // reported, and not to be drawn
  entry.is_placed = !are_too_many && place_all(regions, lit, source, reader.faults(), hotspots);
  if (entry.is_placed && entry.is_readable) report_close(regions, hotspots, reader.faults());
  entry.exhibit = std::move(hotspots);
}

}  // namespace anteroom::content
