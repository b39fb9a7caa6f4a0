// The screens on which a patient chooses, and the bar. Letters are half an em wide here.
#include <algorithm>
#include <cmath>

#include "catch.h"
#include "model/names.h"
#include "model/sample_content.h"
#include "scene/dump.h"
#include "scene/hit_test.h"
#include "scene/rules.h"
#include "screens/compose.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

Content with_languages(std::size_t count, bool portrait) {
  Content content = sample_content(3);
  content.assets = "/assets";
  if (portrait) std::swap(content.settings.screen.width_mm, content.settings.screen.height_mm);
  Pack& pack = content.pack;
  pack.languages.clear();
  for (std::size_t i = 0; i < count; ++i) pack.languages.push_back("en-" + std::to_string(100 + i));
  pack.source.assign(count, "A book");
  for (Card& card : pack.cards) card.text.assign(count, CardText(card.text[0]));
  return content;
}

scene::Scene shown(const Content& content, const Session& session, bool has_voice = true) {
  text::FakeFonts fonts;
  State state = start(content, moment(Millis(0), monday_morning));
  state.session = session;
  state.has_voice = has_voice;
  return screens::compose(state, content, fonts);
}

scene::Scene chooser(const Content& content, Chooser which, int percent = 100) {
  Session session;
  session.chooser = which;
  session.text_percent = percent;
  return shown(content, session);
}

std::vector<std::string> ids(const scene::Scene& scene) {
  std::vector<std::string> all;
  for (const scene::Target* target : scene::focus_order(scene)) all.push_back(target->id);
  return all;
}

bool has(const scene::Scene& scene, const char* id) {
  return scene::target_named(scene, id) != nullptr;
}

const scene::Text* text_that_says(const scene::Scene& scene, const std::string& words) {
  for (const scene::Item& item : scene.items) {
    const auto* text = std::get_if<scene::Text>(&item);
    if (text != nullptr && text->layout.text == words) return text;
  }
  return nullptr;
}

// The height of the largest letters on the target `id`.
double largest_letters(const scene::Scene& scene, const std::string& id) {
  const scene::Target* target = scene::target_named(scene, id);
  REQUIRE(target != nullptr);
  double largest = 0;
  for (const scene::Item& item : scene.items) {
    const auto* text = std::get_if<scene::Text>(&item);
    if (text != nullptr && target->box.encloses(text->box)) largest = std::max(largest, text->layout.cap_height_mm);
  }
  return largest;
}

}  // namespace

TEST_CASE("however many languages there are, they greet large and fill the glass") {
  for (const bool portrait : {false, true}) {
    for (const std::size_t count : {1, 2, 6, 12}) {
      INFO(count << (portrait ? " in portrait" : ""));
      const scene::Scene scene = chooser(with_languages(count, portrait), Chooser::language);
      CHECK(scene::faults(scene) == std::vector<std::string>{});
      double filled = 0;
      for (std::size_t i = 0; i < count; ++i) {
        const std::string id = target_id::of_language("en-" + std::to_string(100 + i));
        const scene::Rect box = scene::target_named(scene, id)->box;
        filled += box.w * box.h;
        CHECK(largest_letters(scene, id) > 1.24 * 8);  // of the name below
      }
      CHECK(filled > 0.45 * scene.width_mm * scene.height_mm);
    }
  }
}

TEST_CASE("start again is on the bar of every screen that differs from a fresh start and home is not") {
  const Content content = with_languages(3, false);
  const auto home = [&](const Session& session) {
    const scene::Scene scene = shown(content, session);
    CHECK(scene::faults(scene) == std::vector<std::string>{});
    const scene::Target* target = scene::target_named(scene, target_id::home);
    return target == nullptr ? std::string() : target->label;
  };
  CHECK(home({}).empty());
  for (const Place place : {Place::loop, Place::detail}) {
    for (const Chooser chooser : {Chooser::none, Chooser::language, Chooser::access, Chooser::topics}) {
      Session fresh;
      fresh.place = place;
      fresh.chooser = chooser;
      if (fresh != Session{}) CHECK(home(fresh) == "Home");
      for (int i = 0; i < 6; ++i) {
        Session changed = fresh;
        changed.high_contrast = i == 0;
        changed.reduced_motion = i == 1;
        changed.language_chosen = i == 2;
        changed.text_percent = i == 3 ? 200 : i == 4 ? 150 : 100;
        if (i == 5) changed.volume = 1;
        INFO(static_cast<int>(place) << static_cast<int>(chooser) << i);
        CHECK(home(changed) == "Start again");
      }
    }
  }
}

