// A user of a kiosk, in virtual time and with a stand-in font, whose characters are half an em wide.
#pragma once

#include <string>
#include <utility>

#include "app/kiosk.h"
#include "catch.h"
#include "model/sample_content.h"
#include "scene/hit_test.h"
#include "text/fake_fonts.h"

namespace anteroom::tests {

struct User {
  text::FakeFonts fonts;
  Millis time{0};
  app::Kiosk kiosk;

  explicit User(Content content = sample_content(4)) : kiosk(std::move(content), fonts, now()) {}
  Now now() const { return moment(time, monday_morning); }

  void wait(Millis pause) {
    time += pause;
    kiosk.tick(now());
  }
  void finger(app::ContactPhase phase, scene::Point at, std::int64_t id = 1) { kiosk.touch({id, phase, at}, now()); }
  void press(scene::Point at) { finger(app::ContactPhase::down, at); }
  void move(scene::Point at) { finger(app::ContactPhase::move, at); }
  void release(scene::Point at) { finger(app::ContactPhase::up, at); }
  scene::Point middle(const std::string& id) const {
    const scene::Target* target = scene::target_named(kiosk.scene(), id);
    REQUIRE(target != nullptr);
    return {target->box.x + target->box.w / 2, target->box.y + target->box.h / 2};
  }
  void tap(scene::Point at) {
    press(at);
    wait(Millis(80));
    release(at);
    wait(Millis(400));
  }
  void tap(const std::string& id) { tap(middle(id)); }
  void key(Key which) {
    kiosk.key(which, now());
    wait(Millis(400));
  }
};

}  // namespace anteroom::tests
