// What the kiosk wants spoken, when, and when not, tested without a voice.
#include <algorithm>
#include <utility>

#include "app/user.h"
#include "screens/compose.h"

using namespace anteroom;
using namespace anteroom::tests;
using std::chrono::seconds;

namespace {

// A patient who listens.
struct Listener : User {
  using User::User;

  std::string saying() const { return kiosk.speech() ? kiosk.speech()->text : ""; }
  // Everything spoken until silence, at a second per sentence.
  std::vector<std::string> hear() {
    std::vector<std::string> all;
    while (const auto speech = kiosk.speech()) {
      all.push_back(speech->text);
      REQUIRE(all.size() < 100);
      wait(seconds(1));
      kiosk.speech_ended(speech->id, now());
    }
    return all;
  }
  void accept() {
    key(Key::next);
    key(Key::select);
    hear();
  }
  const Session& session() const { return kiosk.state().session; }
};

bool has(const std::vector<std::string>& all, const std::string& text) {
  return std::find(all.begin(), all.end(), text) != all.end();
}

}  // namespace

TEST_CASE("nothing is spoken until a user asks for it") {
  Listener patient;
  patient.tap("card");
  patient.tap("next");
  patient.tap("access");
  patient.wait(seconds(300));
  CHECK(patient.saying().empty());
}

TEST_CASE("the first key on the loop offers to read aloud and select accepts") {
  Listener patient;
  patient.key(Key::previous);
  CHECK(patient.kiosk.scene().screen == "offer");
  CHECK(has(patient.hear(), "Shall this screen be read aloud?"));
  patient.key(Key::select);
  const std::vector<std::string> heard = patient.hear();
  CHECK(heard.front() == "Next and Previous move from button to button.");
  CHECK(has(heard, "Title a"));
  CHECK(has(heard, "A short lead."));
}

TEST_CASE("a user who declines the offer is not asked again and hears nothing") {
  for (const bool by_back : {true, false}) {
    Listener patient;
    patient.key(Key::next);
    if (by_back) {
      patient.key(Key::back);
    } else {
      patient.tap("no");
    }
    CHECK(patient.saying().empty());
    patient.key(Key::next);
    CHECK(patient.kiosk.scene().screen == "loop");
    CHECK(patient.saying().empty());
  }
}

TEST_CASE("the target that the keypad moves to is spoken") {
  Listener patient;
  patient.accept();
  patient.key(Key::next);
  CHECK(patient.saying() == "Title a");
  patient.key(Key::next);
  CHECK(patient.saying() == "Start again");
  patient.key(Key::next);
  CHECK(patient.saying() == "Previous");
}

TEST_CASE("every screen that is opened is read to its end and only once") {
  Listener patient;
  patient.accept();
  patient.key(Key::next);
  patient.key(Key::select);
  const std::vector<std::string> heard = patient.hear();
  CHECK(has(heard, "First page"));
  CHECK(has(heard, "Some words."));
  patient.wait(seconds(5));
  CHECK(patient.saying().empty());
}

TEST_CASE("any touch and any key silences the voice at once") {
  for (const Key key : {Key::next, Key::previous, Key::select, Key::back, Key::repeat, Key::volume}) {
    Listener patient;
    patient.accept();
    patient.key(Key::repeat);
    const auto before = patient.kiosk.speech();
    REQUIRE(before);
    patient.kiosk.key(key, patient.now());
    const auto after = patient.kiosk.speech();
    CHECK((!after || after->id != before->id));
  }
  Listener patient;
  patient.accept();
  patient.key(Key::repeat);
  REQUIRE(patient.kiosk.speech());
  patient.kiosk.touch({1, app::ContactPhase::down, {100, 100}}, patient.now());
  CHECK_FALSE(patient.kiosk.speech());
}

TEST_CASE("repeat reads the screen from the start, also for a user who was never asked") {
  Listener patient;
  patient.key(Key::repeat);
  const std::vector<std::string> heard = patient.hear();
  CHECK(has(heard, "Title a"));
  patient.key(Key::repeat);
  CHECK(patient.hear() == heard);
}

