// Who has signed which card in which language, in words.
#pragma once

#include <string>
#include <vector>

#include "content/pack_files.h"

namespace anteroom::report {

// The languages of a card whose signatures are in the same state.
struct SignatureRow {
  std::string card;
  std::vector<std::string> languages;
  std::string state;       // "signed by Dr. Roy on 2026-11-30, until 2027-11-30"
  bool is_signed = false;  // as it is, and not over
};

// The rows of all valid cards in loop order, on the day `today`.
std::vector<SignatureRow> signature_rows(const content::PackFiles& files, Date today);

// The rows as a table with a heading; empty if there are none.
std::string signature_table(const std::vector<SignatureRow>& rows);

// The same in a few lines: what is not signed, and how many are. `list`: the command that prints the whole table.
std::string signature_summary(const std::vector<SignatureRow>& rows, const std::string& list);

}  // namespace anteroom::report
