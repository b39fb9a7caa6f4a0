#include <utility>

#include "content/card_file.h"
#include "content/reading_load.h"
#include "content/table_reader.h"
#include "content/variables.h"

namespace anteroom::content {

namespace {

// Long strings in three quotes come with the line breaks that set them off.
std::string_view trimmed(std::string_view text) {
  constexpr const char* blanks = " \t\n";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

struct TextReader {
  TableReader& reader;
  const std::map<std::string, std::string>& vars;

  std::string operator()(const char* key, const char* advice) const {
    if (!reader.require(key, advice)) return {};
    return optional(key);
  }

  std::string optional(const char* key) const {
    const auto text = reader.string(key, "a string");
    if (!text || !is_clean(*text, reader.faults())) return {};
    if (trimmed(text->text).empty()) {
      reader.faults().add(rule::empty_text, text->at, std::string("`") + key + "` is empty");
      return {};
    }
    const auto expanded = expand_variables(*text, vars, reader.faults());
    // A copy of just the right size: the cards stay in memory for years.
    return expanded ? std::string(trimmed(*expanded)) : std::string();
  }
};

std::vector<Page> read_pages(TableReader& text, const std::map<std::string, std::string>& vars) {
  const std::vector<const TomlValue*> tables = text.tables("pages");
  std::vector<Page> pages;
  pages.reserve(tables.size());
  for (const TomlValue* value : tables) {
    TableReader reader(std::get<TomlTable>(value->is), value->at, text.faults());
    const TextReader read{reader, vars};
    Page page;
    page.title = read("title", "every page has a title");
    page.text = read("text", "every page has a text");
    pages.push_back(std::move(page));
    reader.report_unknown_keys();
  }
  return pages;
}

}  // namespace

CardText read_card_text(const TomlTable& table, Place at, const std::string& language,
                        const std::map<std::string, std::string>& vars, bool has_picture, FileFaults& faults) {
  TableReader reader(table, at, faults);
  const TextReader read{reader, vars};
  CardText text;
  text.topic = read("topic", "one or two words that say what the card is about");
  text.title = read("title", "the headline of the card");
  text.lead = read("lead", "the message of the card in one to three short sentences");
  text.picture_alt = has_picture ? read("picture_alt", "say what the picture shows, for those who cannot see it")
                                 : read.optional("picture_alt");
  text.ask = read("ask", "a question that a patient can put to their own clinician");
  text.pages = read_pages(reader, vars);
  reader.report_unknown_keys();
  text.reading = reading_load(text.topic + "\n" + text.title + "\n" + text.lead, language);
  return text;
}

}  // namespace anteroom::content
