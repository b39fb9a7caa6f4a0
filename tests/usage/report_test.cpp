// What a clinic reads of the counts.
#include "usage/report.h"

#include "catch.h"

namespace anteroom::usage {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;

// Two scripted months.
Counts scripted() {
  const auto at = [](unsigned month, unsigned day, int hour) {
    return Hour(local_days(std::chrono::year(2026) / std::chrono::month(month) / std::chrono::day(day)) + hours(hour));
  };
  return {{{at(10, 5, 9), Counted::session, "", "en"}, 100},
          {{at(10, 5, 9), Counted::page, "paper", "en"}, 660},
          {{at(10, 5, 9), Counted::shown, "paper", "en"}, 1200},
          {{at(10, 5, 9), Counted::opened, "paper", "en"}, 120},
          {{at(10, 5, 9), Counted::finished, "paper", "en"}, 60},
          {{at(10, 5, 9), Counted::worked, "paper", "en"}, 40},
          {{at(10, 5, 9), Counted::worked_s, "paper", "en"}, 1000},
          {{at(11, 2, 14), Counted::session, "", "ar"}, 9},
          {{at(11, 2, 14), Counted::page, "red-flags", "ar"}, 30},
          {{at(11, 2, 14), Counted::shown, "red-flags", "ar"}, 500},
          {{at(11, 2, 14), Counted::opened, "red-flags", "ar"}, 9},
          {{at(11, 2, 14), Counted::finished, "red-flags", "ar"}, 2}};
}

Report scripted_report() {
  return {.summary = summary_of(scripted()),
          .titles = {{"paper", "A fold in paper stays <b>"}},
          .clinic = "Lakeside & Sons",
          .screen = "kiosk"};
}

TEST_CASE("the tables of two months, whole") {
  CHECK(to_text(scripted_report()) == R"(What was looked at on the screen kiosk, 2026-10-05 to 2026-11-02
Sums under 10 are not told; "-": one of them would follow from it.

month    sessions  pages  pages a session  cards opened
2026-10       100    660              6.6           120
2026-11       <10     30                -           <10

card                       shown  opened  of shown  to the end  worked   for
A fold in paper stays <b>  1,200     120      10 %        50 %      40  25 s
red-flags                    500     <10         -           -       0     -

language  sessions  cards opened
English        100           120
Arabic         <10           <10

hour   cards opened
09:00           120
14:00           <10

For comparison: patients looked at 6.6 pages a session at the NHS's touch kiosks, which were used less after
four to five months (Nicholas, 2002 and later). New cards bring people back.
)");
}

TEST_CASE("nobody can subtract what is told from a total to learn what is not") {
  // Once with the total told by the months, once by nothing.
  Counts of_one_month;
  for (const auto& [count, n] : scripted()) {
    const Hour hour = scripted().begin()->first.hour;
    of_one_month[{hour, count.counted, count.card, count.language}] += n;
  }
  for (const Counts& counts : {scripted(), of_one_month}) {
    const Summary summary = summary_of(counts);
    for (std::size_t counted = 0; counted < summary.all.sums.size(); ++counted) {
      bool is_total_told = summary.all.sums[counted].is_told();
      int fewest = 2;
      for (const std::vector<Row>* rows : {&summary.months, &summary.cards, &summary.languages}) {
        if (rows == &summary.cards && counted == static_cast<std::size_t>(Counted::session)) continue;  // of no card
        int untold = 0;
        for (const Row& row : *rows) untold += row.sums[counted].is_told() ? 0 : 1;
        is_total_told = is_total_told || untold == 0;
        if (untold > 0) fewest = std::min(fewest, untold);
      }
      INFO(counted);
      CHECK((!is_total_told || fewest > 1));
    }
  }
}

TEST_CASE("a larger sum is told although another is small, if only the total would give that away") {
  const Summary summary = summary_of(scripted());
  REQUIRE(summary.cards.front().name == "paper");
  CHECK(told(summary.cards.front().sum(Counted::opened)) == "120");
  CHECK(told(summary.all.sum(Counted::opened)) == "-");
}

TEST_CASE("three small sums hide one another, and the larger ones are told") {
  Counts counts = scripted();
  for (auto& [count, n] : counts) n = count.language == "ar" ? n : 10 * n;
  for (const char* language : {"es", "fr"}) {
    for (const auto& [count, n] : scripted()) {
      // Not 27 in all, which would tell that each of the three is 9.
      const std::uint64_t own = n == 9 && language == std::string("es") ? 8 : n;
      if (count.language == "ar") counts[{count.hour, count.counted, count.card, language}] = own;
    }
  }
  const Summary summary = summary_of(counts);
  CHECK(summary.languages.front().name == "en");
  CHECK(told(summary.languages.front().sum(Counted::opened)) == "1,200");
  CHECK(told_share(opened_share(summary.languages.front())) == "10 %");
  CHECK(told_share(0.042) == "4.2 %");
}

TEST_CASE("a sum under ten is told in no form") {
  for (std::uint64_t n = 1; n < smallest_told; ++n) {
    CHECK(told(Sum{n}) == "<10");
    CHECK_FALSE(ratio(Sum{n}, Sum{100}).has_value());
    CHECK_FALSE(ratio(Sum{100}, Sum{n}).has_value());
  }
  CHECK(told(Sum{0}) == "0");
  CHECK(told(Sum{smallest_told}) == "10");
  CHECK(told(Sum{1234567}) == "1,234,567");
}

TEST_CASE("the table for a spreadsheet has each sum of a month, and leaves out the small ones") {
  const std::string csv = to_csv(scripted());
  CHECK(csv.find("month,card,language,counted,n\r\n") == 0);
  CHECK(csv.find("2026-10,paper,en,worked_s,1000\r\n") != std::string::npos);
  CHECK(csv.find("2026-11,red-flags,ar,opened,\r\n") != std::string::npos);
  CHECK(csv.find("2026-11,red-flags,ar,page,30\r\n") != std::string::npos);
}

TEST_CASE("the page needs nothing from outside, and shows text as text") {
  const std::string html = to_html(scripted_report());
  for (const char* outside : {"http", "src=", "url(", "<script", "@import"}) {
    INFO(outside);
    CHECK(html.find(outside) == std::string::npos);
  }
  CHECK(html.find("A fold in paper stays &lt;b&gt;") != std::string::npos);
  CHECK(html.find("Lakeside &amp; Sons") != std::string::npos);
}

TEST_CASE("the numbers of the page are those of the tables") {
  const Report report = scripted_report();
  const std::string html = to_html(report);
  for (const Row& row : report.summary.months) {
    for (const Counted counted : {Counted::session, Counted::page, Counted::opened}) {
      INFO(row.name << " " << name_of(counted));
      const std::string cell = told(row.sum(counted));
      CHECK(html.find("<td>" + (cell == "<10" ? "&lt;10" : cell) + "</td>") != std::string::npos);
    }
  }
}

TEST_CASE("a time in which nothing was counted is said") {
  CHECK(to_text({}) == "nothing was counted in this time\n");
  CHECK(to_html({}).find("nothing was counted in this time.") != std::string::npos);
  CHECK(to_csv({}) == "month,card,language,counted,n\r\n");
}

}  // namespace
}  // namespace anteroom::usage
