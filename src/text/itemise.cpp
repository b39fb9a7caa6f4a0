#include "text/itemise.h"

#include <unicode/uchar.h>
#include <unicode/uloc.h>

#include <array>
#include <memory>

#include "language/characters.h"
#include "language/whole_numbers.h"

namespace anteroom::text {

namespace {

// What neutral characters inherit from the text before them at their own level, so that a bracket after a quoted
// foreign word is drawn like its partner before that word.
struct Context {
  UScriptCode script = USCRIPT_COMMON;
  FaceId face = no_face;
};
using Contexts = std::array<Context, UBIDI_MAX_EXPLICIT_LEVEL + 2>;

// An opening bracket or quotation mark: its closing partner inherits its script and face, whatever is between them, and
// so does the text after it (UAX 24, 5.2).
struct Opening {
  UChar32 closing = 0;
  UBiDiLevel level = 0;
  Context context;
};

constexpr std::size_t max_open = 63;  // as in rule BD16 of UAX 9: bounds the search

// The character that closes `character`, or 0 if it opens nothing.
UChar32 closing_of(UChar32 character) {
  if (u_getIntPropertyValue(character, UCHAR_BIDI_PAIRED_BRACKET_TYPE) == U_BPT_OPEN) {
    return u_getBidiPairedBracket(character);
  }
  if (character == 0x2018 || character == 0x201C) return character + 1;
  return character == 0x00AB ? 0x00BB : 0;
}

// The index in `open` of the partner of the closing `character` at `level`; open.size() if there is none.
std::size_t partner_of(UChar32 character, UBiDiLevel level, const std::vector<Opening>& open) {
  for (std::size_t i = open.size(); i-- > 0;) {
    if (open[i].closing == character && open[i].level == level) return i;
  }
  return open.size();
}

bool is_real(UScriptCode script) {
  return script != USCRIPT_COMMON && script != USCRIPT_INHERITED && script != USCRIPT_UNKNOWN &&
         script != USCRIPT_INVALID_CODE;
}

UScriptCode script_of(UChar32 character) {
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(character, &error);
  return U_SUCCESS(error) ? script : USCRIPT_COMMON;
}

UScriptCode script_of_language(const std::string& language) {
  UErrorCode error = U_ZERO_ERROR;
  std::array<char, ULOC_FULLNAME_CAPACITY> full{};
  uloc_addLikelySubtags(language.c_str(), full.data(), static_cast<int32_t>(full.size()), &error);
  std::array<UScriptCode, 8> codes{};
  const int32_t count = uscript_getCode(full.data(), codes.data(), static_cast<int32_t>(codes.size()), &error);
  // Japanese and Korean are written in several scripts; a character without one may go with any of them.
  return U_SUCCESS(error) && count > 0 ? codes[0] : USCRIPT_LATIN;
}

bool has_right_to_left(const icu::UnicodeString& text) {
  constexpr char16_t first_hebrew = 0x0590;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    if (text.charAt(i) < first_hebrew) continue;
    const UCharDirection direction = u_charDirection(text.char32At(i));
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC || direction == U_ARABIC_NUMBER)
      return true;
  }
  return false;
}

std::vector<UBiDiLevel> levels_as_written(const icu::UnicodeString& text, bool right_to_left) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), &ubidi_close);
  ubidi_setPara(bidi.get(), text.getBuffer(), text.length(), right_to_left ? UBIDI_RTL : UBIDI_LTR, nullptr, &error);
  const UBiDiLevel* levels = ubidi_getLevels(bidi.get(), &error);
  if (U_FAILURE(error) || levels == nullptr) {
    return std::vector<UBiDiLevel>(static_cast<std::size_t>(text.length()), right_to_left ? 1 : 0);
  }
  return {levels, levels + text.length()};
}

// The levels of `text`, each telephone number or date treated as if it were in an isolate and in Latin letters (UAX 9,
// HL3): an isolate alone would leave its groups of Arabic-Indic digits in right-to-left order.
std::vector<UBiDiLevel> bidi_levels(const icu::UnicodeString& text, bool right_to_left) {
  constexpr char16_t begin_isolate = 0x2066;
  constexpr char16_t end_isolate = 0x2069;
  if (!right_to_left && !has_right_to_left(text)) return levels_as_written(text, right_to_left);
  const std::vector<language::WholeNumber> numbers = language::whole_numbers(text);
  icu::UnicodeString marked;
  int32_t done = 0;
  for (const language::WholeNumber& number : numbers) {
    marked.append(text, done, number.start - done).append(begin_isolate);
    for (int32_t i = number.start; i < number.end; ++i) marked.append(u'a');
    marked.append(end_isolate);
    done = number.end;
  }
  marked.append(text, done, text.length() - done);
  std::vector<UBiDiLevel> levels = levels_as_written(marked, right_to_left);
  // Drops the levels of the isolates again, at both ends of each number.
  for (const language::WholeNumber& number : numbers) {
    levels.erase(levels.begin() + number.start);
    levels.erase(levels.begin() + number.end);
  }
  return levels;
}

// The neutral characters before the first letter of a level belong to that letter's script.
Contexts first_contexts(const icu::UnicodeString& text, const std::vector<UBiDiLevel>& levels,
                        const std::string& language) {
  Contexts contexts;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    Context& context = contexts[levels[static_cast<std::size_t>(i)]];
    if (is_real(context.script)) continue;
    const UScriptCode script = script_of(text.char32At(i));
    if (is_real(script)) context.script = script;
  }
  const UScriptCode otherwise = script_of_language(language);
  for (Context& context : contexts) {
    if (!is_real(context.script)) context.script = otherwise;
  }
  return contexts;
}

}  // namespace

std::vector<Item> itemise(const icu::UnicodeString& text, const Style& style, Fonts& fonts) {
  const std::vector<UBiDiLevel> levels = bidi_levels(text, is_right_to_left(style.language));
  Contexts contexts = first_contexts(text, levels, style.language);
  std::vector<Item> items;
  std::vector<Opening> open;
  for (int32_t i = 0; i < text.length();) {
    const UChar32 character = text.char32At(i);
    const int32_t next = text.moveIndex32(i, 1);
    const UBiDiLevel level = levels[static_cast<std::size_t>(i)];
    Context& context = contexts[level];
    const UScriptCode script = script_of(character);
    if (is_real(script)) context.script = script;
    const std::size_t partner = partner_of(character, level, open);
    if (partner < open.size()) {
      context = open[partner].context;
      open.resize(partner);
    }
    // A joiner or a variation selector must stay with the letter that it modifies, whatever fonts have it.
    const bool follows = u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
    if (!follows || context.face == no_face) {
      const char32_t asked = follows ? U' ' : static_cast<char32_t>(character);
      context.face = fonts.face_for(asked, style.language, style.weight, context.face);
    }
    const UChar32 closing = closing_of(character);
    if (closing != 0 && open.size() < max_open) open.push_back({closing, level, context});
    if (!items.empty() && items.back().level == level && items.back().script == context.script &&
        items.back().face == context.face) {
      items.back().end = next;
    } else {
      items.push_back({i, next, level, context.script, context.face});
    }
    i = next;
  }
  return items;
}

}  // namespace anteroom::text
