#include "review/signatures.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <utility>

#include "language/utf8.h"
#include "language/words.h"
#include "review/signed_parts.h"
#include "source/printable.h"
#include "source/rules.h"

namespace anteroom::review {

namespace {

constexpr std::size_t seal_digits = 16;
constexpr const char* parts_key = "parts";

// Ties the names and dates of a signature to what was signed. It shows that a line was edited; it is no secret, so it
// proves nothing about who has run `sign`.
std::string seal_of(const std::string& card, const std::string& language, const Signature& signature) {
  std::string all;
  for (const std::string& each : {card, language, signature.reviewer, signature.speaker, in_digits(signature.on),
                                  in_digits(signature.by), signature.of.whole, signature.of.parts}) {
    all.append(each).append(1, '\0');
  }
  return bytes_hash(all).substr(0, seal_digits);
}

std::string text_at(const source::TomlTable& table, std::string_view key) {
  const source::TomlEntry* entry = source::find_entry(table, key);
  const auto* text = entry == nullptr ? nullptr : std::get_if<std::string>(&entry->value.is);
  return text == nullptr ? std::string() : *text;
}

Date date_at(const source::TomlTable& table, std::string_view key) {
  const source::TomlEntry* entry = source::find_entry(table, key);
  const auto* date = entry == nullptr ? nullptr : std::get_if<Date>(&entry->value.is);
  return date == nullptr ? Date{} : *date;
}

// Nothing if `value` is not a signature of `card` in `language`, as it was written.
std::optional<Signature> read_one(const std::string& card, const std::string& language,
                                  const source::TomlEntry& entry) {
  const auto* table = std::get_if<source::TomlTable>(&entry.value.is);
  if (table == nullptr) return std::nullopt;
  const std::string words = text_at(*table, "signed");
  const std::size_t between = words.find('+');
  Signature signature{text_at(*table, "reviewer"), text_at(*table, "speaker"),     date_at(*table, "on"),
                      date_at(*table, "by"),       {words.substr(0, between), {}}, entry.at};
  if (between != std::string::npos) signature.of.parts = words.substr(between + 1);
  const bool has_names = fault_of_name(signature.reviewer).empty() &&
                         (signature.speaker.empty() || fault_of_name(signature.speaker).empty());
  if (!has_names || !signature.on.ok() || !signature.by.ok()) return std::nullopt;
  if (text_at(*table, "seal") != seal_of(card, language, signature)) return std::nullopt;
  return signature;
}

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') result += '\\';
    if (byte >= ' ' && byte != 0x7F) {
      result += c;
      continue;
    }
    std::array<char, 8> escape{};
    std::snprintf(escape.data(), escape.size(), "\\u%04X", byte);
    result += escape.data();
  }
  return result + '"';
}

// A part as a list: the keys that lead to it, then its words.
std::string in_toml(const OneText& part) {
  std::string list = "[";
  for (const std::string& key : part.path) list += quoted(key) + ", ";
  return list + quoted(part.words) + "]";
}

// Nothing if `value` is no such list.
std::optional<OneText> read_part(const source::TomlValue& value) {
  const auto* list = std::get_if<source::TomlList>(&value.is);
  if (list == nullptr || list->size() < 2) return std::nullopt;
  OneText part;
  for (const source::TomlValue& each : *list) {
    const auto* text = std::get_if<std::string>(&each.is);
    if (text == nullptr) return std::nullopt;
    part.path.push_back(*text);
  }
  part.words = std::move(part.path.back());
  part.path.pop_back();
  return part;
}

// Isolates and marks of direction can be seen as little as controls.
bool has_unseen(std::string_view name) {
  for (const std::string_view each : {"\xE2\x80\x8B", "\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x81\xA6", "\xE2\x81\xA7",
                                      "\xE2\x81\xA8", "\xE2\x81\xA9", "\xEF\xBB\xBF", "\xD8\x9C"}) {
    if (name.find(each) != std::string_view::npos) return true;
  }
  return source::first_control(name) || name.find_first_of("\t\n\r") != std::string_view::npos;
}

}  // namespace

const Signature* find(const Signatures& signatures, const std::string& card, const std::string& language) {
  const auto of_card = signatures.find(card);
  if (of_card == signatures.end()) return nullptr;
  const auto signature = of_card->second.find(language);
  return signature == of_card->second.end() ? nullptr : &signature->second;
}

