// Documents as PDF files, by anteroom-pdf.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "paint/face_table.h"

namespace anteroom::commands {

// What to say of a file that pdf_of() could not make, to follow its name.
inline constexpr const char* no_pdf = "cannot be written: anteroom-pdf is not there or failed; install Anteroom again";

// `document` as a PDF on the paper that the locale names, in `fonts`; nothing: it cannot be made.
std::optional<std::string> pdf_of(document::Document document, const std::vector<paint::FamilyChoice>& fonts);

}  // namespace anteroom::commands
