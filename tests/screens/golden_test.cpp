// Whole Scenes of every kind of screen, compared as text. Letters are half an em wide here, so the goldens do not
// depend on installed fonts. To accept a change on purpose: ANTEROOM_UPDATE_GOLDENS=1 build/dev/tests/test_screens
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

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

std::string golden(const std::string& name) {
  std::ifstream file(std::string(ANTEROOM_ROOT) + "/tests/screens/golden/" + name + ".scene.txt");
  std::ostringstream text;
  text << file.rdbuf();
  return file ? text.str() : "there is no golden " + name + "\n";
}

void compare(const std::string& name, const scene::Scene& scene) {
  const std::string is = scene::dump(scene);
  if (std::getenv("ANTEROOM_UPDATE_GOLDENS") != nullptr) {
    std::ofstream(std::string(ANTEROOM_ROOT) + "/tests/screens/golden/" + name + ".scene.txt") << is;
  }
  CHECK(is == golden(name));
}

Content with_pictures(int cards, Role role) {
  Content content = sample_content(cards, role);
  for (Card& card : content.pack.cards) card.picture = "/pictures/" + card.id + ".svg";
  content.assets = "/assets";
  return content;
}

scene::Scene front(const Content& content, std::size_t card, std::size_t language = 0) {
  text::FakeFonts fonts;
  State state = start(content, moment(Millis(0), monday_morning));
  state.card = card;
  state.language = language;
  return screens::compose(state, content, fonts);
}

}  // namespace

TEST_CASE("golden scene of a kiosk card") {
  compare("kiosk-landscape", front(with_pictures(3, Role::kiosk), 1));
}

TEST_CASE("golden scene of the greetings with which the loop opens") {
  text::FakeFonts fonts;
  Content content = with_pictures(2, Role::kiosk);
  content.settings.loop.hello = true;
  compare("hello", screens::compose(start(content, moment(Millis(0), monday_morning)), content, fonts));
}

TEST_CASE("golden scene of the greetings of a wall that leads to the touchscreen") {
  text::FakeFonts fonts;
  Content content = with_pictures(2, Role::wall);
  content.settings.loop.hello = true;
  content.settings.wall.ready_place = "left";
  compare("wall-hello", screens::compose(start(content, moment(Millis(0), monday_morning)), content, fonts));
}

TEST_CASE("golden scene of a kiosk card in portrait and in French") {
  Content content = with_pictures(3, Role::kiosk);
  std::swap(content.settings.screen.width_mm, content.settings.screen.height_mm);
  compare("kiosk-portrait", front(content, 2, 1));
}

TEST_CASE("golden scene of a card below what was cleaned, with the dot for staff") {
  text::FakeFonts fonts;
  Content content = with_pictures(3, Role::kiosk);
  content.settings.staff = {.pin_hash = "of a PIN", .show_cleaned = true};
  State state = start(content, moment(Millis(0), monday_morning));
  state.staff.wanted = true;
  state.staff.cleaned = monday_morning - std::chrono::minutes(17);
  const scene::Scene scene = screens::compose(state, content, fonts);
  CHECK(scene::faults(scene).empty());
  CHECK_THAT(scene::visible_text(scene), ContainsSubstring("15 minutes ago"));
  compare("kiosk-cleaned", scene);
}

