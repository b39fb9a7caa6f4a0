#include "screens/greetings.h"

#include <algorithm>
#include <array>
#include <optional>

#include "model/hello.h"
#include "model/names.h"
#include "scene/rules.h"

namespace anteroom::screens {

namespace {

constexpr double largest_greeting_mm = 44;
constexpr double largest_on_wall = 4;     // times the letters of a title
constexpr double least_greeting = 1.25;   // times the letters of the name below it
constexpr double shortened = 0.7;         // a long greeting may be so much smaller than the others
constexpr double pad_mm = 6;              // inside a button's edge
constexpr double below_mm = 1.5;          // between greeting and name
constexpr double tick_share = 0.9;        // of the name's letters
constexpr double greeting_leading = 1.3;  // vowel signs above and below the letters need more than a title

constexpr double side_air = 0.02;  // beside a greeting, of the cell's width

// The sizes of what stands below the greetings of a poster, times that of a label: the largest with which every
// greeting is still so many times as large.
constexpr std::array place_sizes{1.8, 1.6, 1.4, 1.3, 1.2, 1.1, 1.0};
constexpr double greeting_to_place = 1.6;
constexpr std::size_t place_lines = 2;

// A language on offer.
struct Offer {
  Button button;
  std::string greeting;                       // the name, if the language lacks one
  std::string name;                           // empty: it is the greeting
  std::string place;                          // of a poster, instead of the name: where the touchscreen is
  text::Style large, small;                   // of the least greeting, and of what stands below it
  scene::Size one_line = {}, two_lines = {};  // of the least greeting; no width: it has one word
};

void measure(const View& view, Offer& offer) {
  constexpr double unbounded = 1e5, share_of_two = 0.75;
  const text::Layout one = text::lay_out_tight(offer.greeting, offer.large, unbounded, view.fonts);
  offer.one_line = {one.width_mm, one.height_mm};
  const text::Layout two = lay_out_centred(view, offer.greeting, offer.large, share_of_two * one.width_mm);
  if (two.lines.size() == 2 && !two.has_broken_word()) offer.two_lines = {two.width_mm, two.height_mm};
}

std::vector<Offer> offers(const View& view, const GreetingUse& use) {
  std::vector<Offer> all;
  for (const std::size_t language : offered_languages(view.content)) {
    View own = view;
    own.language = view.content.pack.languages[language];
    const InterfaceWords& words = own.words();
    const std::string name = words.say("language_name");
    const bool greets = words.has("greeting");
    Offer offer{.button = {.id = target_id::of_language(own.language),
                           .action = use.opens_loop ? Action(OpenLoop{language}) : Action(ChooseLanguage{language}),
                           .word = name,
                           .chosen = use.chosen == language,
                           .language = own.language},
                .greeting = greets ? words.say("greeting") : name,
                .name = greets && !use.is_poster ? name : std::string(),
                .place = use.tells_place ? where_to_touch(own) : std::string(),
                .large = type_scale(own).title,
                .small = control_style(own)};
    offer.large.size_mm = least_greeting * offer.small.size_mm;
    offer.large.leading = greeting_leading;
    if (use.tells_place) offer.small = type_scale(own).label;
    measure(own, offer);
    all.push_back(std::move(offer));
  }
  return all;
}

double tick_mm(const Offer& offer) {
  return offer.small.size_mm * tick_share;
}

text::Layout place_in(const View& view, const Offer& offer, double width_mm) {
  text::Style style = offer.small;
  style.weight = text::Weight::regular;
  return lay_out_centred(view, offer.place, style, width_mm);
}

// How high what stands below the greeting is in a cell so wide inside its pads; nothing: it has no room.
std::optional<double> height_below(const View& view, const Offer& offer, double width_mm) {
  if (!offer.place.empty()) {
    const text::Layout place = place_in(view, offer, width_mm);
    if (place.lines.size() > place_lines || place.has_broken_word()) return std::nullopt;
    return below_mm + place.height_mm;
  }
  const text::Layout name = text::lay_out(offer.name, offer.small, width_mm - 2 * tick_mm(offer), view.fonts);
  if (name.lines.size() > 1 || name.has_broken_word()) return std::nullopt;
  return offer.name.empty() ? 0 : below_mm + offer.small.leading * offer.small.size_mm;
}

double largest_mm(const View& view) {
  return view.role() == Role::wall ? largest_on_wall * type_scale(view).title.size_mm : largest_greeting_mm;
}

// How many times larger than the least one the greeting of `offer` can be in `room`.
double enlargement(const Offer& offer, scene::Size room, double most_mm) {
  const auto in = [&](scene::Size size) { return size.w > 0 ? std::min(room.w / size.w, room.h / size.h) : 0; };
  return std::min(std::max(in(offer.one_line), in(offer.two_lines)), most_mm / offer.large.size_mm);
}

// How many times larger than the least one the greetings can be in cells of `cell`; empty if one of them, or a name,
// has no room.
std::vector<double> enlargements(const View& view, const std::vector<Offer>& all, scene::Size cell) {
  const double width = cell.w - 2 * pad_mm;
  std::vector<double> times;
  const double most_mm = largest_mm(view);
  double most = most_mm;
  for (const Offer& offer : all) {
    if (width <= 2 * tick_mm(offer)) return {};
    const std::optional<double> below = height_below(view, offer, width);
    if (!below) return {};
    const double height = cell.h - 2 * pad_mm - *below;
    // Only the least greeting may come as near to the edge as it must.
    const double airy = enlargement(offer, {width - 2 * side_air * cell.w, height}, most_mm);
    times.push_back(std::max(airy, std::min(1.0, enlargement(offer, {width, height}, most_mm))));
    if (times.back() < 1) return {};
    most = std::min(most, times.back() / shortened);
  }
  for (double& each : times) each = std::min(each, most);
  return times;
}

struct Plan {
  scene::Grid grid;
  std::vector<double> times;  // how many times larger than the least one each greeting is

