#include "screens/link_block.h"

namespace anteroom::screens {

std::vector<scene::Item> link_block(const View& view, const std::string& link, const scene::Rect& area) {
  scene::Row row(area, view.direction(), measures(view).gap);
  const scene::Rect code = row.take(area.h);
  text::Layout scan = text::lay_out(view.say("scan"), type_scale(view).label, row.room(), view.fonts);
  std::vector<scene::Item> items;
  items.emplace_back(scene::Code{code, link});
  items.emplace_back(text_in(view, row.rest(), {std::move(scan), scene::TextRole::label, view.colors().ink},
                             scene::Align::start, scene::Align::centre));
  return items;
}

}  // namespace anteroom::screens