TEST_CASE("a screen that staff have switched off does not say that the clinic is closed") {
  text::FakeFonts fonts;
  for (const bool portrait : {false, true}) {
    Content content = with_pictures(3, Role::kiosk);
    if (portrait) std::swap(content.settings.screen.width_mm, content.settings.screen.height_mm);
    const auto says = [&](std::chrono::minutes from_monday, std::chrono::minutes until) {
      State state = start(content, moment(Millis(0), monday_morning + from_monday));
      state.dark_until = monday_morning + until;
      state.open = false;
      state.card.reset();
      const scene::Scene scene = screens::compose(state, content, fonts);
      CHECK(scene::faults(scene).empty());
      return scene::visible_text(scene);
    };
    using std::chrono::hours;
    CHECK_THAT(says(hours(1), hours(2)), ContainsSubstring("This screen is off") &&
                                             ContainsSubstring("Back at 10:00") && !ContainsSubstring("Closed") &&
                                             !ContainsSubstring("Opens"));
    content.settings.hours.week.assign(7, {OpenSpan{hours(8), hours(17)}});
    CHECK_THAT(says(hours(1), hours(2)), ContainsSubstring("Back at 10:00"));
    // The clinic closes meanwhile.
    CHECK_THAT(says(hours(8), hours(10)),
               ContainsSubstring("This screen is off") && ContainsSubstring("Back Tuesday at 8:00"));
    CHECK_THAT(says(hours(-3), hours(2)), ContainsSubstring("Closed") && ContainsSubstring("Opens at 8:00"));
  }
}

TEST_CASE("golden scene of a wall card with a link") {
  Content content = with_pictures(3, Role::wall);
  content.pack.cards[0].link = "https://example.org/more";
  compare("wall-landscape", front(content, 0));
}

TEST_CASE("golden scene of a wall card in portrait") {
  Content content = with_pictures(3, Role::wall);
  std::swap(content.settings.screen.width_mm, content.settings.screen.height_mm);
  compare("wall-portrait", front(content, 0));
}

TEST_CASE("a closed screen says in every language when the clinic opens and never stays in one place") {
  text::FakeFonts fonts;
  Content content = with_pictures(3, Role::wall);
  content.settings.hours.week.assign(7, {OpenSpan{std::chrono::hours(8), std::chrono::hours(17)}});
  content.settings.hours.week[0] = {};
  const auto closed_at = [&](std::chrono::minutes from_monday) {
    return screens::compose(start(content, moment(Millis(0), monday_morning + from_monday)), content, fonts);
  };
  const auto before = closed_at(std::chrono::minutes(-60));  // 7:00
  CHECK(before.screen == screen_name::closed);
  CHECK_THAT(scene::visible_text(before), ContainsSubstring("7:00") && ContainsSubstring("Closed") &&
                                              ContainsSubstring("Opens at 8:00") &&
                                              ContainsSubstring("Lakeside Clinic"));
  CHECK_THAT(scene::visible_text(closed_at(-std::chrono::hours(20))), ContainsSubstring("Opens Monday at 8:00"));
  for (int minute = -60; minute < -50; ++minute) CHECK(scene::faults(closed_at(std::chrono::minutes(minute))).empty());
  content.settings.hours.week.assign(7, {});  // closed for ever
  CHECK_THAT(scene::visible_text(closed_at(std::chrono::minutes(-60))),
             ContainsSubstring("Closed") && !ContainsSubstring("Opens"));
  content.released = std::chrono::year(2026) / 11 / 24;  // a day after the clock
  CHECK(closed_at(std::chrono::minutes(-60)).items.empty());
}

TEST_CASE("no place on a closed screen is below letters for an hour") {
  text::FakeFonts fonts;
  for (const Role role : {Role::kiosk, Role::wall}) {
    Content content = with_pictures(3, role);
    content.settings.hours.week.assign(7, {OpenSpan{std::chrono::hours(8), std::chrono::hours(17)}});
    const Screen& screen = content.settings.screen;
    constexpr int columns = 48, rows = 27, minutes = 8 * 60;
    std::vector<int> run(columns * rows, 0);
    int longest = 0;
    for (int minute = -minutes - 60; minute < -60; ++minute) {
      const WallTime now = monday_morning + std::chrono::minutes(minute);
      const scene::Scene scene = screens::compose(start(content, moment(Millis(0), now)), content, fonts);
      REQUIRE(scene.screen == screen_name::closed);
      for (std::size_t place = 0; place < run.size(); ++place) {
        const double x = screen.width_mm * (0.5 + static_cast<double>(place % columns)) / columns;
        const double y = screen.height_mm * (0.5 + static_cast<double>(place / columns)) / rows;
        const bool is_lit = std::any_of(scene.items.begin(), scene.items.end(), [&](const scene::Item& item) {
          const auto* text = std::get_if<scene::Text>(&item);
          if (text == nullptr) return false;
          return std::any_of(text->layout.lines.begin(), text->layout.lines.end(), [&](const text::Line& line) {
            const double bottom = text->box.y + line.baseline_mm, top = bottom - text->layout.cap_height_mm;
            return x >= text->box.x && x < text->box.x + line.width_mm && y >= top && y < bottom;
          });
        });
        run[place] = is_lit ? run[place] + 1 : 0;
        longest = std::max(longest, run[place]);
      }
    }
    CHECK(longest > 0);
    CHECK(longest < 60);
  }
}

