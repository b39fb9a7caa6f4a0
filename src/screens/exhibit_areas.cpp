#include "screens/exhibit_areas.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "exhibits/hotspots_view.h"
#include "scene/rules.h"

namespace anteroom::screens {

namespace {

constexpr double min_exhibit_mm = 80;  // in a lower one fingers cannot hit the right part
// A picture with spots is at least so wide beside or below large letters: in a smaller one the lines around two spots
// touch. Wider ones would cut more sentences.
constexpr double least_spots_beside_mm = 173, least_spots_below_mm = 158;
constexpr double exhibit_share = 0.57;  // of the screen's width
constexpr double wide_share = 0.60;     // where more than two buttons stand side by side, or all beside the exhibit
// Beside wider words the exhibit is a small picture in a high column.
constexpr double most_share_of_words = 0.6;
constexpr double pad_mm = 3.5;            // beside the word on a button
constexpr double button_mm = 25;          // the height of one that holds a line
constexpr double large_button_mm = 22.5;  // in large letters: as high as those of the bar

// How many buttons there are at a time, and how wide each word that may be on one of them is on a line of its own.
struct ButtonWords {
  std::size_t places = 0;
  bool may_stand_beside = false;        // the exhibit, below its words
  std::vector<std::string> names = {};  // of spots
  std::vector<double> widths;
};

double label_width(const View& view, const std::string& word) {
  return text::lay_out(word, type_scale(view).label, view.screen().width_mm, view.fonts).width_mm;
}

ButtonWords button_words(const View& view, const Card& card, const CardText& text) {
  ButtonWords found;
  if (std::holds_alternative<Fold>(card.exhibit)) {
    found.places = 2;  // the second one comes and goes; its place remains
    found.may_stand_beside = true;
    for (const char* key : {"fold_fold", "fold_open", "fold_smooth"}) {
      found.widths.push_back(label_width(view, view.words().say(key)));
    }
  } else if (std::holds_alternative<Pull>(card.exhibit)) {
    found.places = 2;
    found.may_stand_beside = true;
    const View own = in_language_of(text, view);
    for (const std::string& word : text.exhibit.buttons) found.widths.push_back(label_width(own, word));
    for (const ExhibitPart& part : text.exhibit.parts) {
      if (!part.label.empty()) found.widths.push_back(label_width(own, part.label));
    }
  } else if (const auto* steps = std::get_if<Steps>(&card.exhibit)) {
    found.places = steps->steps.size();
    const View own = in_language_of(text, view);
    for (const ExhibitPart& part : text.exhibit.parts) found.widths.push_back(label_width(own, part.label));
  } else if (const auto* hotspots = std::get_if<Hotspots>(&card.exhibit); hotspots != nullptr) {
    found.places = std::min(hotspots->regions.size(), text.exhibit.parts.size());
    const View own = in_language_of(text, view);
    for (std::size_t i = 0; i < found.places; ++i) {
      found.names.push_back(text.exhibit.parts[i].label);
      found.widths.push_back(label_width(own, found.names.back()));
    }
  }
  return found;
}

// How wide `name` is in two lines of `style`, or in one if it is a single word.
double width_in_two_lines(const View& view, const std::string& name, const text::Style& style) {
  double width = text::lay_out(name, style, view.screen().width_mm, view.fonts).width_mm;
  constexpr double step = 0.97;
  while (width > style.size_mm) {
    const double narrower = width * step;
    const text::Layout layout = text::lay_out(name, style, narrower, view.fonts);
    if (layout.lines.size() > 2 || layout.has_broken_word() || layout.width_mm > narrower) break;
    width = narrower;
  }
  return width;
}

// Boxes at the foot of `column` for large letters. One row if each word has room there on one line, or for the names of
// spots in landscape on two, each box as wide as its word asks for; else two columns where the screen is narrow.
// Requires: `column` keeps the least gap between targets.
std::vector<scene::Rect> take_large_buttons(const View& view, const ButtonWords& buttons, scene::Column& column) {
  constexpr double gap = scene::min_gap_mm, air_mm = 4;
  const text::Style label = type_scale(view).label;
  const double two_lines_mm = std::max(large_button_mm, two_lines(label) + air_mm);
  std::vector<double> one_line, in_two;
  for (const double word : buttons.widths) one_line.push_back(std::max(scene::min_target_mm, word + 2 * pad_mm));
  for (const std::string& name : buttons.names) {
    in_two.push_back(std::max(scene::min_target_mm, width_in_two_lines(view, name, label) + 2 * pad_mm));
  }
  const double gaps = gap * static_cast<double>(buttons.places - 1);
  for (std::vector<double>* words : {&one_line, &in_two}) {
    if (words == &in_two && is_stacked(view)) continue;  // two rows of one line are as high
    std::vector<double>& widths = *words;
    const double all = std::accumulate(widths.begin(), widths.end(), gaps);
    if (widths.size() != buttons.places || all > column.width()) continue;
    const double same = (column.width() - gaps) / static_cast<double>(widths.size());
    if (*std::max_element(widths.begin(), widths.end()) <= same) std::fill(widths.begin(), widths.end(), same);
    const double spare =
        (column.width() - std::accumulate(widths.begin(), widths.end(), gaps)) / static_cast<double>(widths.size());
    for (double& width : widths) width += spare;
    const double high = words == &one_line ? large_button_mm : two_lines_mm;
    return scene::Row(column.take_from_end(high), view.reading(), gap).shared(widths);
  }
  const bool two_by_two = (is_stacked(view) || !buttons.names.empty()) && buttons.places > 2;
  const std::size_t columns = two_by_two ? 2 : buttons.places;
  const double equal = scene::Grid::of(buttons.places, columns, gap, view.reading()).cell_width(column.width());
  // Row by row: equal boxes if all words have one line there; else shared by the words' widths on one line, or on two.
  std::vector<std::vector<scene::Rect>> rows;
  for (std::size_t to = buttons.places; to > 0;) {
    const std::size_t from = to - (to % columns == 0 ? columns : to % columns);
    std::vector<double> widths(columns, equal);
    const double most = one_line.empty() ? 0 : *std::max_element(one_line.begin(), one_line.end());
    double high = one_line.size() == buttons.places || most <= equal ? large_button_mm : two_lines_mm;
    const auto share = [&](const std::vector<double>& all) {
      const std::vector<double> words(all.begin() + std::ptrdiff_t(from), all.begin() + std::ptrdiff_t(to));
      if (*std::max_element(words.begin(), words.end()) <= equal) return true;
      const double spare =
          column.width() - std::accumulate(words.begin(), words.end(), gap * static_cast<double>(columns - 1));
      if (words.size() < columns || spare < 0) return false;
      widths = words;
      for (double& width : widths) width += spare / static_cast<double>(columns);
      return true;
    };
    if (one_line.size() == buttons.places && !share(one_line)) {
      high = two_lines_mm;
      if (in_two.size() == buttons.places) share(in_two);
    }
    rows.push_back(scene::Row(column.take_from_end(high), view.reading(), gap).shared(widths));
    rows.back().resize(to - from);
    to = from;
  }
  std::vector<scene::Rect> boxes;
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) boxes.insert(boxes.end(), row->begin(), row->end());
  return boxes;
}

// Boxes for the names of spots at the foot of `column`, so high that each name has room in two lines of slightly
// smaller letters: in one row, all as wide or else each as wide as its name asks for; in more rows where there are many
// or that would cut a word.
std::vector<scene::Rect> take_names(const View& view, const ButtonWords& names, scene::Column& column) {
  constexpr std::size_t most_columns = 4;
  constexpr double smaller = 0.9, air_mm = 4, beside_mm = 4.2;
  text::Style style = type_scale(view).body;
  const double body_lines = two_lines(style);
  style.size_mm *= smaller;
  std::vector<double> widths;
  for (const std::string& name : names.names) widths.push_back(width_in_two_lines(view, name, style) + 2 * beside_mm);
  if (widths.empty()) return {};
  const double widest = *std::max_element(widths.begin(), widths.end());
  const double all =
      std::accumulate(widths.begin(), widths.end(), scene::min_gap_mm * static_cast<double>(names.places - 1));
  std::size_t columns = names.places <= most_columns ? names.places : (names.places + 1) / 2;
  const auto grid_of = [&](std::size_t count) {
    return scene::Grid::of(names.places, count, scene::min_gap_mm, view.reading());
  };
  const bool as_wide = widest <= grid_of(columns).cell_width(column.width());
  const bool in_one_row = columns == names.places && all <= column.width();
  if (!as_wide && !in_one_row) columns = std::min<std::size_t>(columns, 2);
  const scene::Grid grid = grid_of(columns);
  const double times = type_scale(view).body.size_mm / type_scale(view).label.size_mm;
  const bool on_one_line = std::all_of(names.widths.begin(), names.widths.end(), [&](double width) {
    return times * width <= grid.cell_width(column.width()) - 2 * beside_mm;
  });
  const double high = on_one_line ? button_mm : std::max(button_mm, smaller * body_lines + air_mm);
  const scene::Rect area = column.take_from_end(grid.height(high));
  if (!as_wide && in_one_row) {
    const double spare = (column.width() - all) / static_cast<double>(widths.size());
    for (double& width : widths) width += spare;
    return scene::Row(area, view.reading(), scene::min_gap_mm).shared(widths);
  }
  std::vector<scene::Rect> boxes;
  for (std::size_t i = 0; i < names.places; ++i) boxes.push_back(grid.cell(i, area));
  return boxes;
}

// Boxes at the foot of `column`, side by side.
std::vector<scene::Rect> take_buttons(const View& view, const ButtonWords& buttons, scene::Column& column) {
  if (buttons.places == 0) return {};
  if (view.large()) return take_large_buttons(view, buttons, column);
  if (!buttons.names.empty()) return take_names(view, buttons, column);
  const scene::Grid grid = scene::Grid::of(buttons.places, buttons.places, scene::min_gap_mm, view.reading());
  // Of two side by side each word has one line.
  constexpr double air_mm = 4;
  const double high = buttons.places > 2 ? std::max(button_mm, two_lines(type_scale(view).body) + air_mm) : button_mm;
  const scene::Rect area = column.take_from_end(grid.height(high));
  std::vector<scene::Rect> boxes;
  for (std::size_t i = 0; i < buttons.places; ++i) boxes.push_back(grid.cell(i, area));
  return boxes;
}

// The exhibit is below its words, where hands reach it.
ExhibitAreas stacked_areas(const View& view, const scene::Rect& page, const ButtonWords& buttons, double words_mm) {
  scene::Column column(page, scene::min_gap_mm);
  ExhibitAreas areas{.buttons = take_buttons(view, buttons, column)};
  // A screen that hangs too high for the reach mode shows the exhibit all the same.
  const double max = column.room() - min_exhibit_mm, gap = measures(view).gap;
  const double wanted = words_mm + gap;
  const double words = std::min(std::max(wanted, view.highest_control() - page.y), max);
  scene::Column parts(column.rest(), gap);
  areas.words = parts.take(words - gap);
  areas.exhibit = parts.rest();
  return areas;
}

// The exhibit is beside its words, no higher than its picture fills. Large letters on buttons take the whole width.
ExhibitAreas areas_beside(const View& view, const Card& card, const scene::Rect& page, const ButtonWords& buttons,
                          double words_mm) {
  scene::Column column(page, scene::min_gap_mm);
  ExhibitAreas areas;
  if (view.large()) areas.buttons = take_buttons(view, buttons, column);
  const bool beside = !view.large() && buttons.may_stand_beside;
  const double usual_share = (buttons.places > 2 && buttons.names.empty()) || beside ? wide_share : exhibit_share;
  const double share =
      view.large() ? 1 - (words_mm + 1.5 * measures(view).margin) / view.screen().width_mm : usual_share;
  const Halves columns = halves(view, column.rest(), share);
  areas.words = columns.end;
  scene::Column exhibit(columns.start, scene::min_gap_mm);
  if (beside) {
    const scene::Grid grid = scene::Grid::of(buttons.places, 1, scene::min_gap_mm, view.reading());
    scene::Column words(columns.end, measures(view).gap);
    const scene::Rect foot = words.take_from_end(grid.height(button_mm));
    for (std::size_t i = 0; i < buttons.places; ++i) areas.buttons.push_back(grid.cell(i, foot));
    areas.words = words.rest();
  } else if (!view.large()) {
    areas.buttons = take_buttons(view, buttons, exhibit);
  }
  exhibit.skip_to(std::min(view.highest_control(), exhibit.rest().bottom() - min_exhibit_mm));
  areas.exhibit = exhibit.rest();
  if (const auto* hotspots = std::get_if<Hotspots>(&card.exhibit)) {
    const double filled = exhibits::stage_height(*hotspots, card.stands, areas.exhibit.w);
    areas.exhibit.h = std::min(areas.exhibit.h, std::max(min_exhibit_mm, filled));
  }
  return areas;
}

scene::Rect exhibit_page_area(const View& view) {
  return page_area(view, (view.large() ? 0.6 : 0.8) * measures(view).gap);
}

}  // namespace

