// Cards that have no words in the patient's language.
#include "catch.h"
#include "model/sample_content.h"
#include "model/state.h"
#include "model/turn.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

// Three cards, of which "b" has no words in French.
Content without_french(Role role = Role::kiosk) {
  Content content = sample_content(3, role);
  content.pack.cards[1].text[1] = {};
  return content;
}

}  // namespace

TEST_CASE("a card without words in the patient's language is skipped or stands in the loop in the first one") {
  Content content = without_french();
  const State state = start(content, after(Millis(0)));
  CHECK(loop_cards(state, content, monday_morning, 1) == std::vector<std::size_t>{0, 2});
  show_first_language(content.pack);
  CHECK(loop_cards(state, content, monday_morning, 1) == std::vector<std::size_t>{0, 1, 2});
  CHECK(content.pack.cards[1].text[1].title == "Title b");
  CHECK(content.pack.cards[1].text[1].language == "en");
  CHECK(content.pack.cards[0].text[1].language.empty());
}

TEST_CASE("a card without words in the first language is skipped there as before") {
  Content content = sample_content(2);
  content.pack.cards[0].text[0] = {};
  const Pack before = content.pack;
  show_first_language(content.pack);
  CHECK(content.pack == before);
}

TEST_CASE("a wall that shows each card in every language does not show one twice in the same words") {
  Content content = without_french(Role::wall);
  content.settings.languages_in_turn = LanguagesInTurn::card;
  show_first_language(content.pack);
  State state = start(content, after(Millis(0)));
  state.card = 1;
  state.language = 0;
  const Turn next = next_turn(state, content, monday_morning);
  CHECK(next.card == std::optional<std::size_t>(2));
  CHECK(next.language == 0);
  // Where only French is on offer, the card stands in for itself.
  content.settings.languages = {"fr"};
  state.language = 1;
  state.card = 0;
  CHECK(next_turn(state, content, monday_morning).card == std::optional<std::size_t>(1));
}
