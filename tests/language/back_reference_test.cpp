// Which sentences stay with the one before them where a text is cut.
#include "language/back_reference.h"

#include "catch.h"

using namespace anteroom;

TEST_CASE("a sentence that begins with a pronoun or opposes what was said leans on the one before") {
  CHECK(language::leans_on_previous("They will not go away fully.", "en"));
  CHECK(language::leans_on_previous("But ask about the risks.", "en"));
  CHECK(language::leans_on_previous("That is the aim.", "en-CA"));
  CHECK(language::leans_on_previous("Elles ne s’effaceront pas tout à fait.", "fr"));
  CHECK(language::leans_on_previous("C’est le but visé.", "fr"));
  CHECK(language::leans_on_previous("Pero no desaparecerán del todo.", "es"));
  CHECK(language::leans_on_previous("لكنها لن تزول تماما.", "ar"));
  CHECK(language::leans_on_previous("但仍可能有副作用。", "zh-Hans"));
  CHECK(language::leans_on_previous("ਉਹ ਪੂਰੀਆਂ ਨਹੀਂ ਮਿਟਣਗੀਆਂ।", "pa"));
}

TEST_CASE("a sentence leans on the one before with a pronoun inside it, too") {
  CHECK(language::leans_on_previous("Ask what they are.", "en"));
  CHECK(language::leans_on_previous("No one can promise it.", "en"));
  CHECK(language::leans_on_previous("Demandez qui elles sont.", "fr"));
  CHECK(language::leans_on_previous("Ouvrez-la et lissez-la de la main.", "fr"));
  CHECK(language::leans_on_previous("اسألوا عنها قبل البدء.", "ar"));
  CHECK(language::leans_on_previous("可以让它变淡。", "zh-Hans"));
  CHECK(language::leans_on_previous("ਪੁੱਛੋ ਕਿ ਉਹ ਕੀ ਹਨ।", "pa"));
}

TEST_CASE("a sentence that stands for itself, an entry of a list, and one in another language lean on none") {
  CHECK_FALSE(language::leans_on_previous("Ask about the risks.", "en"));
  CHECK_FALSE(language::leans_on_previous("Theyre no word, and itemise is another.", "en"));
  CHECK_FALSE(language::leans_on_previous("Vos rides devraient quand même s’adoucir.", "fr"));
  CHECK_FALSE(language::leans_on_previous("请把风险问清楚。", "zh-Hans"));
  CHECK_FALSE(language::leans_on_previous("\u2022 It is an option.", "en"));
  CHECK_FALSE(language::leans_on_previous("\u2022 它补回脸部的饱满度。", "zh-Hans"));
  CHECK_FALSE(language::leans_on_previous("Eles não desaparecem.", "pt"));
  CHECK_FALSE(language::leans_on_previous("", "en"));
}
