// Touches and keys at a kiosk with a stand-in font, whose characters are half an em wide.
#include <algorithm>
#include <cmath>

#include "app/user.h"
#include "scene/dump.h"

using namespace anteroom;
using namespace anteroom::tests;
using std::chrono::seconds;

namespace {

struct Hand : User {
  using User::User;

  void swipe(scene::Point from, scene::Point to) {
    press(from);
    for (int i = 1; i <= 10; ++i) {
      wait(Millis(16));
      move({from.x + (to.x - from.x) * i / 10, from.y + (to.y - from.y) * i / 10});
    }
    release(to);
    wait(Millis(400));
  }
  const std::string& screen() const { return kiosk.scene().screen; }
  const std::string& card() const { return kiosk.scene().card; }
  const Session& session() const { return kiosk.state().session; }
};

const scene::Point on_picture{120, 120};

}  // namespace

TEST_CASE("a press shows at once and acts on release") {
  Hand hand;
  const scene::Scene before = hand.kiosk.scene();
  hand.press(hand.middle("next"));
  CHECK_FALSE(hand.kiosk.scene() == before);
  CHECK(hand.card() == "a");
  hand.release(hand.middle("next"));
  CHECK(hand.card() == "b");
}

TEST_CASE("the scene expected after a press is the one that follows") {
  Hand hand;
  hand.press(on_picture);
  const scene::Scene announced = hand.kiosk.upcoming();
  hand.wait(Millis(90));
  hand.release(on_picture);
  CHECK(hand.screen() == "detail");
  CHECK(hand.kiosk.scene() == announced);
  const scene::Scene next_page = hand.kiosk.upcoming();
  hand.wait(Millis(400));
  hand.tap("next");
  CHECK(hand.kiosk.scene() == next_page);
}

TEST_CASE("sliding off a target cancels and sliding back resumes") {
  Hand hand;
  const scene::Point next = hand.middle("next");
  hand.press(next);
  hand.move({next.x - 60, next.y - 40});
  CHECK(hand.session().pressed.empty());
  hand.release({next.x - 60, next.y - 40});
  CHECK(hand.card() == "a");
  hand.wait(seconds(1));
  hand.press(next);
  hand.move({next.x - 60, next.y});
  hand.move(next);
  CHECK(hand.session().pressed == "next");
  hand.release(next);
  CHECK(hand.card() == "b");
}

TEST_CASE("a swipe moves both ways through the loop and through the pages and out again") {
  Hand hand;
  hand.swipe({200, 100}, {120, 105});
  CHECK(hand.card() == "b");
  hand.swipe({120, 100}, {200, 95});
  CHECK(hand.card() == "a");
  hand.tap(on_picture);
  hand.swipe({300, 100}, {200, 100});
  CHECK(hand.session().page == 1u);
  hand.swipe({200, 100}, {300, 100});
  CHECK(hand.session().page == 0u);
  hand.swipe({200, 100}, {300, 100});
  CHECK(hand.screen() == "loop");
}

TEST_CASE("a swipe that is too short or too steep or begins on a button does not count") {
  Hand hand;
  hand.swipe({200, 100}, {185, 100});
  CHECK(hand.card() == "a");
  CHECK(hand.screen() == "loop");
  for (const scene::Point end : {scene::Point{150, 160}, {140, 100}, {140, 91}}) {  // 60 across by 31 down is too steep
    hand.swipe({200, 60}, end);
    CHECK(hand.card() == "a");
    CHECK(hand.screen() == "loop");
  }
  const scene::Point pause = hand.middle("pause");
  hand.swipe(pause, {pause.x + 120, pause.y});
  CHECK(hand.card() == "a");
  CHECK_FALSE(hand.session().paused);
}

TEST_CASE("a swipe that goes twice as far across as down counts") {
  Hand hand;
  hand.swipe({200, 60}, {140, 89});
  CHECK(hand.card() == "b");
}

TEST_CASE("a swipe in a right-to-left language goes the other way") {
  Content content = sample_content(4);
  content.pack.languages = {"ar", "fr"};
  Hand hand(content);
  hand.swipe({120, 100}, {200, 100});
  CHECK(hand.card() == "b");
  hand.swipe({200, 100}, {120, 100});
  CHECK(hand.card() == "a");
}

TEST_CASE("a palm on a detail does nothing") {
  Hand hand;
  hand.tap(on_picture);
  const Session before = hand.session();
  hand.press(hand.middle("home"));
  hand.finger(app::ContactPhase::down, {200, 100}, 2);
  hand.finger(app::ContactPhase::down, {220, 100}, 3);
  for (std::int64_t id = 1; id <= 3; ++id) hand.finger(app::ContactPhase::up, hand.middle("home"), id);
  CHECK(hand.session() == before);
}