  double least() const { return *std::min_element(times.begin(), times.end()); }
};

// True if every greeting is much larger than where the touchscreen is below it.
bool stands_out(const std::vector<Offer>& all, const Plan& plan) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    const double greeting = plan.times[i] * all[i].large.size_mm;
    if (!all[i].place.empty() && greeting < greeting_to_place * all[i].small.size_mm) return false;
  }
  return true;
}

// The columns in which the greetings are largest; of as good ones those that leave the fewest cells empty.
std::optional<Plan> best_plan(const View& view, const std::vector<Offer>& all, const scene::Rect& area) {
  constexpr std::size_t most_columns = 6;
  constexpr double as_good = 0.9;
  const double gap = std::max(scene::min_gap_mm, 0.75 * measures(view).gap);
  std::optional<Plan> best;
  const auto empty = [&](const scene::Grid& grid) { return grid.columns * grid.rows - all.size(); };
  for (std::size_t columns = 1; columns <= std::min(most_columns, all.size()); ++columns) {
    const scene::Grid grid = scene::Grid::of(all.size(), columns, gap, view.reading());
    const scene::Size cell{grid.cell_width(area.w), grid.cell_height(area.h)};
    if (std::min(cell.w, cell.h) < scene::min_target_mm) continue;
    Plan plan{grid, enlargements(view, all, cell)};
    if (plan.times.empty() || !stands_out(all, plan)) continue;
    const bool fuller = best && empty(grid) < empty(best->grid);
    if (!best || plan.least() > best->least() * (fuller ? as_good : 1 / as_good)) best = std::move(plan);
  }
  return best;
}

