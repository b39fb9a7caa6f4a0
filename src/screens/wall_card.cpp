#include <algorithm>

#include "model/names.h"
#include "screens/bar.h"
#include "screens/code_size.h"
#include "screens/illustration.h"
#include "screens/link_block.h"
#include "screens/loop_card.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

struct WallAreas {
  scene::Rect picture, words;
};

// `below` the title: the picture, and a column for words that are `words_height` high. A picture that would have no
// room has no height.
WallAreas wall_areas(const View& view, const scene::Rect& below, double words_height) {
  const Measures space = measures(view);
  if (view.portrait()) {
    scene::Column column(below, space.gap);
    const double height = std::min(below.w * picture_height, below.h - words_height - space.gap);
    if (height <= 0) return {.picture = {}, .words = below};
    const scene::Rect picture = column.take(height);
    return {.picture = picture, .words = column.rest()};
  }
  // The picture takes its shape at the full height that the title leaves, but leaves the words their column.
  constexpr double max_picture = 0.56;
  scene::Row row(below, view.direction(), space.margin);
  const scene::Rect picture = row.take(std::min(below.h / picture_height, below.w * max_picture));
  return {.picture = picture, .words = row.rest()};
}

// The lead, and below it the code with its label where there is a link and room for it.
class LeadBlock {
 public:
  LeadBlock(const View& view, const Card& card, const CardText& text, double width_mm)
      : view_(view),
        link_(card.link),
        own_(in_language_of(text, view)),
        lead_(lay_out_body(own_, text.lead, type_scale(own_).body, width_mm)),
        code_(card.link.empty() ? 0 : code_size_mm(view.content.settings)),
        gap_(measures(view).gap) {}

  double height() const { return lead_.height_mm + (code_ > 0 ? gap_ + code_ : 0); }

  std::vector<scene::Item> place(const scene::Rect& area) && {
    constexpr double rounding_mm = 1e-6;             // in portrait the area is as high as asked for
    if (height() > area.h + rounding_mm) code_ = 0;  // the words come first
    scene::Column column(area);
    if (!view_.portrait()) column.skip(std::max(0.0, area.h - height()) / 2);
    std::vector<scene::Item> items;
    add_text(items, own_, column, {std::move(lead_), scene::TextRole::body, view_.colors().ink});
    if (code_ <= 0) return items;
    column.skip(gap_);
    append(items, link_block(view_, link_, column.take(code_)));
    return items;
  }

 private:
  const View& view_;
  std::string link_;
  View own_;
  text::Layout lead_;
  double code_;
  double gap_;
};

}  // namespace

scene::Scene wall_card(const View& view, const Card& card, const CardText& text, Position position,
                       const std::string& clock) {
  const Measures space = measures(view);
  scene::Column column(page_area(view));
  column.skip(-0.5 * space.margin);  // a topic has air above its letters
  scene::Scene scene = blank(view, screen_name::loop, card.id);
  const View own = in_language_of(text, view);
  append(scene.items, heading(own, text.topic, text.title, column, view.screen().height_mm / 2));
  // Below the title, which stays where it is on all other cards.
  text::Layout mark = language_mark(view, text, column.width());
  if (!mark.lines.empty()) {
    column.skip(0.5 * space.gap);
    add_text(scene.items, view, column, {std::move(mark), scene::TextRole::label, view.colors().ink});
  }
  column.skip(space.gap);

  const scene::Rect below = column.rest();
  WallAreas area = wall_areas(view, below, LeadBlock(view, card, text, below.w).height());
  if (card.picture.empty() || area.picture.h <= 0) {
    area.words = below;
  } else {
    append(scene.items, illustration(view, card, text, area.picture));
  }
  append(scene.items, LeadBlock(view, card, text, area.words.w).place(area.words));
  const std::string where =
      view.say("position", {{"n", view.number(position.index + 1)}, {"total", view.number(position.count)}});
  append(scene.items, bar(view, position, {.start = view.clinic_name(), .position = where, .end = clock}));
  return scene;
}

}  // namespace anteroom::screens
