#include "model/dwell.h"

#include "catch.h"

using namespace anteroom;
using std::chrono::seconds;

TEST_CASE("reading time follows the words or the characters whichever is slower") {
  struct Row {
    ReadingLoad load;
    bool picture;
    Millis expected;
  };
  // By hand: 3 s + max(0.6 s x words, 0.136 s x characters) + 2 s for a picture, at least 12 s.
  const Row row = GENERATE(Row{{0, 0}, false, seconds(12)},         // never shorter than twelve seconds
                           Row{{10, 40}, true, seconds(12)},        // 3 + 6 + 2 = 11
                           Row{{30, 100}, true, seconds(23)},       // 3 + 18 + 2
                           Row{{30, 100}, false, seconds(21)},      // no picture
                           Row{{20, 150}, true, Millis(25'400)},    // 3 + 20.4 + 2: long words
                           Row{{100, 500}, true, Millis(73'000)});  // 3 + 68 + 2
  CHECK(reading_time(row.load, row.picture, Loop{}) == row.expected);
}

TEST_CASE("a pace changes the time for the words and the least dwell but not the time to notice the card") {
  CHECK(loop_of(Pace::usual) == Loop{});
  struct Row {
    Pace pace;
    ReadingLoad load;
    Millis expected;
  };
  // By hand: 5 s for the change and the picture, then 0.9 s or 0.4 s a word, 0.204 s or 0.091 s a character.
  const Row row = GENERATE(Row{Pace::slow, {30, 100}, Millis(32'000)}, Row{Pace::brisk, {30, 100}, Millis(17'000)},
                           Row{Pace::slow, {20, 150}, Millis(35'600)}, Row{Pace::brisk, {20, 150}, Millis(18'650)},
                           Row{Pace::slow, {1, 4}, seconds(18)}, Row{Pace::brisk, {1, 4}, seconds(8)});
  CHECK(reading_time(row.load, true, loop_of(row.pace)) == row.expected);
}

TEST_CASE("a card with a dwell of its own stays that long, any other as long as its words on this screen take") {
  Card card;
  card.text.resize(1);
  card.text[0].reading = {30, 100};
  card.text[0].wall = "Fewer words.";
  card.text[0].wall_reading = {20, 70};
  CHECK(dwell(card, 0, Role::kiosk, Loop{}) == seconds(21));
  CHECK(dwell(card, 0, Role::wall, Loop{}) == seconds(15));
  card.dwell = seconds(40);
  CHECK(dwell(card, 0, Role::kiosk, Loop{}) == seconds(40));
  CHECK(dwell(card, 0, Role::wall, Loop{}) == seconds(40));
}