// The greeting above the name, in the middle of `box`; a tick is beside the name of the chosen one.
std::vector<scene::Item> greeting_button(const View& view, const Offer& offer, double times, const scene::Rect& box,
                                         bool is_poster) {
  const scene::palette::Colors& colors = view.colors();
  const bool chosen = offer.button.chosen;
  const scene::Color ink = chosen ? colors.on_chosen : colors.ink;
  View own = view;
  own.language = offer.button.language;
  text::Style large = offer.large;
  large.size_mm *= times;
  std::vector<scene::Item> items;
  if (!is_poster)
    items.emplace_back(scene::Fill{.box = box,
                                   .color = chosen ? colors.chosen : colors.button,
                                   .radius_mm = corner_mm,
                                   .edge_mm = control_edge_mm(view),
                                   .edge = colors.accent});
  constexpr double slack_mm = 0.1;  // for sizes that were multiplied
  const double wide = box.w - 2 * pad_mm + slack_mm;
  Words greeting{lay_out_centred(own, offer.greeting, large, wide), scene::TextRole::label, ink};
  const double high = greeting.layout.height_mm + height_below(own, offer, wide).value_or(0);
  scene::Column column(scene::centred({wide, high}, box));
  add_text(items, own, column, std::move(greeting));
  column.skip(below_mm);
  if (is_poster) {
    add_text(items, own, column, {place_in(own, offer, wide), scene::TextRole::label, ink});
    return items;
  }
  const double tick = chosen ? tick_mm(offer) : 0;
  const double gap = chosen ? 0.4 * tick : 0;
  text::Layout name = text::lay_out_tight(offer.name, offer.small, box.w - 2 * tick, view.fonts);
  const scene::Rect low = offer.name.empty() ? scene::inset(box, pad_mm, pad_mm) : column.rest();
  scene::Row row(scene::centred({tick + gap + name.width_mm, low.h}, low), own.reading(), gap);
  if (chosen) {
    const scene::Rect place = offer.name.empty() ? scene::placed({tick, tick}, low, view.reading())
                                                 : scene::centred({tick, tick}, row.take(tick));
    items.emplace_back(scene::Picture{.box = place, .file = view.icon("check"), .tint = colors.on_chosen});
  }
  if (!offer.name.empty()) {
    items.emplace_back(text_in(own, row.rest(), {std::move(name), scene::TextRole::label, ink}, scene::Align::centre,
                               scene::Align::centre));
  }
  items.emplace_back(scene::Target{.box = box,
                                   .id = offer.button.id,
                                   .action = offer.button.action,
                                   .label = offer.button.word,
                                   .chosen = chosen,
                                   .language = offer.button.language});
  return items;
}

}  // namespace

std::string where_to_touch(const View& view) {
  const std::string place = touchscreen_place(view.content, view.language);
  return place.empty() || !view.words().has("touchscreen_at") ? "" : view.say("touchscreen_at", {{"place", place}});
}

namespace {

// The plan of a poster on which every language says where the touchscreen is, and the sizes of that in `all`.
std::optional<Plan> plan_with_places(const View& view, std::vector<Offer>& all, const scene::Rect& area) {
  if (std::any_of(all.begin(), all.end(), [](const Offer& offer) { return offer.place.empty(); })) return std::nullopt;
  const std::vector<Offer> labelled = all;
  for (const double size : place_sizes) {
    for (std::size_t i = 0; i < all.size(); ++i) all[i].small.size_mm = size * labelled[i].small.size_mm;
    if (std::optional<Plan> plan = best_plan(view, all, area)) return plan;
  }
  return std::nullopt;
}

}  // namespace

std::vector<scene::Item> greetings(const View& view, const scene::Rect& area, const GreetingUse& use) {
  std::vector<Offer> all = offers(view, use);
  const std::optional<Plan> plan = use.tells_place ? plan_with_places(view, all, area) : best_plan(view, all, area);
  if (!plan) return {};
  std::vector<scene::Item> items;
  for (std::size_t i = 0; i < all.size(); ++i) {
    append(items, greeting_button(view, all[i], plan->times[i], plan->grid.cell(i, area), use.is_poster));
  }
  return items;
}

std::vector<Button> language_buttons(const View& view, const GreetingUse& use) {
  std::vector<Button> buttons;
  for (Offer& offer : offers(view, use)) buttons.push_back(std::move(offer.button));
  return buttons;
}

}  // namespace anteroom::screens