TEST_CASE("at rest each language has its name on the bar for one card, and somebody who reads sees one word") {
  Content content = with_languages(3, false);
  for (std::size_t i = 0; i < 3; ++i) {
    InterfaceWords words = words_for(content, "en");
    words.language = content.pack.languages[i];
    words.words["language_name"] = std::string("Name ") + static_cast<char>('A' + i);
    content.interface.push_back(words);
  }
  text::FakeFonts fonts;
  State state = start(content, moment(Millis(0), monday_morning));
  const auto says = [&](const char* words) {
    return text_that_says(screens::compose(state, content, fonts), words) != nullptr;
  };
  CHECK(says("Language"));
  state.turns = 1;
  CHECK(says("Name B"));
  CHECK_FALSE(says("Language"));
  CHECK(scene::target_named(screens::compose(state, content, fonts), target_id::language)->label == "Language");
  state.session.place = Place::detail;
  CHECK(says("Language"));
  state.session = {};
  state.turns = 2;
  CHECK(says("Name C"));
  state.turns = 3;
  CHECK(says("Language"));
}

TEST_CASE("the list of topics has every card of the loop at every text size and no screen of it breaks a rule") {
  for (const bool portrait : {false, true}) {
    for (const int percent : {100, 150, 200}) {
      Content content = with_languages(2, portrait);
      while (content.pack.cards.size() < 40) {
        content.pack.cards.push_back(content.pack.cards[0]);
        content.pack.cards.back().id = "more-" + std::to_string(content.pack.cards.size());
      }
      text::FakeFonts fonts;
      State state = start(content, moment(Millis(0), monday_morning));
      state.session.chooser = Chooser::topics;
      state.session.text_percent = percent;
      std::size_t listed = 0;
      std::optional<Action> forward = OpenTopics{};
      for (; forward; ++state.session.list_part) {
        const scene::Scene scene = screens::compose(state, content, fonts);
        INFO(percent << " " << portrait << " part " << state.session.list_part);
        CHECK(scene::faults(scene) == std::vector<std::string>{});
        for (const std::string& id : ids(scene)) listed += id.starts_with("topic-") ? 1 : 0;
        forward = scene.swipe.next;
      }
      CHECK(listed == 40);
    }
  }
}

TEST_CASE("where greetings have no room, each language still has its name") {
  const scene::Scene scene = chooser(with_languages(14, false), Chooser::language, 200);
  for (std::size_t i = 0; i < 14; ++i)
    CHECK(has(scene, target_id::of_language("en-" + std::to_string(100 + i)).c_str()));
  CHECK(scene::visible_text(scene).find("Hello") == std::string::npos);
}

TEST_CASE("a language without a greeting shows its name instead, not an English one") {
  Content content = with_languages(2, false);
  content.pack.languages[1] = "pt";
  content.interface.push_back({"pt", {{"language_name", "Português"}}});
  const std::string words = scene::visible_text(chooser(content, Chooser::language));
  CHECK_THAT(words, ContainsSubstring("Hello\n") && ContainsSubstring("Português\n"));
  CHECK(words.find("Hello", words.find("Hello") + 1) == std::string::npos);
}

