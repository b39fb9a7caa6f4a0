// Who has signed which card in which language, and what it was then: the file signatures.toml of a pack.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/time.h"
#include "review/fingerprint.h"
#include "source/diagnostic.h"
#include "source/toml_files.h"

namespace anteroom::review {

inline constexpr const char* signatures_place = "signatures.toml";

struct Signature {
  std::string reviewer;      // the clinician who has signed
  std::string speaker = {};  // who has read the language for the clinician; empty: nobody else
  Date on{};                 // the day of the review
  Date by{};                 // the last day on which the card may be shown
  Fingerprint of;            // what was signed
  source::Position at = {};  // in the file
};

// By card, then by language.
using Signatures = std::map<std::string, std::map<std::string, Signature>>;

// The signature of `card` in `language`, or null. Valid as long as `signatures`.
const Signature* find(const Signatures& signatures, const std::string& card, const std::string& language);

// What is wrong with the name of a person, to follow "the name"; empty if nothing is. At most `max_name_letters`
// characters, at least one letter, nothing that cannot be seen.
inline constexpr std::size_t max_name_letters = 80;
std::string fault_of_name(std::string_view name);

// The signatures in `file`. One that is not as to_toml() wrote it does not count.
// Errors: broken-signature, to `diagnostics`.
Signatures read_signatures(const source::TomlFile& file, source::Diagnostics& diagnostics);

// What was signed, by card, then by language: its words as well as all else that the signature is about.
using SignedParts = std::map<std::string, std::map<std::string, std::vector<OneText>>>;

// The parts in `file` of each of its `signatures`, as far as they are those that were signed: without positions, in the
// order of their paths.
SignedParts read_signed_parts(const source::TomlFile& file, const Signatures& signatures);

// Those of `card` in `language`, or null. Valid as long as `parts`.
const std::vector<OneText>* find(const SignedParts& parts, const std::string& card, const std::string& language);

// The whole file, with those `parts` that are of one of the `signatures`.
std::string to_toml(const Signatures& signatures, const SignedParts& parts = {});

}  // namespace anteroom::review
