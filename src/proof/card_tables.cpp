#include "proof/card_tables.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "review/text_name.h"
#include "source/printable.h"

namespace anteroom::proof {

using document::Cell;
using document::Look;
using document::Mark;
using document::Table;

Cell cell(std::string text, const std::string& language, Look look, Mark mark) {
  return {std::move(text), mark, look, language};
}

std::string counted(std::size_t n, const std::string& one, const std::string& many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

std::string figures_of(const std::vector<checks::Readability>& all, const std::string& card,
                       const std::string& language) {
  for (const checks::Readability& each : all) {
    if (each.card != card || each.language != language || each.measures.sentences == 0) continue;
    const language::Measures& measures = each.measures;
    const bool by_characters = measures.words == 0 || language.starts_with("zh") || language.starts_with("ja");
    const int units = by_characters ? measures.characters : measures.words;
    const char* unit = by_characters ? " characters" : " words";
    char mean[32];
    std::snprintf(mean, sizeof mean, "%.1f", static_cast<double>(units) / measures.sentences);
    return std::to_string(units) + unit + " in " +
           counted(static_cast<std::size_t>(measures.sentences), "sentence", "sentences") + "; " + mean + unit +
           " a sentence, the longest " +
           std::to_string(by_characters ? measures.longest_characters : measures.longest) +
           (by_characters ? ""
                          : "; " + counted(static_cast<std::size_t>(measures.long_words), "word", "words") +
                                " of more than 6 letters");
  }
  return {};
}

std::optional<Table> claims_of(const content::CardFile& file, const review::Facts& facts) {
  const source::TomlValue* value = source::find_value(file.table, {"claims"});
  const auto* list = value == nullptr ? nullptr : std::get_if<source::TomlList>(&value->is);
  if (list == nullptr || list->empty()) return std::nullopt;
  Table claims{{0.2, 0.8}, {cell("Claim"), cell("Fact and its source")}, {}};
  for (const source::TomlValue& each : *list) {
    const auto* id = std::get_if<std::string>(&each.is);
    if (id == nullptr) continue;
    const auto fact = facts.find(*id);
    claims.rows.push_back({cell(*id), fact == facts.end() ? cell("not in claims.toml", "en", Look::plain, Mark::bad)
                                                          : cell(fact->second, "en", Look::small)});
  }
  return claims;
}

std::optional<Table> words_of(const content::CardFile& file, const std::string& language,
                              const std::vector<review::TextPath>& changed) {
  const source::TomlTable* table = source::find_table(file.table, {"text", language});
  if (table == nullptr) return std::nullopt;
  std::vector<review::OneText> texts = review::texts_in(*table);
  std::stable_sort(texts.begin(), texts.end(), [](const review::OneText& a, const review::OneText& b) {
    return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
  });
  Table words{{0.2, 0.8}, {cell("Words"), cell("")}, {}};
  for (const review::OneText& each : texts) {
    if (each.path.back() == review::translates_key) continue;
    const bool is_changed = std::find(changed.begin(), changed.end(), each.path) != changed.end();
    // Without the marks around what is typed.
    std::string name = source::printable(review::name_of(each.path));
    std::erase(name, '`');
    words.rows.push_back({cell(name + (is_changed ? " (changed)" : ""), "en", Look::small),
                          cell(source::printable(each.words), language)});
  }
  return words;
}

}  // namespace anteroom::proof
