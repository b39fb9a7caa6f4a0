#include "content/read_allowed.h"

#include <variant>

#include "content/misplaced_keys.h"
#include "content/pack_file.h"
#include "content/usable_text.h"

namespace anteroom::content {

namespace {

std::vector<AllowedPhrase> read_phrases(source::TableReader& reader, std::string_view key) {
  std::vector<AllowedPhrase> phrases;
  const auto list = reader.strings(key, "a list of phrases, such as [\"the best way\"]");
  if (!list) return phrases;
  for (const source::Located& phrase : *list) {
    if (check_text(phrase, reader.faults())) phrases.push_back({std::string(phrase.text), phrase.at});
  }
  return phrases;
}

}  // namespace

AllowedPhrases read_allowed(source::TableReader& pack, const std::vector<std::string>& languages) {
  AllowedPhrases allowed;
  const source::TomlTable* check = pack.table("check");
  if (check == nullptr) return allowed;
  source::TableReader reader(*check, pack.find("check")->at, pack.faults());
  const source::TomlValue* value = reader.find("allow");
  if (const auto* by_language = value == nullptr ? nullptr : std::get_if<source::TomlTable>(&value->is)) {
    source::TableReader lists(*by_language, value->at, pack.faults());
    for (const std::string& language : languages) allowed[language] = read_phrases(lists, language);
    report_other_languages(*by_language, languages, pack.faults());
  } else {
    allowed[""] = read_phrases(reader, "allow");
  }
  reader.report_unknown_keys(hints_of_pack());
  return allowed;
}

}  // namespace anteroom::content