TEST_CASE("each language is the large one on a closed screen in turn, and all are there") {
  text::FakeFonts fonts;
  Content content = with_pictures(3, Role::kiosk);
  content.settings.hours.week.assign(7, {OpenSpan{std::chrono::hours(8), std::chrono::hours(17)}});
  content.interface = {{.language = "en", .words = {{"closed", "Closed"}, {"opens_today", "Opens at {time}"}}},
                       {.language = "fr", .words = {{"closed", "Fermé"}, {"opens_today", "Ouvre à {time}"}}}};
  std::vector<std::string> largest;
  for (int minute = -60; minute < -58; ++minute) {
    const WallTime now = monday_morning + std::chrono::minutes(minute);
    const scene::Scene scene = screens::compose(start(content, moment(Millis(0), now)), content, fonts);
    CHECK_THAT(scene::visible_text(scene), ContainsSubstring("Closed") && ContainsSubstring("Fermé"));
    const text::Layout* large = nullptr;
    for (const scene::Item& item : scene.items) {
      const auto* text = std::get_if<scene::Text>(&item);
      if (text == nullptr) continue;
      if (large == nullptr || text->layout.cap_height_mm > large->cap_height_mm) large = &text->layout;
    }
    REQUIRE(large != nullptr);
    largest.push_back(large->text);
  }
  std::sort(largest.begin(), largest.end());
  CHECK(largest == std::vector<std::string>{"Closed", "Fermé"});
}

TEST_CASE("a notice is seen while the clinic is closed, too") {
  text::FakeFonts fonts;
  Content content = with_pictures(3, Role::kiosk);
  content.settings.hours.week.assign(7, {OpenSpan{std::chrono::hours(9), std::chrono::hours(17)}});
  State state = start(content, moment(Millis(0), monday_morning));
  state.notice = Notice{NoticeLevel::info, {{"", {"We are closed Monday.", "Please come on Tuesday."}}}, {}, {}};
  const scene::Scene scene = screens::compose(state, content, fonts);
  CHECK(scene.screen == screen_name::closed);
  CHECK_THAT(scene::visible_text(scene),
             ContainsSubstring("We are closed Monday.") && ContainsSubstring("Please come on Tuesday."));
  CHECK(scene::faults(scene).empty());
}

TEST_CASE("a closed screen said a notice in one language only to readers of all") {
  text::FakeFonts fonts;
  Content content = with_pictures(3, Role::kiosk);  // in English and French
  content.settings.hours.week.assign(7, {OpenSpan{std::chrono::hours(9), std::chrono::hours(17)}});
  State state = start(content, moment(Millis(0), monday_morning));
  const auto words = [&] { return scene::visible_text(screens::compose(state, content, fonts)); };
  const auto count = [](const std::string& text, const std::string& part) {
    std::size_t number = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++number;
    return number;
  };
  state.notice = Notice{NoticeLevel::info, {{"en", {"Closed today", ""}}, {"fr", {"Fermé aujourd’hui", ""}}}, {}, {}};
  CHECK_THAT(words(), ContainsSubstring("Closed today") && ContainsSubstring("Fermé aujourd’hui"));
  state.notice->words.erase("en");
  CHECK(count(words(), "Fermé aujourd’hui") == 1);
  state.notice->words = {{"", {"Back soon", ""}}};
  CHECK(count(words(), "Back soon") == 1);
}

