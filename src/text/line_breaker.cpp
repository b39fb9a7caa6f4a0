#include "text/line_breaker.h"

#include <algorithm>
#include <iterator>

#include "language/boundaries.h"
#include "language/characters.h"
#include "language/language_tag.h"
#include "language/whole_numbers.h"

namespace anteroom::text {

namespace {

constexpr double rounding_em = 1e-9;
// How far the sum of the words' advances may differ from the whole line's, because of kerning with the spaces.
constexpr double rough_em = 0.1;

// The text between two positions where a line may end.
struct Word {
  int32_t start = 0, end = 0;
  double seen_em = 0;   // without trailing white space, with the hyphen that a soft hyphen shows
  double whole_em = 0;  // with the white space, without that hyphen
};

// French puts a space inside its guillemets, and authors often type an ordinary one; UAX 14 would break there.
bool inside_guillemets(const icu::UnicodeString& text, int32_t at) {
  constexpr char16_t opening = 0x00AB;
  constexpr char16_t closing = 0x00BB;
  if (at >= text.length() || !language::is_white(text.char32At(text.moveIndex32(at, -1)))) return false;
  const int32_t seen = language::trim_white(text, 0, at);
  return text.charAt(at) == closing || (seen > 0 && text.charAt(seen - 1) == opening);
}

std::vector<int32_t> break_places(const icu::UnicodeString& text, const std::string& language) {
  const bool french = language::base_language(language) == "fr";
  std::vector<int32_t> places;
  if (icu::BreakIterator* lines = language::boundaries(language::Boundary::line, language)) {
    lines->setText(text);
    lines->first();
    for (int32_t at = lines->next(); at != icu::BreakIterator::DONE; at = lines->next()) {
      if (!french || !inside_guillemets(text, at)) places.push_back(at);
    }
  }
  if (places.empty() || places.back() != text.length()) places.push_back(text.length());
  return places;
}

// True if a line break at `place` would cut one of `numbers` in two.
bool cuts(const std::vector<language::WholeNumber>& numbers, int32_t place) {
  const auto behind =
      std::upper_bound(numbers.begin(), numbers.end(), place,
                       [](int32_t at, const language::WholeNumber& number) { return at <= number.start; });
  return behind != numbers.begin() && place < std::prev(behind)->end;
}

class LineFiller {
 public:
  LineFiller(const ParagraphRuns& paragraph, const std::string& language, double available_em)
      : paragraph_(paragraph), text_(paragraph.text()), available_em_(available_em + rounding_em) {
    const std::vector<language::WholeNumber> numbers = language::whole_numbers(text_);
    std::vector<Word> parts;  // of a word that contains a number
    int32_t start = 0;
    for (const int32_t end : break_places(text_, language)) {
      const int32_t part_start = parts.empty() ? start : parts.back().end;
      if (cuts(numbers, end)) {
        parts.push_back(measured(part_start, end));
        continue;
      }
      Word word = measured(start, end);
      if (!parts.empty() && word.seen_em > available_em_) {  // no line has room for the whole number
        parts.push_back(measured(part_start, end));
        words_.insert(words_.end(), parts.begin(), parts.end());
      } else {
        words_.push_back(word);
      }
      parts.clear();
      start = end;
    }
  }

  std::vector<BrokenLine> lines() {
    std::vector<BrokenLine> lines;
    for (std::size_t first = 0; first < words_.size();) {
      const int32_t start = words_[first].start;
      std::size_t last = rough_end(first);
      BrokenLine line;
      for (; last > first; --last) {
        line = line_from(start, words_[last - 1].end);
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
  bool shows_hyphen(int32_t start, int32_t end) const {
    const int32_t seen = language::trim_white(text_, start, end);
    return end < text_.length() && seen > start && text_.charAt(seen - 1) == language::soft_hyphen;
  }

  Word measured(int32_t start, int32_t end) const {
    Word word{start, end, 0, 0};
    const int32_t seen = language::trim_unseen(text_, start, end);
    word.seen_em = paragraph_.rough_advance(start, seen);
    word.whole_em = word.seen_em + paragraph_.rough_advance(seen, end);
    if (shows_hyphen(start, end)) word.seen_em = line_from(start, end).width_em;
    return word;
  }

  BrokenLine line_from(int32_t start, int32_t end) const {
    BrokenLine line{start, end, {}, 0, false};
    line.pieces = paragraph_.pieces(start, language::trim_unseen(text_, start, end), shows_hyphen(start, end));
    for (const Piece& piece : line.pieces) line.width_em += piece.advance_em;
    return line;
  }

  // One past the last word of the line that begins with `first`, by the words' own advances.
  std::size_t rough_end(std::size_t first) const {
    double used_em = 0;
    std::size_t end = first;
    for (; end < words_.size() && used_em + words_[end].seen_em <= available_em_ + rough_em; ++end) {
      used_em += words_[end].whole_em;
    }
    return end;
  }

  // As many graphemes of `word` as fit, at least one. Tries twice as many each time, then bisects, so that a text of
  // thousands of letters without a space takes time in proportion to its length.
  BrokenLine cut_word(const Word& word) const {
    icu::BreakIterator* graphemes = language::boundaries(language::Boundary::grapheme, "");
    if (graphemes == nullptr) return line_from(word.start, word.end);
    graphemes->setText(text_);
    std::vector<int32_t> ends;  // of the graphemes, the last one with what hangs after it
    const int32_t seen = std::max(language::trim_unseen(text_, word.start, word.end), text_.moveIndex32(word.start, 1));
    const auto grow = [&](std::size_t count) {
      while (ends.size() < count && (ends.empty() || ends.back() < word.end)) {
        int32_t at = graphemes->following(ends.empty() ? word.start : ends.back());
        while (at != icu::BreakIterator::DONE && language::inside_conjunct(text_, at)) at = graphemes->next();
        ends.push_back(at == icu::BreakIterator::DONE || at >= seen ? word.end : at);
      }
      return std::min(count, ends.size());
    };
    BrokenLine best = line_from(word.start, ends[grow(1) - 1]);
    std::size_t fits = 1;
    std::size_t too_many = 0;
    for (std::size_t tried = grow(8); tried > fits; tried = grow(2 * tried)) {
      BrokenLine line = line_from(word.start, ends[tried - 1]);
      if (line.width_em > available_em_) {
        too_many = tried;
        break;
      }
      best = std::move(line);
      fits = tried;
    }
    while (fits + 1 < too_many) {
      const std::size_t middle = (fits + too_many) / 2;
      BrokenLine line = line_from(word.start, ends[middle - 1]);
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
    if (word.seen_em < 2 * available_em_) word = measured(word.start, word.end);
  }

  const ParagraphRuns& paragraph_;
  const icu::UnicodeString& text_;
  double available_em_;
  std::vector<Word> words_;
};

}  // namespace

std::vector<BrokenLine> break_lines(const ParagraphRuns& paragraph, const std::string& language, double available_em) {
  if (paragraph.text().isEmpty()) return {BrokenLine{}};
  return LineFiller(paragraph, language, available_em).lines();
}

}  // namespace anteroom::text
