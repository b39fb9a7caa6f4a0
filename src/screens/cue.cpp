#include "screens/cue.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include "scene/rules.h"
#include "screens/button.h"
#include "screens/call_band.h"

namespace anteroom::screens {

namespace {

// What a touch on the card brings: "Fold the sheet". A pack's own language may lack the word of a muscle.
const char* cue_key(const View& view, const Exhibit& exhibit) {
  if (std::holds_alternative<Pull>(exhibit)) return view.words().has("touch_pull") ? "touch_pull" : "touch";
  if (std::holds_alternative<Fold>(exhibit)) return "touch_fold";
  if (std::holds_alternative<Steps>(exhibit)) return "touch_steps";
  return std::holds_alternative<Hotspots>(exhibit) ? "touch_hotspots" : "touch";
}

// Its picture.
const char* cue_icon(const Exhibit& exhibit) {
  if (std::holds_alternative<Fold>(exhibit)) return "fold";
  if (std::holds_alternative<Steps>(exhibit)) return "time";
  return std::holds_alternative<Hotspots>(exhibit) || std::holds_alternative<Pull>(exhibit) ? "touch" : "read";
}

// What is written in letters of `style`: the words of the card's own exhibit, or shorter ones where they would need
// more than a line, so that the pills of all cards are alike. A pack's language without those has two lines.
text::Layout cue_words(const View& view, const Card& card, const text::Style& style, double width_mm) {
  const bool opens_exhibit = !std::holds_alternative<std::monostate>(card.exhibit);
  const auto laid_out = [&](const char* key) {
    return text::lay_out_tight(view.say(key), style, width_mm, view.fonts);
  };
  text::Layout words = laid_out(cue_key(view, card.exhibit));
  const auto in_one_line = [](const text::Layout& layout) {
    return layout.lines.size() <= 1 && !layout.has_broken_word();
  };
  for (const char* key : {"touch_try", "touch_short"}) {
    if (in_one_line(words) || (opens_exhibit && words.lines.size() <= 2 && !view.words().has("touch_try"))) break;
    if (!view.words().has(key) || (!opens_exhibit && std::string_view(key) == "touch_try")) continue;
    text::Layout shorter = laid_out(key);
    if (shorter.lines.size() < words.lines.size() || words.has_broken_word()) words = std::move(shorter);
  }
  return words;
}

// Letters are those of body text, so that people who pass by see where to touch. With larger letters the pill grows as
// labels do, since the card's words need the room. An arrow at its end says that a touch leads on, where it takes no
// line from the words.
struct Cue {
  text::Layout words;
  double icon, gap, arrow = 0;
  bool large;

  Cue(const View& view, const Card& card, double width_mm) : large(view.large()) {
    const TypeScale type = type_scale(view);
    text::Style style = type.label;
    style.size_mm = std::max(style.size_mm, type.body.size_mm / view.scale());
    icon = style.size_mm * 1.2;
    gap = style.size_mm * 0.4;
    const double room = width_mm - icon - gap - 2 * side();
    words = cue_words(view, card, style, room);
    if (large) return;
    const double wished = 0.9 * style.size_mm;
    text::Layout beside = cue_words(view, card, style, std::max(style.size_mm, room - wished - gap));
    if (beside.text != words.text || beside.lines.size() > words.lines.size() || beside.has_broken_word()) return;
    arrow = wished;
    words = std::move(beside);
  }
  double above() const { return (large ? 1 : 0.6) * gap; }
  double below() const { return (large ? 1.5 : 1.8) * gap; }
  double side() const { return 1.6 * gap; }  // between the pill's end and the icon or the words
  double pill() const { return std::max(icon, words.height_mm) + (large ? 1.4 : 1.9) * gap; }
  double height() const { return above() + pill() + below(); }
  double width() const { return 2 * side() + icon + gap + words.width_mm + (arrow > 0 ? gap + arrow : 0); }
};

}  // namespace

double cue_height(const View& view, const Card& card, double width_mm) {
  return Cue(view, card, width_mm).height();
}

namespace {

// The edge in mm; 0: there is none.
struct PillColors {
  scene::Color ground, ink;
  double edge_mm = 0;
};

PillColors usual(const View& view, bool pressed) {
  const scene::palette::Colors& colors = view.colors();
  const scene::Color darker = view.high_contrast ? colors.ink : scene::palette::deep_teal;
  return {pressed ? darker : colors.chosen, colors.on_chosen};
}

// The number to call is the loudest thing there: the pill is an outline until it is touched, in high contrast on black.
PillColors on_band(const View& view, bool pressed) {
  constexpr double edge_mm = 0.9;
  const scene::palette::Colors& colors = view.colors();
  const scene::Color ink = view.high_contrast ? colors.chosen : scene::palette::white;
  if (pressed) return {ink, view.high_contrast ? colors.on_chosen : call_ground(), edge_mm};
  return {view.high_contrast ? colors.ground : scene::palette::clear, ink, edge_mm};
}

// The icon is where the words begin for their reader, and the arrow points where they lead.
std::vector<scene::Item> drawn(const View& view, const Card& card, Cue cue, const scene::Rect& pill,
                               const PillColors& colors) {
  std::vector<scene::Item> items;
  items.emplace_back(scene::Fill{.box = pill,
                                 .color = colors.ground,
                                 .radius_mm = std::min(pill.h / 2, corner_mm),
                                 .edge_mm = colors.edge_mm,
                                 .edge = colors.ink});
  scene::Row row(scene::inset(pill, cue.side(), 0), view.reading(), cue.gap);
  items.emplace_back(scene::Picture{.box = scene::centred({cue.icon, cue.icon}, row.take(cue.icon)),
                                    .file = view.icon(cue_icon(card.exhibit)),
                                    .tint = colors.ink});
  if (cue.arrow > 0) {
    items.emplace_back(scene::Picture{.box = scene::centred({cue.arrow, cue.arrow}, row.take_from_end(cue.arrow)),
                                      .file = view.icon("next"),
                                      .tint = colors.ink,
                                      .mirrored = view.reading() == scene::Direction::right_to_left});
  }
  items.emplace_back(text_in(view, row.rest(), {std::move(cue.words), scene::TextRole::label, colors.ink},
                             scene::Align::start, scene::Align::centre));
  return items;
}

}  // namespace

std::vector<scene::Item> cue_in(const View& view, const Card& card, const scene::Rect& area, Pill pill) {
  Cue cue(view, card, area.w);
  scene::Column column(area);
  column.skip(cue.above());
  const double width = pill.fills ? area.w : cue.width();
  const scene::Rect box = scene::placed({width, cue.pill()}, column.take(cue.pill()), view.direction(),
                                        scene::Align::start, scene::Align::start);
  return drawn(view, card, std::move(cue), box, pill.on_band ? on_band(view, pill.pressed) : usual(view, pill.pressed));
}

std::vector<scene::Item> cue_on_band(const View& view, const Card& card, const scene::Rect& area, bool pressed) {
  const scene::Rect inside = scene::inset(area, measures(view).gap, 0.5 * measures(view).gap);
  if (inside.w < scene::min_target_mm) return {};
  Cue cue(view, card, inside.w);
  if (!fits(cue.words, inside.h) || cue.pill() > inside.h || cue.width() > inside.w) return {};
  const scene::Rect pill =
      scene::placed({cue.width(), cue.pill()}, inside, view.reading(), scene::Align::end, scene::Align::centre);
  return drawn(view, card, std::move(cue), pill, on_band(view, pressed));
}

}  // namespace anteroom::screens
