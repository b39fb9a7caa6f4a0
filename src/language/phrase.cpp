#include "language/phrase.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include <utility>

#include "language/icu_text.h"
#include "language/language_tag.h"

namespace anteroom::language {

namespace {

icu::UnicodeString composed(const icu::UnicodeString& text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(error);
  icu::UnicodeString result;
  if (U_SUCCESS(error)) form->normalize(text, result, error);
  return U_SUCCESS(error) ? result : text;
}

// `utf8` composed (NFC), in lower case, runs of white space as one space, invisible controls (the isolates round a
// variable's value) removed. `before`: for each unit of the result, the number of characters before it in the composed
// text.
std::u16string folded(std::string_view utf8, std::vector<std::size_t>* before = nullptr) {
  const icu::UnicodeString text = composed(icu_text(utf8));
  icu::UnicodeString result;
  std::size_t characters = 0;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1), ++characters) {
    const UChar32 c = text.char32At(i);
    if (u_isUWhiteSpace(c) != 0) {
      if (!result.endsWith(u" ", 1)) result.append(u' ');
    } else if (u_charType(c) != U_FORMAT_CHAR) {
      result.append(icu::UnicodeString(c).foldCase());
    }
    if (before != nullptr) before->resize(static_cast<std::size_t>(result.length()), characters);
  }
  return {result.getBuffer(), static_cast<std::size_t>(result.length())};
}

// Marks count too: an Indic vowel sign continues the word.
bool is_word_character(std::u16string_view text, std::size_t at) {
  return at < text.size() && (u_isalnum(text[at]) != 0 || (U_GET_GC_MASK(text[at]) & U_GC_M_MASK) != 0);
}

bool is_digit(std::u16string_view text, std::size_t at) {
  return at < text.size() && u_isdigit(text[at]) != 0;
}

bool is_part_of_number(std::u16string_view text, std::size_t at) {
  constexpr std::u16string_view marks = u".,\u066B\u066C";
  return is_digit(text, at) || (at < text.size() && marks.find(text[at]) != std::u16string_view::npos);
}

// One piece of a pattern: a number, or the words between.
struct Piece {
  enum class Is { one, many, words } is;
  std::u16string words = {};
};

std::vector<Piece> pieces_of(std::u16string pattern) {
  if (pattern.find(u"{n}") == std::u16string::npos) pattern = u"{n} " + pattern + u" {m}";
  std::vector<Piece> pieces;
  std::u16string words;
  const auto end_words = [&] {
    if (!words.empty()) pieces.push_back({Piece::Is::words, std::exchange(words, {})});
  };
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const std::u16string_view rest = std::u16string_view(pattern).substr(i);
    if (!rest.starts_with(u"{n}") && !rest.starts_with(u"{m}")) {
      words += pattern[i];
      continue;
    }
    end_words();
    pieces.push_back({rest[1] == u'n' ? Piece::Is::one : Piece::Is::many});
    i += 2;
  }
  end_words();
  return pieces;
}

// The end of `piece` if it begins at `at`; otherwise nothing.
std::optional<std::size_t> end_of(const Piece& piece, std::u16string_view text, std::size_t at) {
  if (piece.is == Piece::Is::words) {
    if (!text.substr(at).starts_with(piece.words)) return std::nullopt;
    return at + piece.words.size();
  }
  if (!is_digit(text, at)) return std::nullopt;
  if (piece.is == Piece::Is::one) {
    if (u_charDigitValue(text[at]) != 1 || is_digit(text, at + 1)) return std::nullopt;
    return at + 1;
  }
  while (is_digit(text, at)) ++at;
  return at;
}

std::optional<std::size_t> end_of_all(const std::vector<Piece>& pieces, std::u16string_view text, std::size_t at) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    std::optional<std::size_t> end = end_of(pieces[i], text, at);
    if (!end && i > 0 && at < text.size() && text[at] == u' ') end = end_of(pieces[i], text, at + 1);
    if (!end) return std::nullopt;
    at = *end;
  }
  return at;
}

}  // namespace

Phrases::Phrases(std::string_view utf8, std::string_view language) : whole_words_(!writes_without_blanks(language)) {
  folded_ = folded(utf8, &before_);
  const icu::UnicodeString text = icu_text(utf8);
  if (composed(text) != text) before_.clear();
}

bool Phrases::begins_word(std::size_t at) const {
  return !whole_words_ || at == 0 || !is_word_character(folded_, at - 1);
}

bool Phrases::ends_word(std::size_t at) const {
  return !whole_words_ || !is_word_character(folded_, at);
}

std::optional<std::size_t> Phrases::find(std::string_view phrase) const {
  const std::u16string wanted = folded(phrase);
  if (wanted.empty()) return std::nullopt;
  for (std::size_t at = folded_.find(wanted); at != std::u16string::npos; at = folded_.find(wanted, at + 1)) {
    if (begins_word(at) && ends_word(at + wanted.size())) return at;
  }
  return std::nullopt;
}

bool Phrases::contain(std::string_view phrase) const {
  return find(phrase).has_value();
}

std::optional<std::size_t> Phrases::characters_before(std::string_view phrase) const {
  const std::optional<std::size_t> at = find(phrase);
  if (!at || *at >= before_.size()) return std::nullopt;
  return before_[*at];
}

std::optional<std::string> Phrases::one_in(std::string_view pattern) const {
  if (pattern.empty()) return std::nullopt;
  const std::vector<Piece> pieces = pieces_of(folded(pattern));
  for (std::size_t at = 0; at < folded_.size(); ++at) {
    if (!begins_word(at) || (at > 0 && is_part_of_number(folded_, at - 1))) continue;
    const std::optional<std::size_t> end = end_of_all(pieces, folded_, at);
    if (!end) continue;
    return to_utf8(icu::UnicodeString(folded_.data() + at, static_cast<std::int32_t>(*end - at)));
  }
  return std::nullopt;
}

std::vector<std::string> names_in(std::string_view text) {
  constexpr const char* cuts = " ,;/\t\n";
  std::vector<std::string> names;
  std::size_t begin = text.find_first_not_of(cuts);
  while (begin != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(cuts, begin), text.size());
    const icu::UnicodeString word = icu_text(text.substr(begin, end - begin));
    if (word.countChar32() >= 4 && u_islower(word.char32At(0)) == 0)
      names.emplace_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(cuts, end);
  }
  return names;
}

}  // namespace anteroom::language
