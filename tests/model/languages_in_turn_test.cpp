// A wall that nobody touches changes its language by itself.
#include "catch.h"
#include "model/sample_content.h"
#include "model/state.h"

using namespace anteroom;
using namespace anteroom::tests;
using std::chrono::seconds;

namespace {

// A wall or kiosk with `cards` cards ("a", "b", ...) in the languages "en", "fr" and "es".
Content speaking_three(int cards, LanguagesInTurn turn, Role role = Role::wall) {
  Content content = sample_content(cards, role);
  content.settings.languages_in_turn = turn;
  content.pack.languages.emplace_back("es");
  content.pack.source.emplace_back("Un libro");
  for (Card& card : content.pack.cards) card.text.push_back(card.text[0]);
  return content;
}

// A screen left alone, and a record of what it has shown: "a:en a:fr".
struct Alone {
  Content content;
  State state;
  Millis time{0};
  std::string shown;

  explicit Alone(Content given) : content(std::move(given)), state(start(content, after(Millis(0)))) { note(); }

  void note() {
    if (!shown.empty()) shown += " ";
    shown += state.card ? content.pack.cards[*state.card].id + ":" + content.pack.languages[state.language] : "-";
  }
  void act(const Action& action) { state = update(state, content, action, after(time)); }
  // Until the card or its language has changed this many times.
  Alone& changes(int count) {
    for (int left = count; left > 0;) {
      const State before = state;
      time = std::max(time, next_deadline(state, content).time_since_epoch());
      act(Tick{});
      if (state.card == before.card && state.language == before.language &&
          state.moments.card_since == before.moments.card_since) {
        REQUIRE(time < std::chrono::hours(48));
        continue;
      }
      --left;
      note();
    }
    return *this;
  }
  Alone& leave_out(const std::string& card) {
    act(LeaveOut{card});
    note();
    return *this;
  }
};

}  // namespace

TEST_CASE("a wall shows its cards in each language in turn as the settings say") {
  struct Row {
    std::string what;
    LanguagesInTurn turn;
    int cards;
    std::vector<std::string> offered;
    std::string shown;
  };
  const std::vector<std::string> all{"en", "fr", "es"};
  const std::vector<Row> table{
      {"none", LanguagesInTurn::none, 2, all, "a:en b:en a:en b:en a:en b:en a:en"},
      {"card", LanguagesInTurn::card, 2, all, "a:en a:fr a:es b:en b:fr b:es a:en"},
      {"loop", LanguagesInTurn::loop, 2, all, "a:en b:en a:fr b:fr a:es b:es a:en"},
      {"in the settings' order", LanguagesInTurn::card, 2, {"es", "en"}, "a:es a:en b:es b:en a:es a:en b:es"},
      {"in the settings' order, loop", LanguagesInTurn::loop, 2, {"es", "en"}, "a:es b:es a:en b:en a:es b:es a:en"},
      {"one language, card", LanguagesInTurn::card, 2, {"fr"}, "a:fr b:fr a:fr b:fr a:fr b:fr a:fr"},
      {"one language, loop", LanguagesInTurn::loop, 2, {"fr"}, "a:fr b:fr a:fr b:fr a:fr b:fr a:fr"},
      {"a language that the pack has not",
       LanguagesInTurn::card,
       1,
       {"fr", "xx", "es"},
       "a:fr a:es a:fr a:es a:fr a:es a:fr"},
      {"one card, card", LanguagesInTurn::card, 1, all, "a:en a:fr a:es a:en a:fr a:es a:en"},
      {"one card, loop", LanguagesInTurn::loop, 1, all, "a:en a:fr a:es a:en a:fr a:es a:en"},
  };
  for (const Row& row : table) {
    Content content = speaking_three(row.cards, row.turn);
    content.settings.languages = row.offered;
    INFO(row.what);
    CHECK(Alone(content).changes(6).shown == row.shown);
  }
}

