#include "pdf/pdf_document.h"

#include <array>
#include <string>

#include "catch.h"
#include "pdf_text.h"

using namespace anteroom::document;
using anteroom::letters_of;
using anteroom::output_of;
using anteroom::pdf::PdfFile;
using anteroom::pdf::to_pdf;

namespace {

// A document as a file, and as it is read from there.
class WrittenDocument : public anteroom::WrittenPdf {
 public:
  explicit WrittenDocument(const Document& document) : WrittenDocument(to_pdf(document)) {}
  const std::string& bytes() const { return file_.bytes; }

 private:
  explicit WrittenDocument(PdfFile file) : WrittenPdf(file.bytes), file_(std::move(file)) {
    REQUIRE(file_.fault == "");
  }

  PdfFile file_;
};

Document with(std::vector<Block> blocks) {
  Document document;
  document.title = "A certificate";
  document.created = "2026-11-30T02:40:11Z";
  document.footer = "SHA-256 0123abcd";
  document.fonts = {{"", {"Inter", "Noto Sans"}},
                    {"ar", {"Noto Sans Arabic"}},
                    {"zh", {"Noto Sans CJK SC"}},
                    {"pa", {"Noto Sans Gurmukhi"}}};
  document.blocks = std::move(blocks);
  return document;
}

}  // namespace

TEST_CASE("the text of all six languages can be read from a PDF") {
  const WrittenDocument pdf(
      with({Heading{1, "Wash your hands"}, Paragraph{"Lavez-vous les mains à l'eau tiède", Look::plain, "fr"},
            Paragraph{"Lávese las manos, señora", Look::plain, "es"}, Paragraph{"اغسل يديك بالماء", Look::plain, "ar"},
            Paragraph{"请用肥皂洗手", Look::plain, "zh-Hans"}, Paragraph{"ਆਪਣੇ ਹੱਥ ਧੋਵੋ", Look::plain, "pa"}}));
  const std::string text = pdf.text();
  for (const char* part : {"Wash your hands", "Lavez-vous les mains à l'eau tiède", "Lávese las manos, señora",
                           "اغسل يديك بالماء", "请用肥皂洗手", "ਆਪਣੇ", "ਧੋਵੋ"}) {
    CAPTURE(part, text);
    CHECK(text.find(part) != std::string::npos);
  }
}

// Words whose letters join, stand above or below each other, or are drawn in another order than they are read.
TEST_CASE("words of every script are read back from a PDF whole, and in the order of reading") {
  const std::array texts{
      "حقن المعدِّلات العصبية، طية الورق لا تزول تمامًا. اتصل بالرقم 911 (nurse practitioners) خلال 3 أشهر.",
      "ਨਿੱਘਾ ਸ਼ੀਸ਼ਾ ਕ੍ਰਿਪਾ ਕਰਕੇ 3 ਮਹੀਨੇ", "约 3 个月后，肌肉会恢复。", "Fluffy office: œuvre, naïve, 3 × 4."};
  const std::array languages{"ar", "pa", "zh-Hans", "en"};
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < texts.size(); ++i) blocks.emplace_back(Paragraph{texts[i], Look::plain, languages[i]});
  const WrittenDocument pdf(with(std::move(blocks)));
  const std::string read = pdf.letters();
  for (const char* text : texts) {
    CAPTURE(text, read);
    CHECK(read.find(letters_of(text)) != std::string::npos);
  }
  CHECK(pdf.text().find("المعدِّلات العصبية") != std::string::npos);
}

TEST_CASE("each language is written in its own font") {
  const WrittenDocument pdf(
      with({Paragraph{"اغسل يديك", Look::plain, "ar"}, Paragraph{"请用肥皂洗手", Look::plain, "zh-Hans"},
            Paragraph{"ਧੋਵੋ", Look::plain, "pa"}, Paragraph{"Hands"}}));
  const std::string fonts = output_of("pdffonts " + pdf.path());
  for (const char* font : {"NotoSansArabic", "NotoSansCJKsc", "NotoSansGurmukhi", "Inter"}) {
    CAPTURE(fonts);
    CHECK(fonts.find(font) != std::string::npos);
  }
}

