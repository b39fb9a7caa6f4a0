// Keeping a question, and the list of those that are kept.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "model/names.h"
#include "model/questions.h"
#include "model/sample_content.h"
#include "scene/code_size.h"
#include "scene/dump.h"
#include "scene/hit_test.h"
#include "scene/rules.h"
#include "scene/spoken.h"
#include "screens/compose.h"
#include "screens/marks.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

Content with_questions(int cards, bool portrait = false) {
  Content content = sample_content(cards);
  if (portrait) {
    std::swap(content.settings.screen.width_mm, content.settings.screen.height_mm);
    std::swap(content.settings.screen.width_px, content.settings.screen.height_px);
    content.settings.screen.lower_edge_mm = 700;
  }
  for (Card& card : content.pack.cards) {
    card.text[0].ask = "Would " + card.id + " make sense for me, and what are the risks?";
    card.text[1].ask = "Est-ce que " + card.id + " me conviendrait, et quels sont les risques?";
  }
  return content;
}

State keeping(const Content& content, std::vector<std::size_t> questions) {
  State state = start(content, after(Millis(0)));
  state.session.questions = std::move(questions);
  return state;
}

State on_ask_page(const Content& content, std::vector<std::size_t> questions) {
  State state = keeping(content, std::move(questions));
  state.session.place = Place::detail;
  state.session.page = 2;
  return state;
}

scene::Scene composed(const State& state, const Content& content) {
  text::FakeFonts fonts;
  return screens::compose(state, content, fonts);
}

const scene::Code* code_in(const scene::Scene& scene) {
  for (const scene::Item& item : scene.items) {
    if (const auto* code = std::get_if<scene::Code>(&item)) return code;
  }
  return nullptr;
}

std::string golden_file(const std::string& name) {
  return std::string(ANTEROOM_ROOT) + "/tests/screens/golden/" + name + ".scene.txt";
}

// Every part of the list, by the swipes that lead on.
std::vector<scene::Scene> list_of(State state, const Content& content) {
  state.session.chooser = Chooser::questions;
  std::vector<scene::Scene> parts;
  for (std::optional<Action> on = OpenQuestions{}; on && parts.size() < 100; on = parts.back().swipe.next) {
    state.session.list_part = std::get<OpenQuestions>(*on).part;
    parts.push_back(composed(state, content));
  }
  return parts;
}

}  // namespace

TEST_CASE("the control below a question keeps it, takes it out, or leads to the six that are kept") {
  const Content content = with_questions(8);
  const std::vector<std::size_t> six{1, 2, 3, 4, 5, 6};
  struct Row {
    std::vector<std::size_t> kept;
    const char* label;
    const char* spoken;
    Action action;
  };
  for (const Row& row : {Row{{}, "Keep this question", "Keep this question", ToggleQuestion{0}},
                         Row{{0}, "Kept", "Kept. Press to take this question out", ToggleQuestion{0}},
                         Row{six, "6 kept. Take one out first", "6 kept. Take one out first", OpenQuestions{}}}) {
    const scene::Scene scene = composed(on_ask_page(content, row.kept), content);
    const scene::Target* keep = scene::target_named(scene, target_id::keep);
    REQUIRE(keep != nullptr);
    CHECK(keep->label == row.label);
    CHECK(scene::spoken_label(*keep, screens::spoken_words(words_for(content, "en"))) == row.spoken);
    CHECK(keep->action == row.action);
    CHECK(scene::faults(scene) == std::vector<std::string>{});
    CHECK((scene::target_named(scene, target_id::questions) != nullptr) == !row.kept.empty());
  }
}

TEST_CASE("nothing of keeping questions is on a wall, or where the settings or the language have none of it") {
  const auto offers = [](const Content& content) {
    const scene::Scene scene = composed(on_ask_page(content, {0}), content);
    return scene::target_named(scene, target_id::keep) != nullptr ||
           scene::target_named(scene, target_id::questions) != nullptr;
  };
  Content content = with_questions(2);
  CHECK(offers(content));
  content.settings.questions.keep = false;
  CHECK_FALSE(offers(content));
  content.settings.questions.keep = true;
  content.interface = {{"en", interface_keys()}, {"pt", interface_keys()}};
  content.interface.back().words.erase("kept_spoken");
  content.pack.languages = {"pt", "fr"};
  CHECK_FALSE(offers(content));
  Content wall = sample_content(2, Role::wall);
  CHECK_FALSE(offers(wall));
}

