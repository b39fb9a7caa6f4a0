#include "language/back_reference.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "language/icu_text.h"
#include "language/language_tag.h"
#include "language/words.h"

namespace anteroom::language {

namespace {

// In lower case, between blanks. A word that begins with a hyphen is the end of a longer one ("ouvrez-la").
struct LeaningWords {
  std::string_view language;  // without script and region
  std::string_view opening;   // only as a sentence's first word
  std::string_view anywhere;  // wherever they are
};

// By tag.
constexpr std::array<LeaningWords, 6> leaning_words = {{
    {"ar",
     "لكن ولكن لكنه لكنها لكنهم هذا هذه ذلك تلك هؤلاء وهذا وهذه وذلك وبذلك بذلك لذلك ولذلك هكذا وهكذا هو هي هم هما وهو "
     "وهي وهم فهو فهي فهم إنه إنها ثم ومع مع وإن وقد فقد ولا ولن ولم وليس وليست وإلا",
     "لكنه لكنها هم هي هو منه منها منهم عنه عنها عنهم به بها بهم له لها لهم فيه فيها معه معها معهم إليه إليها عليه "
     "عليها "
     "كليهما منهما معهما عنهما بذلك"},
    {"en",
     "and but or nor so yet still then also however instead otherwise therefore he she they it this that these those "
     "such both",
     "it its itself they them their theirs themselves then"},
    {"es",
     "y e o pero sino luego después entonces así aun también tampoco él ella ello ellos ellas este esta esto estos "
     "estas ese esa eso esos esas aquello ambos ambas",
     "ella ello ellos ellas eso esto entonces ambos ambas suyo suya suyos suyas"},
    {"fr",
     "et mais ou donc or ni puis ensuite alors pourtant cependant sinon aussi il elle ils elles ce c cet cette ces "
     "cela "
     "ça celui celle ceux celles eux",
     "il elle ils elles eux cela ça alors lequel laquelle lesquels lesquelles -le -la -les -lui -leur -en -y"},
    {"pa", "ਪਰ ਅਤੇ ਜਾਂ ਫਿਰ ਇਹ ਉਹ ਇਸ ਉਸ ਇਨ੍ਹਾਂ ਉਨ੍ਹਾਂ ਇੰਝ ਇਹੋ ਇਸੇ ਦੋਵੇਂ", "ਉਹ ਉਸ ਉਨ੍ਹਾਂ ਇਨ੍ਹਾਂ ਇਹੋ ਦੋਵਾਂ"},
    {"zh", "但 不过 不過 然而 而 然后 然後 所以 因此 否则 否則 它 他 她 这 這 那 其 两种都 兩種都",
     "它 他们 她们 他們 她們 其中"},
}};

bool stands_in(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

// Calls is_one(word) for each word of `list` until it is true of one.
template <typename IsOne>
bool any_in(std::string_view list, IsOne is_one) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (is_one(list.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

// "c" of "c’est".
std::string_view before_apostrophe(std::string_view word) {
  return word.substr(0, std::min(word.find('\''), word.find("’")));
}

// A language without blanks has no words to compare.
bool leans_by_characters(std::string_view sentence, const LeaningWords& words) {
  return any_in(words.opening, [&](std::string_view each) { return sentence.starts_with(each); }) ||
         any_in(words.anywhere, [&](std::string_view each) { return sentence.find(each) != std::string_view::npos; });
}

}  // namespace

bool leans_on_previous(std::string_view sentence, std::string_view language) {
  constexpr std::string_view bullet = "\u2022";
  const std::string base(base_language(language));
  const auto list = std::find_if(leaning_words.begin(), leaning_words.end(),
                                 [&](const LeaningWords& each) { return each.language == base; });
  if (list == leaning_words.end() || sentence.starts_with(bullet)) return false;
  if (base == "zh") return leans_by_characters(sentence, *list);
  const std::string lower = to_utf8(icu_text(sentence).toLower(icu::Locale(base.c_str())));
  const std::vector<std::string> all = words(lower, language);
  if (all.empty()) return false;
  if (stands_in(list->opening, before_apostrophe(all.front()))) return true;
  return std::any_of(all.begin(), all.end(), [&](const std::string& word) {
    const std::size_t hyphen = word.rfind('-');
    return stands_in(list->anywhere, hyphen == std::string::npos ? word : word.substr(hyphen));
  });
}

}  // namespace anteroom::language
