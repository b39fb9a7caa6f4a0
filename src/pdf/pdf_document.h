// Documents as PDF, by Cairo and Pango: text that can be searched and copied in every script, bookmarks, page numbers.
#pragma once

#include <string>

#include "document/document.h"

namespace anteroom::pdf {

struct PdfFile {
  std::string bytes;
  std::string fault;  // why there are none, in words; empty: none
};

// `document` as a PDF file of as many pages as it needs. Each heading is a bookmark, and each page ends with the
// document's footer and "Page 2 of 5". The same document gives the same file on the same machine.
// Requires: a row of a table fits on a page; a higher one is cut off at its end.
PdfFile to_pdf(const document::Document& document);

}  // namespace anteroom::pdf
