#include "commands/pdf_file.h"

#include <langinfo.h>

#include <chrono>
#include <clocale>
#include <cstdint>
#include <filesystem>
#include <utility>

#include "paint/own_program.h"
#include "report/child_output.h"

namespace anteroom::commands {

namespace {

// The paper that the locale names (LC_PAPER), else A4.
void choose_paper(document::Document& document) {
  constexpr double least_mm = 150, most_mm = 500;
  const locale_t locale = ::newlocale(LC_PAPER_MASK, "", nullptr);
  if (locale == nullptr) return;
  // glibc gives the number in place of the pointer.
  const auto length = [locale](nl_item item) {
    return static_cast<double>(reinterpret_cast<std::uintptr_t>(::nl_langinfo_l(item, locale)) & 0xffffU);
  };
  const double width = length(_NL_PAPER_WIDTH), height = length(_NL_PAPER_HEIGHT);
  ::freelocale(locale);
  if (width < least_mm || height < least_mm || width > most_mm || height > most_mm) return;
  document.page_width_mm = width;
  document.page_height_mm = height;
}

}  // namespace

std::optional<std::string> pdf_of(document::Document document, const std::vector<paint::FamilyChoice>& fonts) {
  constexpr std::chrono::minutes patience{10};
  const std::filesystem::path program = paint::own_program("anteroom-pdf");
  if (program.empty()) return std::nullopt;
  for (const paint::FamilyChoice& each : fonts) document.fonts.push_back({each.language, each.families});
  choose_paper(document);
  const std::string bytes = document::to_bytes(document);
  document.blocks.clear();
  return report::child_output({program.string()}, bytes, patience);
}

}  // namespace anteroom::commands