TEST_CASE("the lead card comes in every third place and the others in their order in between") {
  struct Row {
    std::string what, lead;
    LanguagesInTurn turn;
    int cards;
    std::vector<std::string> offered;
    int changes;
    std::string shown;
  };
  using Turn = LanguagesInTurn;
  const std::vector<Row> table{
      {"first", "a", Turn::none, 4, {"en"}, 9, "a:en b:en c:en a:en d:en b:en a:en c:en d:en a:en"},
      {"in the middle", "c", Turn::none, 4, {"en"}, 9, "a:en b:en c:en d:en a:en c:en b:en d:en c:en a:en"},
      {"last", "d", Turn::none, 4, {"en"}, 9, "a:en b:en d:en c:en a:en d:en b:en c:en d:en a:en"},
      {"three cards", "b", Turn::none, 3, {"en"}, 6, "a:en c:en b:en a:en c:en b:en a:en"},
      {"too few cards", "b", Turn::none, 2, {"en"}, 4, "a:en b:en a:en b:en a:en"},
      {"none of the cards", "x", Turn::none, 3, {"en"}, 3, "a:en b:en c:en a:en"},
      {"a wall, loop by loop",
       "a",
       Turn::loop,
       4,
       {"en", "fr"},
       10,
       "a:en b:en c:en a:en d:en b:fr a:fr c:fr d:fr a:en b:en"},
      {"a wall, card by card",
       "a",
       Turn::card,
       3,
       {"en", "fr"},
       9,
       "a:en a:fr b:en b:fr c:en c:fr a:en a:fr b:en b:fr"},
      {"a wall, card by card, out of its turn",
       "a",
       Turn::card,
       4,
       {"en", "fr"},
       12,
       "a:en a:fr b:en b:fr c:en c:fr a:en a:fr d:en d:fr b:en b:fr a:en"},
  };
  for (const Row& row : table) {
    Content content = speaking_three(row.cards, row.turn);
    content.settings.languages = row.offered;
    content.pack.lead_card = row.lead;
    INFO(row.what);
    CHECK(Alone(content).changes(row.changes).shown == row.shown);
  }
}

TEST_CASE("who turns the loop by hand goes on behind the card before the lead card") {
  Content content = sample_content(5);
  content.pack.lead_card = "e";
  State state = start(content, after(Millis(0)));
  Millis time{0};
  const auto shown = [&] { return content.pack.cards[*state.card].id; };
  const auto wait_for = [&](const std::string& card) {
    for (int turns = 0; turns < 100 && shown() != card; ++turns) {
      time = std::max(time, std::chrono::duration_cast<Millis>(next_deadline(state, content).time_since_epoch()));
      state = update(state, content, Tick{}, after(time));
    }
    REQUIRE(shown() == card);
  };
  const auto press = [&](const Action& action) {
    time += seconds(2);
    state = update(state, content, action, after(time));
    return shown();
  };
  wait_for("b");
  wait_for("e");
  CHECK(press(ShowNext{}) == "c");
  CHECK(press(ShowNext{}) == "d");
  CHECK(press(ShowNext{}) == "e");
  CHECK(press(ShowNext{}) == "a");
  wait_for("b");
  wait_for("e");
  CHECK(press(ShowPrevious{}) == "b");
  CHECK(press(ShowPrevious{}) == "a");
}

TEST_CASE("a card that is left out does not cost any other card one of its languages") {
  struct Row {
    LanguagesInTurn turn;
    int before;
    std::string leave_out;
    int behind;
    std::string shown;
  };
  const std::vector<Row> table{
      // The one on the screen, halfway through its languages: the next one begins with the first language.
      {LanguagesInTurn::card, 1, "a", 4, "a:en a:fr b:en b:fr b:es c:en c:fr"},
      // One that is not on the screen.
      {LanguagesInTurn::card, 1, "b", 3, "a:en a:fr a:fr a:es c:en c:fr"},
      {LanguagesInTurn::loop, 1, "b", 4, "a:en b:en c:en a:fr c:fr a:es c:es"},
      // The last one of the loop: the loop starts over, in the next language.
      {LanguagesInTurn::loop, 2, "c", 3, "a:en b:en c:en a:fr b:fr a:es b:es"},
      {LanguagesInTurn::none, 2, "c", 2, "a:en b:en c:en a:en b:en a:en"},
  };
  for (const Row& row : table) {
    Alone wall(speaking_three(3, row.turn));
    INFO(row.shown);
    CHECK(wall.changes(row.before).leave_out(row.leave_out).changes(row.behind).shown == row.shown);
  }
}

TEST_CASE("a card whose hours end between its languages gives way to the next card in its first language") {
  Content content = speaking_three(2, LanguagesInTurn::card);
  content.pack.cards[0].dwell = seconds(40);
  content.pack.cards[0].when.hours = When::Hours{std::chrono::hours(8), std::chrono::minutes(8 * 60 + 1)};
  CHECK(Alone(content).changes(5).shown == "a:en a:fr b:en b:fr b:es b:en");
}