TEST_CASE("a long notice on a closed screen keeps its title where its text has no room") {
  text::FakeFonts fonts;
  Content content = with_pictures(3, Role::kiosk);
  content.settings.hours.week.assign(7, {OpenSpan{std::chrono::hours(9), std::chrono::hours(17)}});
  State state = start(content, moment(Millis(0), monday_morning));
  std::string text;
  for (int i = 0; i < 600; ++i) text += "very long ";
  state.notice = Notice{NoticeLevel::info, {{"", {"Closed today", text}}}, {}, {}};
  const std::string said = scene::visible_text(screens::compose(state, content, fonts));
  CHECK_THAT(said, ContainsSubstring("Closed today") && ContainsSubstring("Opens at 9:00"));
  CHECK_THAT(said, !ContainsSubstring("very long"));
}

TEST_CASE("a wall shows no time if its clock is wrong") {
  text::FakeFonts fonts;
  Content content = with_pictures(3, Role::wall);
  const std::string right = scene::dump(front(content, 0));
  CHECK(right.find("8:00") != std::string::npos);
  content.released = std::chrono::year(2026) / 11 / 24;  // a day after the clock
  const std::string wrong = scene::dump(front(content, 0));
  CHECK(wrong.find("8:00") == std::string::npos);
  // Nothing else differs but the rule before it: in a dump each item is a line, and so is each line of its words.
  CHECK(std::count(right.begin(), right.end(), '\n') == std::count(wrong.begin(), wrong.end(), '\n') + 3);
  content.pack.cards.clear();
  State state = start(content, moment(Millis(0), monday_morning));
  CHECK(scene::dump(screens::compose(state, content, fonts)).find("8:00") == std::string::npos);
}

TEST_CASE("a card in a language is called reviewed only if a clinician has signed it as it is") {
  text::FakeFonts fonts;
  Content content = with_pictures(3, Role::kiosk);
  const auto about = [&] {
    State state = start(content, moment(Millis(0), monday_morning));
    state.session.place = Place::detail;
    state.session.about = 0;
    return scene::visible_text(screens::compose(state, content, fonts));
  };
  CHECK_THAT(about(), ContainsSubstring("Source: A book\nNot yet reviewed by a clinician.\nGeneral"));
  CHECK(about().find("January") == std::string::npos);
  content.pack.review.reviewer = "Dr. Roy";  // a name alone is no signature
  CHECK_THAT(about(), ContainsSubstring("Not yet reviewed by a clinician.\n"));
  content.pack.cards[0].text[0].approval = Approval{"Dr. Roy", std::chrono::year(2026) / 2 / 3};
  CHECK_THAT(about(), ContainsSubstring("Source: A book\nReviewed February 3, 2026 by Dr. Roy.\nGeneral"));
  CHECK(about().find("Not yet") == std::string::npos);
  content.pack.cards[1].claims = {"C1"};  // the others state facts of the pack, and this one does not
  CHECK_THAT(about(), ContainsSubstring("\nReviewed February 3, 2026 by Dr. Roy.\nGeneral"));
  CHECK(about().find("Source:") == std::string::npos);
}