TEST_CASE("a finger that never lifts is forgotten and the next one works") {
  Hand hand;
  hand.press(on_picture);
  hand.wait(seconds(11));
  CHECK(hand.session().pressed.empty());
  hand.finger(app::ContactPhase::down, hand.middle("pause"), 2);
  hand.finger(app::ContactPhase::up, hand.middle("pause"), 2);
  CHECK(hand.session().paused);
}

TEST_CASE("a wet spot that jitters is forgotten, on an exhibit too") {
  Content content = sample_content(2);
  content.pack.cards[0].exhibit = Steps{false, {{0, {}, {}}, {7, {}, {}}, {90, {}, {}}}};
  for (CardText& text : content.pack.cards[0].text) {
    text.exhibit = {"Title", "Drag", {{"one", "one"}, {"two", "two"}, {"three", "three"}}};
  }
  for (const bool on_exhibit : {false, true}) {
    Hand hand(content);
    scene::Point spot = on_picture;
    if (on_exhibit) {
      hand.tap(on_picture);
      for (const scene::Item& item : hand.kiosk.scene().items) {
        if (const auto* handle = std::get_if<scene::Handle>(&item)) spot = {handle->box.x + 60, handle->box.y + 5};
      }
    }
    INFO("on the exhibit: " << on_exhibit);
    hand.press(spot);
    REQUIRE(hand.session().finger_on);
    // Half a millimetre ten times a second, for twice the time after which a finger is forgotten.
    int left = 0;
    for (int i = 1; i <= 200 && left == 0; ++i) {
      hand.wait(Millis(100));
      hand.move({spot.x + (i % 2 == 0 ? 0 : 0.5), spot.y});
      if (!hand.session().finger_on) left = i;
    }
    CHECK(left == 100);
    if (on_exhibit) CHECK_FALSE(std::get<StepsState>(hand.session().exhibit).held);
  }
}

TEST_CASE("keys alone lead from the loop to the last page and home with the focus ring in view") {
  Hand hand;
  hand.key(Key::next);
  CHECK(hand.session().focus == "yes");  // to have the screen read; see speech_test.cpp
  hand.key(Key::back);
  CHECK(hand.screen() == "loop");
  hand.key(Key::next);
  CHECK(hand.session().focus == "card");
  hand.key(Key::select);
  CHECK(hand.screen() == "detail");
  const auto walk_to = [&](const std::string& id) {
    for (int i = 0; i < 20 && hand.session().focus != id; ++i) hand.key(Key::next);
    CHECK(hand.session().focus == id);
  };
  walk_to("next");
  hand.key(Key::select);
  hand.key(Key::select);
  CHECK(hand.session().page == 2u);
  // Next is not offered on the last page, but the ring is still somewhere.
  const auto* ring = std::get_if<scene::Fill>(&hand.kiosk.scene().items.back());
  REQUIRE(ring != nullptr);
  CHECK(ring->edge_mm >= 1);
  walk_to("home");
  hand.key(Key::select);
  CHECK(hand.screen() == "loop");
}

TEST_CASE("the keys visit every target once and then begin again") {
  Hand hand;
  hand.key(Key::next);
  hand.key(Key::back);
  std::vector<std::string> forwards;
  std::vector<std::string> backwards;
  const std::size_t count = scene::focus_order(hand.kiosk.scene()).size();
  for (std::size_t i = 0; i <= count; ++i) {
    hand.kiosk.key(Key::next, hand.now());
    forwards.push_back(hand.session().focus);
  }
  CHECK(forwards.front() == forwards.back());
  forwards.pop_back();
  for (std::size_t i = 0; i < count; ++i) {
    hand.kiosk.key(Key::previous, hand.now());
    backwards.push_back(hand.session().focus);
  }
  std::sort(forwards.begin(), forwards.end());
  CHECK(std::unique(forwards.begin(), forwards.end()) == forwards.end());
  std::sort(backwards.begin(), backwards.end());
  CHECK(forwards == backwards);
}

TEST_CASE("the back key goes one step back and a touch hides the focus ring") {
  Hand hand;
  hand.tap(on_picture);
  hand.tap("next");
  hand.key(Key::back);
  CHECK(hand.session().page == 0u);
  hand.key(Key::next);
  CHECK_FALSE(hand.session().focus.empty());
  hand.press({300, 100});
  CHECK(hand.session().focus.empty());
  hand.release({300, 100});
  hand.key(Key::back);
  CHECK(hand.screen() == "loop");
}

