#include "content/greetings.h"

#include "language/words.h"
#include "model/hello.h"

namespace anteroom::content {

namespace {

void add(ReadingLoad& load, const std::string& text, const std::string& language) {
  const language::Counts counts = language::counts(text, language);
  load.words += counts.words;
  load.characters += counts.characters;
}

}  // namespace

std::vector<ReadingLoad> greetings_reading(const Content& content) {
  ReadingLoad of_all;
  for (const std::size_t each : offered_languages(content)) {
    const std::string& language = content.pack.languages[each];
    const InterfaceWords& words = words_for(content, language);
    if (words.has("greeting")) add(of_all, words.say("greeting"), language);
    add(of_all, words.say("language_name"), language);
  }
  std::vector<ReadingLoad> all(content.pack.languages.size(), of_all);
  for (std::size_t i = 0; i < all.size() && content.settings.role == Role::wall; ++i) {
    const std::string& language = content.pack.languages[i];
    const std::string place = touchscreen_place(content, language);
    if (!place.empty()) add(all[i], words_for(content, language).say("touchscreen_at", {{"place", place}}), language);
  }
  return all;
}

}  // namespace anteroom::content
