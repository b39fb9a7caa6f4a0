#include "review/text_hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <vector>

#include "source/file_names.h"

namespace anteroom::review {

namespace {

void append_texts(const TextPath& path, const source::TomlValue& value, std::vector<OneText>& all);

TextPath longer(const TextPath& path, std::string name) {
  TextPath result = path;
  result.push_back(std::move(name));
  return result;
}

void append_table(const TextPath& path, const source::TomlTable& table, std::vector<OneText>& all) {
  std::vector<const source::TomlEntry*> entries;
  entries.reserve(table.size());
  for (const source::TomlEntry& entry : table) entries.push_back(&entry);
  std::sort(entries.begin(), entries.end(), [](const auto* a, const auto* b) { return a->key < b->key; });
  // Which part of its picture a page shows is no text.
  std::erase_if(entries, [](const source::TomlEntry* entry) { return entry->key == "view" || entry->key == "views"; });
  for (const source::TomlEntry* entry : entries) append_texts(longer(path, entry->key), entry->value, all);
}

void append_texts(const TextPath& path, const source::TomlValue& value, std::vector<OneText>& all) {
  if (const auto* text = std::get_if<std::string>(&value.is)) {
    all.push_back({path, value.at, normalised(*text)});
  } else if (const auto* list = std::get_if<source::TomlList>(&value.is)) {
    for (std::size_t i = 0; i < list->size(); ++i) append_texts(longer(path, std::to_string(i)), (*list)[i], all);
  } else if (const auto* table = std::get_if<source::TomlTable>(&value.is)) {
    append_table(path, *table, all);
  }
}

// Zero bytes, which no text has, keep the end of one text from counting as the beginning of the next.
void append_bytes(const OneText& one, std::string& all) {
  for (const std::string& name : one.path) all.append(1, '.').append(name);
  all.append(1, '\0').append(one.words).append(1, '\0');
}

std::string digits_of(const std::string& bytes, unsigned count) {
  const auto hash = static_cast<unsigned long long>(XXH3_64bits(bytes.data(), bytes.size()));
  char digits[20];
  std::snprintf(digits, sizeof digits, "%0*llx", static_cast<int>(count), hash >> (64 - 4 * count));
  return digits;
}

}  // namespace

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

std::vector<OneText> texts_in(const source::TomlTable& text) {
  source::TomlTable words = text;
  std::erase_if(words, [](const source::TomlEntry& entry) { return entry.key == translates_key; });
  std::vector<OneText> all;
  append_table({}, words, all);
  return all;
}

std::string text_hash(const source::TomlTable& text) {
  std::string all;
  for (const OneText& one : texts_in(text)) append_bytes(one, all);
  return digits_of(all, 12);
}

std::string hash_of_one(const OneText& text) {
  std::string bytes;
  append_bytes(text, bytes);
  return digits_of(bytes, one_text_digits);
}

}  // namespace anteroom::review
