#include "language/word_changes.h"

#include <random>

#include "catch.h"

using namespace anteroom::language;

namespace {

// "[-was-]" is struck out, "[+is+]" is added.
std::string marked(const std::string& before, const std::string& after, const std::string& language = "en") {
  std::string all;
  for (const ChangedText& each : word_changes(before, after, language)) {
    if (each.change == Change::none) all += each.text;
    if (each.change == Change::removed) all += "[-" + each.text + "-]";
    if (each.change == Change::added) all += "[+" + each.text + "+]";
  }
  return all;
}

std::string version(const std::vector<ChangedText>& all, Change other) {
  std::string text;
  for (const ChangedText& each : all) text += each.change == other ? "" : each.text;
  std::erase(text, ' ');
  return text;
}

}  // namespace

TEST_CASE("words that differ are marked and the others are not") {
  struct Row {
    std::string before, after, language, expected;
  };
  const std::vector<Row> rows{
      {"A fold in paper stays", "A fold in paper stays", "en", "A fold in paper stays"},
      {"A fold in paper stays", "A fold in paper goes", "en", "A fold in paper [-stays -][+goes+]"},
      {"Ask your doctor.", "Ask your nurse or doctor.", "en", "Ask your [+nurse or +]doctor."},
      {"Wait three to four months.", "Wait three months.", "en", "Wait three [-to four -]months."},
      {"", "All new", "en", "[+All new+]"},
      {"All gone", "", "en", "[-All gone-]"},
      {"Le pli reste.", "Le pli, reste.", "fr", "Le [-pli -][+pli, +]reste."},
      {"纸上的折痕会留下", "纸上的皱纹会留下", "zh-Hans", "纸上的[-折痕-][+皱纹+]会留下"},
      {"تبقى الطية في الورق", "تبقى الطية في القماش", "ar", "تبقى الطية في [-الورق -][+القماش+]"}};
  for (const Row& row : rows) {
    INFO(row.before);
    CHECK(marked(row.before, row.after, row.language) == row.expected);
  }
}

TEST_CASE("both versions are in what was marked, whatever was edited") {
  std::mt19937 random(20261130);
  const std::vector<std::string> words{"a", "fold", "in", "paper", "stays", "é", "3", "{days}", "(or", "two)", "-"};
  const auto text = [&] {
    std::string all;
    for (std::size_t left = random() % 12; left > 0; --left) all += (all.empty() ? "" : " ") + words[random() % 11];
    return all;
  };
  for (int i = 0; i < 500; ++i) {
    const std::string before = text(), after = text();
    INFO(before << " -> " << after);
    const auto changes = word_changes(before, after, "en");
    const std::vector<ChangedText> kept{{Change::none, before}}, now{{Change::none, after}};
    CHECK(version(changes, Change::added) == version(kept, Change::added));
    CHECK(version(changes, Change::removed) == version(now, Change::removed));
  }
}

TEST_CASE("texts of very many words are replaced as a whole") {
  std::string before = "first", after = "first";
  for (std::size_t i = 0; i < max_compared_words; ++i) {
    before += " word";
    after += " word";
  }
  CHECK(word_changes(before, after + "s", "en").size() == 2);
}
