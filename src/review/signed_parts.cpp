#include "review/signed_parts.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>
#include <type_traits>
#include <utility>
#include <variant>

namespace anteroom::review {

namespace {

// Keys of a card that say when, where and how long it is shown, or how it is framed; and those that are signed by what
// they lead to.
constexpr std::array<std::string_view, 8> other_keys{"text",   "show",   "dwell_s", "when",
                                                     "ground", "stands", "picture", "claims"};

std::string in_words(const source::TomlValue& value);

std::string in_words(const source::TomlList& list) {
  std::string words = "[";
  for (const source::TomlValue& each : list) words.append(in_words(each)).append(",");
  return words + "]";
}

// The order of keys means nothing.
std::string in_words(const source::TomlTable& table) {
  std::map<std::string, std::string> entries;
  for (const source::TomlEntry& entry : table) entries[entry.key] = in_words(entry.value);
  std::string words = "{";
  for (const auto& [key, value] : entries) words.append(key).append("=").append(value).append(",");
  return words + "}";
}

std::string in_words(const source::TomlValue& value) {
  return std::visit(
      [](const auto& is) -> std::string {
        using Type = std::decay_t<decltype(is)>;
        if constexpr (std::is_same_v<Type, std::string>) {
          return "\"" + is + "\"";
        } else if constexpr (std::is_same_v<Type, source::TomlList> || std::is_same_v<Type, source::TomlTable>) {
          return in_words(is);
        } else if constexpr (std::is_same_v<Type, Date>) {
          return in_digits(is);
        } else if constexpr (std::is_arithmetic_v<Type>) {
          return std::to_string(is);
        } else {
          return "a time";  // no key takes one
        }
      },
      value.is);
}

const std::string* text_of(const source::TomlTable& table, std::string_view key) {
  const source::TomlEntry* entry = source::find_entry(table, key);
  return entry == nullptr ? nullptr : std::get_if<std::string>(&entry->value.is);
}

void append_pictures(const source::TomlTable& card, const std::function<std::string(std::string_view)>& picture_hash,
                     std::vector<OneText>& parts) {
  const source::TomlEntry* front = source::find_entry(card, "picture");
  if (const std::string* name = text_of(card, "picture")) {
    parts.push_back({{"picture"}, front->value.at, picture_hash(*name)});
  }
  const source::TomlValue* steps = source::find_value(card, {"exhibit", "steps"});
  const auto* list = steps == nullptr ? nullptr : std::get_if<source::TomlList>(&steps->is);
  for (const source::TomlValue& step : list == nullptr ? source::TomlList() : *list) {
    const auto* table = std::get_if<source::TomlTable>(&step.is);
    const std::string* name = table == nullptr ? nullptr : text_of(*table, "picture");
    if (name != nullptr) parts.push_back({{"picture", *name}, step.at, picture_hash(*name)});
  }
}

void append_facts(const source::TomlTable& card, const Facts& facts, std::vector<OneText>& parts) {
  const source::TomlEntry* claims = source::find_entry(card, "claims");
  const auto* list = claims == nullptr ? nullptr : std::get_if<source::TomlList>(&claims->value.is);
  if (list == nullptr) return;
  std::map<std::string, source::Position> cited;  // their order means nothing
  for (const source::TomlValue& claim : *list) {
    if (const auto* id = std::get_if<std::string>(&claim.is)) cited.emplace(*id, claim.at);
  }
  for (const auto& [id, at] : cited) {
    const auto fact = facts.find(id);
    parts.push_back({{"claims", id}, at, fact == facts.end() ? "" : fact->second});
  }
}

// The names in braces in `words`.
void find_names(const std::string& words, std::set<std::string>& names) {
  for (std::size_t at = words.find('{'); at != std::string::npos; at = words.find('{', at + 1)) {
    const std::size_t end = words.find_first_of("{}", at + 1);
    if (end != std::string::npos && words[end] == '}') names.insert(words.substr(at + 1, end - at - 1));
  }
}

void append_views(const source::TomlTable& text, std::vector<OneText>& parts) {
  const source::TomlEntry* pages = source::find_entry(text, "pages");
  const auto* list = pages == nullptr ? nullptr : std::get_if<source::TomlList>(&pages->value.is);
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const auto* page = std::get_if<source::TomlTable>(&(*list)[i].is);
    for (const char* key : {"view", "views"}) {
      const source::TomlEntry* view = page == nullptr ? nullptr : source::find_entry(*page, key);
      if (view != nullptr) parts.push_back({{"pages", std::to_string(i), key}, view->at, in_words(view->value)});
    }
  }
}

}  // namespace

Facts facts_in(const source::TomlTable& claims) {
  Facts facts;
  const source::TomlTable* sources = source::find_table(claims, {"sources"});
  const source::TomlEntry* rows = source::find_entry(claims, "claim");
  const auto* list = rows == nullptr ? nullptr : std::get_if<source::TomlList>(&rows->value.is);
  for (const source::TomlValue& row : list == nullptr ? source::TomlList() : *list) {
    const auto* table = std::get_if<source::TomlTable>(&row.is);
    const std::string* id = table == nullptr ? nullptr : text_of(*table, "id");
    if (id == nullptr) continue;
    const std::string *fact = text_of(*table, "fact"), *name = text_of(*table, "source");
    const std::string* source = name == nullptr || sources == nullptr ? nullptr : text_of(*sources, *name);
    std::string words = fact == nullptr ? "" : normalised(*fact);
    words.append("\n").append(source == nullptr ? "" : normalised(*source));
    facts.emplace(*id, std::move(words));
  }
  return facts;
}

std::string bytes_hash(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  char digits[33];
  std::snprintf(digits, sizeof digits, "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return digits;
}

std::vector<OneText> parts_of_card(const source::TomlTable& card, const Facts& facts,
                                   const std::function<std::string(std::string_view name)>& picture_hash) {
  std::vector<OneText> parts;
  for (const source::TomlEntry& entry : card) {
    if (std::find(other_keys.begin(), other_keys.end(), entry.key) != other_keys.end()) continue;
    parts.push_back({{"card", entry.key}, entry.at, in_words(entry.value)});
  }
  append_pictures(card, picture_hash, parts);
  append_facts(card, facts, parts);
  return parts;
}

std::vector<OneText> parts_of_text(const source::TomlTable& card, const source::TomlTable& text,
                                   const Surroundings& surroundings) {
  std::vector<OneText> parts = texts_in(text);
  std::set<std::string> names;
  for (const OneText& one : parts) find_names(one.words, names);
  // The number to call is on the front of an urgent card, though no text names it.
  const std::string* layout = text_of(card, "layout");
  if (layout != nullptr && *layout == "urgent") names.insert("emergency");
  for (const std::string& name : names) {
    const auto value = surroundings.vars.find(name);
    if (value != surroundings.vars.end()) parts.push_back({{"vars", name}, {}, value->second});
  }
  append_views(text, parts);
  parts.push_back({{"source"}, {}, normalised(surroundings.source)});
  return parts;
}

}  // namespace anteroom::review
