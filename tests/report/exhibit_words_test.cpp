// The words on and beside the shipped exhibits, in every language and both shapes of the screen.
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "assembly/load.h"
#include "assembly/screen_size.h"
#include "catch.h"
#include "language/line_glue.h"
#include "model/names.h"
#include "paint/ttf_fonts.h"
#include "scene/flow.h"
#include "scene/hit_test.h"
#include "screens/compose.h"

using namespace anteroom;

namespace {

using std::chrono::seconds;

// The shipped kiosk, as wide and high as asked for.
class Kiosk {
 public:
  explicit Kiosk(assembly::Size size) {
    loaded_.content.settings.screen = assembly::resized(loaded_.content.settings.screen, size);
  }
  const Content& content() const { return loaded_.content; }

  // The first page of card `id` in `language` after `tap`, at rest.
  scene::Scene page(const std::string& id, std::size_t language, const std::optional<ExhibitTap>& tap) {
    const auto& cards = content().pack.cards;
    State state = start(content(), now(seconds(0)));
    state.hello = false;
    state.open = true;
    state.language = language;
    const auto found = std::find_if(cards.begin(), cards.end(), [&](const Card& card) { return card.id == id; });
    REQUIRE(found != cards.end());
    state.card = static_cast<std::size_t>(found - cards.begin());
    state = update(state, content(), OpenCard{}, now(seconds(1)));
    if (tap) state = update(state, content(), *tap, now(seconds(3)));
    state = update(state, content(), Tick{}, now(seconds(5)));
    return screens::compose(state, content(), fonts_);
  }

 private:
  static Now now(seconds time) {
    return {MonoTime(time), std::chrono::local_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(9) + time};
  }
  static assembly::Loaded shipped() {
    source::Diagnostics diagnostics;
    return assembly::load({std::string(ANTEROOM_ROOT) + "/config/kiosk.toml", {}}, diagnostics);
  }
  assembly::Loaded loaded_ = shipped();
  paint::TtfFonts fonts_{*loaded_.faces};
};

// What is written on the target `id` of `scene`.
const scene::Text* text_on(const scene::Scene& scene, const std::string& id) {
  const auto target = std::find_if(scene.items.begin(), scene.items.end(), [&](const scene::Item& item) {
    const auto* each = std::get_if<scene::Target>(&item);
    return each != nullptr && each->id == id;
  });
  if (target == scene.items.end()) return nullptr;
  const scene::Rect box = std::get<scene::Target>(*target).box;
  for (const scene::Item& item : scene.items) {
    const auto* text = std::get_if<scene::Text>(&item);
    if (text != nullptr && box.encloses(text->box)) return text;
  }
  return nullptr;
}

// The size of the largest letters in the role of body text.
double body_size(const scene::Scene& scene) {
  double size = 0;
  for (const scene::Item& item : scene.items) {
    const auto* text = std::get_if<scene::Text>(&item);
    if (text != nullptr && text->role == scene::TextRole::body) size = std::max(size, text->layout.style.size_mm);
  }
  return size;
}

std::vector<std::string> lines_of(const scene::Text& text) {
  std::vector<std::string> lines;
  for (const text::Line& line : text.layout.lines) lines.push_back(line.text);
  return lines;
}

}  // namespace

TEST_CASE("the words on a timeline's buttons are nearly as large as body text, all alike, and never wrap anew") {
  for (const assembly::Size size : {assembly::Size{1920, 1080}, assembly::Size{1080, 1920}}) {
    Kiosk kiosk(size);
    for (std::size_t language = 0; language < kiosk.content().pack.languages.size(); ++language) {
      std::map<std::string, std::vector<std::string>> first;
      for (std::size_t chosen = 0; chosen < 4; ++chosen) {
        const scene::Scene page = kiosk.page("results", language, ExhibitTap{ExhibitVerb::step, chosen});
        for (std::size_t i = 0; i < 4; ++i) {
          INFO(kiosk.content().pack.languages[language] << " " << size.width << " step " << i << " of " << chosen);
          const scene::Text* word = text_on(page, target_id::step(i));
          REQUIRE(word != nullptr);
          CHECK(word->layout.style.size_mm >= 0.77 * body_size(page));
          CHECK(word->layout.style.size_mm == text_on(page, target_id::step(0))->layout.style.size_mm);
          CHECK_FALSE(word->layout.has_broken_word());
          CHECK(word->layout.lines.size() <= 2);
          const auto [seen, is_new] = first.try_emplace(target_id::step(i), lines_of(*word));
          CHECK(seen->second == lines_of(*word));
        }
      }
    }
  }
}

