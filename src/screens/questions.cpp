#include "screens/questions.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "model/names.h"
#include "model/questions.h"
#include "scene/rules.h"
#include "screens/control_bar.h"
#include "screens/questions_code.h"
#include "screens/questions_list.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

// The code and the words about it and about the list, and how large both are together.
struct CodeBlock {
  QuestionsCode code;
  std::vector<Words> words;
  scene::Size size;
  bool fits = false;
};

double height_of_words(const View& view, const std::vector<Words>& words) {
  double height = 0;
  for (const Words& each : words) height += each.layout.height_mm;
  return height + static_cast<double>(words.size() - 1) * measures(view).gap / 2;
}

std::vector<Words> words_about(const View& view, const QuestionsCode& code, std::size_t kept, double width_mm) {
  std::vector<Words> words;
  const auto add = [&](const std::string& said, text::Weight weight) {
    text::Style style = type_scale(view).label;
    style.weight = weight;
    words.push_back({text::lay_out(said, style, width_mm, view.fonts), TextRole::label, view.colors().ink});
  };
  if (code.count > 0) add(view.say("questions_scan"), text::Weight::semibold);
  if (code.count > 0 && code.count < kept) {
    add(view.say("questions_some", {{"count", view.number(code.count)}, {"total", view.number(kept)}}),
        text::Weight::semibold);
  }
  add(view.say("questions_note"), text::Weight::regular);
  return words;
}

bool any_broken_word(const std::vector<Words>& words) {
  return std::any_of(words.begin(), words.end(), [](const Words& each) { return each.layout.has_broken_word(); });
}

// The code above its words, in `room`.
CodeBlock code_above_words(const View& view, const std::vector<KeptQuestion>& kept, scene::Size room) {
  const double gap = measures(view).gap;
  CodeBlock block;
  // What the code cannot carry is said below it, which may leave it less room.
  for (int turn = 0; turn < 2; ++turn) {
    block.words = words_about(view, block.code, kept.size(), room.w);
    block.code = questions_code(view, kept, std::min(room.w, room.h - height_of_words(view, block.words) - gap));
  }
  block.words = words_about(view, block.code, kept.size(), room.w);
  const double code = block.code.count > 0 ? block.code.side_mm + gap : 0;
  block.size = {room.w, code + height_of_words(view, block.words)};
  block.fits = block.size.h <= room.h && !any_broken_word(block.words);
  return block;
}

// The code, up to `most_mm` wide, with its words beside it.
CodeBlock code_beside_words(const View& view, const std::vector<KeptQuestion>& kept, scene::Size room, double most_mm) {
  CodeBlock block;
  block.code = questions_code(view, kept, std::min(most_mm, room.h));
  const double code = block.code.count > 0 ? block.code.side_mm + measures(view).margin : 0;
  block.words = words_about(view, block.code, kept.size(), room.w - code);
  block.size = {room.w, std::max(block.code.side_mm, height_of_words(view, block.words))};
  block.fits = block.size.h <= room.h && !any_broken_word(block.words);
  return block;
}

// True if `one` carries more than `other`.
bool carries_more(const CodeBlock& one, const CodeBlock& other) {
  return one.fits != other.fits ? one.fits : one.code.count > other.code.count;
}

// The block in as little of `room` as it needs to carry as much as it can. Stacked, it is as wide as a share of the
// room.
CodeBlock code_block(const View& view, const std::vector<KeptQuestion>& kept, scene::Size room, bool is_stacked) {
  CodeBlock best;
  for (const double share : {0.24, 0.28, 0.32, 0.36, 0.4, 0.45, 0.5, 0.55, 0.6, 0.64, 1.0}) {
    // The questions themselves need the rest, unless the block is alone: then its words have all the width.
    if (view.large() && is_stacked && share < 1) continue;
    if (!view.large() && share > (is_stacked ? 0.36 : 0.64)) break;
    const CodeBlock block = is_stacked ? code_above_words(view, kept, {share * room.w, room.h})
                                       : code_beside_words(view, kept, room, share * room.w);
    if (carries_more(block, best)) best = block;
  }
  return best;
}

