// When the parts of a card's picture move, and how.
#include "model/picture_motion.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "catch.h"
#include "model/patient.h"

using namespace anteroom;
using namespace anteroom::tests;
using std::chrono::seconds;

namespace {

constexpr Millis takes{1200};

// Three cards; the picture of the second moves.
Content moving_content(Role role = Role::kiosk) {
  Content content = sample_content(3, role);
  MotionTrack track;
  track.keys = {{Millis(0), {.opacity = 0}}, {takes, {}}};
  MotionPart part;
  part.layer = "sheet";
  part.track = track;
  content.pack.cards[1].motion = PictureMotion{{part}, takes};
  return content;
}

// Just arrived at the second card.
Patient at_second(Content content) {
  Patient patient(std::move(content));
  patient.wait(seconds(10));
  REQUIRE(patient.state.card == 1u);
  return patient;
}

}  // namespace

TEST_CASE("a part is where its keys say, and in between") {
  MotionTrack track;
  track.ease = Ease::linear;
  track.keys = {{Millis(100), {.x = 0.5, .turn_deg = -20, .opacity = 0}},
                {Millis(300), {.x = 0.5, .turn_deg = 20}},
                {Millis(500), {}}};
  struct Row {
    Millis at;
    MotionPose pose;
  };
  for (const Row& row :
       {Row{Millis(0), {.x = 0.5, .turn_deg = -20, .opacity = 0}},
        Row{Millis(200), {.x = 0.5, .turn_deg = 0, .opacity = 0.5}}, Row{Millis(300), {.x = 0.5, .turn_deg = 20}},
        Row{Millis(400), {.x = 0.25, .turn_deg = 10}}, Row{Millis(500), {}}, Row{Millis(9000), {}}}) {
    INFO(row.at.count());
    CHECK(pose_at(track, row.at) == row.pose);
  }
}

TEST_CASE("a movement that eases in begins slowly, and one that eases out ends slowly") {
  MotionTrack track;
  track.keys = {{Millis(0), {.x = 1}}, {Millis(1000), {}}};
  const auto moved_after = [&](Ease ease, int at_ms) {
    track.ease = ease;
    return 1 - pose_at(track, Millis(at_ms)).x;
  };
  CHECK(moved_after(Ease::in, 100) < 0.05);
  CHECK(moved_after(Ease::out, 900) > 0.95);
  CHECK(moved_after(Ease::in_out, 100) < 0.05);
  CHECK(moved_after(Ease::in_out, 900) > 0.95);
  CHECK(moved_after(Ease::linear, 500) == 0.5);
}

TEST_CASE("a picture moves once its card has faded in, sixty times a second, and then rests") {
  const Content content = moving_content();
  Patient patient = at_second(content);
  const Millis fade = content.settings.loop.transition;
  CHECK(motion_of(patient.state, content) == Millis(0));
  CHECK(next_deadline(patient.state, content) == MonoTime(seconds(10) + fade + frame_time));
  std::vector<Millis> seen;
  patient.changed = [&] {
    if (const auto moved = motion_of(patient.state, content)) seen.push_back(*moved);
  };
  patient.wait(fade + takes);
  CHECK(seen.size() >= static_cast<std::size_t>(takes / frame_time) - 1);
  CHECK(std::adjacent_find(seen.begin(), seen.end(), std::greater_equal<>()) == seen.end());  // none is shown twice
  CHECK_FALSE(motion_of(patient.state, content));
  CHECK(next_deadline(patient.state, content) == MonoTime(seconds(30)));  // the machine sleeps until the next card
}

TEST_CASE("a picture that is not on the screen yet does not move") {
  const Content content = moving_content();
  Patient patient = at_second(content);
  patient.act(CardSeen{false}).wait(seconds(5));
  CHECK(motion_of(patient.state, content) == Millis(0));
  patient.act(CardSeen{true}).wait(content.settings.loop.transition + takes / 2);
  CHECK(motion_of(patient.state, content).value_or(Millis(0)) >= takes / 2 - frame_time);
}

TEST_CASE("what interrupts a movement ends it for good") {
  const Content content = moving_content();
  struct Row {
    const char* what;
    Action action;
  };
  for (const Row& row : {Row{"a card that is opened", OpenCard{}}, Row{"reduced motion", ToggleMotion{}},
                         Row{"high contrast", ToggleContrast{}}, Row{"a chooser", OpenLanguages{}}}) {
    INFO(row.what);
    Patient patient = at_second(content);
    patient.wait(content.settings.loop.transition + Millis(200));
    REQUIRE(motion_of(patient.state, content));
    patient.act(row.action);
    CHECK_FALSE(motion_of(patient.state, content));
    patient.wait(seconds(1)).act(Leave{});
    CHECK_FALSE(motion_of(patient.state, content));
  }
}

TEST_CASE("a touch and a pause let a movement come to its end") {
  const Content content = moving_content();
  for (const Action& action : {Action(FingerOn{}), Action(TogglePause{})}) {
    Patient patient = at_second(content);
    patient.wait(content.settings.loop.transition + Millis(200)).act(action);
    CHECK(motion_of(patient.state, content));
    patient.wait(takes);
    CHECK_FALSE(motion_of(patient.state, content));
  }
}

