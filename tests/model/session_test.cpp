// A patient at the screen: detail, pause, idle, warning, reset.
#include <random>

#include "catch.h"
#include "model/patient.h"
#include "model/sample_content.h"
#include "model/state.h"
#include "model/to_lose.h"

using namespace anteroom;
using namespace anteroom::tests;
using std::chrono::seconds;

namespace {

// Every tap that a screen could offer, whether it makes sense or not.
std::vector<Action> all_taps() {
  return {ShowNext{},
          ShowPrevious{},
          OpenCard{},
          ShowPage{0, 0},
          ShowPage{1, 0},
          ShowPage{7, 3},
          ShowAbout{},
          ShowAbout{5},
          Leave{},
          GoHome{},
          TogglePause{},
          Stay{},
          OpenLanguages{},
          ChooseLanguage{1},
          ChooseLanguage{0},
          ChooseLanguage{9},
          OpenTopics{},
          OpenTopics{2},
          ShowCard{1},
          ShowCard{9},
          ToggleQuestion{0},
          ToggleQuestion{9},
          OpenQuestions{},
          OpenQuestions{2},
          OpenAccess{},
          ToggleContrast{},
          ToggleMotion{},
          SetTextSize{100},
          SetTextSize{150},
          SetTextSize{200},
          SetTextSize{170},
          ToggleReach{Reach::right},
          ToggleReach{Reach::left},
          ToggleAloud{},
          ReadAgain{},
          ChangeVolume{},
          StepVolume{1},
          StepVolume{-1},
          OfferAloud{},
          AnswerOffer{true},
          AnswerOffer{false},
          ExhibitTap{ExhibitVerb::fold},
          ExhibitTap{ExhibitVerb::open},
          ExhibitTap{ExhibitVerb::smooth},
          ExhibitTap{ExhibitVerb::step, 2},
          ExhibitTap{ExhibitVerb::region, 1}};
}

Content with_exhibits() {
  Content content = sample_content(4);
  content.pack.cards[0].exhibit = Fold{};
  content.pack.cards[1].exhibit = Steps{false, {{0, {}, {}}, {2.5, {}, {}}, {90, {}, {}}}};
  content.pack.cards[2].exhibit = Hotspots{4.0 / 3, {{"x", {0, 0, 1, 1}}, {"y", {0, 0, 1, 1}}}};
  return content;
}

}  // namespace

TEST_CASE("a touched card opens and its pages are its exhibit, its texts and the question") {
  Patient plain(sample_content(2));
  CHECK(detail_page_count(plain.content.pack.cards[0], 0) == 3u);
  plain.wait(seconds(3)).act(OpenCard{});
  CHECK(plain.session().place == Place::detail);
  plain.wait(seconds(1)).act(ShowPage{1, 0});
  CHECK(plain.session().page == 1u);
  plain.wait(seconds(1)).act(ShowPage{2, 0});
  CHECK(plain.session().page == 2u);
  plain.wait(seconds(1)).act(ShowPage{3, 0});
  CHECK(plain.session().page == 2u);  // there is no fourth

  Patient exhibit(with_exhibits());
  CHECK(detail_page_count(exhibit.content.pack.cards[0], 0) == 4u);
  CHECK_FALSE(text_page(exhibit.content.pack.cards[0], 0));
  CHECK(text_page(exhibit.content.pack.cards[0], 2) == 1u);
  exhibit.act(OpenCard{});
  CHECK(std::holds_alternative<FoldState>(exhibit.session().exhibit));
}

TEST_CASE("what is shown about a card covers its page, and back leads to that page") {
  Patient patient(sample_content(2));
  patient.act(ShowAbout{}).wait(seconds(1));
  CHECK_FALSE(patient.session().about);  // of an open card only
  patient.act(OpenCard{}).wait(seconds(1)).act(ShowPage{1, 0}).wait(seconds(1)).act(ShowAbout{}).wait(seconds(1));
  CHECK(patient.session().about == 0u);
  patient.act(ShowAbout{1}).wait(seconds(1)).act(SetTextSize{150}).wait(seconds(1));
  CHECK(patient.session().about == 0u);  // split elsewhere now
  patient.act(OpenLanguages{}).wait(seconds(1)).act(Leave{}).wait(seconds(1));
  CHECK(patient.session().about == 0u);
  patient.act(Leave{}).wait(seconds(1));
  CHECK_FALSE(patient.session().about);
  CHECK(patient.session().place == Place::detail);
  CHECK(patient.session().page == 1u);
  patient.act(ShowAbout{}).wait(seconds(1)).act(GoHome{});
  CHECK_FALSE(patient.session().about);
}

