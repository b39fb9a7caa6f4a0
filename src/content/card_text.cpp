#include <initializer_list>
#include <string_view>
#include <utility>
#include <variant>

#include "content/card_file.h"
#include "content/limits.h"
#include "content/misplaced_keys.h"
#include "content/usable_text.h"
#include "content/variables.h"
#include "language/paragraphs.h"
#include "language/utf8.h"
#include "language/words.h"
#include "review/text_hash.h"
#include "source/printable.h"
#include "source/table_reader.h"

namespace anteroom::content {

namespace {

// Removes the line breaks that set off long strings in three quotes.
struct TextReader {
  source::TableReader& reader;
  const std::map<std::string, std::string>& vars;

  std::string operator()(const char* key, const char* advice, std::size_t max = max_text_letters) const {
    if (!reader.require(key, advice)) return {};
    return optional(key, max);
  }

  std::string optional(const char* key, std::size_t max = max_text_letters) const {
    const auto text = reader.string(key);
    if (!text || !is_short_enough(*text, max, reader.faults()) || !has_clean_characters(*text, reader.faults()))
      return {};
    if (!language::has_word(text->text)) {
      reader.faults().add(rule::empty_text, text->at, std::string("`") + key + "`" + no_word(text->text));
      return {};
    }
    const auto expanded = expand_variables(*text, vars, reader.faults());
    // The values of its variables may have made the text too long.
    if (!expanded) return {};
    if (*expanded != text->text && !is_short_enough({*expanded, text->at}, max, reader.faults())) return {};
    // A copy of exactly the right size: the cards stay in memory for years.
    return std::string(source::trimmed(*expanded));
  }
};

ReadingLoad reading_load_of(std::string_view text, std::string_view language) {
  const language::Counts counts = language::counts(text, language);
  return {counts.words, counts.characters};
}

std::vector<Page> read_pages(source::TableReader& text, const TextContext& context) {
  std::vector<const source::TomlValue*> tables = text.tables("pages");
  if (tables.size() > max_pages) {
    text.faults().add(rule::too_many, tables[max_pages]->at,
                      "the card has " + source::in_thousands(tables.size()) + " pages in " +
                          source::in_ticks(context.language) + "; with more than " + std::to_string(max_pages) +
                          " it is not shown");
    tables.resize(max_pages);
  }
  std::vector<Page> pages;
  pages.reserve(tables.size());
  for (const source::TomlValue* value : tables) {
    source::TableReader reader(std::get<source::TomlTable>(value->is), value->at, text.faults());
    const TextReader read{reader, context.vars};
    Page page;
    page.title = read("title", "every page has a title", max_title_letters);
    page.text = read("text", "every page has a text");
    for (const char* key : {"view", "views"}) reader.find(key);  // see read_views
    page.reading = reading_load_of(page.title + "\n" + page.text, context.language);
    pages.push_back(std::move(page));
    reader.report_unknown_keys();
  }
  return pages;
}

std::vector<ExhibitPart> read_fold_words(const TextReader& read) {
  std::vector<ExhibitPart> parts;
  parts.reserve(fold_keys.size());
  for (const char* key : fold_keys) parts.push_back({"", read(key, "what the sheet shows in this state")});
  return parts;
}

ExhibitPart read_part(const source::TomlTable& table, source::Position at, const TextContext& context,
                      source::FileFaults& faults) {
  source::TableReader reader(table, at, faults);
  const TextReader read{reader, context.vars};
  ExhibitPart part{read("label", "a name of one to four words", max_title_letters),
                   read("text", "what there is to know, in short")};
  reader.report_unknown_keys();
  return part;
}

// The words of the `count` entries of the exhibit's list `key`, "steps" or "months".
std::vector<ExhibitPart> read_listed_words(source::TableReader& words, const char* key, std::size_t count,
                                           const TextContext& context) {
  std::vector<ExhibitPart> parts;
  const source::TomlValue* list = words.find(key);
  for (const source::TomlValue* value : words.tables(key)) {
    parts.push_back(read_part(std::get<source::TomlTable>(value->is), value->at, context, words.faults()));
  }
  const bool is_list = list == nullptr || std::holds_alternative<source::TomlList>(list->is);  // else reported already
  if (is_list && parts.size() != count) {
    words.faults().add(rule::missing_translation, list == nullptr ? words.at() : list->at,
                       "[[text." + context.language + ".exhibit." + key + "]] is written for " +
                           std::to_string(parts.size()) + " " + key + "; the exhibit has " + std::to_string(count));
  }
  return parts;
}

void read_pull_words(source::TableReader& words, const TextReader& read, const Pull& pull, const TextContext& context,
                     ExhibitText& text) {
  for (const char* key : pull_button_keys) {
    text.buttons.push_back(read(key, "what its button says, in one to four words", max_title_letters));
  }
  for (const char* key : pull_keys) text.parts.push_back({"", read(key, "what the muscle does in this state")});
  for (ExhibitPart& part : read_listed_words(words, "months", pull.months.size(), context)) {
    text.parts.push_back(std::move(part));
  }
}

std::vector<ExhibitPart> read_region_words(source::TableReader& words, const Hotspots& hotspots,
                                           const TextContext& context) {
  std::vector<ExhibitPart> parts;
  static const source::TomlTable none;
  const source::TomlValue* value = words.find("regions");
  const source::TomlTable* table = words.table("regions");
  if (value != nullptr && table == nullptr) return parts;
  source::TableReader reader(table == nullptr ? none : *table, value == nullptr ? words.at() : value->at,
                             words.faults());
  for (const Region& region : hotspots.regions) {
    const source::TomlValue* part = reader.find(region.id);
    const source::TomlTable* part_table = reader.table(region.id);
    if (part_table != nullptr) {
      parts.push_back(read_part(*part_table, part->at, context, words.faults()));
    } else if (part == nullptr) {
      words.faults().add(rule::missing_translation, reader.at(),
                         "the words of the region " + source::in_ticks(region.id) +
                             " are missing; write a table [text." + context.language + ".exhibit.regions." + region.id +
                             "]");
    }
  }
  reader.report_unknown_keys();
  return parts;
}

// [text.fr.exhibit], compared with [exhibit].
ExhibitText read_exhibit_text(source::TableReader& text, const TextContext& context) {
  const source::TomlValue* value = text.find("exhibit");
  const Exhibit& exhibit = context.exhibit.exhibit;
  if (!context.exhibit.is_readable) return {};
  const bool has_exhibit = !std::holds_alternative<std::monostate>(exhibit);
  if (value != nullptr && !has_exhibit) {
    text.faults().add(rule::unknown_key, value->at, "`exhibit` has words here, but the card has no table [exhibit]");
  } else if (value == nullptr && has_exhibit) {
    text.faults().add(rule::missing_translation, text.at(),
                      "the words of the exhibit in " + source::in_ticks(context.language) +
                          " are missing; write a table [text." + context.language + ".exhibit]");
  }
  if (value == nullptr || !has_exhibit) return {};
  const source::TomlTable* table = text.table("exhibit");
  if (table == nullptr) return {};
  source::TableReader reader(*table, value->at, text.faults());
  const TextReader read{reader, context.vars};
  ExhibitText words;
  words.title = read("title", "the headline of the exhibit", max_title_letters);
  words.invite = read("invite", "what to do, such as \"Touch a spot.\"");
  if (std::holds_alternative<Fold>(exhibit)) words.parts = read_fold_words(read);
  if (const auto* steps = std::get_if<Steps>(&exhibit)) {
    words.parts = read_listed_words(reader, "steps", steps->steps.size(), context);
  }
  if (const auto* spots = std::get_if<Hotspots>(&exhibit)) words.parts = read_region_words(reader, *spots, context);
  if (const auto* pull = std::get_if<Pull>(&exhibit)) read_pull_words(reader, read, *pull, context, words);
  reader.report_unknown_keys();
  return words;
}

// The size of all texts of a card together.
struct Amount {
  std::size_t letters = 0;  // or bytes, if there are few enough
  std::size_t lines = 0;
};

Amount amount_of(const CardText& text) {
  std::vector<std::string_view> texts;
  const auto add = [&texts](std::initializer_list<std::string_view> some) {
    texts.insert(texts.end(), some.begin(), some.end());
  };
  add({text.topic, text.title, text.lead, text.wall, text.picture_alt, text.ask, text.exhibit.title,
       text.exhibit.invite});
  for (const Page& page : text.pages) add({page.title, page.text});
  for (const ExhibitPart& part : text.exhibit.parts) add({part.label, part.text});
  for (const std::string& button : text.exhibit.buttons) add({button});
  Amount amount;
  std::size_t bytes = 0;
  for (const std::string_view each : texts) {
    bytes += each.size();
    amount.lines += language::line_count(each);
  }
  // Every character has at least one byte, and a pack can have ten thousand cards.
  if (bytes <= max_card_letters) return {bytes, amount.lines};
  for (const std::string_view each : texts) amount.letters += language::code_point_count(each);
  return amount;
}

}  // namespace

CardText read_card_text(const source::TomlTable& table, source::Position at, const TextContext& context,
                        source::FileFaults& faults) {
  source::TableReader reader(table, at, faults);
  const TextReader read{reader, context.vars};
  CardText text;
  text.topic = read("topic", "one or two words that say what the card is about", max_title_letters);
  text.title = read("title", "the headline of the card", max_title_letters);
  text.lead = read("lead", "the message of the card in one to three short sentences");
  text.wall = read.optional("wall");
  text.picture_alt = context.has_picture
                         ? read("picture_alt", "say what the picture shows, for those who cannot see it")
                         : read.optional("picture_alt");
  text.ask = read("ask", "a question that a patient can put to their own clinician");
  text.pages = read_pages(reader, context);
  text.exhibit = read_exhibit_text(reader, context);
  reader.find(
      review::translates_key);  // a wrong one only means that the text is to be looked at: see stale_translations
  const std::string longer = "longer texts belong in [[text." + context.language + ".pages]]";
  std::vector<source::TableReader::Hint> hints{{"text", longer}, {"body", longer}, {"page", longer}};
  hints.insert(hints.end(), hints_of_card().begin(), hints_of_card().end());
  reader.report_unknown_keys(hints);
  const Amount amount = amount_of(text);
  const std::string of_card = " in " + source::in_ticks(context.language) + "; with more than ";
  if (amount.letters > max_card_letters) {
    faults.add(rule::too_long, at,
               "the card has " + source::in_thousands(amount.letters) + " characters" + of_card +
                   source::in_thousands(max_card_letters) + " it is not shown");
  } else if (amount.lines > max_card_lines) {
    faults.add(rule::too_long, at,
               "the card has " + source::in_thousands(amount.lines) + " lines" + of_card +
                   source::in_thousands(max_card_lines) + " it is not shown");
  }
  const std::string heading = text.topic + "\n" + text.title + "\n";
  text.reading = reading_load_of(heading + text.lead, context.language);
  if (!text.wall.empty()) text.wall_reading = reading_load_of(heading + text.wall, context.language);
  return text;
}

}  // namespace anteroom::content
