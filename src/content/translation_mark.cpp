#include "content/translation_mark.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "review/text_hash.h"
#include "review/text_name.h"

namespace anteroom::content {

TranslationMark mark_of(const source::TomlTable& first, std::string own) {
  TranslationMark mark{review::text_hash(first), std::move(own), {}};
  for (const review::OneText& one : review::texts_in(first)) mark.parts.push_back(review::hash_of_one(one));
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
  for (std::size_t at = two + 1; at + review::one_text_digits <= text.size(); at += review::one_text_digits) {
    mark.parts.push_back(text.substr(at, review::one_text_digits));
  }
  return mark;
}

TranslationMark mark_in(const source::TomlTable& text) {
  const source::TomlEntry* entry = source::find_entry(text, review::translates_key);
  const auto* mark = entry == nullptr ? nullptr : std::get_if<std::string>(&entry->value.is);
  return mark == nullptr ? TranslationMark{} : parse_mark(*mark);
}

std::vector<std::string> changes_since(const std::vector<TranslationMark>& marks, const source::TomlTable& first) {
  std::vector<review::OneText> texts = review::texts_in(first);
  std::sort(texts.begin(), texts.end(), [](const review::OneText& a, const review::OneText& b) {
    return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
  });
  std::vector<std::string> changes;
  for (const review::OneText& one : texts) {
    const std::string hash = review::hash_of_one(one);
    const bool has_changed = std::any_of(marks.begin(), marks.end(), [&hash](const TranslationMark& mark) {
      return !mark.parts.empty() && std::find(mark.parts.begin(), mark.parts.end(), hash) == mark.parts.end();
    });
    if (has_changed) changes.push_back(review::name_of(one.path) + " (line " + std::to_string(one.at.line) + ")");
  }
  std::size_t before = 0;
  for (const TranslationMark& mark : marks) before = std::max(before, mark.parts.size());
  if (before == texts.size() + 1) changes.emplace_back("a text that has been removed");
  if (before > texts.size() + 1)
    changes.push_back(std::to_string(before - texts.size()) + " texts that have been removed");
  return changes;
}

}  // namespace anteroom::content
