#include "report/loop_report.h"

#include <nlohmann/json.hpp>

#include "catch.h"

using namespace anteroom;
using namespace anteroom::report;
using namespace std::chrono;

namespace {

const WallTime on_monday = local_days(2026y / November / 23) + hours(8);

// Three cards in English, of which the last exists only there and rests on Mondays in December.
Content three_cards() {
  Content content;
  content.settings.loop.hello = false;
  content.pack.languages = {"en", "fr", "zh-Hans"};
  content.pack.review.by = 2027y / November / 22;
  for (const char* id : {"hands", "flu", "paper"}) {
    Card card;
    card.id = id;
    card.text.resize(3);
    for (CardText& text : card.text) text.title = id;
    card.text[0].reading = {30, 100};  // 21 s
    card.text[1].reading = {40, 100};  // 27 s
    card.text[2].reading = {1, 60};    // 12 s
    content.pack.cards.push_back(card);
  }
  content.pack.cards[1].text[1] = content.pack.cards[1].text[2] = {};
  content.pack.cards[1].when.months.reset(11);
  content.pack.cards[2].dwell = seconds(40);
  return content;
}

}  // namespace

TEST_CASE("check says how many cards each language has and how long its loop takes") {
  Content content = three_cards();
  CHECK(loop_line(loop_figures(content, on_monday)) ==
        "the loop: 3 cards, 1 min 22 s in English; 2 cards, 1 min 7 s in French, 52 s in Chinese (Simplified)\n");
  content.settings.hours.week.assign(7, {});  // closed: it is still the loop
  content.settings.languages = {"fr"};
  CHECK(loop_line(loop_figures(content, on_monday)) == "the loop: 2 cards, 1 min 7 s in French\n");
  content.pack.cards.clear();
  CHECK(loop_line(loop_figures(content, on_monday)) == "the loop: no cards in French\n");
}

TEST_CASE("the greetings with which a loop opens are a part of its time and a row of the table but no card") {
  Content content = three_cards();
  content.settings.loop.hello = true;
  content.greetings = {{6, 40}, {6, 40}, {20, 100}};  // 12 s, at least, and 17 s
  const std::vector<LoopFigures> all = loop_figures(content, on_monday);
  CHECK(loop_line(all) ==
        "the loop: 3 cards, 1 min 34 s in English; 2 cards, 1 min 19 s in French, 1 min 9 s in Chinese (Simplified)\n");
  CHECK(dwell_table(all) ==
        "seconds           en       fr  zh-Hans\n"
        "(greetings)       12       12       17\n"
        "hands             21       27       12\n"
        "flu               21        -        -\n"
        "paper             40       40       40\n"
        "loop              94       79       69\n"
        "\n");
  CHECK(loop_element(all[2], "lobby.toml")["figures"]["greetings_s"] == 16.6);
}

TEST_CASE("check says how often the lead card and the others show while somebody waits") {
  Content content = three_cards();
  CHECK(lead_line(loop_figures(content, on_monday), minutes(10)).empty());
  content.pack.lead_card = "paper";
  const std::vector<LoopFigures> all = loop_figures(content, on_monday);
  CHECK(all[0].total == seconds(82));  // of three cards one is always in the third place
  CHECK(all[1].total == seconds(67));  // two cards: as without
  CHECK(lead_line(all, minutes(10)) ==
        "the lead card `paper` comes every third place: in a wait of 10 min, twice `longest_loop_s`, it shows about 7 "
        "times, each other card 7 times\n");
  Card another = content.pack.cards[0];
  for (const char* id : {"four", "five"}) {
    another.id = id;
    content.pack.cards.push_back(another);
  }
  CHECK(loop_figures(content, on_monday)[0].total == seconds(4 * 21 + 2 * 40));
  CHECK(lead_line(loop_figures(content, on_monday), minutes(10)) ==
        "the lead card `paper` comes every third place: in a wait of 10 min, twice `longest_loop_s`, it shows about 7 "
        "times, each other card 4 times\n");
}

TEST_CASE("the table has the dwell of each card in each language") {
  CHECK(dwell_table(loop_figures(three_cards(), on_monday)) ==
        "seconds       en       fr  zh-Hans\n"
        "hands         21       27       12\n"
        "flu           21        -        -\n"
        "paper         40       40       40\n"
        "loop          82       67       52\n"
        "\n");
}

TEST_CASE("a card that rests now is not counted") {
  const auto december = local_days(2026y / December / 7) + hours(8);
  const std::vector<LoopFigures> all = loop_figures(three_cards(), december);
  CHECK(all[0].cards.size() == 2);
  CHECK(all[0].total == seconds(61));
}

TEST_CASE("scripts get the same figures") {
  const nlohmann::json element = loop_element(loop_figures(three_cards(), on_monday)[1], "kiosk.toml");
  CHECK(element["message"] == "2 cards, 1 min 7 s in French");
  CHECK(element["figures"].dump() ==
        R"({"cards":2,"dwell_s":{"hands":27.0,"paper":40.0},"greetings_s":0.0,"language":"fr","loop_s":67.0})");
}

TEST_CASE("a time is written in minutes and seconds") {
  CHECK(in_minutes(Millis(0)) == "0 s");
  CHECK(in_minutes(Millis(59'499)) == "59 s");
  CHECK(in_minutes(Millis(59'500)) == "1 min");
  CHECK(in_minutes(Millis(260'000)) == "4 min 20 s");
}
