#include "runtime/staff_memory.h"

#include "catch.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::runtime;
using namespace std::chrono_literals;

TEST_CASE("what staff did is read as it was written, without what is over") {
  const TemporaryFolder folder;
  const WallTime now = std::chrono::local_days(std::chrono::year(2026) / 11 / 30) + 10h;
  StaffMemory memory{3, {{"paper", now + 1h}, {"frozen", now + 48h}}, now + 2h, now - 5min};
  folder.write("staff.json", to_json(memory, now));
  CHECK(read_staff_memory(staff_file(folder.name()), now) == memory);
  memory.hidden.erase("paper");
  memory.dark_until.reset();
  CHECK(read_staff_memory(staff_file(folder.name()), now + 3h) == memory);
  CHECK(to_json({3, {{"paper", now + 1h}, {"frozen", now + 48h}}, now + 2h, now - 5min}, now + 3h) ==
        to_json(memory, now + 3h));
}

TEST_CASE("a file of what staff did that is missing or damaged says nothing") {
  const TemporaryFolder folder;
  CHECK(read_staff_memory(staff_file(""), {}) == StaffMemory{});
  CHECK(read_staff_memory(staff_file(folder.name()), {}) == StaffMemory{});
  for (const char* text : {"", "{", "[]", R"({"wrong_pins": -1, "hidden": 3})", R"({"hidden": {"paper": "soon"}})"}) {
    folder.write("staff.json", text);
    CHECK(read_staff_memory(staff_file(folder.name()), {}) == StaffMemory{});
  }
}
