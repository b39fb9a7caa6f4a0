#include "screens/page_breaks.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <set>
#include <string_view>
#include <utility>

#include "language/back_reference.h"
#include "language/sentences.h"
#include "screens/body_block.h"
#include "screens/continuation.h"

namespace anteroom::screens {

namespace {

// The cost of one more screenful and of each kind of cut. To keep a list with its opening words, or a sentence with the
// one that it leans on, is worth any number of screenfuls; to keep a paragraph whole is worth none.
constexpr double screenful = 4, inside_paragraph = 1, after_colon = 60;
constexpr double before_leaning = 60, before_leaning_paragraph = 40, before_answer = 25;
// That of a screenful of one line or of two, which looks like a leftover: more than that of a cut inside a paragraph.
constexpr double lone_line = 5, two_lines_only = 2.5;
// That of a full screenful. It grows with the square of the height, so that of all ways to cut a text into so many
// pieces the one with pieces of equal height costs least.
constexpr double full = 3;

// A part of a text that is not cut, what joins it to the one before, and the cost of a cut between the two.
struct Unit {
  std::string text;
  const char* joint;
  double cut;
};

double body_height(const View& view, const std::string& body, const text::Style& style, double width_mm, Piece piece) {
  return Body(view, body, style, width_mm, piece).height();
}

// One sentence, cut between lines into as few parts as fit.
std::vector<std::string> split_lines(const View& view, const std::string& sentence, const text::Style& style,
                                     double width_mm, double height_mm) {
  const double width = is_listed(sentence) ? width_mm - list_indent_mm(style) : width_mm;
  if (body_height(view, sentence, style, width_mm, Piece::goes_on) <= height_mm) return {sentence};
  const text::Layout layout = lay_out_body(view, sentence, style, width - sign_room_mm(style));
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

bool asks(const std::string& text) {
  constexpr std::array<std::string_view, 3> marks{"?", "？", "؟"};
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.ends_with(mark); });
}

// The cost of a cut between a sentence and the one before it, as far as that is in what they say.
double cut_before(const View& view, const std::string& before, const std::string& sentence) {
  if (language::leans_on_previous(sentence, view.language)) return before_leaning;
  // A question and what is said to it. Questions of a list stand for themselves.
  return asks(before) && !is_listed(before) && !is_listed(sentence) ? before_answer : 0;
}

// `first_mm`: the room of the first of them.
std::vector<Unit> pieces_of(const View& view, const std::string& body, const text::Style& style, double width_mm,
                            double first_mm, double height_mm) {
  std::vector<Unit> pieces;
  for (std::size_t from = 0; from <= body.size();) {
    const std::size_t end = std::min(body.find('\n', from), body.size());
    const bool listed = !pieces.empty() && opens_a_list(pieces.back().text);
    const char* joint = pieces.empty() ? "" : "\n";
    double cut = listed ? after_colon : 0;
    for (const std::string& sentence : language::cut_at_sentences(body.substr(from, end - from), view.language)) {
      if (!pieces.empty()) {
        const double leaning = cut_before(view, pieces.back().text, sentence);
        const bool is_paragraph = joint[0] == '\n';
        cut = std::max(cut, is_paragraph ? std::min(leaning, before_leaning_paragraph) : leaning);
      }
      const double room = pieces.empty() ? first_mm : height_mm;
      for (std::string& part : split_lines(view, sentence, style, width_mm, room)) {
        pieces.push_back({std::move(part), joint, cut});
        joint = language::between_sentences(view.language);
        cut = inside_paragraph;
      }
    }
    from = end + 1;
  }
  return pieces;
}

double crumb_cost(const Body& part) {
  if (part.is_lone()) return lone_line;
  return part.lines() < least_lines ? two_lines_only : 0;
}

// The best way to show all pieces before one of them: its cost, and where its last screenful begins.
struct Best {
  double cost = std::numeric_limits<double>::infinity();
  std::size_t from = 0;
  std::string last;
};

}  // namespace

std::vector<std::string> split_body(const View& view, const std::string& body, double width_mm, double height_mm,
                                    double times, std::optional<double> next_mm) {
  text::Style style = type_scale(view).body;
  style.size_mm *= times;
  if (body_height(view, body, style, width_mm, Piece::whole) <= height_mm) return {body};
  const std::vector<Unit> pieces = pieces_of(view, body, style, width_mm, height_mm, next_mm.value_or(height_mm));
  if (pieces.empty()) return {body};
  std::vector<Best> best(pieces.size() + 1);
  best[0].cost = 0;
  for (std::size_t from = 0; from < pieces.size(); ++from) {
    const double room = from == 0 ? height_mm : next_mm.value_or(height_mm);
    std::string part;
    for (std::size_t to = from + 1; to <= pieces.size(); ++to) {
      part += to == from + 1 ? pieces[to - 1].text : pieces[to - 1].joint + pieces[to - 1].text;
      const Body body_of_part(view, part, style, width_mm, to < pieces.size() ? Piece::goes_on : Piece::last);
      const double wished = body_of_part.height(), height = wished > room ? body_of_part.least_height() : wished;
      // With the last piece the room for the sign is not needed.
      if (height > room + style.leading * style.size_mm && to > from + 1) break;
      if (height > room && to > from + 1) continue;
      const double filled = std::min(1.0, height / room);
      const double cost = best[from].cost + screenful + (from > 0 ? pieces[from].cut : 0) + full * filled * filled +
                          crumb_cost(body_of_part);
      if (cost < best[to].cost) best[to] = {cost, from, part};
    }
  }
  std::vector<std::string> parts;
  for (std::size_t to = pieces.size(); to > 0; to = best[to].from) parts.push_back(best[to].last);
  std::reverse(parts.begin(), parts.end());
  return parts;
}

std::vector<std::size_t> first_paragraphs(const std::string& body, const std::vector<std::string>& parts) {
  std::vector<std::size_t> paragraphs;
  std::size_t at = 0, paragraph = 0;
  const auto is_white = [](char c) { return c == ' ' || c == '\n'; };
  for (const std::string& part : parts) {
    for (; at < body.size() && is_white(body[at]); ++at) paragraph += body[at] == '\n' ? 1 : 0;
    paragraphs.push_back(paragraph);
    auto letters = std::count_if(part.begin(), part.end(), [&](char c) { return !is_white(c); });
    for (; at < body.size() && letters > 0; ++at) {
      letters -= is_white(body[at]) ? 0 : 1;
      paragraph += body[at] == '\n' ? 1 : 0;
    }
  }
  return paragraphs;
}

std::size_t leftovers(const View& view, const std::vector<std::string>& parts, double width_mm) {
  const text::Style style = type_scale(view).body;
  if (parts.size() < 2) return 0;
  return static_cast<std::size_t>(std::count_if(parts.begin(), parts.end(), [&](const std::string& part) {
    return Body(view, part, style, width_mm, Piece::last).lines() < least_lines;
  }));
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
