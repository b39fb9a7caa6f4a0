#include <algorithm>
#include <utility>
#include <vector>

#include "model/names.h"
#include "screens/countdown.h"
#include "screens/staff_screens.h"

namespace anteroom::screens {

namespace {

// The sentence in the other languages on offer, as large as all of them have room in `area`.
std::vector<text::Layout> others_in(const View& view, const scene::Rect& area, double gap) {
  std::vector<text::Layout> lines;
  for (const double times : {1.5, 1.25, 1.0}) {
    lines.clear();
    double height = 0;
    for (const std::size_t language : offered_languages(view.content)) {
      View own = view;
      own.language = view.content.pack.languages[language];
      if (own.language == view.language || !own.words().has("cleaning")) continue;
      text::Style style = type_scale(own).label;
      style.size_mm *= times;
      style.align = text::Align::centre;
      lines.push_back(text::lay_out_tight(own.say("cleaning"), style, area.w, view.fonts));
      height += lines.back().height_mm + gap;
    }
    if (height <= area.h) return lines;
  }
  return lines;
}

}  // namespace

scene::Scene cleaning(const View& view, int seconds_left, int of) {
  scene::Scene scene = blank(view, screen_name::cleaning, "");
  const Measures space = measures(view);
  const TypeScale type = type_scale(view);
  const scene::Rect page = scene::inset(view.glass(), space.margin, space.margin);
  scene::Rect number = page, words = page;
  if (view.portrait()) {
    number.h = 0.4 * page.h;
    words.y = number.bottom() + space.margin;
    words.h = page.bottom() - words.y;
  } else {
    const Halves sides = halves(view, page, 0.4);
    number = sides.start;
    words = sides.end;
  }
  const double ring = std::min(number.w, number.h);
  add_countdown(scene.items, view, scene::centred({ring, ring}, number), seconds_left, of);

  const double gap = 0.5 * space.gap;
  text::Layout title = lay_out_centred(view, view.say("cleaning"), type.title, words.w);
  text::Style body = type.body;
  body.align = text::Align::centre;
  text::Layout back = lay_out_body(view, view.say("cleaning_back"), body, words.w);
  const double head = title.height_mm + back.height_mm + 3 * gap;
  std::vector<text::Layout> others = others_in(view, {words.x, 0, words.w, words.h - head}, gap);
  double height = head;
  for (const text::Layout& each : others) height += each.height_mm + gap;
  scene::Column column(scene::centred({words.w, std::min(height, words.h)}, words), gap);
  const auto put = [&](text::Layout layout, scene::TextRole role, scene::Color ink) {
    if (layout.height_mm > column.room()) return;
    add_text(scene.items, view, column, {std::move(layout), role, ink}, scene::Align::centre);
  };
  put(std::move(title), scene::TextRole::title, view.colors().ink);
  put(std::move(back), scene::TextRole::body, view.colors().ink);
  column.skip(gap);
  for (text::Layout& each : others) put(std::move(each), scene::TextRole::label, view.colors().ink);
  return scene;
}

}  // namespace anteroom::screens
