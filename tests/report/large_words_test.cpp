// What is too long for one screen in letters of 150 and 200 %: where it is cut, and how a reader sees that it goes on.
#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "catch.h"
#include "exhibits/hotspots_targets.h"
#include "language/back_reference.h"
#include "language/sentences.h"
#include "model/names.h"
#include "sanitized.h"
#include "scene/hit_test.h"
#include "screens/body_block.h"
#include "screens/detail_parts.h"
#include "screens/exhibit_areas.h"
#include "screens/exhibit_words.h"
#include "screens/large_page.h"
#include "screens/page_breaks.h"
#include "shipped_fronts.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

const std::vector<assembly::Size> landscape_and_portrait{{1920, 1080}, {1080, 1920}};

// Calls see(view, card, text) for each card, language and shape at each large text size.
template <typename See>
void for_each_large_text(See see) {
  for (const assembly::Size size : landscape_and_portrait) {
    ShippedPack shipped("kiosk.toml", size);
    const Content& content = shipped.loaded.content;
    for (const int percent : {150, 200}) {
      for (const std::size_t language : report::shown_languages(content)) {
        for (const std::size_t card : report::shown_cards(content, language)) {
          if (!is_tried(card, language)) continue;
          screens::View view{content, shipped.fonts, content.pack.languages[language]};
          view.text_percent = percent;
          INFO(size.width << " " << percent << "% " << content.pack.cards[card].id << " " << view.language);
          see(view, content.pack.cards[card], content.pack.cards[card].text[language]);
        }
      }
    }
  }
}

// The words of the part that begins at `from`, and the pieces that they are cut into; `from` moves behind them.
std::vector<std::string> pieces_from(const std::vector<screens::DetailPart>& parts, std::size_t& from) {
  std::vector<std::string> pieces;
  while (true) {
    pieces.push_back(parts[from].body);
    if (!parts[from++].goes_on()) return pieces;
  }
}

std::string words_of(const CardText& text, const screens::DetailPart& part, std::optional<std::size_t> shown) {
  switch (part.kind) {
    case screens::DetailKind::lead:
      return text.lead;
    case screens::DetailKind::exhibit:
      return screens::exhibit_caption(text, shown);
    case screens::DetailKind::text:
      return text.pages[part.text].text;
    case screens::DetailKind::ask:
      return text.ask;
    case screens::DetailKind::link:
      break;
  }
  return {};
}

// True if a sign that the text goes on is on `scene`: a triangle of its shape in the colour of actions.
bool has_continuation(const scene::Scene& scene) {
  return std::any_of(scene.items.begin(), scene.items.end(), [](const scene::Item& item) {
    const auto* polygon = std::get_if<scene::Polygon>(&item);
    if (polygon == nullptr || polygon->corners.size() != 3 || polygon->soft_mm > 0) return false;
    const bool is_shaped = std::abs(polygon->box.w / polygon->box.h - 0.34 / 0.44) < 1e-6;
    return is_shaped && polygon->colors[0] == scene::palette::standard.accent;
  });
}

// True if each entry of a list has its own picture: the list is whole, whatever follows it.
bool has_pictured_list(const scene::Scene& scene) {
  return std::count_if(scene.items.begin(), scene.items.end(), [](const scene::Item& item) {
           const auto* picture = std::get_if<scene::Picture>(&item);
           return picture != nullptr && picture->alt.empty() && !picture->layers.empty();
         }) > 2;
}

bool has_spots(const scene::Scene& scene) {
  return std::any_of(scene.items.begin(), scene.items.end(), [](const scene::Item& item) {
    const auto* target = std::get_if<scene::Target>(&item);
    return target != nullptr && target->id.starts_with("region-");
  });
}

// True if exactly `words` are written somewhere on `scene`.
bool is_written(const scene::Scene& scene, const std::string& words) {
  return std::any_of(scene.items.begin(), scene.items.end(), [&](const scene::Item& item) {
    const auto* text = std::get_if<scene::Text>(&item);
    return text != nullptr && text->layout.text == words;
  });
}

// How many fills of `scene` are like the dot of the current one of several pages: low, round, and longer than high.
int short_bars(const scene::Scene& scene) {
  return static_cast<int>(std::count_if(scene.items.begin(), scene.items.end(), [](const scene::Item& item) {
    const auto* fill = std::get_if<scene::Fill>(&item);
    constexpr double most_mm = 10;
    return fill != nullptr && fill->box.h < most_mm && fill->box.w > 2 * fill->box.h && fill->radius_mm > 0 &&
           fill->box.w < 4 * most_mm;
  }));
}