std::vector<scene::Item> draw_block(const View& view, const CodeBlock& block, const scene::Rect& area,
                                    bool is_stacked) {
  std::vector<scene::Item> items;
  const double side = block.code.side_mm;
  scene::Column words(area);
  if (block.code.count > 0 && is_stacked) {
    const scene::Rect code = scene::placed({side, side}, words.take(side), view.direction());
    items.emplace_back(scene::Code{code, block.code.content});
    words.skip(measures(view).gap);
  } else if (block.code.count > 0) {
    scene::Row row(area, view.direction(), measures(view).margin);
    items.emplace_back(scene::Code{scene::placed({side, side}, row.take(side), view.direction()), block.code.content});
    words = scene::Column(row.rest());
    words.skip(std::max(0.0, (block.size.h - height_of_words(view, block.words)) / 2));
  }
  for (const Words& each : block.words) {
    add_text(items, view, words, each);
    words.skip(measures(view).gap / 2);
  }
  return items;
}

// Where everything is: the heading and below it the list; the code beside both, in portrait between them, and with
// large letters where the list is.
struct QuestionsAreas {
  std::vector<scene::Item> heading;
  scene::Rect list, code;
  CodeBlock block;
  bool is_stacked = false;
};

QuestionsAreas questions_areas(const View& view, const std::vector<KeptQuestion>& kept) {
  const double gap = measures(view).gap, margin = measures(view).margin;
  const scene::Rect page = page_area(view, gap);
  QuestionsAreas areas;
  areas.is_stacked = view.large() == view.portrait();
  const auto plan = [&](const scene::Rect& room) {
    areas.block = code_block(view, kept, {room.w, room.h}, areas.is_stacked);
  };
  scene::Rect rest = page;
  const bool is_beside = !view.large() && !view.portrait() && !kept.empty();
  if (is_beside) {
    plan(page);
    scene::Row row(page, view.direction(), margin);
    areas.code = row.take_from_end(areas.block.size.w);
    rest = row.rest();
  }
  scene::Column column(rest);
  constexpr double max_title = 0.2;  // of the height
  areas.heading = heading(view, {}, view.say("questions"), column, page.bottom() * max_title);
  column.skip(gap);
  if (!is_beside && !kept.empty()) {
    plan(column.rest());
    areas.code = column.rest();
    if (!view.large()) {  // the list, with its buttons, where everybody reaches it
      areas.code = column.take(areas.block.size.h);
      column.skip(margin);
    }
  }
  areas.list = column.rest();
  return areas;
}

// The list in the part of its area that can be reached.
scene::Rect list_within_reach(const View& view, const scene::Rect& list) {
  scene::Column column(list);
  column.skip_to(std::min(view.highest_reachable(), list.bottom() - 2 * scene::min_target_mm));
  return column.rest();
}

Controls list_controls(const View& view, const State& state, std::size_t shown, std::size_t parts) {
  Controls controls;
  controls.questions = false;
  controls.back = shown > 0 ? Action(OpenQuestions{shown - 1}) : Action(Leave{});
  if (shown + 1 < parts) controls.next = OpenQuestions{shown + 1};
  controls.paused = state.session.paused;
  if (parts > 1) {
    controls.position = {shown, parts};
    controls.where = view.say("page", {{"n", view.number(shown + 1)}, {"total", view.number(parts)}});
  }
  return controls;
}

}  // namespace

scene::Scene questions(const View& view, const State& state, std::size_t part) {
  const std::vector<KeptQuestion> kept = kept_questions(state, view.content);
  scene::Scene scene = blank(view, screen_name::questions, view.content.pack.cards[*state.card].id);
  QuestionsAreas areas = questions_areas(view, kept);
  scene.items = std::move(areas.heading);
  std::size_t parts = 1, shown = 0;
  if (kept.empty()) {
    scene::Column column(areas.list);
    add_text(scene.items, view, column,
             {lay_out_body(view, view.say("questions_none"), type_scale(view).body, column.width()), TextRole::body,
              view.colors().ink});
  } else {
    areas.list = list_within_reach(view, areas.list);
    const std::vector<std::vector<QuestionPanel>> screens = question_panels(view, kept, areas.list);
    parts = screens.size() + (view.large() ? 1 : 0);
    shown = std::min(part, parts - 1);
    if (shown < screens.size()) append(scene.items, draw_panels(view, screens[shown], areas.list));
    if (!view.large() || shown == screens.size()) {
      append(scene.items, draw_block(view, areas.block, areas.code, areas.is_stacked));
    }
  }
  const Controls controls = list_controls(view, state, shown, parts);
  scene.swipe = {controls.next, controls.back};
  append(scene.items, control_bar(view, controls));
  return scene;
}

}  // namespace anteroom::screens
