#include "report/language_room.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "report/every_screen.h"
#include "scene/legibility.h"

namespace anteroom::report {

namespace {

bool has_room(const Content& content, text::Fonts& fonts, WallTime time) {
  constexpr int sizes[] = {100, 150, 200};
  return std::all_of(std::begin(sizes), std::end(sizes), [&](int percent) {
    Session look;
    look.text_percent = percent;
    return !scene::legibility(language_screens(content, fonts, time, look)).is_crowded();
  });
}

}  // namespace

std::size_t languages_with_room(Content content, text::Fonts& fonts, WallTime time) {
  std::vector<std::string> tags;
  for (const std::size_t language : offered_languages(content)) tags.push_back(content.pack.languages[language]);
  content.settings.languages = std::move(tags);
  while (content.settings.languages.size() > 1 && !has_room(content, fonts, time))
    content.settings.languages.pop_back();
  return content.settings.languages.size();
}

}  // namespace anteroom::report
