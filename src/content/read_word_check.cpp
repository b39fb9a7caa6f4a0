#include "content/read_word_check.h"

#include <string>

#include "content/usable_text.h"
#include "source/printable.h"

namespace anteroom::content {

namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

bool has_both_placeholders(std::string_view pattern) {
  return pattern.find("{n}") != std::string_view::npos && pattern.find("{m}") != std::string_view::npos;
}

}  // namespace

WordCheck read_word_check(source::TableReader& root) {
  WordCheck check;
  const source::TomlTable* table = root.table("check");
  if (table == nullptr) return check;
  source::FileFaults& faults = root.faults();
  source::TableReader reader(*table, root.find("check")->at, faults);
  if (const auto avoid = reader.strings("avoid", "a list of words and phrases")) {
    for (const source::Located& phrase : *avoid) {
      if (is_blank(phrase.text)) {
        faults.add(rule::empty_text, phrase.at, "an empty phrase in `avoid`");
      } else if (check_text(phrase, faults)) {
        check.avoid.emplace_back(phrase.text);
      }
    }
  }
  const auto one_in = reader.string("one_in");
  if (one_in && is_blank(one_in->text)) {
    faults.add(rule::empty_text, one_in->at, "`one_in` is empty");
  } else if (one_in && one_in->text.find('{') != std::string_view::npos && !has_both_placeholders(one_in->text)) {
    faults.add(rule::placeholder, one_in->at,
               "`one_in` is " + source::in_ticks(one_in->text) + "; it should be one word, or a text with {n} and {m}");
  } else if (one_in && check_text(*one_in, faults)) {
    check.one_in = one_in->text;
  }
  reader.report_unknown_keys();
  return check;
}

}  // namespace anteroom::content