TEST_CASE("a clinic's name in Latin letters keeps its order on every screen in Arabic") {
  text::FakeFonts fonts;
  for (const Role role : {Role::kiosk, Role::wall}) {
    for (const int cards : {3, 0}) {  // none: the fallback
      INFO(static_cast<int>(role) << " " << cards);
      Content content = with_pictures(cards, role);
      content.pack.languages[1] = "ar";
      content.settings.clinic_name = "Lakeside Clinic Inc.";
      State state = start(content, moment(Millis(0), monday_morning));
      state.language = 1;
      const scene::Scene scene = screens::compose(state, content, fonts);
      int found = 0;
      for (const scene::Item& item : scene.items) {
        const auto* text = std::get_if<scene::Text>(&item);
        if (text == nullptr || text->layout.text.find("Lakeside") == std::string::npos) continue;
        ++found;
        REQUIRE(text->layout.lines.size() == 1);
        // One run from left to right: the full stop outside of it would be at the wrong end.
        std::string shown;
        for (const text::Run& run : text->layout.lines[0].runs) shown += run.utf8;
        CHECK(shown.find("Lakeside Clinic Inc.") != std::string::npos);
      }
      CHECK(found == 1);
    }
  }
}

TEST_CASE("golden scenes of the first and the last page of a detail and of what is shown about it") {
  text::FakeFonts fonts;
  const Content content = with_pictures(3, Role::kiosk);
  State state = start(content, moment(Millis(0), monday_morning));
  state.session.place = Place::detail;
  compare("detail-first", screens::compose(state, content, fonts));
  state.session.page = 2;
  compare("detail-last", screens::compose(state, content, fonts));
  state.session.about = 0;
  compare("detail-about", screens::compose(state, content, fonts));
}

TEST_CASE("golden scenes of a muscle that is pulled, and of one that rests") {
  text::FakeFonts fonts;
  Content content = with_pictures(3, Role::kiosk);
  content.pack.cards[0].exhibit = Pull{};
  std::vector<ExhibitPart> parts(4, {"", "A stage."});
  parts.resize(7, {"A month", "It passed."});
  for (CardText& text : content.pack.cards[0].text) {
    text.exhibit = {"Pull it", "Drag it.", parts, {"Pull", "Let go", "Rest"}};
  }
  State state = start(content, moment(Millis(0), monday_morning));
  state.session.place = Place::detail;
  PullState muscle;
  muscle.effort = 1;
  muscle.touched = true;
  state.session.exhibit = muscle;
  compare("muscle-pulled", screens::compose(state, content, fonts));
  muscle.movement = 0.1;
  muscle.month = 1;
  state.session.exhibit = muscle;
  compare("muscle-rests", screens::compose(state, content, fonts));
}

TEST_CASE("golden scene of the fallback card") {
  Content content = with_pictures(0, Role::wall);
  content.pack = {};
  text::FakeFonts fonts;
  compare("fallback", screens::compose(start(content, moment(Millis(0), monday_morning)), content, fonts));
}

TEST_CASE("golden scene of a closed clinic") {
  Content content = with_pictures(3, Role::kiosk);
  content.settings.hours.week.assign(7, {});
  text::FakeFonts fonts;
  compare("closed", screens::compose(start(content, moment(Millis(0), monday_morning)), content, fonts));
}

TEST_CASE("golden scenes of a card in the first language on an Arabic screen") {
  text::FakeFonts fonts;
  for (const Role role : {Role::kiosk, Role::wall}) {
    Content content = with_pictures(3, role);
    content.pack.languages[1] = "ar";
    content.pack.cards[1].text[1] = {};
    show_first_language(content.pack);
    const scene::Scene scene = front(content, 1, 1);
    compare(role == Role::kiosk ? "kiosk-other-language" : "wall-other-language", scene);
    CHECK(scene.language == "ar");
    CHECK(scene::visible_text(scene).find("This card is in") != std::string::npos);
  }
  Content content = with_pictures(3, Role::kiosk);
  content.pack.languages[1] = "ar";
  content.pack.cards[1].text[1] = {};
  show_first_language(content.pack);
  State state = start(content, moment(Millis(0), monday_morning));
  state.card = 1;
  state.language = 1;
  state.session.place = Place::detail;
  state.session.page = 1;
  compare("detail-other-language", screens::compose(state, content, fonts));
}

