#include "content/read_views.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "content/limits.h"
#include "content/read_picture.h"
#include "source/nearest.h"
#include "source/printable.h"

namespace anteroom::content {

namespace {

using Box = std::array<double, 4>;  // x, y, width, height

constexpr double assumed_width = 1200, assumed_height = 900;  // taken if the picture's facts are unknown
// A smaller part would be drawn from so large a picture that it takes too much memory; see decode::Frame.
constexpr double least_share = 0.25;
constexpr double beyond_share = 0.25;  // as far as elements are drawn outside of the board, likewise
// Around an element, of the longer of its sides: what is next to it shows where it belongs.
constexpr double margin_share = 0.08;
constexpr const char* whole_instead = "; the page shows the whole picture";
constexpr const char* never_cropped = "; the picture is never cropped";

// A view as written.
struct WrittenView {
  source::Position at;
  std::variant<std::string, Box, LayerSet> is;  // an element, a part, or elements that are drawn alone
  const char* instead = whole_instead;          // what happens if it cannot be used
};

std::optional<double> number_in(const source::TomlValue& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value.is)) return static_cast<double>(*whole);
  const auto* real = std::get_if<double>(&value.is);
  return real != nullptr && std::isfinite(*real) ? std::optional(*real) : std::nullopt;
}

// The ids that `list` consists of; none if it has anything else in it.
LayerSet ids_in(const source::TomlList* list) {
  LayerSet ids;
  if (list == nullptr || list->size() > max_layers) return ids;
  for (const source::TomlValue& each : *list) {
    const auto* id = std::get_if<std::string>(&each.is);
    if (id == nullptr) return {};
    ids.push_back(*id);
  }
  return ids;
}

// `instead`: what happens without it, for the fault.
std::optional<WrittenView> read_view(const source::TomlValue& value, const char* instead, source::FileFaults& faults) {
  if (const auto* id = std::get_if<std::string>(&value.is)) return WrittenView{value.at, *id, instead};
  const auto* list = std::get_if<source::TomlList>(&value.is);
  if (const LayerSet layers = ids_in(list); !layers.empty()) return WrittenView{value.at, layers, instead};
  Box box{};
  bool is_valid = list != nullptr && list->size() == box.size();
  for (std::size_t i = 0; is_valid && i < box.size(); ++i) {
    const std::optional<double> number = number_in((*list)[i]);
    is_valid = number.has_value();
    box[i] = number.value_or(0);
  }
  if (is_valid) return WrittenView{value.at, box, instead};
  faults.add(rule::bad_view, value.at,
             std::string("a view is the id of an element of the picture in quotes, or in square brackets the ids of "
                         "elements to be shown alone, or four numbers: x, y, width and height in the picture's own "
                         "units") +
                 instead);
  return std::nullopt;
}

// The values of `key` of each page of `text`, null where a page has none.
std::vector<const source::TomlValue*> views_of_pages(const source::TomlTable& text, const char* key) {
  std::vector<const source::TomlValue*> views;
  const source::TomlEntry* pages = source::find_entry(text, "pages");
  const auto* list = pages == nullptr ? nullptr : std::get_if<source::TomlList>(&pages->value.is);
  if (list == nullptr) return views;
  for (const source::TomlValue& page : *list) {
    const auto* table = std::get_if<source::TomlTable>(&page.is);
    const source::TomlEntry* view = table == nullptr ? nullptr : source::find_entry(*table, key);
    views.push_back(view == nullptr ? nullptr : &view->value);
  }
  return views;
}

// The views of a page's paragraphs.
struct ParagraphViews {
  source::Position at;
  std::vector<WrittenView> views;
};

// What a card's file says of views, each read once.
struct WrittenViews {
  std::vector<std::vector<std::optional<WrittenView>>> of_pages;      // by language
  std::vector<std::vector<std::optional<ParagraphViews>>> of_pieces;  // by language and page
  std::vector<WrittenView> in_turn;
  std::optional<WrittenView> focus;

