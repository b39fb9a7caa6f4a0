#include "document/document.h"

#include <limits>

#include "catch.h"

using namespace anteroom::document;

namespace {

Document example() {
  Document document;
  document.title = "A certificate";
  document.subject = "PASSED";
  document.creator = "Anteroom";
  document.created = "2026-11-30T02:40:11Z";
  document.footer = "hash";
  document.page_width_mm = 215.9;
  document.page_height_mm = 279.4;
  document.fonts = {{"", {"Inter", "Noto Sans"}}, {"ar", {"Noto Sans Arabic"}}};
  document.blocks = {
      Heading{2, "Checks"}, Paragraph{"请用肥皂洗手", Look::small, "zh-Hans"},
      Table{
          {0.4, 0.6},
          {{"Result"}, {"Check"}},
          {{{"FAIL", Mark::bad},
            {"A full disk", Mark::none, Look::fixed_width, "fr", {{0, 1, Edit::struck_out}, {2, 6, Edit::underlined}}}},
           {}}},
      picture_of(2, 1, std::vector<std::uint32_t>{0xff00ff00, 0x80000000}, 30, "Two dots")};
  return document;
}

}  // namespace

TEST_CASE("a document is the same once it was bytes") {
  CHECK(from_bytes(to_bytes(example())) == example());
  CHECK(from_bytes(to_bytes(Document())) == Document());
}

TEST_CASE("a document that is cut short anywhere is none") {
  const std::string bytes = to_bytes(example());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(from_bytes(bytes.substr(0, size)));
  }
  CHECK_FALSE(from_bytes(bytes + "x"));
}

TEST_CASE("a picture keeps its pixels, and a few bytes never ask for much memory") {
  std::vector<std::uint32_t> argb(640 * 360);
  for (std::size_t i = 0; i < argb.size(); ++i) argb[i] = 0xff000000U + static_cast<std::uint32_t>(i / 97);
  const Picture picture = picture_of(640, 360, argb, 80, "Bands");
  CHECK(pixels_of(picture) == argb);
  CHECK(picture.lz4.size() < argb.size());
  CHECK(pixels_of({16384, 16384, "few", 80, ""}).empty());
  CHECK(pixels_of({640, 360, picture.lz4.substr(0, picture.lz4.size() / 2), 80, ""}).empty());
}

TEST_CASE("a document that no page could show is none") {
  const auto is_document = [](const auto& change) {
    Document document = example();
    change(document);
    return from_bytes(to_bytes(document)).has_value();
  };
  CHECK(is_document([](Document&) {}));
  CHECK_FALSE(is_document([](Document& it) { it.page_width_mm = 0; }));
  CHECK_FALSE(is_document([](Document& it) { it.page_height_mm = std::numeric_limits<double>::quiet_NaN(); }));
  CHECK_FALSE(is_document([](Document& it) { it.page_height_mm = 1e9; }));
  CHECK_FALSE(is_document([](Document& it) { it.blocks = {Heading{0, "none"}}; }));
  CHECK_FALSE(is_document([](Document& it) { it.blocks = {Heading{4, "none"}}; }));
  CHECK_FALSE(is_document([](Document& it) { it.blocks = {Table{{}, {}, {}}}; }));
  const auto edited = [](std::uint32_t begin, std::uint32_t end) {
    return Table{{1}, {}, {{{"word", Mark::none, Look::plain, "en", {{begin, end, Edit::underlined}}}}}};
  };
  CHECK(is_document([&](Document& it) { it.blocks = {edited(0, 4)}; }));
  CHECK_FALSE(is_document([&](Document& it) { it.blocks = {edited(0, 5)}; }));
  CHECK_FALSE(is_document([&](Document& it) { it.blocks = {edited(3, 2)}; }));
  CHECK_FALSE(is_document([](Document& it) { it.blocks = {Picture{2, 2, "no pixels", 10, ""}}; }));
  CHECK_FALSE(is_document([](Document& it) { it.blocks = {Picture{-1, -1, "", 10, ""}}; }));
}
