// The page of an exhibit: its buttons, and the list of the things to find. Letters are half an em wide here.
#include <algorithm>

#include "catch.h"
#include "model/names.h"
#include "model/sample_content.h"
#include "scene/dump.h"
#include "scene/hit_test.h"
#include "scene/palette.h"
#include "scene/rules.h"
#include "screens/compose.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

Content with_exhibit(const Exhibit& exhibit, const ExhibitText& text, bool portrait = false) {
  Content content = sample_content(1);
  content.assets = "/assets";
  if (portrait) std::swap(content.settings.screen.width_mm, content.settings.screen.height_mm);
  content.pack.cards[0].exhibit = exhibit;
  for (CardText& each : content.pack.cards[0].text) each.exhibit = text;
  return content;
}

scene::Scene exhibit_shown(const Content& content, const ExhibitState& exhibit, Reach reach = Reach::none) {
  text::FakeFonts fonts;
  State state = start(content, moment(Millis(0), monday_morning));
  state.session.place = Place::detail;
  state.session.page = 0;
  state.session.exhibit = exhibit;
  state.session.reach = reach;
  return screens::compose(state, content, fonts);
}

Content paper() {
  return with_exhibit(Fold{},
                      {"Fold", "Drag a corner.", {{"", "Flat."}, {"", "Folded."}, {"", "Open."}, {"", "Soft."}}});
}

Content two_spots(bool portrait = false) {
  const Hotspots spots{4.0 / 3, {{"x", {0, 0, 0.4, 0.4}}, {"y", {0.5, 0.5, 0.4, 0.4}}}};
  return with_exhibit(spots, {"Look", "Touch a spot.", {{"The door", "A door."}, {"The sink", "A sink."}}}, portrait);
}

// The colour of the box that is drawn for the target `id`.
scene::Color color_under(const scene::Scene& scene, const std::string& id) {
  const scene::Target* target = scene::target_named(scene, id);
  REQUIRE(target != nullptr);
  scene::Color color;
  for (const scene::Item& item : scene.items) {
    const scene::Fill* fill = std::get_if<scene::Fill>(&item);
    if (fill != nullptr && fill->box == target->box) color = fill->color;
  }
  return color;
}

// How many discs with a tick are on the upper edge of `target`.
int discs_on(const scene::Scene& scene, const scene::Target& target) {
  const scene::Rect edge{target.box.x, target.box.y - 4, target.box.w + 4, 8};
  return static_cast<int>(std::count_if(scene.items.begin(), scene.items.end(), [&](const scene::Item& item) {
    const auto* fill = std::get_if<scene::Fill>(&item);
    return fill != nullptr && fill->radius_mm > 0 && fill->radius_mm * 2 >= fill->box.w && fill->box.overlaps(edge) &&
           fill->color == scene::palette::standard.chosen;
  }));
}

MonoTime after_ms(int ms) {
  return MonoTime(Millis(ms));
}

}  // namespace

TEST_CASE("what to do next with the sheet is filled, and everything else has an edge only") {
  const Content content = paper();
  const scene::Color filled = scene::palette::standard.chosen, open = scene::palette::standard.button;
  const FoldState folded = settle(fold_sheet({}, after_ms(0)), after_ms(1000));
  const FoldState opened = settle(open_sheet(folded, after_ms(2000)), after_ms(3000));
  const FoldState smoothed = settle(smooth_sheet(opened, after_ms(4000)), after_ms(5000));
  CHECK(color_under(exhibit_shown(content, FoldState{}), target_id::fold) == filled);
  CHECK(color_under(exhibit_shown(content, folded), target_id::open) == filled);
  const scene::Scene again = exhibit_shown(content, opened);
  CHECK(color_under(again, target_id::smooth) == filled);
  CHECK(color_under(again, target_id::fold) == open);
  const scene::Scene last = exhibit_shown(content, smoothed);
  CHECK(color_under(last, target_id::smooth) == open);
  CHECK(color_under(last, target_id::fold) == filled);
}

