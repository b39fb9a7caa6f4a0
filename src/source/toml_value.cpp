#include "source/toml_value.h"

#include <algorithm>

namespace anteroom::source {

const char* type_in_words(const TomlValue& value) {
  struct Words {
    const char* operator()(const std::string&) const { return "a text in quotes"; }
    const char* operator()(std::int64_t) const { return "a whole number"; }
    const char* operator()(double) const { return "a number with a decimal point"; }
    const char* operator()(bool) const { return "true or false"; }
    const char* operator()(const Date&) const { return "a date"; }
    const char* operator()(TomlTime) const { return "a time of day"; }
    const char* operator()(TomlMoment) const { return "a date with a time"; }
    const char* operator()(const TomlList&) const { return "a list"; }
    const char* operator()(const TomlTable&) const { return "a table"; }
  };
  return std::visit(Words{}, value.is);
}

const TomlEntry* find_entry(const TomlTable& table, std::string_view key) {
  const auto found =
      std::find_if(table.begin(), table.end(), [key](const TomlEntry& entry) { return entry.key == key; });
  return found == table.end() ? nullptr : &*found;
}

const TomlValue* find_value(const TomlTable& table, const KeyPath& path) {
  const TomlTable* current = &table;
  const TomlValue* value = nullptr;
  for (const std::string& key : path) {
    const TomlEntry* entry = current == nullptr ? nullptr : find_entry(*current, key);
    if (entry == nullptr) return nullptr;
    value = &entry->value;
    current = std::get_if<TomlTable>(&value->is);
  }
  return value;
}

const TomlTable* find_table(const TomlTable& table, const KeyPath& path) {
  const TomlValue* value = find_value(table, path);
  return value == nullptr ? nullptr : std::get_if<TomlTable>(&value->is);
}

std::vector<std::string> texts_in_list(const TomlTable& table, std::string_view key) {
  std::vector<std::string> texts;
  const TomlEntry* entry = find_entry(table, key);
  const auto* list = entry == nullptr ? nullptr : std::get_if<TomlList>(&entry->value.is);
  if (list == nullptr) return texts;
  for (const TomlValue& element : *list) {
    if (const auto* text = std::get_if<std::string>(&element.is)) texts.push_back(*text);
  }
  return texts;
}

Position position_of(const TomlTable& table, const KeyPath& path) {
  const TomlValue* value = find_value(table, path);
  return value == nullptr ? Position{} : value->at;
}

}  // namespace anteroom::source
