// An urgent notice that is too long for the screen is cut at its end, and nowhere else.
#include <string>

#include "catch.h"
#include "model/sample_content.h"
#include "scene/dump.h"
#include "screens/compose.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

// How many characters of `text`, of three bytes each, are on the screen of an urgent notice.
std::size_t characters_shown(const std::string& text) {
  text::FakeFonts fonts;
  const Content content = sample_content(2, Role::wall);
  State state = start(content, moment(Millis(0), monday_morning));
  state.notice = Notice{NoticeLevel::urgent, {{"", {"\u5173\u95ED", text}}}, {}, {}};
  const std::string shown = scene::visible_text(screens::compose(state, content, fonts));
  std::size_t count = 0;
  for (std::size_t at = shown.find("\u8BF7"); at != std::string::npos; at = shown.find("\u8BF7", at + 3)) ++count;
  return count;
}

}  // namespace

TEST_CASE("a long notice in Chinese is not cut at the one space in it") {
  std::string together;
  for (int i = 0; i < 2000; ++i) together += "\u8BF7";
  std::string with_space = together;
  with_space.insert(30, " ");
  const std::size_t fit = characters_shown(together);
  REQUIRE(fit > 100);
  CHECK(fit < 2000);
  CHECK(characters_shown(with_space) > fit / 2);
}
