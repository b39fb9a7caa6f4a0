#include "assembly/missing_letters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <utility>

#include "source/rules.h"
#include "source/toml_files.h"

namespace anteroom::assembly {

namespace {

namespace fs = std::filesystem;

// A table in a file, addressed by its keys from the root down, in which a character may occur.
struct Origin {
  fs::path file;
  std::vector<std::string> keys;
};

void add_exhibit(const ExhibitText& exhibit, std::vector<std::string>& texts) {
  texts.insert(texts.end(), {exhibit.title, exhibit.invite});
  for (const ExhibitPart& part : exhibit.parts) texts.insert(texts.end(), {part.label, part.text});
}

// Every drawn text of a card.
std::vector<std::string> drawn_texts(const CardText& text) {
  std::vector<std::string> texts{text.topic, text.title, text.lead, text.wall, text.ask};
  for (const Page& page : text.pages) texts.insert(texts.end(), {page.title, page.text});
  add_exhibit(text.exhibit, texts);
  return texts;
}

std::string in_utf8(char32_t letter) {
  std::string bytes(U8_MAX_LENGTH, '\0');
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, letter);
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

// False for what a terminal cannot show either, and for marks that combine with the preceding character.
bool is_printable(char32_t letter) {
  const auto point = static_cast<UChar32>(letter);
  return u_isgraph(point) != 0 && (U_GET_GC_MASK(point) & (U_GC_CO_MASK | U_GC_CN_MASK | U_GC_M_MASK)) == 0;
}

// "U+2691 ⚑"
std::string name_of(char32_t letter) {
  char code[16];
  std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(letter));
  return is_printable(letter) ? code + (" " + in_utf8(letter)) : code;
}

// "6 letters of the language `und` (U+18B00, …)"; shortened for a whole script.
std::string list_of(const std::u32string& letters, const std::string& language) {
  constexpr std::size_t max = 20;
  std::string list;
  for (const char32_t letter : letters.substr(0, max)) list += (list.empty() ? "" : ", ") + name_of(letter);
  if (letters.size() > max) list += " and " + std::to_string(letters.size() - max) + " more";
  return std::to_string(letters.size()) + (letters.size() == 1 ? " letter" : " letters") + " of the language `" +
         language + "` (" + list + ")";
}

// `letter` as a TOML file may write it: itself, or an escape.
std::vector<std::string> spellings(char32_t letter) {
  std::vector<std::string> all{in_utf8(letter)};
  const auto add = [&](const char* begin, int digits, bool capital) {
    char code[16];
    std::snprintf(code, sizeof code, capital ? "%0*X" : "%0*x", digits, static_cast<unsigned>(letter));
    all.push_back(begin + std::string(code));
  };
  for (const bool capital : {true, false}) {
    if (letter <= 0xFFFF) add("\\u", 4, capital);
    add("\\U", 8, capital);
  }
  return all;
}

// The first string in `value` that contains `letter`, in file order; null if there is none.
const source::TomlValue* text_with(const source::TomlValue& value, const std::string& letter) {
  if (const auto* text = std::get_if<std::string>(&value.is)) {
    return text->find(letter) == std::string::npos ? nullptr : &value;
  }
  const source::TomlValue* found = nullptr;
  if (const auto* list = std::get_if<source::TomlList>(&value.is)) {
    for (std::size_t i = 0; found == nullptr && i < list->size(); ++i) found = text_with((*list)[i], letter);
  } else if (const auto* table = std::get_if<source::TomlTable>(&value.is)) {
    for (std::size_t i = 0; found == nullptr && i < table->size(); ++i) found = text_with((*table)[i].value, letter);
  }
  return found;
}

// Where `letter` is in the string `text`, as itself or as an escape; else where the string begins.
source::Position place_in(source::FileFaults& faults, const source::TomlValue& text, char32_t letter) {
  for (const std::string& spelling : spellings(letter)) {
    const source::Position at = faults.find(text.at, spelling);
    if (!(at == text.at)) return at;
  }
  return text.at;
}

// No card is left in the first language, so the screen changes to another language by itself.
constexpr source::Rule missing_first_font{rule::missing_font.name, source::Severity::error};

class GlyphFilter {
 public:
  GlyphFilter(Content& content, fs::path config, const Covers& covers, source::TomlFiles& files,
              source::Diagnostics& diagnostics)
      : content_(content),
        config_(std::move(config)),
        included_(content.settings.included),
        pack_(content.settings.content),
        assets_(content.assets),
        covers_(covers),
        files_(files),
        diagnostics_(diagnostics) {}

