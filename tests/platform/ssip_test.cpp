#include "platform/ssip.h"

#include <vector>

#include "catch.h"
#include "platform/speech_dispatcher.h"

using namespace anteroom;
using namespace anteroom::platform;

TEST_CASE("replies and notices are assembled however the bytes are split") {
  const std::string bytes =
      "208 OK CLIENT NAME SET\r\n225-17\r\n225 OK MESSAGE QUEUED\r\n701-17\r\n701-3\r\n701 BEGIN\r\n300 ERR\r\n";
  for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
    SsipReader reader;
    std::vector<SsipReply> replies;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
      reader.add(std::string_view(bytes).substr(at, piece));
      while (const auto reply = reader.next()) replies.push_back(*reply);
    }
    REQUIRE(replies.size() == 4);
    CHECK(replies[0].fine());
    CHECK(replies[1].code == 225);
    CHECK(replies[1].message() == 17);
    CHECK(replies[2].is_notice());
    CHECK(replies[2].code == ssip_began);
    CHECK(replies[2].message() == 17);
    CHECK_FALSE(replies[3].fine());
    CHECK_FALSE(replies[3].is_notice());
  }
}

TEST_CASE("what is not SSIP is recognised") {
  for (const std::string nonsense : {"HTTP/1.1 400 Bad Request\r\n", "\r\n", "22\r\n", "2250\r\n", "-25 OK\r\n"}) {
    SsipReader reader;
    reader.add(nonsense);
    const auto reply = reader.next();
    REQUIRE(reply);
    CHECK(reply->code == 0);
    CHECK_FALSE(reply->fine());
  }
  SsipReader reader;
  reader.add(std::string(100'000, 'x'));
  REQUIRE(reader.next());
}

TEST_CASE("no text can end itself or become a command") {
  CHECK(ssip_text("Please sit down.") == "Please sit down.\r\n.");
  CHECK(ssip_text(".") == "..\r\n.");
  CHECK(ssip_text("one\r\n.\r\nSET ALL VOLUME 100") == "one  .  SET ALL VOLUME 100\r\n.");
  CHECK(ssip_text("").ends_with("\r\n."));
  CHECK(ssip_text("你好") == "你好\r\n.");
}

TEST_CASE("languages are named as the service names them") {
  struct Row {
    std::string bcp47, service;
  };
  for (const auto& [bcp47, service] : std::vector<Row>{{"en", "en"},
                                                       {"en-CA", "en-ca"},
                                                       {"fr-CA", "fr-ca"},
                                                       {"es-419", "es-419"},
                                                       {"zh-Hans", "zh"},
                                                       {"zh-CN", "zh-cn"},
                                                       {"zh-Hans-CN", "zh-cn"},
                                                       {"zh-Hant-HK", "yue"},
                                                       {"pa-Guru-IN", "pa-in"},
                                                       {"fil", "fil"},
                                                       {"ar-x-clinic", "ar"},
                                                       {"", "en"},
                                                       {"e\r\nQUIT", "en"}}) {
    CHECK(ssip_language(bcp47) == service);
  }
}

TEST_CASE("volume in percent covers the service's range") {
  CHECK(ssip_volume(0) == -100);
  CHECK(ssip_volume(50) == 0);
  CHECK(ssip_volume(100) == 100);
  CHECK(ssip_volume(-7) == -100);
  CHECK(ssip_volume(250) == 100);
}

TEST_CASE("a service that has gone is tried often at first, then seldom, and never given up") {
  const SpeechPace pace;
  CHECK(next_question(pace, Millis(0)) == Millis(10'000));
  CHECK(next_question(pace, Millis(179'999)) == Millis(10'000));
  CHECK(next_question(pace, Millis(180'000)) == Millis(60'000));
  CHECK(next_question(pace, std::chrono::hours(1000)) == Millis(60'000));
}