const std::vector<OneText>* find(const SignedParts& parts, const std::string& card, const std::string& language) {
  const auto of_card = parts.find(card);
  if (of_card == parts.end()) return nullptr;
  const auto of_language = of_card->second.find(language);
  return of_language == of_card->second.end() ? nullptr : &of_language->second;
}

std::string fault_of_name(std::string_view name) {
  if (source::trimmed(name) != name) return "begins or ends with a space";
  if (language::first_invalid_utf8(name)) return "is not UTF-8";
  if (has_unseen(name)) return "has a character that cannot be seen";
  if (!language::has_word(name)) return name.empty() ? "is empty" : "has no letter";
  const std::size_t letters = language::code_point_count(name);
  if (letters <= max_name_letters) return {};
  return "has " + std::to_string(letters) + " characters; at most " + std::to_string(max_name_letters) + " are shown";
}

Signatures read_signatures(const source::TomlFile& file, source::Diagnostics& diagnostics) {
  source::FileFaults faults(file.source, diagnostics);
  const std::string lost = "; what it was about counts as not signed: have it signed again";
  if (!file.table || !file.source.lost.empty()) {
    const unsigned line = file.source.lost.empty() ? 1 : file.source.lost.front();
    faults.add(rule::broken_signature, {line, 1}, "this is not as `anteroom sign` wrote it" + lost);
  }
  Signatures signatures;
  const source::TomlTable* cards = source::find_table(file.values(), {"cards"});
  for (const source::TomlEntry& card : cards == nullptr ? source::TomlTable() : *cards) {
    const auto* languages = std::get_if<source::TomlTable>(&card.value.is);
    for (const source::TomlEntry& language : languages == nullptr ? source::TomlTable() : *languages) {
      if (std::optional<Signature> signature = read_one(card.key, language.key, language)) {
        signatures[card.key][language.key] = std::move(*signature);
      } else {
        faults.add(rule::broken_signature, language.at,
                   "the signature of " + source::in_ticks(card.key) + " in " + source::in_ticks(language.key) +
                       " was changed by hand, so it does not count; have the card signed again");
      }
    }
  }
  return signatures;
}

SignedParts read_signed_parts(const source::TomlFile& file, const Signatures& signatures) {
  SignedParts all;
  for (const auto& [card, languages] : signatures) {
    for (const auto& [language, signature] : languages) {
      const source::TomlValue* value = source::find_value(file.values(), {"cards", card, language, parts_key});
      const auto* list = value == nullptr ? nullptr : std::get_if<source::TomlList>(&value->is);
      std::vector<OneText> parts;
      for (const source::TomlValue& each : list == nullptr ? source::TomlList() : *list) {
        if (std::optional<OneText> part = read_part(each)) parts.push_back(std::move(*part));
      }
      if (!parts.empty() && fingerprint_of(parts) == signature.of) all[card][language] = std::move(parts);
    }
  }
  return all;
}

std::string to_toml(const Signatures& signatures, const SignedParts& parts) {
  std::string text =
      "# Written by `anteroom sign`: who has signed which card, in which language, when and until when, a fingerprint\n"
      "# of what they signed, and what that was, by which `anteroom proof --since` marks changes. A line that is\n"
      "# changed by hand no longer counts. To take a signature back, remove its lines.\n"
      "format = 1\n";
  for (const auto& [card, languages] : signatures) {
    for (const auto& [language, signature] : languages) {
      text.append("\n[cards.").append(card).append(".").append(language).append("]\nreviewer = ");
      text.append(quoted(signature.reviewer)).append("\n");
      if (!signature.speaker.empty()) text += "speaker = " + quoted(signature.speaker) + "\n";
      text += "on = " + in_digits(signature.on) + "\nby = " + in_digits(signature.by) + "\nsigned = \"" +
              signature.of.whole + "+" + signature.of.parts + "\"\nseal = \"" + seal_of(card, language, signature) +
              "\"\n";
      const std::vector<OneText>* of_it = find(parts, card, language);
      if (of_it == nullptr || fingerprint_of(*of_it) != signature.of) continue;
      std::vector<OneText> sorted = *of_it;
      std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
      text.append(parts_key).append(" = [\n");
      for (const OneText& each : sorted) text.append("  ").append(in_toml(each)).append(",\n");
      text += "]\n";
    }
  }
  return text;
}

}  // namespace anteroom::review
