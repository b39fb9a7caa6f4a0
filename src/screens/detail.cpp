#include "screens/detail.h"

#include <algorithm>

#include "scene/palette.h"
#include "screens/bar.h"
#include "text/dates.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;
namespace palette = scene::palette;

std::vector<scene::Item> ask_panel(const View& view, const std::string& ask, const scene::Rect& column, double bottom) {
  const TypeScale type = type_scale(view);
  const double pad = measures(view).gap;
  const double inner = column.w - 2 * pad;
  text::Layout head = text::lay_out(view.words().say("ask"), type.label, inner, view.fonts);
  text::Layout question = lay_out_body(view, ask, type.body, inner);
  const double height = head.height_mm + question.height_mm + 2 * pad;
  const double top = bottom - height;
  const double question_y = top + pad + head.height_mm;
  std::vector<scene::Item> items;
  items.emplace_back(scene::Fill{{column.x, top, column.w, height}, palette::mist, pad, 0, {}});
  items.emplace_back(text_at(column.x + pad, top + pad, std::move(head), TextRole::label, palette::ink));
  items.emplace_back(text_at(column.x + pad, question_y, std::move(question), TextRole::body, palette::ink));
  return items;
}

std::string source_words(const View& view, std::size_t language) {
  const Pack& pack = view.content.pack;
  const InterfaceWords& words = view.words();
  return words.say("source", {{"source", pack.source[language]}}) + "\n" +
         words.say("reviewed", {{"date", text::long_date(pack.review.on, view.locale())}}) + ". " +
         words.say("information") + ".";
}

// Picture on top, then the question (if any), then the source at the foot.
std::vector<scene::Item> side_column(const View& view, const Card& card, const CardText& text, bool last,
                                     std::size_t language, const scene::Rect& column) {
  const double gap = measures(view).gap;
  text::Style small = type_scale(view).label;
  small.weight = text::Weight::regular;
  small.paragraph_gap = 0;
  text::Layout source = text::lay_out(source_words(view, language), small, column.w, view.fonts);
  double bottom = column.bottom() - source.height_mm;
  std::vector<scene::Item> items;
  items.emplace_back(text_at(column.x, bottom, std::move(source), TextRole::label, palette::ink));
  bottom -= gap;
  if (last && !text.ask.empty()) {
    std::vector<scene::Item> panel = ask_panel(view, text.ask, column, bottom);
    bottom = std::get<scene::Fill>(panel.front()).box.y - gap;
    items.insert(items.end(), panel.begin(), panel.end());
  }
  const double height = std::min(bottom - column.y, column.w * 0.75);
  if (!card.picture.empty() && height > 0) {
    items.insert(
        items.begin(),
        scene::Item(scene::Picture{{column.x, column.y, column.w, height}, card.picture, text.picture_alt, {}, false}));
  }
  return items;
}

std::vector<scene::Item> words_column(const View& view, const CardText& text, const Page& page,
                                      const scene::Rect& column) {
  const TypeScale type = type_scale(view);
  const double gap = measures(view).gap;
  text::Style title_style = type.title;
  title_style.size_mm *= 0.8;
  double y = column.y;
  std::vector<scene::Item> items;
  const auto add = [&](text::Layout layout, TextRole role, scene::Color ink, double space) {
    const double height = layout.height_mm;
    if (height > 0) items.emplace_back(text_at(column.x, y, std::move(layout), role, ink));
    y += height + space;
  };
  add(text::lay_out(text.title, type.label, column.w, view.fonts), TextRole::label, palette::teal, 0.4 * gap);
  add(text::lay_out(page.title, title_style, column.w, view.fonts), TextRole::title, palette::ink, 0.8 * gap);
  add(lay_out_body(view, page.text, type.body, column.w), TextRole::body, palette::ink, 0);
  return items;
}

}  // namespace

scene::Scene detail_page(const View& view, const Card& card, const CardText& text, std::size_t page,
                         std::size_t language) {
  const Measures space = measures(view);
  const double width = view.screen().width_mm;
  const double height = view.screen().height_mm - space.bar - space.margin;
  scene::Rect side{space.margin, space.margin, width * 0.4 - 1.5 * space.margin, height};
  scene::Rect words{width * 0.4 + 0.5 * space.margin, space.margin, width * 0.6 - 1.5 * space.margin, height};
  if (view.portrait()) {
    const double inner = width - 2 * space.margin;
    words = {space.margin, space.margin, inner, height * 0.5};
    side = {space.margin, space.margin + height * 0.5, inner, height * 0.5};
  }
  scene::Scene scene = blank(view, "detail", card.id);
  std::vector<scene::Item> pieces = side_column(view, card, text, page + 1 == text.pages.size(), language, side);
  for (scene::Item& item : words_column(view, text, text.pages[page], words)) pieces.push_back(std::move(item));
  const std::string where =
      view.words().say("page", {{"n", std::to_string(page + 1)}, {"total", std::to_string(text.pages.size())}});
  for (scene::Item& item : bar(view, {page, text.pages.size()}, {view.content.settings.clinic_name, where, {}}))
    pieces.push_back(std::move(item));
  scene.items = std::move(pieces);
  return for_direction(std::move(scene), view.language);
}

}  // namespace anteroom::screens