TEST_CASE("read aloud from Aa reads the screen it was opened from, and stop reading ends it") {
  Listener patient;
  patient.tap("card");
  patient.tap("access");
  patient.tap("aloud");
  CHECK(patient.kiosk.scene().screen == "detail");
  CHECK(has(patient.hear(), "Some words."));
  patient.tap("access");
  patient.tap("aloud");
  CHECK(patient.saying().empty());
  patient.tap("back");
  CHECK(patient.saying().empty());
}

TEST_CASE("the volume key goes through five steps and says which one it is") {
  Listener patient;
  patient.accept();
  for (const int step : {4, 5, 1, 2, 3}) {
    patient.key(Key::volume);
    CHECK(patient.saying() == "Volume " + std::to_string(step) + " of 5");
    CHECK(patient.kiosk.speech()->volume == step * 20);
  }
}

TEST_CASE("a session does not end while the voice speaks, and the warning is read") {
  Listener patient;
  patient.accept();
  patient.key(Key::next);
  patient.key(Key::select);
  for (int i = 0; i < 30; ++i) {  // ten minutes of one sentence after another
    patient.wait(seconds(20));
    patient.kiosk.speech_ended(patient.kiosk.speech() ? patient.kiosk.speech()->id : 0, patient.now());
    if (!patient.kiosk.speech()) patient.key(Key::repeat);
    REQUIRE(patient.kiosk.scene().screen == "detail");
  }
  patient.hear();
  patient.wait(seconds(65));
  CHECK(patient.kiosk.scene().screen == "warning");
  CHECK(patient.saying() == "Still reading?");
  patient.wait(seconds(25));
  CHECK(patient.session() == Session{});
  CHECK(patient.saying().empty());
}

TEST_CASE("a voice that never finishes does not hold the screen forever") {
  Listener patient;
  patient.key(Key::repeat);
  patient.wait(std::chrono::minutes(10));
  CHECK(patient.session() == Session{});
}

TEST_CASE("without a voice everything else works, and Aa says that there is no sound") {
  Listener patient;
  patient.key(Key::repeat);
  patient.kiosk.act(VoiceChanged{false}, patient.now());
  CHECK(patient.saying().empty());
  patient.key(Key::repeat);
  CHECK(patient.saying().empty());
  patient.tap("access");
  const scene::Target* aloud = scene::target_named(patient.kiosk.scene(), "aloud");
  REQUIRE(aloud != nullptr);
  CHECK(aloud->label == "Sound is not available");
  patient.tap("aloud");
  CHECK_FALSE(patient.session().aloud);
  patient.tap("back");
  patient.key(Key::next);  // speech is not offered without a voice
  CHECK(patient.kiosk.scene().screen == "loop");
  patient.kiosk.act(VoiceChanged{true}, patient.now());
  patient.key(Key::repeat);
  CHECK_FALSE(patient.saying().empty());
}

TEST_CASE("the sentence being spoken is marked on the screen") {
  Listener patient;
  patient.key(Key::repeat);
  const auto marks = [&] {
    const std::size_t plain =
        screens::compose(patient.kiosk.state(), patient.kiosk.content(), patient.fonts).items.size();
    return patient.kiosk.scene().items.size() - plain;
  };
  CHECK(marks() >= 1);
  patient.hear();
  CHECK(marks() == 0);
}

TEST_CASE("the second press of a double tap does not silence the screen that the first one opened") {
  for (const bool by_touch : {false, true}) {
    Listener patient;
    patient.accept();
    patient.key(Key::next);
    patient.wait(seconds(2));
    patient.kiosk.key(Key::select, patient.now());
    const auto opened = patient.kiosk.speech();
    REQUIRE(opened);
    patient.wait(Millis(120));
    if (by_touch) {
      patient.kiosk.touch({1, app::ContactPhase::down, {100, 100}}, patient.now());
      patient.wait(Millis(60));
      patient.kiosk.touch({1, app::ContactPhase::up, {100, 100}}, patient.now());
    } else {
      patient.kiosk.key(Key::select, patient.now());
    }
    CHECK(patient.kiosk.speech() == opened);
  }
}

