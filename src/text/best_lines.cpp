#include "text/best_lines.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>
#include <utility>

#include "language/characters.h"
#include "language/language_tag.h"
#include "language/words.h"

namespace anteroom::text {

namespace {

// A last line looks less forlorn if it is at least so much of the line's width.
constexpr double least_last_share = 0.25;
// A first or last line of a title that is one word, narrower than so much of the available width, looks left over.
constexpr double least_title_share = 0.3;
// Titles of more lines are not made narrower: there a line in the middle would be left with one word.
constexpr std::size_t most_narrowed = 3;
// How often a line that turns out too wide once it is shaped whole may be replaced, and how often the range in which
// the narrowest width lies is halved.
constexpr int max_attempts = 64, halvings = 12;

// How bad a first or a last line reads. One short word at the start of a title is worse than a longer one at its end.
constexpr int good = 0, few_short_words = 1, one_word = 2, one_short_first = 4, one_short_word = 6;

// What a line's end costs that parts what is read together, as the square of the share of the line that is left empty:
// behind the first word of a sentence, before the last one of a sentence, and, in a text without blanks, elsewhere than
// behind a mark.
constexpr double behind_first_word = 0.08, before_last_word = 0.03, without_mark = 0.05;

// One way to break all words into lines.
struct Choice {
  std::size_t lines = std::numeric_limits<std::size_t>::max();
  int ends_badly = std::numeric_limits<int>::max();  // how its first and its last line read; more is worse
  double raggedness = 0;
  std::vector<std::size_t> ends;  // per line, one past its last word
  auto rank() const { return std::tuple(lines, ends_badly, raggedness); }
};

class LineChooser {
 public:
  LineChooser(const MeasuredWords& measured, const std::string& language, Breaks breaks)
      : measured_(measured), words_(measured.words()), width_em_(measured.available_em()), breaks_(breaks) {
    const std::vector<bool> starts = language::word_starts(measured.text(), language);
    std::ptrdiff_t behind = 0;
    spoken_.resize(words_.size());
    for (std::size_t i = words_.size(); i-- > 0;) {
      behind += std::count(starts.begin() + words_[i].start, starts.begin() + words_[i].end, true);
      const bool goes_on = !starts[static_cast<std::size_t>(words_[i].start)] &&
                           u_isalnum(measured.text().char32At(words_[i].start)) != 0;
      spoken_[i] = static_cast<int>(behind) + (goes_on ? 1 : 0);
    }
    if (breaks == Breaks::pretty) weigh_ends(language::writes_without_blanks(language));
  }

  // Empty if every choice that was tried has a line that is too wide.
  std::vector<BrokenLine> lines() {
    for (int attempt = 0; attempt < max_attempts; ++attempt) {
      const Choice choice = breaks_ == Breaks::balanced ? narrowest() : best_within(width_em_);
      std::vector<BrokenLine> lines;
      lines.reserve(choice.ends.size());
      bool fits = true;
      std::size_t from = 0;
      for (const std::size_t end : choice.ends) {
        lines.push_back(measured_.line_from(words_[from].start, words_[end - 1].end));
        if (lines.back().width_em > width_em_ && end > from + 1) {
          too_wide_.emplace(from, end);
          fits = false;
        }
        from = end;
      }
      if (fits) return lines;
    }
    return {};
  }

 private:
  // The last character of a word that is neither white, undrawn nor closing, such as a quotation mark.
  UChar32 last_mark(const Word& word) const {
    const icu::UnicodeString& text = measured_.text();
    int32_t end = language::trim_unseen(text, word.start, word.end);
    while (end > word.start) {
      end = text.moveIndex32(end, -1);
      const UChar32 c = text.char32At(end);
      const auto type = u_charType(c);
      if (type != U_END_PUNCTUATION && type != U_FINAL_PUNCTUATION && !language::is_undrawn(c)) return c;
    }
    return 0;
  }

  void weigh_ends(bool by_marks) {
    std::vector<bool> ends_sentence(words_.size());
    for (std::size_t i = 0; i < words_.size(); ++i)
      ends_sentence[i] = u_hasBinaryProperty(last_mark(words_[i]), UCHAR_S_TERM) != 0;
    end_costs_.resize(words_.size() + 1);
    for (std::size_t end = 1; end < words_.size(); ++end) {
      double& cost = end_costs_[end];
      if (by_marks) {
        if (u_ispunct(last_mark(words_[end - 1])) == 0) cost += without_mark;
        continue;
      }
      if (ends_sentence[end - 1]) continue;
      if (end > 1 && ends_sentence[end - 2]) cost += behind_first_word;
      if (ends_sentence[end]) cost += before_last_word;
    }
  }

  double end_cost(std::size_t end) const { return end_costs_.empty() ? 0 : end_costs_[end]; }

