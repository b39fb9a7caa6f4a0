#include "report/legibility_checker.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "model/names.h"
#include "report/decimal.h"
#include "report/every_screen.h"
#include "report/language_room.h"
#include "screens/view.h"

namespace anteroom::report {

namespace {

// The limits of the settings.
constexpr double nearest_mm = 200;
constexpr double longest_side_mm = 5000;

}  // namespace

Session in_letters_of(int percent) {
  Session look;
  look.text_percent = percent;
  return look;
}

LegibilityChecker::LegibilityChecker(Content content, const paint::FaceTable& faces)
    : content_(std::move(content)), fonts_(faces), time_(time_of_all_cards(content_)) {
  content_.settings.hours = {};
}

scene::Legibility LegibilityChecker::check(const Session& look) {
  return legibility_of(every_screen(content_, fonts_, time_, look));
}

std::vector<std::string> LegibilityChecker::overlong_cards(scene::Legibility found) {
  const std::vector<Card> all = content_.pack.cards;
  std::vector<std::string> ids;
  constexpr int max_rounds = 3;  // a rule names the first card only that breaks it
  for (int round = 0; round < max_rounds && found.is_crowded() && ids.size() * 2 < all.size(); ++round) {
    for (const scene::BrokenRule& each : found.broken) {
      if (each.rule != "words" && !each.card.empty()) ids.push_back(each.card);
    }
    std::erase_if(content_.pack.cards,
                  [&](const Card& card) { return std::find(ids.begin(), ids.end(), card.id) != ids.end(); });
    if (content_.pack.cards.empty()) break;
    found = check();
  }
  content_.pack.cards = all;
  if (found.is_crowded() || ids.size() * 2 >= all.size()) return {};
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

std::size_t LegibilityChecker::languages_with_room() {
  return report::languages_with_room(content_, fonts_, time_);
}

std::optional<int> LegibilityChecker::size_without_language_room() {
  return report::size_without_language_room(content_, fonts_, time_);
}

bool LegibilityChecker::reach_is_offered() {
  return screens::View{content_, fonts_, content_.pack.languages.empty() ? "en" : content_.pack.languages.front()}
      .reach_is_offered();
}

std::string LegibilityChecker::advice() {
  const Screen real = screen();
  const std::string distance = decimal(real.viewing_distance_mm) + " mm";
  const std::optional<double> near = farthest_distance();
  const std::optional<std::string> larger = larger_screen(near ? real.viewing_distance_mm / *near : 1.5);
  std::string text = "screen too small for this viewing distance: " + size_in_mm(real.width_mm, real.height_mm) +
                     " seen from " + distance + "; it serves readers " +
                     (near ? "up to " + decimal(*near) + " mm away" : "at no distance");
  text += larger ? "; for " + distance + " take one of about " + *larger
                 : "; no larger one of its shape serves " + distance + " either";
  return text + "; or shorten the texts named here";
}

scene::Legibility LegibilityChecker::legibility_of(std::vector<scene::Scene> scenes) const {
  if (leaves_out_language_screen_) {
    // Greetings have as much room as the choice of languages.
    std::erase_if(scenes, [](const scene::Scene& scene) {
      return scene.screen == screen_name::language || scene.screen == screen_name::hello;
    });
  }
  return scene::legibility(scenes);
}

bool LegibilityChecker::has_room(double width_mm, double height_mm, double distance_mm) {
  const Screen real = screen();
  screen().width_mm = width_mm;
  screen().height_mm = height_mm;
  screen().viewing_distance_mm = distance_mm;
  // The fronts first: with text far too large, a detail splits into thousands of screens.
  const std::vector<std::size_t> languages = shown_languages(content_);
  const bool room = !scene::legibility(every_front(content_, fonts_, time_)).is_crowded() &&
                    std::all_of(languages.begin(), languages.end(), [&](std::size_t language) {
                      return has_room_for(language, {}) && has_room_for(language, in_letters_of(200));
                    });
  screen() = real;
  return room;
}

bool LegibilityChecker::has_room_for(std::size_t language, const Session& look) {
  return !legibility_of(every_screen_in(language, content_, fonts_, time_, look)).is_crowded();
}

// The largest distance, in whole centimetres, for which everything fits on this screen; none: it does not fit even for
// the shortest distance that settings may give.
std::optional<double> LegibilityChecker::farthest_distance() {
  const double width = screen().width_mm;
  const double height = screen().height_mm;
  double near = nearest_mm;
  double far = screen().viewing_distance_mm;
  if (!has_room(width, height, near)) return std::nullopt;
  while (far - near > 10) {
    const double middle = std::floor((near + far) / 20) * 10;
    if (middle <= near) break;
    (has_room(width, height, middle) ? near : far) = middle;
  }
  return near;
}

// A larger screen of this shape, in whole centimetres, on which everything fits for this distance. Its scale differs a
// little from `guess`, the ratio of the distances, since some sizes do not depend on the distance.
std::optional<std::string> LegibilityChecker::larger_screen(double guess) {
  const Screen real = screen();
  const auto tens = [](double mm) { return std::ceil(mm / 10) * 10; };
  for (const double more : {1.0, 1.05, 1.1, 1.2, 1.4, 2.0, 4.0, 8.0, 16.0}) {
    const double width = tens(real.width_mm * guess * more);
    const double height = tens(real.height_mm * guess * more);
    if (std::max(width, height) > longest_side_mm) break;
    if (has_room(width, height, real.viewing_distance_mm)) return size_in_mm(width, height);
  }
  return std::nullopt;
}

}  // namespace anteroom::report
