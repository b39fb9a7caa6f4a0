// Where a text for large letters is cut, with letters half an em wide.
#include "screens/page_breaks.h"

#include <random>

#include "catch.h"
#include "model/sample_content.h"
#include "screens/body_block.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

using Parts = std::vector<std::string>;

// `body` cut for screens that hold `lines` lines of 30 letters.
Parts cut(const std::string& body, double lines, const std::string& language = "en") {
  const Content content = sample_content(1, Role::kiosk);
  text::FakeFonts fonts;
  const screens::View view{content, fonts, language};
  const text::Style style = screens::type_scale(view).body;
  return screens::split_body(view, body, 15 * style.size_mm, (lines + 0.1) * style.leading * style.size_mm);
}

std::string letters_of(const std::string& text) {
  std::string letters;
  for (const char c : text) {
    if (c != ' ' && c != '\n') letters += c;
  }
  return letters;
}

}  // namespace

TEST_CASE("a text that fits is not cut") {
  CHECK(cut("One line.", 1) == Parts{"One line."});
  CHECK(cut("", 1) == Parts{""});
}

TEST_CASE("a sentence that needs the one before it stays with it where that costs no screen") {
  CHECK(cut("• Jaw pain, and more words. It is about three lines long, all in all.\n• Migraine. It is an option if "
            "medicines do not help.",
            4.6) == Parts{"• Jaw pain, and more words. It is about three lines long, all in all.",
                          "• Migraine. It is an option if medicines do not help."});
}

TEST_CASE("what is promised is not parted from its limit, nor a question from its answer") {
  const std::string two = "Two lines are full of words of these, and of ours.";
  for (const std::string pair : {"Your lines should still get softer. They will not go away.",
                                 "Side effects are possible here. Ask what they are.",
                                 "Do medicines not help you? Ask us about all the others."}) {
    CHECK(cut(two + " " + pair, 3) == Parts{two, pair});
    CHECK(cut(two + "\n" + pair, 3) == Parts{two, pair});
  }
}

TEST_CASE("a text is cut into pieces of equal height") {
  const std::string line = "The words here fill a line.";
  CHECK(cut(line + " " + line + " " + line + " " + line, 3) == Parts{line + " " + line, line + " " + line});
}

TEST_CASE("each piece knows in which paragraph it begins") {
  const std::string body = "One. Two.\n• Three. Four.\n• Five.";
  CHECK(screens::first_paragraphs(body, {"One. Two.", "• Three.", "Four.\n• Five."}) ==
        std::vector<std::size_t>{0, 1, 1});
  CHECK(screens::first_paragraphs(body, {"One. Two.\n• Three. Four.", "• Five."}) == std::vector<std::size_t>{0, 2});
  CHECK(screens::first_paragraphs(body, {body}) == std::vector<std::size_t>{0});
}

TEST_CASE("a piece of one line is set in two, and behind the last word of one that goes on is room for a sign") {
  const Content content = sample_content(1, Role::kiosk);
  text::FakeFonts fonts;
  const screens::View view{content, fonts, "en"};
  const text::Style style = screens::type_scale(view).body;
  const auto lines_of = [&](const std::string& text, screens::Piece piece) {
    scene::Column column({0, 0, 15 * style.size_mm, 1000});
    std::vector<text::Line> lines;
    for (const scene::Item& item : screens::Body(view, text, style, 15 * style.size_mm, piece).take_from(column)) {
      for (const text::Line& line : std::get<scene::Text>(item).layout.lines) lines.push_back(line);
    }
    return lines;
  };
  CHECK(lines_of("Muscles fold your skin.", screens::Piece::whole).size() == 1);
  CHECK(lines_of("Muscles fold your skin.", screens::Piece::last).size() == 2);
  const std::string two = "This is the first of them. And this the second one then.";
  CHECK(lines_of(two, screens::Piece::whole).back().width_mm > 14.4 * style.size_mm);
  CHECK(lines_of(two, screens::Piece::goes_on).back().width_mm <= 14.36 * style.size_mm + 1e-6);
}

TEST_CASE("a list stays with the words that open it") {
  const std::string before = "This is a sentence that fills two lines. This is one more of them.";
  CHECK(cut(before + "\nSome uses are:\n• voice problems;\n• spasms.", 5.6) ==
        Parts{before, "Some uses are:\n• voice problems;\n• spasms."});
  CHECK(cut("请您先问清楚医生这一点。请您再问清楚医生那一点。\n用途：\n• 嗓音。", 3.7, "zh-Hans") ==
        Parts{"请您先问清楚医生这一点。请您再问清楚医生那一点。", "用途：\n• 嗓音。"});
}

TEST_CASE("a list stays with the words that open it even where a cut would fill the screens more evenly") {
  const std::string sentence = "The sentence fills its line.";  // 28 letters
  const std::string before = sentence + " " + sentence + " " + sentence;
  std::string item(28, 'a');  // of five lines
  for (const char letter : {'b', 'c', 'd', 'e'}) item += " " + std::string(28, letter);
  CHECK(cut(before + "\nSome uses are:\n" + item, 6.6) == Parts{before, "Some uses are:\n" + item});
}

TEST_CASE("no screen is left almost empty where the one before could give it something") {
  const std::string sentence = "The sentence fills its line.";  // 28 letters
  const std::string two = sentence + " " + sentence;
  CHECK(cut(two + " " + two, 3) == Parts{two, two});
}

TEST_CASE("a sentence longer than a screen is cut between its lines") {
  CHECK(cut("aaaaa bbbbb ccccc dddd eeeee fffff ggggg hhhhh iiii jjjj. Now.", 1) ==
        Parts{"aaaaa bbbbb ccccc dddd eeeee", "fffff ggggg hhhhh iiii jjjj.", "Now."});
}

TEST_CASE("however a text is cut, every screen holds its part and no letter is lost") {
  std::mt19937 random(7);
  const auto below = [&](unsigned n) { return random() % n; };
  const Content content = sample_content(1, Role::kiosk);
  text::FakeFonts fonts;
  const screens::View view{content, fonts, "en"};
  const text::Style style = screens::type_scale(view).body;
  for (int i = 0; i < 300; ++i) {
    std::string body;
    for (unsigned words = 1 + below(120); words > 0; --words) {
      body += std::string(1 + below(12), static_cast<char>('a' + below(26)));
      body += below(6) == 0 ? ".\n" : below(5) == 0 ? ". " : below(12) == 0 ? ":\n" : " ";
    }
    const double lines = 1 + below(8);
    const Parts parts = cut(body, lines);
    std::string all;
    for (const std::string& part : parts) {
      all += part;
      INFO("seed 7, text " << i << ": " << body);
      CHECK(screens::lay_out_body(view, part, style, 15 * style.size_mm).height_mm <=
            (lines + 0.1) * style.leading * style.size_mm);
    }
    CHECK(letters_of(all) == letters_of(body));
  }
}
