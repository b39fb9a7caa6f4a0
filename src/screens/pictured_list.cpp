#include "screens/pictured_list.h"

#include <algorithm>
#include <array>
#include <utility>

#include "screens/body_block.h"
#include "screens/illustration.h"
#include "screens/large_page.h"
#include "screens/page_words.h"

namespace anteroom::screens {

namespace {

constexpr std::size_t least_entries = 3;
// The height of a picture, in sizes of the letters: smaller, it could not be told from the others.
constexpr double least_picture = 1.2;
constexpr std::size_t most_label_lines = 2;  // of an entry: more are no label

std::vector<std::string> paragraphs_of(const std::string& text) {
  std::vector<std::string> all;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    all.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return all;
}

// The words of the entries that `page` begins with, without their bullets; empty if it has no list of this kind.
std::vector<std::string> entries_of(const Page& page) {
  std::vector<std::string> entries;
  for (const std::string& paragraph : paragraphs_of(page.text)) {
    if (!is_listed(paragraph)) break;
    entries.push_back(paragraph.substr(paragraph.find(' ') + 1));
  }
  const bool is_pictured = entries.size() >= least_entries && page.views.size() >= entries.size() &&
                           std::none_of(page.views.begin(), page.views.begin() + std::ssize(entries),
                                        [](const PictureView& each) { return each.layers.empty(); });
  return is_pictured ? entries : std::vector<std::string>();
}

// One way to set a list: in so many columns, the words beside their pictures or below them.
struct Setting {
  std::size_t columns = 1;
  bool below = false;
  double picture_mm = 0;  // the height of each picture; 0: there is no room
};

double ratio_of(const PictureView& part) {
  return part.frame.w * part.ratio / part.frame.h;
}

scene::Grid grid_of(const View& view, std::size_t count, std::size_t columns) {
  return scene::Grid::of(count, columns, columns > 1 ? measures(view).gap : 0.4 * measures(view).gap, view.reading());
}

text::Layout entry_layout(const View& view, const std::string& entry, double width_mm) {
  text::Style style = type_scale(view).body;
  style.breaks = text::Breaks::balanced;
  constexpr double label_leading = 1.2;  // of two lines at most
  style.leading = label_leading;
  return text::lay_out(entry, style, width_mm, view.fonts);
}

// How large the pictures of a list of `entries` are in cells of `cell`, all alike.
Setting set_in(const View& view, const std::vector<std::string>& entries, const Page& page, Setting how,
               const scene::Size& cell) {
  const double gap = measures(view).gap, least = least_picture * type_scale(view).body.size_mm;
  double ratio = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) ratio = std::max(ratio, ratio_of(page.views[i]));
  constexpr double step = 0.95;
  const auto all_fit = [&](double high) {
    const double words = how.below ? cell.w : cell.w - ratio * high - gap;
    const double room = how.below ? cell.h - high - 0.3 * gap : cell.h;
    if (words < type_scale(view).body.size_mm) return false;
    return std::all_of(entries.begin(), entries.end(), [&](const std::string& entry) {
      const text::Layout layout = entry_layout(view, entry, words);
      return layout.lines.size() <= most_label_lines && fits(layout, room);
    });
  };
  double high = std::min(cell.h, cell.w / ratio);
  while (high >= least && !all_fit(high)) high *= step;
  if (high < least) return {};
  how.picture_mm = high;
  return how;
}

// The way with the largest pictures, in `area` below the heading.
Setting best_setting(const View& view, const std::vector<std::string>& entries, const Page& page,
                     const scene::Rect& area) {
  Setting best;
  const std::size_t half = (entries.size() + 1) / 2;
  for (const auto& [columns, below] :
       {std::pair(std::size_t{1}, false), {half, false}, {half, true}, {entries.size(), true}}) {
    const scene::Grid grid = grid_of(view, entries.size(), columns);
    const scene::Size cell{grid.cell_width(area.w), grid.cell_height(area.h)};
    const Setting found = set_in(view, entries, page, {.columns = columns, .below = below}, cell);
    if (found.picture_mm > best.picture_mm) best = found;
  }
  return best;
}

scene::Rect list_area(const View& view, const PageHeading& heading, const scene::Rect& words) {
  scene::Column column(words);
  column.skip(heading.height());
  column.skip_from_end(0.4 * measures(view).gap);
  return column.rest();
}

}  // namespace