TEST_CASE("a long table continues with its head, and every page has the footer and its number") {
  Table table{{0.2, 0.8}, {{"Result"}, {"What was run"}}, {}};
  for (int i = 0; i < 100; ++i) table.rows.push_back({{"pass", Mark::good}, {"row " + std::to_string(i)}});
  const WrittenDocument pdf(with({Heading{1, "Checks"}, table}));
  const int pages = pdf.pages();  // more or fewer with another version of the fonts; none is empty
  REQUIRE(pages >= 3);
  for (int page = 1; page <= pages; ++page) {
    const std::string text = pdf.page(page);
    CAPTURE(page, text);
    CHECK(text.find("What was run") != std::string::npos);
    CHECK(text.find("SHA-256 0123abcd") != std::string::npos);
    CHECK(text.find("Page " + std::to_string(page) + " of " + std::to_string(pages)) != std::string::npos);
  }
  const std::string all = pdf.text();
  for (int i = 0; i < 100; ++i) CHECK(all.find("row " + std::to_string(i) + "\n") != std::string::npos);
}

TEST_CASE("a paragraph longer than a page goes on with the next") {
  std::string words;
  for (int i = 0; i < 3'000; ++i) words += "w" + std::to_string(i) + " ";
  const WrittenDocument pdf(with({Paragraph{words}}));
  const std::string text = pdf.text();
  for (const int i : {0, 1'000, 2'000, 2'999}) CHECK(text.find("w" + std::to_string(i)) != std::string::npos);
  CHECK(pdf.info().find("Pages:           1\n") == std::string::npos);
}

TEST_CASE("a PDF says what it is, on the paper that was asked for") {
  Document document = with({Heading{1, "Checks"}});
  document.subject = "PASSED";
  document.page_width_mm = 215.9;
  document.page_height_mm = 279.4;
  const WrittenDocument pdf(document);
  const std::string info = pdf.info();
  CAPTURE(info);
  CHECK(info.find("Title:           A certificate") != std::string::npos);
  CHECK(info.find("Subject:         PASSED") != std::string::npos);
  CHECK(info.find("Tagged:          yes") != std::string::npos);
  CHECK(info.find("612 x 792 pts (letter)") != std::string::npos);
}

TEST_CASE("headings are bookmarks") {
  const WrittenDocument pdf(with({Heading{1, "Certificate"}, Heading{2, "Checks"}, Paragraph{"None."}}));
  // pdftohtml writes the outline of a file into its XML.
  const std::string xml = output_of("pdftohtml -xml -i -stdout " + pdf.path());
  CAPTURE(xml);
  REQUIRE(xml.find("<outline>") != std::string::npos);
  CHECK(xml.find("<item page=\"1\">Certificate</item>") != std::string::npos);
  CHECK(xml.find("<item page=\"1\">Checks</item>") != std::string::npos);
}

TEST_CASE("a picture keeps its colours and has its description below it") {
  const WrittenDocument pdf(with({picture_of(4, 2, std::vector<std::uint32_t>(8, 0xffcc0000), 80, "A red field")}));
  CHECK(pdf.text().find("A red field") != std::string::npos);
  // 10 pixels an inch: the middle of the picture is red.
  const std::string pixels = output_of("pdftoppm -r 10 -singlefile " + pdf.path());
  const std::string red("\xcc\x00\x00", 3);
  CHECK(pixels.find(red + red + red) != std::string::npos);
}

TEST_CASE("an x before a digit stays an x") {
  const WrittenDocument pdf(with({Paragraph{"kernel 6.1 x86_64"}}));
  CHECK(pdf.text().find("kernel 6.1 x86_64") != std::string::npos);
}

TEST_CASE("the same document gives the same file") {
  const Document document = with({Heading{1, "Checks"}, Paragraph{"None."}});
  CHECK(to_pdf(document).bytes == to_pdf(document).bytes);
}

TEST_CASE("text that is not UTF-8 costs its wrong bytes, not the document") {
  const WrittenDocument pdf(with({Paragraph{"before \xff after"}}));
  CHECK(pdf.text().find("before") != std::string::npos);
  CHECK(pdf.text().find("after") != std::string::npos);
}
