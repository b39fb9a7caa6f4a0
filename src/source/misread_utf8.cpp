#include "source/misread_utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <optional>

namespace anteroom::source {

namespace {

struct Character {
  UChar32 code = 0;
  std::size_t offset = 0, size = 0;  // in bytes
};
using Characters = std::vector<Character>;

Characters characters_of(std::string_view utf8) {
  Characters characters;
  characters.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    UChar32 code = 0;
    U8_NEXT(utf8.data(), at, utf8.size(), code);
    characters.push_back({code, begin, at - begin});
  }
  return characters;
}

// What Windows-1252 has instead of the controls 0x80 to 0x9F; 0 where it has nothing and programs keep the control.
constexpr std::array<char16_t, 32> windows_1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// The byte that was read as `character`, or 0.
unsigned char byte_of(UChar32 character) {
  if (character >= 0x80 && character <= 0xFF) return static_cast<unsigned char>(character);
  const auto* const found = std::find(windows_1252.begin(), windows_1252.end(), character);
  return character == 0 || found == windows_1252.end()
             ? 0
             : static_cast<unsigned char>(0x80 + (found - windows_1252.begin()));
}

// Characters that may be one letter, misread.
struct Sequence {
  std::size_t begin = 0, end = 0;  // in characters
  UChar32 original = 0;
  std::string bytes;
};

// The sequence that begins with the character `at`, if one does.
std::optional<Sequence> sequence_at(const Characters& text, std::size_t at) {
  const UChar32 lead = text[at].code;
  if (lead < 0xC2 || lead > 0xF4) return std::nullopt;
  const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (at + size > text.size()) return std::nullopt;
  Sequence sequence{at, at + size, 0, {}};
  for (std::size_t i = at; i < sequence.end; ++i) {
    const unsigned char byte = byte_of(text[i].code);
    if (i > at && (byte & 0xC0U) != 0x80) return std::nullopt;
    sequence.bytes += static_cast<char>(byte);
  }
  std::size_t offset = 0;
  U8_NEXT(sequence.bytes.data(), offset, sequence.bytes.size(), sequence.original);
  if (sequence.original < 0 || offset != sequence.bytes.size()) return std::nullopt;
  return sequence;
}

bool is_in(UChar32 character, UChar32 first, UChar32 last) {
  return character >= first && character <= last;
}

// Letters and marks of European languages, punctuation and signs: a single one is proof enough. `before`: the character
// before the sequence that stands for it.
bool stands_alone(UChar32 original, UChar32 before) {
  const bool latin = is_in(original, 0xA0, 0x17F) || is_in(original, 0x218, 0x21B) || is_in(original, 0x1E00, 0x1EFF);
  const bool vietnamese = is_in(original, 0x1A0, 0x1A1) || is_in(original, 0x1AF, 0x1B0);
  const bool rare = is_in(original, 0x180, 0x2AF) && u_islower(before);  // no capital follows a small letter
  const bool accent = is_in(original, 0x300, 0x328);
  const bool sign = is_in(original, 0x2000, 0x27BF) || is_in(original, 0x3000, 0x303F) ||
                    is_in(original, 0xFB00, 0xFB06) || is_in(original, 0xFF00, 0xFFFD) || original == 0xFEFF ||
                    is_in(original, 0x1F000, 0x1FAFF);
  return u_isdefined(original) && (latin || vietnamese || rare || accent || sign);
}

// Letters of other scripts: they occur in words.
bool stands_in_words(UChar32 original) {
  const auto mask = U_GET_GC_MASK(original);
  return original >= 0x370 && (mask & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

UScriptCode script_of(UChar32 character) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(character, &status);
}

bool is_one_of(UChar32 character, std::u16string_view characters) {
  return character <= 0xFFFF && characters.find(static_cast<char16_t>(character)) != std::u16string_view::npos;
}

// What may come directly after a word in real text.
bool may_follow_word(UChar32 character) {
  return is_one_of(character, u"…‘’“”‹›«»–—•·™®±\u00A0");
}

// The marks that `closing` closes in one language or another; empty if it closes nothing.
std::u16string_view openings_of(UChar32 closing) {
  switch (closing) {
    case u'”':
      return u"“„”";
    case u'“':
      return u"„";
    case u'‘':
      return u"‚";
    case u'»':
      return u"«»";
    case u'«':
      return u"»";
    case u'›':
      return u"‹›";
    case u'‹':
      return u"›";
    default:
      return {};
  }
}

// The characters of a sequence and those next to it; 0: none.
struct Surroundings {
  UChar32 before = 0, first = 0, second = 0, last = 0, after = 0;
  bool is_open = true;  // what the second closes, if it closes anything, was opened before
};

Surroundings surroundings(const Characters& text, const Sequence& sequence) {
  const auto begin = static_cast<std::ptrdiff_t>(sequence.begin);
  Surroundings at{begin == 0 ? 0 : text[sequence.begin - 1].code, text[sequence.begin].code,
                  text[sequence.begin + 1].code, text[sequence.end - 1].code,
                  sequence.end == text.size() ? 0 : text[sequence.end].code};
  const std::u16string_view openings = openings_of(at.second);
  at.is_open = openings.empty() || std::any_of(text.begin(), text.begin() + begin,
                                               [&](const Character& c) { return is_one_of(c.code, openings); });
  return at;
}

// True if a sequence of two may be real text: a capital letter and a mark after it.
bool may_be_capital_and_mark(const Surroundings& at, UChar32 original) {
  if (!may_follow_word(at.second) || u_islower(at.before) || !at.is_open) return false;
  const bool in_capitals = u_isupper(at.before);
  if (u_isalpha(at.after)) {  // real where the mark joins two words
    const bool joins = is_one_of(at.second, in_capitals ? u"–—…’\u00A0" : u"–—…\u00A0");
    if (!in_capitals) return joins && at.first > 0xC3;
    return joins && !(at.second != 0xA0 && u_isupper(original) && u_isupper(at.after));
  }
  if (is_one_of(at.before, u"«‹“„‘‚")) return true;                              // the letter in quotation marks
  if (at.first == 0xC2) return in_capitals && is_one_of(at.second, u"»\u00A0");  // few words end in Â, none is "Â"
  if (at.first == 0xC3 && at.second == u'™') return false;
  return in_capitals || at.first > 0xC3 || at.second != 0xA0;  // no word is "Ã"
}

// True if a sequence of three may be real text: a letter and two marks, as in “hâlâ…” or «está»—dijo.
bool may_be_letter_and_marks(const Surroundings& at) {
  constexpr std::u16string_view closing = u"…’”»›–—\u00A0";
  return is_one_of(at.second, closing) && is_one_of(at.last, closing) && at.is_open &&
         (is_one_of(at.last, u"–—") || !u_isalpha(at.after));
}

// True if the characters of `sequence` may be real text.
bool may_be_real(const Characters& text, const Sequence& sequence) {
  const Surroundings at = surroundings(text, sequence);
  const std::size_t size = sequence.end - sequence.begin;
  return size == 2 ? may_be_capital_and_mark(at, sequence.original) : size == 3 && may_be_letter_and_marks(at);
}

// True if no real text has the characters of `sequence` next to each other: "å¥½", "Ùˆ".
bool is_impossible(const Characters& text, const Sequence& sequence) {
  for (std::size_t i = sequence.begin; i < sequence.end; ++i) {
    if (text[i].code < 0xA0) return true;  // a control
  }
  const Surroundings at = surroundings(text, sequence);
  if (sequence.end - sequence.begin == 2) return at.first != u'×' && is_one_of(at.second, u"ˆ˜¨§¤¬¯´¦¥ƒ");
  const auto may_stand = [](UChar32 character) { return u_isalpha(character) != 0 || may_follow_word(character); };
  if (!may_stand(at.second) || !may_stand(at.last)) return true;
  return u_isalpha(at.last) && !u_isalpha(at.second) && !is_one_of(at.second, u"–—…\u00A0");
}

// True if `sequences`, which follow one another, are certainly not real text.
bool are_misread(const Characters& text, const std::vector<Sequence>& sequences) {
  int in_a_row = 0;
  UScriptCode script = USCRIPT_COMMON;
  for (const Sequence& each : sequences) {
    if (stands_alone(each.original, each.begin == 0 ? 0 : text[each.begin - 1].code)) {
      if (!may_be_real(text, each)) return true;
      in_a_row = 0;
    } else if (stands_in_words(each.original)) {
      const UScriptCode own = script_of(each.original);
      in_a_row = own == script || own == USCRIPT_INHERITED ? in_a_row + 1 : 1;
      script = own == USCRIPT_INHERITED ? script : own;
      if (in_a_row == 2 || is_impossible(text, each)) return true;
    } else {
      in_a_row = 0;
    }
  }
  return false;
}

// What `bytes` were before they were misread, perhaps more than once.
std::string original_of(std::string bytes) {
  constexpr int max_times = 3;
  for (int times = 1; times < max_times; ++times) {
    const Characters text = characters_of(bytes);
    std::string again;
    for (std::size_t at = 0; at < text.size();) {
      const auto sequence = sequence_at(text, at);
      if (!sequence) return bytes;
      again += sequence->bytes;
      at = sequence->end;
    }
    bytes = std::move(again);
  }
  return bytes;
}

// What is left, at `at`, of "â€”" without its third character, or of "Ã" and "Â" whose no-break space has become a
// space.
std::optional<Sequence> remnant_at(const Characters& text, std::size_t at) {
  const auto code = [&text](std::size_t i) { return i < text.size() ? text[i].code : 0; };
  const UChar32 before = at == 0 ? 0 : code(at - 1);
  const UChar32 after = code(at + 1);
  if (code(at) == 0xE2 && after == 0x20AC) return Sequence{at, at + 2, 0, "”"};
  if (after != ' ' && after != 0) return std::nullopt;
  const std::size_t behind_space = at + (after == ' ' ? 2 : 1);
  const bool behind_word = u_islower(before) || u_isdigit(before);
  const bool is_alone = (before == ' ' || before == 0) && after == ' ';
  if (code(at) == 0xC2 && behind_word) return Sequence{at, behind_space, 0, "\u00A0"};
  if (code(at) != 0xC3 || !(behind_word || is_alone)) return std::nullopt;
  return Sequence{at, code(behind_space) == ' ' ? behind_space : at + 1, 0, "à"};
}

// Characters that may be misread ones.
struct Candidate {
  std::size_t begin = 0, end = 0;  // in characters
  bool sure = false;
  std::string original;
};

// The candidate that begins at `at`, if one does.
std::optional<Candidate> candidate_at(const Characters& text, std::size_t at) {
  std::vector<Sequence> sequences;
  Candidate candidate{at, at, false, {}};
  for (auto next = sequence_at(text, at); next;) {
    candidate.original += next->bytes;
    candidate.end = next->end;
    sequences.push_back(std::move(*next));
    next = candidate.end < text.size() ? sequence_at(text, candidate.end) : std::nullopt;
  }
  candidate.sure = are_misread(text, sequences);
  if (!candidate.sure) {
    if (const auto remnant = remnant_at(text, at)) return Candidate{at, remnant->end, true, remnant->bytes};
    if (sequences.empty()) return std::nullopt;
  }
  candidate.original = original_of(std::move(candidate.original));
  return candidate;
}

}  // namespace

std::vector<Misread> misread_utf8(std::string_view utf8) {
  // A misread letter begins with one of U+00C2 to U+00F4, whose first byte is 0xC3.
  if (utf8.find('\xC3') == std::string_view::npos) return {};
  const Characters text = characters_of(utf8);
  std::vector<Candidate> candidates;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at].code < 0xC2 || text[at].code > 0xF4) {
      ++at;
      continue;
    }
    auto candidate = candidate_at(text, at);
    at = candidate ? candidate->end : at + 1;
    if (candidate) candidates.push_back(std::move(*candidate));
  }
  // If one is certain, the others are no coincidence.
  const auto is_sure = [](const Candidate& each) { return each.sure; };
  if (std::none_of(candidates.begin(), candidates.end(), is_sure)) return {};
  std::vector<Misread> found;
  for (Candidate& each : candidates) {
    const std::size_t offset = text[each.begin].offset;
    const Character& last = text[each.end - 1];
    if (each.original == "\uFFFD") each.original.clear();
    found.push_back({offset, last.offset + last.size - offset, std::move(each.original)});
  }
  return found;
}

}  // namespace anteroom::source
