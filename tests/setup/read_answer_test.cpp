#include "setup/read_answer.h"

#include <utility>

#include "catch.h"

using namespace anteroom;
using namespace anteroom::setup;

namespace {

std::optional<double> length(const std::string& text) {
  return read_length(text, 200, 20000).value;
}

// "longer x shorter"; "" if it is refused.
std::string panel(const std::string& text, double ratio = 16.0 / 9) {
  const auto size = read_panel_size(text, ratio).value;
  return size ? std::to_string(std::lround(size->longer)) + " x " + std::to_string(std::lround(size->shorter)) : "";
}

// As the settings say it again; "" if it is refused.
std::string week(const std::string& text) {
  const auto read = read_week(text);
  return read.value ? week_in_words(*read.value) : "";
}

}  // namespace

TEST_CASE("a length is read with its unit and kept within its limits") {
  CHECK(length("600") == 600);
  CHECK(length(" 600 mm ") == 600);
  CHECK(length("60cm") == 600);
  CHECK(length("60,5 cm") == 605);
  CHECK(length("0.6 m") == 600);
  CHECK(length("4 Metres") == 4000);
  CHECK(length("2 ft") == 610);
  CHECK(length("24\"") == 610);
  CHECK_FALSE(length("199"));
  CHECK_FALSE(length("20001"));
  CHECK_FALSE(length("-600"));
  CHECK_FALSE(length("nan"));
  CHECK_FALSE(length("inf"));
  CHECK_FALSE(length("1e99"));
  CHECK_FALSE(length(""));
  CHECK_FALSE(length("600 miles"));
  CHECK_FALSE(length("six"));
  CHECK(read_length("60", 200, 20000).fault ==
        "it should be from 200 to 20000 mm; without a unit it counts as millimetres, so write cm or m behind it");
  CHECK(read_length("60 cm", 2000, 20000).fault == "it should be from 2000 to 20000 mm");
}

TEST_CASE("the size of a panel is read in either order or as a diagonal") {
  CHECK(panel("1218 x 685") == "1218 x 685");
  CHECK(panel("685x1218") == "1218 x 685");
  CHECK(panel("68.5 x 121.8 cm") == "1218 x 685");
  CHECK(panel("68,5cm x 121,8cm") == "1218 x 685");
  CHECK(panel("1218 \xC3\x97 685 mm") == "1218 x 685");
  CHECK(panel("55 inch") == "1218 x 685");
  CHECK(panel("55\"") == "1218 x 685");
  CHECK(panel("55") == "1218 x 685");
  CHECK(panel("1397 mm") == "1218 x 685");
  CHECK(panel("17 in", 5.0 / 4) == "337 x 270");
  CHECK(panel("400 x 400") == "400 x 400");
  CHECK(panel("1218").empty());
  CHECK(panel("49 x 600").empty());
  CHECK(panel("600 x 5001").empty());
  CHECK(panel("x").empty());
  CHECK(panel("600 x").empty());
  CHECK(panel("600 x 300 x 2").empty());
  CHECK(panel("large").empty());
}

TEST_CASE("where the own top edge is and where an arrow points are turns of the picture") {
  CHECK(read_top_edge("top").value == 0);
  CHECK(read_top_edge("Left").value == 90);
  CHECK(read_top_edge("b").value == 180);
  CHECK(read_top_edge("right").value == 270);
  CHECK_FALSE(read_top_edge("45").value);
  for (const int rotation : {0, 90, 180, 270}) CHECK(read_top_edge(top_edge_in_words(rotation)).value == rotation);
  CHECK(read_arrow("yes").value == 0);
  CHECK(read_arrow("left").value == 90);
  CHECK(read_arrow("down").value == 180);
  CHECK(read_arrow("right").value == 270);
  CHECK_FALSE(read_arrow("no").value);
}

