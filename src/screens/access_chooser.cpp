#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "language/numbers.h"
#include "model/names.h"
#include "scene/rules.h"
#include "screens/choice_tile.h"
#include "screens/choosers.h"
#include "screens/control_bar.h"
#include "screens/preview_card.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

constexpr double tile_gap = scene::min_gap_mm;
constexpr double most_growth = 1.6;  // of a tile, where there is room to spare

// Options that belong together, in a row with a name.
struct Group {
  std::string name = {};  // empty if the language lacks it
  std::string icon = {};
  std::vector<Tile> tiles = {};
};

Group group_of(const View& view, const char* name, const char* icon, std::vector<Tile> tiles) {
  return {view.words().has(name) ? view.say(name) : "", icon, std::move(tiles)};
}

std::vector<Tile> text_sizes(const View& view, int chosen) {
  std::vector<Tile> tiles;
  for (const int percent : {100, 150, 200}) {
    const std::string number = language::percent(percent, view.locale());
    tiles.push_back({Tile::Form::sample,
                     {.id = target_id::text_size(percent),
                      .action = SetTextSize{percent},
                      .word = number,
                      .chosen = percent == chosen,
                      .spoken = view.say("text_size", {{"percent", number}}),
                      .caption = view.say(view.words().has("sample_letters") ? "sample_letters" : "access")},
                     percent});
  }
  return tiles;
}

Tile switch_of(const char* id, const Action& action, const std::string& word, bool on) {
  return {Tile::Form::toggle, {.id = id, .action = action, .word = word, .chosen = on}};
}

// Whether the words of a switch say its state, too; its form shows it anyway.
enum class SwitchState { said, left_out };

// The name of a switch and its state.
std::string switched(const View& view, const char* name, bool on, SwitchState state) {
  const char* key = on ? "switched_on" : "switched_off";
  return state == SwitchState::said && view.words().has(key) ? view.words().say(key, {{"what", view.say(name)}})
                                                             : view.say(name);
}

Button volume_button(const View& view, const char* id, const char* sign, int by) {
  const std::string word = view.words().has(id) ? view.say(id) : view.say("sound") + (by < 0 ? " −" : " +");
  return {.id = id, .action = StepVolume{by}, .word = word, .icon = sign};
}

std::vector<Tile> sounds(const View& view, const Session& session, bool has_voice, SwitchState state) {
  if (!has_voice) {
    return {{Tile::Form::plain, {.id = target_id::aloud, .action = ToggleAloud{}, .word = view.say("no_sound")}}};
  }
  const auto number = [&](int n) { return view.number(static_cast<std::size_t>(n)); };
  Tile aloud =
      switch_of(target_id::aloud, ToggleAloud{}, switched(view, "read_aloud", session.aloud, state), session.aloud);
  if (session.aloud) aloud.button.spoken = view.say("stop_reading");
  Tile volume{Tile::Form::level,
              {.id = {},
               .action = StepVolume{},
               .word = view.say("volume", {{"n", number(session.volume)}, {"total", number(loudest)}})},
              session.volume};
  volume.less = volume_button(view, target_id::softer, "minus", -1);
  volume.more = volume_button(view, target_id::louder, "plus", 1);
  return {std::move(aloud), std::move(volume)};
}

// A switch for each hand that moves something on this screen.
std::vector<Tile> hands(const View& view, Reach chosen, SwitchState state) {
  std::vector<Tile> tiles;
  const auto offer_hand = [&](Reach hand, const char* id, const char* word) {
    if (view.changes_something(hand) || hand == chosen)
      tiles.push_back(switch_of(id, ToggleReach{hand}, switched(view, word, hand == chosen, state), hand == chosen));
  };
  offer_hand(Reach::left, target_id::reach_left, "reach_left");
  offer_hand(Reach::right, target_id::reach_right, "reach_right");
  return tiles;
}

std::vector<Group> groups_of(const View& view, const Session& session, bool has_voice,
                             SwitchState state = SwitchState::said) {
  const bool high = session.high_contrast, calm = session.reduced_motion;
  std::vector<Group> groups{
      group_of(view, "letters", "access", text_sizes(view, session.text_percent)),
      group_of(
          view, "contrast", "contrast",
          {switch_of(target_id::contrast, ToggleContrast{}, view.say(high ? "contrast_on" : "contrast_off"), high)}),
      group_of(view, "motion", "motion",
               {switch_of(target_id::motion, ToggleMotion{}, view.say(calm ? "motion_on" : "motion_off"), calm)}),
      group_of(view, "sound", has_voice ? "sound" : "sound-off", sounds(view, session, has_voice, state))};
  if (std::vector<Tile> tiles = hands(view, session.reach, state); !tiles.empty())
    groups.push_back(group_of(view, "reach", "touch", std::move(tiles)));
  return groups;
}

enum class Names { beside, above, none };

