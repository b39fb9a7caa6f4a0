#include "content/card_file.h"

#include <algorithm>
#include <utility>

#include "content/limits.h"
#include "content/link.h"
#include "content/misplaced_keys.h"
#include "content/pack_file.h"
#include "content/read_motion.h"
#include "content/read_picture.h"
#include "content/read_views.h"
#include "content/read_when.h"
#include "content/usable_text.h"
#include "language/language_name.h"
#include "source/nearest.h"
#include "source/parse_toml.h"
#include "source/printable.h"
#include "source/table_reader.h"

namespace anteroom::content {

namespace {

std::string read_link(source::TableReader& reader) {
  const auto link = reader.string("link");
  if (!link || !check_text(*link, reader.faults())) return {};
  Link encoded = encode_link(link->text);
  if (encoded.fault.empty()) return std::move(encoded.encoded);
  reader.faults().add(rule::bad_link, link->at, "`link` is " + source::in_ticks(link->text) + "; " + encoded.fault);
  return {};
}

void read_show(source::TableReader& reader, Card& card) {
  const source::TomlValue* value = reader.find("show");
  const auto screens = reader.strings("show", "a list of `kiosk` and `wall`");
  if (!screens) return;
  card.on_kiosk = card.on_wall = false;
  for (const source::Located& screen : *screens) {
    if (screen.text == "kiosk") {
      card.on_kiosk = true;
    } else if (screen.text == "wall") {
      card.on_wall = true;
    } else {
      reader.faults().add(rule::bad_value, screen.at,
                          "`show` holds " + source::in_ticks(screen.text) + "; it should be `kiosk` or `wall`" +
                              source::did_you_mean(screen.text, {"kiosk", "wall"}));
    }
  }
  if (screens->empty()) {
    reader.faults().add(rule::hidden_card, value->at,
                        "`show` is empty, so no screen shows this card; to show it, write "
                        "show = [\"kiosk\", \"wall\"]");
  }
}

// Reads [text.fr] into `text`. False, and a fault, if it is missing.
bool read_text(source::TableReader& texts, const CardContext& context, std::size_t language,
               const ExhibitEntry& exhibit, bool has_picture, CardText& text) {
  const std::string& tag = context.languages[language];
  if (texts.find(tag) == nullptr) return false;
  const source::TomlTable* table = texts.table(tag);
  if (table == nullptr) return false;
  text = read_card_text(*table, texts.find(tag)->at, {tag, context.vars.at(tag), exhibit, has_picture}, texts.faults());
  const source::TomlEntry* pages = source::find_entry(*table, "pages");
  return pages == nullptr || std::holds_alternative<source::TomlList>(pages->value.is);  // else reported already
}

// "`fr`, `es` and `ar`"
std::string list_of(const std::vector<std::string>& languages) {
  std::string list;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (i > 0) list += i + 1 == languages.size() ? " and " : ", ";
    list += source::in_ticks(languages[i]);
  }
  return list;
}

// Names the languages in which the card has no text at all.
void report_untranslated(source::TableReader& texts, const CardContext& context) {
  const std::string& first = context.languages.front();
  std::vector<std::string> missing = context.languages;
  std::erase_if(missing, [&](const std::string& tag) { return texts.find(tag) != nullptr; });
  if (missing.empty()) return;
  const bool in_first = context.missing_text == MissingText::first && missing.front() != first;
  texts.faults().add(in_first ? rule::in_first_language : rule::untranslated_card, texts.at(),
                     "the card has no text in " + list_of(missing) + ", so it is " +
                         (in_first ? "shown in " + language::english_name(first) : "skipped") + " there; write [text." +
                         missing.front() + "]" + (missing.size() > 1 ? " and so on" : ""));
}

std::string pages_of(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " page" : " pages");
}

// Reports the languages whose text has another number of pages than most have, and counts it in `errors`. Where two
// numbers are as common, that of the language listed first holds. `readable`: whose texts were read.
void compare_pages(source::TableReader& texts, const CardContext& context, const std::vector<std::size_t>& readable,
                   const Card& card, std::vector<int>& errors) {
  const auto with = [&](std::size_t pages) {
    std::vector<std::string> languages;
    for (const std::size_t i : readable) {
      if (card.text[i].pages.size() == pages) languages.push_back(context.languages[i]);
    }
    return languages;
  };
  std::size_t usual = 0;
  std::vector<std::string> most;
  for (const std::size_t i : readable) {
    const std::size_t pages = card.text[i].pages.size();
    if (std::vector<std::string> same = with(pages); same.size() > most.size()) {
      most = std::move(same);
      usual = pages;
    }
  }
  for (const std::size_t i : readable) {
    const std::size_t pages = card.text[i].pages.size();
    if (pages == usual) continue;
    const std::string& language = context.languages[i];
    const std::size_t apart = pages < usual ? usual - pages : pages - usual;
    const std::string write = apart == 1 ? "write the missing page " : "write the missing pages ";
    const std::string remove = "remove " + (apart == 1 ? std::string("one ") : std::to_string(apart) + " ");
    std::string message = "[text.";
    message.append(language).append("] has ").append(pages_of(pages)).append(", but ").append(pages_of(usual));
    message.append(" in ")
        .append(list_of(most))
        .append("; ")
        .append(pages < usual ? write : remove)
        .append("here, or ");
    message.append(pages < usual ? remove : write).append("there");
    texts.faults().add(rule::missing_translation, texts.find(language)->at, message);
    ++errors[i];
  }
}

