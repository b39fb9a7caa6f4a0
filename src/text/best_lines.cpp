#include "text/best_lines.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>
#include <utility>

#include "language/words.h"

namespace anteroom::text {

namespace {

// A last line of one word looks less forlorn if it is at least so much of the line's width.
constexpr double least_last_share = 0.25;
// A first or last line of a title that is one word, narrower than so much of the available width, looks left over.
constexpr double least_title_share = 0.3;
// Titles of more lines are not made narrower: there a line in the middle would be left with one word.
constexpr std::size_t most_narrowed = 3;
// How often a line that turns out too wide once it is shaped whole may be replaced, and how often the range in which
// the narrowest width lies is halved.
constexpr int max_attempts = 64, halvings = 12;

// How bad a first or a last line reads. One short word at the start of a title is worse than a longer one at its end.
constexpr int good = 0, one_word = 1, one_short_first = 2, one_short_word = 3;

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
          const double raggedness = best[from].raggedness + slack * slack;
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
    if (from == 0 || spoken_[from] > 1) return good;
    const double least = breaks_ == Breaks::balanced ? least_title_share : least_last_share;
    return seen_em >= least * width_em_ ? one_word : one_short_word;
  }

  const MeasuredWords& measured_;
  const std::vector<Word>& words_;
  double width_em_;
  Breaks breaks_;
  std::vector<int> spoken_;  // per word, how many words a reader sees in a line from there to the end
  std::set<std::pair<std::size_t, std::size_t>> too_wide_;  // lines of more than one word, once shaped whole
};

}  // namespace

std::vector<BrokenLine> best_lines(const MeasuredWords& words, const std::string& language, Breaks breaks) {
  const auto is_wide = [&](const Word& word) { return word.seen_em > words.available_em(); };
  if (std::any_of(words.words().begin(), words.words().end(), is_wide)) return {};
  return LineChooser(words, language, breaks).lines();
}

}  // namespace anteroom::text