// How the groups are arranged in a width: the heights that they need.
struct Arrangement {
  Names names = Names::none;
  double name_width = 0;           // of a column, if the names are beside
  double preview_width = 0;        // beside all groups but the first; 0: the sample is above them
  std::vector<double> tiles = {};  // the height of a tile of each group
  std::vector<bool> stacked = {};  // its tiles are below each other
  double height = 0;               // of all
  bool is_whole = true;            // no word is cut
};

text::Layout name_of(const View& view, const Group& group, double width_mm) {
  return text::lay_out_tight(group.name, control_style(view), width_mm, view.fonts);
}

double row_icon_mm(const View& view) {
  return control_style(view).size_mm;
}

double icon_gap(const View& view) {
  return 0.35 * row_icon_mm(view);
}

double name_height(const View& view) {
  const text::Style style = control_style(view);
  return style.leading * style.size_mm;
}

std::size_t rows_in(const Group& group, bool stacked) {
  return stacked ? group.tiles.size() : 1;
}

double group_height(const View& view, const Group& group, const Arrangement& all, std::size_t i) {
  const auto rows = static_cast<double>(rows_in(group, all.stacked[i]));
  const double name = all.names == Names::above ? name_height(view) + 1 : 0;
  return name + rows * (all.tiles[i] + tile_gap) - tile_gap;
}

// The height of the highest tile where each is so wide.
TileHeight highest(const View& view, const Group& group, double width_mm) {
  TileHeight most;
  for (const Tile& tile : group.tiles) {
    const TileHeight height = tile_height(view, tile, width_mm);
    most.mm = std::max(most.mm, height.mm);
    most.is_whole = most.is_whole && height.is_whole;
  }
  return most;
}

Arrangement arranged(const View& view, const std::vector<Group>& groups, Names names, double width_mm,
                     double preview_mm = 0) {
  Arrangement all{.names = names, .preview_width = preview_mm};
  double width = width_mm;
  if (names == Names::beside) {
    for (const Group& group : groups)
      all.name_width = std::max(all.name_width, name_of(view, group, width_mm).available_mm);
    all.name_width += row_icon_mm(view) + icon_gap(view);
    width -= all.name_width + 2 * tile_gap;
  }
  for (const Group& group : groups) {
    const scene::Grid grid = scene::Grid::of(group.tiles.size(), group.tiles.size(), tile_gap, view.reading());
    const double room = all.tiles.empty() || preview_mm <= 0 ? width : width - preview_mm - 2 * tile_gap;
    TileHeight height = highest(view, group, grid.cell_width(room));
    // Below each other rather than in two lines, where the preview narrows them.
    const bool is_tight = !height.is_whole || (preview_mm > 0 && height.mm > highest(view, group, room).mm);
    const bool stacked = is_tight && group.tiles.size() == 2;
    if (stacked) height = highest(view, group, room);
    all.tiles.push_back(height.mm);
    all.stacked.push_back(stacked);
    all.is_whole = all.is_whole && height.is_whole && (names == Names::none || !group.name.empty());
    all.height += group_height(view, group, all, all.tiles.size() - 1) + tile_gap;
  }
  all.height -= tile_gap;
  return all;
}

// The first arrangement that fits into `area`; the preview goes where it leaves the options no room, then the names.
Arrangement best_arrangement(const View& view, const std::vector<Group>& groups, const scene::Rect& area) {
  if (!view.portrait() && !view.large() && view.words().has("sample")) {
    constexpr double preview_share = 0.34;
    Arrangement all = arranged(view, groups, Names::beside, area.w, preview_share * area.w);
    if (all.is_whole && all.height <= area.h) return all;
  }
  for (const Names names : {view.portrait() ? Names::above : Names::beside, Names::none}) {
    Arrangement all = arranged(view, groups, names, area.w);
    if (names == Names::none || (all.is_whole && all.height <= area.h)) return all;
  }
  return {};
}

// `groups` with those of one tile side by side in pairs, for letters so large that not all have a row of their own.
std::vector<Group> in_pairs(const std::vector<Group>& groups) {
  std::vector<Group> pairs;
  bool open = false;  // the last one has room for another tile
  for (const Group& group : groups) {
    const bool single = group.tiles.size() == 1;
    if (single && open) {
      pairs.back().tiles.push_back(group.tiles.front());
    } else {
      pairs.push_back(group);
    }
    open = single && !open;
  }
  return pairs;
}

// Makes the tiles higher, as far as all of them still fit into `height_mm`.
void grow(const View& view, const std::vector<Group>& groups, Arrangement& all, double height_mm) {
  double tiles = 0;
  for (std::size_t i = 0; i < groups.size(); ++i)
    tiles += all.tiles[i] * static_cast<double>(rows_in(groups[i], all.stacked[i]));
  const double spare = std::max(0.0, height_mm - all.height);
  const double factor = std::min(most_growth, 1 + spare / tiles);
  all.height = -tile_gap;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    all.tiles[i] *= factor;
    all.height += group_height(view, groups[i], all, i) + tile_gap;
  }
}

