#include "model/carry_over.h"

#include "catch.h"
#include "model/sample_content.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

// A loop that has been on its second card for five seconds.
State at_second_card(const Content& content) {
  State state = start(content, after(Millis(0)));
  return update(state, content, Tick{}, after(Millis(10'000)));
}

const Now later = after(Millis(15'000));

}  // namespace

TEST_CASE("reloaded content goes on with the same card at the same point of its dwell") {
  const Content before = sample_content(3);
  const State state = at_second_card(before);
  REQUIRE(before.pack.cards[*state.card].id == "b");
  Content now_shown = sample_content(3);
  now_shown.pack.cards.erase(now_shown.pack.cards.begin());  // another position in the list
  now_shown.pack.cards[0].text[0].title = "Mended";
  const State next = carried_over(state, before, now_shown, later);
  REQUIRE(next.card);
  CHECK(now_shown.pack.cards[*next.card].text[0].title == "Mended");
  CHECK(next.moments.card_since == state.moments.card_since);
  CHECK(card_ends(next, now_shown) == card_ends(state, before));
}

TEST_CASE("content without the card that is shown begins with its first card") {
  const Content before = sample_content(3);
  const State next = carried_over(at_second_card(before), before, sample_content(1), later);
  CHECK(next.card == 0U);
  CHECK(next.moments.card_since == later.mono);
  Content none = sample_content(0);
  CHECK_FALSE(carried_over(at_second_card(before), before, none, later).card);
}

TEST_CASE("a language that is no longer on offer gives way to the first, another one stays") {
  const Content before = sample_content(2, Role::wall);
  State state = at_second_card(before);
  state.language = 1;
  Content turned = sample_content(2, Role::wall);
  turned.pack.languages = {"fr", "en"};
  CHECK(carried_over(state, before, turned, later).language == 0);
  Content english = sample_content(2, Role::wall);
  drop_language(english.pack, 1);
  CHECK(carried_over(state, before, english, later).language == 0);
}

TEST_CASE("a change of the order of languages, or of their turns, takes effect without a restart") {
  Content before = sample_content(2, Role::wall);
  before.settings.languages_in_turn = LanguagesInTurn::card;
  State state = at_second_card(before);
  state.language = 1;
  Content after = before;
  CHECK(carried_over(state, before, after, later).language == 1);
  after.settings.languages_in_turn = LanguagesInTurn::loop;
  CHECK(carried_over(state, before, after, later).language == 1);
  after.settings.languages_in_turn = LanguagesInTurn::none;
  CHECK(carried_over(state, before, after, later).language == 0);
  state.language = 0;
  after.settings.languages = {"fr", "en"};
  CHECK(carried_over(state, before, after, later).language == 1);
  after.settings.languages_in_turn = LanguagesInTurn::card;
  CHECK(carried_over(state, before, after, later).language == 1);
  // On a kiosk that nobody uses, too.
  after.settings.role = before.settings.role = Role::kiosk;
  CHECK(carried_over(state, before, after, later).language == 1);
}

TEST_CASE("an urgent notice stays in its language while content is reloaded below it") {
  const Content content = sample_content(2, Role::wall);
  State state = at_second_card(content);
  state.notice = Notice{NoticeLevel::urgent, {{"", {"Leave", ""}}}, {}, {}};
  state.notice_language = 1;
  state.moments.notice_since = later.mono;
  const State next = carried_over(state, content, content, later);
  CHECK(next.notice_language == 1U);
  CHECK(next.moments.notice_since == later.mono);
}

TEST_CASE("a card that was left out gets another try when the content is reloaded") {
  const Content content = sample_content(2);
  State state = start(content, after(Millis(0)));
  state = update(state, content, LeaveOut{"a"}, after(Millis(1)));
  REQUIRE(loop_cards(state, content, monday_morning).size() == 1);
  const State next = carried_over(state, content, content, later);
  CHECK(loop_cards(next, content, monday_morning).size() == 2);
}

TEST_CASE("new content waits while somebody uses the screen") {
  const Content content = sample_content(2);
  const State fresh = start(content, after(Millis(0)));
  CHECK(may_carry_over(fresh));
  const auto with = [&](auto change) {
    State used = fresh;
    change(used.session);
    return may_carry_over(used);
  };
  CHECK_FALSE(with([](Session& session) { session.place = Place::detail; }));
  CHECK_FALSE(with([](Session& session) { session.chooser = Chooser::access; }));
  CHECK_FALSE(with([](Session& session) { session.text_percent = 200; }));
  CHECK_FALSE(with([](Session& session) { session.finger_on = true; }));
  CHECK_FALSE(with([](Session& session) { session.warning = 3; }));
  CHECK_FALSE(with([](Session& session) { session.reading = Reading{}; }));
  // A keypad user who has declined to be read to is not asked again.
  CHECK_FALSE(with([](Session& session) { session.offered = true; }));
  CHECK_FALSE(with([](Session& session) { session.focus = "next"; }));
}

TEST_CASE("a start after a restart goes on with the card that was on the screen, if that may be shown") {
  Content content = sample_content(3);
  content.settings.loop.hello = true;
  const State there = started_at("c", content, after(Millis(0)));
  CHECK(there.card == 2U);
  CHECK_FALSE(there.hello);
  CHECK(started_at("", content, later) == start(content, later));
  CHECK(started_at("gone", content, later) == start(content, later));
  content.pack.cards[2].on_kiosk = false;
  CHECK(started_at("c", content, later) == start(content, later));
  CHECK_FALSE(started_at("c", sample_content(0), later).card);
}
