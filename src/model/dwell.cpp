#include "model/dwell.h"

#include <algorithm>
#include <cmath>

namespace anteroom {

Millis reading_time(const ReadingLoad& load, bool has_picture, const Loop& loop) {
  const Millis by_words(std::llround(load.words * 60'000.0 / loop.words_per_minute));
  const Millis by_characters = load.characters * loop.per_character;
  Millis total = loop.settle + std::max(by_words, by_characters);
  if (has_picture) total += loop.per_picture;
  return std::max<Millis>(total, loop.min_dwell);
}

Millis dwell(const Card& card, std::size_t language, const Loop& loop) {
  if (card.dwell) return *card.dwell;
  return reading_time(card.text[language].reading, !card.picture.empty(), loop);
}

}  // namespace anteroom
