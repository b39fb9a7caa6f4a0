// The two choosers and the bar with the real fonts, in every language that ships.
#include <algorithm>

#include "assembly/load.h"
#include "assembly/screen_size.h"
#include "catch.h"
#include "model/names.h"
#include "paint/ttf_fonts.h"
#include "report/every_screen.h"
#include "scene/hit_test.h"
#include "screens/compose.h"

using namespace anteroom;

namespace {

class Choosers {
 public:
  explicit Choosers(assembly::Size size) : loaded_(shipped(size)) {}

  scene::Scene chooser(Chooser which, std::size_t language, int percent) {
    State state = start(loaded_.content, {MonoTime{}, report::time_of_all_cards(loaded_.content)});
    state.hello = false;
    state.open = true;
    state.language = language;
    state.card = 0;
    state.session.chooser = which;
    state.session.text_percent = percent;
    return screens::compose(state, loaded_.content, fonts_);
  }
  std::size_t languages() const { return loaded_.content.pack.languages.size(); }
  const std::string& tag(std::size_t language) const { return loaded_.content.pack.languages[language]; }

 private:
  static assembly::Loaded shipped(assembly::Size size) {
    source::Diagnostics diagnostics;
    assembly::Loaded loaded = assembly::load({std::string(ANTEROOM_ROOT) + "/config/kiosk.toml", {}}, diagnostics);
    Content& content = loaded.content;
    content.settings.screen = assembly::resized(content.settings.screen, size);
    content.settings.languages = content.pack.languages;
    return loaded;
  }

  assembly::Loaded loaded_;
  paint::TtfFonts fonts_{*loaded_.faces};
};

// Of the letters on the target: the capital heights of all its texts.
std::vector<double> letters_on(const scene::Scene& scene, const scene::Target& target, bool samples) {
  std::vector<double> all;
  for (const scene::Item& item : scene.items) {
    const auto* text = std::get_if<scene::Text>(&item);
    if (text == nullptr || !target.box.encloses(text->box)) continue;
    if (samples == (text->role == scene::TextRole::sample)) all.push_back(text->layout.cap_height_mm);
  }
  return all;
}

constexpr int percents[] = {100, 150, 200};

}  // namespace

TEST_CASE("the options are written as large in every language") {
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    Choosers choosers(size);
    for (std::size_t language = 0; language < choosers.languages(); ++language) {
      for (const int percent : percents) {
        const scene::Scene scene = choosers.chooser(Chooser::access, language, percent);
        const double bar = scene::target_named(scene, target_id::home)->box.y;
        for (const scene::Target* target : scene::focus_order(scene)) {
          const bool is_sign = target->id == target_id::softer || target->id == target_id::louder;
          if (target->box.y >= bar || target->id == target_id::back || target->id == target_id::topics || is_sign)
            continue;
          INFO(choosers.tag(language) << " " << percent << " " << size.width << " " << target->label);
          const std::vector<double> letters = letters_on(scene, *target, false);
          REQUIRE_FALSE(letters.empty());
          // As large as body text at 100 %, and as the letters of labels at 200 %.
          for (const double capital : letters) CHECK(capital >= (percent == 200 ? 9.6 : 8.3));
          CHECK(letters_on(scene, *target, true).size() == (target->id.starts_with("text-") ? 1 : 0));
        }
      }
    }
  }
}

TEST_CASE("every language greets in letters larger than its name in every text size") {
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    Choosers choosers(size);
    for (const int percent : percents) {
      const scene::Scene scene = choosers.chooser(Chooser::language, 0, percent);
      for (std::size_t language = 0; language < choosers.languages(); ++language) {
        INFO(choosers.tag(language) << " " << percent << " " << size.width);
        const scene::Target* target = scene::target_named(scene, target_id::of_language(choosers.tag(language)));
        REQUIRE(target != nullptr);
        const std::vector<double> letters = letters_on(scene, *target, false);
        REQUIRE(letters.size() == 2);
        CHECK(letters[0] >= 1.2 * letters[1]);
      }
    }
  }
}

