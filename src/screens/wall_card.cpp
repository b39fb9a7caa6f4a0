#include <algorithm>

#include "model/names.h"
#include "screens/bar.h"
#include "screens/code_size.h"
#include "screens/loop_card.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

struct WallAreas {
  scene::Rect picture, words;
};

// Below `top`: the picture and a column for words that are `words_height` high. A picture that would have no room has
// no height.
WallAreas wall_areas(const View& view, double top, double words_height) {
  const Measures space = measures(view);
  const double width = view.screen().width_mm - 2 * space.margin;
  const double height = view.screen().height_mm - space.bar - top;
  if (view.portrait()) {
    const double picture_height = std::max(0.0, std::min(width * 0.75, height - words_height - space.gap));
    const double words_top = picture_height > 0 ? top + picture_height + space.gap : top;
    return {{space.margin, top, width, picture_height},
            {space.margin, words_top, width, view.screen().height_mm - space.bar - words_top}};
  }
  // The picture takes its 4:3 at the full height that the title leaves, but leaves the words their column.
  const double picture_width = std::min(height * 4 / 3, width * 0.56);
  return {{space.margin, top, picture_width, height},
          {2 * space.margin + picture_width, top, width - picture_width - space.margin, height}};
}

// The lead, and under it the code with its label where there is a link and room for it.
class LeadBlock {
 public:
  LeadBlock(const View& view, const Card& card, const CardText& text, double width_mm)
      : view_(view),
        link_(card.link),
        lead_(lay_out_body(view, text.lead, type_scale(view).body, width_mm)),
        code_(card.link.empty() ? 0 : code_size_mm(view.content.settings)),
        gap_(measures(view).gap) {}

  double height() const { return lead_.height_mm + (code_ > 0 ? gap_ + code_ : 0); }

  std::vector<scene::Item> place(const scene::Rect& area) && {
    constexpr double rounding_mm = 1e-6;             // in portrait the area is as high as asked for
    if (height() > area.h + rounding_mm) code_ = 0;  // the words come first
    const double y = view_.portrait() ? area.y : area.y + std::max(0.0, area.h - height()) / 2;
    const scene::Rect code{area.x, y + lead_.height_mm + gap_, code_, code_};
    std::vector<scene::Item> items;
    items.emplace_back(text_at(area.x, y, std::move(lead_), scene::TextRole::body, view_.colors().ink));
    if (code_ <= 0) return items;
    items.emplace_back(scene::Code{code, link_});
    const double beside = area.w - code_ - gap_;
    text::Layout scan = text::lay_out(view_.say("scan"), type_scale(view_).label, beside, view_.fonts);
    const double scan_y = code.y + (code_ - scan.height_mm) / 2;
    items.emplace_back(
        text_at(code.right() + gap_, scan_y, std::move(scan), scene::TextRole::label, view_.colors().ink));
    return items;
  }

 private:
  const View& view_;
  std::string link_;
  text::Layout lead_;
  double code_;
  double gap_;
};

}  // namespace

scene::Scene wall_card(const View& view, const Card& card, const CardText& text, Position position,
                       const std::string& clock) {
  const Measures space = measures(view);
  const double width = view.screen().width_mm - 2 * space.margin;
  scene::Scene scene = blank(view, screen_name::loop, card.id);
  Heading head =
      heading(view, text.topic, text.title, {space.margin, 0.7 * space.margin, width, view.screen().height_mm / 2});
  scene.items = std::move(head.items);
  const double top = head.bottom + space.gap;

  WallAreas area = wall_areas(view, top, LeadBlock(view, card, text, width).height());
  if (card.picture.empty() || area.picture.h <= 0) {
    area.words = {space.margin, top, width, view.screen().height_mm - space.bar - top};
  } else {
    scene.items.emplace_back(scene::Picture{.box = area.picture, .file = card.picture, .alt = text.picture_alt});
  }
  for (scene::Item& item : LeadBlock(view, card, text, area.words.w).place(area.words)) {
    scene.items.push_back(std::move(item));
  }

  const std::string where =
      view.say("position", {{"n", view.number(position.index + 1)}, {"total", view.number(position.count)}});
  for (scene::Item& item : bar(view, position, {view.clinic_name(), where, clock})) {
    scene.items.push_back(std::move(item));
  }
  return for_direction(std::move(scene), view);
}

}  // namespace anteroom::screens