// Calls see(content, state, screen) for each screen of each card, language and shape at each large text size.
template <typename See>
void for_each_large_screen(See see) {
  for (const assembly::Size size : landscape_and_portrait) {
    ShippedPack shipped("kiosk.toml", size);
    const Content& content = shipped.loaded.content;
    const WallTime time = std::chrono::local_days(content.pack.review.on) + std::chrono::hours(9);
    State state = start(content, {MonoTime{}, possible_time(content, time)});
    state.hello = false;
    state.open = true;
    for (const int percent : {150, 200}) {
      state.session.text_percent = percent;
      for (const std::size_t language : report::shown_languages(content)) {
        state.language = language;
        for (const std::size_t card : report::shown_cards(content, language)) {
          if (!is_tried(card, language)) continue;
          state.card = card;
          for (const report::Screenful& shown : report::screens_of_card(state, content, shipped.fonts)) {
            INFO(size.width << " " << percent << "% " << content.pack.cards[card].id << " "
                            << content.pack.languages[language] << " " << shown.name);
            see(content, state, shown);
          }
        }
      }
    }
  }
}

// The discs of `hotspots` on `scene` whose lines reach into each other, although they are drawn side by side, and a
// picture in which they are too small, in sentences.
std::vector<std::string> faults_of_discs(const scene::Scene& scene, const Hotspots& hotspots) {
  constexpr double least_picture_mm = 140, drawn_apart_mm = 2;
  std::vector<std::string> faults;
  struct Disc {
    std::string id;
    scene::Rect drawn, lined;
  };
  std::vector<Disc> discs;
  for (const scene::Item& item : scene.items) {
    const auto* picture = std::get_if<scene::Picture>(&item);
    if (picture == nullptr || picture->outline_mm <= 0) continue;
    if (picture->box.w < least_picture_mm) faults.emplace_back("the picture with spots is small");
    for (Region region : hotspots.regions) {
      if (picture->layers != region.layers && picture->layers != region.outlined) continue;
      if (picture->mirrored) region.box.x = 1 - region.box.x - region.box.w;
      const scene::Rect drawn = exhibits::drawn_box(region, picture->box);
      const scene::Rect lined = drawn.inset(-picture->outline_mm);
      for (const Disc& other : discs) {
        const bool apart = !drawn.inset(-drawn_apart_mm).overlaps(other.drawn);
        if (other.id != region.id && apart && lined.overlaps(other.lined))
          faults.push_back(region.id + " reaches into " + other.id);
      }
      discs.push_back({region.id, drawn, lined});
    }
  }
  return faults;
}

// What is wrong with how `scene` tells that its text goes on, and where else there is to go, in sentences.
std::vector<std::string> faults_of(const scene::Scene& scene, const Card& card, const CardText& text,
                                   const InterfaceWords& words) {
  std::vector<std::string> faults;
  const scene::Target* next = scene::target_named(scene, target_id::next);
  const bool goes_on = next != nullptr && next->label == words.say("next_part");
  const bool is_list = has_pictured_list(scene) && !has_spots(scene);
  if (goes_on && !has_continuation(scene) && !is_list)
    faults.emplace_back("Next leads on, and no sign is behind the text");
  // "Page 2 of 4 (1/2)": as many screens as say "Page 2 of 4".
  const bool counts = std::any_of(scene.items.begin(), scene.items.end(), [](const scene::Item& item) {
    const auto* said = std::get_if<scene::Text>(&item);
    return said != nullptr && said->role == scene::TextRole::label && said->layout.text.ends_with(')') &&
           said->layout.text.find('/') != std::string::npos;
  });
  if (goes_on && !counts && scene.screen == screen_name::detail) faults.emplace_back("does not count its screens");
  if (!goes_on && has_continuation(scene)) faults.emplace_back("a sign is behind the text, and Next does not say so");
  // Which page it is, is told in one place: by words in the bar.
  if (short_bars(scene) > 0) faults.emplace_back("a second row of dots");
  const auto* hotspots = std::get_if<Hotspots>(&card.exhibit);
  if (hotspots == nullptr || !has_spots(scene)) return faults;
  for (std::size_t i = 0; i < hotspots->regions.size(); ++i) {
    const scene::Target* name = scene::target_named(scene, target_id::listed(hotspots->regions[i].id));
    const std::string& label = text.exhibit.parts[i].label;
    if (name == nullptr || name->label != label || !is_written(scene, label))
      faults.push_back(label + " has no button");
  }
  for (std::string& fault : faults_of_discs(scene, *hotspots)) faults.push_back(std::move(fault));
  return faults;
}

}  // namespace