  void filter() {
    Pack& pack = content_.pack;
    for (std::size_t i = pack.languages.size(); i-- > 0;) filter_language(i);
    if (pack.languages.empty()) pack.cards.clear();
    std::erase_if(pack.cards, [](const Card& card) {
      return std::none_of(card.text.begin(), card.text.end(), [](const CardText& text) { return !text.title.empty(); });
    });
    const std::string first = pack.languages.empty() ? "en" : pack.languages.front();
    cut(content_.settings.clinic_name, first, in_settings({"clinic", "name"}), "the clinic's name is shown without it");
  }

 private:
  std::u32string missing(const std::vector<std::string>& texts, const std::string& language) const {
    std::u32string letters = letters_of(texts);
    std::erase_if(letters, [&](char32_t letter) { return covers_(letter, language); });
    return letters;
  }

  void filter_language(std::size_t index) {
    const std::string language = content_.pack.languages[index];
    std::vector<std::string> all;
    for (const Card& card : content_.pack.cards) {
      const std::vector<std::string> texts = drawn_texts(card.text[index]);
      all.insert(all.end(), texts.begin(), texts.end());
    }
    const std::map<std::string, std::u32string> by_card = hit_cards(index, missing(all, language));
    const std::size_t cards = content_.pack.cards.size();
    const bool has_no_font = !by_card.empty() && (index == 0 ? by_card.size() == cards : by_card.size() * 2 > cards);
    if (has_no_font) {
      for (const auto& [key, word] : words_for(content_, language).words) all.push_back(word);
      source::add_file_fault(
          diagnostics_, index == 0 ? missing_first_font : rule::missing_font, (assets_ / "fonts.toml").generic_string(),
          "no installed font has " + list_of(missing(all, language), language) + ", so it is not offered");
      drop_language(content_.pack, index);
    } else if (filter_interface(index, language)) {
      filter_cards(index, language, by_card);
      cut(content_.pack.source[index], language, {{pack_ / "pack.toml", {"source", language}}},
          "the source is shown without it");
    }
  }

  // The cards that show any of `letters` in the language, each with the ones it shows.
  std::map<std::string, std::u32string> hit_cards(std::size_t index, const std::u32string& letters) const {
    std::map<std::string, std::u32string> by_card;
    if (letters.empty()) return by_card;  // almost always; saves time at every start
    for (const Card& card : content_.pack.cards) {
      std::u32string hit = letters_of(drawn_texts(card.text[index]));
      std::erase_if(hit, [&](char32_t letter) { return letters.find(letter) == std::u32string::npos; });
      if (!hit.empty()) by_card[card.id] = std::move(hit);
    }
    return by_card;
  }

  // "the card `two` is skipped in `fr`". Requires: the language is not yet left out.
  std::string what_becomes_of(const std::string& card, std::size_t language) const {
    const Pack& pack = content_.pack;
    const bool in_first = content_.settings.missing_text == MissingText::first && language > 0;
    return "the card `" + card + "` is " +
           (in_first ? "shown in `" + pack.languages.front() + "` instead of `" : std::string("skipped in `")) +
           pack.languages[language] + "`";
  }

  void filter_cards(std::size_t index, const std::string& language,
                    const std::map<std::string, std::u32string>& by_card) {
    for (const auto& [id, letters] : by_card) {
      std::vector<Origin> origins{{pack_ / "cards" / (id + ".toml"), {"text", language}},
                                  {pack_ / "pack.toml", {"vars", language}}};
      const std::vector<Origin> own = in_settings({"clinic", "vars", language});
      origins.insert(origins.end(), own.begin(), own.end());
      const std::string outcome = what_becomes_of(id, index);
      for (const char32_t letter : letters) report_missing(origins, letter, outcome);
      for (Card& card : content_.pack.cards) {
        if (card.id == id) card.text[index] = {};
      }
    }
  }

