// What is counted of what patients do.
#include "usage/observer.h"

#include "catch.h"
#include "model/patient.h"
#include "model/sample_content.h"

namespace anteroom::usage {
namespace {

using namespace anteroom::tests;
using std::chrono::seconds;

// A screen that is watched as the running one is: after every change.
struct Watched : Patient {
  Observer observer;
  Counts counts;

  explicit Watched(Content given) : Patient(std::move(given)) {
    changed = [this] { look(); };
    look();
  }
  Watched(const Watched&) = delete;
  Watched& operator=(const Watched&) = delete;

  void look() {
    for (const auto& [count, n] : observer.observe(state, content, after(time))) counts[count] += n;
  }
  // Of all hours.
  std::uint64_t sum(Counted counted, const std::string& card = "", const std::string& language = "") const {
    std::uint64_t sum = 0;
    for (const auto& [count, n] : counts) {
      if (count.counted == counted && (card.empty() || count.card == card) &&
          (language.empty() || count.language == language)) {
        sum += n;
      }
    }
    return sum;
  }
};

TEST_CASE("each card that comes up in the loop is counted as shown, once a turn") {
  Watched screen(sample_content(3));
  screen.wait(seconds(10 + 20 + 30 + 10 + 20));  // one loop, and two cards more
  CHECK(screen.sum(Counted::shown, "a") == 2);
  CHECK(screen.sum(Counted::shown, "b") == 2);
  CHECK(screen.sum(Counted::shown, "c") == 2);
  CHECK(screen.sum(Counted::session) == 0);
  CHECK(screen.sum(Counted::opened) == 0);
}

TEST_CASE("a card behind the greetings is counted when it comes up") {
  Content content = sample_content(1);
  content.settings.loop.hello = true;
  Watched screen(content);
  screen.wait(seconds(11));
  CHECK(screen.counts.empty());
  screen.wait(seconds(2));
  CHECK(screen.sum(Counted::shown, "a") == 1);
}

TEST_CASE("a patient who reads a card to its end is counted by what was read") {
  Watched screen(sample_content(3));
  screen.wait(seconds(1)).act(OpenCard{});
  CHECK(screen.sum(Counted::session) == 1);
  CHECK(screen.sum(Counted::opened, "a", "en") == 1);
  CHECK(screen.sum(Counted::page, "a", "en") == 1);
  CHECK(screen.sum(Counted::finished) == 0);
  screen.wait(seconds(2)).act(ShowPage{1});
  screen.wait(seconds(2)).act(ShowPage{0});
  screen.wait(seconds(2)).act(ShowPage{1});
  CHECK(screen.sum(Counted::page, "a") == 2);
  screen.wait(seconds(2)).act(ShowPage{2});
  CHECK(screen.sum(Counted::page, "a") == 3);
  CHECK(screen.sum(Counted::finished, "a") == 1);
  screen.wait(seconds(2)).act(Leave{});
  CHECK(screen.sum(Counted::shown, "a") == 1);  // the same turn of the card
  CHECK(screen.sum(Counted::opened) == 1);
}

TEST_CASE("another language in an open card is the same opening") {
  Watched screen(sample_content(2));
  screen.wait(seconds(1)).act(OpenCard{});
  screen.wait(seconds(1)).act(OpenLanguages{});
  screen.wait(seconds(1)).act(ChooseLanguage{1});
  screen.wait(seconds(1)).act(ShowPage{1});
  CHECK(screen.sum(Counted::opened) == 1);
  CHECK(screen.sum(Counted::page, "a", "en") == 1);
  CHECK(screen.sum(Counted::page, "a", "fr") == 1);
  CHECK(screen.sum(Counted::session) == 1);
}

TEST_CASE("who goes home and opens the next card is one session, and who comes after the idle time another") {
  Watched screen(sample_content(2));
  screen.wait(seconds(1)).act(OpenCard{});
  screen.wait(seconds(5)).act(GoHome{});
  screen.wait(seconds(5)).act(OpenCard{});
  CHECK(screen.sum(Counted::session) == 1);
  CHECK(screen.sum(Counted::opened) == 2);
  screen.wait(std::chrono::minutes(10));  // warning, reset
  CHECK(screen.state.session == Session{});
  screen.act(OpenCard{});
  CHECK(screen.sum(Counted::session) == 2);
}

TEST_CASE("a finger that only touches the screen, and a patient who only leafs, are no session") {
  Watched screen(sample_content(2));
  screen.wait(seconds(1)).act(FingerOn{});
  screen.wait(seconds(1)).act(FingerOff{});
  screen.wait(seconds(1)).act(ShowNext{});
  screen.wait(seconds(1)).act(ShowNext{});
  CHECK(screen.sum(Counted::session) == 0);
  CHECK(screen.sum(Counted::shown) == 3);
}

TEST_CASE("an exhibit counts once an opening, with the time from its first touch to its last") {
  Content content = sample_content(1);
  Steps steps;
  steps.steps.resize(4);
  content.pack.cards[0].exhibit = steps;
  Watched screen(content);
  screen.wait(seconds(1)).act(OpenCard{});
  CHECK(screen.sum(Counted::worked) == 0);
  screen.wait(seconds(3)).act(ExhibitTap{ExhibitVerb::step, 1});
  CHECK(screen.sum(Counted::worked, "a") == 1);
  screen.wait(seconds(20)).act(ExhibitTap{ExhibitVerb::step, 3});
  screen.wait(seconds(9)).act(GoHome{});
  CHECK(screen.sum(Counted::worked, "a") == 1);
  CHECK(screen.sum(Counted::worked_s, "a") >= 20);
  CHECK(screen.sum(Counted::worked_s, "a") <= 21);  // the second touch settles for a moment
}

TEST_CASE("nothing is counted while the clock cannot be right, the screen is dark or an urgent notice has it") {
  Content content = sample_content(3);
  SECTION("the clock") {
    Observer observer;
    State state = start(content, after(Millis(0)));
    state.clock_possible = false;
    CHECK(observer.observe(state, content, after(Millis(0))).empty());
  }
  SECTION("closed") {
    Observer observer;
    State state = start(content, after(Millis(0)));
    state.open = false;
    CHECK(observer.observe(state, content, after(Millis(0))).empty());
  }
  SECTION("an urgent notice") {
    Watched screen(content);
    screen.counts.clear();
    Notice notice;
    notice.level = NoticeLevel::urgent;
    notice.words["en"] = {"Leave the building", ""};
    screen.act(PostNotice{notice}).wait(seconds(60));
    CHECK(screen.counts.empty());
  }
}

TEST_CASE("what happens at ten to nine and at nine is counted in two hours") {
  Watched screen(sample_content(1));
  screen.wait(std::chrono::minutes(59)).act(OpenCard{});
  screen.wait(seconds(10)).act(GoHome{});
  screen.wait(std::chrono::minutes(1)).act(OpenCard{});
  const Hour eight{std::chrono::floor<std::chrono::hours>(monday_morning)};
  CHECK(screen.counts[{eight, Counted::opened, "a", "en"}] == 1);
  CHECK(screen.counts[{eight + std::chrono::hours(1), Counted::opened, "a", "en"}] == 1);
}

}  // namespace
}  // namespace anteroom::usage
