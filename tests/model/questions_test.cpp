// Questions that a patient keeps, to show them at the visit.
#include "model/questions.h"

#include <string>
#include <vector>

#include "catch.h"
#include "model/names.h"
#include "model/patient.h"

using namespace anteroom;
using namespace anteroom::tests;
using std::chrono::seconds;

namespace {

using Kept = std::vector<std::size_t>;

// A patient who has opened card after card and kept the question of each.
Patient keeper(const Content& content, const Kept& cards) {
  Patient patient(content);
  for (const std::size_t card : cards) {
    patient.act(ShowCard{card}).wait(seconds(1)).act(OpenCard{}).wait(seconds(1)).act(ToggleQuestion{card});
    patient.wait(seconds(1));
  }
  return patient;
}

}  // namespace

TEST_CASE("a question is kept by one tap on its page and taken out by the next one") {
  Patient patient(sample_content(3));
  patient.act(OpenCard{}).wait(seconds(1)).act(ToggleQuestion{0});
  CHECK(patient.session().questions == Kept{0});
  patient.wait(Millis(100)).act(ToggleQuestion{0});
  CHECK(patient.session().questions == Kept{0});  // of a double tap
  patient.wait(seconds(1)).act(ToggleQuestion{0});
  CHECK(patient.session().questions.empty());
}

TEST_CASE("only the question that is on the screen can be kept, on a touchscreen whose settings allow it") {
  struct Row {
    const char* what;
    void (*change)(Content&);
    bool opened;
    std::size_t card;
    bool kept;
  };
  for (const Row& row :
       {Row{"usual", [](Content&) {}, true, 0, true}, Row{"in the loop", [](Content&) {}, false, 0, false},
        Row{"another card", [](Content&) {}, true, 1, false}, Row{"no such card", [](Content&) {}, true, 99, false},
        Row{"no question", [](Content& c) { c.pack.cards[0].text[0].ask.clear(); }, true, 0, false},
        Row{"switched off", [](Content& c) { c.settings.questions.keep = false; }, true, 0, false}}) {
    INFO(row.what);
    Content content = sample_content(3);
    row.change(content);
    Patient patient(content);
    if (row.opened) patient.act(OpenCard{}).wait(seconds(1));
    patient.act(ToggleQuestion{row.card});
    CHECK(patient.session().questions.empty() == !row.kept);
  }
}

TEST_CASE("six questions are kept in their order and the seventh only after one was taken out") {
  Patient patient = keeper(sample_content(8), {3, 0, 1, 2, 4, 5});
  const Kept six{3, 0, 1, 2, 4, 5};
  CHECK(patient.session().questions == six);
  patient.act(ShowCard{6}).wait(seconds(1)).act(OpenCard{}).wait(seconds(1)).act(ToggleQuestion{6});
  CHECK(patient.session().questions == six);
  patient.wait(seconds(1)).act(OpenQuestions{}).wait(seconds(1)).act(ToggleQuestion{0}).wait(seconds(1)).act(Leave{});
  patient.wait(seconds(1)).act(ToggleQuestion{6});
  CHECK(patient.session().questions == Kept{3, 1, 2, 4, 5, 6});
}

TEST_CASE("the list opens from anywhere once something is kept and Back returns to where one was") {
  Patient patient(sample_content(3));
  patient.act(OpenQuestions{});
  CHECK(patient.session() == Session{});
  patient.wait(seconds(1)).act(OpenCard{}).wait(seconds(1)).act(ShowPage{2, 1}).wait(seconds(1)).act(ToggleQuestion{0});
  patient.wait(seconds(1)).act(OpenQuestions{1});
  CHECK(patient.session().chooser == Chooser::questions);
  CHECK(patient.session().list_part == 1u);
  patient.wait(seconds(1)).act(ToggleQuestion{0});
  CHECK(patient.session().chooser == Chooser::questions);  // it says that none is kept
  patient.wait(seconds(1)).act(Leave{});
  CHECK(patient.session().place == Place::detail);
  CHECK(patient.session().page == 2u);
  CHECK(patient.session().part == 1u);
}

TEST_CASE("a key that is pressed twice opens the list and takes nothing out") {
  Patient patient(sample_content(3));
  patient.act(OpenCard{}).wait(seconds(1)).act(ToggleQuestion{0}).wait(seconds(1)).act(Focus{target_id::questions});
  patient.wait(seconds(1)).act(OpenQuestions{});
  CHECK(patient.session().focus == target_id::back);
  patient.wait(seconds(1)).act(Focus{target_id::next}).wait(seconds(1)).act(OpenQuestions{1});
  CHECK(patient.session().focus == target_id::next);
}

TEST_CASE("kept questions are told and lost at the reset for idleness and by Start again") {
  Patient idle = keeper(sample_content(3), {0, 1});
  idle.act(Leave{}).wait(seconds(59));
  CHECK(differs_from_start(idle.session()));
  idle.wait(seconds(1));
  CHECK(idle.session().warning.has_value());
  CHECK(idle.session().questions == Kept{0, 1});
  idle.wait(seconds(20));
  CHECK(idle.session() == Session{});
  Patient home = keeper(sample_content(3), {0, 1});
  home.act(GoHome{});
  CHECK(home.session() == Session{});
}

TEST_CASE("who listens is told that a question was kept or taken out and nobody else is") {
  Patient patient(sample_content(3));
  patient.act(OpenCard{}).wait(seconds(1)).act(ToggleQuestion{0});
  CHECK_FALSE(patient.session().reading);
  patient.wait(seconds(1)).act(ToggleAloud{}).wait(seconds(1)).act(ToggleQuestion{0});
  CHECK(patient.session().reading == Reading{Said::taken_out, 0});
  patient.wait(seconds(1)).act(Focus{target_id::keep}).wait(seconds(1)).act(ToggleQuestion{0});
  CHECK(patient.session().reading == Reading{Said::kept, 0});
}

TEST_CASE("kept questions are in the patient's language and in the clinic's where that is another") {
  Content content = sample_content(2);
  content.pack.cards[0].text[1].ask = "Et \u2068a\u2069?";
  content.pack.cards[1].text[1].ask.clear();
  Patient patient = keeper(content, {0, 1});
  const KeptQuestion a{0, "en", "What about a?"}, b{1, "en", "What about b?"};
  CHECK(kept_questions(patient.state, content) == std::vector<KeptQuestion>{a, b});
  patient.state.language = 1;
  const std::vector<KeptQuestion> in_french = kept_questions(patient.state, content);
  CHECK(in_french == std::vector<KeptQuestion>{{0, "fr", "Et \u2068a\u2069?", "en", "What about a?"}, b});
  CHECK(plain_text(in_french, 2) == "1. Et a?\nWhat about a?\n\n2. What about b?");
  CHECK(plain_text(in_french, 1) == "1. Et a?\nWhat about a?");
  // The clinic's language is the first on offer, and a text that stands in for one in another says so itself.
  content.settings.languages = {"fr", "en"};
  content.pack.cards[0].text[0].language = "fr";
  patient.state.language = 0;
  CHECK(kept_questions(patient.state, content).front() == KeptQuestion{0, "fr", "What about a?"});
}
