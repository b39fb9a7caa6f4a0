#include "screens/button.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "exhibits/tick.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

scene::Item icon_in(const View& view, const std::string& name, const scene::Rect& box, scene::Color color,
                    bool points) {
  const bool turned = points && text::is_right_to_left(view.language);
  return scene::Picture{.box = box, .file = view.icon(name), .tint = color, .mirrored = turned};
}

// A word with an icon before it.
struct Worded {
  Words word = {};
  std::string icon = {};
  scene::Color icon_color = {};
  double icon_mm = 0;  // 0: no icon
  double gap_mm = 0;   // between the two
};

// Icon and word together in the middle of `box`. Their order is that of reading.
std::vector<scene::Item> side_by_side(const View& view, const Button& button, const scene::Rect& box, Worded content) {
  const double beside = content.icon_mm > 0 ? content.icon_mm + content.gap_mm : 0;
  const scene::Rect both = scene::centred({beside + content.word.layout.available_mm, box.h}, box);
  scene::Row row(both, view.reading(), content.gap_mm);
  std::vector<scene::Item> items;
  if (content.icon_mm > 0) {
    const scene::Rect icon = scene::centred({content.icon_mm, content.icon_mm}, row.take(content.icon_mm));
    items.push_back(icon_in(view, content.icon, icon, content.icon_color, button.mirrored));
  }
  items.emplace_back(text_in(view, row.rest(), std::move(content.word), scene::Align::start, scene::Align::centre));
  return items;
}

constexpr double key_pad = 1.2;       // between a key's edges and its word
constexpr double bold_edge_mm = 2.2;  // of a key that is outlined

scene::Color icon_color(const View& view, const Button& button) {
  return button.primary ? view.colors().on_chosen : view.colors().accent;
}

scene::Color word_color(const View& view, const Button& button) {
  return button.primary ? view.colors().on_chosen : view.colors().ink;
}

text::Layout centred_tight(const View& view, const std::string& words, text::Style style, double width_mm) {
  style.align = text::Align::centre;
  return text::lay_out_tight(words, style, width_mm, view.fonts);
}

// `word` on one line in the bar's label style, and an icon if there is room for it. None if `box` is not wide enough
// for the word alone.
std::optional<Worded> word_beside_icon(const View& view, const std::string& word, const scene::Rect& box) {
  if (word.empty() || box.w <= 2 * box.h) return std::nullopt;
  const text::Style label = type_scale(view).label;
  Worded found{.gap_mm = label.size_mm * 0.3};
  found.word = {centred_tight(view, word, label, box.w - 2 * found.gap_mm), TextRole::label, view.colors().ink};
  const text::Layout& layout = found.word.layout;
  if (!fits(layout, box.h) || layout.lines.size() > 1) return std::nullopt;
  const double icon = std::min(box.h * 0.6, label.size_mm * 1.4);
  if (layout.available_mm + icon + 3 * found.gap_mm <= box.w) found.icon_mm = icon;
  return found;
}

// True if `word` has room below an icon in `box`.
bool fits_below_icon(const text::Layout& word, const scene::Rect& box) {
  return word.lines.size() == 1 && fits(word, box.h * 0.5);
}

// The icon above the word; alone where the word does not fit.
std::vector<scene::Item> word_below_icon(const View& view, const Button& button, const scene::Rect& box) {
  text::Layout word = lay_out_centred(view, button.written(), type_scale(view).label, box.w);
  const bool worded = fits_below_icon(word, box);
  const double alone = button.is_sign && view.large() ? 0.9 : 0.6;
  const double icon = worded ? std::min(box.w, box.h - word.height_mm) * 0.74 : std::min(box.w, box.h) * alone;
  const double air = worded ? (box.h - word.height_mm - icon) / 2.6 : (box.h - icon) / 2;
  scene::Column column(box);
  column.skip(air);
  std::vector<scene::Item> items;
  items.push_back(icon_in(view, button.icon, scene::centred({icon, icon}, column.take(icon)), icon_color(view, button),
                          button.mirrored));
  column.skip(air * 0.4);
  if (worded) add_text(items, view, column, {std::move(word), TextRole::label, word_color(view, button)});
  return items;
}

}  // namespace

scene::Fill key_ground(const View& view, const scene::Rect& box) {
  const scene::palette::Colors& colors = view.colors();
  return {.box = box,
          .color = colors.button,
          .radius_mm = corner_mm,
          .edge_mm = control_edge_mm(view),
          .edge = view.high_contrast ? colors.ink : colors.accent};
}

