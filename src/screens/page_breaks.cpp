#include "screens/page_breaks.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <set>
#include <string_view>
#include <utility>

#include "language/sentences.h"
#include "screens/body_block.h"

namespace anteroom::screens {

namespace {

// The cost of one more screenful and of each kind of cut; the empty part of a screenful costs up to 1. To keep a list
// with its opening words is worth one more screenful, to keep a paragraph whole is not.
constexpr double screenful = 2, inside_paragraph = 1.5, after_colon = 4;
// That of a screenful of one line, which looks like a leftover: more than that of a cut elsewhere.
constexpr double lone_line = 1.75;

// A piece of text that is not cut, what joins it to the one before, and the cost of a cut between the two.
struct Piece {
  std::string text;
  const char* joint;
  double cut;
};

double body_height(const View& view, const std::string& body, const text::Style& style, double width_mm) {
  return Body(view, body, style, width_mm).height();
}

// One sentence, cut between lines into as few parts as fit.
std::vector<std::string> split_lines(const View& view, const std::string& sentence, const text::Style& style,
                                     double width_mm, double height_mm) {
  const double width = is_listed(sentence) ? width_mm - list_indent_mm(style) : width_mm;
  const text::Layout layout = lay_out_body(view, sentence, style, width);
  if (layout.height_mm <= height_mm) return {sentence};
  const double line = layout.height_mm / static_cast<double>(layout.lines.size());
  const auto most = static_cast<std::size_t>(std::max(1.0, height_mm / line));
  // As many lines in each part as in the others, so that the last one is not a leftover.
  const std::size_t count = (layout.lines.size() + most - 1) / most;
  const std::size_t max = (layout.lines.size() + count - 1) / count;
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    if (i % max == 0) parts.emplace_back();
    if (!parts.back().empty()) parts.back() += language::between_sentences(view.language);
    parts.back() += layout.lines[i].text;
  }
  return parts;
}

bool opens_a_list(const std::string& text) {
  constexpr std::string_view wide_colon = "：";
  return text.ends_with(':') || text.ends_with(wide_colon);
}

std::vector<Piece> pieces_of(const View& view, const std::string& body, const text::Style& style, double width_mm,
                             double height_mm) {
  std::vector<Piece> pieces;
  for (std::size_t from = 0; from <= body.size();) {
    const std::size_t end = std::min(body.find('\n', from), body.size());
    const bool listed = !pieces.empty() && opens_a_list(pieces.back().text);
    const char* joint = pieces.empty() ? "" : "\n";
    double cut = listed ? after_colon : 0;
    for (const std::string& sentence : language::cut_at_sentences(body.substr(from, end - from), view.language)) {
      for (std::string& part : split_lines(view, sentence, style, width_mm, height_mm)) {
        pieces.push_back({std::move(part), joint, cut});
        joint = language::between_sentences(view.language);
        cut = inside_paragraph;
      }
    }
    from = end + 1;
  }
  return pieces;
}

// The best way to show all pieces before one of them: its cost, and where its last screenful begins.
struct Best {
  double cost = std::numeric_limits<double>::infinity();
  std::size_t from = 0;
  std::string last;
};

}  // namespace

std::vector<std::string> split_body(const View& view, const std::string& body, double width_mm, double height_mm,
                                    double times) {
  text::Style style = type_scale(view).body;
  style.size_mm *= times;
  if (body_height(view, body, style, width_mm) <= height_mm) return {body};
  const std::vector<Piece> pieces = pieces_of(view, body, style, width_mm, height_mm);
  if (pieces.empty()) return {body};
  std::vector<Best> best(pieces.size() + 1);
  best[0].cost = 0;
  for (std::size_t from = 0; from < pieces.size(); ++from) {
    std::string part;
    for (std::size_t to = from + 1; to <= pieces.size(); ++to) {
      part += to == from + 1 ? pieces[to - 1].text : pieces[to - 1].joint + pieces[to - 1].text;
      const double height = body_height(view, part, style, width_mm);
      if (height > height_mm && to > from + 1) break;
      const double empty = std::max(0.0, 1 - height / height_mm);
      const bool is_lone = height < 1.5 * style.leading * style.size_mm;
      const double cost =
          best[from].cost + screenful + (from > 0 ? pieces[from].cut : 0) + empty * empty + (is_lone ? lone_line : 0);
      if (cost < best[to].cost) best[to] = {cost, from, part};
    }
  }
  std::vector<std::string> parts;
  for (std::size_t to = pieces.size(); to > 0; to = best[to].from) parts.push_back(best[to].last);
  std::reverse(parts.begin(), parts.end());
  return parts;
}

std::size_t broken_sentences(const View& view, const std::string& body, const std::vector<std::string>& parts) {
  // Cuts lose and add white space only.
  const auto letters = [](const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c != ' ' && c != '\n'; }));
  };
  std::set<std::size_t> ends;
  std::size_t read = 0;
  for (const std::string& sentence : language::cut_at_sentences(body, view.language)) {
    ends.insert(read += letters(sentence));
  }
  std::size_t broken = 0;
  read = 0;
  for (const std::string& part : parts) broken += ends.contains(read += letters(part)) ? 0 : 1;
  return broken;
}

}  // namespace anteroom::screens
