// What `check` counts as a sentence and what is read aloud as one: two rooms that do not know each other cut alike.
#include "language/sentences.h"

#include "catch.h"
#include "text/words.h"

using namespace anteroom;

TEST_CASE("check and the voice end a sentence at the same places") {
  struct Sample {
    const char* language;
    std::vector<std::string> sentences;
  };
  const std::vector<Sample> samples = {
      {"en", {"Ask Dr. Ames first.", "Then go."}},
      {"en", {"Mr. Ames, Mrs. Bell and Ms. Cole know.", "Ask them."}},
      {"en", {"Prof. Dorn of St. Mary is in.", "Ask."}},
      {"en", {"By Dr. A. B. Ames.", "Read it."}},
      {"en", {"We close at 5 P.M.", "Then go."}},
      {"en", {"We close at 5 p.m.", "Then go."}},
      {"en", {"It is in the U.S.", "Then go."}},
      {"fr", {"La Dre. Roy et M. Côté le savent.", "Demandez."}},
      {"es", {"La Dra. Gil lo sabe.", "¡Pregunte!"}},
      {"es", {"El Sr. Paz y la Sra. Gil lo saben.", "Pregunte."}},
      {"ar", {"اسألوا د. سامي الآن.", "نعم."}},
      {"pa", {"ਡਾ. ਸਿੰਘ ਨੂੰ ਪੁੱਛੋ।", "ਹਾਂ।"}},
  };
  for (const Sample& sample : samples) {
    const std::string text = sample.sentences[0] + " " + sample.sentences[1];
    INFO(text);
    CHECK(language::sentences(text, sample.language) == sample.sentences);
    CHECK(text::sentences(text, sample.language) == sample.sentences);
  }
}
