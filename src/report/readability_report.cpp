#include "report/readability_report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "language/language_tag.h"
#include "language/sentences.h"

namespace anteroom::report {

namespace {

struct Figure {
  const char* key;      // in JSON
  const char* heading;  // of the column
  double value;
  int decimals;
};

std::vector<Figure> figures_of(const checks::Readability& one) {
  const language::Measures& m = one.measures;
  if (language::counts_characters(one.language)) {
    return {{"sentences", "sentences", static_cast<double>(m.sentences), 0},
            {"characters", "characters", static_cast<double>(m.characters), 0},
            {"mean_characters", "mean", language::mean_sentence_characters(m), 1},
            {"longest_characters", "longest", static_cast<double>(m.longest_characters), 0}};
  }
  std::vector<Figure> figures = {{"words", "words", static_cast<double>(m.words), 0},
                                 {"sentences", "sentences", static_cast<double>(m.sentences), 0},
                                 {"mean_sentence", "mean", language::mean_sentence_words(m), 1},
                                 {"longest_sentence", "longest", static_cast<double>(m.longest), 0}};
  if (one.syllables) {
    figures.push_back({"fk_raw", "FK raw", language::flesch_kincaid(m, one.syllables->raw), 1});
    figures.push_back({"fk", "FK", language::flesch_kincaid(m, one.syllables->with_glossary), 1});
  }
  figures.push_back({"lix", "LIX", language::lix(m), 1});
  figures.push_back({"rix", "RIX", language::rix(m), 2});
  return figures;
}

std::string in_digits(const Figure& figure) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*f", figure.decimals, figure.value);
  return text.data();
}

std::string name_of(const checks::Readability& one) {
  return one.card.empty() ? "all cards" : one.card;
}

std::string spaces_beside(const std::string& text, std::size_t width) {
  return std::string(width > text.size() ? width - text.size() : 0, ' ');
}

std::string left_aligned(const std::string& text, std::size_t width) {
  return text + spaces_beside(text, width);
}

std::string right_aligned(const std::string& text, std::size_t width) {
  return spaces_beside(text, width) + text;
}

// The table of one language.
std::string table_of(const std::vector<const checks::Readability*>& lines) {
  std::size_t name_width = 0;
  for (const checks::Readability* line : lines) name_width = std::max(name_width, name_of(*line).size());
  std::string table = left_aligned(lines.front()->language, name_width);
  for (const Figure& figure : figures_of(*lines.front())) table += "  " + right_aligned(figure.heading, 7);
  table += "\n";
  for (const checks::Readability* line : lines) {
    table += left_aligned(name_of(*line), name_width);
    for (const Figure& figure : figures_of(*line)) {
      table += "  " + right_aligned(in_digits(figure), std::max<std::size_t>(7, std::string(figure.heading).size()));
    }
    table += "\n";
  }
  return table + "\n";
}

std::string in_words(const std::vector<Figure>& figures) {
  std::string text;
  for (const Figure& figure : figures) {
    text += (text.empty() ? "" : ", ") + std::string(figure.heading) + " " + in_digits(figure);
  }
  return text;
}

}  // namespace

std::string readability_tables(const std::vector<checks::Readability>& all) {
  std::string text;
  std::vector<const checks::Readability*> lines;
  for (const checks::Readability& one : all) {
    if (!lines.empty() && lines.front()->language != one.language) {
      text += table_of(lines);
      lines.clear();
    }
    lines.push_back(&one);
  }
  return lines.empty() ? text : text + table_of(lines);
}

nlohmann::json readability_element(const checks::Readability& one) {
  const std::vector<Figure> figures = figures_of(one);
  nlohmann::json numbers = {{"language", one.language}, {"card", nullptr}};
  if (!one.card.empty()) numbers["card"] = one.card;
  for (const Figure& figure : figures) {
    const double scale = std::pow(10, figure.decimals);
    if (figure.decimals == 0) {
      numbers[figure.key] = static_cast<int>(figure.value);
    } else {
      numbers[figure.key] = std::round(figure.value * scale) / scale;
    }
  }
  return {{"path", one.path},
          {"line", one.at.line},
          {"column", one.at.column},
          {"severity", "info"},
          {"rule", "readability"},
          {"message", name_of(one) + " in `" + one.language + "`: " + in_words(figures)},
          {"figures", std::move(numbers)}};
}

}  // namespace anteroom::report
