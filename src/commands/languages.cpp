#include "commands/languages.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "content/read_families.h"
#include "content/rules.h"
#include "content/source_file.h"

namespace anteroom::commands {

namespace {

namespace fs = std::filesystem;

const InterfaceWords* words_of(const Content& content, const std::string& language) {
  const InterfaceWords& words = words_for(content, language);
  const bool own = words.language == language || words.language == language.substr(0, language.find('-'));
  return own ? &words : nullptr;
}

void tell(content::Diagnostics& diagnostics, const content::Rule& rule, const fs::path& file, std::string message) {
  content::add_file_fault(diagnostics, rule, file.generic_string(), std::move(message));
}

void add_exhibit(const ExhibitText& exhibit, std::vector<std::string>& texts) {
  texts.insert(texts.end(), {exhibit.title, exhibit.invite});
  for (const ExhibitPart& part : exhibit.parts) texts.insert(texts.end(), {part.label, part.text});
}

// Every text that the screen may show in language `index`.
std::vector<std::string> texts_in(const Content& content, std::size_t index) {
  std::vector<std::string> texts{content.pack.title[index], content.pack.source[index], content.settings.clinic_name};
  for (const auto& [key, word] : words_for(content, content.pack.languages[index]).words) texts.push_back(word);
  for (const Card& card : content.pack.cards) {
    const CardText& text = card.text[index];
    texts.insert(texts.end(), {text.topic, text.title, text.lead, text.ask});
    for (const Page& page : text.pages) texts.insert(texts.end(), {page.title, page.text});
    add_exhibit(text.exhibit, texts);
  }
  return texts;
}

std::string in_utf8(char32_t letter) {
  std::string bytes(U8_MAX_LENGTH, '\0');
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, letter);
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

// `some`: a few of the `count` letters.
std::string uncovered_words(const std::string& language, const std::string& some, std::size_t count) {
  return "no installed font has " + std::to_string(count) + " letters of the language `" + language + "` (" + some +
         "), so it is not offered";
}

}  // namespace

std::vector<std::string> languages_of(const Content& content) {
  return content.pack.languages.empty() ? std::vector<std::string>{"en"} : content.pack.languages;
}

void leave_out_wordless(Content& content, content::Diagnostics& diagnostics) {
  for (std::size_t i = content.pack.languages.size(); i-- > 0;) {
    const std::string language = content.pack.languages[i];
    const InterfaceWords* words = words_of(content, language);
    if (words != nullptr && words->words.size() == interface_keys().size()) continue;
    const fs::path file =
        fs::path(content.assets) / "interface" / ((words == nullptr ? language : words->language) + ".toml");
    const std::string what = words == nullptr ? "there is no such file" : "words of the interface are missing here";
    const bool first = i == 0;  // of the pack: somebody must be able to read something
    tell(diagnostics, content::rule::unfinished_language, file,
         what + ", so " + (first ? "they are shown in English" : "the language `" + language + "` is not offered"));
    if (!first) drop_language(content.pack, i);
  }
}

std::u32string letters_of(const std::vector<std::string>& texts) {
  std::set<char32_t> letters;
  for (const std::string& text : texts) {
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
      UChar32 letter = 0;
      U8_NEXT(text.data(), at, size, letter);
      if (letter > 0x20 && u_isgraph(letter) != 0 &&
          u_hasBinaryProperty(letter, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0) {
        letters.insert(static_cast<char32_t>(letter));
      }
    }
  }
  return {letters.begin(), letters.end()};
}

std::unique_ptr<paint::FaceTable> load_faces(Content& content, content::Diagnostics& diagnostics) {
  const fs::path file = fs::path(content.assets) / "fonts.toml";
  std::vector<paint::FamilyChoice> choices;
  for (content::FontFamilies& entry : content::read_families(file, diagnostics)) {
    choices.push_back({std::move(entry.language), std::move(entry.families)});
  }
  auto faces = std::make_unique<paint::FaceTable>(choices, languages_of(content));
  for (const std::string& family : faces->missing_families()) {
    tell(diagnostics, missing_font, file, "the font family \"" + family + "\" is not installed");
  }
  for (std::size_t i = content.pack.languages.size(); i-- > 1;) {
    const std::string language = content.pack.languages[i];
    std::string uncovered;
    std::size_t count = 0;
    for (const char32_t letter : letters_of(texts_in(content, i))) {
      if (faces->covers(letter, language, text::Weight::regular)) continue;
      constexpr std::size_t most = 5;
      if (++count > most) continue;
      if (!uncovered.empty()) uncovered += ' ';
      uncovered += in_utf8(letter);
    }
    if (count == 0) continue;
    tell(diagnostics, missing_font, file, uncovered_words(language, uncovered, count));
    drop_language(content.pack, i);
  }
  return faces;
}

}  // namespace anteroom::commands
