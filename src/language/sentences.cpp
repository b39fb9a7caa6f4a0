#include "language/sentences.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "language/boundaries.h"

namespace anteroom::language {

namespace {

icu::UnicodeString without_isolates(std::string_view utf8) {
  const icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())));
  icu::UnicodeString result;
  for (std::int32_t i = 0; i < text.length(); ++i) {
    if (text.charAt(i) < 0x2066 || text.charAt(i) > 0x2069) result.append(text.charAt(i));
  }
  return result;
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

// Drops the initial at the end: "Dr. A." becomes "Dr.". False where there is none.
bool drop_initial(icu::UnicodeString& text) {
  if (text.length() <= 3 || text.charAt(text.length() - 1) != u'.' || u_isupper(text.charAt(text.length() - 2)) == 0 ||
      text.charAt(text.length() - 3) != u' ') {
    return false;
  }
  text.truncate(text.length() - 3);
  text.trim();
  return true;
}

// ICU ends a sentence after a title's full stop: a name follows, so its capital proves nothing. The titles are those of
// text/words.cpp, which a test holds against these.
bool ends_with_title(icu::UnicodeString text) {
  static const std::array<icu::UnicodeString, 13> titles{u"Dr.",  u"Dre.",    u"Dra.",         u"Mr.", u"Mrs.",
                                                         u"Ms.",  u"Prof.",   u"St.",          u"M.",  u"Sr.",
                                                         u"Sra.", u"\u062F.", u"\u0A21\u0A3E."};
  const auto is_end = [&text](const icu::UnicodeString& title) {
    if (!text.endsWith(title)) return false;
    const std::int32_t begin = text.length() - title.length();
    if (begin == 0) return true;
    const UChar32 before = text.char32At(text.moveIndex32(begin, -1));
    return u_isalnum(before) == 0 && before != u'.';  // the M. of "5 P.M." is no title
  };
  text.trim();
  do {
    if (std::any_of(titles.begin(), titles.end(), is_end)) return true;
  } while (drop_initial(text));
  return false;
}

void add_sentence(icu::UnicodeString text, std::vector<std::string>& found) {
  text.trim();
  if (text.startsWith(u"\u2022", 1)) text.remove(0, 1).trim();
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    if (u_isalnum(text.char32At(i)) == 0) continue;
    found.push_back(to_utf8(text));
    return;
  }
}

// Adds `text`, cut after every "；".
void add_clauses(const icu::UnicodeString& text, std::vector<std::string>& found) {
  std::int32_t begin = 0;
  for (std::int32_t at = text.indexOf(u'\uFF1B'); at >= 0; at = text.indexOf(u'\uFF1B', begin)) {
    add_sentence(text.tempSubStringBetween(begin, at + 1), found);
    begin = at + 1;
  }
  add_sentence(text.tempSubString(begin), found);
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view language) {
  return std::find(list.begin(), list.end(), base_language(language)) != list.end();
}

}  // namespace

std::vector<std::string> sentences(std::string_view utf8, std::string_view language) {
  std::vector<std::string> found;
  icu::BreakIterator* ends = boundaries_for(language).sentences.get();
  if (ends == nullptr) return found;
  const icu::UnicodeString text = without_isolates(utf8);
  ends->setText(text);
  const bool cuts_at_semicolon = counts_characters(language);
  icu::UnicodeString sentence;
  std::int32_t begin = ends->first();
  for (std::int32_t end = ends->next(); end != icu::BreakIterator::DONE; begin = end, end = ends->next()) {
    while (end < text.length() && text.charAt(end) == u'\u00BB') ++end;  // "« Vraiment? »": the blank deceives ICU
    sentence.append(text, begin, end - begin);
    const bool ends_line = end == text.length() || text.charAt(end - 1) == u'\n';
    if (!ends_line && ends_with_title(sentence)) continue;
    if (cuts_at_semicolon) {
      add_clauses(sentence, found);
    } else {
      add_sentence(sentence, found);
    }
    sentence.remove();
  }
  return found;
}

std::vector<std::string> words(std::string_view utf8, std::string_view language) {
  std::vector<std::string> found;
  icu::BreakIterator* ends = boundaries_for(language).words.get();
  if (ends == nullptr) return found;
  const icu::UnicodeString text = without_isolates(utf8);
  ends->setText(text);
  std::int32_t joined_at = -1;  // where a word would go on the one before it
  std::int32_t begin = ends->first();
  for (std::int32_t end = ends->next(); end != icu::BreakIterator::DONE; begin = end, end = ends->next()) {
    if (ends->getRuleStatus() >= UBRK_WORD_NUMBER) {
      const std::string word = to_utf8(text.tempSubStringBetween(begin, end));
      if (begin != joined_at) {
        found.push_back(word);
      } else {
        found.back() += to_utf8(text.tempSubString(begin - 1, 1)) + word;
      }
      joined_at = end < text.length() && joins_words(text.charAt(end)) ? end + 1 : -1;
    } else if (end != joined_at) {
      joined_at = -1;
    }
  }
  return found;
}

int longest_sentence(std::string_view utf8, std::string_view language) {
  std::size_t longest = 0;
  for (const std::string& sentence : sentences(utf8, language)) {
    longest = std::max(longest, words(sentence, language).size());
  }
  return static_cast<int>(longest);
}

std::string_view base_language(std::string_view language) {
  return language.substr(0, language.find('-'));
}

bool counts_characters(std::string_view language) {
  constexpr std::array<std::string_view, 3> all = {"zh", "yue", "ja"};
  return is_one_of(all, language);
}

bool writes_without_blanks(std::string_view language) {
  constexpr std::array<std::string_view, 7> all = {"zh", "yue", "ja", "th", "lo", "km", "my"};
  return is_one_of(all, language);
}

}  // namespace anteroom::language
