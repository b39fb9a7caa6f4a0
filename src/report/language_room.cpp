#include "report/language_room.h"

#include <string>
#include <utility>
#include <vector>

#include "report/every_screen.h"
#include "scene/legibility.h"

namespace anteroom::report {

namespace {

bool has_room(const Content& content, text::Fonts& fonts, WallTime time, int percent) {
  Session look;
  look.text_percent = percent;
  return !scene::legibility(language_screens(content, fonts, time, look)).is_crowded();
}

}  // namespace

std::optional<int> size_without_language_room(const Content& content, text::Fonts& fonts, WallTime time) {
  for (const int percent : {100, 150, 200}) {
    if (!has_room(content, fonts, time, percent)) return percent;
  }
  return {};
}

std::size_t languages_with_room(Content content, text::Fonts& fonts, WallTime time) {
  std::vector<std::string> tags;
  for (const std::size_t language : offered_languages(content)) tags.push_back(content.pack.languages[language]);
  content.settings.languages = std::move(tags);
  while (content.settings.languages.size() > 1 && size_without_language_room(content, fonts, time))
    content.settings.languages.pop_back();
  return content.settings.languages.size();
}

}  // namespace anteroom::report
