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
  content.settings.loop.hello = false;
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

TEST_CASE("notices that were put up in two places are one list, and a correction replaces what it corrects") {
  const auto named = [](const std::string& title) { return Notice{NoticeLevel::info, {{"en", {title, ""}}}, {}, {}}; };
  Notice panel = put_above(named("Wear a mask"), named("Running 15 minutes late"));
  Notice both = put_above(named("Running 30 minutes late"), panel);
  REQUIRE(both.earlier.size() == 1);
  CHECK(both.words.at("en").title == "Running 15 minutes late");
  CHECK(both.earlier.front().words.at("en").title == "Wear a mask");
  both = put_above(panel, named("Closed today"));
  REQUIRE(both.earlier.size() == 2);
  CHECK(both.earlier.back().words.at("en").title == "Wear a mask");
}

TEST_CASE("a notice speaks the reader's language, else the words for all, else any") {
  const Notice notice{NoticeLevel::info, {{"en", {"Closed", ""}}, {"fr", {"Fermé", ""}}, {"", {"⛔", ""}}}, {}, {}};
  CHECK(words_for(notice, "fr").words.title == "Fermé");
  CHECK(words_for(notice, "fr-CA").words.title == "Fermé");
  CHECK(words_for(notice, "pa").words.title == "⛔");
  const Notice english{NoticeLevel::info, {{"en", {"Closed", ""}}}, {}, {}};
  CHECK(words_for(english, "ar").words.title == "Closed");
  CHECK(words_for(english, "ar").language == "en");
}

TEST_CASE("a notice in English and Arabic spoke Arabic to readers of Punjabi") {
  Notice notice{NoticeLevel::info, {{"ar", {"مغلق", ""}}, {"en", {"Closed", ""}}, {"fr", {"Fermé", ""}}}, {}, {}};
  CHECK(words_for(notice, "pa").language == "en");
  CHECK(words_for(notice, "pa", "fr-CA").words.title == "Fermé");
  notice.words.erase("en");
  CHECK(words_for(notice, "pa", "de").words.title == "مغلق");
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

TEST_CASE("no idle time passes under an urgent notice, however long it is up") {
  const Content content = small_content();
  State state = then(start(content, {MonoTime{}, noon}), content, OpenCard{}, 1);
  const Session page = state.session;
  const bool is_asked = GENERATE(false, true);  // whether they are still reading
  const bool by_itself = GENERATE(false, true);
  if (is_asked) state = then(state, content, Tick{}, 70);
  REQUIRE(state.session.warning.has_value() == is_asked);
  state = then(state, content, PostNotice{urgent()}, 71);
  for (int second = 80; second < 3600; second += 10) state = then(state, content, Tick{}, second);
  if (!by_itself) state = then(state, content, PostNotice{}, 3600);
  if (by_itself) {  // and a touch is the first to find it ended
    state.notice->until = noon + 3600s;
    state = then(state, content, FingerOn{"", false}, 3600);
    state = then(state, content, FingerOff{}, 3600);
  }
  CHECK(state.session == page);
  CHECK_FALSE(then(state, content, Tick{}, 3655).session.warning);
  CHECK(then(state, content, Tick{}, 3661).session.warning);
}

TEST_CASE("an evacuation was shown only in the language of whoever had used the touchscreen last") {
  const Content content = small_content();
  State state = then(start(content, {MonoTime{}, noon}), content, ChooseLanguage{1}, 1);
  state = then(state, content, PostNotice{urgent()}, 2);
  std::vector<std::size_t> shown;
  for (int second = 3; second < 40; ++second) {
    state = then(state, content, Tick{}, second);
    const std::size_t language = state.notice_language.value_or(state.language);
    if (shown.empty() || shown.back() != language) shown.push_back(language);
  }
  CHECK(shown == std::vector<std::size_t>{1, 0, 1, 0});
  state = then(state, content, PostNotice{}, 41);
  CHECK(state.language == 1);  // the patient's page is as it was
  CHECK_FALSE(state.notice_language);
}

TEST_CASE("an urgent notice takes turns of its own on a wall, and leaves the loop's language as it was") {
  Content content = small_content();
  content.settings.role = Role::wall;
  content.settings.languages_in_turn = LanguagesInTurn::card;
  State state = start(content, {MonoTime{}, noon});
  int second = 0;
  while (state.language == 0) state = then(state, content, Tick{}, ++second);
  const auto shown_in = [&] { return state.notice_language.value_or(state.language); };
  state = then(state, content, PostNotice{urgent()}, second += 5);  // in the middle of the card in French
  CHECK(shown_in() == 1);
  CHECK(next_deadline(state, content) <= MonoTime(std::chrono::seconds(second + 10)));
  state = then(state, content, Tick{}, second + 9);
  CHECK(shown_in() == 1);
  state = then(state, content, Tick{}, second + 10);
  CHECK(shown_in() == 0);
  state = then(state, content, Tick{}, second + 20);
  CHECK(shown_in() == 1);
  state = then(state, content, Tick{}, second + 30);
  state = then(state, content, PostNotice{}, second + 31);
  CHECK(state.language == 1);
  CHECK(state.card == 0U);
  while (state.card == 0U) {
    CHECK(state.language == 1);
    state = then(state, content, Tick{}, ++second + 31);
    REQUIRE(second < 1000);
  }
  CHECK(state.language == 0);
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

TEST_CASE("an urgent notice took the place of another that never came back") {
  const Notice late{NoticeLevel::info, {{"", {"We are late", ""}}}, {}, noon + 3h};
  Notice up = put_above(late, urgent(), noon);
  CHECK(due_of(up, noon)->words == urgent().words);
  // The urgent one ends by itself, or is taken down.
  up.until = noon + 1h;
  CHECK(due_of(up, noon + 2h)->words == late.words);
  CHECK(due_of(up, noon + 3h) == nullptr);
  CHECK(taken_down(up, noon) == late);
  CHECK_FALSE(taken_down(late, noon));
  // Nor is an urgent one covered by what is less urgent.
  const Notice covered = put_above(urgent(), late, noon);
  CHECK(due_of(covered, noon)->words == urgent().words);
  CHECK(taken_down(covered, noon) == late);
}

TEST_CASE("a notice that corrects the numbers of another replaces it, and one that is over is not kept") {
  const auto late = [](const std::string& minutes) {
    return Notice{NoticeLevel::info, {{"", {"We are " + minutes + " minutes late", ""}}}, {}, noon + 1h};
  };
  CHECK(put_above(late("20"), late("30"), noon) == late("30"));
  CHECK(put_above(late("20"), urgent(), noon + 1h) == urgent());
  CHECK(put_above(late("20"), urgent(), noon).earlier == std::vector<Notice>{late("20")});
  Notice many = urgent();
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    many = put_above(many, {NoticeLevel::info, {{"", {std::string(1, letter), ""}}}, {}, {}}, noon);
  }
  CHECK(many.earlier.size() == max_earlier);
}

TEST_CASE("the earlier notice is on the screen again when the urgent one has ended") {
  const Content content = small_content();
  Notice up = urgent();
  up.until = noon + 60s;
  const Notice late{NoticeLevel::info, {{"", {"We are late", ""}}}, {}, {}};
  const State state =
      then(start(content, {MonoTime(), noon}), content, PostNotice{put_above(late, std::move(up), noon)}, 1);
  CHECK(is_urgent(state, noon + 59s));
  REQUIRE(due_notice(state, noon + 60s) != nullptr);
  CHECK(due_notice(state, noon + 60s)->words == late.words);
}