std::optional<PicturedList> pictured_list(const View& view, const Card& card, const CardText& text, const Page& page) {
  const std::vector<std::string> entries = entries_of(page);
  if (!view.large() || card.picture.empty() || entries.empty()) return std::nullopt;
  const View own = in_language_of(text, view);
  std::vector<double> pictures = page_pictures(view, card);
  pictures.push_back(0);
  std::optional<PicturedList> found;
  double largest = 0;
  for (const double picture : pictures) {
    const scene::Rect words = large_page(view, card, text, picture).words;
    const PageHeading heading(own, own, text.title, page.title, words.w);
    if (heading.has_broken_word()) continue;
    const double high = best_setting(own, entries, page, list_area(view, heading, words)).picture_mm;
    if (high <= largest) continue;
    largest = high;
    found = PicturedList{.picture = picture, .body = {}, .rest = {}, .count = entries.size()};
  }
  if (!found) return std::nullopt;
  const std::vector<std::string> paragraphs = paragraphs_of(page.text);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    std::string& part = i < entries.size() ? found->body : found->rest;
    if (!part.empty()) part += '\n';
    part += paragraphs[i];
  }
  return found;
}

std::vector<scene::Item> pictured_list_items(const View& view, const Card& card, const CardText& text, const Page& page,
                                             const scene::Rect& area) {
  const View own = in_language_of(text, view);
  const std::vector<std::string> entries = entries_of(page);
  const PageHeading heading(own, own, text.title, page.title, area.w);
  scene::Column column(area);
  std::vector<scene::Item> items = heading.take_from(column);
  const scene::Rect list = list_area(view, heading, area);
  const Setting how = best_setting(own, entries, page, list);
  const scene::Grid grid = grid_of(own, entries.size(), how.columns);
  const double gap = measures(view).gap;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const scene::Rect cell = grid.cell(i, list);
    const PictureView& part = page.views[i];
    const scene::Size size{ratio_of(part) * how.picture_mm, how.picture_mm};
    scene::Row row(cell, own.reading(), gap);
    scene::Column stack(cell, 0.3 * gap);
    scene::Rect place = how.below ? stack.take(size.h) : row.take(size.w);
    place = how.below ? scene::placed(size, place, own.reading()) : scene::centred(size, place);
    scene::Picture picture = illustration(view, card, text, place);
    picture.box = place;
    picture.frame = part.frame;
    picture.layers = part.layers;
    picture.alt.clear();  // the words beside it say what it shows
    items.emplace_back(std::move(picture));
    const scene::Rect beside = how.below ? stack.rest() : row.rest();
    items.emplace_back(text_in(own, beside,
                               {entry_layout(own, entries[i], beside.w), scene::TextRole::label, view.colors().ink},
                               scene::Align::start, how.below ? scene::Align::start : scene::Align::centre));
  }
  return items;
}

std::optional<PictureView> view_beside_list(const CardText& text, const Page& page) {
  const std::size_t count = entries_of(page).size();
  const auto is_in_list = [&](const std::string& layer) {
    return std::any_of(page.views.begin(), page.views.begin() + std::ssize(entries_of(page)),
                       [&](const PictureView& each) {
                         return std::find(each.layers.begin(), each.layers.end(), layer) != each.layers.end();
                       });
  };
  if (count == 0) return std::nullopt;
  for (const Page& each : text.pages) {
    if (each.view && !each.view->layers.empty() &&
        std::none_of(each.view->layers.begin(), each.view->layers.end(), is_in_list)) {
      return each.view;
    }
  }
  return std::nullopt;
}

}  // namespace anteroom::screens
