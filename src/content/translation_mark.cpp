#include "content/translation_mark.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "content/text_hash.h"
#include "source/printable.h"

namespace anteroom::content {

namespace {

bool is_number(const std::string& name) {
  return !name.empty() && name.find_first_not_of("0123456789") == std::string::npos;
}

// What a place in the list or the table `list` is called.
std::string noun_of(const std::string& list) {
  if (list == "pages") return "page";
  return list == "steps" ? "step" : list == "regions" ? "spot" : list;
}

// "`title`", "the text of page 2", "the label of spot `jaw`", "the `invite` of the exhibit".
std::string name_of(const TextPath& path) {
  if (path.size() == 1) return source::in_ticks(path.front());
  const std::string& last = path.back();
  if (path.size() < 3) return "the " + source::in_ticks(last) + " of the " + path.front();
  const std::string &place = path[path.size() - 2], &list = path[path.size() - 3];
  return "the " + last + " of " + noun_of(list) + " " +
         (is_number(place) ? std::to_string(std::stoul(place) + 1) : source::in_ticks(place));
}

}  // namespace

TranslationMark mark_of(const source::TomlTable& first, std::string own) {
  TranslationMark mark{text_hash(first), std::move(own), {}};
  for (const OneText& one : texts_in(first)) mark.parts.push_back(hash_of_one(one));
  return mark;
}

std::string to_text(const TranslationMark& mark) {
  std::string text = mark.source + "+" + mark.own + "+";
  for (const std::string& part : mark.parts) text += part;
  return text;
}

TranslationMark parse_mark(const std::string& text) {
  TranslationMark mark;
  const std::size_t one = text.find('+');
  mark.source = text.substr(0, one);
  if (one == std::string::npos) return mark;
  const std::size_t two = text.find('+', one + 1);
  mark.own = text.substr(one + 1, two == std::string::npos ? two : two - one - 1);
  if (two == std::string::npos) return mark;
  for (std::size_t at = two + 1; at + one_text_digits <= text.size(); at += one_text_digits) {
    mark.parts.push_back(text.substr(at, one_text_digits));
  }
  return mark;
}

TranslationMark mark_in(const source::TomlTable& text) {
  const source::TomlEntry* entry = source::find_entry(text, translates_key);
  const auto* mark = entry == nullptr ? nullptr : std::get_if<std::string>(&entry->value.is);
  return mark == nullptr ? TranslationMark{} : parse_mark(*mark);
}

std::vector<std::string> changes_since(const std::vector<TranslationMark>& marks, const source::TomlTable& first) {
  std::vector<OneText> texts = texts_in(first);
  std::sort(texts.begin(), texts.end(), [](const OneText& a, const OneText& b) {
    return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
  });
  std::vector<std::string> changes;
  for (const OneText& one : texts) {
    const std::string hash = hash_of_one(one);
    const bool has_changed = std::any_of(marks.begin(), marks.end(), [&hash](const TranslationMark& mark) {
      return !mark.parts.empty() && std::find(mark.parts.begin(), mark.parts.end(), hash) == mark.parts.end();
    });
    if (has_changed) changes.push_back(name_of(one.path) + " (line " + std::to_string(one.at.line) + ")");
  }
  std::size_t before = 0;
  for (const TranslationMark& mark : marks) before = std::max(before, mark.parts.size());
  if (before == texts.size() + 1) changes.emplace_back("a text that has been removed");
  if (before > texts.size() + 1)
    changes.push_back(std::to_string(before - texts.size()) + " texts that have been removed");
  return changes;
}

}  // namespace anteroom::content