TEST_CASE("a wall begins its day in its first language") {
  Content content = speaking_three(2, LanguagesInTurn::card);
  content.settings.hours.week.assign(7, {OpenSpan{std::chrono::hours(8), std::chrono::minutes(8 * 60 + 1)}});
  Alone wall(std::move(content));
  wall.changes(1);
  wall.time = std::chrono::hours(2);
  wall.act(Tick{});
  REQUIRE_FALSE(wall.state.card);
  wall.time = std::chrono::hours(24);
  wall.act(Tick{});
  wall.note();
  CHECK(wall.shown == "a:en a:fr a:en");
}

TEST_CASE("a card has its whole dwell in each language") {
  Content content = speaking_three(1, LanguagesInTurn::card);
  Alone wall(std::move(content));
  wall.changes(1);
  CHECK(wall.time == seconds(10));
  CHECK(wall.state.moments.card_since == MonoTime(seconds(10)));
  wall.changes(1);
  CHECK(wall.time == seconds(20));
}

TEST_CASE("a kiosk changes its language only for its patient") {
  for (const LanguagesInTurn turn : {LanguagesInTurn::card, LanguagesInTurn::loop}) {
    CHECK(Alone(speaking_three(2, turn, Role::kiosk)).changes(4).shown == "a:en b:en a:en b:en a:en");
    Alone kiosk(speaking_three(2, turn, Role::kiosk));
    kiosk.act(ChooseLanguage{1});
    CHECK(kiosk.changes(3).shown == "a:en b:fr a:fr b:fr");
  }
}

TEST_CASE("a card without words in a language is skipped in it, on the wall and under a hand") {
  struct Row {
    LanguagesInTurn turn;
    std::string shown;
  };
  const std::vector<Row> table{
      {LanguagesInTurn::none, "a:en b:en c:en a:en b:en c:en a:en"},
      {LanguagesInTurn::card, "a:en a:fr a:es b:en c:en c:fr c:es"},
      {LanguagesInTurn::loop, "a:en b:en c:en a:fr c:fr a:es c:es"},
  };
  for (const Row& row : table) {
    Content content = speaking_three(3, row.turn);
    content.pack.cards[1].text[1] = content.pack.cards[1].text[2] = {};
    INFO(row.shown);
    CHECK(Alone(content).changes(6).shown == row.shown);
  }
}

TEST_CASE("who chooses a language that the card has no words in goes on with the next card that has") {
  Content content = speaking_three(3, LanguagesInTurn::none, Role::kiosk);
  content.pack.cards[1].text[1] = {};
  Alone kiosk(content);
  kiosk.act(ShowNext{});
  kiosk.time += seconds(1);
  SECTION("on the front") {}
  SECTION("on a page") {
    kiosk.act(OpenCard{});
    kiosk.time += seconds(1);
    REQUIRE(kiosk.state.session.place == Place::detail);
  }
  kiosk.act(ChooseLanguage{1});
  CHECK(kiosk.state.card == std::optional<std::size_t>(2));
  CHECK(kiosk.state.language == 1);
  CHECK(kiosk.state.session.place == Place::loop);
  kiosk.time += seconds(1);
  kiosk.act(ShowPrevious{});
  CHECK(kiosk.state.card == std::optional<std::size_t>(0));
}

TEST_CASE("a wall passes over a language without a card in the loop") {
  Content content = speaking_three(2, LanguagesInTurn::loop);
  for (Card& card : content.pack.cards) card.text[1] = {};
  CHECK(Alone(content).changes(5).shown == "a:en b:en a:es b:es a:en b:en");
}

TEST_CASE("a wall shows an urgent notice in each language in turn, every ten seconds") {
  Alone wall(speaking_three(2, LanguagesInTurn::card));
  wall.act(PostNotice{Notice{NoticeLevel::urgent, {{"", {"Leave", ""}}}, {}, {}}});
  const std::size_t first = wall.state.language;
  std::vector<std::size_t> languages;
  for (int second = 1; second <= 30; ++second) {
    wall.time += seconds(1);
    wall.act(Tick{});
    if (second % 10 == 5) languages.push_back(wall.state.notice_language.value_or(wall.state.language));
  }
  CHECK(wall.state.language == first);  // the loop's, below the notice
  CHECK(languages == std::vector<std::size_t>{first, first + 1, first + 2});
}