  // Of all ways with the least lines, none wider than `limit_em`, the one that reads best.
  Choice best_within(double limit_em) const {
    struct Prefix {
      std::size_t lines = std::numeric_limits<std::size_t>::max();
      int begins_badly = good;
      double raggedness = 0;
      std::size_t from = 0;
    };
    const std::size_t count = words_.size();
    std::vector<Prefix> best(count);  // of all words before one of them, in whole lines
    best[0] = {0, good, 0, 0};
    Choice choice;
    std::size_t last_from = 0;
    const double limit = limit_em < width_em_ ? limit_em : width_em_ + rough_em;
    for (std::size_t from = 0; from < count; ++from) {
      double used_em = 0;
      for (std::size_t end = from + 1; end <= count && used_em <= limit; ++end) {
        const double seen_em = used_em + words_[end - 1].seen_em;
        used_em += words_[end - 1].whole_em;
        if (end > from + 1 && (seen_em > limit || is_too_wide(from, end, seen_em))) continue;
        const double slack = std::max(0.0, 1 - seen_em / limit_em);
        const std::size_t lines = best[from].lines + 1;
        const int begins_badly = from == 0 ? first_line(end, seen_em) : best[from].begins_badly;
        if (end < count) {
          const double raggedness = best[from].raggedness + slack * slack + end_cost(end);
          if (std::tie(lines, begins_badly, raggedness) <
              std::tie(best[end].lines, best[end].begins_badly, best[end].raggedness))
            best[end] = {lines, begins_badly, raggedness, from};
          continue;
        }
        // The rest of the last line is empty anyway, unless all lines are to be alike.
        const double raggedness = best[from].raggedness + (breaks_ == Breaks::balanced ? slack * slack : 0);
        const int ends_badly = begins_badly + last_line(from, seen_em);
        if (std::tuple(lines, ends_badly, raggedness) < choice.rank()) {
          choice = {lines, ends_badly, raggedness, {}};
          last_from = from;
        }
      }
    }
    choice.ends.push_back(count);
    for (std::size_t from = last_from; from > 0; from = best[from].from) choice.ends.push_back(from);
    std::reverse(choice.ends.begin(), choice.ends.end());
    return choice;
  }

  // The same within the least width that needs no more lines and leaves no worse first or last one.
  Choice narrowest() const {
    Choice choice = best_within(width_em_);
    if (choice.lines == 1 || choice.lines > most_narrowed) return choice;
    double too_narrow = 0;
    for (const Word& word : words_) too_narrow = std::max(too_narrow, word.seen_em);
    double wide_enough = width_em_;
    for (int i = 0; i < halvings; ++i) {
      const double tried = (too_narrow + wide_enough) / 2;
      Choice narrower = best_within(tried);
      if (narrower.lines > choice.lines || narrower.ends_badly > choice.ends_badly) {
        too_narrow = tried;
      } else {
        wide_enough = tried;
        choice = std::move(narrower);
      }
    }
    return choice;
  }

  bool is_too_wide(std::size_t from, std::size_t end, double seen_em) const {
    return seen_em > width_em_ - rough_em && too_wide_.contains({from, end});
  }

  // Of titles: they are so short that their first line is seen as a shape. Words from 0 to `end` are that line.
  int first_line(std::size_t end, double seen_em) const {
    if (breaks_ != Breaks::balanced || end >= words_.size() || spoken_[0] - spoken_[end] > 1) return good;
    return seen_em < least_title_share * width_em_ ? one_short_first : good;
  }

  int last_line(std::size_t from, double seen_em) const {
    if (from == 0) return good;
    const double least = breaks_ == Breaks::balanced ? least_title_share : least_last_share;
    const bool is_short = seen_em < least * width_em_;
    if (spoken_[from] > 1) return is_short && breaks_ == Breaks::pretty ? few_short_words : good;
    return is_short ? one_short_word : one_word;
  }

  const MeasuredWords& measured_;
  const std::vector<Word>& words_;
  double width_em_;
  Breaks breaks_;
  std::vector<int> spoken_;        // per word, how many words a reader sees in a line from there to the end
  std::vector<double> end_costs_;  // per number of words: of a line's end behind them; empty: none costs anything
  std::set<std::pair<std::size_t, std::size_t>> too_wide_;  // lines of more than one word, once shaped whole
};

}  // namespace

std::vector<BrokenLine> best_lines(const MeasuredWords& words, const std::string& language, Breaks breaks) {
  const auto is_wide = [&](const Word& word) { return word.seen_em > words.available_em(); };
  if (std::any_of(words.words().begin(), words.words().end(), is_wide)) return {};
  return LineChooser(words, language, breaks).lines();
}

}  // namespace anteroom::text
