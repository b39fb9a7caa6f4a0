// What stays on the screen all day does not stay in one place (standards: Screen care).
#include <cmath>
#include <map>
#include <set>

#include "app/kiosk.h"
#include "catch.h"
#include "model/sample_content.h"
#include "sanitized.h"
#include "scene/dump.h"
#include "scene/palette.h"
#include "scene/rules.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::tests;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

// What differs from its surroundings by more than 0.2, each by its place: edges of fills, letters, signs. A card's
// own picture is there only while the card is.
std::set<std::string> contrasty(const scene::Scene& scene) {
  constexpr double least = 1.5;  // as a ratio: (1 + 0.2) / (1 - 0.2)
  std::set<std::string> all;
  const auto add = [&](const char* what, double place, const std::string& more) {
    all.insert(what + std::to_string(std::lround(place * 100)) + more);
  };
  for (const scene::Item& item : scene.items) {
    if (const auto* fill = std::get_if<scene::Fill>(&item)) {
      if (fill->color.a == 0 || scene::contrast(fill->color, scene.ground) < least) continue;
      const std::string color = " " + std::to_string(fill->color.r) + "." + std::to_string(fill->color.g);
      const scene::Rect& box = fill->box;
      if (box.x > 0.01) add("left ", box.x, color);
      if (box.right() < scene.width_mm - 0.01) add("right ", box.right(), color);
      if (box.y > 0.01) add("top ", box.y, color);
      if (box.bottom() < scene.height_mm - 0.01) add("bottom ", box.bottom(), color);
    } else if (const auto* text = std::get_if<scene::Text>(&item)) {
      add("text ", text->box.x, " " + std::to_string(std::lround(text->box.y * 100)) + " " + text->layout.text);
    } else if (const auto* picture = std::get_if<scene::Picture>(&item); picture != nullptr && picture->tint) {
      add("picture ", picture->box.x, " " + std::to_string(std::lround(picture->box.y * 100)) + " " + picture->file);
    }
  }
  return all;
}

struct Longest {
  Millis time{0};
  std::string what;
};

// The longest time for which anything was in one place during a day.
Longest longest_of_a_day(const Content& content, const std::optional<Notice>& notice = {}, bool is_cleaned = false) {
  text::FakeFonts fonts;
  Millis time{0};
  app::Kiosk kiosk(content, fonts, moment(time, monday_morning));
  if (notice) kiosk.act(PostNotice{notice}, moment(time, monday_morning));
  if (is_cleaned) {
    kiosk.act(StaffWanted{true}, moment(time, monday_morning));
    kiosk.act(RecallCleaned{monday_morning}, moment(time, monday_morning));
  }
  std::map<std::string, Millis> since;
  Longest longest;
  while (time < std::chrono::hours(24)) {
    std::map<std::string, Millis> still;
    for (const std::string& each : contrasty(kiosk.scene())) {
      const auto before = since.find(each);
      still[each] = before == since.end() ? time : before->second;
    }
    since = std::move(still);
    const MonoTime due = std::min(kiosk.next_deadline(), MonoTime(time + std::chrono::hours(1)));
    time = std::max(time + Millis(1), std::chrono::ceil<Millis>(due.time_since_epoch()));
    for (const auto& [what, from] : since) {
      if (time - from > longest.time) longest = {time - from, what};
    }
    kiosk.tick(moment(time, monday_morning));
  }
  return longest;
}

Content slow_loop(int cards, Role role) {
  Content content = sample_content(cards, role);
  content.settings.loop.min_dwell = seconds(60);  // as few scenes as can be
  content.assets = "/assets";
  return content;
}

Notice notice(NoticeLevel level) {
  return {level, {{"", {"We close today at 4 p.m.", "Please ask at the desk."}}}, {}, {}};
}

}  // namespace

TEST_CASE("in a day nothing of high contrast is in one place for more than an hour") {
  for (const Role role : {Role::kiosk, Role::wall}) {
    for (const int cards : {0, 1, 3}) {
      if (is_sanitized && cards == 1) continue;
      for (const int noticed : {0, 1, 2}) {
        const Content content = slow_loop(cards, role);
        std::optional<Notice> put_up;
        if (noticed > 0) put_up = notice(noticed == 1 ? NoticeLevel::info : NoticeLevel::urgent);
        const Longest longest = longest_of_a_day(content, put_up);
        INFO((role == Role::wall ? "wall, " : "kiosk, ")
             << cards << " cards, notice " << noticed << ": " << longest.what);
        CHECK(longest.time <= minutes(60));
      }
    }
  }
}

TEST_CASE("neither the dot for staff nor the line about the cleaning stays in one place") {
  Content content = slow_loop(3, Role::kiosk);
  content.settings.staff = {.pin_hash = "of a PIN", .show_cleaned = true};
  const Longest longest = longest_of_a_day(content, {}, true);
  INFO(longest.what);
  CHECK(longest.time <= minutes(60));
}

TEST_CASE("what is fixed moves when the card does, so that a still screen is not painted for it") {
  text::FakeFonts fonts;
  const Content content = slow_loop(3, Role::kiosk);
  app::Kiosk kiosk(content, fonts, moment(Millis(0), monday_morning));
  for (Millis time{0}; time < std::chrono::hours(1); time += seconds(1)) {
    const scene::Scene before = kiosk.scene();
    kiosk.tick(moment(time, monday_morning));
    if (kiosk.scene() != before) CHECK(kiosk.scene().card != before.card);
  }
}

TEST_CASE("wherever the bar has drifted to no rule is broken and every step is four pixels") {
  text::FakeFonts fonts;
  for (const bool portrait : {false, true}) {
    Content content = slow_loop(3, Role::kiosk);
    Screen& screen = content.settings.screen;
    if (portrait) {
      std::swap(screen.width_mm, screen.height_mm);
      std::swap(screen.width_px, screen.height_px);
    }
    std::optional<scene::Rect> last;
    for (std::size_t step = 0; step <= drift_places; ++step) {
      const app::Kiosk kiosk(content, fonts, moment(minutes(5 * step), monday_morning));
      CHECK(scene::faults(kiosk.scene()) == std::vector<std::string>{});
      for (const scene::Item& item : kiosk.scene().items) {
        const auto* target = std::get_if<scene::Target>(&item);
        if (target == nullptr || target->id != "next") continue;
        const double four_px = 4 * screen.width_mm / screen.width_px - 1e-6;
        if (last) {
          CHECK(std::abs(target->box.x - last->x) >= four_px);
          CHECK(std::abs(target->box.y - last->y) >= four_px);
          CHECK(std::abs(target->box.x - last->x) <= 4);
        }
        last = target->box;
      }
      CHECK(last);
    }
  }
}