  // All that are written.
  std::vector<const WrittenView*> all() const {
    std::vector<const WrittenView*> every;
    for (const auto& pages : of_pages) {
      for (const std::optional<WrittenView>& view : pages) {
        if (view) every.push_back(&*view);
      }
    }
    for (const auto& pages : of_pieces) {
      for (const std::optional<ParagraphViews>& page : pages) {
        if (!page) continue;
        for (const WrittenView& view : page->views) every.push_back(&view);
      }
    }
    for (const WrittenView& view : in_turn) every.push_back(&view);
    if (focus) every.push_back(&*focus);
    return every;
  }
  // That of page `page` of a text; null: none.
  const WrittenView* of(std::size_t language, std::size_t page) const {
    const auto own = [&](std::size_t i) {
      return i < of_pages.size() && page < of_pages[i].size() && of_pages[i][page] ? &*of_pages[i][page] : nullptr;
    };
    if (const WrittenView* view = own(language)) return view;
    for (std::size_t i = 0; i < of_pages.size(); ++i) {
      if (const WrittenView* view = own(i)) return view;
    }
    return in_turn.empty() ? nullptr : &in_turn[page % in_turn.size()];
  }
  // Those of the paragraphs of page `page`; null: it has none.
  const ParagraphViews* of_paragraphs(std::size_t language, std::size_t page) const {
    const auto own = [&](std::size_t i) {
      return i < of_pieces.size() && page < of_pieces[i].size() && of_pieces[i][page] ? &*of_pieces[i][page] : nullptr;
    };
    if (const ParagraphViews* views = own(language)) return views;
    for (std::size_t i = 0; i < of_pieces.size(); ++i) {
      if (const ParagraphViews* views = own(i)) return views;
    }
    return nullptr;
  }
};

// `value`: null, there are none.
std::vector<WrittenView> read_list_of_views(const source::TomlValue* value, source::FileFaults& faults) {
  std::vector<WrittenView> views;
  if (value == nullptr) return views;
  const auto* list = std::get_if<source::TomlList>(&value->is);
  if (list == nullptr || list->size() > max_pages) {
    faults.add(rule::bad_view, value->at,
               "`views` should be a list of at most " + std::to_string(max_pages) +
                   " views, such as [\"head\", [600, 0, 600, 450]]; the pages show the whole picture");
    return views;
  }
  for (const source::TomlValue& each : *list) {
    if (auto view = read_view(each, whole_instead, faults)) views.push_back(std::move(*view));
  }
  return views;
}

WrittenViews read_written_views(source::TableReader& reader, const std::vector<std::string>& languages) {
  WrittenViews written;
  const source::TomlValue* texts = reader.find("text");
  const auto* by_language = texts == nullptr ? nullptr : std::get_if<source::TomlTable>(&texts->is);
  for (const std::string& language : languages) {
    const source::TomlEntry* text = by_language == nullptr ? nullptr : source::find_entry(*by_language, language);
    const auto* table = text == nullptr ? nullptr : std::get_if<source::TomlTable>(&text->value.is);
    std::vector<std::optional<WrittenView>>& pages = written.of_pages.emplace_back();
    std::vector<std::optional<ParagraphViews>>& pieces = written.of_pieces.emplace_back();
    if (table == nullptr) continue;
    for (const source::TomlValue* view : views_of_pages(*table, "view")) {
      pages.push_back(view == nullptr ? std::nullopt : read_view(*view, whole_instead, reader.faults()));
    }
    for (const source::TomlValue* views : views_of_pages(*table, "views")) {
      pieces.emplace_back();
      if (views != nullptr) pieces.back() = {views->at, read_list_of_views(views, reader.faults())};
    }
  }
  written.in_turn = read_list_of_views(reader.find("views"), reader.faults());
  if (const source::TomlValue* focus = reader.find("focus")) {
    written.focus = read_view(*focus, never_cropped, reader.faults());
  }
  return written;
}

// From `from` so long, moved and cut so that it is at most `beyond` outside of a picture that is `room` long.
std::pair<double, double> held_within(double from, double length, double room, double beyond) {
  const double least = least_share * room;
  if (length < least) from -= (least - length) / 2;
  length = std::clamp(length, least, room + 2 * beyond);
  return {std::clamp(from, -beyond, room + beyond - length), length};
}

