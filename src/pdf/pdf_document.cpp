#include "pdf/pdf_document.h"

#include <variant>

#include "pdf/page_writer.h"

namespace anteroom::pdf {

namespace {

struct Written {
  PdfFile file;
  int pages = 0;
};

Written write(const document::Document& document, int pages) {
  Written written;
  PageWriter writer(document, pages, written.file.bytes);
  for (const document::Block& block : document.blocks) {
    std::visit([&writer](const auto& each) { writer.add(each); }, block);
  }
  written.file.fault = writer.finish();
  written.pages = writer.pages();
  return written;
}

}  // namespace

PdfFile to_pdf(const document::Document& document) {
  // How many pages there are is known only once they are written.
  const Written first = write(document, 0);
  if (!first.file.fault.empty()) return {"", first.file.fault};
  PdfFile file = write(document, first.pages).file;
  if (!file.fault.empty()) file.bytes.clear();
  return file;
}

}  // namespace anteroom::pdf
