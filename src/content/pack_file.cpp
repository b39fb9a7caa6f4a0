#include "content/pack_file.h"

#include <algorithm>
#include <string>

#include "content/limits.h"
#include "content/misplaced_keys.h"
#include "content/usable_text.h"
#include "content/variables.h"
#include "language/language_name.h"
#include "language/readability.h"
#include "language/words.h"
#include "source/nearest.h"
#include "source/printable.h"

namespace anteroom::content {

namespace {

// Reports the first element of `list` over `max`, and removes it and those after it.
template <typename Element>
void limit(std::vector<Element>& list, std::size_t max, const char* what, source::Position Element::*at,
           source::FileFaults& faults) {
  if (list.size() <= max) return;
  faults.add(rule::too_many, list[max].*at,
             "the pack has " + source::in_thousands(list.size()) + " " + what + "; those after the first " +
                 source::in_thousands(max) + " are not shown");
  list.resize(max);
}

std::vector<std::string> read_languages(source::TableReader& reader) {
  if (!reader.require("languages", "name the languages of the cards, such as [\"en\", \"fr\"]")) return {};
  std::vector<std::string> languages;
  const source::Position at = reader.find("languages")->at;
  auto tags = reader.strings("languages", "a list of language tags, such as [\"en\", \"fr\"]");
  if (!tags) return {};
  limit(*tags, max_languages, "languages", &source::Located::at, reader.faults());
  for (const source::Located& tag : *tags) {
    if (source::is_language(tag.text)) {
      languages.emplace_back(tag.text);
    } else {
      reader.faults().add(rule::bad_language, tag.at,
                          source::in_ticks(tag.text) + " is not a language tag; it should look like `en` or `pt-BR`");
    }
  }
  if (tags->empty()) reader.faults().add(rule::missing_key, at, "`languages` is empty; name at least one language");
  return languages;
}

std::vector<ListedCard> read_card_ids(source::TableReader& reader) {
  if (!reader.require("cards", "list the cards in the order of the loop")) return {};
  const source::Position at = reader.find("cards")->at;
  const auto ids = reader.strings("cards", "a list of card ids");
  if (!ids) return {};
  if (ids->empty())
    reader.faults().add(rule::no_cards, at, "`cards` is empty; list the cards in the order of the loop");
  std::vector<ListedCard> cards;
  for (const source::Located& id : *ids) {
    if (source::is_id(id.text)) {
      cards.push_back({std::string(id.text), id.at});
    } else {
      reader.faults().add(rule::bad_id, id.at,
                          source::in_ticks(id.text) + " is not a card id; it should be made of a-z, 0-9 and - only");
    }
  }
  limit(cards, max_cards, "cards", &ListedCard::at, reader.faults());
  return cards;
}

// The ids of `core` that are among `cards`.
std::vector<ListedCard> read_core(source::TableReader& reader, const std::vector<ListedCard>& cards) {
  const auto ids = reader.strings("core", "a list of card ids");
  if (!ids) return {};
  std::vector<std::string> known;
  known.reserve(cards.size());
  for (const ListedCard& card : cards) known.push_back(card.id);
  std::vector<ListedCard> core;
  for (const source::Located& id : *ids) {
    if (std::find(known.begin(), known.end(), id.text) != known.end()) {
      core.push_back({std::string(id.text), id.at});
    } else {
      reader.faults().add(rule::resting_core_card, id.at,
                          source::in_ticks(id.text) + " is not in `cards`, so it rests and no language needs it" +
                              source::did_you_mean(id.text, known));
    }
  }
  return core;
}

// The id of the card that the loop comes back to; empty without one.
std::string read_lead_card(source::TableReader& reader, const std::vector<ListedCard>& cards) {
  const auto id = reader.string("lead_card", "the id of a card");
  if (!id) return {};
  std::vector<std::string> known;
  known.reserve(cards.size());
  for (const ListedCard& card : cards) known.push_back(card.id);
  if (std::find(known.begin(), known.end(), id->text) != known.end()) return std::string(id->text);
  reader.faults().add(rule::unknown_lead_card, id->at,
                      source::in_ticks(id->text) + " is not in `cards`, so the loop comes back to no card" +
                          source::did_you_mean(id->text, known));
  return {};
}

// One string for each of `languages`, its variables replaced; empty where it is missing or faulty.
std::vector<std::string> read_each_language(source::TableReader& pack, const char* key,
                                            const std::vector<std::string>& languages, const Variables& vars) {
  std::vector<std::string> texts(languages.size());
  const source::TomlTable* table = pack.require(key, "one text for each language") ? pack.table(key) : nullptr;
  if (table == nullptr) return texts;
  source::FileFaults& faults = pack.faults();
  source::TableReader reader(*table, pack.find(key)->at, faults);
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (reader.find(languages[i]) == nullptr) {
      faults.add(rule::missing_translation, reader.at(),
                 source::in_ticks(key) + " has no text for the language " + source::in_ticks(languages[i]));
      continue;
    }
    const auto text = reader.string(languages[i]);
    if (!text || !check_text(*text, faults)) continue;
    if (!language::has_word(text->text)) {
      faults.add(rule::empty_text, text->at, source::in_ticks(languages[i]) + no_word(text->text));
    } else {
      texts[i] = expand_variables(*text, vars.at(languages[i]), faults).value_or("");
    }
  }
  report_other_languages(*table, languages, faults);
  return texts;
}

// [review.speakers]: who has read the cards of each language.
std::map<std::string, std::string> read_speakers(source::TableReader& review,
                                                 const std::vector<std::string>& languages) {
  std::map<std::string, std::string> speakers;
  const source::TomlTable* table = review.table("speakers");
  if (table == nullptr) return speakers;
  source::TableReader reader(*table, review.find("speakers")->at, review.faults());
  for (const std::string& language : languages) {
    const auto speaker = reader.string(language);
    if (speaker && check_text(*speaker, review.faults())) speakers[language] = speaker->text;
  }
  report_other_languages(*table, languages, review.faults());
  return speakers;
}

Review read_review(source::TableReader& pack, const std::vector<std::string>& languages) {
  Review review;
  if (!pack.require("review", "say when the cards were reviewed and by when they must be again")) return review;
  const source::TomlTable* table = pack.table("review");
  if (table == nullptr) return review;
  source::TableReader reader(*table, pack.find("review")->at, pack.faults());
  if (reader.require("on", "the day of the last review")) review.on = reader.date("on").value_or(Date{});
  if (reader.require("by", "the last day on which the cards may be shown"))
    review.by = reader.date("by").value_or(Date{});
  const auto reviewer = reader.string("reviewer");
  if (reviewer && check_text(*reviewer, pack.faults())) review.reviewer = reviewer->text;
  review.speakers = read_speakers(reader, languages);
  review.holds_unsigned = reader.choice("unsigned", {"show", "hold"}).value_or(0) == 1;
  reader.report_unknown_keys(hints_of_pack());
  return review;
}

// [vars.en] and so on; the clinic's values override the pack's.
Variables read_vars(source::TableReader& pack, const std::vector<std::string>& languages,
                    const Variables& clinic_vars) {
  Variables vars;
  for (const std::string& language : languages) {
    const auto clinic = clinic_vars.find(language);
    vars[language] = clinic == clinic_vars.end() ? std::map<std::string, std::string>() : clinic->second;
  }
  const source::TomlTable* by_language = pack.table("vars");
  if (by_language == nullptr) return vars;
  source::FileFaults& faults = pack.faults();
  source::TableReader reader(*by_language, pack.find("vars")->at, faults);
  for (const std::string& language : languages) {
    const source::TomlTable* table = reader.table(language);
    if (table == nullptr) continue;
    source::TableReader values(*table, reader.find(language)->at, faults);
    if (table->size() > max_variables) {
      faults.add(rule::too_many, (*table)[max_variables].at,
                 "there are " + source::in_thousands(table->size()) + " variables in " + source::in_ticks(language) +
                     "; those after the first " + source::in_thousands(max_variables) + " are not read");
    }
    for (std::size_t i = 0; i < std::min(table->size(), max_variables); ++i) {
      const source::TomlEntry& entry = (*table)[i];
      if (const auto value = read_variable(values, entry.key)) vars[language].emplace(entry.key, *value);
    }
  }
  report_other_languages(*by_language, languages, faults);
  return vars;
}

// [glossary]: en = ["antibiotic", …].
std::map<std::string, std::set<std::string>> read_glossary(source::TableReader& pack,
                                                           const std::vector<std::string>& languages) {
  std::map<std::string, std::set<std::string>> glossary;
  const source::TomlTable* table = pack.table("glossary");
  if (table == nullptr) return glossary;
  source::FileFaults& faults = pack.faults();
  source::TableReader reader(*table, pack.find("glossary")->at, faults);
  for (const std::string& language : languages) {
    const auto terms = reader.strings(language, "a list of words, such as [\"antibiotic\", \"antibiotics\"]");
    if (!terms) continue;
    for (const source::Located& term : *terms) {
      if (!check_text(term, faults)) continue;
      const std::vector<std::string> words = language::folded_words(term.text, language);
      if (words.size() == 1 && words.front() == language::folded_word(term.text)) {
        glossary[language].insert(words.front());
      } else {
        faults.add(rule::bad_value, term.at,
                   source::in_ticks(term.text) + " is not one word; write each word by itself");
      }
    }
  }
  report_other_languages(*table, languages, faults);
  return glossary;
}

// False if the pack is written for another version of the program, so that its keys may mean something else.
bool has_known_format(source::TableReader& reader) {
  if (!reader.require("format", "write format = 1")) return true;
  const source::TomlValue& value = *reader.find("format");
  const auto* number = std::get_if<std::int64_t>(&value.is);
  if (number != nullptr && *number == 1) return true;
  reader.faults().add(number == nullptr ? rule::wrong_type : rule::unknown_format, value.at,
                      number == nullptr
                          ? std::string("`format` is ") + source::type_in_words(value) + "; it should be 1"
                          : "`format` is " + std::to_string(*number) + "; this program reads format 1");
  return number == nullptr;
}

void read_keys(PackFile& file, const Variables& clinic_vars, source::FileFaults& faults) {
  const source::TomlTable table = pack_keys_in_place(file.toml->values(), faults);
  source::TableReader reader(table, source::file_begin, faults);
  file.is_known_format = has_known_format(reader);
  Pack& pack = file.pack;
  if (reader.require("id", "the name of the pack in a-z, 0-9 and -")) {
    const auto id = reader.string("id");
    if (id && !source::is_id(id->text)) {
      faults.add(rule::bad_id, id->at,
                 source::in_ticks(id->text) + " is not an id; it should be made of a-z, 0-9 and - only");
    }
  }
  pack.languages = read_languages(reader);
  if (const source::TomlValue* languages = reader.find("languages")) file.languages_at = languages->at;
  file.cards = read_card_ids(reader);
  file.core = read_core(reader, file.cards);
  pack.lead_card = read_lead_card(reader, file.cards);
  if (!pack.languages.empty()) {
    file.vars = read_vars(reader, pack.languages, clinic_vars);
    file.title = read_each_language(reader, "title", pack.languages, file.vars);
    pack.source = read_each_language(reader, "source", pack.languages, file.vars);
    file.glossary = read_glossary(reader, pack.languages);
    file.policy = read_policy(reader, file.vars);
    file.allowed = read_allowed(reader, pack.languages);
  } else {
    for (const char* key : {"title", "source", "vars", "glossary", "policy", "check"}) reader.find(key);
  }
  pack.review = read_review(reader, pack.languages);
  reader.report_unknown_keys(hints_of_pack());
}

}  // namespace

