// Syllables as dictionaries count them, and texts whose grade is published.
#include "report/syllables.h"

#include <vector>

#include "catch.h"
#include "language/readability.h"
#include "report/child_output.h"

using namespace anteroom;
using namespace anteroom::report;

namespace {

// The grade of `text`, computed from the program's own counts only.
double grade_of(const std::string& text) {
  const std::vector<std::string> words = language::folded_words(text, "en");
  const std::map<std::string, int> by_word = syllables_of({words.begin(), words.end()});
  int syllables = 0;
  for (const std::string& word : words) syllables += by_word.at(word);
  return language::flesch_kincaid(language::measure(text, "en"), syllables);
}

}  // namespace

TEST_CASE("syllables are the vowels of a pronunciation") {
  CHECK(syllables_in("k_ˈæ_t") == 1);
  CHECK(syllables_in("b_ˈʌ_ʔ_n̩") == 2);            // button: a syllabic n
  CHECK(syllables_in("s_ˈaɪə_n_s") == 2);          // science
  CHECK(syllables_in("f_ˈaɪɚ") == 1);              // fire
  CHECK(syllables_in("aɪ_d_ˈiə") == 3);            // idea
  CHECK(syllables_in("p_ˈiə_ɹ_ɪ__ə_d") == 3);      // period
  CHECK(syllables_in("m_ˈɪ_l_iə_n") == 2);         // million
  CHECK(syllables_in("(fr)p_ˈe_t_(en-us)") == 1);  // language codes are not spoken
  CHECK(syllables_in("f_ˈoːɹ_ɾ_i_ ˈeɪ_t") == 3);   // 48
  CHECK(syllables_in("") == 1);
}

TEST_CASE("words have the syllables that dictionaries give them") {
  const std::map<std::string, int> dictionary = {
      {"the", 1},
      {"cat", 1},
      {"fire", 1},
      {"hours", 1},
      {"shower", 2},
      {"asked", 1},
      {"stretched", 1},
      {"through", 1},
      {"strength", 1},
      {"don't", 1},
      {"button", 2},
      {"little", 2},
      {"people", 2},
      {"rhythm", 2},
      {"prism", 2},
      {"science", 2},
      {"quiet", 2},
      {"lion", 2},
      {"poem", 2},
      {"being", 2},
      {"create", 2},
      {"needed", 2},
      {"doctor", 2},
      {"muscle", 2},
      {"wrinkles", 2},
      {"migraine", 2},
      {"million", 2},
      {"creature", 2},
      {"area", 3},
      {"idea", 3},
      {"banana", 3},
      {"syllable", 3},
      {"beautiful", 3},
      {"medicine", 3},
      {"hospital", 3},
      {"injection", 3},
      {"vehicle", 3},
      {"swallowing", 3},
      {"opinion", 3},
      {"period", 3},
      {"reality", 4},
      {"experience", 4},
      {"university", 5},
      {"medication", 4},
      {"well-trained", 2},
      {"neuromodulator", 6},
      {"responsibility", 6},
  };
  std::set<std::string> words;
  for (const auto& [word, syllables] : dictionary) words.insert(word);
  REQUIRE(words.size() > 40);
  CHECK(syllables_of(words) == dictionary);
}

TEST_CASE("published texts have their published grade") {
  // Wikipedia, "Flesch-Kincaid readability tests": 13 words, 24 syllables, grade 11.3.
  CHECK(grade_of("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.") ==
        Approx(11.3).margin(0.05));
  // The same article: 6 words of one syllable each give -1.45, the lowest grade of a sentence of six words.
  CHECK(grade_of("The cat sat on the mat.") == Approx(-1.45).margin(0.005));
  // Lincoln, Gettysburg Address, first sentence: 30 words; counted by hand, 13 syllables up to "forth", 10 to "nation",
  // 6 to "liberty", 11 to "proposition", 9 to the end.
  CHECK(
      grade_of("Four score and seven years ago our fathers brought forth, upon this continent, a new nation, conceived "
               "in liberty, and dedicated to the proposition that all men are created equal.") ==
      Approx(0.39 * 30 + 11.8 * 49 / 30 - 15.59).margin(0.005));
}

TEST_CASE("without espeak-ng there are no syllables") {
  CHECK(syllables_of({"word"}, "/nonexistent/espeak-ng").empty());
  CHECK(syllables_of({"word"}, "false").empty());
  CHECK(syllables_of({"two", "words"}, "true").empty());  // fewer lines than words
}

TEST_CASE("another program gets its input and its output is returned") {
  using namespace std::chrono_literals;
  const std::string long_text(300'000, 'x');  // more than a pipe holds
  CHECK(child_output({"cat"}, long_text, 60s) == long_text);
  CHECK(child_output({"sh", "-c", "exit 3"}, "", 60s) == std::nullopt);
  CHECK(child_output({"sleep", "600"}, "", 1ms) == std::nullopt);
}