TEST_CASE("the loop is held while a detail is open and the card has its whole dwell afterwards") {
  Patient patient(sample_content(3));
  patient.wait(seconds(8)).act(OpenCard{}).wait(seconds(40)).act(Leave{});
  CHECK(patient.state.card == 0u);
  CHECK(patient.session() == Session{});
  CHECK(next_deadline(patient.state, patient.content) == MonoTime(seconds(58)));
}

TEST_CASE("two taps within 0.3 s on next advance once") {
  Patient patient(sample_content(3));
  patient.act(ShowNext{}).wait(Millis(299)).act(ShowNext{});
  CHECK(patient.state.card == 1u);
  patient.wait(Millis(1)).act(ShowNext{});
  CHECK(patient.state.card == 2u);
}

TEST_CASE("the second tap of a double tap on a card does nothing on the page that the first one opened") {
  Patient patient(with_exhibits());
  patient.act(OpenCard{}).wait(Millis(120)).act(ExhibitTap{ExhibitVerb::fold});
  CHECK(patient.session().exhibit == ExhibitState(FoldState{}));
}

TEST_CASE("after the idle time comes a warning of 20 s and then the loop of a fresh start") {
  Patient patient(sample_content(3));
  patient.wait(seconds(12)).act(OpenCard{});
  CHECK(patient.state.card == 1u);
  patient.wait(Millis(59'999));
  CHECK_FALSE(patient.session().warning);
  patient.wait(Millis(1));
  CHECK(patient.session().warning == 20);
  patient.wait(seconds(7));
  CHECK(patient.session().warning == 13);
  patient.wait(Millis(12'999));
  CHECK(patient.session().warning == 1);
  patient.wait(Millis(1));
  State fresh = start(patient.content, after(seconds(92)));
  fresh.card = 2;  // behind the one that the patient found
  CHECK(patient.state == fresh);
}

TEST_CASE("a long page gives its reader twice its reading time but never more than the maximum") {
  struct Row {
    int words;
    seconds idle;
  };
  for (const Row row : {Row{10, seconds(60)}, Row{100, seconds(126)}, Row{1000, seconds(180)}}) {
    Content content = sample_content(1);
    content.pack.cards[0].text[0].pages[0].reading = {row.words, 0};
    Patient patient(content);
    patient.act(OpenCard{});
    CHECK(idle_time(patient.state, patient.content) == row.idle);
  }
}

TEST_CASE("any touch at the warning stays on the same screen and does nothing else") {
  for (const Action& tap : all_taps()) {
    Patient patient(with_exhibits());
    patient.act(OpenCard{}).wait(seconds(1)).act(ShowPage{1, 0}).wait(seconds(70));
    REQUIRE(patient.session().warning == 10);
    Session before = patient.session();
    patient.act(FingerOn{"stay"}).act(FingerOff{}).act(tap);
    before.warning.reset();
    CHECK(patient.session() == before);
    patient.wait(seconds(59));
    CHECK_FALSE(patient.session().warning);  // and the idle time begins again
    patient.wait(seconds(1));
    CHECK(patient.session().warning == 20);
  }
}

TEST_CASE("the warning may be answered without limit") {
  Patient patient(sample_content(1));
  patient.act(OpenCard{});
  for (int i = 0; i < 100; ++i) {
    patient.wait(seconds(75));
    REQUIRE(patient.session().warning);
    patient.act(Stay{});
    REQUIRE(patient.session().place == Place::detail);
  }
}

TEST_CASE("no timer runs out under a finger and one that stays for ten seconds is forgotten") {
  Patient patient(sample_content(3));
  patient.wait(Millis(9'900)).act(FingerOn{"card"}).wait(seconds(9));
  CHECK(patient.state.card == 0u);  // its dwell ended long ago
  CHECK(patient.session().finger_on);
  patient.wait(seconds(1));
  CHECK_FALSE(patient.session().finger_on);
  CHECK(patient.session().pressed.empty());

  Patient reader(sample_content(3));
  reader.act(OpenCard{}).wait(seconds(75));
  REQUIRE(reader.session().warning == 5);
  reader.act(FingerOn{"stay"}).wait(seconds(30)).act(FingerOff{}).wait(seconds(30));
  CHECK_FALSE(reader.session().warning);  // a long press is an answer, too
  CHECK(reader.session().place == Place::detail);
}

TEST_CASE("a finger that moves is not forgotten") {
  Patient patient(sample_content(2));
  patient.act(FingerOn{"card"});
  for (int i = 0; i < 30; ++i) patient.wait(seconds(1)).act(FingerOn{"card"});
  CHECK(patient.session().finger_on);
}

TEST_CASE("a finger that only trembles is forgotten like one that keeps still") {
  Patient patient(sample_content(2));
  patient.act(FingerOn{"card"});
  for (int i = 0; i < 9; ++i) patient.wait(seconds(1)).act(FingerOn{"card", false});
  CHECK(patient.session().finger_on);
  patient.wait(seconds(1));
  CHECK_FALSE(patient.session().finger_on);
}

TEST_CASE("a paused loop is held until the reset after a warning ends the pause") {
  Patient patient(sample_content(3));
  patient.wait(seconds(5)).act(TogglePause{}).wait(seconds(59));
  CHECK(patient.state.card == 0u);
  patient.wait(seconds(1));
  CHECK(patient.session().warning == 20);
  patient.wait(seconds(20));
  State fresh = start(patient.content, after(seconds(85)));
  fresh.card = 1;
  CHECK(patient.state == fresh);
}

TEST_CASE("a loop that runs again after a pause gives the card its whole dwell") {
  Patient patient(sample_content(3));
  patient.wait(seconds(8)).act(TogglePause{}).wait(seconds(30)).act(TogglePause{});
  CHECK(next_deadline(patient.state, patient.content) == MonoTime(seconds(48)));
}

TEST_CASE("a patient who only leafed through the loop is not asked whether they are still reading") {
  Patient patient(sample_content(3));
  patient.act(Focus{"next"}).wait(seconds(1)).act(ShowNext{}).wait(seconds(59));
  CHECK(patient.session().focus == "next");
  patient.wait(seconds(60));
  CHECK(patient.session() == Session{});
}

TEST_CASE("a warning precedes the reset of anything a patient has changed but not of finger and keypad state") {
  struct Row {
    const char* what;
    void (*change)(Session&);
    bool warned;
  };
  for (const Row& row :
       {Row{"detail", [](Session& s) { s.place = Place::detail; }, true},
        Row{"chooser", [](Session& s) { s.chooser = Chooser::access; }, true},
        Row{"pause", [](Session& s) { s.paused = true; }, true},
        Row{"language", [](Session& s) { s.language_chosen = true; }, true},
        Row{"contrast", [](Session& s) { s.high_contrast = true; }, true},
        Row{"motion", [](Session& s) { s.reduced_motion = true; }, true},
        Row{"size", [](Session& s) { s.text_percent = 150; }, true},
        Row{"reach", [](Session& s) { s.reach = Reach::left; }, true},
        Row{"voice", [](Session& s) { s.aloud = true; }, true},
        Row{"volume", [](Session& s) { s.volume = loudest; }, true},
        Row{"question", [](Session& s) { s.questions = {0}; }, true}, Row{"nothing", [](Session&) {}, false},
        Row{"focus", [](Session& s) { s.focus = "next"; }, false},
        Row{"offer made", [](Session& s) { s.offered = true; }, false}}) {
    INFO(row.what);
    Patient patient(sample_content(2));
    row.change(patient.state.session);
    patient.state.moments.touched = MonoTime{};
    CHECK(has_something_to_lose(patient.session()) == row.warned);
    CHECK(leaves_something(patient.session()) == row.warned);
    patient.wait(seconds(61));
    CHECK(patient.session().warning.has_value() == row.warned);
  }
}

TEST_CASE("a late warning lasts no longer than one that is on time") {
  const Content content = sample_content(2);
  State state = update(start(content, after(Millis(0))), content, OpenCard{}, after(Millis(0)));
  state = update(state, content, Tick{}, after(seconds(65)));  // it was due after 60
  CHECK(state.session.warning == 20);
  state = update(state, content, Tick{}, after(seconds(65)));
  CHECK(state.session.warning == 15);
}

TEST_CASE("a card that was held for a listener has its whole dwell when the voice is lost") {
  Patient patient(sample_content(3));
  patient.wait(seconds(2)).act(ReadAgain{}).wait(seconds(30));
  REQUIRE(patient.state.card == 0u);
  patient.act(VoiceChanged{false}).wait(Millis(9'999));
  CHECK(patient.state.card == 0u);
  patient.wait(Millis(1));
  CHECK(patient.state.card == 1u);
}

TEST_CASE("a patient is asked for the whole warning after a voice that hung or was lost") {
  const bool is_lost = GENERATE(false, true);
  Content content = sample_content(2);
  content.settings.idle.timeout = content.settings.idle.longest = seconds(10);
  Patient patient(content);
  patient.act(OpenCard{}).wait(seconds(1));
  patient.act(ToggleAloud{});
  REQUIRE(patient.session().reading);
  if (is_lost) {
    patient.wait(longest_sentence - seconds(1)).act(VoiceChanged{false});
  } else {
    patient.wait(longest_sentence);
  }
  REQUIRE_FALSE(patient.session().reading);
  patient.wait(seconds(9));
  CHECK_FALSE(patient.session().warning);
  patient.wait(seconds(2));
  CHECK(patient.session().warning);
  patient.wait(content.settings.idle.warning - seconds(2));
  CHECK(patient.session().warning);
}

TEST_CASE("a language is for this session only") {
  Patient patient(sample_content(2));
  patient.act(OpenLanguages{}).wait(seconds(1)).act(ChooseLanguage{1});
  CHECK(patient.state.language == 1u);
  CHECK(patient.session().chooser == Chooser::none);
  patient.wait(seconds(61));
  CHECK(patient.session().warning);
  patient.wait(seconds(20));
  CHECK(patient.state.language == 0u);
}

TEST_CASE("choosing the same text size again or asking for reach stays on the same part of the page") {
  Patient reader(sample_content(2));
  reader.act(SetTextSize{200}).wait(seconds(1)).act(OpenCard{}).wait(seconds(1)).act(ShowPage{1, 2}).wait(seconds(1));
  reader.act(SetTextSize{200}).wait(seconds(1)).act(ToggleReach{Reach::right}).wait(seconds(1));
  CHECK(reader.session().page == 1u);
  CHECK(reader.session().part == 2u);
  reader.act(SetTextSize{150});
  CHECK(reader.session().part == 0u);  // another size splits the page elsewhere
}

TEST_CASE("after a child has played, one tap on Home gives the next patient a fresh start") {
  Content content = with_exhibits();
  Patient patient(content);
  patient.wait(seconds(12)).act(ChooseLanguage{1}).wait(seconds(1)).act(TogglePause{}).wait(seconds(1));
  patient.act(SetTextSize{200}).wait(seconds(1)).act(ToggleContrast{}).wait(seconds(1)).act(ToggleMotion{});
  patient.wait(seconds(1)).act(StepVolume{1}).wait(seconds(1)).act(ToggleReach{Reach::left}).wait(seconds(1));
  patient.act(ShowCard{0}).wait(seconds(1)).act(OpenCard{}).wait(seconds(1)).act(ExhibitTap{ExhibitVerb::fold});
  patient.wait(seconds(1)).act(ToggleAloud{}).wait(seconds(1));
  CHECK(differs_from_start(patient.session()));
  patient.act(GoHome{});
  CHECK(patient.session() == Session{});
  CHECK(patient.state.card == 0u);
  CHECK(patient.state.language == 0u);
  // … and a double tap does not press what has come in its place.
  patient.wait(Millis(100)).act(TogglePause{});
  CHECK(patient.session() == Session{});
}

TEST_CASE("the list of topics leads to any card in two taps and keeps language and looks") {
  Patient patient(sample_content(3));
  patient.act(ChooseLanguage{1}).wait(seconds(1)).act(SetTextSize{150}).wait(seconds(1)).act(OpenCard{});
  patient.wait(seconds(1)).act(OpenTopics{1});
  CHECK(patient.session().chooser == Chooser::topics);
  CHECK(patient.session().list_part == 1u);
  patient.wait(seconds(1)).act(ShowCard{2});
  CHECK(patient.state.card == 2u);
  CHECK(patient.state.language == 1u);
  CHECK(patient.session().text_percent == 150);
  CHECK(patient.session().place == Place::loop);
  CHECK(patient.session().chooser == Chooser::none);
  CHECK(patient.session().list_part == 0u);
  // Back leads to where it was opened.
  patient.wait(seconds(1)).act(OpenCard{}).wait(seconds(1)).act(OpenTopics{}).wait(seconds(1)).act(Leave{});
  CHECK(patient.session().place == Place::detail);
  // A card that is not in the loop cannot be asked for, and a loop of one card has no list.
  patient.wait(seconds(1)).act(ShowCard{9});
  CHECK(patient.session().place == Place::detail);
  Patient alone(sample_content(1));
  alone.act(OpenTopics{});
  CHECK(alone.session() == Session{});
}

TEST_CASE("a card has its whole dwell after a chooser or an answered warning") {
  Patient patient(sample_content(3));
  patient.act(OpenAccess{}).wait(seconds(30)).act(Leave{}).wait(Millis(9'999));
  CHECK(patient.state.card == 0u);
  patient.wait(Millis(1));
  CHECK(patient.state.card == 1u);
}

TEST_CASE("a patient who is reading when the clinic closes may finish") {
  Content content = sample_content(2);
  content.settings.hours.week.assign(7, {OpenSpan{std::chrono::hours(7), std::chrono::minutes(8 * 60 + 1)}});
  Patient patient(content);
  patient.wait(seconds(50)).act(OpenCard{}).wait(seconds(30));
  CHECK(patient.state.open);
  CHECK(patient.session().place == Place::detail);
  patient.wait(seconds(60));
  CHECK_FALSE(patient.state.open);
  CHECK(patient.session() == Session{});
}

TEST_CASE("a card whose picture breaks while it is being read leads back to the loop") {
  Patient patient(sample_content(3));
  patient.act(OpenCard{}).act(LeaveOut{"a"});
  CHECK(patient.session().place == Place::loop);
  CHECK(patient.state.card == 1u);
}

TEST_CASE("an open detail in a paused loop asks for no wakeup but its idle deadline") {
  Patient patient(with_exhibits());
  patient.act(TogglePause{}).wait(seconds(1)).act(OpenCard{});
  CHECK(next_deadline(patient.state, patient.content) == MonoTime(seconds(61)));
}

namespace {

// Anything that a patient, a keypad, a voice or an unplugged loudspeaker may do at any time.
void do_something(Patient& patient, std::mt19937& random) {
  static const std::vector<Action> taps = all_taps();
  patient.wait(Millis(random() % 9000));
  if (random() % 4 == 0) patient.act(FingerOn{"card"}).wait(Millis(random() % 12000)).act(FingerOff{});
  if (random() % 6 == 0) {
    patient.act(HandleMove{HandlePhase::grab, 0.9, 0.9}).act(HandleMove{HandlePhase::drag, 0.3, 0.2});
    if (random() % 2 == 0) patient.act(HandleMove{HandlePhase::let_go, 0, 0});
  }
  if (random() % 4 == 0) patient.act(Focus{random() % 2 == 0 ? "next" : "gone"});
  if (random() % 3 == 0) patient.act(SentenceEnded{random() % 2 == 0});
  if (random() % 20 == 0) patient.act(VoiceChanged{random() % 3 != 0});
  patient.act(taps[random() % taps.size()]);
}

}  // namespace

TEST_CASE("the volume goes up and down by one and stays within its range") {
  const Content content = sample_content(1);
  Patient patient(content);
  patient.act(OpenAccess{});
  for (int step = 0; step < loudest + 2; ++step) {
    const int before = patient.session().volume;
    patient.wait(seconds(1)).act(StepVolume{1});
    CHECK(patient.session().volume == std::min(before + 1, loudest));
  }
  for (int step = 0; step < loudest + 2; ++step) patient.wait(seconds(1)).act(StepVolume{-1});
  CHECK(patient.session().volume == 1);
}

TEST_CASE("after thousands of random journeys the next patient finds the state of a fresh start") {
  std::mt19937 random(2026);
  const Content content = with_exhibits();
  int resets = 0, large = 0, aloud = 0, brought_down = 0, loud = 0;
  for (int journey = 0; journey < 3000; ++journey) {
    Patient patient(content);
    for (unsigned i = 3 + random() % 12; i > 0; --i) do_something(patient, random);
    const Session& left = patient.session();
    const bool to_lose = leaves_something(left);
    large += left.text_percent != 100 ? 1 : 0;
    aloud += left.aloud ? 1 : 0;
    brought_down += left.reach != Reach::none ? 1 : 0;
    loud += left.volume != usual_volume ? 1 : 0;
    const Millis latest = patient.time + longest_sentence + seconds(180 + 20 + 10);
    while (!(patient.session() == Session{})) {
      REQUIRE(patient.time <= latest);
      patient.wait(next_deadline(patient.state, content).time_since_epoch() - patient.time);
    }
    if (!to_lose) continue;
    ++resets;
    State fresh = start(content, after(patient.time));
    fresh.card = patient.state.card;  // the loop goes on where it was: see update_test
    fresh.hello = patient.state.hello;
    fresh.has_voice = patient.state.has_voice;  // belongs to the house, not to the patient
    CHECK(patient.state == fresh);
  }
  // Otherwise nothing was tried.
  CHECK(resets > 1000);
  for (const int tried : {large, aloud, brought_down, loud}) CHECK(tried > 300);
}

TEST_CASE("behind a patient the loop goes on with the card that would have come next") {
  struct Row {
    const char* what;
    int cards_before;
    std::vector<Action> acts;
    std::size_t card;
    bool hello;
  };
  const auto found_by_next = [](const Row& row, bool greets) {
    Content content = sample_content(5);
    content.settings.loop.hello = greets;
    Patient patient(content);
    for (int i = 0; i < row.cards_before + (greets ? 1 : 0); ++i) {
      patient.wait(next_deadline(patient.state, content).time_since_epoch() - patient.time);
    }
    REQUIRE(patient.state.card == static_cast<std::size_t>(row.cards_before));
    for (const Action& action : row.acts) patient.wait(seconds(1)).act(action);
    if (!(patient.session() == Session{})) {
      patient.wait(content.settings.idle.timeout + content.settings.idle.warning + seconds(1));
    }
    REQUIRE(patient.session() == Session{});
    return std::pair(patient.state.card, patient.state.hello);
  };
  for (const Row& row : {
           Row{"reads the card", 2, {OpenCard{}}, 3, true},
           Row{"leafs back and reads another", 2, {ShowPrevious{}, ShowPrevious{}, OpenCard{}}, 3, true},
           Row{"changes the language", 1, {ChooseLanguage{1}, OpenCard{}}, 2, true},
           Row{"reads the last card", 4, {OpenCard{}}, 0, true},
           Row{"starts again, and finds the greetings", 2, {OpenCard{}, GoHome{}}, 3, true},
       }) {
    INFO(row.what);
    CHECK(found_by_next(row, true) == std::pair(std::optional(row.card), row.hello));
  }
  // Without greetings the card itself is what comes first.
  CHECK(found_by_next({"reads the card", 2, {OpenCard{}}, 3, false}, false) == std::pair(std::optional(3UL), false));
  CHECK(found_by_next({"starts again", 2, {OpenCard{}, GoHome{}}, 0, false}, false) ==
        std::pair(std::optional(0UL), false));
}

TEST_CASE("a touch that changes nothing does not decide where the loop goes on hours later") {
  Content content = sample_content(5);
  Patient patient(content);
  patient.act(FingerOn{}).act(FingerOff{});
  while (patient.state.card != 3U) {
    patient.wait(next_deadline(patient.state, content).time_since_epoch() - patient.time);
  }
  patient.wait(seconds(1)).act(OpenCard{});
  patient.wait(content.settings.idle.timeout + content.settings.idle.warning + seconds(1));
  CHECK(patient.state.card == 4U);
}