TEST_CASE("in large letters no sentence is cut that has room on a screen of its own") {
  int cut = 0, pieces = 0;
  std::map<std::string, int> broken;
  for_each_large_text([&](const screens::View& view, const Card& card, const CardText& text) {
    for (const std::optional<std::size_t>& part : screens::parts_told(text)) {
      const std::vector<screens::DetailPart> parts = screens::detail_parts(view, card, text, part);
      for (std::size_t at = 0; at < parts.size();) {
        const screens::DetailPart& first = parts[at];
        const std::vector<std::string> told = pieces_from(parts, at);
        if (told.size() < 2 || (part && first.kind != screens::DetailKind::exhibit)) continue;
        const std::string words = words_of(text, first, part);
        ++cut;
        pieces += static_cast<int>(told.size());
        const auto count = static_cast<int>(screens::broken_sentences(view, words, told));
        if (count > 0)
          broken[card.id + " " + view.language + " " + std::to_string(view.text_percent) +
                 (view.portrait() ? " portrait " : " landscape ") + told.front()] += count;
      }
    }
  });
  std::cout << cut << " texts in " << pieces << " pieces\n";
  for (const auto& [where, count] : broken) std::cout << count << " broken: " << where << "\n";
  CHECK(broken.size() <= 9);  // sentences that are too long for a screen; 8 with the letters of Debian 12
}

TEST_CASE(
    "a reader of large letters did not see that a text goes on, nor how, there were two rows of dots, and spots had no "
    "names") {
  int going_on = 0, labelled = 0, spots = 0;
  for_each_large_screen([&](const Content& content, const State& state, const report::Screenful& shown) {
    if (shown.name == "front") return;
    const InterfaceWords& words = words_for(content, content.pack.languages[state.language]);
    const Card& card = content.pack.cards[*state.card];
    for (const std::string& fault : faults_of(shown.scene, card, card.text[state.language], words)) FAIL_CHECK(fault);
    const bool goes_on = has_continuation(shown.scene);
    going_on += goes_on ? 1 : 0;
    labelled += goes_on && is_written(shown.scene, words.say("next_part")) ? 1 : 0;
    spots += has_spots(shown.scene) ? 1 : 0;
  });
  std::cout << going_on << " screens go on, " << labelled << " of them say so in words\n";
  CHECK(going_on > at_least(300));
  CHECK(4 * labelled >= 3 * going_on);  // elsewhere the arrow and the triangle do
  CHECK(spots > at_least(300));
}

TEST_CASE("a text that goes on without a sign, a spot without a name and a second row of dots are found") {
  int damaged = 0;
  for_each_large_screen([&](const Content& content, const State& state, const report::Screenful& shown) {
    if (damaged > 0 || !has_spots(shown.scene) || !has_continuation(shown.scene)) return;
    ++damaged;
    const InterfaceWords& words = words_for(content, content.pack.languages[state.language]);
    const Card& card = content.pack.cards[*state.card];
    const auto faults_with = [&](auto change) {
      scene::Scene scene = shown.scene;
      change(scene);
      return faults_of(scene, card, card.text[state.language], words).size();
    };
    const auto without = [](auto is_it) { return [is_it](scene::Scene& scene) { std::erase_if(scene.items, is_it); }; };
    const auto is_target = [](const scene::Item& item, const std::string& id) {
      const auto* target = std::get_if<scene::Target>(&item);
      return target != nullptr && target->id == id;
    };
    const std::string first = target_id::listed(std::get<Hotspots>(card.exhibit).regions.front().id);
    CHECK(faults_with([](scene::Scene&) {}) == 0);
    CHECK(faults_with(without([](const scene::Item& item) { return std::holds_alternative<scene::Polygon>(item); })) ==
          1);
    CHECK(faults_with(without([&](const scene::Item& item) { return is_target(item, target_id::next); })) == 1);
    CHECK(faults_with(without([&](const scene::Item& item) { return is_target(item, first); })) == 1);
    CHECK(faults_with([](scene::Scene& scene) {
            scene.items.emplace_back(scene::Fill{.box = {10, 10, 9, 3}, .color = {}, .radius_mm = 1.5});
          }) == 1);
  });
  CHECK(damaged == 1);
}

namespace {

// True if `sentence` could stand on one screen of `room_mm` with the one before it.
bool would_fit(const screens::View& view, const std::string& before, const std::string& sentence, double width_mm,
               double room_mm) {
  const text::Style style = screens::type_scale(view).body;
  const std::string both = before + language::between_sentences(view.language) + sentence;
  return screens::Body(view, both, style, width_mm, screens::Piece::goes_on).height() <= room_mm;
}

}  // namespace

