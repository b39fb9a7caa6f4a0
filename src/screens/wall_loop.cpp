#include "screens/wall_loop.h"

#include <algorithm>
#include <array>
#include <utility>

namespace anteroom::screens {

namespace {

// How much of the screen's width a picture has. One whose words do not fit takes the next; beside words it is the same
// for all cards of a loop, as far as it is not below the least common one, so that their words begin at one edge.
constexpr std::array shares_beside_words{0.622, 0.61, 0.6, 0.592, 0.58, 0.57, 0.56,
                                         0.54,  0.52, 0.5, 0.46,  0.42, 0.36, 0.3};
constexpr double least_common = 0.5;
constexpr double least_for_titles = 0.592;  // down to this it is smaller where titles have even lines only then
constexpr double even_line = 0.45;          // of the longest line of a title: its shortest one
constexpr std::size_t most_compared = 60;   // cards of a loop: of a longer one, only the first are looked at
constexpr std::array above_words{1.0, 0.95, 0.9, 0.85, 0.8, 0.78, 0.7, 0.6, 0.5, 0.4};

constexpr double least_title = 0.975;
constexpr std::array beside_letters{Letters{1.18, 1.4},         Letters{1.18, 1.3},         Letters{1.18, 1.2},
                                    Letters{1.1, 1.3},          Letters{1.1, 1.2},          Letters{least_title, 1.35},
                                    Letters{least_title, 1.3},  Letters{least_title, 1.25}, Letters{least_title, 1.2},
                                    Letters{least_title, 1.15}, Letters{least_title, 1.1},  Letters{least_title, 1.05},
                                    Letters{least_title, 1},    Letters{least_title, 0.95}, Letters{least_title, 0.9}};
constexpr std::array below_letters{Letters{1.4, 1.5}, Letters{1.4, 1.4},  Letters{1.4, 1.25}, Letters{1.3, 1.5},
                                   Letters{1.3, 1.4}, Letters{1.3, 1.25}, Letters{1.2, 1.4},  Letters{1.2, 1.25},
                                   Letters{1.2, 1.1}, Letters{1.1, 1.4},  Letters{1.1, 1.25}, Letters{1, 1.4},
                                   Letters{1, 1.3},   Letters{1, 1.2},    Letters{1, 1.1},    Letters{1, 1},
                                   Letters{1, 0.9}};

// True if the words of `card` fit beside a picture of `share`, in the smallest letters.
bool words_fit(const View& view, const Card& card, const CardText& text, double share) {
  const WallAreas areas = wall_areas(view, share, has_number(card, text) ? number_band_height(view) : 0);
  return wall_words(view, card, text, areas.words, false, beside_letters.back(), {}).fits;
}

// True if the title of `text` has at most two lines beside a picture of `share`, and none is much shorter than the
// other.
bool has_even_title(const View& view, const CardText& text, double share) {
  const View own = in_language_of(text, view);
  text::Style style = type_scale(own).title;
  style.size_mm *= least_title;
  const double width = wall_areas(view, share, 0).words.w;
  const std::vector<text::Line> lines = text::lay_out(text.title, style, width, view.fonts).lines;
  const auto [shortest, longest] = std::minmax_element(
      lines.begin(), lines.end(), [](const auto& one, const auto& other) { return one.width_mm < other.width_mm; });
  return lines.empty() || (lines.size() <= 2 && shortest->width_mm >= even_line * longest->width_mm);
}

}  // namespace

bool has_number(const Card& card, const CardText& text) {
  return card.is_urgent && !text.emergency.empty();
}

std::vector<double> picture_shares(const View& view) {
  if (view.portrait()) return {above_words.begin(), above_words.end()};
  return {shares_beside_words.begin(), shares_beside_words.end()};
}

std::vector<Letters> letter_sizes(const View& view) {
  if (view.portrait()) return {below_letters.begin(), below_letters.end()};
  return {beside_letters.begin(), beside_letters.end()};
}

std::vector<LoopCard> loop_of(const View& view) {
  const Pack& pack = view.content.pack;
  const auto language = static_cast<std::size_t>(
      std::find(pack.languages.begin(), pack.languages.end(), view.language) - pack.languages.begin());
  std::vector<LoopCard> loop;
  for (const Card& card : pack.cards) {
    if (loop.size() == most_compared) break;
    if (!card.shown_on(view.role()) || card.picture.empty() || language >= card.text.size() ||
        !card.has_text(language)) {
      continue;
    }
    loop.push_back({&card, &card.text[language]});
  }
  std::stable_partition(loop.begin(), loop.end(), [](const LoopCard& each) { return !each.card->is_urgent; });
  return loop;
}

double common_share(const View& view, const std::vector<LoopCard>& loop) {
  std::size_t place = 0;
  for (const LoopCard& each : loop) {
    if (!words_fit(view, *each.card, *each.text, least_common)) continue;  // it has a smaller picture than the others
    while (shares_beside_words[place] > least_common &&
           !words_fit(view, *each.card, *each.text, shares_beside_words[place]))
      ++place;
  }
  std::size_t best = place, fewest = loop.size() + 1;
  for (std::size_t each = place; fewest > 0 && shares_beside_words[each] >= least_for_titles; ++each) {
    const auto uneven = static_cast<std::size_t>(std::count_if(loop.begin(), loop.end(), [&](const LoopCard& card) {
      return !has_even_title(view, *card.text, shares_beside_words[each]);
    }));
    if (uneven >= fewest) continue;
    best = each;
    fewest = uneven;
  }
  return shares_beside_words[best];
}

std::size_t most_title_lines(std::size_t least) {
  return std::max<std::size_t>(least, 2);
}

std::size_t common_letters(const View& view, const std::vector<LoopCard>& loop, double share,
                           const std::vector<Letters>& letters) {
  const WallAreas areas = wall_areas(view, share, 0);
  const auto words_in = [&](const LoopCard& each, const Letters& size) {
    return wall_words(view, *each.card, *each.text, areas.words, false, size, {});
  };
  std::vector<std::pair<LoopCard, std::size_t>> usual;  // with how many lines their titles may have
  for (const LoopCard& each : loop) {
    if (each.card->is_urgent) break;
    const WallWords least = words_in(each, letters.back());
    if (least.fits) usual.emplace_back(each, most_title_lines(least.title_lines));
  }
  const auto suits = [&](const Letters& size) {
    return std::all_of(usual.begin(), usual.end(), [&](const auto& each) {
      const WallWords words = words_in(each.first, size);
      return words.fits && words.title_lines <= each.second;
    });
  };
  const auto found = std::find_if(letters.begin(), letters.end() - 1, suits);
  return static_cast<std::size_t>(found - letters.begin());
}

}  // namespace anteroom::screens
