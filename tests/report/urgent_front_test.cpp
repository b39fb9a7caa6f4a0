// An urgent card's front, as it ships, with the real fonts.
#include <algorithm>
#include <cmath>
#include <string>

#include "assembly/load.h"
#include "assembly/screen_size.h"
#include "catch.h"
#include "paint/ttf_fonts.h"
#include "report/every_screen.h"
#include "scene/dump.h"
#include "scene/palette.h"
#include "screens/compose.h"

using namespace anteroom;

namespace {

// Calls see(front, text) for the fronts of urgent cards that ship, in every language, size and shape; `edit` may
// change each card first. Returns how many there are.
template <typename Edit, typename See>
int for_each_urgent_front(Edit edit, See see) {
  int seen = 0;
  for (const std::string config : {"kiosk.toml", "wall.toml"}) {
    for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
      source::Diagnostics diagnostics;
      assembly::Loaded loaded = assembly::load({std::string(ANTEROOM_ROOT) + "/config/" + config, {}}, diagnostics);
      Content& content = loaded.content;
      content.settings.screen = assembly::resized(content.settings.screen, size);
      content.settings.languages = content.pack.languages;
      paint::TtfFonts fonts(*loaded.faces);
      State state =
          start(content, {MonoTime{}, std::chrono::local_days(content.pack.review.on) + std::chrono::hours(9)});
      state.hello = false;
      for (std::size_t card = 0; card < content.pack.cards.size(); ++card) {
        if (!content.pack.cards[card].is_urgent) continue;
        edit(content.pack.cards[card]);
        state.card = card;
        for (state.language = 0; state.language < content.pack.languages.size(); ++state.language) {
          for (const int percent : {100, 150, 200}) {
            for (const bool high_contrast : {false, true}) {
              state.session.text_percent = percent;
              state.session.high_contrast = high_contrast;
              INFO(config << " " << size.width << " " << content.pack.languages[state.language] << " " << percent);
              see(screens::compose(state, content, fonts), content.pack.cards[card].text[state.language]);
              ++seen;
            }
          }
        }
      }
    }
  }
  return seen;
}

constexpr int all_fronts = 2 * 2 * 6 * 3 * 2;

}  // namespace

TEST_CASE("an urgent front says all signs, and the number to call is the largest thing on it, on a band to the edge") {
  const int seen = for_each_urgent_front(
      [](const Card&) {},
      [](const scene::Scene& front, const CardText& card) {
        const scene::Text* number = nullptr;
        double largest_other = 0;
        bool has_all_signs = false;
        for (const scene::Item& item : front.items) {
          const auto* text = std::get_if<scene::Text>(&item);
          if (text == nullptr) continue;
          if (text->layout.text.find("911") != std::string::npos && text->role == scene::TextRole::title) {
            number = text;
          } else {
            largest_other = std::max(largest_other, text->layout.cap_height_mm);
          }
          has_all_signs |= text->layout.text == card.lead || text->layout.text == card.wall;
        }
        REQUIRE(number != nullptr);
        CHECK(number->layout.cap_height_mm > (front.role == Role::wall ? 1.5 : 1.15) * largest_other);
        CHECK(has_all_signs);
        CHECK(std::any_of(front.items.begin(), front.items.end(), [&](const scene::Item& item) {
          const auto* fill = std::get_if<scene::Fill>(&item);
          const bool below = fill != nullptr && fill->box.encloses(number->box);
          return below && (fill->box.x < 1e-6 || fill->box.right() > front.width_mm - 1e-6);
        }));
      });
  CHECK(seen == all_fronts);
}

TEST_CASE("from the chairs the signs on an urgent card were the smallest text of the wall") {
  for_each_urgent_front([](const Card&) {},
                        [](const scene::Scene& front, const CardText&) {
                          if (front.role != Role::wall) return;
                          double lead = 0;
                          bool has_panel = false;
                          for (const scene::Item& item : front.items) {
                            const auto* text = std::get_if<scene::Text>(&item);
                            if (text != nullptr && text->role == scene::TextRole::body)
                              lead = text->layout.cap_height_mm;
                            const auto* fill = std::get_if<scene::Fill>(&item);
                            has_panel |= fill != nullptr && fill->box.h > front.height_mm - 1e-6 &&
                                         fill->box.w < 0.6 * front.width_mm;
                          }
                          constexpr double body_mm = 25.6;  // seen from 4 m
                          CHECK(lead >= 1.1 * body_mm);
                          if (front.width_mm > front.height_mm) CHECK(has_panel);
                        });
}

TEST_CASE("the front of an urgent card without a number says whole what to do") {
  const auto forget = [](Card& card) {
    for (CardText& text : card.text) text.emergency.clear();
  };
  const int seen = for_each_urgent_front(forget, [](const scene::Scene& front, const CardText&) {
    CHECK_THAT(scene::visible_text(front), ContainsSubstring("911"));
    for (const scene::Item& item : front.items) {
      const auto* text = std::get_if<scene::Text>(&item);
      if (text != nullptr) CHECK_FALSE(text->layout.text == "911");
    }
  });
  CHECK(seen == all_fronts);
}

