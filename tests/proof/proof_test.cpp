// What a director is given to sign holds every text of the pack.
#include "proof/proof.h"

#include <set>

#include "assembly/load.h"
#include "catch.h"
#include "content/card_reviews.h"
#include "content/sign.h"
#include "pdf/pdf_document.h"
#include "pdf_text.h"
#include "review/text_hash.h"

namespace anteroom::proof {
namespace {

namespace fs = std::filesystem;

// The pack that ships, read as `anteroom proof` does, without its screens.
struct Shipped {
  content::PackFolder folder{fs::path(ANTEROOM_ROOT) / "content/neuromodulators"};
  source::TomlFiles toml;
  source::Diagnostics diagnostics;
  content::PackFiles files = content::read_pack_files(folder, {}, content::Sources::keep, toml, diagnostics);
  review::Facts facts = content::read_reviews(folder, toml, diagnostics, true).facts;
  std::vector<checks::Readability> readability;

  Request request() const {
    Request request{files, folder, facts, readability, {}};
    request.today = std::chrono::year(2026) / 11 / 30;
    return request;
  }
};

Proof proof_of_texts(const Request& request) {
  return proof_of(request, [](const std::string&, double) {});
}

// Every text of the tables and paragraphs.
std::set<std::string> texts_of(const document::Document& document) {
  std::set<std::string> texts;
  for (const document::Block& block : document.blocks) {
    if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) texts.insert(paragraph->text);
    const auto* table = std::get_if<document::Table>(&block);
    if (table == nullptr) continue;
    for (const auto& row : table->rows) {
      for (const document::Cell& cell : row) texts.insert(cell.text);
    }
  }
  return texts;
}

int headings(const document::Document& document, int level) {
  int count = 0;
  for (const document::Block& block : document.blocks) {
    const auto* heading = std::get_if<document::Heading>(&block);
    count += heading != nullptr && heading->level == level ? 1 : 0;
  }
  return count;
}

TEST_CASE("a proof holds every text of every card in every language, and every fact that a card states") {
  const Shipped shipped;
  const Proof proof = proof_of_texts(shipped.request());
  const std::set<std::string> texts = texts_of(proof.document);
  int in_files = 0, missing = 0;
  for (const content::CardFile& file : shipped.files.cards) {
    REQUIRE(file.is_valid);
    for (const std::string& language : shipped.files.head.pack.languages) {
      const source::TomlTable* table = source::find_table(file.table, {"text", language});
      REQUIRE(table != nullptr);
      for (const review::OneText& text : review::texts_in(*table)) {
        if (text.path.back() == review::translates_key) continue;
        ++in_files;
        INFO(file.card.id << " " << language << " " << text.words);
        missing += texts.contains(text.words) ? 0 : 1;
        CHECK(texts.contains(text.words));
      }
    }
    const auto* claims = std::get_if<source::TomlList>(&source::find_value(file.table, {"claims"})->is);
    REQUIRE(claims != nullptr);
    for (const source::TomlValue& claim : *claims) {
      CHECK(texts.contains(shipped.facts.at(std::get<std::string>(claim.is))));
    }
  }
  CHECK(in_files > 1000);
  CHECK(missing == 0);
  CHECK(proof.texts == 66);
  CHECK(headings(proof.document, 1) == 1 + 6);
}

TEST_CASE("pdftotext finds every text of the pack in its proof, in every language") {
  const Shipped shipped;
  const pdf::PdfFile file = pdf::to_pdf(proof_of_texts(shipped.request()).document);
  REQUIRE(file.fault == "");
  const std::string read = WrittenPdf(file.bytes).letters();
  int found = 0, all = 0;
  for (const content::CardFile& card : shipped.files.cards) {
    for (const std::string& language : shipped.files.head.pack.languages) {
      for (const review::OneText& text : review::texts_in(*source::find_table(card.table, {"text", language}))) {
        if (text.path.back() == review::translates_key) continue;
        INFO(card.card.id << " " << language << " " << text.words);
        const bool is_found = read.find(letters_of(text.words)) != std::string::npos;
        CHECK(is_found);
        found += is_found ? 1 : 0;
        ++all;
      }
    }
  }
  CHECK(all > 1000);
  CHECK(found == all);
}

TEST_CASE("a proof can be of some cards and languages") {
  const Shipped shipped;
  Request request = shipped.request();
  request.cards = {"paper", "questions"};
  request.languages = {"ar"};
  const Proof proof = proof_of_texts(request);
  CHECK(proof.texts == 2);
  CHECK(headings(proof.document, 2) == 2);
}

TEST_CASE("since signatures, a proof holds what they are not of") {
  const Shipped shipped;
  const content::Signing signing{
      .reviewer = "Dr. A. Roy", .on = std::chrono::year(2026) / 11 / 30, .by = std::chrono::year(2027) / 11 / 30};
  Request request = shipped.request();
  content::Signed all = content::with_signatures(shipped.files, shipped.folder, signing);
  request.since = Since{all.signatures, all.parts};
  CHECK(proof_of_texts(request).texts == 0);
  request.since->signatures["paper"].erase("fr");
  request.since->signatures["where"]["en"].of.whole[0] = '?';
  CHECK(proof_of_texts(request).texts == 2);
}

// The words of `parts` at `path` as they were before; none: they were not there.
void was(Since& since, const std::string& language, const review::TextPath& path, const std::string& words) {
  std::vector<review::OneText>& parts = since.parts["paper"][language];
  std::erase_if(parts, [&](const review::OneText& each) { return each.path == path; });
  if (!words.empty()) parts.push_back({path, {}, words});
  since.signatures["paper"][language].of = review::fingerprint_of(parts);
}

TEST_CASE("since signatures, a proof marks what was signed and what is there now") {
  const Shipped shipped;
  const content::Signing signing{
      .reviewer = "Dr. A. Roy", .on = std::chrono::year(2026) / 11 / 30, .by = std::chrono::year(2027) / 11 / 30};
  content::Signed all = content::with_signatures(shipped.files, shipped.folder, signing);
  Request request = shipped.request();
  request.since = Since{all.signatures, all.parts};
  was(*request.since, "en", {"title"}, "A crease in paper stays");
  was(*request.since, "en", {"pages", "0", "title"}, "");
  was(*request.since, "en", {"ask_more"}, "Gone");
  was(*request.since, "en", {"picture"}, "another");
  was(*request.since, "zh-Hans", {"title"}, "纸上的皱纹会留下");
  const pdf::PdfFile file = pdf::to_pdf(proof_of_texts(request).document);
  REQUIRE(file.fault == "");
  const WrittenPdf pdf(file.bytes);
  const std::string text = pdf.text();
  for (const char* said : {"Changed", "the picture, title, title of page 1, ask_more",
                           "Struck out: as Dr. A. Roy signed it on 2026-11-30.", "Underlined: as it is now.",
                           "A crease fold in paper stays", "title (changed)", "Gone",
                           "Another picture, or another file of it; see the screens."}) {
    INFO(said << "\n" << text);
    CHECK(text.find(said) != std::string::npos);
  }
  CHECK(text.find("lead (changed)") == std::string::npos);
  // An older file does not hold what was signed.
  request.since->parts.clear();
  const WrittenPdf older(pdf::to_pdf(proof_of_texts(request).document).bytes);
  CHECK(older.text().find("title (line") != std::string::npos);
  CHECK(older.text().find("Struck out") == std::string::npos);
}

}  // namespace
}  // namespace anteroom::proof
