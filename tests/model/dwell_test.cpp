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

TEST_CASE("a card with a dwell of its own stays that long") {
  Card card;
  card.text.resize(1);
  card.text[0].reading = {30, 100};
  CHECK(dwell(card, 0, Loop{}) == seconds(21));
  card.dwell = seconds(40);
  CHECK(dwell(card, 0, Loop{}) == seconds(40));
}
