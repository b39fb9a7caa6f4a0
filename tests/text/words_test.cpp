#include "text/words.h"

#include <string>
#include <vector>

#include "catch.h"

namespace anteroom::text {
namespace {

struct Counted {
  std::string text, language;
  int count;
};

TEST_CASE("words are counted as their readers would") {
  const std::vector<Counted> table{
      {"", "en", 0},
      {"   \n", "en", 0},
      {"A fold in paper stays.", "en", 5},
      {"A follow-up call", "en", 3},
      {"state-of-the-art", "en", 1},
      {"follow\u2011up", "en", 1},
      {"neuro\u00ADtoxin", "en", 1},
      {"patients' questions", "en", 2},
      {"don't", "en", 1},
      {"don\u2019t", "en", 1},
      {"l'effet", "fr", 1},
      {"L\u2019effet d\u2019aujourd\u2019hui", "fr", 2},
      {"Est-ce normal\u00A0?", "fr", 2},
      {"\u00AB\u00A0un pli\u00A0\u00BB", "fr", 2},
      {"48 to 72 hours", "en", 4},
      {"48.5 mm", "en", 2},
      {"48,5 mm", "fr", 2},
      {"3\u201314 days", "en", 3},
      {"dose - time", "en", 2},
      {"one\ntwo", "en", 2},
      {"Call \u2068514-555-0100\u2069 now", "en", 3},
      {"\u2068Botox\u2069-like", "en", 1},
      {"\u2026 ! ? \u2014", "en", 0},
      {"\U0001F600 ok", "en", 1},
      {"\u0645\u0631\u062D\u0628\u0627 \u0628\u0643", "ar", 2},
      {"\u4F60\u597D", "zh", 1},
      {"\xFF", "en", 0},
  };
  for (const Counted& c : table) {
    INFO(c.text << " in " << c.language);
    CHECK(word_count(c.text, c.language) == c.count);
  }
}

TEST_CASE("characters are counted as they are seen") {
  const std::vector<Counted> table{
      {"", "en", 0},
      {"abc", "en", 3},
      {"a b", "en", 3},
      {"a  \n  b", "en", 3},
      {"  a  ", "en", 1},
      {"e\u0301", "fr", 1},
      {"\u00E9", "fr", 1},
      {"\u2068514\u2069", "en", 3},
      {"a\u00ADb", "en", 2},
      {"\U0001F468\u200D\U0001F469", "en", 1},
      {"a\u2068 \u2069b", "en", 3},
      {"\u0628\u064E\u062A", "ar", 2},
      {"\u4F60\u597D\u3002", "zh", 3},
  };
  for (const Counted& c : table) {
    INFO(c.text);
    CHECK(character_count(c.text, c.language) == c.count);
  }
}

TEST_CASE("sentences end where they are spoken to an end") {
  struct Cut {
    std::string text, language;
    std::vector<std::string> sentences;
  };
  const std::vector<Cut> table{
      {"", "en", {}},
      {" \n ", "en", {}},
      {"One. Two? Three!", "en", {"One.", "Two?", "Three!"}},
      {"No full stop", "en", {"No full stop"}},
      {"A title\nand a text.", "en", {"A title", "and a text."}},
      {"Wait 3.5 days. Then call.", "en", {"Wait 3.5 days.", "Then call."}},
      {"Ask Dr. Roy. She knows.", "en", {"Ask Dr. Roy.", "She knows."}},
      {"Dr. A. Rassouli wrote it. Ask.", "en", {"Dr. A. Rassouli wrote it.", "Ask."}},
      {"A. B. Roy wrote it. Ask.", "en", {"A. B. Roy wrote it.", "Ask."}},
      {"Choose plan A. Then call.", "en", {"Choose plan A.", "Then call."}},
      {"Dr A. Rassouli. Merci.", "fr", {"Dr A. Rassouli.", "Merci."}},
      {"\u0A21\u0A3E. A. Rassouli. \u0A15\u0A40?", "pa", {"\u0A21\u0A3E. A. Rassouli.", "\u0A15\u0A40?"}},
      {"\u062F. A. Rassouli. \u0646\u0639\u0645.", "ar", {"\u062F. A. Rassouli.", "\u0646\u0639\u0645."}},
      {"Some products, e.g. gels, differ.", "en", {"Some products, e.g. gels, differ."}},
      {"Est-ce normal\u00A0? Oui.", "fr", {"Est-ce normal\u00A0?", "Oui."}},
      {"Voyez M. Roy. Merci.", "fr", {"Voyez M. Roy.", "Merci."}},
      {"\u4F60\u597D\u3002\u518D\u89C1\u3002", "zh", {"\u4F60\u597D\u3002", "\u518D\u89C1\u3002"}},
      {"\u0647\u0644 \u0647\u0630\u0627\u061F \u0646\u0639\u0645.",
       "ar",
       {"\u0647\u0644 \u0647\u0630\u0627\u061F", "\u0646\u0639\u0645."}},
  };
  for (const Cut& c : table) {
    INFO(c.text);
    CHECK(sentences(c.text, c.language) == c.sentences);
  }
}

}  // namespace
}  // namespace anteroom::text
