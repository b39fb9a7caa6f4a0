#include "model/dwell.h"

#include <algorithm>
#include <cmath>

namespace anteroom {

Loop loop_of(Pace pace) {
  Loop loop;
  if (pace == Pace::usual) return loop;
  const double factor = pace == Pace::slow ? 1.5 : 2.0 / 3.0;
  loop.min_dwell = std::chrono::seconds(std::llround(static_cast<double>(loop.min_dwell.count()) * factor));
  loop.words_per_minute /= factor;
  loop.per_character = Millis(std::llround(static_cast<double>(loop.per_character.count()) * factor));
  return loop;
}

void set_pace(Loop& loop, Pace pace) {
  const Loop wanted = loop_of(pace);
  loop.min_dwell = wanted.min_dwell;
  loop.words_per_minute = wanted.words_per_minute;
  loop.per_character = wanted.per_character;
}

Millis reading_time(const ReadingLoad& load, bool has_picture, const Loop& loop) {
  const Millis by_words(std::llround(load.words * 60'000.0 / loop.words_per_minute));
  const Millis by_characters = load.characters * loop.per_character;
  Millis total = loop.settle + std::max(by_words, by_characters);
  if (has_picture) total += loop.per_picture;
  return std::max<Millis>(total, loop.min_dwell);
}

Millis dwell(const Card& card, std::size_t language, Role role, const Loop& loop) {
  if (card.dwell) return *card.dwell;
  const CardText& text = card.text[language];
  return reading_time(role == Role::wall && !text.wall.empty() ? text.wall_reading : text.reading,
                      !card.picture.empty(), loop);
}

}  // namespace anteroom
