#include "language/phrase.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "language/context.h"
#include "language/icu_text.h"
#include "language/language_tag.h"

namespace anteroom::language {

namespace {

// The languages whose writers often leave out accents, which rarely tell two words apart.
bool leaves_out_accents(std::string_view language) {
  constexpr std::array<std::string_view, 7> all = {"es", "pt", "fr", "it", "ca", "gl", "en"};
  return std::find(all.begin(), all.end(), base_language(language)) != all.end();
}

bool is_accent(UChar32 c) {
  return c >= 0x300 && c <= 0x36F;
}

// Marks that Arabic is mostly written without: vowels, hamza as a mark, and the stroke that lengthens a word.
bool is_arabic_mark(UChar32 c) {
  return (c >= 0x64B && c <= 0x65F) || c == 0x670 || c == 0x640;
}

// Appends `piece`, a letter with its marks as NFKC writes it, in the form in which phrases are compared.
void append_folded(const icu::UnicodeString& piece, bool without_accents, icu::UnicodeString& result) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* taken_apart = icu::Normalizer2::getNFDInstance(error);
  icu::UnicodeString letters = icu::UnicodeString(piece).foldCase();
  const bool is_arabic = u_getIntPropertyValue(letters.char32At(0), UCHAR_SCRIPT) == USCRIPT_ARABIC;
  const bool drops = without_accents || is_arabic || letters.indexOf(u'\u0307') >= 0;
  if (drops && U_SUCCESS(error)) letters = taken_apart->normalize(letters, error);
  for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 c = letters.char32At(i);
    if (u_isUWhiteSpace(c) != 0) {
      if (!result.endsWith(u" ", 1)) result.append(u' ');
    } else if (c == u'\u0131' || (c == u'\u0307' && result.endsWith(u"i", 1))) {
      // The Turkish I, with a dot and without: "EN İYİ", "en iyi" and "EN IYI" are the same words.
      if (c == u'\u0131') result.append(u'i');
    } else if (u_charType(c) != U_FORMAT_CHAR && !(without_accents && is_accent(c)) && !is_arabic_mark(c)) {
      result.append(c);
    }
  }
}

// `utf8` in the form in which phrases are compared: full-width and other forms of a letter as the plain one (NFKC), in
// lower case, without what writers of `language` leave out, runs of white space as one space, invisible controls (the
// isolates round a variable's value) removed. `before`: for each unit of the result, the number of characters of the
// text before it.
std::u16string folded(std::string_view utf8, bool without_accents, std::vector<std::size_t>* before = nullptr) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKCInstance(error);
  const icu::UnicodeString text = icu_text(utf8);
  icu::UnicodeString result;
  std::size_t characters = 0;
  for (std::int32_t i = 0; i < text.length();) {
    const std::int32_t begin = i;
    const std::size_t characters_before = characters;
    do {
      i = text.moveIndex32(i, 1);
      ++characters;
    } while (i < text.length() && U_SUCCESS(error) && form->hasBoundaryBefore(text.char32At(i)) == 0);
    icu::UnicodeString piece = text.tempSubStringBetween(begin, i);
    // Not "™" as "TM", nor "²" as "2": they would continue the word.
    constexpr std::uint32_t signs = U_GC_SO_MASK | U_GC_NO_MASK;
    const bool is_sign = (U_GET_GC_MASK(piece.char32At(0)) & signs) != 0;
    if (!is_sign && U_SUCCESS(error)) piece = form->normalize(piece, error);
    if (!piece.isEmpty()) append_folded(piece, without_accents, result);
    if (before != nullptr) before->resize(static_cast<std::size_t>(result.length()), characters_before);
  }
  return {result.getBuffer(), static_cast<std::size_t>(result.length())};
}

// Words that Arabic writes as one with the word that follows: and, so, with, as, for, the.
bool is_arabic_prefix(std::u16string_view text) {
  constexpr std::u16string_view conjunctions = u"\u0648\u0641", prepositions = u"\u0628\u0643\u0644\u0633";
  if (!text.empty() && conjunctions.find(text.front()) != std::u16string_view::npos) text.remove_prefix(1);
  if (!text.empty() && prepositions.find(text.front()) != std::u16string_view::npos) text.remove_prefix(1);
  return text.empty() || text == u"\u0627\u0644" || text == u"\u0644";
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
  // "1.000" or "1,000": three digits and no fourth after a mark
  while (is_part_of_number(text, at) && is_digit(text, at + 1) && is_digit(text, at + 2) && is_digit(text, at + 3) &&
         !is_digit(text, at + 4)) {
    at += 4;
  }
  return at;
}

// True if a number in `text` is 100 or 1000, which others are easily compared with.
bool is_out_of_hundreds(std::u16string_view text) {
  std::string digits;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (is_digit(text, at)) {
      digits += static_cast<char>('0' + u_charDigitValue(text[at]));
    } else if (at == text.size() || !is_part_of_number(text, at)) {
      if (digits == "100" || digits == "1000") return true;
      digits.clear();
    }
  }
  return false;
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