TEST_CASE("in large letters a sentence is not parted from the one that it leans on") {
  std::map<int, int> leaning, parted;  // by text size
  for_each_large_text([&](const screens::View& view, const Card& card, const CardText& text) {
    const std::vector<screens::DetailPart> parts = screens::detail_parts(view, card, text, std::nullopt);
    for (std::size_t at = 0; at < parts.size();) {
      const screens::DetailPart& first = parts[at];
      std::vector<std::string> told = pieces_from(parts, at);
      if (first.kind != screens::DetailKind::text && first.kind != screens::DetailKind::lead) continue;
      if (first.pictured) told.erase(told.begin());  // a list that is set in another way
      const scene::Rect area = screens::large_page(view, card, text, parts[at - 1].picture).words;
      const double width = area.w;
      for (std::size_t i = 0; i + 1 < told.size(); ++i) {
        const std::vector<std::string> before = language::cut_at_sentences(told[i], view.language);
        const std::vector<std::string> next = language::cut_at_sentences(told[i + 1], view.language);
        if (before.empty() || next.empty() || !language::leans_on_previous(next.front(), view.language)) continue;
        ++leaning[view.text_percent];
        // Of a chain of such sentences that is longer than a screen, one pair is parted.
        const bool is_chain = before.size() > 1 || next.size() > 1;
        // Of the two that could be together, the first may be below the heading, where there is less room.
        const double above = i == 0 ? screens::heading_of_part(view, text, first, width).height() : 0;
        if (is_chain || !would_fit(view, before.back(), next.front(), width, area.h - above)) continue;
        ++parted[view.text_percent];
        FAIL_CHECK(before.back() << " | " << next.front());
      }
    }
  });
  std::cout << leaning[150] << " and " << leaning[200] << " pieces lean on the one before\n";
  CHECK(leaning[150] <= 4);
  CHECK(leaning[200] <= 90);  // of more than 900: chains that are longer than a screen
}

TEST_CASE("in large letters a question or half a sentence was alone on a screen") {
  std::map<std::string, int> leftovers;  // pieces of less than three lines, by what they are pieces of
  int pieces = 0, lone = 0;
  for_each_large_text([&](const screens::View& view, const Card& card, const CardText& text) {
    for (const std::optional<std::size_t>& part : screens::parts_told(text)) {
      const std::vector<screens::DetailPart> parts = screens::detail_parts(view, card, text, part);
      for (const screens::DetailPart& each : parts) {
        const bool is_exhibit = each.kind == screens::DetailKind::exhibit;
        const bool is_text = each.kind == screens::DetailKind::text || each.kind == screens::DetailKind::lead;
        if (each.piece_of_text == screens::Piece::whole || each.pictured || (is_exhibit ? false : part || !is_text))
          continue;
        const double width = is_exhibit ? screens::exhibit_areas(view, card, text, each.words_mm).words.w
                                        : screens::large_page(view, card, text, each.picture).words.w;
        const screens::Body body(view, each.body, screens::type_scale(view).body, width, screens::Piece::last);
        ++pieces;
        lone += body.is_lone() ? 1 : 0;
        if (body.lines() < screens::least_lines) ++leftovers[card.id + (is_exhibit ? " exhibit" : " page")];
      }
    }
  });
  int all = 0;
  for (const auto& [where, count] : leftovers) {
    std::cout << count << " leftovers: " << where << "\n";
    all += count;
  }
  std::cout << all << " of " << pieces << " pieces have less than three lines, " << lone << " of them one\n";
  if (is_sanitized) return;
  CHECK(all <= 0.22 * pieces);  // sentences whose neighbours have no room beside them, or beside a picture with spots
  CHECK(lone <= 0.025 * pieces);
}

TEST_CASE("a sentence that is cut is found") {
  ShippedPack shipped("kiosk.toml", landscape_and_portrait.front());
  const screens::View view{shipped.loaded.content, shipped.fonts, "en"};
  const std::string body = "Ask what it does. Then decide.\nNothing hurries.";
  CHECK(screens::broken_sentences(view, body, {body}) == 0);
  CHECK(screens::broken_sentences(view, body, {"Ask what it does.", "Then decide.\nNothing hurries."}) == 0);
  CHECK(screens::broken_sentences(view, body, {"Ask what it does. Then", "decide.", "Nothing hurries."}) == 1);
  CHECK(screens::broken_sentences(view, body, {"Ask what", "it does. Then decide.\nNothing", "hurries."}) == 2);
}