TEST_CASE("a right-to-left language mirrors the whole card") {
  Content content = with_pictures(3, Role::kiosk);
  const scene::Scene left = front(content, 1);
  content.pack.languages = {"he", "fr"};  // whose letters are as large as French ones, unlike Arabic ones
  const scene::Scene right = front(content, 1);
  REQUIRE(left.items.size() == right.items.size());
  for (std::size_t i = 0; i < left.items.size(); ++i) {
    const auto box = [](const scene::Item& item) {
      return std::visit([](const auto& each) { return each.box; }, item);
    };
    CHECK(box(right.items[i]).x == Approx(left.width_mm - box(left.items[i]).right()));
  }
}

TEST_CASE("a hand chooses the side of the controls and the language their order") {
  text::FakeFonts fonts;
  struct Case {
    const char* language;
    Reach reach;
    bool access_at_right, next_at_right;
  };
  const Case each = GENERATE(Case{"en", Reach::none, true, true}, Case{"en", Reach::right, true, true},
                             Case{"en", Reach::left, false, true}, Case{"ar", Reach::none, false, false},
                             Case{"ar", Reach::right, true, false}, Case{"ar", Reach::left, false, false});
  INFO(each.language << " " << static_cast<int>(each.reach));
  Content content = with_pictures(3, Role::kiosk);
  content.pack.languages[0] = each.language;
  State state = start(content, moment(Millis(0), monday_morning));
  state.session.reach = each.reach;
  const scene::Scene scene = screens::compose(state, content, fonts);
  const auto x_of = [&](const char* id) { return scene::target_named(scene, id)->box.x; };
  CHECK((x_of(target_id::access) > x_of(target_id::pause)) == each.access_at_right);
  CHECK((x_of(target_id::next) > x_of(target_id::previous)) == each.next_at_right);
}

TEST_CASE("a loop of very many cards drops the dots and keeps the number") {
  const Content content = with_pictures(20, Role::kiosk);
  Content many = content;
  for (int i = 0; i < 300; ++i) many.pack.cards.push_back(content.pack.cards[0]);
  const auto dots = [](const scene::Scene& scene) {
    return std::count_if(scene.items.begin(), scene.items.end(), [](const scene::Item& item) {
      const auto* fill = std::get_if<scene::Fill>(&item);
      return fill != nullptr && fill->radius_mm > 0 && fill->box.h < 6;  // the pill is higher
    });
  };
  CHECK(dots(front(content, 3)) == 20);
  CHECK(dots(front(many, 3)) == 0);
  CHECK_THAT(scene::visible_text(front(many, 3)), ContainsSubstring("4 of 320"));
}

TEST_CASE("a wall card with a link keeps the code on the glass and off the bar") {
  for (const bool portrait : {false, true}) {
    Content content = with_pictures(1, Role::wall);
    content.pack.cards[0].link = "https://example.org/more";
    content.pack.cards[0].text[0].title = "Five words make a title";
    content.pack.cards[0].text[0].lead =
        "One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two "
        "three four five.";
    if (portrait) std::swap(content.settings.screen.width_mm, content.settings.screen.height_mm);
    const scene::Scene scene = front(content, 0);
    CHECK(scene::faults(scene) == std::vector<std::string>{});
  }
}

TEST_CASE("a wall card in portrait has room for its code however long its lead is") {
  Content content = with_pictures(1, Role::wall);
  std::swap(content.settings.screen.width_mm, content.settings.screen.height_mm);
  content.pack.cards[0].link = "https://example.org/more";
  std::string& lead = content.pack.cards[0].text[0].lead;
  for (lead.clear(); lead.size() < 200; lead += lead.empty() ? "Words" : " words") {
    for (double width = 600; width < 700; width += 7.3) {
      content.settings.screen.width_mm = width;
      const scene::Scene scene = front(content, 0);
      INFO(lead << " " << width);
      CHECK(std::any_of(scene.items.begin(), scene.items.end(),
                        [](const scene::Item& item) { return std::holds_alternative<scene::Code>(item); }));
    }
  }
}

