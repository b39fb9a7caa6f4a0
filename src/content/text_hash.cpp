#include "content/text_hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <vector>

#include "source/file_names.h"

namespace anteroom::content {

namespace {

// `text` with each run of white space as one space, its accents composed.
std::string normalised(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_space) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return source::composed(result);
}

void append_text(const std::string& path, const source::TomlValue& value, std::string& all);

void append_table(const std::string& path, const source::TomlTable& table, std::string& all) {
  std::vector<const source::TomlEntry*> entries;
  entries.reserve(table.size());
  for (const source::TomlEntry& entry : table) entries.push_back(&entry);
  std::sort(entries.begin(), entries.end(), [](const auto* a, const auto* b) { return a->key < b->key; });
  // Which part of its picture a page shows is no text.
  std::erase_if(entries, [](const source::TomlEntry* entry) { return entry->key == "view"; });
  for (const source::TomlEntry* entry : entries) append_text(path + "." + entry->key, entry->value, all);
}

// Zero bytes, which no text has, keep the end of one text from counting as the beginning of the next.
void append_text(const std::string& path, const source::TomlValue& value, std::string& all) {
  if (const auto* text = std::get_if<std::string>(&value.is)) {
    all.append(path).append(1, '\0').append(normalised(*text)).append(1, '\0');
  } else if (const auto* list = std::get_if<source::TomlList>(&value.is)) {
    for (std::size_t i = 0; i < list->size(); ++i) append_text(path + "." + std::to_string(i), (*list)[i], all);
  } else if (const auto* table = std::get_if<source::TomlTable>(&value.is)) {
    append_table(path, *table, all);
  }
}

}  // namespace

std::string text_hash(const source::TomlTable& text) {
  source::TomlTable words = text;
  std::erase_if(words, [](const source::TomlEntry& entry) { return entry.key == translates_key; });
  std::string all;
  append_table("", words, all);
  constexpr unsigned spare_bits = 64 - 4 * 12;
  char digits[16];
  std::snprintf(digits, sizeof digits, "%012llx",
                static_cast<unsigned long long>(XXH3_64bits(all.data(), all.size()) >> spare_bits));
  return digits;
}

}  // namespace anteroom::content