TEST_CASE("a button of the sheet stays where it is when another one comes") {
  const Content content = paper();
  const FoldState folded = settle(fold_sheet({}, after_ms(0)), after_ms(1000));
  const FoldState opened = settle(open_sheet(folded, after_ms(2000)), after_ms(3000));
  const auto box = [&](const FoldState& state, const char* id) {
    const scene::Scene scene = exhibit_shown(content, state);
    const scene::Target* target = scene::target_named(scene, id);
    REQUIRE(target != nullptr);
    return target->box;
  };
  CHECK(box({}, target_id::fold) == box(folded, target_id::open));
  CHECK(box({}, target_id::fold) == box(opened, target_id::fold));
}

TEST_CASE("the things to find are listed below the picture, and a touch on a name opens its spot") {
  const bool portrait = GENERATE(false, true);
  const Content content = two_spots(portrait);
  const scene::Scene fresh = exhibit_shown(content, HotspotsState{});
  CHECK(scene::faults(fresh).empty());
  const scene::Target* row = scene::target_named(fresh, target_id::listed("y"));
  REQUIRE(row != nullptr);
  CHECK(row->action == Action(ExhibitTap{ExhibitVerb::region, 1}));
  CHECK_THAT(scene::visible_text(fresh),
             ContainsSubstring("Touch a spot") && ContainsSubstring("The door") && ContainsSubstring("The sink"));
  // Keys visit each spot once.
  for (const scene::Target* each : scene::focus_order(fresh)) CHECK(each->id.rfind("listed-", 0) != 0);
  CHECK(scene::target_named(fresh, target_id::region("y")) != nullptr);
}

TEST_CASE("the list of things to find stays when one is open: that one filled, and a tick on what was seen") {
  const bool portrait = GENERATE(false, true);
  const Content content = two_spots(portrait);
  const scene::Scene fresh = exhibit_shown(content, HotspotsState{}),
                     open = exhibit_shown(content, {HotspotsState{1, {0, 1}}});
  CHECK(scene::faults(open).empty());
  CHECK_THAT(scene::visible_text(open), ContainsSubstring("A sink") && ContainsSubstring("The door"));
  for (const char* id : {"x", "y"}) {
    INFO(id << (portrait ? " portrait" : ""));
    const scene::Target *before = scene::target_named(fresh, target_id::listed(id)),
                        *after = scene::target_named(open, target_id::listed(id));
    REQUIRE((before != nullptr && after != nullptr));
    CHECK(before->box == after->box);
    CHECK(color_under(open, target_id::listed(id)) ==
          (id[0] == 'y' ? scene::palette::standard.chosen : scene::palette::standard.button));
    CHECK(discs_on(fresh, *before) == 0);
    CHECK(discs_on(open, *after) == 1);
  }
}

TEST_CASE("a standing picture stays where it is whatever the words above it need") {
  Content content = two_spots(true);
  Card& card = content.pack.cards[0];
  card.picture = "/pictures/door.svg";
  card.ground = Ground::sage;
  card.stands = true;
  for (CardText& text : card.text)
    text.exhibit.parts[0].text = "A door. It is open. Behind it are a clinic and all that it needs, and more of it.";
  const auto picture_and_stage = [&](const HotspotsState& state) {
    const scene::Scene scene = exhibit_shown(content, state);
    std::pair<scene::Rect, scene::Rect> found;
    for (const scene::Item& item : scene.items) {
      const auto* picture = std::get_if<scene::Picture>(&item);
      const auto* fill = std::get_if<scene::Fill>(&item);
      if (picture != nullptr && picture->file == "/pictures/door.svg" && found.first.w == 0) found.first = picture->box;
      if (fill != nullptr && found.first.w == 0) found.second = fill->box;
    }
    return found;
  };
  const auto [fresh, high] = picture_and_stage({});
  const auto [open, low] = picture_and_stage({0, {0}});
  CHECK(fresh == open);
  CHECK(open.bottom() == Approx(low.bottom()));
  CHECK(high.y < low.y - 10);
  CHECK(high.bottom() == Approx(low.bottom()));
}

