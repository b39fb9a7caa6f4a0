// anteroom-pdf: a document on standard input becomes a PDF on standard output, for anteroom. A program of its own,
// since to load Cairo and Pango would lengthen each start of a screen by a fifth.
#include <iostream>
#include <iterator>
#include <string>

#include "document/document.h"
#include "pdf/pdf_document.h"

int main() {
  const std::string bytes{std::istreambuf_iterator<char>(std::cin), {}};
  const auto document = anteroom::document::from_bytes(bytes);
  if (!document) {
    std::cerr << "anteroom-pdf: standard input is not a document; this program is started by anteroom\n";
    return 2;
  }
  const anteroom::pdf::PdfFile file = anteroom::pdf::to_pdf(*document);
  if (!file.fault.empty()) {
    std::cerr << "anteroom-pdf: " << file.fault << "\n";
    return 1;
  }
  return std::cout.write(file.bytes.data(), static_cast<std::streamsize>(file.bytes.size())).flush() ? 0 : 1;
}