TEST_CASE("every kept question is in the list, in both languages, with a control that takes it out") {
  for (const bool portrait : {false, true}) {
    for (const int percent : {100, 150, 200}) {
      const Content content = with_questions(6, portrait);
      State state = keeping(content, {5, 4, 3, 2, 1, 0});
      state.language = 1;
      state.session.text_percent = percent;
      std::string text;
      std::size_t taken_out = 0;
      for (const scene::Scene& part : list_of(state, content)) {
        INFO(percent << " " << portrait);
        CHECK(scene::faults(part) == std::vector<std::string>{});
        text += scene::visible_text(part);
        for (const Card& card : content.pack.cards) {
          taken_out += scene::target_named(part, target_id::take_out(card.id)) == nullptr ? 0 : 1;
        }
      }
      CHECK(taken_out == 6u);
      for (const Card& card : content.pack.cards) {
        CHECK_THAT(text, ContainsSubstring("Est-ce que " + card.id) && ContainsSubstring("Would " + card.id));
      }
      CHECK_THAT(text, ContainsSubstring("Nothing is stored"));
    }
  }
}

TEST_CASE("the code carries whole questions that can be read at arm's length and says when it lacks some") {
  for (const bool portrait : {false, true}) {
    for (const int repeats : {1, 4, 12, 40}) {
      Content content = with_questions(6, portrait);
      for (Card& card : content.pack.cards) {
        const std::string ask = card.text[0].ask;
        for (int i = 1; i < repeats; ++i) card.text[0].ask += " " + ask;
      }
      const std::vector<scene::Scene> parts = list_of(keeping(content, {0, 1, 2, 3, 4, 5}), content);
      const scene::Scene& scene = parts.front();
      INFO(repeats << " " << portrait);
      const scene::Code* code = code_in(scene);
      if (code == nullptr) {
        CHECK(repeats == 40);
        continue;
      }
      const double pixel = content.settings.screen.width_mm / content.settings.screen.width_px;
      const double module = code->box.w / scene::code_modules(code->content.size());
      CHECK(module >= scene::least_module_mm(content.settings.screen.viewing_distance_mm));
      CHECK(module >= pixel);
      const auto count = static_cast<std::size_t>(std::count(code->content.begin(), code->content.end(), '\n')) / 2 + 1;
      const std::string says = "The code holds " + std::to_string(count) + " of 6";
      CHECK((scene::visible_text(scene).find(says) != std::string::npos) == (count < 6));
      CHECK(code->content.ends_with("risks?"));
      CHECK((count == 6) == (repeats == 1));
    }
  }
}

TEST_CASE("the code and the words about it are as large as their room allows") {
  for (const bool portrait : {false, true}) {
    for (const int percent : {100, 200}) {
      Content content = with_questions(2, portrait);
      State state = keeping(content, {0, 1});
      state.session.text_percent = percent;
      INFO(percent << " " << portrait);
      const std::vector<scene::Scene> parts = list_of(state, content);
      double body_mm = 0;
      for (const scene::Item& item : parts.front().items) {
        const auto* text = std::get_if<scene::Text>(&item);
        if (text != nullptr && text->role == scene::TextRole::body)
          body_mm = std::max(body_mm, text->layout.style.size_mm);
      }
      REQUIRE(body_mm > 0);
      const scene::Scene& scene = parts.back();
      const scene::Code* code = code_in(scene);
      REQUIRE(code != nullptr);
      const double of_a_link = content.settings.screen.viewing_distance_mm / 10;
      CHECK(code->box.w >= 1.5 * of_a_link);
      CHECK(code->box.w <= 2 * of_a_link);
      bool says = false;
      for (const scene::Item& item : scene.items) {
        const auto* text = std::get_if<scene::Text>(&item);
        if (text == nullptr || text->layout.text.find("Nothing is stored") == std::string::npos) continue;
        says = true;
        CHECK(text->layout.style.size_mm >= 0.69 * body_mm);
      }
      CHECK(says);
    }
  }
}

TEST_CASE("a kept question of any length is shown whole") {
  for (const int percent : {100, 200}) {
    Content content = with_questions(1);
    std::string& ask = content.pack.cards[0].text[0].ask;
    ask.clear();
    for (int i = 0; i < 120; ++i) ask += "Word" + std::to_string(i) + (i % 9 == 8 ? "? " : " ");
    State state = keeping(content, {0});
    state.session.text_percent = percent;
    std::string text;
    for (const scene::Scene& part : list_of(state, content)) {
      CHECK(scene::faults(part) == std::vector<std::string>{});
      text += scene::visible_text(part) + "\n";
    }
    for (int i = 0; i < 120; ++i) CHECK_THAT(text, ContainsSubstring("Word" + std::to_string(i)));
  }
}

TEST_CASE("golden scene of the kept questions in French above the clinic's English") {
  const Content content = with_questions(3);
  State state = keeping(content, {2, 0});
  state.language = 1;
  const std::vector<scene::Scene> parts = list_of(state, content);
  REQUIRE(parts.size() == 1);
  const std::string is = scene::dump(parts.front());
  if (std::getenv("ANTEROOM_UPDATE_GOLDENS") != nullptr) std::ofstream(golden_file("questions-french")) << is;
  std::ifstream file(golden_file("questions-french"));
  std::ostringstream text;
  text << file.rdbuf();
  CHECK(is == text.str());
}
