#include "screens/detail.h"

#include "model/names.h"
#include "screens/about_page.h"
#include "screens/ask_page.h"
#include "screens/code_size.h"
#include "screens/exhibit_page.h"
#include "screens/illustration.h"
#include "screens/link_block.h"
#include "screens/page_words.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

// The picture, and the control that tells where the facts come from.
std::vector<scene::Item> side_column(const View& view, const Card& card, const CardText& text, const DetailPart& part,
                                     const DetailAreas& areas) {
  scene::Column column(areas.side, measures(view).gap);
  constexpr double min_picture_mm = 30;  // in a smaller one nobody sees what it shows
  std::vector<scene::Item> items;
  text::Layout mark = language_mark(view, text, column.width());
  const double above_picture = mark.height_mm + measures(view).gap;
  if (!mark.lines.empty() && column.room() >= above_picture + min_picture_mm) {
    const scene::Rect head = column.take(mark.height_mm);
    items.emplace_back(text_in(view, head, {std::move(mark), TextRole::label, view.colors().ink}));
  }
  if (!card.picture.empty() && column.room() >= min_picture_mm) {
    const std::optional<PictureView> shown = part.kind == DetailKind::text ? text.pages[part.text].view : std::nullopt;
    append(items, framed_illustration(view, card, text, shown, column.rest()));
  }
  append(items, about_button(view, areas.about));
  return items;
}

// The heading of `part`.
std::string heading_of(const CardText& text, const DetailPart& part, std::optional<std::size_t> shown) {
  switch (part.kind) {
    case DetailKind::explanation:
      return exhibit_heading(text, shown);
    case DetailKind::text:
      return text.pages[part.text].title;
    default:
      return text.title;
  }
}

// A page of words beside the picture, or alone where letters are large.
std::vector<scene::Item> text_page_items(const View& view, const Card& card, const CardText& text,
                                         const DetailPart& part, std::optional<std::size_t> shown) {
  const DetailAreas areas = detail_areas(view);
  const View own = in_language_of(text, view);
  const std::string above = part.kind == DetailKind::lead ? text.topic : text.title;
  const PageHeading heading(own, own, above, heading_of(text, part, shown), areas.words.w);
  std::vector<scene::Item> items = page_words(own, heading, part.body, areas.words);
  if (areas.side.w > 0) append(items, side_column(view, card, text, part, areas));
  return items;
}

// What the page of `part` shows above the bar, if it is not the exhibit's.
std::vector<scene::Item> page_items(const View& view, const Card& card, const CardText& text, const DetailPart& part,
                                    std::optional<std::size_t> shown) {
  if (part.kind == DetailKind::ask) return ask_page(view, card, text, part.body, part.code);
  if (part.kind == DetailKind::link) {
    const scene::Rect page = page_area(view, measures(view).gap);
    const double code = code_size_mm(view.content.settings);
    return link_block(view, card.link, scene::centred({page.w, code}, page));
  }
  return text_page_items(view, card, text, part, shown);
}

std::size_t index_of(const std::vector<DetailPart>& parts, const Session& session) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool reached =
        parts[i].page < session.page || (parts[i].page == session.page && parts[i].part <= session.part);
    if (reached) at = i;
  }
  return at;
}

}  // namespace

Controls detail_controls(const View& view, const std::vector<DetailPart>& parts, std::size_t at, bool paused) {
  const auto show = [&](std::size_t i) { return Action(ShowPage{parts[i].page, parts[i].part}); };
  Controls controls;
  controls.back = at > 0 ? show(at - 1) : Action(Leave{});
  if (at + 1 < parts.size()) controls.next = show(at + 1);
  controls.paused = paused;
  controls.position = {at, parts.size()};
  controls.where = view.say("page", {{"n", view.number(at + 1)}, {"total", view.number(parts.size())}});
  return controls;
}

scene::Scene detail(const View& view, const Card& card, const CardText& text, const Session& session,
                    const std::vector<DetailPart>& parts) {
  const std::size_t at = index_of(parts, session);
  const Controls controls = detail_controls(view, parts, at, session.paused);
  const DetailPart& part = parts[at];
  if (part.kind == DetailKind::exhibit) return exhibit_page(view, card, text, session, controls);
  scene::Scene scene = blank(view, screen_name::detail, card.id);
  scene.swipe = {controls.next, controls.back};
  scene.items = page_items(view, card, text, part, part_shown(card.exhibit, session.exhibit));
  append(scene.items, control_bar(view, controls));
  return scene;
}

}  // namespace anteroom::screens