TEST_CASE("roles names and time zones are read") {
  CHECK(read_role("Wall").value == Role::wall);
  CHECK(read_role("k").value == Role::kiosk);
  CHECK_FALSE(read_role("tv").value);
  CHECK(read_name(" Dr. \"Jo\" \\ Co ").value == "Dr. \"Jo\" \\ Co");
  CHECK(read_name("-").value == "");
  CHECK_FALSE(read_name("a\x1B[1m").value);
  CHECK_FALSE(read_name("a\tb").value);
  CHECK_FALSE(read_name("a\xFF").value);
  CHECK_FALSE(read_name(std::string(201, 'a')).value);
  CHECK(read_time_zone("America/Toronto").value == "America/Toronto");
  CHECK(read_time_zone("-").value == "");
  CHECK_FALSE(read_time_zone("EST5").value);
  CHECK(read_time_zone("Toronto").fault.ends_with("did you mean `America/Toronto`?"));
}

TEST_CASE("opening hours are read as people write them") {
  const std::vector<std::pair<std::string, std::string>> table{
      {"mon-fri 8:00-17:00", "mon-fri 08:00-17:00; sat-sun closed"},
      {"Mon-Fri 8-12, 13-17; Sat 9-12", "mon-fri 08:00-12:00, 13:00-17:00; sat 09:00-12:00; sun closed"},
      {"weekdays 8am-5pm; saturday 9 a.m. to 12 p.m.", "mon-fri 08:00-17:00; sat 09:00-12:00; sun closed"},
      {"daily 20:00-04:00", "mon-sun 20:00-04:00"},
      {"mon, wed 8.30-12; thu 8h30-12", "mon 08:30-12:00; tue closed; wed-thu 08:30-12:00; fri-sun closed"},
      {"sat-mon 10\xE2\x80\x93"
       "16",
       "mon 10:00-16:00; tue-fri closed; sat-sun 10:00-16:00"},
      {"mon-sun 0-24", "mon-sun 00:00-24:00"},
      {"mon-fri 8-17; sat closed", "mon-fri 08:00-17:00; sat-sun closed"},
      {"mon-fri 8:00-17:00, sat 9:00-12:00", "mon-fri 08:00-17:00; sat 09:00-12:00; sun closed"},
      {"mon, tue 8-12, 13-17, wed 8-12 and thu-fri 9-17, weekend closed",
       "mon-tue 08:00-12:00, 13:00-17:00; wed 08:00-12:00; thu-fri 09:00-17:00; sat-sun closed"},
      {"daily 8am-5am", "mon-sun 08:00-05:00"},
      {"mon 8-5pm", "mon 08:00-17:00; tue-sun closed"},
      {"always", "always"},
  };
  for (const auto& [text, wanted] : table) {
    INFO(text);
    CHECK(week(text) == wanted);
    CHECK(week(wanted) == wanted);
  }
}

TEST_CASE("opening hours that cannot be meant are refused with what is wrong") {
  const std::vector<std::pair<std::string, std::string>> table{
      {"mon-fri", "it should look like mon-fri 8:00-17:00; sat 9:00-12:00, or be always"},
      {"8-17", "it should look like mon-fri 8:00-17:00; sat 9:00-12:00, or be always"},
      {"mo-fr 8-17", "it should look like mon-fri 8:00-17:00; sat 9:00-12:00, or be always"},
      {"mon 8", "hours should look like 8:00-17:00, or with a break 8:00-12:00, 13:00-17:00"},
      {"mon 8-25", "hours should look like 8:00-17:00, or with a break 8:00-12:00, 13:00-17:00"},
      {"mon 8-13pm", "hours should look like 8:00-17:00, or with a break 8:00-12:00, 13:00-17:00"},
      {"mon 8-12, 11-13", "`11:00-13:00` begins before `08:00-12:00` has ended"},
      {"mon-fri 8-5", "08:00-05:00 would be in the night; write 08:00-17:00 if the afternoon is meant, else am and pm"},
      {"mon-fri 8:30-12:30, 1:00-5:15",
       "01:00-05:15 would be in the night; write 13:00-17:15 if the afternoon is meant, else am and pm"},
      {"mon-fri 8-17; wed 8-12", "wednesday is in it twice"},
      {"mon closed", "the clinic would never be open; write always if the screen is never to be dark"},
      {"", "the clinic would never be open; write always if the screen is never to be dark"},
  };
  for (const auto& [text, fault] : table) {
    INFO(text);
    const auto read = read_week(text);
    CHECK_FALSE(read.value);
    CHECK(read.fault == fault);
  }
}
