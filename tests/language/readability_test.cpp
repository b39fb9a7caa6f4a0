// How hard a text is to read: its measures and the formulas that use them; and phrases found in a text.
#include "language/readability.h"

#include "catch.h"
#include "language/phrase.h"
#include "language/words.h"

using namespace anteroom::language;

TEST_CASE("words are cut and folded as they are looked up") {
  CHECK(folded_words("A Well-trained doctor, 2.5 mm; don’t!", "en") ==
        std::vector<std::string>{"a", "well-trained", "doctor", "2.5", "mm", "don't"});
  CHECK(words("L’injection à 14 h", "fr") == std::vector<std::string>{"L’injection", "à", "14", "h"});
}

TEST_CASE("a text is measured sentence by sentence") {
  const Measures measures = measure("Fold a sheet. Injections calm the muscles here.\n• Well-made", "en");
  CHECK(measures == Measures{9, 3, 5, 3, 55, 33});
  CHECK(measure("\u2068911\u2069", "en") == Measures{1, 1, 1, 0, 3, 3});
  CHECK(measure("", "en") == Measures{});
  // Vowel signs are written in every word, so they count: eight letters, not four.
  CHECK(measure("ਪੰਜਾਬੀਆਂ", "pa").long_words == 1);
  CHECK(measure("ਕਾਗਜ਼ ਮੋੜੋ", "pa").long_words == 0);
  CHECK(measure("e\u0301te\u0301e\u0301e\u0301", "fr").long_words == 0);  // five letters, however they are encoded
  CHECK(measure("שָׁלוֹם", "he").long_words == 0);
  CHECK(measure("مُحَمَّدٌ", "ar").long_words == 0);
  CHECK(measure("المستشفيات", "ar").long_words == 1);
  const Measures chinese = measure("• 纸是平的。还看不到折痕。", "zh-Hans");
  CHECK(chinese.sentences == 2);
  CHECK(chinese.characters == 12);
  CHECK(chinese.longest_characters == 7);
}

TEST_CASE("formulas give the published figures") {
  Measures platypus;
  platypus.words = 13;
  platypus.sentences = 1;
  // Wikipedia, "Flesch-Kincaid readability tests".
  CHECK(flesch_kincaid(platypus, 24) == Approx(11.3).margin(0.05));
  Measures of_books;
  of_books.words = 100;
  of_books.sentences = 5;
  of_books.long_words = 20;
  CHECK(lix(of_books) == Approx(40));
  CHECK(rix(of_books) == Approx(4));
  CHECK(mean_sentence_words(of_books) == Approx(20));
  CHECK(flesch_kincaid(of_books, 150) == Approx(9.91));
  CHECK(lix({}) == 0);
  CHECK(rix({}) == 0);
  CHECK(flesch_kincaid({}, 0) == 0);
}

TEST_CASE("one in twenty is found in every script") {
  struct Sample {
    const char* language;
    const char* pattern;
    const char* text;
    const char* found;
  };
  const std::vector<Sample> samples = {
      {"en", "in", "About 1 in 20 of them.", "1 in 20"},
      {"en", "{n} in {m}", "About 1  IN 20.", "1 in 20"},
      {"en", "in", "11 in 20, 0.1 in 20, 1 inch, 1 in all", ""},
      {"de", "von", "bei 1 von 100 oder 1 von 1.000, aber 1 von 1.250", "1 von 1.250"},
      {"tr", "{m} kişiden {n}", "100 kişiden 1", ""},
      {"en", "in", "In 1 in 1000 and 1 in 7.", "1 in 7"},
      {"es", "de cada", "a 1 de cada 20 personas", "1 de cada 20"},
      {"ar", "من", "نحو ١ من ٢٠ شخصا", "١ من ٢٠"},
      {"ar", "من", "نحو ١١ من ٢٠ شخصا", ""},
      {"zh-Hans", "{m}分之{n}", "大约20分之1的人", "20分之1"},
      {"zh-Hans", "{m}分之{n}", "大约20 分之 1的人", "20 分之 1"},
      {"zh-Hans", "{m}分之{n}", "大约20分之11的人", ""},
      {"zh-Hans", "{m}人中有{n}人", "每20人中有1人", "20人中有1人"},
      {"en", "", "About 1 in 20 of them.", ""},
  };
  for (const Sample& sample : samples) {
    INFO(sample.text);
    CHECK(Phrases(sample.text, sample.language).one_in(sample.pattern).value_or("") == sample.found);
  }
}

TEST_CASE("a phrase is a whole word in languages that put spaces between words") {
  CHECK(Phrases("The best.", "en").contain("Best"));
  CHECK_FALSE(Phrases("The bested.", "en").contain("best"));
  CHECK(Phrases("我们最好的医生", "zh-Hans").contain("最好"));
  CHECK(Phrases("注射Botox后", "zh-Hans").contain("botox"));
  CHECK_FALSE(Phrases("ਵਧੀਆਂ", "pa").contain("ਵਧੀਆ"));  // a vowel sign continues the word
  CHECK_FALSE(Phrases("The best.", "en").contain(""));
}
