// A card's picture, as the screens show it.
#include <algorithm>
#include <utility>
#include <vector>

#include "catch.h"
#include "model/names.h"
#include "model/sample_content.h"
#include "scene/hit_test.h"
#include "scene/palette.h"
#include "screens/compose.h"
#include "screens/illustration.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

Content two_cards(Role role) {
  Content content = sample_content(2, role);
  content.pack.languages = {"en", "ar"};
  for (Card& card : content.pack.cards) card.picture = "/pictures/" + card.id + ".svg";
  content.pack.cards[0].is_sequence = true;
  return content;
}

// The front of `card`, and on a touchscreen the pages of its detail.
std::vector<scene::Scene> screens_of(const Content& content, std::size_t card, std::size_t language) {
  text::FakeFonts fonts;
  State state = start(content, moment(Millis(0), monday_morning));
  state.card = card;
  state.language = language;
  std::vector<scene::Scene> all{screens::compose(state, content, fonts)};
  if (content.settings.role == Role::wall) return all;
  state.session.place = Place::detail;
  state.session.exhibit = begin(content.pack.cards[card].exhibit);
  for (state.session.page = 0; state.session.page < 2; ++state.session.page) {
    all.push_back(screens::compose(state, content, fonts));
  }
  return all;
}

// The items of `scene` that show a card's picture.
std::vector<std::size_t> illustrations(const scene::Scene& scene) {
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < scene.items.size(); ++i) {
    const auto* picture = std::get_if<scene::Picture>(&scene.items[i]);
    if (picture != nullptr && picture->file.starts_with("/pictures/")) at.push_back(i);
  }
  return at;
}

}  // namespace

TEST_CASE("only the picture of a sequence is mirrored and only where one reads from right to left") {
  for (const Role role : {Role::kiosk, Role::wall}) {
    Content content = two_cards(role);
    content.pack.cards[0].exhibit = Steps{false, {{0, {}, {}}, {7, {}, {}}, {90, {}, {}}}};
    for (const auto& [card, language] : {std::pair(0U, 0U), {0U, 1U}, {1U, 0U}, {1U, 1U}}) {
      for (const scene::Scene& scene : screens_of(content, card, language)) {
        INFO(scene.screen << " card " << card << " language " << language);
        for (const std::size_t i : illustrations(scene)) {
          CHECK(std::get<scene::Picture>(scene.items[i]).mirrored == (card == 0 && language == 1));
        }
      }
    }
    CHECK_FALSE(illustrations(screens_of(content, 0, 1).front()).empty());
  }
}

TEST_CASE("a page shows its part of the picture, as much around it as fills the page, and the element in it") {
  Content content = two_cards(Role::kiosk);
  const Share jaw{0.6, 0.5, 0.25, 0.3};
  content.pack.cards[0].text[0].pages[0].view = PictureView{jaw, 4.0 / 3};
  const std::vector<scene::Scene> screens = screens_of(content, 0, 0);
  const auto picture_of = [&](std::size_t screen) {
    return std::get<scene::Picture>(screens[screen].items[illustrations(screens[screen]).at(0)]);
  };
  CHECK_FALSE(picture_of(0).frame);
  CHECK_FALSE(picture_of(2).frame);
  const scene::Picture part = picture_of(1);
  REQUIRE(part.frame);
  const Share& frame = *part.frame;
  CHECK(frame.x <= jaw.x);
  CHECK(frame.y <= jaw.y);
  CHECK(frame.x + frame.w >= jaw.x + jaw.w);
  CHECK(frame.y + frame.h >= jaw.y + jaw.h);
  CHECK(frame.x + frame.w <= 1 + 1e-9);
  CHECK(frame.y + frame.h <= 1 + 1e-9);
  // It is not stretched, and larger than the whole picture is on the next page.
  CHECK(frame.w * (4.0 / 3) / frame.h == Approx(part.box.w / part.box.h));
  CHECK(part.box.h / frame.h > picture_of(2).box.h * 1.2);
}