TEST_CASE("on a touchscreen the number to call was a box in a corner, and beside large letters nothing else was red") {
  for_each_urgent_front([](const Card&) {},
                        [](const scene::Scene& front, const CardText&) {
                          if (front.role == Role::wall) return;
                          const bool portrait = front.width_mm < front.height_mm;
                          const scene::Fill* panel = nullptr;
                          const scene::Text* number = nullptr;
                          const scene::Target* card = nullptr;
                          for (const scene::Item& item : front.items) {
                            const auto* fill = std::get_if<scene::Fill>(&item);
                            if (fill != nullptr && fill->color == scene::palette::coral) {
                              CHECK(panel == nullptr);
                              panel = fill;
                            }
                            const auto* text = std::get_if<scene::Text>(&item);
                            if (text != nullptr && text->layout.text.find("911") != std::string::npos &&
                                text->role == scene::TextRole::title) {
                              number = text;
                            }
                            const auto* target = std::get_if<scene::Target>(&item);
                            if (target != nullptr && target->ground) card = target;
                          }
                          REQUIRE(panel != nullptr);
                          REQUIRE(number != nullptr);
                          REQUIRE(card != nullptr);
                          CHECK(panel->box.bottom() == Approx(card->box.bottom()));
                          if (!portrait || front.text_percent > 100) CHECK(panel->box.y == Approx(0).margin(1e-9));
                          CHECK(panel->box.encloses(number->box, 0.01));
                          // The words and the invitation are on it as well, and nothing written is beside it.
                          for (const scene::Item& item : front.items) {
                            const auto* text = std::get_if<scene::Text>(&item);
                            if (text == nullptr || text->box.y > card->box.bottom()) continue;
                            CHECK(panel->box.encloses(text->box, 0.01));
                          }
                        });
}

TEST_CASE(
    "on an urgent front the invitation was louder than the number, and number, words and invitation had three edges") {
  const int seen = for_each_urgent_front(
      [](const Card&) {},
      [](const scene::Scene& front, const CardText& card) {
        if (front.role == Role::wall) {
          // Where the clinic's name and the words begin, too.
          for (const scene::Item& item : front.items) {
            const auto* picture = std::get_if<scene::Picture>(&item);
            if (picture == nullptr || picture->file.find("/call.svg") == std::string::npos) continue;
            const double margin = 0.055 * std::min(front.width_mm, front.height_mm), air = 0.12 * picture->box.w;
            const double from_edge = front.language == "ar" ? front.width_mm - picture->box.right() : picture->box.x;
            CHECK(from_edge == Approx(margin - air).margin(air));
          }
          return;
        }
        const bool to_left = front.language != "ar", portrait = front.width_mm < front.height_mm;
        const auto edge = [&](const scene::Rect& box, double air) {
          return to_left ? box.x + air * box.w : front.width_mm - box.right() + air * box.w;
        };
        const scene::Text *number = nullptr, *title = nullptr;
        const scene::Picture* telephone = nullptr;
        const scene::Fill* invitation = nullptr;
        double bar = front.height_mm;
        for (const scene::Item& item : front.items) {
          const auto* target = std::get_if<scene::Target>(&item);
          if (target != nullptr && target->ground) bar = target->box.bottom();
        }
        for (const scene::Item& item : front.items) {
          const auto* text = std::get_if<scene::Text>(&item);
          if (text != nullptr && text->layout.text == card.title) title = text;
          if (text != nullptr && text->layout.text.find("911") != std::string::npos &&
              text->role == scene::TextRole::title) {
            number = text;
          }
          const auto* picture = std::get_if<scene::Picture>(&item);
          if (picture != nullptr && picture->file.find("/call.svg") != std::string::npos) telephone = picture;
          const auto* fill = std::get_if<scene::Fill>(&item);
          const bool is_pill = fill != nullptr && fill->radius_mm > 0 && fill->box.bottom() < bar;
          if (!is_pill) continue;
          CHECK((fill->color.a == 0 || fill->color == scene::palette::black));
          CHECK(fill->edge_mm > 0);
          invitation = fill;
        }
        REQUIRE(number != nullptr);
        REQUIRE(title != nullptr);
        REQUIRE(telephone != nullptr);
        REQUIRE(invitation != nullptr);
        CHECK(number->layout.cap_height_mm > (front.text_percent == 100 ? 2.2 : 1.15) * title->layout.cap_height_mm);
        // One edge in portrait; in landscape the number's and the words', and the invitation has one of the two, or is
        // beside the number at the foot.
        constexpr double slack_mm = 2;
        const double of_number = edge(telephone->box, to_left ? 0.09 : 0.12), of_words = edge(title->box, 0);
        const double of_invitation = edge(invitation->box, 0);
        if (portrait) CHECK(std::abs(of_number - of_words) < slack_mm);
        const bool is_beside = invitation->box.y < number->box.bottom() && invitation->box.bottom() > number->box.y &&
                               title->box.bottom() < number->box.y;
        if (is_beside) return;
        CHECK(std::min(std::abs(of_invitation - of_words), std::abs(of_invitation - of_number)) < slack_mm);
      });
  CHECK(seen == all_fronts);
}