void report_other_languages(const source::TomlTable& table, const std::vector<std::string>& languages,
                            source::FileFaults& faults) {
  for (const source::TomlEntry& entry : table) {
    if (std::find(languages.begin(), languages.end(), entry.key) != languages.end()) continue;
    const std::string advice = faults.is_full() ? std::string() : source::did_you_mean(entry.key, languages);
    if (source::is_language(entry.key)) {
      // A language that exists is hardly a slip for another one.
      const bool is_known = language::is_known_language(entry.key);
      const std::string to_add = "; to show it, add \"" + entry.key + "\" to `languages` in pack.toml";
      faults.add(rule::extra_translation, entry.at,
                 "the pack has no language " + source::in_ticks(entry.key) + ", so this text is never shown" +
                     (is_known ? to_add : advice));
    } else {
      faults.add(rule::unknown_key, entry.at, "unknown key " + source::in_ticks(entry.key) + advice);
    }
  }
}

PackFile read_pack_file(const PackFolder& folder, const Variables& clinic_vars, source::TomlFiles& files,
                        source::Diagnostics& diagnostics) {
  PackFile file;
  const std::string reported_path = folder.reported_path(pack_place);
  if (!folder.contains(pack_place)) {
    source::add_file_fault(diagnostics, rule::outside_pack, reported_path, "this is a link that leads out of the pack");
    return file;
  }
  const source::TomlFile* toml = files.read(folder.path(pack_place), reported_path, max_pack_bytes, diagnostics);
  if (toml == nullptr) return file;
  file.toml = toml;
  if (!toml->table) return file;
  source::FileFaults faults(toml->source, diagnostics);
  read_keys(file, clinic_vars, faults);
  return file;
}

}  // namespace anteroom::content
