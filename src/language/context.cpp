#include "language/context.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <vector>

#include "language/boundaries.h"
#include "language/function_words.h"
#include "language/icu_text.h"
#include "language/words.h"

namespace anteroom::language {

namespace {

// True if nobody sees or hears [begin, end) of `text`, or sees only a blank on one line.
bool is_blank(const icu::UnicodeString& text, std::int32_t begin, std::int32_t end) {
  for (std::int32_t i = begin; i < end; i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (c == u'\n' || (u_isUWhiteSpace(c) == 0 && u_charType(c) != U_FORMAT_CHAR)) return false;
  }
  return true;
}

struct Word {
  std::int32_t begin, end;
  bool says_something;
};

// The words of the part of a sentence that [begin, end) stands in, up to the next marks, the nearest first.
struct Neighbours {
  std::vector<Word> before, after;
};

Neighbours neighbours_of(const icu::UnicodeString& text, const std::string& language, std::int32_t begin,
                         std::int32_t end) {
  Neighbours found;
  icu::BreakIterator* ends = boundaries(Boundary::word, language);
  if (ends == nullptr) return found;
  ends->setText(text);
  std::vector<Word> all;
  std::vector<std::int32_t> marks;
  std::int32_t from = ends->first();
  for (std::int32_t to = ends->next(); to != icu::BreakIterator::DONE; from = to, to = ends->next()) {
    if (ends->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) {
      all.push_back({from, to, false});
    } else if (!is_blank(text, from, to)) {
      marks.push_back(from);
    }
  }
  const auto first_mark = std::upper_bound(marks.begin(), marks.end(), end - 1);
  const std::int32_t to = first_mark == marks.end() ? text.length() : *first_mark;
  const auto next_mark = std::lower_bound(marks.begin(), marks.end(), begin);
  const std::int32_t since = next_mark == marks.begin() ? 0 : *std::prev(next_mark) + 1;
  for (Word& word : all) {
    word.says_something = !is_function_word(to_utf8(text, word.begin, word.end), language);
    if (word.begin >= since && word.end <= begin) found.before.insert(found.before.begin(), word);
    if (word.begin >= end && word.end <= to) found.after.push_back(word);
  }
  return found;
}

// How many of the words on each side of a place are taken with it.
struct Taken {
  std::size_t before, after;
};

bool say_something(const std::vector<Word>& words, std::size_t count) {
  return std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count),
                     [](const Word& word) { return word.says_something; });
}

// One word on each side, then one more in turn until one of them is a content word. Nothing if none is.
std::optional<Taken> taken_of(const Neighbours& words) {
  Taken taken{std::min<std::size_t>(1, words.before.size()), std::min<std::size_t>(1, words.after.size())};
  for (bool is_after_next = true;
       !say_something(words.before, taken.before) && !say_something(words.after, taken.after);
       is_after_next = !is_after_next) {
    const bool has_after = taken.after < words.after.size();
    const bool has_before = taken.before < words.before.size();
    if (!has_after && !has_before) return std::nullopt;
    if (has_after && (is_after_next || !has_before)) {
      ++taken.after;
    } else {
      ++taken.before;
    }
  }
  return taken;
}

}  // namespace

bool has_content_word(std::string_view utf8, const std::string& language) {
  const std::vector<std::string> all = words(utf8, language);
  return std::any_of(all.begin(), all.end(),
                     [&language](const std::string& word) { return !is_function_word(word, language); });
}

std::optional<std::pair<std::int32_t, std::int32_t>> context_of(const icu::UnicodeString& text,
                                                                const std::string& language, std::int32_t begin,
                                                                std::int32_t end) {
  const Neighbours words = neighbours_of(text, language, begin, end);
  auto taken = taken_of(words);
  if (!taken) return std::nullopt;
  while (taken->after > 0 && !words.after[taken->after - 1].says_something) --taken->after;
  return std::pair{taken->before > 0 ? words.before[taken->before - 1].begin : begin,
                   taken->after > 0 ? words.after[taken->after - 1].end : end};
}

}  // namespace anteroom::language
