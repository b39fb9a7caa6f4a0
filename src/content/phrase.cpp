#include "content/phrase.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>

namespace anteroom::content {

namespace {

icu::UnicodeString from_utf8(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())));
}

// Lower case, runs of blanks as one blank, invisible controls (the isolates round a variable's value) left out.
std::u16string folded(std::string_view utf8) {
  icu::UnicodeString text = from_utf8(utf8);
  text.foldCase();
  icu::UnicodeString result;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_isUWhiteSpace(c) != 0) {
      if (!result.endsWith(u" ", 1)) result.append(u' ');
    } else if (u_charType(c) != U_FORMAT_CHAR) {
      result.append(c);
    }
  }
  return {result.getBuffer(), static_cast<std::size_t>(result.length())};
}

bool is_word_character(std::u16string_view text, std::size_t at) {
  return at < text.size() && u_isalnum(text[at]) != 0;
}

bool is_digit(std::u16string_view text, std::size_t at) {
  return at < text.size() && u_isdigit(text[at]) != 0;
}

}  // namespace

Phrases::Phrases(std::string_view utf8) : folded_(folded(utf8)) {}

bool Phrases::contain(std::string_view phrase) const {
  const std::u16string wanted = folded(phrase);
  for (std::size_t at = folded_.find(wanted); at != std::u16string::npos; at = folded_.find(wanted, at + 1)) {
    const bool begins = at == 0 || !is_word_character(folded_, at - 1);
    if (begins && !is_word_character(folded_, at + wanted.size())) return true;
  }
  return false;
}

std::optional<std::string> Phrases::one_in(std::string_view word) const {
  const std::u16string wanted = u"1 " + folded(word) + u" ";
  for (std::size_t at = folded_.find(wanted); at != std::u16string::npos; at = folded_.find(wanted, at + 1)) {
    std::size_t end = at + wanted.size();
    const bool begins =
        at == 0 || (!is_word_character(folded_, at - 1) && folded_[at - 1] != u'.' && folded_[at - 1] != u',');
    if (!begins || !is_digit(folded_, end)) continue;
    while (is_digit(folded_, end)) ++end;
    std::string found;
    icu::UnicodeString(folded_.data() + at, static_cast<std::int32_t>(end - at)).toUTF8String(found);
    return found;
  }
  return std::nullopt;
}

std::vector<std::string> names_in(std::string_view text) {
  constexpr const char* cuts = " ,;/\t\n";
  std::vector<std::string> names;
  std::size_t begin = text.find_first_not_of(cuts);
  while (begin != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(cuts, begin), text.size());
    const icu::UnicodeString word = from_utf8(text.substr(begin, end - begin));
    if (word.countChar32() >= 4 && u_islower(word.char32At(0)) == 0)
      names.emplace_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(cuts, end);
  }
  return names;
}

}  // namespace anteroom::content