// The icon and the name of `group`, at the start of `box`.
std::vector<scene::Item> draw_name(const View& view, const Group& group, const scene::Rect& box) {
  const scene::palette::Colors& colors = view.colors();
  scene::Row row(box, view.reading(), icon_gap(view));
  const double icon = row_icon_mm(view);
  std::vector<scene::Item> items;
  items.emplace_back(scene::Picture{
      .box = scene::centred({icon, icon}, row.take(icon)), .file = view.icon(group.icon), .tint = colors.accent});
  const double width = row.room();
  items.emplace_back(text_in(view, row.rest(), {name_of(view, group, width), scene::TextRole::label, colors.ink},
                             scene::Align::start, scene::Align::centre));
  return items;
}

std::vector<scene::Item> draw_groups(const View& view, const std::vector<Group>& groups, const Arrangement& all,
                                     const scene::Rect& area) {
  scene::Column column(area, tile_gap);
  std::vector<scene::Item> items;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    scene::Rect box = column.take(group_height(view, groups[i], all, i));
    if (all.names == Names::above) {
      scene::Column parts(box, 1);
      append(items, draw_name(view, groups[i], parts.take(name_height(view))));
      box = parts.rest();
    } else if (all.names == Names::beside) {
      scene::Row row(box, view.reading(), 2 * tile_gap);
      append(items, draw_name(view, groups[i], row.take(all.name_width)));
      if (i > 0 && all.preview_width > 0) row.take_from_end(all.preview_width);
      box = row.rest();
    }
    const std::size_t columns = all.stacked[i] ? 1 : groups[i].tiles.size();
    const scene::Grid grid = scene::Grid::of(groups[i].tiles.size(), columns, tile_gap, view.reading());
    for (std::size_t j = 0; j < groups[i].tiles.size(); ++j)
      append(items, draw_tile(view, groups[i].tiles[j], grid.cell(j, box)));
  }
  return items;
}

// A sentence that looks as the cards do now, on a panel. No lines: the language lacks it.
text::Layout sample_text(const View& view, double width_mm) {
  if (!view.words().has("sample")) return {};
  return lay_out_body(view, view.say("sample"), type_scale(view).body, width_mm);
}

// The card that the patient came from, with the sample for its words, as it looks now: beside the groups in `rows`,
// from the second one on.
std::vector<scene::Item> draw_preview(const View& view, const std::string& card, const std::vector<Group>& groups,
                                      const Arrangement& all, const scene::Rect& rows) {
  scene::Row row(rows, view.reading());
  scene::Column column(row.take_from_end(all.preview_width), tile_gap);
  column.take(group_height(view, groups.front(), all, 0));
  return preview_card(view, card, column.rest());
}

}  // namespace

scene::Scene access_chooser(const View& view, const std::string& card, const Session& session, bool has_voice) {
  const double gap = measures(view).gap;
  const scene::Rect page = page_area(view, gap);
  constexpr double max_title = 0.3;  // of the height
  scene::Column column(page);
  scene::Scene scene = blank(view, screen_name::access, card);
  scene.items = heading(view, {}, view.say("choose_access"), column, page.bottom() * max_title);
  column.skip(0.7 * gap);

  std::vector<Group> groups = groups_of(view, session, has_voice);
  scene::Column below(column.rest());
  below.skip_to(view.highest_reachable());
  Arrangement all = best_arrangement(view, groups, below.rest());
  if (all.height > below.room()) {
    groups = in_pairs(groups);
    all = arranged(view, groups, Names::none, page.w);
  }
  if (all.height > below.room()) {
    groups = in_pairs(groups_of(view, session, has_voice, SwitchState::left_out));
    all = arranged(view, groups, Names::none, page.w);
  }
  constexpr double panel_air = 3;
  text::Layout sample = all.preview_width > 0 ? text::Layout{} : sample_text(view, page.w - 4 * panel_air);
  const double panel = sample.height_mm + 2 * panel_air;
  const bool sampled = !sample.lines.empty() && panel + tile_gap + all.height <= column.room();
  grow(view, groups, all, std::min(below.room(), column.room() - (sampled ? panel + tile_gap : 0)));
  scene::Column parts(column.rest(), tile_gap);
  const bool low = sampled || all.preview_width > 0 || view.portrait() || view.highest_control() > 0;
  const scene::Rect rows = low ? parts.take_from_end(all.height) : parts.take(all.height);
  if (sampled) {
    const scene::Rect box = parts.take(std::min(parts.room(), 2.5 * panel));
    scene.items.emplace_back(scene::Fill{.box = box, .color = view.colors().panel, .radius_mm = corner_mm});
    scene.items.emplace_back(text_in(view, scene::inset(box, 2 * panel_air, panel_air),
                                     {std::move(sample), scene::TextRole::body, view.colors().ink}, scene::Align::start,
                                     scene::Align::centre));
  }
  append(scene.items, draw_groups(view, groups, all, rows));
  if (all.preview_width > 0) append(scene.items, draw_preview(view, card, groups, all, rows));
  append(scene.items, control_bar(view, {.back = Leave{}, .paused = session.paused}));
  return scene;
}

}  // namespace anteroom::screens