TEST_CASE("Pause is offered only where something runs by itself") {
  const Content content = with_languages(2, false);
  Session session;
  CHECK(has(shown(content, session), target_id::pause));
  CHECK_FALSE(has(chooser(content, Chooser::language), target_id::pause));
  CHECK_FALSE(has(chooser(content, Chooser::access), target_id::pause));
  session.aloud = true;  // a listener's loop is held
  CHECK_FALSE(has(shown(content, session), target_id::pause));
  session = {};
  session.place = Place::detail;
  CHECK_FALSE(has(shown(content, session), target_id::pause));
  Content alone = content;
  alone.pack.cards.resize(1);
  CHECK_FALSE(has(shown(alone, {}), target_id::pause));
}

TEST_CASE("a loudspeaker is in the bar where there is a voice") {
  const Content content = with_languages(2, false);
  CHECK(has(shown(content, {}), target_id::listen));
  CHECK_FALSE(has(shown(content, {}, false), target_id::listen));
  Session session;
  session.aloud = true;
  CHECK(scene::target_named(shown(content, session), target_id::listen)->label == "Stop");
}

TEST_CASE("the keypad visits the bar in the order of the screen") {
  const std::vector<std::string> front = ids(shown(with_languages(2, false), {}));
  CHECK(front ==
        std::vector<std::string>{"card", "pause", "previous", "next", "topics", "listen", "language", "access"});
  Session page;
  page.place = Place::detail;
  std::vector<std::string> of_page = ids(shown(with_languages(2, false), page));
  of_page.erase(of_page.begin(), std::find(of_page.begin(), of_page.end(), "back"));  // what is on the page itself
  CHECK(of_page == std::vector<std::string>{"back", "home", "next", "topics", "listen", "language", "access"});
}

TEST_CASE("the dots are in the middle of the glass and arrows are never left out") {
  for (const bool portrait : {false, true}) {
    for (const int percent : {100, 150, 200}) {
      INFO(percent << (portrait ? " in portrait" : ""));
      Session session;
      session.text_percent = percent;
      const scene::Scene scene = shown(with_languages(2, portrait), session);
      for (const char* id : {target_id::previous, target_id::next}) {
        const scene::Rect box = scene::target_named(scene, id)->box;
        CHECK(std::any_of(scene.items.begin(), scene.items.end(), [&](const scene::Item& item) {
          const auto* picture = std::get_if<scene::Picture>(&item);
          return picture != nullptr && box.encloses(picture->box);
        }));
      }
      const double before = scene::target_named(scene, target_id::previous)->box.x;
      const double after = scene.width_mm - scene::target_named(scene, target_id::next)->box.right();
      CHECK(before == Approx(after));
    }
  }
}

TEST_CASE("the bar has an edge in high contrast") {
  const auto edges = [](const scene::Scene& scene) {
    return std::count_if(scene.items.begin(), scene.items.end(), [&](const scene::Item& item) {
      const auto* fill = std::get_if<scene::Fill>(&item);
      return fill != nullptr && fill->box.w == scene.width_mm && fill->box.h < 1.5 &&
             scene::contrast(fill->color, scene.ground) >= 3;
    });
  };
  Session session;
  CHECK(edges(shown(with_languages(2, false), session)) == 0);
  session.high_contrast = true;
  CHECK(edges(shown(with_languages(2, false), session)) == 1);
}

TEST_CASE("a hand is offered only where it moves something") {
  Content content = with_languages(2, false);
  const auto offered = [&](Reach chosen) {
    Session session;
    session.chooser = Chooser::access;
    session.reach = chosen;
    const scene::Scene scene = shown(content, session);
    return std::pair(has(scene, target_id::reach_left), has(scene, target_id::reach_right));
  };
  // From 800 to 1068 mm all is in reach already; the left hand still gets the controls on its side.
  CHECK(offered(Reach::none) == std::pair(true, false));
  CHECK(offered(Reach::right) == std::pair(true, true));  // what is on can be switched off
  content.settings.screen.lower_edge_mm = 900;
  CHECK(offered(Reach::none) == std::pair(true, true));
  content.settings.screen.lower_edge_mm = 760;
  CHECK(offered(Reach::none) == std::pair(true, true));
}