TEST_CASE("a card whose hours are over is counted while it is on the screen") {
  Content content = with_pictures(3, Role::kiosk);
  content.pack.cards[2].when.hours = When::Hours{std::chrono::hours(6), std::chrono::hours(7)};  // it is eight
  CHECK_THAT(scene::visible_text(front(content, 2)), ContainsSubstring("3 of 3"));
}

TEST_CASE("the last page of a card with a link has a code that a telephone reads at arm's length") {
  Content content = with_pictures(1, Role::kiosk);
  content.pack.cards[0].link = "https://example.org/more";
  text::FakeFonts fonts;
  for (const bool portrait : {false, true}) {
    if (portrait) std::swap(content.settings.screen.width_mm, content.settings.screen.height_mm);
    content.settings.screen.lower_edge_mm = 700;
    State state = start(content, moment(Millis(0), monday_morning));
    state.session.place = Place::detail;
    state.session.page = 2;
    const scene::Scene scene = screens::compose(state, content, fonts);
    double side = 0;
    for (const scene::Item& item : scene.items) {
      if (const auto* code = std::get_if<scene::Code>(&item)) side = code->box.w;
    }
    CHECK(side >= 45);
    CHECK(scene::faults(scene) == std::vector<std::string>{});
  }
}

TEST_CASE("a card with a link shows its code in letters of every size") {
  text::FakeFonts fonts;
  for (const int percent : {100, 150, 200}) {
    for (const int repeats : {1, 2, 3, 4, 5, 6}) {
      Content content = with_pictures(1, Role::kiosk);
      content.pack.cards[0].link = "https://example.org/more";
      std::string& ask = content.pack.cards[0].text[0].ask;
      for (int i = 1; i < repeats; ++i) ask += " And what else should I know?";
      State state = start(content, moment(Millis(0), monday_morning));
      state.session.text_percent = percent;
      state = update(state, content, OpenCard{}, moment(Millis(0), monday_morning));
      scene::Scene scene = screens::compose(state, content, fonts);
      for (int page = 0; page < 20 && scene.swipe.next; ++page) {
        state.moments.acted.reset();
        state = update(state, content, *scene.swipe.next, moment(Millis(0), monday_morning));
        scene = screens::compose(state, content, fonts);
      }
      INFO(percent << " % " << ask);
      CHECK(std::any_of(scene.items.begin(), scene.items.end(),
                        [](const scene::Item& item) { return std::holds_alternative<scene::Code>(item); }));
      CHECK(scene::faults(scene) == std::vector<std::string>{});
    }
  }
}

TEST_CASE("a page that does not fit is split between sentences and loses no word") {
  Content content = with_pictures(1, Role::kiosk);
  std::string text;
  for (int i = 0; i < 40; ++i)
    text += (i % 8 == 0 ? "\nSentence " : "Sentence ") + std::to_string(i) + " has six words here. ";
  content.pack.cards[0].text[0].pages[0].text = text;
  text::FakeFonts fonts;
  State state = start(content, moment(Millis(0), monday_morning));
  state = update(state, content, OpenCard{}, moment(Millis(0), monday_morning));
  std::string read;
  int screens_seen = 0;
  for (;;) {
    const scene::Scene scene = screens::compose(state, content, fonts);
    read += scene::visible_text(scene);
    ++screens_seen;
    for (const std::string& fault : scene::faults(scene)) CHECK(fault.rfind("words:", 0) == 0);
    if (!scene.swipe.next) break;
    state.moments.acted.reset();
    state = update(state, content, *scene.swipe.next, moment(Millis(0), monday_morning));
  }
  CHECK(screens_seen > 3);
  for (int i = 0; i < 40; ++i) CHECK_THAT(read, ContainsSubstring("Sentence " + std::to_string(i) + " has"));
}