TEST_CASE("in reach mode no row of the list is out of reach") {
  const scene::Scene scene = exhibit_shown(two_spots(), HotspotsState{}, Reach::right);
  CHECK(scene::faults(scene).empty());
}

TEST_CASE("words on a timeline's buttons keep clear of their edges, and get smaller for that, all alike") {
  Steps steps;
  ExhibitText text{"Follow", "Drag.", {}};
  for (const char* label : {"Day 0", "forty-eight hours", "one to two weeks", "nearly three months"}) {
    Step step;
    step.day = static_cast<double>(text.parts.size());
    steps.steps.push_back(step);
    text.parts.push_back({label, "Words."});
  }
  const scene::Scene scene = exhibit_shown(with_exhibit(steps, text), StepsState{});
  double size = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const scene::Target* target = scene::target_named(scene, target_id::step(i));
    REQUIRE(target != nullptr);
    for (const scene::Item& item : scene.items) {
      const scene::Text* word = std::get_if<scene::Text>(&item);
      if (word == nullptr || !target->box.encloses(word->box, 0.1)) continue;
      CHECK(target->box.w - word->layout.width_mm >= 2 * 3.99);
      if (size > 0) CHECK(word->layout.style.size_mm == size);
      size = word->layout.style.size_mm;
    }
  }
  CHECK(size > 0);
}

TEST_CASE("a timeline of two steps has its buttons below it") {
  Steps steps;
  steps.steps = {Step{}, Step{}};
  steps.steps[1].day = 1;
  const Content content = with_exhibit(steps, {"Follow", "Drag.", {{"Now", "One."}, {"Later", "Two."}}});
  const scene::Scene scene = exhibit_shown(content, StepsState{});
  CHECK(scene::faults(scene).empty());
  const scene::Target *first = scene::target_named(scene, target_id::step(0)),
                      *second = scene::target_named(scene, target_id::step(1));
  REQUIRE((first != nullptr && second != nullptr));
  CHECK(first->box.y == second->box.y);
}

TEST_CASE("a muscle's page offers what can be done next, and fills what leads on") {
  std::vector<ExhibitPart> parts(4, {"", "A stage."});
  parts.push_back({"Month one", "It rests."});
  parts.push_back({"Month two", "It moves."});
  const Content content = with_exhibit(Pull{SkinTone::tan, 0.1, {0.5, 1}},
                                       {"Pull", "Drag it.", parts, {"Pull it", "Let it go", "Rest it"}});
  struct Row {
    bool touched;
    double effort;
    std::optional<std::size_t> month;
    std::string upper, lower, filled;
  };
  const Row rows[] = {
      {false, 0, {}, "Pull it", "Rest it", target_id::pull}, {true, 1, {}, "Let it go", "Rest it", target_id::rest},
      {true, 0, 0, "Pull it", "Month one", target_id::rest}, {true, 1, 1, "Let it go", "Month two", target_id::rest},
      {true, 1, 2, "Let it go", "Rest it", target_id::rest},
  };
  for (const Row& row : rows) {
    INFO(row.upper << ", " << row.lower);
    PullState state;
    state.touched = row.touched;
    state.effort = row.effort;
    state.month = row.month;
    const scene::Scene scene = exhibit_shown(content, state);
    std::vector<std::string> words;
    for (const scene::Target* target : scene::focus_order(scene)) {
      if (!std::holds_alternative<ExhibitTap>(target->action)) continue;
      words.push_back(target->label);
      const bool is_filled = color_under(scene, target->id) == scene::palette::standard.chosen;
      CHECK(is_filled == (target->id == row.filled));
    }
    CHECK(words == std::vector{row.upper, row.lower});
  }
}