TEST_CASE("options are named groups with samples of the letters as large as they will be") {
  for (const bool portrait : {false, true}) {
    const scene::Scene scene = chooser(with_languages(2, portrait), Chooser::access);
    CHECK(scene::faults(scene) == std::vector<std::string>{});
    const std::string words = scene::visible_text(scene);
    for (const char* name : {"Letters", "Contrast", "Motion", "Sound", "Reach", "Text looks like this now."})
      CHECK_THAT(words, ContainsSubstring(name));
    std::vector<double> sizes;
    for (const scene::Item& item : scene.items) {
      const auto* text = std::get_if<scene::Text>(&item);
      if (text != nullptr && text->role == scene::TextRole::sample) sizes.push_back(text->layout.style.size_mm);
    }
    REQUIRE(sizes.size() == 3);
    CHECK(sizes[1] == Approx(1.5 * sizes[0]));
    CHECK(sizes[2] == Approx(2 * sizes[0]));
  }
}

TEST_CASE("under Aa each switch says whether it is on, and the volume has a button for less and one for more") {
  const Content content = with_languages(1, false);
  for (const bool on : {false, true}) {
    Session session;
    session.chooser = Chooser::access;
    session.high_contrast = session.reduced_motion = session.aloud = on;
    const scene::Scene scene = shown(content, session);
    for (const char* id : {target_id::contrast, target_id::motion, target_id::aloud}) {
      const scene::Target* target = scene::target_named(scene, id);
      REQUIRE(target != nullptr);
      CHECK_THAT(target->label, ContainsSubstring(on ? ": on" : ": off"));
      CHECK(target->chosen == on);
    }
    const scene::Target *softer = scene::target_named(scene, target_id::softer),
                        *louder = scene::target_named(scene, target_id::louder);
    REQUIRE(softer != nullptr);
    REQUIRE(louder != nullptr);
    CHECK(softer->action == Action(StepVolume{-1}));
    CHECK(louder->action == Action(StepVolume{1}));
    CHECK(softer->box.right() < louder->box.x);
    CHECK(text_that_says(scene, "Volume 3 of 5")->box.right() < softer->box.x);
  }
}

TEST_CASE("under Aa the card that the patient came from is shown in the colours of now") {
  Content content = with_languages(1, false);
  content.pack.cards[0].picture = "/pictures/one.svg";
  content.pack.cards[0].ground = Ground::sky;
  for (const bool high_contrast : {false, true}) {
    Session session;
    session.chooser = Chooser::access;
    session.high_contrast = high_contrast;
    const scene::Scene scene = shown(content, session);
    const auto is_picture = [&](const scene::Item& item) {
      const auto* picture = std::get_if<scene::Picture>(&item);
      return picture != nullptr && picture->file == "/pictures/one.svg";
    };
    const auto count = std::count_if(scene.items.begin(), scene.items.end(), is_picture);
    CHECK(count == (high_contrast ? 2 : 1));  // with its white edge
    CHECK(text_that_says(scene, content.pack.cards[0].text[0].title) != nullptr);
  }
}

TEST_CASE("in a language without the names of the groups the options have none") {
  Content content = with_languages(2, false);
  content.pack.languages[0] = "pt";
  content.interface.push_back({"pt", {{"contrast_off", "Mais contraste: não"}}});
  const std::string words = scene::visible_text(chooser(content, Chooser::access));
  CHECK_THAT(words, ContainsSubstring("Mais contraste: não"));
  for (const char* name : {"Letters", "Motion\n", "Text looks"}) CHECK(words.find(name) == std::string::npos);
}

