#include "catch.h"
#include "model/sample_content.h"
#include "model/state.h"

using namespace anteroom;
using namespace anteroom::tests;
using std::chrono::seconds;

TEST_CASE("each card leaves each language by its own date") {
  constexpr int never = 9999;  // signed
  struct Row {
    int pack, first, second;  // days from now: of the pack, of the signatures in the two languages
    int leaves_first, leaves_second;
  };
  const auto row = GENERATE(values<Row>({{100, never, never, 100, 100},    // nobody has signed
                                         {100, 300, never, 300, 100},      // the unsigned one goes by the pack
                                         {300, 100, never, 100, 300},      // and stays after the signed one has left
                                         {300, 100, 200, 100, 200},        // both are signed
                                         {50, 200, 100, 200, 100},         // the pack's date is of no matter to them
                                         {never, 200, 100, 200, 100},      // nor whether it has one
                                         {never, 200, never, 200, -1}}));  // without any date it is never shown
  INFO(row.pack << " " << row.first << " " << row.second);
  Content content = sample_content(1);
  Card& card = content.pack.cards.front();
  REQUIRE(card.text.size() >= 2);
  const auto day = [](int days) { return date_of(monday_morning + std::chrono::days(days)); };
  content.pack.review = {};
  if (row.pack != never) content.pack.review.by = day(row.pack);
  if (row.first != never) card.text[0].review_by = day(row.first);
  if (row.second != never) card.text[1].review_by = day(row.second);
  const State state = start(content, moment(Millis(0), monday_morning));
  const auto is_shown = [&](int days, std::size_t language) {
    return !loop_cards(state, content, monday_morning + std::chrono::days(days), language).empty();
  };
  for (const auto& [language, last] : {std::pair(0, row.leaves_first), std::pair(1, row.leaves_second)}) {
    INFO("language " << language);
    if (last >= 0) CHECK(is_shown(last, static_cast<std::size_t>(language)));
    CHECK_FALSE(is_shown(last + 1, static_cast<std::size_t>(language)));
  }
}

TEST_CASE("a pack may hold each card back in the languages in which nobody has signed it as it is") {
  // Three cards in two languages, of which the last is urgent; each letter is a signature.
  struct Row {
    bool holds;
    std::string first, second;  // who has signed what: "x x", "x  "
    std::vector<std::size_t> in_first, in_second;
  };
  const std::vector<std::size_t> all{0, 1, 2};
  const auto row = GENERATE_COPY(values<Row>({{false, "   ", "   ", all, all},
                                              {true, "   ", "   ", {}, {}},
                                              {true, "xxx", "   ", all, {}},
                                              {true, "xxx", "x x", all, {0, 2}},
                                              {true, " x ", "  x", {1, 2}, {2}},  // what is urgent stays beside others
                                              {true, "x  ", "xx ", {0, 2}, all},
                                              {false, "x  ", "   ", all, all}}));
  INFO(row.holds << " '" << row.first << "' '" << row.second << "'");
  Content content = sample_content(3);
  content.pack.review.holds_unsigned = row.holds;
  content.pack.cards[2].is_urgent = true;
  for (std::size_t i = 0; i < content.pack.cards.size(); ++i) {
    Card& card = content.pack.cards[i];
    card.dwell.reset();
    if (row.first[i] == 'x') card.text[0].approval = Approval{"Dr. Roy", date_of(monday_morning)};
    if (row.second[i] == 'x') card.text[1].approval = Approval{"Dr. Roy", date_of(monday_morning)};
  }
  const State state = start(content, moment(Millis(0), monday_morning));
  CHECK(loop_cards(state, content, monday_morning, 0) == row.in_first);
  CHECK(loop_cards(state, content, monday_morning, 1) == row.in_second);
  for (std::size_t i = 0; i < content.pack.cards.size(); ++i) {
    const auto has = [i](const std::vector<std::size_t>& cards) {
      return std::count(cards.begin(), cards.end(), i) > 0;
    };
    const bool is_hidden = !has(row.in_first) && !has(row.in_second);
    CHECK((absence(content.pack, content.pack.cards[i], Role::kiosk, monday_morning) == Absence::signature) ==
          is_hidden);
  }
}

