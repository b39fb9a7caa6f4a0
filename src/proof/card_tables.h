// What a proof tells of a card in words: its facts, its texts, how hard they are to read.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "checks/check_pack.h"
#include "content/card_file.h"
#include "document/document.h"
#include "review/signed_parts.h"

namespace anteroom::proof {

document::Cell cell(std::string text, const std::string& language = "en", document::Look look = document::Look::plain,
                    document::Mark mark = document::Mark::none);

// "1 text", "12 texts".
std::string counted(std::size_t n, const std::string& one, const std::string& many);

// How hard `card` is to read in `language`; empty: it has no sentences.
std::string figures_of(const std::vector<checks::Readability>& all, const std::string& card,
                       const std::string& language);

// The claims that a card names, with the facts; nothing if it names none.
std::optional<document::Table> claims_of(const content::CardFile& file, const review::Facts& facts);

// The texts of a card as the author has written them, while the screens show them with the values of {variables}.
// `changed`: those that are said to have changed.
std::optional<document::Table> words_of(const content::CardFile& file, const std::string& language,
                                        const std::vector<review::TextPath>& changed);

}  // namespace anteroom::proof