TEST_CASE("any key answers the warning and does nothing else") {
  for (const Key key : {Key::next, Key::previous, Key::select, Key::back, Key::repeat, Key::volume}) {
    Hand hand;
    hand.tap(on_picture);
    hand.wait(seconds(65));
    REQUIRE(hand.screen() == "warning");
    hand.key(key);
    CHECK(hand.screen() == "detail");
  }
}

TEST_CASE("the paper folds under a finger and by taps alike") {
  Content content = sample_content(2);
  content.pack.cards[0].exhibit = Fold{};
  for (CardText& text : content.pack.cards[0].text) {
    text.exhibit = {"Fold", "Drag a corner", {{"", "flat"}, {"", "folded"}, {"", "opened"}, {"", "smoothed"}}};
  }
  const auto stage_of = [](const Hand& hand) { return stage(std::get<FoldState>(hand.session().exhibit)); };
  Hand dragging(content);
  dragging.tap(on_picture);
  const scene::Handle* sheet = nullptr;
  for (const scene::Item& item : dragging.kiosk.scene().items) {
    if (const auto* handle = std::get_if<scene::Handle>(&item)) sheet = handle;
  }
  REQUIRE(sheet != nullptr);
  const scene::Rect box = sheet->box;
  dragging.swipe({box.right() - 3, box.bottom() - 3}, {box.x + box.w * 0.4, box.y + box.h * 0.3});
  CHECK(stage_of(dragging) == FoldStage::folded);
  CHECK(dragging.screen() == "detail");

  Hand tapping(content);
  tapping.tap(on_picture);
  tapping.tap("fold");
  CHECK(stage_of(tapping) == FoldStage::folded);
  tapping.tap("open");
  CHECK(stage_of(tapping) == FoldStage::opened);
  tapping.tap("smooth");
  CHECK(stage_of(tapping) == FoldStage::smoothed);
}

TEST_CASE("pressing select repeatedly does not lead back from the last page") {
  Hand hand;
  hand.key(Key::next);
  hand.key(Key::back);
  hand.tap("card");
  for (int i = 0; i < 20 && hand.session().focus != "next"; ++i) hand.key(Key::next);
  hand.key(Key::select);
  hand.key(Key::select);
  REQUIRE(hand.session().page == 2u);
  hand.key(Key::select);
  CHECK(hand.screen() == "loop");  // Home is in the position of Next
}

TEST_CASE("a card without pages or exhibit can be read to its question and its source in large text") {
  Content content = sample_content(2);
  content.pack.cards[0].text[0].pages.clear();
  Hand hand(content);
  hand.kiosk.act(SetTextSize{200}, hand.now());
  hand.wait(seconds(1));
  hand.tap("card");
  std::string read;
  for (int i = 0; i < 10; ++i) {
    read += scene::visible_text(hand.kiosk.scene()) + "\n";
    if (!hand.kiosk.scene().swipe.next) break;
    hand.tap("next");
  }
  CHECK_FALSE(hand.kiosk.scene().swipe.next);
  CHECK(read.find("What about a?") != std::string::npos);
  hand.tap("about");
  CHECK(hand.screen() == "about");
  read = scene::visible_text(hand.kiosk.scene());
  while (hand.kiosk.scene().swipe.next) {
    hand.tap("next");
    read += scene::visible_text(hand.kiosk.scene());
  }
  CHECK(read.find("A book") != std::string::npos);
  CHECK(read.find("Not yet reviewed") != std::string::npos);
}

TEST_CASE("a drag that begins beside the paper neither turns the page nor leaves the exhibit") {
  Content content = sample_content(2);
  content.pack.cards[0].exhibit = Fold{};
  content.pack.cards[1].exhibit = Steps{false, {{0, {}, {}}, {7, {}, {}}, {90, {}, {}}}};
  for (Card& card : content.pack.cards) {
    for (CardText& text : card.text) {
      text.exhibit = {"Title", "Drag", {{"one", "one"}, {"two", "two"}, {"three", "three"}, {"", "four"}}};
    }
  }
  for (const bool timeline : {false, true}) {
    Hand hand(content);
    if (timeline) hand.tap("next");
    hand.tap(on_picture);
    const scene::Rect box =
        std::get<scene::Handle>(
            *std::find_if(hand.kiosk.scene().items.begin(), hand.kiosk.scene().items.end(),
                          [](const scene::Item& item) { return std::holds_alternative<scene::Handle>(item); }))
            .grab_area;
    for (const bool leftwards : {true, false}) {
      const scene::Point left{box.x + 2, box.y + box.h / 2}, right{box.right() - 2, box.y + box.h / 2 + 5};
      leftwards ? hand.swipe(right, left) : hand.swipe(left, right);
      CHECK(hand.screen() == "detail");
      CHECK(hand.session().page == 0u);
    }
  }
}

