#include "decode/reply.h"

#include <limits>
#include <random>

#include "catch.h"

using namespace anteroom::decode;

namespace {

Reply sample() {
  Reply reply;
  reply.facts.emplace();
  reply.facts->width = 1200;
  reply.facts->height = 900.5;
  reply.facts->elements["region-jaw"] = {1, 2.5, 3, 4};
  reply.facts->names = {"arm", "jaw"};
  reply.facts->empty = {"hand"};
  reply.facts->unseen = {"glass"};
  reply.facts->order = {"jaw", "glass", "arm"};
  reply.facts->hidden = {"arm"};
  reply.facts->has_contrast_colors = true;
  reply.facts->remarks.push_back({14, "moves; it is shown still"});
  Decoded drawing;
  drawing.texture = {2, 1, true, {0xFF112233, 0xFF445566}};
  drawing.whole = {5, 4};
  drawing.left_px = 3;
  drawing.top_px = 2;
  reply.drawings.push_back(drawing);
  Decoded faulty;
  faulty.fault = "is damaged";
  faulty.fault_line = 7;
  reply.drawings.push_back(faulty);
  return reply;
}

}  // namespace

TEST_CASE("a reply reads back from its bytes") {
  const std::optional<Reply> read = reply_from(to_bytes(sample()));
  REQUIRE(read);
  CHECK(read->refused == std::string());
  REQUIRE(read->facts);
  CHECK(read->facts->height == 900.5);
  CHECK(read->facts->elements.at("region-jaw").y == 2.5);
  CHECK(read->facts->remarks.at(0).line == 14);
  CHECK(read->facts->names == std::vector<std::string>{"arm", "jaw"});
  CHECK(read->facts->empty == std::vector<std::string>{"hand"});
  CHECK(read->facts->unseen == std::vector<std::string>{"glass"});
  CHECK(read->facts->order == std::vector<std::string>{"jaw", "glass", "arm"});
  CHECK(read->facts->hidden == std::vector<std::string>{"arm"});
  CHECK(read->facts->has_contrast_colors);
  REQUIRE(read->drawings.size() == 2);
  CHECK(read->drawings[0].texture.pixels == sample().drawings[0].texture.pixels);
  CHECK(read->drawings[0].whole == PixelSize{5, 4});
  CHECK(read->drawings[0].left_px == 3);
  CHECK(read->drawings[1].fault == "is damaged");
  CHECK(read->drawings[1].fault_line == 7);
  CHECK(to_bytes(*read) == to_bytes(sample()));
}

TEST_CASE("a reply that is cut short or followed by more is invalid") {
  const std::string whole = to_bytes(sample());
  for (std::size_t i = 0; i < whole.size(); ++i) CHECK_FALSE(reply_from(whole.substr(0, i)));
  CHECK_FALSE(reply_from(whole + '\0'));
}

TEST_CASE("a reply that promises more than it holds is invalid") {
  Reply reply = sample();
  const auto broken = [&](auto change) {
    Reply changed = reply;
    change(changed);
    return reply_from(to_bytes(changed));
  };
  CHECK_FALSE(broken([](Reply& each) { each.drawings[0].texture.width = 3; }));      // pixels are missing
  CHECK_FALSE(broken([](Reply& each) { each.drawings[0].left_px = 4; }));            // outside the picture
  CHECK_FALSE(broken([](Reply& each) { each.drawings[0].left_px = -1; }));           //
  CHECK_FALSE(broken([](Reply& each) { each.drawings[0].whole.width = 1 << 30; }));  //
  CHECK_FALSE(broken([](Reply& each) { each.drawings[1].texture.height = 9; }));     // rows without a width
  CHECK_FALSE(broken([](Reply& each) { each.facts->elements["x"].x = std::numeric_limits<double>::quiet_NaN(); }));
}

TEST_CASE("any bytes are either read as a reply or reported as invalid") {
  const std::string whole = to_bytes(sample());
  std::mt19937 numbers(20261128);
  int read = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string bent = whole;
    for (unsigned flips = 1 + numbers() % 3; flips > 0; --flips) {
      bent[numbers() % bent.size()] = static_cast<char>(numbers());
    }
    const std::optional<Reply> reply = reply_from(bent);
    if (!reply) continue;
    ++read;
    for (const Decoded& drawing : reply->drawings) {
      const auto pixels =
          static_cast<std::size_t>(drawing.texture.width) * static_cast<std::size_t>(drawing.texture.height);
      REQUIRE(drawing.texture.pixels.size() == pixels);
    }
  }
  CHECK(read > 100);  // flips in pixels and words are not errors
}
