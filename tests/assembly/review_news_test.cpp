#include "assembly/review_news.h"

#include <string>
#include <vector>

#include "catch.h"

using namespace anteroom;
using namespace anteroom::assembly;
using namespace std::chrono_literals;

namespace {

// Two cards of a pack until 22 November 2027, and one that was signed until 31 December 2026.
Content with_cards() {
  Content content;
  content.pack.review = {2026y / 11 / 22, 2027y / 11 / 22, {}};
  content.pack.languages = {"en", "ar"};
  content.pack.cards.resize(3);
  for (Card& card : content.pack.cards) {
    card.text.resize(2);
    card.text[0].title = "A title";
  }
  content.pack.cards[0].id = "one";
  content.pack.cards[1].id = "two";
  content.pack.cards[2].id = "three";
  content.pack.cards[2].text[0].review_by = 2026y / 12 / 31;
  return content;
}

WallTime noon(Date day) {
  return WallTime(std::chrono::local_days(day)) + 12h;
}

}  // namespace

TEST_CASE("staff are told 30 days before a card leaves and again as the day comes nearer") {
  const Content content = with_cards();
  ReviewNews news;
  std::vector<int> told;
  for (int before = 40; before >= -3; --before) {
    const WallTime time = noon(2026y / 12 / 31) - std::chrono::days(before);
    if (!news.news(content, time).empty()) told.push_back(before);
    CHECK(news.news(content, time + 1h).empty());  // once
    CHECK(news.all().size() == (before <= 30 ? 1U : 0U));
  }
  CHECK(told == std::vector<int>{30, 14, 7, 3, 1, 0, -1});
}

TEST_CASE("what is said of a review names its cards and its day") {
  const Content content = with_cards();
  CHECK(about_reviews(content, noon(2026y / 12 / 1)) ==
        std::vector<std::string>{"anteroom: warning: the review of `three` ends in 30 days, on 2026-12-31; then it "
                                 "leaves the screen, unless reviewed and signed again (`anteroom sign`)"});
  CHECK(about_reviews(content, noon(2027y / 1 / 1)) ==
        std::vector<std::string>{"anteroom: error: the review of `three` ended on 2026-12-31, so it is not on the "
                                 "screen until reviewed and signed again (`anteroom sign`)"});
  const std::vector<std::string> last = about_reviews(content, noon(2027y / 11 / 23));
  REQUIRE(last.size() == 2);
  CHECK(last[1] ==
        "anteroom: error: the review of `one`, `two` ended on 2027-11-22, so they are not on the screen "
        "until reviewed and signed again (`anteroom sign`); no card is left, so the screen asks patients to "
        "ask at the desk");
}

TEST_CASE("what is said of a card that was signed in some languages names those that it leaves") {
  Content content = with_cards();
  content.pack.cards[0].text[1].title = "عنوان";
  content.pack.cards[0].text[0].review_by = 2027y / 6 / 30;
  CHECK(about_reviews(content, noon(2027y / 6 / 1)).back() ==
        "anteroom: warning: the review of `one` in `en` ends in 29 days, on 2027-06-30; then it leaves the screen in "
        "these languages, unless reviewed and signed again (`anteroom sign`)");
  CHECK(about_reviews(content, noon(2027y / 11 / 22)).back() ==
        "anteroom: warning: the review of `one` in `ar`, `two` ends today, on 2027-11-22; then they leave the screen "
        "in these languages, unless reviewed and signed again (`anteroom sign`)");
}

TEST_CASE("staff are told of cards that are not signed as they are, and what patients see of them") {
  Content content = with_cards();
  CHECK(about_drafts(content).empty());  // nobody has signed anything
  content.pack.review.holds_unsigned = true;
  CHECK(
      about_drafts(content) ==
      "anteroom: error: no card is signed, and `unsigned` in pack.toml holds them back, so the screen asks patients to "
      "ask at the desk (`anteroom sign`)");
  content.pack.cards[1].text[0].approval = Approval{"Dr. Roy", 2026y / 11 / 22};
  CHECK(about_drafts(content) ==
        "anteroom: warning: not signed as they are now: `one`, `three`; held back until signed, urgent cards alone are "
        "shown (`anteroom sign`)");
  content.pack.review.holds_unsigned = false;
  CHECK(
      about_drafts(content) ==
      "anteroom: warning: not signed as they are now: `one`, `three`; patients read that no clinician has reviewed it "
      "(`anteroom sign`)");
}

TEST_CASE("a clock that cannot be right ends no review") {
  Content content = with_cards();
  content.released = 2028y / 1 / 1;
  CHECK(about_reviews(content, noon(2027y / 12 / 1)).empty());
}

TEST_CASE("cards of the other kind of screen are no news of this one") {
  Content content = with_cards();
  content.pack.cards[2].on_kiosk = false;
  CHECK(about_reviews(content, noon(2026y / 12 / 20)).empty());
  content.settings.role = Role::wall;
  CHECK(about_reviews(content, noon(2026y / 12 / 20)).size() == 1);
}