TEST_CASE("a fresh start shows the first card in the first offered language") {
  Content content = sample_content(3);
  CHECK(start(content, after(Millis(0))).card == 0u);
  CHECK(start(content, after(Millis(0))).language == 0u);
  content.settings.languages = {"fr", "en"};
  CHECK(start(content, after(Millis(0))).language == 1u);
  content.settings.languages = {"xx"};  // none that the pack has: the pack's own order
  CHECK(start(content, after(Millis(0))).language == 0u);
}

TEST_CASE("cards follow each other at the end of their dwell and the loop starts over") {
  const Content content = sample_content(3);
  State state = start(content, after(Millis(0)));
  struct Row {
    Millis at;
    std::size_t card;
  };
  for (const Row row : {Row{Millis(9'999), 0}, Row{seconds(10), 1}, Row{Millis(29'999), 1}, Row{seconds(30), 2},
                        Row{Millis(59'999), 2}, Row{seconds(60), 0}, Row{seconds(70), 1}}) {
    state = update(state, content, Tick{}, after(row.at));
    INFO(row.at.count());
    CHECK(state.card == row.card);
  }
}

TEST_CASE("a late tick does not make the loop drift") {
  const Content content = sample_content(3);
  State state = start(content, after(Millis(0)));
  state = update(state, content, Tick{}, after(Millis(10'700)));
  CHECK(state.card == 1u);
  CHECK(next_deadline(state, content) == MonoTime(seconds(30)));
}

TEST_CASE("a card chosen by the user has its whole dwell") {
  const Content content = sample_content(3);
  State state = start(content, after(Millis(0)));
  state = update(state, content, ShowNext{}, after(seconds(3)));
  CHECK(state.card == 1u);
  CHECK(next_deadline(state, content) == MonoTime(seconds(23)));
  state = update(state, content, ShowPrevious{}, after(seconds(4)));
  state = update(state, content, ShowPrevious{}, after(seconds(5)));
  CHECK(state.card == 2u);
}

TEST_CASE("a card whose picture cannot be drawn leaves the loop at once and for good") {
  const Content content = sample_content(3);
  State state = start(content, after(Millis(0)));
  state = update(state, content, LeaveOut{"a"}, after(seconds(1)));
  CHECK(state.card == 1u);
  CHECK(next_deadline(state, content) == MonoTime(seconds(21)));
  state = update(state, content, LeaveOut{"c"}, after(seconds(2)));
  CHECK(state.card == 1u);  // not the one on the screen: it stays
  state = update(state, content, Tick{}, after(seconds(21)));
  CHECK(state.card == 1u);  // alone in the loop
  state = update(state, content, LeaveOut{"b"}, after(seconds(22)));
  CHECK_FALSE(state.card);
}

TEST_CASE("an empty loop looks for cards again every minute") {
  Content content = sample_content(1);
  content.pack.cards[0].when.hours = When::Hours{std::chrono::hours(9), std::chrono::hours(10)};
  State state = start(content, after(seconds(20)));
  CHECK_FALSE(state.card);
  CHECK(next_deadline(state, content) == MonoTime(seconds(60)));
  state = update(state, content, Tick{}, after(seconds(3599)));
  CHECK_FALSE(state.card);
  state = update(state, content, Tick{}, after(seconds(3600)));
  CHECK(state.card == 0u);
}

TEST_CASE("only a wall wakes for its clock") {
  const Content kiosk = sample_content(3);
  Content wall = sample_content(3, Role::wall);
  wall.pack.cards[0].dwell = seconds(100);
  State state = start(wall, after(seconds(45)));
  CHECK(next_deadline(state, wall) == MonoTime(seconds(60)));
  state = start(kiosk, after(seconds(45)));
  CHECK(next_deadline(state, kiosk) == MonoTime(seconds(55)));
}

TEST_CASE("without any content there is no card and no deadline in the past") {
  const Content content;
  State state = start(content, after(seconds(1)));
  CHECK_FALSE(state.card);
  state = update(state, content, Tick{}, after(seconds(60)));
  state = update(state, content, ShowNext{}, after(seconds(61)));
  CHECK_FALSE(state.card);
  CHECK(next_deadline(state, content) > MonoTime(seconds(61)));
}

TEST_CASE("outside the opening hours the screen is dark and in the morning the loop begins again") {
  Content content = sample_content(3);
  content.settings.hours.week.assign(7, {OpenSpan{std::chrono::hours(8), std::chrono::hours(17)}});
  State state = start(content, after(Millis(0)));  // Monday, 08:00
  CHECK(state.open);
  CHECK(state.card == 0u);
  const Millis evening = std::chrono::hours(9);
  state = update(state, content, Tick{}, after(evening - seconds(1)));
  CHECK(state.open);
  state = update(state, content, Tick{}, after(evening));
  CHECK_FALSE(state.open);
  CHECK_FALSE(state.card);
  state = update(state, content, ShowNext{}, after(evening + seconds(5)));
  CHECK_FALSE(state.card);
  state = update(state, content, Tick{}, after(std::chrono::hours(24)));
  CHECK(state.open);
  CHECK(state.card == 0u);
  CHECK_FALSE(start(content, after(evening)).card);
}

TEST_CASE("a night clinic that wakes only at its deadlines is dark by day to the minute") {
  const Role role = GENERATE(Role::kiosk, Role::wall);
  Content content = sample_content(3, role);
  content.settings.hours.week.assign(7, {OpenSpan{std::chrono::hours(20), std::chrono::hours(4)}});
  const Millis noon = std::chrono::hours(4);  // 12:00
  const Millis end = noon + std::chrono::hours(48);
  State state = start(content, after(noon));
  CHECK_FALSE(state.open);
  std::vector<seconds> changes;
  for (Millis now = noon; now < end;) {
    now = next_deadline(state, content).time_since_epoch();
    const bool was_open = state.open;
    state = update(state, content, Tick{}, after(now));
    if (state.open != was_open) changes.push_back(std::chrono::floor<seconds>(now));
  }
  using std::chrono::hours;
  CHECK(changes == std::vector<seconds>{hours(12), hours(20), hours(36), hours(44)});  // 20:00, 04:00, 20:00, 04:00
}

TEST_CASE("the dwell of a card whose picture is late begins when the card is seen") {
  const Content content = sample_content(3);
  State state = start(content, after(Millis(0)));
  state = update(state, content, Tick{}, after(seconds(10)));
  REQUIRE(state.card == 1u);
  state = update(state, content, CardSeen{false}, after(seconds(10)));
  state = update(state, content, Tick{}, after(seconds(300)));
  CHECK(state.card == 1u);  // not over before it appears
  state = update(state, content, CardSeen{true}, after(seconds(301)));
  CHECK(next_deadline(state, content) == MonoTime(seconds(321)));
  state = update(state, content, CardSeen{true}, after(seconds(310)));  // sent again
  CHECK(next_deadline(state, content) == MonoTime(seconds(321)));
  state = update(state, content, Tick{}, after(seconds(321)));
  CHECK(state.card == 2u);
  CHECK(next_deadline(state, content) == MonoTime(seconds(351)));
}

TEST_CASE("a touch before a late card appears applies to the card that is seen") {
  const Content content = sample_content(3);
  State state = start(content, after(Millis(0)));
  state = update(state, content, Tick{}, after(seconds(10)));
  state = update(state, content, CardSeen{false}, after(seconds(10)));
  SECTION("opening it") {
    state = update(state, content, OpenCard{}, after(seconds(15)));
    CHECK(state.card == 0u);
    CHECK(state.session.place == Place::detail);
  }
  SECTION("next card") {
    state = update(state, content, ShowNext{}, after(seconds(15)));
    CHECK(state.card == 1u);
  }
  CHECK_FALSE(state.moments.unseen);
}

TEST_CASE("a card that is left out before it appears is not waited for") {
  const Content content = sample_content(3);
  State state = start(content, after(Millis(0)));
  state = update(state, content, Tick{}, after(seconds(10)));
  state = update(state, content, CardSeen{false}, after(seconds(10)));
  state = update(state, content, LeaveOut{"b"}, after(seconds(14)));
  CHECK(state.card == 2u);
  CHECK(next_deadline(state, content) == MonoTime(seconds(44)));
}