// `box`, in the picture's units, as a view of it. What is shown alone may reach beyond the picture's board.
PictureView view_of(const Box& box, const PictureFacts& facts, bool alone) {
  const double beyond = alone ? beyond_share : 0;
  const auto [x, w] = held_within(box[0], box[2], facts.width, beyond * facts.width);
  const auto [y, h] = held_within(box[1], box[3], facts.height, beyond * facts.height);
  return {{x / facts.width, y / facts.height, w / facts.width, h / facts.height}, facts.width / facts.height};
}

// Why `box` is no part of the picture; empty: it is.
std::string box_fault(const Box& box, const PictureFacts& facts) {
  const std::string size =
      std::to_string(std::lround(facts.width)) + " wide and " + std::to_string(std::lround(facts.height)) + " high";
  constexpr double slack = 1e-6;
  if (box[0] < -slack || box[1] < -slack || box[2] <= 0 || box[3] <= 0 || box[0] + box[2] > facts.width + slack ||
      box[1] + box[3] > facts.height + slack) {
    return "the view leaves the picture, which is " + size;
  }
  if (box[2] >= least_share * facts.width - slack && box[3] >= least_share * facts.height - slack) return {};
  return "the view is smaller than a quarter of the picture, which is " + size;
}

// Says why the picture has no element `id`.
void report_missing(const std::string& id, const WrittenView& view, const PictureFacts& facts,
                    const ExhibitSource& source, source::FileFaults& faults) {
  const std::string picture = source::in_ticks(std::filesystem::path(source.picture).filename().string());
  if (!is_drawing(source.picture)) {
    faults.add(rule::bad_view, view.at,
               picture + " is not a drawing (SVG), so it has no element " + source::in_ticks(id) +
                   "; write the part as [x, y, width, height]" + view.instead);
    return;
  }
  const bool is_ambiguous = facts.ambiguous.contains(id);
  faults.add(rule::bad_view, view.at,
             "the picture " + picture +
                 (is_ambiguous ? " has several layers with the name " + source::in_ticks(id)
                               : " shows no element with the id or the layer name " + source::in_ticks(id)) +
                 view.instead + (is_ambiguous ? std::string() : source::did_you_mean(id, facts.names)));
}

Box joined(const Box& one, const Box& other) {
  const double left = std::min(one[0], other[0]), top = std::min(one[1], other[1]);
  const double right = std::max(one[0] + one[2], other[0] + other[2]);
  const double bottom = std::max(one[1] + one[3], other[1] + other[3]);
  return {left, top, right - left, bottom - top};
}

// The box around the elements `ids`. None, and a fault, if one of them does not exist.
std::optional<Box> box_around(const LayerSet& ids, const WrittenView& view, const PictureFacts& facts,
                              const ExhibitSource& source, source::FileFaults& faults) {
  std::optional<Box> around;
  for (const std::string& id : ids) {
    const auto element = facts.elements.find(id);
    if (element == facts.elements.end()) {
      if (source.facts_of) report_missing(id, view, facts, source, faults);
      return std::nullopt;
    }
    around = around ? joined(*around, element->second) : element->second;
  }
  return around;
}

// The view that `written` means. None, and a fault, if it means none.
std::optional<PictureView> placed_view(const WrittenView& written, const PictureFacts& facts,
                                       const ExhibitSource& source, source::FileFaults& faults) {
  if (const auto* box = std::get_if<Box>(&written.is)) {
    const std::string fault = box_fault(*box, facts);
    if (fault.empty()) return view_of(*box, facts, false);
    faults.add(rule::bad_view, written.at, fault + written.instead);
    return std::nullopt;
  }
  const auto* alone = std::get_if<LayerSet>(&written.is);
  const LayerSet ids = alone != nullptr ? *alone : LayerSet{std::get<std::string>(written.is)};
  const std::optional<Box> around = box_around(ids, written, facts, source, faults);
  if (!around) return std::nullopt;
  const auto [x, y, w, h] = *around;
  // What is shown alone has nothing around it.
  const double margin = alone != nullptr ? 0 : margin_share * std::max(w, h);
  PictureView view = view_of({x - margin, y - margin, w + 2 * margin, h + 2 * margin}, facts, alone != nullptr);
  if (alone != nullptr) view.layers = ids;
  return view;
}