TEST_CASE(
    "a picture moves again with the voice that reads its card, however often, and rests while another screen is read") {
  const Content content = moving_content();
  Patient patient = at_second(content);
  patient.wait(content.settings.loop.transition + takes);
  REQUIRE_FALSE(motion_of(patient.state, content));
  for (const Action& action : {Action(ToggleAloud{}), Action(ReadAgain{})}) {
    patient.act(action);
    CHECK(motion_of(patient.state, content) == Millis(0));
    patient.wait(takes / 2);
    CHECK(motion_of(patient.state, content).value_or(Millis(0)) >= takes / 2 - frame_time);
    patient.wait(takes / 2);
    CHECK_FALSE(motion_of(patient.state, content));
  }
  patient.wait(seconds(1)).act(OpenCard{});
  REQUIRE(patient.session().reading);
  CHECK_FALSE(motion_of(patient.state, content));
  patient.wait(seconds(1)).act(Leave{});
  CHECK(motion_of(patient.state, content) == Millis(0));
}

TEST_CASE("a voice moves no picture where less motion is wanted, and none after the card that it has read") {
  const Content content = moving_content();
  Patient patient = at_second(content);
  patient.act(ToggleMotion{}).wait(seconds(5)).act(ToggleAloud{});
  REQUIRE(patient.session().reading);
  CHECK_FALSE(motion_of(patient.state, content));
  Patient reader = at_second(content);
  reader.wait(seconds(5)).act(ToggleAloud{});
  REQUIRE(motion_of(reader.state, content));
  reader.wait(seconds(1)).act(ToggleAloud{}).wait(seconds(600));
  REQUIRE(reader.session() == Session{});
  CHECK(motion_begins(reader.state, content) == reader.state.moments.arrived + content.settings.loop.transition);
}

TEST_CASE("the next patient sees the picture move, and so do those before a wall") {
  const Content content = moving_content();
  Patient patient = at_second(content);
  patient.act(ToggleMotion{}).wait(seconds(600));
  REQUIRE(patient.session() == Session{});
  bool moved = false;
  patient.changed = [&] { moved = moved || motion_of(patient.state, content).value_or(Millis(0)) > Millis(0); };
  patient.wait(seconds(60));
  CHECK(moved);
  CHECK(motion_of(at_second(moving_content(Role::wall)).state, content));
}

TEST_CASE("while its card is read aloud a picture waits for the sentences that its parts belong to") {
  Content content = moving_content();
  content.pack.cards[1].motion->cues = {{1, Millis(0)}, {2, Millis(500)}, {3, Millis(800)}};
  Patient patient = at_second(content);
  patient.wait(content.settings.loop.transition + takes);
  patient.act(ToggleAloud{});
  const auto moved = [&] { return motion_of(patient.state, content).value_or(takes); };
  patient.wait(seconds(3));  // the title is read
  CHECK(moved() == Millis(0));
  CHECK(next_deadline(patient.state, content) > MonoTime(patient.time + seconds(1)));  // the machine sleeps meanwhile
  patient.act(SentenceEnded{.more = true, .of_lead = 1}).wait(Millis(320));
  CHECK(moved() == Millis(320));
  patient.wait(seconds(3));
  CHECK(moved() == Millis(500));
  patient.act(SentenceEnded{.more = true, .of_lead = 2}).wait(Millis(160));
  CHECK(moved() == Millis(660));
  // A voice that is faster than the picture does not make it jump.
  patient.act(SentenceEnded{.more = true, .of_lead = whole_lead}).wait(Millis(160));
  CHECK(moved() == Millis(820));
  patient.wait(takes);
  CHECK_FALSE(motion_of(patient.state, content));
}

TEST_CASE("a picture that waits for the voice goes on from there when the voice is silenced") {
  Content content = moving_content();
  content.pack.cards[1].motion->cues = {{1, Millis(0)}, {2, Millis(500)}};
  Patient patient = at_second(content);
  patient.wait(content.settings.loop.transition);
  patient.act(ToggleAloud{}).wait(seconds(1)).act(SentenceEnded{.more = true, .of_lead = 1}).wait(seconds(3));
  REQUIRE(motion_of(patient.state, content) == Millis(500));
  patient.act(FingerOn{}).wait(Millis(160));
  CHECK(motion_of(patient.state, content) == Millis(660));
  // Without a voice nothing is waited for.
  Patient watcher = at_second(content);
  watcher.wait(content.settings.loop.transition + Millis(640));
  CHECK(motion_of(watcher.state, content).value_or(Millis(0)) > Millis(600));
}

TEST_CASE("a part begins to move where it first leaves the pose of its first key") {
  MotionTrack track;
  track.keys = {{Millis(0), {.opacity = 0}}, {Millis(700), {.opacity = 0}}, {Millis(900), {}}};
  CHECK(begins_to_move(track) == Millis(700));
  track.keys = {{Millis(100), {.opacity = 0}}, {Millis(900), {}}};
  CHECK(begins_to_move(track) == Millis(100));
}