TEST_CASE("a user who moves through the offer hears its buttons") {
  Listener patient;
  patient.key(Key::next);
  patient.key(Key::next);
  CHECK(patient.saying() == "No");
  patient.key(Key::previous);
  CHECK(patient.saying() == "Yes, read aloud");
}

TEST_CASE("a card that is removed while it is read is followed by all of the next one") {
  for (const bool opened : {false, true}) {
    Listener patient;
    patient.accept();
    patient.key(Key::next);
    if (opened) patient.key(Key::select);
    patient.key(Key::repeat);
    for (int i = 0; i < 3; ++i) patient.kiosk.speech_ended(patient.kiosk.speech()->id, patient.now());
    const std::uint64_t before = patient.kiosk.speech()->id;
    patient.kiosk.act(LeaveOut{"a"}, patient.now());
    REQUIRE(patient.kiosk.speech());
    CHECK(patient.kiosk.speech()->id != before);
    const std::vector<std::string> heard = patient.hear();
    CHECK(has(heard, "Title b"));
    CHECK(heard.front() == "Topic");
  }
}

TEST_CASE("a user who answers the warning hears where they are") {
  const auto warn = [](Listener& patient) {
    patient.hear();
    patient.wait(seconds(65));
    REQUIRE(patient.kiosk.scene().screen == "warning");
  };
  Listener by_key;
  by_key.accept();
  by_key.key(Key::next);
  by_key.key(Key::select);
  by_key.wait(seconds(1));
  by_key.key(Key::previous);
  const std::string focus = by_key.saying();
  warn(by_key);
  by_key.key(Key::next);
  CHECK(by_key.kiosk.scene().screen == "detail");
  CHECK(by_key.saying() == focus);  // the key only answered the warning

  Listener by_touch;
  by_touch.tap("card");
  by_touch.tap("access");
  by_touch.tap("aloud");
  warn(by_touch);
  by_touch.tap("stay");
  CHECK(has(by_touch.hear(), "Some words."));
}

TEST_CASE("the loudspeaker in the bar reads the screen, and accepts an open offer") {
  Listener patient;
  patient.tap("listen");
  CHECK(patient.session().aloud);
  CHECK_FALSE(patient.saying().empty());
  patient.tap("listen");
  CHECK_FALSE(patient.session().aloud);
  CHECK(patient.saying().empty());
  Listener by_key;
  by_key.key(Key::next);
  REQUIRE(by_key.kiosk.scene().screen == "offer");
  by_key.tap("listen");
  CHECK(by_key.kiosk.scene().screen == "loop");
  CHECK(by_key.session().aloud);
}

TEST_CASE("losing the voice closes an open offer and removes its focus ring") {
  Listener patient;
  patient.key(Key::next);
  patient.kiosk.act(VoiceChanged{false}, patient.now());
  CHECK(patient.kiosk.scene().screen == "loop");
  CHECK(patient.session().focus.empty());
  CHECK(patient.saying().empty());
}

TEST_CASE("the name of a language is spoken in that language") {
  Listener patient;
  patient.accept();
  patient.tap("language");
  REQUIRE(patient.kiosk.speech());
  std::vector<std::string> languages;
  while (const auto speech = patient.kiosk.speech()) {
    languages.push_back(speech->language);
    patient.wait(seconds(1));
    patient.kiosk.speech_ended(speech->id, patient.now());
  }
  CHECK(std::count(languages.begin(), languages.end(), "fr") == 2);  // it greets, and says its name
  for (int i = 0; i < 20 && patient.session().focus != "language-fr"; ++i) patient.key(Key::next);
  REQUIRE(patient.kiosk.speech());
  CHECK(patient.kiosk.speech()->language == "fr");
  patient.key(Key::select);
  CHECK(patient.kiosk.speech()->language == "fr");
  CHECK(has(patient.hear(), "Titre a"));
}