TEST_CASE("elements that a page shows alone are whole, and stand on its foot where the picture's edge cuts them") {
  Content content = two_cards(Role::kiosk);
  const auto part_with = [&](const Share& frame) {
    content.pack.cards[1].text[0].pages[0].view = PictureView{frame, 4.0 / 3, {"mask", "hand"}};
    const scene::Scene page = screens_of(content, 1, 0)[1];
    const auto ground = std::get<scene::Fill>(page.items.at(illustrations(page).at(0) - 1)).box;
    return std::pair(std::get<scene::Picture>(page.items[illustrations(page)[0]]), ground);
  };
  const Share free{0.1, 0.2, 0.4, 0.5}, cut{0.1, 0.378, 0.4, 0.6};
  const auto [alone, ground] = part_with(free);
  CHECK(alone.layers == std::vector<std::string>{"mask", "hand"});
  CHECK(alone.frame == free);
  CHECK(scene::middle(alone.box) == scene::middle(ground));
  CHECK(alone.box.w / alone.box.h == Approx(free.w * (4.0 / 3) / free.h));
  const auto [standing, below] = part_with(cut);
  CHECK(standing.frame == cut);
  CHECK(standing.box.bottom() == Approx(below.bottom()));
}

TEST_CASE("the targets of a mirrored picture lie on what they name") {
  Content content = two_cards(Role::kiosk);
  content.pack.cards[0].exhibit =
      Hotspots{4.0 / 3, {{"tooth", {0.05, 0.4, 0.15, 0.2}}, {"hand", {0.7, 0.4, 0.2, 0.2}}}};
  const auto middle_of = [&](std::size_t language, const char* id) {
    const scene::Scene scene = screens_of(content, 0, language)[1];
    REQUIRE(illustrations(scene).size() == 1);
    const scene::Rect picture = std::get<scene::Picture>(scene.items[illustrations(scene)[0]]).box;
    for (const scene::Item& item : scene.items) {
      const auto* target = std::get_if<scene::Target>(&item);
      if (target != nullptr && target->id == target_id::region(id)) {
        return (target->box.x + target->box.w / 2 - picture.x) / picture.w;
      }
    }
    FAIL("no target " << id);
    return 0.0;
  };
  CHECK(middle_of(0, "tooth") == Approx(0.125).margin(0.01));
  CHECK(middle_of(1, "tooth") == Approx(0.875).margin(0.01));
  CHECK(middle_of(1, "hand") == Approx(0.2).margin(0.01));
}

namespace {

// The card's ground on `scene`, its first fill; none if it begins with something else.
const scene::Fill* ground_of(const scene::Scene& scene) {
  return std::get_if<scene::Fill>(&scene.items.front());
}

const scene::Picture& illustration_of(const scene::Scene& scene) {
  return std::get<scene::Picture>(scene.items[illustrations(scene).front()]);
}

}  // namespace

TEST_CASE(
    "a card's ground is over the whole glass of a wall, on a kiosk down to the bar, in portrait behind the picture "
    "only") {
  for (const Role role : {Role::kiosk, Role::wall}) {
    for (const bool portrait : {false, true}) {
      for (const std::size_t language : {0U, 1U}) {
        Content content = two_cards(role);
        content.pack.cards[1].ground = Ground::blush;
        Screen& screen = content.settings.screen;
        if (portrait) std::swap(screen.width_mm, screen.height_mm);
        const scene::Scene scene = screens_of(content, 1, language).front();
        INFO(static_cast<int>(role) << " portrait " << portrait << " language " << language);
        const scene::Fill* ground = ground_of(scene);
        REQUIRE(ground != nullptr);
        CHECK(ground->color == scene::palette::blush);
        const scene::Target* card = scene::target_named(scene, target_id::card);
        CHECK((card != nullptr) == (role == Role::kiosk));
        const double bottom = card != nullptr ? card->box.bottom() : screen.height_mm;
        const bool is_field = role == Role::kiosk && portrait;
        CHECK(ground->box == scene::Rect{0, 0, screen.width_mm, is_field ? ground->box.h : bottom});
        CHECK((ground->box.bottom() < bottom) == is_field);
        CHECK((bottom < screen.height_mm) == (role == Role::kiosk));
        CHECK(ground->box.encloses(illustration_of(scene).box));
        for (const scene::Item& item : scene.items) {
          const auto* text = std::get_if<scene::Text>(&item);
          if (text == nullptr) continue;
          CHECK_FALSE((is_field ? ground->box : illustration_of(scene).box).overlaps(text->box));
        }
      }
    }
  }
}

