#include "content/mark_translations.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "content/translation_mark.h"
#include "language/language_name.h"
#include "review/text_hash.h"
#include "source/printable.h"
#include "source/toml_patch.h"

namespace anteroom::content {

namespace {

// The table [text.fr] of the card; null if it has none.
const source::TomlTable* text_in(const CardFile& card, const std::string& language) {
  const source::TomlValue* value = source::find_value(card.table, {"text", language});
  return value == nullptr ? nullptr : std::get_if<source::TomlTable>(&value->is);
}

// "; it has `en` (English), `fr` (French)"
std::string which_there_are(const std::vector<std::string>& languages) {
  std::string list;
  for (const std::string& each : languages) {
    list += (list.empty() ? "; it has " : ", ") + source::in_ticks(each) + " (" + language::english_name(each) + ")";
  }
  return list;
}

// Why `language` cannot be marked; empty if it can.
std::string fault_of(const CardFile& card, const std::vector<std::string>& languages, const std::string& language) {
  if (language == languages.front()) {
    return source::in_ticks(language) + " is the first language of the pack, which the others translate";
  }
  if (std::find(languages.begin(), languages.end(), language) == languages.end()) {
    return "the pack has no language " + source::in_ticks(language) + which_there_are(languages);
  }
  return text_in(card, language) == nullptr ? "it has no text in " + source::in_ticks(language) : "";
}

}  // namespace

MarkedCard mark_translations(std::string bytes, const CardFile& card, const std::vector<std::string>& languages,
                             std::vector<std::string> chosen, Unchanged unchanged) {
  MarkedCard result{std::move(bytes), {}, {}, {}, {}, {}, {}};
  const source::TomlTable* first = text_in(card, languages.front());
  if (first == nullptr) {
    result.fault = "it has no text in " + source::in_ticks(languages.front()) +
                   ", the first language of the pack, so there is nothing to translate";
    return result;
  }
  if (chosen.empty()) {
    std::copy_if(languages.begin() + 1, languages.end(), std::back_inserter(chosen),
                 [&card](const std::string& language) { return text_in(card, language) != nullptr; });
  }
  std::string edited = result.bytes;
  for (const std::string& language : chosen) {
    result.fault = fault_of(card, languages, language);
    if (!result.fault.empty()) return result;
    const source::TomlTable& text = *text_in(card, language);
    const TranslationMark before = mark_in(text);
    const TranslationMark mark = mark_of(*first, review::text_hash(text));
    const bool is_right = before.source == mark.source;
    const bool is_unchanged = !is_right && before.own == mark.own;
    // Prepared by `new language`, or marked by an earlier version of the program.
    const bool is_unknown = !is_right && !before.source.empty() && before.own.empty();
    if (is_unchanged && unchanged == Unchanged::refuse) result.unchanged.push_back(language);
    if (is_unknown && unchanged == Unchanged::refuse) result.unknown.push_back(language);
    if (review::text_hash(text) == review::text_hash(*first)) result.copies.push_back(language);
    (is_right ? result.before : result.marked).push_back(language);
    const std::string written = to_text(mark);
    if (to_text(before) == written) continue;
    auto with_mark = source::with_string(edited, {"text", language, review::translates_key}, written);
    if (!with_mark) {
      result.fault = "[text." + language + "] is written in a form that cannot be edited here; write ";
      result.fault.append(review::translates_key).append(" = \"").append(written).append("\" in it yourself");
      return result;
    }
    edited = std::move(*with_mark);
  }
  if (result.unchanged.empty() && result.unknown.empty()) result.bytes = std::move(edited);
  return result;
}

std::vector<std::string> stale_translations(const CardFile& card, const std::vector<std::string>& languages) {
  std::vector<std::string> stale;
  const source::TomlTable* first = languages.empty() ? nullptr : text_in(card, languages.front());
  if (first == nullptr) return stale;
  std::string hash;  // only of cards that have a mark
  for (std::size_t i = 1; i < languages.size(); ++i) {
    const source::TomlTable* text = text_in(card, languages[i]);
    if (text == nullptr || source::find_entry(*text, review::translates_key) == nullptr) continue;
    if (hash.empty()) hash = review::text_hash(*first);
    if (mark_in(*text).source != hash) stale.push_back(languages[i]);
  }
  return stale;
}

std::vector<std::string> changed_texts(const CardFile& card, const std::vector<std::string>& languages,
                                       const std::vector<std::string>& stale) {
  const source::TomlTable* first = text_in(card, languages.front());
  if (first == nullptr) return {};
  std::vector<TranslationMark> marks;
  for (const std::string& language : stale) {
    if (const source::TomlTable* text = text_in(card, language)) marks.push_back(mark_in(*text));
  }
  return changes_since(marks, *first);
}

}  // namespace anteroom::content
