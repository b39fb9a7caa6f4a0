// [exhibit] of kind "pull": a muscle under the skin, and how much it moves once it has been rested.
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "content/exhibit_source.h"
#include "source/printable.h"

namespace anteroom::content {

namespace {

constexpr source::Range months_allowed{1, 6, "months"};
// With more of its movement left, a muscle would not be seen to rest.
constexpr source::Range rested_allowed{0, 0.5, "times the full movement"};
constexpr source::Range movement_allowed{0, 1, "times the full movement"};

// In the order of SkinTone.
const std::vector<std::string>& tones() {
  static const std::vector<std::string> names{"light", "tan", "brown", "dark"};
  return names;
}

// How much movement there is after a month that begins with `before`.
double read_month(const source::TomlValue& value, double before, source::FileFaults& faults) {
  source::TableReader reader(std::get<source::TomlTable>(value.is), value.at, faults);
  std::optional<double> movement;
  if (reader.require("movement", "how much of its movement the muscle has after this month, from 0 to 1")) {
    movement = reader.number("movement", movement_allowed);
    if (movement && *movement < before) {
      faults.add(rule::out_of_range, reader.find("movement")->at,
                 "`movement` is less than before this month; as the effect wears off, the muscle moves more, not less");
    }
  }
  reader.report_unknown_keys();
  return movement.value_or(before);
}

}  // namespace

void read_pull(source::TableReader& reader, ExhibitEntry& entry) {
  Pull pull;
  if (const auto tone = reader.choice("skin", tones())) pull.skin = static_cast<SkinTone>(*tone);
  pull.rested = reader.number("rested", rested_allowed).value_or(pull.rested);
  const auto tables = read_list(reader, "months",
                                "write how much the muscle moves after each month, such as months = [{ movement = 0.3 "
                                "}, { movement = 1 }]",
                                months_allowed);
  entry.is_readable = tables.has_value();
  if (!tables) return;
  pull.months.clear();
  for (const source::TomlValue* table : *tables) {
    const double before = pull.months.empty() ? pull.rested : pull.months.back();
    pull.months.push_back(read_month(*table, before, reader.faults()));
  }
  entry.exhibit = std::move(pull);
}

}  // namespace anteroom::content