TEST_CASE("every control of the bar has its word in every language at 100 %") {
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    Choosers choosers(size);
    for (std::size_t language = 0; language < choosers.languages(); ++language) {
      const scene::Scene scene = choosers.chooser(Chooser::none, language, 100);
      for (const scene::Target* target : scene::focus_order(scene)) {
        INFO(choosers.tag(language) << " " << size.width << " " << target->label);
        CHECK((target->ground || !letters_on(scene, *target, false).empty()));
      }
    }
  }
}

TEST_CASE("every control of the bar has its icon in every language and text size") {
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    Choosers choosers(size);
    for (std::size_t language = 0; language < choosers.languages(); ++language) {
      for (const int percent : percents) {
        const scene::Scene scene = choosers.chooser(Chooser::none, language, percent);
        for (const char* id : {target_id::pause, target_id::previous, target_id::next, target_id::listen,
                               target_id::language, target_id::access}) {
          INFO(choosers.tag(language) << " " << percent << " " << size.width << " " << id);
          const scene::Target* target = scene::target_named(scene, id);
          REQUIRE(target != nullptr);
          CHECK(std::any_of(scene.items.begin(), scene.items.end(), [&](const scene::Item& item) {
            const auto* picture = std::get_if<scene::Picture>(&item);
            return picture != nullptr && target->box.encloses(picture->box);
          }));
        }
      }
    }
  }
}

TEST_CASE("no greeting touches the frame of its key in any text size") {
  constexpr double least_air = 5;
  int greetings = 0;
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    Choosers choosers(size);
    for (const int percent : percents) {
      const scene::Scene scene = choosers.chooser(Chooser::language, 0, percent);
      for (std::size_t language = 0; language < choosers.languages(); ++language) {
        const scene::Target* key = scene::target_named(scene, target_id::of_language(choosers.tag(language)));
        REQUIRE(key != nullptr);
        for (const scene::Item& item : scene.items) {
          const auto* text = std::get_if<scene::Text>(&item);
          if (text == nullptr || !key->box.encloses(text->box)) continue;
          INFO(choosers.tag(language) << " " << percent << " " << size.width << " " << text->layout.text);
          for (const text::Line& line : text->layout.lines) CHECK(line.width_mm <= key->box.w - 2 * least_air);
          ++greetings;
        }
      }
    }
  }
  CHECK(greetings >= 2 * 3 * 6);
}

TEST_CASE("the groups of options have their names in landscape in large letters, too") {
  Choosers choosers({1920, 1080});
  for (std::size_t language = 0; language < choosers.languages(); ++language) {
    if (choosers.tag(language) == "pa") continue;  // its letters are the highest: the options need the room
    for (const int percent : percents) {
      INFO(choosers.tag(language) << " " << percent);
      const scene::Scene scene = choosers.chooser(Chooser::access, language, percent);
      int names = 0;
      for (const scene::Item& item : scene.items) {
        const auto* text = std::get_if<scene::Text>(&item);
        if (text == nullptr || text->role != scene::TextRole::label) continue;
        const auto& order = scene::focus_order(scene);
        names += std::none_of(order.begin(), order.end(),
                              [&](const scene::Target* target) { return target->box.encloses(text->box); })
                     ? 1
                     : 0;
      }
      CHECK(names >= 4);
    }
  }
}

TEST_CASE("the page of options has the name of its button in every language") {
  source::Diagnostics diagnostics;
  const assembly::Loaded loaded = assembly::load({std::string(ANTEROOM_ROOT) + "/config/kiosk.toml", {}}, diagnostics);
  REQUIRE(loaded.content.pack.languages.size() == 6);
  for (const std::string& language : loaded.content.pack.languages) {
    const InterfaceWords& words = words_for(loaded.content, language);
    INFO(language);
    CHECK_THAT(words.say("choose_access"), ContainsSubstring(words.say("adjust")));
    CHECK_THAT(words.say("access_spoken"), ContainsSubstring(words.say("choose_access")));
  }
}
