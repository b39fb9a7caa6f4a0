#include "app/contacts.h"

#include "catch.h"

using namespace anteroom;
using namespace anteroom::app;

namespace {

constexpr auto down = ContactPhase::down;
constexpr auto move = ContactPhase::move;
constexpr auto up = ContactPhase::up;

struct Row {
  int ms;
  std::int64_t id;
  ContactPhase phase;
  PointerEvent means;
};

void check(const std::vector<Row>& rows) {
  Contacts contacts;
  for (const Row& row : rows) {
    INFO(row.ms << " ms, finger " << row.id);
    CHECK(contacts.feed({row.id, row.phase, {1, 1}}, MonoTime(Millis(row.ms))) == row.means);
  }
}

}  // namespace

TEST_CASE("one finger presses moves and releases") {
  check({{0, 1, down, PointerEvent::press}, {10, 1, move, PointerEvent::move}, {20, 1, up, PointerEvent::release}});
}

TEST_CASE("a second finger is ignored and does not end the first") {
  check({{0, 1, down, PointerEvent::press},
         {10, 2, down, PointerEvent::nothing},
         {20, 2, move, PointerEvent::nothing},
         {30, 2, up, PointerEvent::nothing},
         {40, 1, up, PointerEvent::release}});
}

TEST_CASE("three contacts are a palm and nothing counts until all have lifted") {
  check({{0, 1, down, PointerEvent::press},
         {5, 2, down, PointerEvent::nothing},
         {10, 3, down, PointerEvent::cancel},
         {20, 1, up, PointerEvent::nothing},
         {30, 4, down, PointerEvent::nothing},
         {40, 2, up, PointerEvent::nothing},
         {50, 3, up, PointerEvent::nothing},
         {60, 4, up, PointerEvent::nothing},
         {70, 5, down, PointerEvent::press}});
}

TEST_CASE("a touch that also arrives as a mouse event acts once") {
  check({{0, 1, down, PointerEvent::press},
         {1, mouse_id, down, PointerEvent::nothing},
         {30, 1, up, PointerEvent::release},
         {31, mouse_id, up, PointerEvent::nothing},
         {500, mouse_id, down, PointerEvent::press},
         {600, mouse_id, up, PointerEvent::release}});
}

TEST_CASE("fingers whose release was lost do not block the screen forever") {
  check({{0, 1, down, PointerEvent::press},
         {5, 2, down, PointerEvent::nothing},
         {11'000, 3, down, PointerEvent::press},
         {11'100, 3, up, PointerEvent::release},
         {11'200, 1, up, PointerEvent::nothing}});
  check({{0, 1, down, PointerEvent::press}, {50, 1, down, PointerEvent::press}, {90, 1, up, PointerEvent::release}});
}

TEST_CASE("a wet spot that jitters does not block the screen") {
  Contacts contacts;
  const auto at = [](int ms) { return MonoTime(Millis(ms)); };
  CHECK(contacts.feed({1, down, {100, 100}}, at(0)) == PointerEvent::press);
  for (int ms = 500; ms < 9'900; ms += 500) {
    contacts.feed({1, move, {100 + (ms % 1000) / 1000.0, 100}}, at(ms));
    CHECK_FALSE(contacts.has_moved());
  }
  CHECK(contacts.feed({2, down, {200, 100}}, at(10'100)) == PointerEvent::press);
  contacts.feed({2, move, {203, 100}}, at(10'200));
  CHECK(contacts.has_moved());
}
