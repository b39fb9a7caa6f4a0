#include "screens/words_block.h"

#include <algorithm>
#include <array>

#include "scene/rules.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

bool cuts_a_word(const text::Layout& layout) {
  return std::any_of(layout.lines.begin(), layout.lines.end(), [](const text::Line& line) { return line.broken_word; });
}

// The title's layout, at most `height_mm` high and no word cut, as large as that allows; at the least size of the
// standard otherwise.
text::Layout fit_title(const View& view, const std::string& title, double width_mm, double height_mm) {
  const TypeScale type = type_scale(view);
  text::Style style = type.title;
  if (view.role() == Role::wall)
    return text::lay_out(title, style, width_mm, view.fonts);  // it stands at the least size
  const double largest = style.size_mm * (view.portrait() ? 1.2 : 1);
  text::Layout layout;
  for (const double factor : std::array{1.0, 0.9, 0.8, 0.7, 0.62}) {
    style.size_mm = std::max(largest * factor, type.body.size_mm);
    layout = text::lay_out(title, style, width_mm, view.fonts);
    if (layout.height_mm <= height_mm && !cuts_a_word(layout)) break;
  }
  return layout;
}

// Stacks layouts downwards.
class Stack {
 public:
  explicit Stack(double x) : x_(x) {}
  void add(text::Layout layout, TextRole role, scene::Color ink) {
    const double height = layout.height_mm;
    if (height <= 0) return;
    items_.emplace_back(text_at(x_, bottom_, std::move(layout), role, ink));
    bottom_ += height;
  }
  void space(double height) { bottom_ += height; }
  double bottom() const { return bottom_; }
  std::vector<scene::Item> at(double y) && {
    for (scene::Item& item : items_) std::get<scene::Text>(item).box.y += y;
    return std::move(items_);
  }

 private:
  double x_;
  double bottom_ = 0;
  std::vector<scene::Item> items_;
};

}  // namespace

WordsBlock words_block(const View& view, const CardText& text, const scene::Rect& area, double at, bool with_lead) {
  const TypeScale type = type_scale(view);
  const double gap = measures(view).gap;
  text::Layout topic = text::lay_out(text.topic, type.label, area.w, view.fonts);
  text::Layout lead = with_lead ? lay_out_body(view, text.lead, type.body, area.w) : text::Layout{};
  const double left = area.h - topic.height_mm - lead.height_mm - 1.5 * gap;
  text::Layout title = fit_title(view, text.title, area.w, left);

  WordsBlock block;
  block.fits = title.height_mm <= left && !cuts_a_word(topic) && !cuts_a_word(title) && !cuts_a_word(lead);
  Stack stack(area.x);
  stack.add(std::move(topic), TextRole::label, view.colors().accent);
  stack.space(0.4 * gap);
  stack.add(std::move(title), TextRole::title, view.colors().ink);
  stack.space(1.1 * gap);
  stack.add(std::move(lead), TextRole::body, view.colors().ink);
  const double spare = std::max(0.0, area.h - stack.bottom());
  block.items = std::move(stack).at(area.y + spare * at);
  return block;
}

Heading heading(const View& view, const std::string& topic, const std::string& title, const scene::Rect& area) {
  Stack stack(area.x);
  stack.add(text::lay_out(topic, type_scale(view).label, area.w, view.fonts), TextRole::label, view.colors().accent);
  stack.add(fit_title(view, title, area.w, area.h), TextRole::title, view.colors().ink);
  const double bottom = area.y + stack.bottom();
  return {std::move(stack).at(area.y), bottom};
}

}  // namespace anteroom::screens