scene::Target target_of(const Button& button, const scene::Rect& box) {
  return {.box = box,
          .id = button.id,
          .action = button.action,
          .label = button.word,
          .spoken = button.spoken,
          .chosen = button.chosen,
          .language = button.language,
          .caption = button.caption,
          .repeats = button.repeats};
}

text::Style control_style(const View& view) {
  const TypeScale type = type_scale(view);
  text::Style style = type.label;
  style.size_mm = std::max(style.size_mm, type.body.size_mm / view.scale());
  return style;
}

double width_for_icon(const View& view, const std::string& word) {
  const text::Style label = type_scale(view).label;
  constexpr double unbounded = 1e5, icon = 1.4, gaps = 3 * 0.3, slack_mm = 0.1;
  return text::lay_out_tight(word, label, unbounded, view.fonts).width_mm + (icon + gaps) * label.size_mm +
         2 * key_pad + slack_mm;
}

std::vector<scene::Item> bar_button(const View& of_bar, const Button& button, const scene::Rect& box) {
  View view = of_bar;
  if (!button.caption_language.empty()) view.language = button.caption_language;
  const scene::Rect inside = scene::inset(box, key_pad, 0);
  std::optional<Worded> worded = word_beside_icon(view, button.written(), inside);
  if (worded && button.is_sign && worded->icon_mm == 0) worded.reset();
  std::vector<scene::Item> items;
  if (button.primary) {
    items.emplace_back(scene::Fill{.box = box, .color = view.colors().chosen, .radius_mm = corner_mm});
  } else if (!button.bare) {
    scene::Fill ground = key_ground(view, box);
    if (button.outlined) ground.edge_mm = bold_edge_mm;
    items.emplace_back(ground);
  }
  if (worded) {
    worded->icon = button.icon;
    worded->icon_color = icon_color(view, button);
    worded->word.ink = word_color(view, button);
    if (button.icon.empty()) worded->icon_mm = 0;
    append(items, side_by_side(view, button, inside, std::move(*worded)));
  } else {
    append(items, word_below_icon(view, button, inside));
  }
  items.emplace_back(target_of(button, box));
  return items;
}

bool has_room_for_word(const View& view, const std::string& word, const scene::Rect& box) {
  return word_beside_icon(view, word, box) ||
         fits_below_icon(lay_out_centred(view, word, type_scale(view).label, box.w), box);
}

bool has_room_for_icon(const View& view, const std::string& word, const scene::Rect& box) {
  const std::optional<Worded> worded = word_beside_icon(view, word, scene::inset(box, key_pad, 0));
  return !worded || worded->icon_mm > 0;
}

bool has_room_beside_nothing(const View& view, const std::string& word, const scene::Rect& box) {
  return word_beside_icon(view, word, scene::inset(box, key_pad, 0)).has_value();
}

namespace {

// How large the icon of a page's button may be beside its word, and whether a second edge has to do what it would.
struct Sign {
  double icon_mm = 0;
  bool edged = false;
};

constexpr double pad = 3;         // around icon and word
constexpr double clear_pad = 4;   // beside words that have an edge inside that of their button
constexpr double small_tick = 6;  // where a long word leaves no more

// Where a long word needs all the room, it is the icon that goes. Colour alone is no sign (standards: Size and
// legibility): the tick of what is chosen gets smaller, or a second edge does its work.
Sign sign_of(const View& view, const Button& button, const text::Style& style, const scene::Rect& box) {
  const double wished = button.icon.empty() && !button.chosen ? 0 : std::min(box.h * 0.45, 11.0);
  const auto fits_beside = [&](double icon, std::size_t lines) {
    const text::Layout word = lay_out_centred(view, button.on_page(), style, box.w - 3 * pad - icon);
    return word.lines.size() <= lines && fits(word, box.h);
  };
  if (fits_beside(wished, 1)) return {.icon_mm = wished};
  if (!button.chosen) return {};
  constexpr std::size_t any_lines = 9;
  return fits_beside(small_tick, any_lines) ? Sign{.icon_mm = small_tick} : Sign{.edged = true};
}

// The tick of what has been seen, on the upper corner of `box` at the end of reading: most of it is outside, where no
// word is.
void put_seen(std::vector<scene::Item>& items, const View& view, const scene::Rect& box) {
  constexpr double size = 8, inside_x = 1.8, inside_y = 0.6;
  const scene::Rect corner = scene::placed({2 * inside_x, 2 * inside_y}, box, view.reading(), scene::Align::end);
  const scene::palette::Colors& colors = view.colors();
  exhibits::put_tick(items, scene::centred({size, size}, corner),
                     {.disc = colors.chosen, .tick = colors.on_chosen, .edge = colors.on_chosen});
}

// True if `button` is one of several side by side, whose words are as large as body text.
bool is_tight(const Button& button) {
  return button.large && button.keeps_word_in_place;
}
bool is_in_body_style(const Button& button) {
  return button.large || button.letters_mm > 0;
}
double pad_of(const Button& button) {
  return button.keeps_word_in_place && is_in_body_style(button) ? clear_pad : pad;
}

text::Style style_on(const View& view, const Button& button) {
  text::Style style = is_in_body_style(button) ? type_scale(view).body : type_scale(view).label;
  style.weight = text::Weight::semibold;
  if (!button.large && button.letters_mm > 0) style.size_mm = button.letters_mm;
  style.paragraph_gap = 0;  // of lines whose ends are given
  return style;
}

}  // namespace