TEST_CASE("a card without a ground or without a picture is on the screen's own colour and in high contrast on black") {
  Content content = two_cards(Role::kiosk);
  CHECK(ground_of(screens_of(content, 0, 0).front()) == nullptr);
  content.pack.cards[0].ground = Ground::sky;
  CHECK(ground_of(screens_of(content, 0, 0).front()) != nullptr);
  text::FakeFonts fonts;
  State state = start(content, moment(Millis(0), monday_morning));
  state.card = 0;
  state.session.high_contrast = true;
  const scene::Scene dark = screens::compose(state, content, fonts);
  CHECK(ground_of(dark) == nullptr);
  CHECK(dark.ground == scene::palette::black);
  content.pack.cards[0].picture.clear();
  CHECK(ground_of(screens_of(content, 0, 0).front()) == nullptr);
}

TEST_CASE("a picture that stands reaches the lower edge of its ground") {
  for (const Role role : {Role::kiosk, Role::wall}) {
    Content content = two_cards(role);
    content.pack.cards[1].ground = Ground::blush;
    for (const bool stands : {false, true}) {
      content.pack.cards[1].stands = stands;
      const scene::Scene scene = screens_of(content, 1, 0).front();
      INFO(static_cast<int>(role) << " stands " << stands);
      CHECK(illustration_of(scene).stands == stands);
      const double above_edge = ground_of(scene)->box.bottom() - illustration_of(scene).box.bottom();
      if (stands) CHECK(above_edge == Approx(0).margin(1e-9));
      if (!stands && role == Role::kiosk) CHECK(above_edge > 1);
    }
  }
}

TEST_CASE("a front's picture was cropped to half a person beside large letters: it is whole at every text size") {
  Content content = two_cards(Role::kiosk);
  content.pack.cards[0].focus = PictureView{Share{0.25, 0.2, 0.4, 0.5}, 4.0 / 3};
  for (Card& card : content.pack.cards) card.ground = Ground::mist;
  for (const bool portrait : {false, true}) {
    Screen& screen = content.settings.screen;
    if (portrait) std::swap(screen.width_mm, screen.height_mm);
    for (const int percent : {100, 150, 200}) {
      INFO((portrait ? "portrait " : "landscape ") << percent << "%");
      text::FakeFonts fonts;
      State state = start(content, moment(Millis(0), monday_morning));
      state.session.text_percent = percent;
      for (state.card = 0; *state.card < 2; ++*state.card) {
        const scene::Scene front = screens::compose(state, content, fonts);
        const std::vector<std::size_t> shown = illustrations(front);
        REQUIRE(shown.size() == 1);
        const auto& picture = std::get<scene::Picture>(front.items[shown[0]]);
        CHECK_FALSE(picture.frame);
        CHECK(picture.layers.empty());
      }
    }
  }
}

TEST_CASE("in a narrow column beside large letters the picture is its focus: elements alone, or a part that fills it") {
  Content content = two_cards(Role::kiosk);
  Card& card = content.pack.cards[0];
  card.ground = Ground::mist;
  text::FakeFonts fonts;
  screens::View view{content, fonts, "en"};
  const scene::Rect column{0, 0, 90, 200}, field{0, 0, 200, 180};
  const Share focus{0.25, 0.1, 0.4, 0.8};
  for (const bool alone : {false, true}) {
    card.focus = PictureView{focus, 4.0 / 3, alone ? std::vector<std::string>{"person"} : std::vector<std::string>{}};
    view.text_percent = 100;
    CHECK_FALSE(screens::front_picture(view, card, card.text[0], column).frame);
    view.text_percent = 200;
    CHECK_FALSE(screens::front_picture(view, card, card.text[0], field).frame);
    const scene::Picture picture = screens::front_picture(view, card, card.text[0], column);
    CHECK(picture.layers == card.focus->layers);
    REQUIRE(picture.frame);
    CHECK(picture.frame->x <= focus.x);
    CHECK(picture.frame->x + picture.frame->w >= focus.x + focus.w - 1e-9);
    CHECK(picture.frame->y <= focus.y);
    CHECK(picture.frame->y + picture.frame->h >= focus.y + focus.h - 1e-9);
    if (alone) CHECK(*picture.frame == focus);
    if (!alone) CHECK(picture.box == column);
    CHECK(column.encloses(picture.box, 1e-6));
  }
}