TEST_CASE("what has an order keeps the order of the language in every reach mode") {
  Content content = sample_content(3);
  content.pack.languages = {"en", "ar"};
  content.pack.cards[0].exhibit = Steps{false, {{0, {}, {}}, {7, {}, {}}, {90, {}, {}}}};
  for (CardText& text : content.pack.cards[0].text) {
    text.exhibit = {"Title", "Drag", {{"one", "one"}, {"two", "two"}, {"three", "three"}}};
  }
  for (const std::size_t language : {std::size_t{0}, std::size_t{1}}) {
    for (const Reach reach : {Reach::none, Reach::right, Reach::left}) {
      Hand hand(content);
      if (language == 1) hand.kiosk.act(ChooseLanguage{1}, hand.now());
      hand.wait(seconds(1));
      if (reach != Reach::none) hand.kiosk.act(ToggleReach{reach}, hand.now());
      hand.wait(seconds(1));
      const double forwards = language == 0 ? 1 : -1;
      INFO("language " << language << " reach " << static_cast<int>(reach));
      CHECK((hand.middle("next").x - hand.middle("previous").x) * forwards > 0);
      const auto dot = [&] {  // the longest of the small fills in the bar
        scene::Rect longest;
        for (const scene::Item& item : hand.kiosk.scene().items) {
          const auto* fill = std::get_if<scene::Fill>(&item);
          if (fill == nullptr || fill->radius_mm <= 0 || fill->box.h >= 5) continue;
          if (fill->box.w > longest.w) longest = fill->box;
        }
        return longest.x;
      };
      const double first = dot();
      hand.tap("next");
      CHECK((dot() - first) * forwards > 0);
      hand.tap("previous");
      hand.tap("card");
      CHECK((hand.middle("step-2").x - hand.middle("step-1").x) * forwards > 0);
      CHECK((hand.middle("step-3").x - hand.middle("step-2").x) * forwards > 0);
    }
  }
}

TEST_CASE("a touch during a cross-fade opens the card that is more visible") {
  struct Row {
    int after_ms;
    std::string opens;
  };
  for (const Row& row : {Row{-50, "a"}, Row{100, "a"}, Row{340, "a"}, Row{360, "b"}, Row{2000, "b"}}) {
    Hand hand;  // "a" stays for ten seconds, a fade takes 0.7
    hand.wait(seconds(10) + Millis(row.after_ms));
    hand.tap(on_picture);
    INFO(row.after_ms);
    CHECK(hand.screen() == "detail");
    CHECK(hand.card() == row.opens);
  }
  Hand hand;
  hand.wait(seconds(10) + Millis(100));
  hand.tap("next");  // meant for "a"
  CHECK(hand.card() == "b");
  hand.wait(seconds(1));
  hand.tap("next");
  hand.tap("card");  // after the user's own change of card a touch means the new one
  CHECK(hand.card() == "c");
}

TEST_CASE("a wall ignores touches and keys") {
  Hand hand(sample_content(3, Role::wall));
  const State before = hand.kiosk.state();
  hand.press({100, 100});
  hand.release({100, 100});
  hand.kiosk.key(Key::next, hand.now());
  CHECK(hand.kiosk.state() == before);
}

TEST_CASE("slapping the screen leaves a kiosk that still returns to the loop") {
  Hand hand;
  for (int slap = 0; slap < 400; ++slap) {
    for (std::int64_t id = 1; id <= 1 + slap % 5; ++id) {
      const double x = std::fmod(37.0 * static_cast<double>(slap) + 91.0 * static_cast<double>(id), 476);
      const double y = std::fmod(53.0 * static_cast<double>(slap) + 29.0 * static_cast<double>(id), 268);
      hand.finger(app::ContactPhase::down, {x, y}, id);
      if (slap % 3 == 0) hand.finger(app::ContactPhase::move, {y, x}, id);
    }
    hand.wait(Millis(slap % 70));
    for (std::int64_t id = 1; id <= 1 + slap % 5; ++id) {
      if (slap % 7 != 0) hand.finger(app::ContactPhase::up, {100, 100}, id);
    }
  }
  hand.wait(std::chrono::minutes(5));
  CHECK(hand.session() == Session{});
  CHECK(hand.screen() == "loop");
}