TEST_CASE("the loop stops while a user listens, so that the card that was heard is the one that opens") {
  Listener patient;
  patient.accept();
  const std::string heard = patient.kiosk.scene().card;
  patient.wait(seconds(45));
  CHECK(patient.kiosk.scene().card == heard);
  patient.wait(seconds(60));  // the warning is read, and nobody answers
  patient.hear();
  patient.wait(seconds(60));
  CHECK(patient.session() == Session{});
}

TEST_CASE("what a finger has done to the exhibit is spoken if reading aloud is on") {
  Content content = sample_content(2);
  content.pack.cards[0].exhibit = Fold{};
  for (CardText& text : content.pack.cards[0].text) {
    text.exhibit = {
        "Fold", "Drag a corner.", {{"", "Flat."}, {"", "Now it is folded."}, {"", "Open."}, {"", "Smooth."}}};
  }
  Listener patient(content);
  patient.accept();
  patient.tap("card");
  patient.hear();
  scene::Rect sheet;
  for (const scene::Item& item : patient.kiosk.scene().items) {
    if (const auto* handle = std::get_if<scene::Handle>(&item)) sheet = handle->box;
  }
  const scene::Point corner{sheet.right() - 2, sheet.bottom() - 2}, middle{sheet.x + sheet.w * 0.4, sheet.y + 30};
  patient.kiosk.touch({1, app::ContactPhase::down, corner}, patient.now());
  patient.wait(Millis(50));
  patient.kiosk.touch({1, app::ContactPhase::move, middle}, patient.now());
  CHECK(patient.saying().empty());  // while the finger is dragging
  patient.kiosk.touch({1, app::ContactPhase::up, middle}, patient.now());
  CHECK(has(patient.hear(), "Now it is folded."));
}

TEST_CASE("with no card left any key reads what is on the screen") {
  Content empty = sample_content(0);
  empty.settings.clinic_name = "Lakeside Clinic";
  Listener patient(empty);
  REQUIRE(patient.kiosk.scene().screen == "fallback");
  for (const Key key : {Key::next, Key::select, Key::back, Key::repeat}) {
    CHECK(patient.kiosk.speech() == std::nullopt);
    patient.key(key);
    const std::vector<std::string> heard = patient.hear();
    CHECK(has(heard, "Lakeside Clinic"));
    CHECK(has(heard, words_for(empty, "en").say("fallback")));
    CHECK(patient.session() == Session{});
  }
}

TEST_CASE("an outdated end of a sentence changes nothing") {
  Listener patient;
  patient.key(Key::repeat);
  const std::uint64_t old = patient.kiosk.speech()->id;
  patient.key(Key::repeat);
  const auto now = patient.kiosk.speech();
  patient.kiosk.speech_ended(old, patient.now());
  CHECK(patient.kiosk.speech() == now);
}

TEST_CASE("while a front is read aloud it is known which sentences of its lead have begun") {
  Content content = sample_content(2);
  for (Card& card : content.pack.cards) card.text[0].lead = "It opens. It closes. It rests.";
  Listener patient(content);
  patient.key(Key::repeat);
  std::vector<std::pair<std::string, std::size_t>> heard;
  while (const auto speech = patient.kiosk.speech()) {
    heard.emplace_back(speech->text, patient.session().reading->of_lead);
    REQUIRE(heard.size() < 100);
    patient.kiosk.speech_ended(speech->id, patient.now());
  }
  const auto begun_with = [&](const std::string& text) {
    const auto at = std::find_if(heard.begin(), heard.end(), [&](const auto& each) { return each.first == text; });
    REQUIRE(at != heard.end());
    return at->second;
  };
  CHECK(begun_with("Title a") == 0);
  CHECK(begun_with("It opens.") == 1);
  CHECK(begun_with("It closes.") == 2);
  CHECK(begun_with("It rests.") == whole_lead);
  CHECK(heard.back().second == whole_lead);
}
