#include "screens/notice.h"

#include <algorithm>
#include <utility>

#include "model/names.h"
#include "scene/palette.h"

namespace anteroom::screens {

namespace {

struct Block {
  text::Layout title, text;
  double gap = 0;
  double height() const { return title.height_mm + (text.height_mm > 0 ? gap + text.height_mm : 0); }
};

Block block_of(const View& view, const NoticeWords& words, double title_mm, double width_mm) {
  const TypeScale type = type_scale(view);
  text::Style title = type.title;
  title.size_mm = std::max(title_mm, type.body.size_mm);
  text::Style body = type.body;
  body.size_mm = std::max(title_mm / 1.7, type.body.size_mm);
  title.align = body.align = text::Align::centre;
  body.breaks = text::Breaks::balanced;
  Block block{text::lay_out(words.title, title, width_mm, view.fonts), {}, 0.5 * body.size_mm};
  if (!words.text.empty()) block.text = text::lay_out(words.text, body, width_mm, view.fonts);
  return block;
}

// As large as it fits into `width_mm` and `height_mm` without cutting a word.
Block largest_block(const View& view, const NoticeWords& words, double width_mm, double height_mm) {
  constexpr double step = 0.94;
  const double smallest = type_scale(view).body.size_mm;
  Block block;
  for (double size = height_mm / 3;; size *= step) {
    block = block_of(view, words, size, width_mm);
    const bool fits = block.height() <= height_mm && !block.title.has_broken_word() && !block.text.has_broken_word();
    if (fits || size <= smallest) return block;
  }
}

// Leaves out the last words of `layout`, the cut marked, until it is at most `height_mm` high.
void shorten(text::Layout& layout, double height_mm, text::Fonts& fonts) {
  while (layout.height_mm > height_mm) {
    std::string words = layout.text;
    if (words.ends_with("…")) words.resize(words.size() - std::string("…").size());
    std::size_t end = words.find_last_of(' ');
    const std::size_t near_end = words.size() * 9 / 10;
    if (end == std::string::npos || end < near_end) {  // a long last word, or a language that writes few spaces
      end = near_end;
      while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
    }
    words = end == 0 ? "" : words.substr(0, end) + "…";
    layout = text::lay_out(words, layout.style, layout.available_mm, fonts);
    if (words.empty()) return;
  }
}

// The words of an urgent notice, as large as they fit into `area` below its sign; what does not fit is cut.
Block urgent_block(const View& view, const NoticeWords& words, const scene::Rect& area, double room) {
  Block block = largest_block(view, words, area.w, room);
  if (block.height() <= room) return block;
  const double title = std::min(block.title.height_mm, room);
  shorten(block.text, std::max(0.0, room - title - block.gap), view.fonts);
  shorten(block.title, room, view.fonts);
  return block;
}

// Where an urgent notice stands, and the size of its sign.
struct UrgentPlaces {
  scene::Rect area;
  double sign, room;  // in mm; what is left for the words
};
UrgentPlaces urgent_places(const View& view) {
  const Measures space = measures(view);
  const scene::Rect area = scene::inset(view.glass(), space.margin, space.margin);
  const double sign = std::min(area.w, area.h) * 0.2;
  return {area, sign, area.h - sign - space.gap};
}

// A band higher than this share of the screen leaves the card below it no room; large letters need more.
constexpr double max_band_share = 0.26, max_band_share_large = 0.4;

// The band's words, as large as they fit: with the text, else the title alone, which is cut only if it fits at no size.
Block band_block(const View& view, const NoticeWords& words) {
  const Measures space = measures(view);
  const double width = view.screen().width_mm - 2 * space.margin;
  const double share = view.large() ? max_band_share_large : max_band_share;
  const double height = share * view.screen().height_mm - 2 * space.gap;
  text::Style body = type_scale(view).body;
  body.align = text::Align::centre;
  body.breaks = text::Breaks::balanced;
  text::Style title = body;
  title.weight = text::Weight::semibold;
  Block block;
  for (const bool with_text : {true, false}) {
    for (const double factor : {1.15, 1.0}) {
      title.size_mm = factor * body.size_mm;
      block = {text::lay_out(words.title, title, width, view.fonts), {}, 0.25 * body.size_mm};
      if (with_text && !words.text.empty()) block.text = text::lay_out(words.text, body, width, view.fonts);
      if (block.height() <= height) return block;
    }
  }
  shorten(block.title, height, view.fonts);
  return block;
}

void put(scene::Scene& scene, const View& view, scene::Column& column, Block block, scene::TextRole title,
         scene::Color ink) {
  add_text(scene.items, view, column, {std::move(block.title), title, ink}, scene::Align::centre);
  add_text(scene.items, view, column, {std::move(block.text), scene::TextRole::body, ink}, scene::Align::centre);
}

}  // namespace

scene::Scene urgent_notice(const View& view, const NoticeWords& words) {
  const auto [area, sign, room] = urgent_places(view);
  const double gap = measures(view).gap;
  Block block = urgent_block(view, words, area, room);
  scene::Scene scene = blank(view, screen_name::notice, "");
  scene.ground = view.high_contrast ? scene::palette::black : scene::palette::alarm;
  const scene::Color ink = view.high_contrast ? view.colors().accent : scene::palette::white;
  const scene::Rect all = scene::centred({area.w, sign + gap + block.height()}, area);
  scene::Column column(all, gap);
  scene.items.emplace_back(
      scene::Picture{.box = scene::centred({sign, sign}, column.take(sign)), .file = view.icon("notice"), .tint = ink});
  scene::Column below(column.rest(), block.gap);
  put(scene, view, below, std::move(block), scene::TextRole::title, ink);
  move_by(scene.items, view.drift_mm());
  return scene;
}

NoticeWords shown_words(const View& view, NoticeLevel level, const NoticeWords& words) {
  const UrgentPlaces places = urgent_places(view);
  const Block block =
      level == NoticeLevel::urgent ? urgent_block(view, words, places.area, places.room) : band_block(view, words);
  return {block.title.text, block.text.text};
}

double band_height_mm(const View& view, const NoticeWords& words) {
  // Its lower edge moves with what it says, and all below it makes room.
  return band_block(view, words).height() + 2 * measures(view).gap - view.drift_mm().y;
}

scene::Scene with_band(scene::Scene below, const View& view, const NoticeWords& words) {
  const Measures space = measures(view);
  Block block = band_block(view, words);
  const scene::Point drift = view.drift_mm();
  const double height = block.height() + 2 * space.gap - drift.y;
  const scene::Rect area{0, 0, view.screen().width_mm, height};
  move_by(below.items, {0, height});
  scene::Scene band = std::move(below);
  std::vector<scene::Item> items = std::exchange(band.items, {});
  band.height_mm = view.screen().height_mm;
  band.has_notice = true;
  band.items.emplace_back(scene::Fill{.box = area, .color = view.colors().chosen});
  scene::Rect inside = scene::inset(area, space.margin, space.gap);
  inside.x += drift.x;
  inside.y -= drift.y;
  scene::Column column(inside, block.gap);
  put(band, view, column, std::move(block), scene::TextRole::body, view.colors().on_chosen);
  append(band.items, std::move(items));  // last, since the band is seen and read first
  return band;
}

}  // namespace anteroom::screens