// Returns how many errors are in the texts of single languages: the card is skipped there and shown in the others.
int read_texts(source::TableReader& reader, const CardContext& context, const ExhibitEntry& exhibit, CardFile& file) {
  const bool has_picture = reader.find("picture") != nullptr;
  Card& card = file.card;
  card.text.resize(context.languages.size());
  source::FileFaults& faults = reader.faults();
  if (!reader.require("text", "write a table [text.en] for each language of the pack")) return 0;
  const source::TomlTable* by_language = reader.table("text");
  if (by_language == nullptr) return 0;
  source::TableReader texts(*by_language, reader.find("text")->at, faults);
  std::vector<int> errors(context.languages.size());
  std::vector<std::size_t> readable;  // the languages whose pages can be counted
  for (std::size_t i = 0; i < context.languages.size(); ++i) {
    const int before = faults.error_count();
    file.is_begun.push_back(texts.find(context.languages[i]) != nullptr);
    if (read_text(texts, context, i, exhibit, has_picture, card.text[i])) readable.push_back(i);
    errors[i] = faults.error_count() - before;
  }
  compare_pages(texts, context, readable, card, errors);
  int excused = 0;
  for (std::size_t i = 0; i < context.languages.size(); ++i) {
    if (errors[i] == 0) {
      const auto& vars = context.vars.at(context.languages[i]);
      const auto number = vars.find("emergency");
      if (card.is_urgent && card.has_text(i) && number != vars.end()) card.text[i].emergency = number->second;
      continue;
    }
    card.text[i] = {};
    excused += errors[i];
  }
  report_untranslated(texts, context);
  report_other_languages(*by_language, context.languages, faults);
  return excused;
}

// Returns the number of errors that remove a language but not the card.
int read_keys(const CardContext& context, CardFile& file, source::FileFaults& faults) {
  source::TableReader reader(file.table, source::file_begin, faults);
  Card& card = file.card;
  if (const auto claims = reader.strings("claims", "a list of claim ids, such as [\"C1\"]")) {
    for (const source::Located& claim : *claims) card.claims.emplace_back(claim.text);
  }
  card.picture = read_picture(reader, context.folder);
  if (const auto ground = reader.choice("ground", ground_names())) card.ground = static_cast<Ground>(*ground + 1);
  card.is_sequence = reader.boolean("sequence").value_or(false);
  card.stands = reader.boolean("stands").value_or(false);
  card.is_urgent = reader.choice("layout", {"usual", "urgent"}).value_or(0) == 1;
  read_show(reader, card);
  if (const auto dwell = reader.integer("dwell_s", {1, 3600, "seconds"})) card.dwell = std::chrono::seconds(*dwell);
  card.link = read_link(reader);
  card.when = read_when(reader);
  ExhibitEntry entry = read_exhibit(reader, card.picture, context.folder, context.picture_facts);
  const int excused = read_texts(reader, context, entry, file);
  const ExhibitSource picture{card.picture, reader.find("picture") != nullptr, context.folder, context.picture_facts};
  read_motion(reader, picture, context.languages.front(), card);
  read_views(reader, picture, context.languages, card);
  if (entry.is_readable && entry.is_placed) {
    card.exhibit = std::move(entry.exhibit);
  } else {
    for (CardText& text : card.text) text.exhibit = {};
  }
  reader.report_unknown_keys(hints_of_card());
  return excused;
}

}  // namespace

CardFile read_card_file(const CardContext& context, const std::string& id) {
  CardFile file;
  file.card.id = id;
  const std::string place = card_place(id);
  const std::string reported_path = context.folder.reported_path(place);
  if (!context.folder.contains(place)) {
    source::add_file_fault(file.diagnostics, rule::outside_pack, reported_path,
                           "this is a link that leads out of the pack");
    return file;
  }
  auto source = source::read_source(context.folder.path(place), reported_path, max_card_bytes, file.diagnostics);
  if (!source) return file;
  file.source = std::move(*source);
  source::FileFaults faults(file.source, file.diagnostics);
  auto table = source::parse_toml(file.source, faults);
  if (!table) return file;
  file.table = std::move(*table);
  take_back_misplaced_keys(file.table, faults);
  const int excused = read_keys(context, file, faults);
  const auto has_words = [](const CardText& text) { return !text.title.empty(); };
  file.is_valid =
      faults.error_count() == excused && std::any_of(file.card.text.begin(), file.card.text.end(), has_words);
  return file;
}

}  // namespace anteroom::content
