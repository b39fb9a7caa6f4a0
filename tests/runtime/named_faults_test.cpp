#include "runtime/named_faults.h"

#include "catch.h"
#include "source/rules.h"

using namespace anteroom;

TEST_CASE("a card shown in the first language as the settings ask is named once and wants nothing of staff") {
  runtime::NamedFaults faults;
  source::Diagnostic asked, other;
  asked.rule = rule::in_first_language.name;
  other.rule = rule::untranslated_card.name;
  faults.add(asked, "shown in English there");
  faults.add(other, "skipped there");
  CHECK(faults.contains("shown in English there"));
  CHECK(faults.contains("skipped there"));
  CHECK(faults.for_staff() == std::set<std::string>{"skipped there"});
}
