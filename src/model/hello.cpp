#include "model/hello.h"

#include "model/dwell.h"

namespace anteroom {

bool opens_with_hello(const Content& content) {
  const Settings& settings = content.settings;
  if (!settings.loop.hello) return false;
  return settings.role == Role::wall ? settings.wall.names_touchscreen() : offered_languages(content).size() >= 2;
}

Millis hello_dwell(const Content& content, std::size_t language) {
  const ReadingLoad load = language < content.greetings.size() ? content.greetings[language] : ReadingLoad{};
  return reading_time(load, false, content.settings.loop);
}

std::string touchscreen_place(const Content& content, const std::string& language) {
  const WallSettings& wall = content.settings.wall;
  const InterfaceWords& words = words_for(content, language);
  if (!wall.ready_place.empty()) {
    const std::string key = "place_" + wall.ready_place;
    return words.has(key) ? words.say(key) : std::string();
  }
  auto own = wall.place.find(language);
  if (own == wall.place.end()) own = wall.place.find(language.substr(0, language.find('-')));
  return own == wall.place.end() ? std::string() : own->second;
}

}  // namespace anteroom