// The facts of the picture, with the elements that `views` name; without facts, those of an ordinary picture.
PictureFacts facts_for(const std::vector<const WrittenView*>& views, const ExhibitSource& source) {
  if (!source.facts_of) return {assumed_width, assumed_height, {}};
  std::vector<std::string> ids;
  for (const WrittenView* view : views) {
    if (const auto* id = std::get_if<std::string>(&view->is)) ids.push_back(*id);
    if (const auto* alone = std::get_if<LayerSet>(&view->is)) ids.insert(ids.end(), alone->begin(), alone->end());
  }
  ids.emplace_back(ground_id);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return source.facts_of(source.picture, ids);
}

Share share_of(const Box& box, const PictureFacts& facts) {
  return {box[0] / facts.width, box[1] / facts.height, box[2] / facts.width, box[3] / facts.height};
}

// What `facts` tell of the picture's board; none: nothing is known of it.
std::optional<Board> board_of(const PictureFacts& facts) {
  if (!facts.ink || facts.width <= 0 || facts.height <= 0) return std::nullopt;
  Board board{facts.width / facts.height, share_of(*facts.ink, facts)};
  const auto ground = facts.elements.find(ground_id);
  if (ground == facts.elements.end() || !facts.ground_color) return board;
  Share reach = share_of(ground->second, facts);
  constexpr double least_beyond = 0.02;  // what ends at the board's edges, give or take a stroke, is no such ground
  const double left = std::max(reach.x, -beyond_share), top = std::max(reach.y, -beyond_share);
  const double right = std::min(reach.x + reach.w, 1 + beyond_share);
  const double bottom = std::min(reach.y + reach.h, 1 + beyond_share);
  if (std::max(left, top) > -least_beyond || std::min(right, bottom) < 1 + least_beyond) return board;
  board.ground = {{left, top, right - left, bottom - top}, *facts.ground_color};
  return board;
}

}  // namespace

void read_views(source::TableReader& reader, const ExhibitSource& source, const std::vector<std::string>& languages,
                Card& card) {
  const WrittenViews written = read_written_views(reader, languages);
  const std::vector<const WrittenView*> views = written.all();
  if (!source.has_picture) {
    if (views.empty()) return;
    reader.faults().add(rule::bad_view, views.front()->at,
                        "the card has no picture, of which a page could show a part");
    return;
  }
  if (source.picture.empty()) return;  // reported already
  const PictureFacts facts = facts_for(views, source);
  if (facts.width <= 0 || facts.height <= 0) return;  // reported for the picture itself
  card.board = board_of(facts);
  card.has_contrast_colors = facts.has_contrast_colors;
  std::map<const WrittenView*, std::optional<PictureView>> found;
  for (const WrittenView* view : views) found[view] = placed_view(*view, facts, source, reader.faults());
  if (written.focus) card.focus = found[&*written.focus];
  for (std::size_t language = 0; language < card.text.size(); ++language) {
    std::vector<Page>& pages = card.text[language].pages;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      if (const WrittenView* view = written.of(language, i)) pages[i].view = found[view];
      const ParagraphViews* listed = written.of_paragraphs(language, i);
      if (listed == nullptr) continue;
      const auto paragraphs =
          static_cast<std::size_t>(std::count(pages[i].text.begin(), pages[i].text.end(), '\n') + 1);
      if (paragraphs != listed->views.size()) {
        reader.faults().add(rule::bad_view, listed->at,
                            "`views` is for " + std::to_string(listed->views.size()) + " paragraphs, and page " +
                                std::to_string(i + 1) + " in " + source::in_ticks(languages[language]) + " has " +
                                std::to_string(paragraphs) + "; all of it shows the page's own view");
        continue;
      }
      for (const WrittenView& view : listed->views) {
        if (found[&view]) pages[i].views.push_back(*found[&view]);
      }
      if (pages[i].views.size() != paragraphs) pages[i].views.clear();  // one of them was reported
    }
  }
}

}  // namespace anteroom::content
