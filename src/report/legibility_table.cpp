#include "report/legibility_table.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "language/words.h"
#include "report/decimal.h"
#include "scene/dump.h"

namespace anteroom::report {

namespace {

// Rows of cells, each column as wide as its widest cell.
class Table {
 public:
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

  std::string text() const {
    std::vector<int> widths;
    for (const auto& row : rows_) {
      widths.resize(std::max(widths.size(), row.size()));
      for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
    }
    std::string all;
    for (const auto& row : rows_) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        all += row[i];
        if (i + 1 < row.size()) all += std::string(static_cast<std::size_t>(widths[i] - width(row[i]) + 2), ' ');
      }
      all += '\n';
    }
    return all;
  }

 private:
  static int width(const std::string& cell) { return language::character_count(cell, "en"); }
  std::vector<std::vector<std::string>> rows_;
};

const char* verdict(bool holds) {
  return holds ? "pass" : "FAIL";
}

}  // namespace

std::string legibility_table(const scene::Legibility& found, const Screen& screen) {
  const char* word = screen.mm_source == SizeSource::settings  ? "as the settings say"
                     : screen.mm_source == SizeSource::monitor ? "as the monitor says"
                                                               : "a guess";
  std::string text = "screen: " + size_in_mm(screen.width_mm, screen.height_mm) + ", " + word + "; seen from " +
                     decimal(screen.viewing_distance_mm) + " mm; lower edge " + decimal(screen.lower_edge_mm) +
                     " mm above the floor\n";
  Table letters;
  letters.add({"text", "capitals", "at least", "arc minutes", "size"});
  for (const scene::LetterSize& each : found.letters) {
    letters.add({name_of(each.role), decimal(each.cap_height_mm, 1) + " mm", decimal(each.min_mm, 1) + " mm",
                 decimal(each.arc_minutes), verdict(each.holds)});
  }
  text += letters.text();
  if (found.controls.empty()) return text;
  Table controls;
  controls.add({"control", "width x height", "size", "above the floor", "reach"});
  for (const scene::Control& each : found.controls) {
    controls.add({each.id, size_in_mm(each.width_mm, each.height_mm, 1), verdict(each.large_enough),
                  decimal(each.lowest_mm) + " to " + decimal(each.highest_mm) + " mm", verdict(each.in_reach)});
  }
  return text + controls.text();
}

}  // namespace anteroom::report