  // Returns false if the language is no longer offered.
  bool filter_interface(std::size_t index, const std::string& language) {
    const InterfaceWords& words = words_for(content_, language);
    const std::string outcome =
        index == 0 ? "this word is shown in English" : "the language `" + language + "` is not offered";
    const std::string file = words.language + ".toml";
    const std::string base = words.language.substr(0, words.language.find('-')) + ".toml";
    const std::vector<Origin> origins{{pack_ / "interface" / file, {"words"}},
                                      {assets_ / "interface" / file, {"words"}},
                                      {assets_ / "interface" / base, {"words"}}};
    std::vector<std::string> keys;
    for (const auto& [key, word] : words.words) {
      const std::u32string letters = missing({word}, language);
      for (const char32_t letter : letters) report_missing(origins, letter, outcome);
      if (!letters.empty()) keys.push_back(key);
    }
    if (keys.empty()) return true;
    if (index > 0) {
      drop_language(content_.pack, index);
      return false;
    }
    for (InterfaceWords& own : content_.interface) {
      if (own.language != words.language) continue;
      for (const std::string& key : keys) own.words.erase(key);
    }
    return true;
  }

  // `keys` in the settings, and in the file that they include.
  std::vector<Origin> in_settings(const std::vector<std::string>& keys) const {
    std::vector<Origin> origins{{config_, keys}};
    if (!included_.empty()) origins.push_back({included_, keys});
    return origins;
  }

  // Reports `letter` in the first of `origins` that contains it, else for the first file as a whole.
  void report_missing(const std::vector<Origin>& origins, char32_t letter, const std::string& outcome) {
    constexpr std::uintmax_t max_bytes = 4UL * 1024 * 1024;  // the limit of pack.toml, the largest of these files
    const std::string message = "no installed font has the character " + name_of(letter) + ", so " + outcome;
    for (const Origin& origin : origins) {
      const source::TomlFile* file = files_.read(origin.file, max_bytes);
      const source::TomlValue* table = file == nullptr ? nullptr : source::find_value(file->values(), origin.keys);
      const source::TomlValue* text = table == nullptr ? nullptr : text_with(*table, in_utf8(letter));
      if (text == nullptr) continue;
      source::FileFaults faults(file->source, diagnostics_);
      faults.add(rule::missing_character, place_in(faults, *text, letter), message);
      return;
    }
    source::add_file_fault(diagnostics_, rule::missing_character, origins.front().file.generic_string(), message);
  }

  // Removes from `text` the characters that no font has.
  void cut(std::string& text, const std::string& language, const std::vector<Origin>& origins,
           const std::string& outcome) {
    for (const char32_t letter : missing({text}, language)) {
      report_missing(origins, letter, outcome);
      const std::string bytes = in_utf8(letter);
      for (std::size_t at = text.find(bytes); at != std::string::npos; at = text.find(bytes, at)) {
        text.erase(at, bytes.size());
      }
    }
  }

  Content& content_;
  const fs::path config_, included_, pack_, assets_;
  const Covers& covers_;
  source::TomlFiles& files_;
  source::Diagnostics& diagnostics_;
};

}  // namespace

std::u32string letters_of(const std::vector<std::string>& texts) {
  std::set<char32_t> letters;
  for (const std::string& text : texts) {
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
      UChar32 letter = 0;
      U8_NEXT(text.data(), at, size, letter);
      // Unassigned, or newer than ICU's tables: drawn like any character, so mostly as a box.
      const bool is_drawn = letter > 0x20 && (u_isgraph(letter) != 0 || u_charType(letter) == U_UNASSIGNED);
      if (is_drawn && u_hasBinaryProperty(letter, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0) {
        letters.insert(static_cast<char32_t>(letter));
      }
    }
  }
  return {letters.begin(), letters.end()};
}

void drop_unrenderable_text(Content& content, const fs::path& config, const Covers& covers, source::TomlFiles& files,
                            source::Diagnostics& diagnostics) {
  GlyphFilter(content, config, covers, files, diagnostics).filter();
}

}  // namespace anteroom::assembly
