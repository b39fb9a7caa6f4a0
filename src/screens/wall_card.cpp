#include <algorithm>

#include "scene/palette.h"
#include "screens/loop_card.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

// A telephone held up reads a code from about twelve times its width; nearer than a third of the chairs' distance
// nobody need come.
constexpr double code_share_of_distance = 1.0 / 30;

struct Areas {
  scene::Rect picture, words;
};

Areas areas(const View& view, double top, double lead_height) {
  const Measures space = measures(view);
  const double width = view.screen().width_mm - 2 * space.margin;
  const double height = view.screen().height_mm - space.bar - top;
  if (view.portrait()) {
    const double picture_height = std::min(width * 0.75, height - lead_height - space.gap);
    const scene::Rect picture{space.margin, top, width, picture_height};
    return {picture, {space.margin, picture.bottom() + space.gap, width, height - picture_height - space.gap}};
  }
  // The picture takes its 4:3 at the full height that the title leaves, but leaves the words their column.
  const double picture_width = std::min(height * 4 / 3, width * 0.56);
  return {{space.margin, top, picture_width, height},
          {2 * space.margin + picture_width, top, width - picture_width - space.margin, height}};
}

}  // namespace

scene::Scene wall_card(const View& view, const Card& card, const CardText& text, Position position,
                       const std::string& clock) {
  const Measures space = measures(view);
  const TypeScale type = type_scale(view);
  const double width = view.screen().width_mm - 2 * space.margin;
  scene::Scene scene = blank(view, "loop", card.id);

  Heading head =
      heading(view, text.topic, text.title, {space.margin, 0.7 * space.margin, width, view.screen().height_mm / 2});
  scene.items = std::move(head.items);
  const double top = head.bottom + space.gap;
  const text::Layout full_width_lead = lay_out_body(view, text.lead, type.body, width);
  const Areas area = areas(view, top, full_width_lead.height_mm);

  const bool with_picture = !card.picture.empty();
  if (with_picture) scene.items.emplace_back(scene::Picture{area.picture, card.picture, text.picture_alt, {}, false});
  const scene::Rect words = with_picture ? area.words : scene::Rect{space.margin, top, width, area.words.h};
  text::Layout lead = lay_out_body(view, text.lead, type.body, words.w);
  const double code = card.link.empty() ? 0 : view.screen().viewing_distance_mm * code_share_of_distance;
  const double used = lead.height_mm + (code > 0 ? code + space.gap : 0);
  const double y = view.portrait() ? words.y : words.y + std::max(0.0, words.h - used) / 2;
  const double lead_bottom = y + lead.height_mm;
  scene.items.emplace_back(text_at(words.x, y, words.w, std::move(lead), scene::TextRole::body, scene::palette::ink));
  if (code > 0) {
    const scene::Rect box{words.x, lead_bottom + space.gap, code, code};
    scene.items.emplace_back(scene::Code{box, card.link});
    const double beside = words.w - code - space.gap;
    text::Layout scan = text::lay_out(view.words().say("scan"), type.label, beside, view.fonts);
    const double scan_y = box.y + (code - scan.height_mm) / 2;
    scene.items.emplace_back(
        text_at(box.right() + space.gap, scan_y, beside, std::move(scan), scene::TextRole::label, scene::palette::ink));
  }

  const std::string where = view.words().say(
      "position", {{"n", std::to_string(position.index + 1)}, {"total", std::to_string(position.count)}});
  for (scene::Item& item : bar(view, position, {view.content.settings.clinic_name, where, clock}))
    scene.items.push_back(std::move(item));
  return for_direction(std::move(scene), view.language);
}

}  // namespace anteroom::screens