TEST_CASE("the words on a timeline's buttons break alike, and no range loses its end") {
  for (const assembly::Size size : {assembly::Size{1920, 1080}, assembly::Size{1080, 1920}}) {
    Kiosk kiosk(size);
    for (std::size_t language = 0; language < kiosk.content().pack.languages.size(); ++language) {
      const scene::Scene page = kiosk.page("results", language, ExhibitTap{ExhibitVerb::step, 1});
      std::vector<std::vector<std::string>> all;
      std::size_t most = 1;
      for (std::size_t i = 0; i < 4; ++i) {
        const scene::Text* word = text_on(page, target_id::step(i));
        REQUIRE(word != nullptr);
        all.push_back(lines_of(*word));
        most = std::max(most, all.back().size());
      }
      for (const std::vector<std::string>& lines : all) {
        INFO(kiosk.content().pack.languages[language] << " " << size.width << ": " << lines.front());
        const auto digits = [](const std::string& line) {
          const icu::UnicodeString text = icu::UnicodeString::fromUTF8(line);
          int count = 0;
          for (std::int32_t i = 0; i < text.length(); ++i) count += u_isdigit(text.charAt(i)) != 0 ? 1 : 0;
          return count;
        };
        if (lines.size() > 1) CHECK(digits(lines.back()) == 0);
        if (most > 1 && lines.size() == 1 && digits(lines.front()) > 0) {
          CHECK(language::with_unit_below(lines.front(), kiosk.content().pack.languages[language]) == lines.front());
        }
      }
    }
  }
}

TEST_CASE("the thumb of a timeline is above the middle of the button of its step") {
  for (const assembly::Size size : {assembly::Size{1920, 1080}, assembly::Size{1080, 1920}}) {
    Kiosk kiosk(size);
    for (const std::size_t language : {std::size_t{0}, std::size_t{3}}) {
      for (std::size_t step = 0; step < 4; ++step) {
        const scene::Scene page = kiosk.page("results", language, ExhibitTap{ExhibitVerb::step, step});
        const scene::Target* button = scene::target_named(page, target_id::step(step));
        REQUIRE(button != nullptr);
        const double middle = scene::middle(button->box).x;
        const bool has_thumb = std::any_of(page.items.begin(), page.items.end(), [&](const scene::Item& item) {
          const auto* fill = std::get_if<scene::Fill>(&item);
          return fill != nullptr && fill->box.w > 11 && fill->box.w < 13 && fill->box.w == fill->box.h &&
                 std::abs(scene::middle(fill->box).x - middle) < 0.05;
        });
        INFO("step " << step << ", language " << language << ", " << size.width << " wide");
        CHECK(has_thumb);
      }
    }
  }
}

TEST_CASE("the first step of a timeline is chosen from the start") {
  Kiosk kiosk({1920, 1080});
  const scene::Scene page = kiosk.page("results", 0, {});
  for (std::size_t i = 0; i < 4; ++i) {
    for (const scene::Item& item : page.items) {
      const auto* target = std::get_if<scene::Target>(&item);
      if (target != nullptr && target->id == target_id::step(i)) CHECK(target->chosen == (i == 0));
    }
  }
}

TEST_CASE("the count of the spots that have been seen is as large as body text") {
  Kiosk kiosk({1920, 1080});
  for (const std::string card : {"medical-uses", "where", "red-flags"}) {
    const scene::Scene page = kiosk.page(card, 0, ExhibitTap{ExhibitVerb::region, 1});
    const auto count = std::find_if(page.items.begin(), page.items.end(), [](const scene::Item& item) {
      const auto* text = std::get_if<scene::Text>(&item);
      return text != nullptr && text->layout.lines[0].text.find(" seen") != std::string::npos;
    });
    INFO(card);
    REQUIRE(count != page.items.end());
    CHECK(std::get<scene::Text>(*count).role == scene::TextRole::body);
  }
}