namespace {

// The picture on the front of the first of `two_cards`, whose board is `board`.
scene::Picture front_with(Role role, const Board& board, bool stands) {
  Content content = two_cards(role);
  content.pack.cards[0].board = board;
  content.pack.cards[0].stands = stands;
  const scene::Scene front = screens_of(content, 0, 0)[0];
  return std::get<scene::Picture>(front.items[illustrations(front).at(0)]);
}

}  // namespace

TEST_CASE("a front shows what is drawn on a board as large as fits, whole and in its shape") {
  for (const Role role : {Role::kiosk, Role::wall}) {
    const Board board{4.0 / 3, {0.1, 0.2, 0.8, 0.8}, {}};
    const scene::Picture standing = front_with(role, board, true), free = front_with(role, board, false);
    CHECK(standing.frame == board.ink);
    CHECK(standing.box.w / standing.box.h == Approx(4.0 / 3));
    CHECK(standing.box.bottom() > free.box.bottom());
    CHECK(free.box.w / free.box.h == Approx(4.0 / 3));
  }
}

TEST_CASE("a drawing's own ground fills its field beyond the board, and the board is cut only where the ground ends") {
  for (const Role role : {Role::kiosk, Role::wall}) {
    const auto shown = [&](const Share& reach, bool stands) {
      Board board{4.0 / 3, {0, 0, 1, 1}, {}};
      board.ground = Board::OwnGround{reach, 0x084849};
      const scene::Picture picture = front_with(role, board, stands);
      REQUIRE(picture.frame);
      const Share& frame = *picture.frame;
      CHECK(frame.w * (4.0 / 3) / frame.h == Approx(picture.box.w / picture.box.h));
      CHECK(frame.x >= reach.x - 1e-9);
      CHECK(frame.y >= reach.y - 1e-9);
      CHECK(frame.x + frame.w <= reach.x + reach.w + 1e-9);
      CHECK(frame.y + frame.h <= reach.y + reach.h + 1e-9);
      return frame;
    };
    const Share all = shown({-0.25, -0.25, 1.5, 1.5}, false), standing = shown({-0.25, -0.25, 1.5, 1.5}, true);
    // The fields of both screens are higher than a board.
    CHECK(all.w == Approx(1.05));  // with some air beside the board
    CHECK(all.h > 1.05);
    CHECK(all.y == Approx((1 - all.h) / 2));
    CHECK(standing.y + standing.h == Approx(1));
    const Share cut = shown({-0.03, -0.03, 1.06, 1.06}, false);
    CHECK(cut.w < 1);
    CHECK(cut.h == Approx(1.06));
  }
}

TEST_CASE("in high contrast a picture is drawn in its colours for that, else it gets a white edge, and never both") {
  for (const Role role : {Role::kiosk, Role::wall}) {
    for (const bool own : {false, true}) {
      for (const bool high : {false, true}) {
        Content content = two_cards(role);
        content.pack.cards[0].has_contrast_colors = own;
        text::FakeFonts fonts;
        State state = start(content, moment(Millis(0), monday_morning));
        state.card = 0;
        state.session.high_contrast = high;
        const scene::Scene scene = screens::compose(state, content, fonts);
        int edges = 0;
        for (const std::size_t at : illustrations(scene)) {
          const auto& picture = std::get<scene::Picture>(scene.items[at]);
          edges += picture.outline_mm > 0 ? 1 : 0;
          CHECK(picture.high_contrast == (own && high));
        }
        REQUIRE_FALSE(illustrations(scene).empty());
        if (role == Role::kiosk) CHECK(edges == (high && !own ? 1 : 0));
      }
    }
  }
}