bool fits_in(const View& view, const Button& button, const scene::Rect& box, double letters_mm) {
  text::Style style = type_scale(view).body;
  style.weight = text::Weight::semibold;
  style.size_mm = letters_mm;
  style.paragraph_gap = 0;
  const double width = box.w - 2 * (button.keeps_word_in_place ? clear_pad : pad);
  const text::Layout word = centred_tight(view, button.on_page(), style, width);
  constexpr double air_mm = 2;  // above and below
  // A number stays with its unit even where both are wider than the line.
  const bool overflows = word.has_broken_word() || word.width_mm > width + 0.01;
  return !overflows && word.lines.size() <= 2 && fits(word, box.h - 2 * air_mm);
}

bool fits_on_one_line(const View& view, const Button& button, const scene::Rect& box) {
  const TypeScale type = type_scale(view);
  const double width = box.w - 2 * (button.keeps_word_in_place ? clear_pad : pad);
  const text::Layout word = centred_tight(view, button.word, view.large() ? type.label : type.body, width);
  return word.lines.size() == 1 && word.width_mm <= width + 0.01;
}

double common_letters(const View& view, const std::vector<Button>& buttons, const std::vector<scene::Rect>& boxes) {
  const TypeScale type = type_scale(view);
  constexpr int steps = 20;
  for (int step = 0; step <= steps; ++step) {
    const double letters = type.body.size_mm + (type.label.size_mm - type.body.size_mm) * step / steps;
    bool all_fit = true;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
      all_fit = all_fit && fits_in(view, buttons[i], boxes[i], letters);
    }
    if (all_fit) return letters;
  }
  return 0;
}

std::vector<scene::Item> page_button(const View& view, const Button& button, const scene::Rect& box) {
  const scene::palette::Colors& colors = view.colors();
  const text::Style style = style_on(view, button);
  const bool is_full = button.chosen || button.primary;
  Sign sign = button.keeps_word_in_place ? Sign{} : sign_of(view, button, style, box);
  const double beside = sign.icon_mm > 0 ? sign.icon_mm + pad : 0;
  Words word{.layout = centred_tight(view, button.on_page(), style, box.w - 2 * pad_of(button) - beside),
             .role = button.large ? TextRole::body : TextRole::label,
             .ink = is_full ? colors.on_chosen : colors.ink};
  // Of several side by side whose words keep their places a second edge is the sign, the same in all languages.
  if (button.chosen && button.keeps_word_in_place) sign.edged = true;
  std::vector<scene::Item> items;
  items.emplace_back(scene::Fill{.box = box,
                                 .color = is_full ? colors.chosen : colors.button,
                                 .radius_mm = corner_mm,
                                 .edge_mm = control_edge_mm(view),
                                 .edge = colors.accent});
  if (sign.edged) {
    // In large letters the ends of letters are nearer to the edges.
    const bool is_near = view.large() && !is_tight(button);
    const double inset = is_near ? 1.05 : is_tight(button) ? 1.1 : 1.6;
    items.emplace_back(scene::Fill{.box = box.inset(inset),
                                   .color = scene::palette::clear,
                                   .radius_mm = corner_mm - inset,
                                   .edge_mm = is_near || is_tight(button) ? 1.0 : 1.2,
                                   .edge = colors.on_chosen});
  }
  append(items, side_by_side(view, button, box,
                             {.word = std::move(word),
                              .icon = button.chosen ? "check" : button.icon,
                              .icon_color = is_full ? colors.on_chosen : colors.accent,
                              .icon_mm = sign.icon_mm,
                              .gap_mm = pad}));
  if (button.seen) put_seen(items, view, box);
  items.emplace_back(target_of(button, box));
  return items;
}

}  // namespace anteroom::screens