Phrases::Phrases(std::string_view utf8, std::string_view language)
    : text_(utf8),
      language_(language),
      whole_words_(!writes_without_blanks(language)),
      without_accents_(leaves_out_accents(language)) {
  folded_ = folded(utf8, without_accents_, &before_);
}

bool Phrases::begins_word(std::size_t at) const {
  if (!whole_words_ || at == 0 || !is_word_character(folded_, at - 1)) return true;
  constexpr std::size_t longest_prefix = 4;
  std::size_t begin = at;
  while (begin > 0 && at - begin <= longest_prefix && is_word_character(folded_, begin - 1)) --begin;
  return is_arabic_prefix(std::u16string_view(folded_).substr(begin, at - begin));
}

bool Phrases::ends_word(std::size_t at) const {
  return !whole_words_ || !is_word_character(folded_, at);
}

std::optional<std::size_t> Phrases::find(std::u16string_view wanted, std::size_t from) const {
  if (wanted.empty()) return std::nullopt;
  for (std::size_t at = folded_.find(wanted, from); at != std::u16string::npos; at = folded_.find(wanted, at + 1)) {
    if (begins_word(at) && ends_word(at + wanted.size())) return at;
  }
  return std::nullopt;
}

bool Phrases::contain(std::string_view phrase) const {
  return find(folded(phrase, without_accents_), 0).has_value();
}

// True if [begin, end) is within an occurrence of `around`.
bool Phrases::is_within(const std::u16string& around, std::size_t begin, std::size_t end) const {
  for (auto at = find(around, 0); at && *at <= begin; at = find(around, *at + 1)) {
    if (*at + around.size() >= end) return true;
  }
  return false;
}

// The first occurrence of `phrase` that is not a part of one of `allowed`. `allowing`, unless it is null, gets the
// indices of those that have one inside them, wherever in the text.
std::optional<Phrases::Place> Phrases::place_outside(std::string_view phrase, const std::vector<std::string>& allowed,
                                                     std::set<std::size_t>* allowing) const {
  std::optional<Place> first;
  const std::u16string wanted = folded(phrase, without_accents_);
  for (auto at = find(wanted, 0); at; at = find(wanted, *at + 1)) {
    bool is_allowed = false;
    for (std::size_t i = 0; i < allowed.size(); ++i) {
      if (!is_within(folded(allowed[i], without_accents_), *at, *at + wanted.size())) continue;
      is_allowed = true;
      if (allowing != nullptr) allowing->insert(i);
    }
    if (!is_allowed && !first) first = {*at, *at + wanted.size()};
  }
  return first;
}

Phrases::Found Phrases::find_outside(std::string_view phrase, const std::vector<std::string>& allowed) const {
  Found found;
  if (const auto place = place_outside(phrase, allowed, &found.allowing))
    found.characters_before = before_[place->begin];
  return found;
}

// `place` in `text`, the whole text, in UTF-16 units.
std::pair<std::int32_t, std::int32_t> Phrases::units_of(const Place& place, const icu::UnicodeString& text) const {
  const auto unit_of = [&](std::size_t at) {
    if (at >= before_.size()) return text.length();
    return text.moveIndex32(0, static_cast<std::int32_t>(before_[at]));
  };
  return {unit_of(place.begin), unit_of(place.end)};
}

std::string Phrases::with_context(std::string_view phrase, const std::vector<std::string>& allowed) const {
  const auto place = place_outside(phrase, allowed, nullptr);
  if (!place) return {};
  const icu::UnicodeString text = icu_text(text_);
  const auto [begin, end] = units_of(*place, text);
  const auto around = context_of(text, language_, begin, end);
  return around ? to_utf8(without_isolates(text.tempSubStringBetween(around->first, around->second))) : "";
}

bool Phrases::have_context(std::string_view phrase) const {
  auto place = place_outside(phrase, {}, nullptr);
  if (!place) return false;
  // What Arabic writes as one with the word belongs to it.
  while (whole_words_ && place->begin > 0 && is_word_character(folded_, place->begin - 1)) --place->begin;
  const icu::UnicodeString text = icu_text(text_);
  const auto [begin, end] = units_of(*place, text);
  return has_content_word(to_utf8(text.tempSubString(0, begin)), language_) ||
         has_content_word(to_utf8(text.tempSubString(end)), language_);
}

std::optional<std::size_t> Phrases::characters_before(std::string_view phrase) const {
  return find_outside(phrase, {}).characters_before;
}

std::optional<std::string> Phrases::one_in(std::string_view pattern) const {
  if (pattern.empty()) return std::nullopt;
  const std::vector<Piece> pieces = pieces_of(folded(pattern, without_accents_));
  for (std::size_t at = 0; at < folded_.size(); ++at) {
    if (!begins_word(at) || (at > 0 && is_part_of_number(folded_, at - 1))) continue;
    const std::optional<std::size_t> end = end_of_all(pieces, folded_, at);
    if (!end || is_out_of_hundreds(std::u16string_view(folded_).substr(at, *end - at))) continue;
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
