#include "screens/questions.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "model/names.h"
#include "model/questions.h"
#include "scene/rules.h"
#include "screens/control_bar.h"
#include "screens/questions_block.h"
#include "screens/questions_list.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

// Where everything is: the heading and below it the list; the code beside both, in portrait between them, and with
// large letters where the list is.
struct QuestionsAreas {
  std::vector<scene::Item> heading;
  scene::Rect list, code;
  QuestionsBlock block;
};

// How high the list is if all of it is on one screen of `area`; else nothing is left of that.
double height_of_list(const View& view, const std::vector<KeptQuestion>& kept, const scene::Rect& area) {
  const std::vector<std::vector<QuestionPanel>> screens = question_panels(view, kept, area);
  return screens.size() == 1 ? panels_height(screens.front()) : area.h;
}

QuestionsAreas questions_areas(const View& view, const std::vector<KeptQuestion>& kept) {
  const double gap = measures(view).gap, margin = measures(view).margin;
  const scene::Rect page = page_area(view, gap);
  QuestionsAreas areas;
  scene::Rect rest = page;
  const bool is_beside = !view.large() && !view.portrait() && !kept.empty();
  if (is_beside) {
    areas.block = questions_block(view, kept, {page.w, page.h}, QuestionsBlockRoom::beside);
    scene::Row row(page, view.direction(), margin);
    areas.code = row.take_from_end(areas.block.size.w);
    rest = row.rest();
  }
  scene::Column column(rest);
  constexpr double max_title = 0.2;  // of the height
  areas.heading = heading(view, {}, view.say("questions"), column, page.bottom() * max_title);
  column.skip(gap);
  areas.list = column.rest();
  if (is_beside || kept.empty()) return areas;
  areas.code = column.rest();
  if (view.large()) {
    areas.block = questions_block(view, kept, {areas.code.w, areas.code.h}, QuestionsBlockRoom::alone);
    return areas;
  }
  // The list, with its buttons, where everybody reaches it.
  const double left = areas.code.h - height_of_list(view, kept, areas.code) - margin;
  areas.block = questions_block(view, kept, {areas.code.w, areas.code.h}, QuestionsBlockRoom::above, left);
  areas.code = column.take(areas.block.size.h);
  column.skip(margin);
  areas.list = column.rest();
  return areas;
}

// The list in the part of its area that can be reached.
scene::Rect list_within_reach(const View& view, const scene::Rect& list) {
  scene::Column column(list);
  column.skip_to(std::min(view.highest_reachable(), list.bottom() - 2 * scene::min_target_mm));
  return column.rest();
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
             {lay_out_body(view, view.say("questions_none"), type_scale(view).body, column.width()),
              scene::TextRole::body, view.colors().ink});
  } else {
    areas.list = list_within_reach(view, areas.list);
    const std::vector<std::vector<QuestionPanel>> screens = question_panels(view, kept, areas.list);
    parts = screens.size() + (view.large() ? 1 : 0);
    shown = std::min(part, parts - 1);
    if (shown < screens.size()) append(scene.items, draw_panels(view, screens[shown], areas.list));
    if (!view.large() || shown == screens.size()) {
      append(scene.items, draw_block(view, areas.block, areas.code));
    }
  }
  Controls controls = part_controls<OpenQuestions>(view, {shown, parts}, state.session.paused);
  controls.questions = false;
  scene.swipe = {controls.next, controls.back};
  append(scene.items, control_bar(view, controls));
  return scene;
}

}  // namespace anteroom::screens