namespace {

const scene::Rect* fill_around(const scene::Scene& scene, const scene::Rect& one, const scene::Rect& other) {
  for (const scene::Item& item : scene.items) {
    const auto* fill = std::get_if<scene::Fill>(&item);
    if (fill != nullptr && fill->radius_mm > 0 && fill->box.encloses(one) && fill->box.encloses(other))
      return &fill->box;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("between Previous and Next, in the middle of the glass, the position is on the key of the topics") {
  for (const bool portrait : {false, true}) {
    const scene::Scene scene = shown(with_languages(2, portrait), {});
    const auto box_of = [&](const char* id) { return scene::target_named(scene, id)->box; };
    CHECK(fill_around(scene, box_of(target_id::previous), box_of(target_id::next)) == nullptr);
    const scene::Rect topics = box_of(target_id::topics);
    const scene::Rect* key = fill_around(scene, topics, topics);
    REQUIRE(key != nullptr);
    const scene::Text* position = text_that_says(scene, "1 of 3");
    REQUIRE(position != nullptr);
    CHECK(key->encloses(position->box));
    CHECK(std::abs(scene::middle(*key).x - scene.width_mm / 2) < 0.1);
    for (const char* id : {target_id::pause, target_id::listen, target_id::language, target_id::access}) {
      CHECK_FALSE(key->overlaps(box_of(id)));
    }
  }
}

TEST_CASE("Previous and Next are on one key with the position where there is no list of topics") {
  Content content = with_languages(2, false);
  content.pack.languages = {"pt", "pt-BR"};
  content.interface.push_back({"pt", {{"next", "Seguinte"}}});
  const scene::Scene scene = shown(content, {});
  CHECK_FALSE(has(scene, target_id::topics));
  const auto box_of = [&](const char* id) { return scene::target_named(scene, id)->box; };
  const scene::Rect* pair = fill_around(scene, box_of(target_id::previous), box_of(target_id::next));
  REQUIRE(pair != nullptr);
  CHECK(std::abs(scene::middle(*pair).x - scene.width_mm / 2) < 0.1);
}

TEST_CASE("the clinic's name begins the bar, and all controls are side by side") {
  const Content content = with_languages(2, false);
  Session aloud;
  aloud.aloud = true;  // the loop is held, so that there is nothing to pause
  const scene::Scene held = shown(content, aloud), runs = shown(content, {});
  CHECK_FALSE(has(held, target_id::pause));
  REQUIRE(has(runs, target_id::pause));
  const scene::Rect pause = scene::target_named(runs, target_id::pause)->box;
  const scene::Rect previous = scene::target_named(runs, target_id::previous)->box;
  CHECK(text_that_says(held, "Lakeside Clinic")->box.x == text_that_says(runs, "Lakeside Clinic")->box.x);
  CHECK(text_that_says(runs, "Lakeside Clinic")->box.right() < pause.x);
  CHECK(previous.x - pause.right() == Approx(scene::min_gap_mm));
}

TEST_CASE("the bar has a colour that no card has, and an edge") {
  const scene::Scene scene = shown(with_languages(2, false), {});
  for (const Ground ground : {Ground::mist, Ground::sand, Ground::blush, Ground::straw, Ground::sky, Ground::sage}) {
    CHECK(scene::contrast(scene::palette::standard.bar, scene::palette::color_of(ground)) > 1.15);
  }
  CHECK(scene::contrast(scene::palette::standard.bar, scene::palette::standard.bar_edge) > 1.4);
}

TEST_CASE("the pill of a card's front darkens under a finger, and stays where it is") {
  const Content content = with_languages(2, false);
  Session session;
  const scene::Scene before = shown(content, session);
  session.pressed = target_id::card;
  const scene::Scene pressed = shown(content, session);
  const auto pill_of = [](const scene::Scene& scene, scene::Color color) {
    const scene::Fill* found = nullptr;
    for (const scene::Item& item : scene.items) {
      const auto* fill = std::get_if<scene::Fill>(&item);
      if (fill != nullptr && fill->color == color && fill->box.h > 15) found = fill;
    }
    return found;
  };
  const scene::Fill* still = pill_of(before, scene::palette::teal);
  const scene::Fill* dark = pill_of(pressed, scene::palette::deep_teal);
  REQUIRE(still != nullptr);
  REQUIRE(dark != nullptr);
  CHECK(still->box == dark->box);
  CHECK(pill_of(pressed, scene::palette::teal) == nullptr);
}
