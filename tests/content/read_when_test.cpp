#include "content/read_when.h"

#include "catch.h"
#include "source/parse_toml.h"

using namespace anteroom;
using namespace anteroom::content;
using namespace std::chrono;

namespace {

When when_of(const std::string& text) {
  const source::SourceFile file{"card.toml", "[when]\n" + text + "\n"};
  source::Diagnostics diagnostics;
  source::FileFaults faults(file, diagnostics);
  const auto table = source::parse_toml(file, faults);
  REQUIRE(table);
  source::TableReader card(*table, source::file_begin, faults);
  When when = read_when(card);
  for (const source::Diagnostic& fault : diagnostics.sorted()) UNSCOPED_INFO(source::to_text(fault));
  CHECK(diagnostics.empty());
  return when;
}

}  // namespace

TEST_CASE("months are read as numbers") {
  CHECK(when_of("months = [10, 11, 12, 1, 1]").months == std::bitset<12>("111000000001"));
  CHECK(when_of("").months.all());
}

TEST_CASE("excepted days are read in each of their forms") {
  struct Row {
    const char* written;
    DaySpan is;
  };
  const Row row = GENERATE(Row{"\"2027-08-15\"", {2027y / August / 15, 2027y / August / 15}},
                           Row{"2027-08-15", {2027y / August / 15, 2027y / August / 15}},
                           Row{"\"2027-08\"", {2027y / August / 1, 2027y / August / 31}},
                           Row{"\"2028-02\"", {2028y / February / 1, 2028y / February / 29}},
                           Row{"\"12-25\"", {2000y / December / 25, 2000y / December / 25, true}},
                           Row{"\"02-29\"", {2000y / February / 29, 2000y / February / 29, true}},
                           Row{"\"12-24/01-02\"", {2000y / December / 24, 2000y / January / 2, true}},
                           Row{"\"2027-08-01 / 2027-08-14\"", {2027y / August / 1, 2027y / August / 14}},
                           Row{"\"2027-06/2027-08\"", {2027y / June / 1, 2027y / August / 31}});
  INFO(row.written);
  CHECK(when_of(std::string("except = [") + row.written + "]").except == std::vector<DaySpan>{row.is});
}