bool is_stacked(const View& view) {
  return view.portrait() || (view.large() && view.screen().width_mm < 1.4 * view.screen().height_mm);
}

ExhibitAreas exhibit_areas(const View& view, const Card& card, const CardText& text, double words_mm) {
  const scene::Rect page = exhibit_page_area(view);
  const ButtonWords buttons = button_words(view, card, text);
  return is_stacked(view) ? stacked_areas(view, page, buttons, words_mm)
                          : areas_beside(view, card, page, buttons, words_mm);
}

double most_words_above(const View& view, const Card& card, const CardText& text) {
  scene::Column column(exhibit_page_area(view), scene::min_gap_mm);
  take_buttons(view, button_words(view, card, text), column);
  const auto* hotspots = std::get_if<Hotspots>(&card.exhibit);
  const double ratio = hotspots == nullptr ? 1 / picture_height : hotspots->ratio;
  return column.room() - measures(view).gap - column.width() / ratio;
}

double most_words_beside(const View& view) {
  return most_share_of_words * view.screen().width_mm - 1.5 * measures(view).margin;
}

std::vector<double> word_sizes(const View& view, const Card& card, const CardText& text) {
  std::vector<double> sizes;
  if (!is_stacked(view)) {
    const bool has_spots = std::holds_alternative<Hotspots>(card.exhibit);
    const double most = view.screen().width_mm - 3 * measures(view).margin - least_spots_beside_mm;
    for (const double share : {0.43, 0.48, 0.53, 0.58, most_share_of_words}) {
      const double size = share * view.screen().width_mm - 1.5 * measures(view).margin;
      sizes.push_back(has_spots && !sizes.empty() ? std::max(sizes.front(), std::min(size, most)) : size);
    }
    return sizes;
  }
  const double line = type_scale(view).body.leading * type_scale(view).body.size_mm;
  scene::Column column(exhibit_page_area(view), scene::min_gap_mm);
  take_buttons(view, button_words(view, card, text), column);
  const double room = column.room() - measures(view).gap;
  double least_exhibit_mm = 1.1 * min_exhibit_mm;
  if (const auto* hotspots = std::get_if<Hotspots>(&card.exhibit)) {
    constexpr double least_lines_above = 3.5;  // of words above the picture
    const double wished =
        exhibits::stage_height(*hotspots, card.stands, std::min(least_spots_below_mm, column.width()));
    least_exhibit_mm = std::max(least_exhibit_mm, std::min(wished, room - least_lines_above * line));
  }
  const double usual = room - column.width() * picture_height, most = room - least_exhibit_mm;
  const double least = std::max(usual, 2 * line), step = line / 2;
  const int steps = static_cast<int>(std::ceil(std::max(0.0, most - least) / step));
  for (int i = 0; i < steps; ++i) sizes.push_back(least + i * step);
  sizes.push_back(std::max(most, std::min(usual, room - min_exhibit_mm)));
  std::sort(sizes.begin(), sizes.end());
  return sizes;
}

}  // namespace anteroom::screens
