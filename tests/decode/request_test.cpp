#include "decode/request.h"

#include "catch.h"

using namespace anteroom::decode;

TEST_CASE("a request reads back from its words whatever its ids are") {
  Request request;
  request.width_px = 1024;
  request.height_px = 768;
  request.drawings = {{}, {"base", "--draw"}, {"", "2", "two words", "\xE2\x80\x8F"}};
  request.facts = std::vector<std::string>{"region-jaw", "--size"};
  request.cpu_s = 3;
  request.memory_mb = 512;
  CHECK(request_from(to_words(request)) == request);
  request.facts.reset();
  CHECK(request_from(to_words(request)) == request);
  request.frame = {1250, 0, 2500, 10'000};
  CHECK(request_from(to_words(request)) == request);
  request.contrast = Contrast::high;
  CHECK(request_from(to_words(request)) == request);
  request.frame = {};
  request.drawings.clear();
  request.facts.emplace();
  CHECK(request_from(to_words(request)) == request);
}

TEST_CASE("words that are not a request are refused") {
  using Words = std::vector<std::string>;
  const Words words = GENERATE(values<Words>({
      {},
      {"--help"},
      {"--size", "10", "10"},                                 // nothing is requested
      {"--draw", "0"},                                        // at no size
      {"--size", "0", "10", "--draw", "0"},                   //
      {"--size", "-4", "10", "--draw", "0"},                  //
      {"--size", "10", "ten", "--draw", "0"},                 //
      {"--size", "10", "--draw", "0"},                        //
      {"--size", "10", "10", "--draw", "2", "base"},          // one id too few
      {"--size", "10", "10", "--draw", "1", "base", "more"},  // one too many
      {"--size", "10", "10", "--draw", "99999999999999999999"},
      {"--size", "10", "10", "--frame", "0", "0", "10000", "--draw", "0"},             // one number too few
      {"--size", "10", "10", "--frame", "0", "0", "2499", "5000", "--draw", "0"},      // too small a part
      {"--size", "10", "10", "--frame", "-2501", "0", "5000", "5000", "--draw", "0"},  // too far from the picture
      {"--size", "10", "10", "--frame", "7501", "0", "5000", "5000", "--draw", "0"},
      {"--facts", "-1"},
      {"--cpu-s", "", "--facts", "0"},
  }));
  CAPTURE(words);
  CHECK_FALSE(request_from(words));
}

TEST_CASE("a frame that reaches beyond the picture has a part that is on it") {
  CHECK(Frame{-2000, 0, 6000, 10'000}.on_board() == Frame{0, 0, 4000, 10'000});
  CHECK(Frame{0, 6000, 10'000, 6000}.on_board() == Frame{0, 6000, 10'000, 4000});
  CHECK(Frame{9000, 0, 3000, 5000}.on_board() == Frame{7500, 0, 2500, 5000});
  CHECK(Frame{100, 200, 3000, 4000}.on_board() == Frame{100, 200, 3000, 4000});
}

TEST_CASE("a reply to a request has room for every drawing") {
  Request request;
  request.width_px = 100;
  request.height_px = 50;
  request.drawings = {{}, {}, {}};
  CHECK(max_reply_bytes(request) >= 3U * 100 * 50 * 4);
  CHECK(max_reply_bytes(request) < 3U * 100 * 50 * 4 + (2U << 20));
}
