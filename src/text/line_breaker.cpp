#include "text/line_breaker.h"

#include <algorithm>

#include "language/boundaries.h"
#include "language/characters.h"
#include "text/best_lines.h"
#include "text/measured_words.h"

namespace anteroom::text {

namespace {

// Fills one line after the other.
class LineFiller {
 public:
  explicit LineFiller(const MeasuredWords& measured)
      : measured_(measured), text_(measured.text()), available_em_(measured.available_em()), words_(measured.words()) {}

  std::vector<BrokenLine> lines() {
    std::vector<BrokenLine> lines;
    for (std::size_t first = 0; first < words_.size();) {
      const int32_t start = words_[first].start;
      std::size_t last = rough_end(first);
      BrokenLine line;
      for (; last > first; --last) {
        line = measured_.line_from(start, words_[last - 1].end);
        if (line.width_em <= available_em_) break;
      }
      if (last == first) {
        line = cut_word(words_[first]);
        if (line.broken_word) {
          shorten(words_[first], line);
        } else {
          last = first + 1;
        }
      }
      lines.push_back(std::move(line));
      first = last;
    }
    return lines;
  }

 private:
  // One past the last word of the line that begins with `first`, by the words' own advances.
  std::size_t rough_end(std::size_t first) const {
    double used_em = 0;
    std::size_t end = first;
    for (; end < words_.size() && used_em + words_[end].seen_em <= available_em_ + rough_em; ++end) {
      used_em += words_[end].whole_em;
    }
    return end;
  }

  // As many graphemes of `word` as fit, at least one, with the marks beside them unless these alone are too many.
  BrokenLine cut_word(const Word& word) const {
    BrokenLine line = cut_word(word, true);
    return line.width_em > available_em_ ? cut_word(word, false) : line;
  }

  // `keeps_marks`: not before closing punctuation nor behind opening. Tries twice as many graphemes each time, then
  // bisects, so that a text of thousands of letters without a space takes time in proportion to its length.
  BrokenLine cut_word(const Word& word, bool keeps_marks) const {
    icu::BreakIterator* graphemes = language::boundaries(language::Boundary::grapheme, "");
    if (graphemes == nullptr) return measured_.line_from(word.start, word.end);
    graphemes->setText(text_);
    std::vector<int32_t> ends;  // of the graphemes, the last one with what hangs after it
    const int32_t seen = std::max(language::trim_unseen(text_, word.start, word.end), text_.moveIndex32(word.start, 1));
    const auto grow = [&](std::size_t count) {
      while (ends.size() < count && (ends.empty() || ends.back() < word.end)) {
        int32_t at = graphemes->following(ends.empty() ? word.start : ends.back());
        const auto is_whole = [&] {
          if (language::inside_conjunct(text_, at)) return true;
          // Nor before a space, with which the next line would begin: it belongs to a mark behind it.
          return keeps_marks && at < word.end &&
                 (language::is_beside_mark(text_, at) || language::is_white(text_.char32At(at)));
        };
        while (at != icu::BreakIterator::DONE && at < word.end && is_whole()) at = graphemes->next();
        ends.push_back(at == icu::BreakIterator::DONE || at >= seen ? word.end : at);
      }
      return std::min(count, ends.size());
    };
    BrokenLine best = measured_.line_from(word.start, ends[grow(1) - 1]);
    std::size_t fits = 1;
    std::size_t too_many = 0;
    for (std::size_t tried = grow(8); tried > fits; tried = grow(2 * tried)) {
      BrokenLine line = measured_.line_from(word.start, ends[tried - 1]);
      if (line.width_em > available_em_) {
        too_many = tried;
        break;
      }
      best = std::move(line);
      fits = tried;
    }
    while (fits + 1 < too_many) {
      const std::size_t middle = (fits + too_many) / 2;
      BrokenLine line = measured_.line_from(word.start, ends[middle - 1]);
      if (line.width_em <= available_em_) {
        best = std::move(line);
        fits = middle;
      } else {
        too_many = middle;
      }
    }
    best.broken_word = best.end < word.end;
    return best;
  }

  // Leaves the rest of `word` after `line`, measured again only if it may fit: otherwise a long word would be measured
  // once per line.
  void shorten(Word& word, const BrokenLine& line) const {
    word.start = line.end;
    word.seen_em -= line.width_em;
    word.whole_em -= line.width_em;
    if (word.seen_em < 2 * available_em_) word = measured_.measured(word.start, word.end);
  }

  const MeasuredWords& measured_;
  const icu::UnicodeString& text_;
  double available_em_;
  std::vector<Word> words_;
};

}  // namespace

std::vector<BrokenLine> break_lines(const ParagraphRuns& paragraph, const std::string& language, double available_em,
                                    Breaks breaks) {
  if (paragraph.text().isEmpty()) return {BrokenLine{}};
  const MeasuredWords words(paragraph, language, available_em, breaks);
  if (breaks != Breaks::plain) {
    std::vector<BrokenLine> best = best_lines(words, language, breaks);
    if (!best.empty()) return best;
  }
  return LineFiller(words).lines();
}

}  // namespace anteroom::text
