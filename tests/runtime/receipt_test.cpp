#include "runtime/receipt.h"

#include "catch.h"

using namespace anteroom;
using namespace anteroom::runtime;

namespace {

constexpr WallTime monday_noon{std::chrono::local_days(std::chrono::year(2026) / 11 / 30) + std::chrono::hours(12)};
const std::string waits = "it is read, and on the screen at the next change of card, once nobody uses the screen\n";

// A reading of two cards with a fault in cards/c.toml.
Reread reading(std::vector<std::string> changed, std::vector<std::string> removed = {}) {
  Reread reread;
  reread.pack.loaded.content.pack.cards.resize(2);
  for (Card& card : reread.pack.loaded.content.pack.cards) card.on_kiosk = true;
  reread.pack.changed = std::move(changed);
  reread.pack.removed = std::move(removed);
  reread.pack.stays = {"cards/c.toml"};
  reread.diagnostics.add({"cards/c.toml", 1, 2, source::Severity::error, "unknown-key", "unknown key `leed`", ""});
  return reread;
}
const std::string fault = "cards/c.toml:1:2: error: unknown key `leed`\n";

}  // namespace

TEST_CASE("status forgot an edit that was still waiting once a faulty file was read again") {
  Receipt receipt;
  Reread first = reading({"cards/a.toml"});
  first.has_new_settings = true;
  first.pack.remarks = {"cards/a.toml: the picture is another one"};
  receipt.add(first);
  const std::string settings = "the settings were read again\n";
  const std::string remark = "cards/a.toml: the picture is another one\n";
  const std::string faulty = "; faulty, so shown as before: cards/c.toml\n";
  CHECK(receipt.text(first, monday_noon) ==
        settings + fault + remark + "2026-11-30 12:00 2 cards in the loop; changed: cards/a.toml" + faulty + waits);
  const Reread again = reading({});
  receipt.add(again);
  CHECK(receipt.text(again, monday_noon) ==
        settings + fault + remark + "2026-11-30 12:00 2 cards in the loop; changed: cards/a.toml" + faulty + waits);
  // Another edit, and one of the first is taken back.
  const Reread third = reading({"cards/b.toml"}, {"cards/a.toml"});
  receipt.add(third);
  const std::string all = settings + fault + remark +
                          "2026-11-30 12:00 2 cards in the loop; changed: cards/b.toml; removed: cards/a.toml" + faulty;
  CHECK(receipt.text(third, monday_noon) == all + waits);
  CHECK(receipt.text_taken(third, monday_noon) == all);
  // A change with a fault is not on its way to the screen.
  Receipt of_faulty;
  const Reread broken = reading({"cards/c.toml"});
  of_faulty.add(broken);
  CHECK(of_faulty.text(broken, monday_noon) == fault + "2026-11-30 12:00 2 cards in the loop" + faulty);
  // It is on the screen.
  receipt.clear();
  receipt.add(again);
  CHECK(receipt.text(again, monday_noon) == fault + "2026-11-30 12:00 2 cards in the loop" + faulty);
}
