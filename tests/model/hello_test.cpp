// The greetings with which the loop opens.
#include "model/hello.h"

#include "catch.h"
#include "model/carry_over.h"
#include "model/sample_content.h"
#include "model/state.h"

using namespace anteroom;
using namespace anteroom::tests;
using std::chrono::seconds;

namespace {

Content greeting(int cards) {
  Content content = sample_content(cards);
  content.settings.loop.hello = true;
  return content;
}

// A wall for English, French and Spanish in a room whose touchscreen is on the left.
Content greeting_wall(int cards, LanguagesInTurn turn) {
  Content content = sample_content(cards, Role::wall);
  content.settings.loop.hello = true;
  content.settings.wall.ready_place = "left";
  content.settings.languages_in_turn = turn;
  content.pack.languages.emplace_back("es");
  content.pack.source.emplace_back("Un libro");
  for (Card& card : content.pack.cards) card.text.push_back(card.text[0]);
  return content;
}

struct Watched {
  Content content;
  Millis time{0};
  State state = start(content, after(Millis(0)));

  // "hello", or the card; then the language.
  std::string shown() const {
    if (!state.card) return "-";
    const std::string what = state.hello ? "hello" : content.pack.cards[*state.card].id;
    return what + ":" + content.pack.languages[state.language];
  }
  std::string act(const Action& action, Millis delay = seconds(1)) {
    time += delay;
    state = update(state, content, action, after(time));
    return shown();
  }
  std::string wait(Millis passed) {
    const Millis until = time + passed;
    while (next_deadline(state, content) <= MonoTime(until)) {
      time = std::max(time, std::chrono::duration_cast<Millis>(next_deadline(state, content).time_since_epoch()));
      act(Tick{}, Millis(0));
    }
    time = until;
    return shown();
  }
  // What the next `count` changes of the screen bring, one after the other.
  std::string changes(int count, bool with_greetings = true) {
    std::string all = shown();
    for (int left = count; left > 0;) {
      const std::string before = shown();
      const MonoTime since = state.moments.card_since;
      time = std::max(time, std::chrono::duration_cast<Millis>(next_deadline(state, content).time_since_epoch()));
      act(Tick{}, Millis(0));
      if (shown() == before && since == state.moments.card_since) continue;
      if (!with_greetings && state.hello) continue;
      all += " " + shown();
      --left;
    }
    return all;
  }
};

}  // namespace

TEST_CASE("the loop opens with greetings where several languages are on offer or a wall names its touchscreen") {
  Content content = greeting(2);
  CHECK(opens_with_hello(content));
  content.settings.loop.hello = false;
  CHECK_FALSE(opens_with_hello(content));
  content = greeting(2);
  content.settings.languages = {"fr"};
  CHECK_FALSE(opens_with_hello(content));
  content = greeting_wall(2, LanguagesInTurn::none);
  content.settings.languages = {"fr"};
  CHECK(opens_with_hello(content));
  content.settings.wall = {};
  CHECK_FALSE(opens_with_hello(content));
  content.settings.wall.place = {{"en", "by the door"}};
  CHECK(opens_with_hello(content));
  content.settings.loop.hello = false;
  CHECK_FALSE(opens_with_hello(content));
}

