// Compares our lines and their order with Pango's, which shares no code with us above the shaper.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <random>

#include "catch.h"
#include "content/read_pack.h"
#include "language/characters.h"
#include "language/icu_text.h"
#include "oracle/comparison.h"
#include "oracle/hard_cases.h"

namespace anteroom::oracle {
namespace {

constexpr int widths_a_case = 12;

text::Style style(const std::string& language) {
  text::Style style;
  style.language = language;
  return style;
}

// Random numbers that are the same with every standard library.
double between(double low, double high, std::mt19937& random) {
  return low + (high - low) * static_cast<double>(random() % 10'000) / 10'000;
}

template <typename Row>
std::vector<std::string> languages_of(const std::vector<Row>& rows) {
  std::vector<std::string> languages;
  std::transform(rows.begin(), rows.end(), std::back_inserter(languages), [](const Row& row) { return row.language; });
  return languages;
}

// Prints what was compared, and what was not and why. Fails if something differs for no known reason, or more than one
// line of `least` for a known one.
void report(const char* what, const Comparison& comparison, int least = 50) {
  std::cout << what << ": " << comparison.lines() << " lines and " << comparison.breaks()
            << " breaks compared with Pango, " << comparison.skipped() << " skipped by a hair";
  for (const auto& [reason, count] : comparison.agreed()) std::cout << ", " << count << " " << reason;
  std::cout << '\n';
  for (const std::string& difference : comparison.differences()) UNSCOPED_INFO(difference);
  for (const std::string& file : comparison.wrong_files()) UNSCOPED_INFO(file);
  CHECK(comparison.differences().empty());
  CHECK(comparison.wrong_files().empty());
  int uncounted = comparison.skipped();
  for (const auto& [reason, count] : comparison.agreed()) uncounted += count;
  CHECK(uncounted * least < comparison.lines());
}

TEST_CASE("hard cases break and order as in Pango at many widths") {
  Comparison comparison(languages_of(hard_cases));
  std::mt19937 random(20261126);
  for (const HardCase& c : hard_cases) {
    const double widest_em = std::min(40.0, comparison.natural_em(c.text, style(c.language)) + 1);
    for (int i = 0; i < widths_a_case; ++i) {
      comparison.compare(c.name, c.text, style(c.language), between(c.narrowest_em, widest_em, random));
    }
    comparison.compare(c.name, c.text, style(c.language), 1000);
    if (c.same_width) comparison.compare_width(c.name, c.text, style(c.language));
  }
  report("hard cases", comparison);
  CHECK(comparison.lines() > 1000);
}

bool starts_white(const std::string& utf8) {
  return language::is_white(icu::UnicodeString::fromUTF8(utf8).char32At(0));
}

bool ends_white(const std::string& utf8) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  return language::trim_white(text, 0, text.length()) < text.length() || text.isEmpty();
}

// Words and marks of each case in random order, as no author would write them.
std::string random_text(const std::vector<std::string>& parts, std::mt19937& random) {
  std::string text;
  for (int i = 0; i < 25; ++i) {
    // White space is never doubled: Pango lets only the last space hang.
    const std::string& part = parts[random() % parts.size()];
    if (!starts_white(part) || !ends_white(text)) text += part;
  }
  // Nor does it end the text, where Pango 1.56 lets none hang.
  const icu::UnicodeString all = icu::UnicodeString::fromUTF8(text);
  return language::to_utf8(all, 0, language::trim_white(all, 0, all.length()));
}

TEST_CASE("words and marks in any order break and order as in Pango") {
  Comparison comparison(languages_of(mixed_parts));
  std::mt19937 random(20261127);
  for (const MixedParts& mix : mixed_parts) {
    for (int round = 0; round < 60; ++round) {
      const std::string text = random_text(mix.parts, random);
      for (int i = 0; i < 3; ++i) {
        comparison.compare("random " + std::to_string(round), text, style(mix.language), between(9, 30, random));
      }
    }
  }
  report("words and marks in any order", comparison);
  CHECK(comparison.lines() > 2000);
}

TEST_CASE("words wider than the line are cut where Pango cuts them") {
  Comparison comparison(languages_of(hard_cases));
  std::mt19937 random(20261128);
  for (const HardCase& c : hard_cases) {
    if (c.text.find("\u00AD") != std::string::npos) continue;
    for (int i = 0; i < 4; ++i) comparison.compare(c.name, c.text, style(c.language), between(1.2, 4, random));
  }
  report("words wider than the line", comparison, 20);  // most of these words have marks beside them
  CHECK(comparison.lines() > 1000);
}

TEST_CASE("the cards of every language break and order as in Pango") {
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  const Pack pack =
      content::read_pack(std::filesystem::path(ANTEROOM_ROOT) / "content/neuromodulators", {}, files, diagnostics);
  REQUIRE_FALSE(pack.cards.empty());
  Comparison comparison(pack.languages);
  for (std::size_t i = 0; i < pack.languages.size(); ++i) {
    const int before = comparison.lines();
    for (const Card& card : pack.cards) {
      const CardText& words = card.text[i];
      std::vector<std::string> texts{words.topic, words.title, words.lead, words.ask};
      for (const Page& page : words.pages) texts.insert(texts.end(), {page.title, page.text});
      // About the widths of the kiosk at 100 % and 200 %.
      for (const std::string& text : texts) {
        for (const double width_em : {24.3, 11.7})
          comparison.compare(card.id, text, style(pack.languages[i]), width_em);
      }
    }
    INFO(pack.languages[i] << ", " << pack.cards.size() << " cards");
    CHECK(comparison.lines() - before > 200);
  }
  report("cards", comparison);
  CHECK(comparison.lines() > 200);
}

}  // namespace
}  // namespace anteroom::oracle
