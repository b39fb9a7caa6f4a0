// How texts are cut into sentences.
#include "language/sentences.h"

#include <random>

#include "catch.h"
#include "language/paragraphs.h"
#include "language/words.h"

namespace anteroom::language {
namespace {

struct Cut {
  std::string language, text;
  std::vector<std::string> sentences;
};

void check(const std::vector<Cut>& cuts) {
  for (const Cut& cut : cuts) {
    INFO(cut.language << " " << cut.text);
    CHECK(sentences(cut.text, cut.language) == cut.sentences);
  }
}

// Seven kinds of text that were cut differently for counting and for reading aloud, and similar ones.

TEST_CASE("a closing guillemet was spoken as a sentence of its own or began the next one") {
  check({
      {"fr", "« Vraiment? » Oui.", {"« Vraiment? »", "Oui."}},
      {"fr", "« Bonjour! » Puis « Au revoir. »", {"« Bonjour! »", "Puis « Au revoir. »"}},
      {"fr", "«\u00A0Vraiment\u202F?\u00A0» Oui.", {"«\u00A0Vraiment\u202F?\u00A0»", "Oui."}},
      {"fr", "«Vraiment?» Oui.", {"«Vraiment?»", "Oui."}},
      {"fr", "« Vraiment? », dit-elle. Oui.", {"« Vraiment? », dit-elle.", "Oui."}},
      {"fr", "« Bien sûr. » dit-elle. Oui.", {"« Bien sûr. » dit-elle.", "Oui."}},
      {"fr", "« Un. Deux. » Trois.", {"« Un.", "Deux. »", "Trois."}},
      {"fr", "Elle dit : « Allez-y. ». Bien.", {"Elle dit : « Allez-y. ».", "Bien."}},
      {"fr", "‹ Non. › Oui.", {"‹ Non. ›", "Oui."}},
      // The same mark opens in German and Danish, and both opens and closes in Swedish and Finnish.
      {"de", "Er kam. »Wirklich?« Ja.", {"Er kam.", "»Wirklich?«", "Ja."}},
      {"da", "»Ja.« »Nej.«", {"»Ja.«", "»Nej.«"}},
      {"sv", "Hon kom. »Ja.» Sedan gick hon.", {"Hon kom.", "»Ja.»", "Sedan gick hon."}},
  });
}

TEST_CASE("the initials that begin a text counted as sentences") {
  check({
      {"en", "A. B. Ames is in.", {"A. B. Ames is in."}},
      {"en", "A. B. Ames is in. Ask.", {"A. B. Ames is in.", "Ask."}},
      {"en", "A. B. Roy wrote it. Ask.", {"A. B. Roy wrote it.", "Ask."}},
      {"en", "• A. B. Ames is in. Ask.", {"A. B. Ames is in.", "Ask."}},
      {"en", "(A. B. Ames is in.) Ask.", {"(A. B. Ames is in.)", "Ask."}},
      {"en", "Choose plan A. Then call.", {"Choose plan A.", "Then call."}},
  });
}

TEST_CASE("a title without a full stop before an initial ended a sentence") {
  check({
      {"en", "Call Dr A. Smith.", {"Call Dr A. Smith."}},
      {"en", "Call Dr A. Smith. Then go.", {"Call Dr A. Smith.", "Then go."}},
      {"fr", "Dr A. Rassouli. Merci.", {"Dr A. Rassouli.", "Merci."}},
      {"fr", "Voyez la Dre A. Roy. Merci.", {"Voyez la Dre A. Roy.", "Merci."}},
      {"en", "She is a Dr. Then go.", {"She is a Dr. Then go."}},  // no rule can decide this
  });
}

TEST_CASE("a Chinese semicolon ended a sentence for counting but not for reading aloud") {
  check({
      {"zh-Hans", "先问医生；再决定。好的。", {"先问医生；再决定。", "好的。"}},
      {"zh-Hans", "纸是平的。看得见吗？是；不是！好", {"纸是平的。", "看得见吗？", "是；不是！", "好"}},
      {"ar", "نعم، الآن؛ هنا.", {"نعم، الآن؛ هنا."}},
  });
}

TEST_CASE("a bullet belonged to its sentence for reading aloud but not for counting") {
  check({
      {"en", "• One thing. • Another thing.", {"One thing.", "Another thing."}},
      {"en", "Some uses are:\n• voice problems;\n• spasm.", {"Some uses are:", "voice problems;", "spasm."}},
  });
  CHECK(placed_sentences("• One.\n• Two.", "en") == std::vector<Sentence>{{"One.", 0, 2, 6}, {"Two.", 1, 2, 6}});
  CHECK(cut_at_sentences("• One. Two.", "en") == std::vector<std::string>{"• One.", "Two."});
}

TEST_CASE("marks without a word were spoken as a sentence") {
  check({
      {"en", "?! Really.", {"?! Really."}},
      {"en", "Really. ?!", {"Really. ?!"}},
      {"en", "Well done. \U0001F600", {"Well done. \U0001F600"}},
      {"en", "Well done. \U0001F600 Go on.", {"Well done.", "\U0001F600 Go on."}},
      {"en", " \n• \n—\n", {}},
      {"en", "?!", {}},
      {"en", "?!\nReally.", {"Really."}},
  });
  CHECK(cut_at_sentences("One.\n—\nTwo.", "en") == std::vector<std::string>{"One.", "—", "Two."});
}

TEST_CASE("sentences end where readers end them") {
  check({
      {"en", "", {}},
      {"en", " \n ", {}},
      {"en", "One. Two? Three!", {"One.", "Two?", "Three!"}},
      {"en", "No full stop", {"No full stop"}},
      {"en", "A title\nand a text.", {"A title", "and a text."}},
      {"en", "Is it Dr.\nAmes is here", {"Is it Dr.", "Ames is here"}},
      {"en", "Wait 3.5 days. Then call.", {"Wait 3.5 days.", "Then call."}},
      {"en", "Call \u2068911\u2069. Say why.", {"Call 911.", "Say why."}},
      {"en", "Some products, e.g. gels, differ.", {"Some products, e.g. gels, differ."}},
      {"en", "We close at 5 P.M. Then go.", {"We close at 5 P.M.", "Then go."}},
      {"en", "We close at 5 p.m. Then go.", {"We close at 5 p.m.", "Then go."}},
      {"en", "It is in the U.S. Then go.", {"It is in the U.S.", "Then go."}},
      {"fr", "« Est-ce grave? » Oui.", {"« Est-ce grave? »", "Oui."}},
      {"fr", "Est-ce normal\u00A0? Oui.", {"Est-ce normal\u00A0?", "Oui."}},
      {"ar", "هل تفيدني؟ اسألوا الطبيب. نعم.", {"هل تفيدني؟", "اسألوا الطبيب.", "نعم."}},
      {"pa", "ਇਹ ਕਾਗਜ਼ ਹੈ। ਇਸ ਨੂੰ ਮੋੜੋ।", {"ਇਹ ਕਾਗਜ਼ ਹੈ।", "ਇਸ ਨੂੰ ਮੋੜੋ।"}},
      {"zh-Hans", "你好。再见。", {"你好。", "再见。"}},
      {"ja", "紙を折る。開く。", {"紙を折る。", "開く。"}},
  });
}

TEST_CASE("a title and the initials after it do not end a sentence") {
  check({
      {"en", "Ask Dr. Ames first. Then go.", {"Ask Dr. Ames first.", "Then go."}},
      {"en",
       "Mr. Ames, Mrs. Bell and Ms. Cole know. Ask them.",
       {"Mr. Ames, Mrs. Bell and Ms. Cole know.", "Ask them."}},
      {"en", "Prof. Dorn of St. Mary is in. Ask.", {"Prof. Dorn of St. Mary is in.", "Ask."}},
      {"en", "By Dr. A. B. Ames. Read it.", {"By Dr. A. B. Ames.", "Read it."}},
      {"en", "Ask Dr. \u2068Ames\u2069. Then go.", {"Ask Dr. Ames.", "Then go."}},
      {"fr", "Voyez M. Roy. Merci.", {"Voyez M. Roy.", "Merci."}},
      {"fr", "La Dre. Roy et M. Côté le savent. Demandez.", {"La Dre. Roy et M. Côté le savent.", "Demandez."}},
      {"es", "¿Duele? La Dra. Gil lo sabe. ¡Pregunte!", {"¿Duele?", "La Dra. Gil lo sabe.", "¡Pregunte!"}},
      {"es", "El Sr. Paz y la Sra. Gil lo saben. Pregunte.", {"El Sr. Paz y la Sra. Gil lo saben.", "Pregunte."}},
      {"ar", "اسألوا د. سامي الآن. نعم.", {"اسألوا د. سامي الآن.", "نعم."}},
      {"ar", "د. A. Rassouli. نعم.", {"د. A. Rassouli.", "نعم."}},
      {"pa", "ਡਾ. ਸਿੰਘ ਨੂੰ ਪੁੱਛੋ। ਹਾਂ।", {"ਡਾ. ਸਿੰਘ ਨੂੰ ਪੁੱਛੋ।", "ਹਾਂ।"}},
      {"pa", "ਡਾ. A. Rassouli. ਕੀ?", {"ਡਾ. A. Rassouli.", "ਕੀ?"}},
  });
}

TEST_CASE("a value at the beginning of a sentence came after two spaces where a page was cut") {
  // Its isolate belonged to the sentence before it.
  CHECK(cut_at_sentences("One. \u2068Two\u2069.", "en") == std::vector<std::string>{"One.", "\u2068Two\u2069."});
}

TEST_CASE("each sentence has its position in its paragraph") {
  CHECK(placed_sentences("One. \u2068Two\u2069.\n\nThree.", "en") ==
        std::vector<Sentence>{{"One.", 0, 0, 4}, {"\u2068Two\u2069.", 0, 5, 11}, {"Three.", 2, 0, 6}});
}

TEST_CASE("the longest sentence is the one with the most words") {
  CHECK(longest_sentence("One two three. One two? One two three four\nfive six.", "en") == 4);
  CHECK(longest_sentence("", "en") == 0);
}

TEST_CASE("cutting any text into sentences loses nothing but white space") {
  static const std::vector<std::string> pieces = {"a",  "Bc", "A.", "Dr.", " ", " ",  " ",      ".",
                                                  "?",  "!",  "»",  "«",   "•", "\n", "\u2068", "\u2069",
                                                  "。", "好", "5",  "…",   "(", ")",  "\u00A0"};
  std::mt19937 random(7);
  const auto without_white = [](const std::string& utf8) {
    std::string text = utf8;
    for (const std::string white : {" ", "\n", "\u00A0"}) {
      for (std::size_t at = text.find(white); at != std::string::npos; at = text.find(white))
        text.erase(at, white.size());
    }
    return text;
  };
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t length = random() % 20; length > 0; --length) text += pieces[random() % pieces.size()];
    INFO(text);
    std::string joined;
    for (const std::string& piece : cut_at_sentences(text, "fr")) joined += piece;
    REQUIRE(without_white(joined) == without_white(text));
    const std::vector<icu::UnicodeString> paragraphs = paragraphs_of(text);
    for (const Sentence& sentence : placed_sentences(text, "fr")) {
      REQUIRE(has_word(sentence.text));
      const icu::UnicodeString& whole = paragraphs.at(static_cast<std::size_t>(sentence.paragraph));
      REQUIRE(whole.tempSubStringBetween(sentence.start, sentence.end) == icu::UnicodeString::fromUTF8(sentence.text));
    }
  }
}

}  // namespace
}  // namespace anteroom::language