TEST_CASE("greetings come once in every loop and stay as long as reading them takes") {
  Watched screen{greeting(3)};
  CHECK(screen.changes(8) == "hello:en a:en b:en c:en hello:en a:en b:en c:en hello:en");
  Content slow = greeting(3);
  slow.greetings = {{30, 10}, {30, 10}};  // 3 s and 18 s of reading
  CHECK(hello_dwell(slow, 1) == seconds(21));
  Watched other{slow};
  CHECK(other.wait(Millis(20'999)) == "hello:en");
  CHECK(other.wait(Millis(1)) == "a:en");
  CHECK(other.wait(seconds(10) - Millis(1)) == "a:en");  // its whole dwell
  CHECK(other.wait(Millis(1)) == "b:en");
}

TEST_CASE("a loop of one card has greetings and one without cards has none") {
  CHECK(Watched{greeting(1)}.changes(3) == "hello:en a:en hello:en a:en");
  CHECK(Watched{greeting(0)}.shown() == "-");
}

TEST_CASE("a wall greets in each language in which its loop begins") {
  using Turn = LanguagesInTurn;
  CHECK(Watched{greeting_wall(2, Turn::none)}.changes(4) == "hello:en a:en b:en hello:en a:en");
  CHECK(Watched{greeting_wall(2, Turn::loop)}.changes(9) ==
        "hello:en a:en b:en hello:fr a:fr b:fr hello:es a:es b:es hello:en");
  CHECK(Watched{greeting_wall(2, Turn::card)}.changes(9) ==
        "hello:en hello:fr hello:es a:en a:fr a:es b:en b:fr b:es hello:en");
}

TEST_CASE("greetings change neither the order of the cards nor the places of the lead card") {
  const auto turn = GENERATE(LanguagesInTurn::none, LanguagesInTurn::card, LanguagesInTurn::loop);
  const int cards = GENERATE(1, 2, 3, 4, 5, 7);
  const std::string lead = GENERATE("", "a", "b", "d");
  const Role role = GENERATE(Role::kiosk, Role::wall);
  Content with = greeting_wall(cards, turn);
  with.settings.role = role;
  with.pack.lead_card = lead;
  Content without = with;
  without.settings.loop.hello = false;
  Watched one{with}, other{without};
  one.changes(1, false);  // to the first card
  INFO(cards << " cards, lead " << lead);
  CHECK(one.changes(60, false) == other.changes(60, false));
}

TEST_CASE("a touch on a greeting opens the loop in that language and home leads back to the greetings") {
  Watched screen{greeting(3)};
  CHECK(screen.act(OpenLoop{1}) == "a:fr");
  CHECK(screen.state.session.language_chosen);
  CHECK(screen.act(ShowNext{}) == "b:fr");
  CHECK(screen.act(GoHome{}) == "hello:en");
  CHECK(screen.state.session == Session{});
  CHECK(screen.act(OpenLoop{0}) == "a:en");
  CHECK(screen.state.session == Session{});  // the next patient finds it as it is
  CHECK(screen.act(OpenLoop{1}) == "a:en");  // only greetings offer that
  CHECK(screen.act(OpenLoop{7}) == "a:en");
}

TEST_CASE("a language chosen behind the greetings opens the loop, too") {
  Watched screen{greeting(3)};
  screen.act(OpenLanguages{});
  CHECK(screen.act(Leave{}) == "hello:en");
  screen.act(OpenLanguages{});
  CHECK(screen.act(ChooseLanguage{1}) == "a:fr");
}

TEST_CASE("whoever leafs through the loop comes past the greetings in both directions") {
  Watched screen{greeting(2)};
  CHECK(screen.act(ShowNext{}) == "a:en");
  CHECK(screen.act(ShowNext{}) == "b:en");
  CHECK(screen.act(ShowNext{}) == "hello:en");
  CHECK(screen.act(ShowPrevious{}) == "b:en");
  CHECK(screen.act(ShowPrevious{}) == "a:en");
  CHECK(screen.act(ShowPrevious{}) == "hello:en");
  CHECK(screen.act(ShowPrevious{}) == "b:en");
}

TEST_CASE("there is nothing to open on the greetings but languages and topics") {
  Watched screen{greeting(2)};
  const State before = screen.state;
  screen.act(OpenCard{});
  CHECK(screen.state.session.place == Place::loop);
  CHECK(screen.shown() == "hello:en");
  CHECK(screen.act(ShowCard{1}) == "b:en");
}

TEST_CASE("a touch while the greetings fade in or out is one on what is still seen") {
  Watched screen{greeting(1)};
  CHECK(screen.wait(seconds(12)) == "a:en");  // fading in over the greetings
  CHECK(screen.act(OpenCard{}, Millis(100)) == "hello:en");
  CHECK(screen.state.session.place == Place::loop);
  CHECK(screen.wait(seconds(12)) == "a:en");
  CHECK(screen.wait(seconds(10)) == "hello:en");  // fading in over the card
  CHECK(screen.act(OpenLoop{1}, Millis(100)) == "a:en");
  CHECK(screen.wait(seconds(10)) == "hello:en");
  CHECK(screen.act(OpenLoop{1}, Millis(400)) == "a:fr");
}

TEST_CASE("pausing holds the greetings and a patient who walks away leaves them for the next") {
  Watched screen{greeting(2)};
  screen.act(TogglePause{});
  CHECK(screen.wait(seconds(50)) == "hello:en");
  CHECK(screen.wait(seconds(40)) == "hello:en");  // after the warning, a fresh start
  CHECK(screen.state.session == Session{});
  screen.act(OpenLoop{1});
  CHECK(screen.wait(seconds(90)) == "hello:en");
}

TEST_CASE("who listens hears the loop open in the language of the greeting") {
  Watched screen{greeting(2)};
  screen.act(ToggleAloud{});
  CHECK(screen.wait(seconds(20)) == "hello:en");  // held for a listener
  CHECK(screen.act(OpenLoop{1}) == "a:fr");
  REQUIRE(screen.state.session.reading);
  CHECK(*screen.state.session.reading == Reading{Said::screen, 0});
}

TEST_CASE("the first card moves when it comes and not while the greetings cover it") {
  Content content = greeting(2);
  content.pack.cards[0].motion.emplace().length = seconds(3);
  Watched screen{content};
  CHECK_FALSE(motion_of(screen.state, content));
  screen.act(OpenLoop{0});
  CHECK(motion_of(screen.state, content) == Millis(0));
}

TEST_CASE("greetings stay where the card behind them is left out or the content is read again") {
  Watched screen{greeting(2)};
  const State reread = carried_over(screen.state, screen.content, greeting(3), after(seconds(5)));
  CHECK(reread.hello);
  CHECK(reread.moments.card_since == screen.state.moments.card_since);
  CHECK(screen.act(LeaveOut{"a"}) == "hello:en");
  CHECK(screen.wait(seconds(12)) == "b:en");
  CHECK_FALSE(carried_over(screen.state, screen.content, greeting(3), after(screen.time)).hello);
  CHECK(screen.act(LeaveOut{"b"}) == "-");
}

TEST_CASE("a place that a language has no words for is not told in it") {
  Content content = greeting_wall(2, LanguagesInTurn::none);
  content.settings.wall = {.ready_place = "", .place = {{"en", "by the door"}, {"fr", "près de la porte"}}};
  CHECK(touchscreen_place(content, "en") == "by the door");
  CHECK(touchscreen_place(content, "fr-CA") == "près de la porte");
  CHECK(touchscreen_place(content, "es").empty());
  content.settings.wall = {.ready_place = "left", .place = {}};
  CHECK(touchscreen_place(content, "en") == "on the left");
}
