// Notices: whom they reach, when, and what they leave as it was.
#include "model/notice.h"

#include "catch.h"
#include "model/state.h"

using namespace anteroom;
using namespace std::chrono_literals;

namespace {

const WallTime noon = std::chrono::local_days(2026y / 12 / 24) + 12h;

Content small_content() {
  Content content;
  content.pack.languages = {"en", "fr"};
  content.pack.source = {"A book", "Un livre"};
  content.pack.review.by = 2030y / 1 / 1;
  for (const char* id : {"one", "two"}) {
    Card card;
    card.id = id;
    card.text.resize(2);
    for (CardText& text : card.text) {
      text.title = id;
      text.pages = {{"Page", "Words", {}}};
    }
    content.pack.cards.push_back(card);
  }
  return content;
}

Notice urgent() {
  return {NoticeLevel::urgent, {{"", {"Leave the building", ""}}}, {}, {}};
}

// The state after `action`, `seconds` after the start.
State then(const State& state, const Content& content, const Action& action, int seconds) {
  const auto passed = std::chrono::seconds(seconds);
  return update(state, content, action, {MonoTime(passed), noon + passed});
}

}  // namespace

TEST_CASE("a notice speaks the reader's language, else the words for all, else any") {
  const Notice notice{NoticeLevel::info, {{"en", {"Closed", ""}}, {"fr", {"Fermé", ""}}, {"", {"⛔", ""}}}, {}, {}};
  CHECK(words_for(notice, "fr").words.title == "Fermé");
  CHECK(words_for(notice, "fr-CA").words.title == "Fermé");
  CHECK(words_for(notice, "pa").words.title == "⛔");
  const Notice english{NoticeLevel::info, {{"en", {"Closed", ""}}}, {}, {}};
  CHECK(words_for(english, "ar").words.title == "Closed");
  CHECK(words_for(english, "ar").language == "en");
}

TEST_CASE("a notice is due from its first moment up to its last") {
  Notice notice = urgent();
  CHECK(is_due(notice, noon));
  notice.from = noon;
  notice.until = noon + 1h;
  CHECK_FALSE(is_due(notice, noon - 1s));
  CHECK(is_due(notice, noon));
  CHECK(is_due(notice, noon + 59min));
  CHECK_FALSE(is_due(notice, noon + 1h));
}

TEST_CASE("an urgent notice leaves a patient's page as it was, and gives the patient time again") {
  const Content content = small_content();
  State state = then(start(content, {MonoTime{}, noon}), content, OpenCard{}, 1);
  REQUIRE(state.session.place == Place::detail);
  const Session before = state.session;
  state = then(state, content, PostNotice{urgent()}, 2);
  CHECK(is_urgent(state, noon));
  SECTION("no touch reaches what is below it") {
    for (const Action& action :
         {Action(Leave{}), Action(ShowNext{}), Action(FingerOn{"back", true}), Action(GoHome{})}) {
      state = then(state, content, action, 3);
    }
    CHECK(state.session == before);
  }
  SECTION("nor does time pass for it") {
    state = then(state, content, Tick{}, 40);
    CHECK(state.session == before);
  }
  state = then(state, content, PostNotice{}, 50);
  CHECK(state.session == before);
  CHECK_FALSE(then(state, content, Tick{}, 105).session.warning);
  CHECK(then(state, content, Tick{}, 111).session.warning);
}

TEST_CASE("a session that an urgent notice outlasts is over for the next patient") {
  const Content content = small_content();
  State state = then(start(content, {MonoTime{}, noon}), content, OpenCard{}, 1);
  state = then(state, content, PostNotice{urgent()}, 2);
  state = then(state, content, Tick{}, 3600);
  CHECK(state.session == Session{});
  CHECK(is_urgent(state, noon));
}

TEST_CASE("an urgent notice is up outside the opening hours, and comes down by its own time") {
  Content content = small_content();
  content.settings.hours.week.assign(7, {});  // closed
  State state = start(content, {MonoTime{}, noon});
  CHECK_FALSE(state.open);
  Notice notice = urgent();
  notice.until = noon + 1min;
  state = then(state, content, PostNotice{notice}, 1);
  CHECK(is_urgent(state, noon));
  CHECK(next_deadline(state, content) <= MonoTime(60s));
  state = then(state, content, Tick{}, 60);
  CHECK_FALSE(is_urgent(state, state.minute));
  CHECK_FALSE(state.open);
}

TEST_CASE("a notice that is taken down after the clinic has closed or opened does not leave the screen as it was") {
  Content content = small_content();
  const bool opens = GENERATE(false, true);
  const MinuteOfDay change = 12h + 1min;
  content.settings.hours.week.assign(7, {opens ? OpenSpan{change, 17h} : OpenSpan{8h, change}});
  State state = then(start(content, {MonoTime{}, noon}), content, PostNotice{urgent()}, 1);
  state = then(state, content, Tick{}, 90);
  CHECK(is_urgent(state, state.minute));
  state = then(state, content, PostNotice{}, 91);
  CHECK(state.open == opens);
  CHECK(state.card.has_value() == opens);
}

TEST_CASE("with a clock that cannot be right a notice is shown whatever its times") {
  Content content = small_content();
  content.released = 2026y / 1 / 1;
  const WallTime wrong = std::chrono::local_days(1970y / 1 / 1);
  State state = start(content, {MonoTime{}, wrong});
  Notice notice = urgent();
  notice.from = noon;
  state = update(state, content, PostNotice{notice}, {MonoTime(1s), wrong});
  CHECK(is_urgent(state, wrong));
}

TEST_CASE("content that is read again, and the next patient, keep the notice") {
  const Content content = small_content();
  State state = then(start(content, {MonoTime{}, noon}), content, PostNotice{Notice{}}, 1);
  state = then(state, content, ChooseLanguage{1}, 2);
  state = then(state, content, Tick{}, 70);
  REQUIRE(state.session.warning);
  state = then(state, content, Tick{}, 95);
  CHECK(state.session == Session{});
  CHECK(state.notice);
}
