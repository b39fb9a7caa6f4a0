#include "text/words.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

#include "language/characters.h"
#include "language/paragraphs.h"

namespace anteroom::text {

namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;
using Create = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);

// Null where ICU has no data at all.
Iterator iterator_over(const icu::UnicodeString& text, std::string_view language, Create create) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Locale locale =
      icu::Locale::forLanguageTag(icu::StringPiece(language.data(), static_cast<int32_t>(language.size())), error);
  error = U_ZERO_ERROR;
  Iterator iterator(create(locale, error));
  if (U_FAILURE(error)) return nullptr;
  iterator->setText(text);
  return iterator;
}

bool is_invisible(UChar32 character) {
  return u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

// [start, end) of `text` is one hyphen or apostrophe, whatever invisible controls stand around it.
bool joins_words(const icu::UnicodeString& text, int32_t start, int32_t end) {
  constexpr char16_t hyphen = 0x2010;
  constexpr char16_t no_break_hyphen = 0x2011;
  constexpr char16_t apostrophe = 0x2019;
  icu::UnicodeString seen;
  for (int32_t i = start; i < end; i = text.moveIndex32(i, 1)) {
    if (!is_invisible(text.char32At(i))) seen.append(text.char32At(i));
  }
  if (seen.length() != 1) return false;
  const char16_t only = seen.charAt(0);
  return only == u'-' || only == u'\'' || only == hyphen || only == no_break_hyphen || only == apostrophe;
}

int words_of_paragraph(const icu::UnicodeString& text, std::string_view language) {
  const Iterator words = iterator_over(text, language, icu::BreakIterator::createWordInstance);
  if (!words) return 0;
  int count = 0;
  bool after_word = false;  // directly before `start`
  bool after_joint = false;
  int32_t start = words->first();
  for (int32_t end = words->next(); end != icu::BreakIterator::DONE; start = end, end = words->next()) {
    const bool is_word = words->getRuleStatus() >= UBRK_WORD_NONE_LIMIT;
    if (is_word && !after_joint) ++count;
    after_joint = !is_word && after_word && joins_words(text, start, end);
    after_word = is_word;
  }
  return count;
}

// True if [0, end) of `text` ends with `word` as a whole word.
bool ends_with_word(const icu::UnicodeString& text, int32_t end, const icu::UnicodeString& word) {
  const int32_t start = end - word.length();
  if (start < 0 || text.compare(start, word.length(), word) != 0) return false;
  if (start == 0) return true;
  const UChar32 before = text.char32At(text.moveIndex32(start, -1));
  return !u_isalnum(before) && before != u'.';  // the M. of "5 P.M." is no title
}

// The end of [0, end) of `text` without the initial ("A.") that it ends with; `end` itself where there is none.
int32_t without_initial(const icu::UnicodeString& text, int32_t end) {
  const int32_t letter = end - 2;
  if (letter < 0 || text.charAt(end - 1) != u'.' || !u_isupper(text.charAt(letter))) return end;
  if (letter > 0 && !language::is_white(text.charAt(letter - 1))) return end;
  return language::trim_unseen(text, 0, letter);
}

// ICU ends a sentence after the full stop of a title ("Dr.") or of the initials behind it ("Dr. A."): a name follows,
// so its capital proves nothing. The titles are those of content/sentences.cpp, which a test holds against these.
bool ends_before_name(const icu::UnicodeString& sentence) {
  static const std::array<icu::UnicodeString, 13> titles{u"Dr.",  u"Dre.",    u"Dra.",         u"Mr.", u"Mrs.",
                                                         u"Ms.",  u"Prof.",   u"St.",          u"M.",  u"Sr.",
                                                         u"Sra.", u"\u062F.", u"\u0A21\u0A3E."};
  static const std::array<icu::UnicodeString, 2> without_stop{u"Dr", u"Dre"};  // as in French
  const auto ends_with_one_of = [&](const auto& words, int32_t end) {
    return std::any_of(words.begin(), words.end(),
                       [&](const auto& word) { return ends_with_word(sentence, end, word); });
  };
  const int32_t whole = language::trim_unseen(sentence, 0, sentence.length());
  int32_t end = whole;
  for (;;) {
    if (ends_with_one_of(titles, end) || (end < whole && ends_with_one_of(without_stop, end))) return true;
    const int32_t before = without_initial(sentence, end);
    if (before == end) return end == 0 && whole > 0;  // nothing but initials
    end = before;
  }
}

void add_trimmed(std::vector<Sentence>& sentences, const icu::UnicodeString& text, int paragraph, int32_t start,
                 int32_t end) {
  while (start < end && language::is_white(text.char32At(start))) start = text.moveIndex32(start, 1);
  end = language::trim_white(text, start, end);
  if (start < end) sentences.push_back({language::to_utf8(text, start, end), paragraph, start, end});
}

}  // namespace

int word_count(std::string_view utf8, std::string_view language) {
  int count = 0;
  for (const icu::UnicodeString& text : language::paragraphs_of(utf8)) count += words_of_paragraph(text, language);
  return count;
}

int character_count(std::string_view utf8, std::string_view language) {
  int count = 0;
  bool after_white = false;
  for (const icu::UnicodeString& text : language::paragraphs_of(utf8)) {
    const Iterator characters = iterator_over(text, language, icu::BreakIterator::createCharacterInstance);
    if (!characters) return 0;
    int32_t start = characters->first();
    for (int32_t end = characters->next(); end != icu::BreakIterator::DONE; start = end, end = characters->next()) {
      bool invisible = true;
      for (int32_t i = start; i < end; i = text.moveIndex32(i, 1)) invisible &= is_invisible(text.char32At(i));
      if (invisible) continue;
      if (language::is_white(text.char32At(start))) {
        after_white = true;
        continue;
      }
      // White space counts once the next character shows that it stands inside the text.
      count += after_white && count > 0 ? 2 : 1;
      after_white = false;
    }
    after_white = true;  // the line break
  }
  return count;
}

std::vector<Sentence> placed_sentences(std::string_view utf8, std::string_view language) {
  std::vector<Sentence> sentences;
  int paragraph = 0;
  for (const icu::UnicodeString& text : language::paragraphs_of(utf8)) {
    const Iterator ends = iterator_over(text, language, icu::BreakIterator::createSentenceInstance);
    if (!ends) continue;
    int32_t start = ends->first();
    for (int32_t end = ends->next(); end != icu::BreakIterator::DONE; end = ends->next()) {
      if (ends_before_name(text.tempSubStringBetween(start, end))) continue;
      add_trimmed(sentences, text, paragraph, start, end);
      start = end;
    }
    add_trimmed(sentences, text, paragraph, start, text.length());
    ++paragraph;
  }
  return sentences;
}

std::vector<std::string> sentences(std::string_view utf8, std::string_view language) {
  std::vector<std::string> texts;
  for (Sentence& sentence : placed_sentences(utf8, language)) texts.push_back(std::move(sentence.text));
  return texts;
}

const char* between_sentences(std::string_view language) {
  const auto written_in = [&](std::string_view code) { return language.substr(0, language.find('-')) == code; };
  return written_in("zh") || written_in("yue") || written_in("ja") ? "" : " ";
}

}  // namespace anteroom::text
