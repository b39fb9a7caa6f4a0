#include "screens/questions_block.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>

#include "screens/code_size.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

// The sizes of the words, to that of body text; 0: that of labels, which nothing is smaller than.
constexpr std::array word_sizes_of_block{1.0, 0.9, 0.8, 0.7, 0.0};
// Of the width that the code asks for, beside its words or above them in a column.
constexpr std::array shares{0.24, 0.28, 0.32, 0.36, 0.4, 0.45, 0.5, 0.55, 0.6, 0.64};
constexpr double most_beside_list = 0.36;
constexpr double wished_code = 1.5;  // times the code of a link: before that words may be as small as labels

struct Try {
  scene::Size room;
  double code_mm = 0;  // the most that the code may be wide
  bool is_stacked = false;
  double times = 0;
};

double height_of_words(const View& view, const std::vector<Words>& words) {
  double height = 0;
  for (const Words& each : words) height += each.layout.height_mm;
  return height + static_cast<double>(words.size() - 1) * measures(view).gap / 2;
}

text::Style style_of_words(const View& view, double times) {
  const TypeScale type = type_scale(view);
  if (times * type.body.size_mm <= type.label.size_mm) return type.label;
  text::Style style = type.body;
  style.size_mm *= times;
  return style;
}

std::vector<Words> words_about(const View& view, const QuestionsCode& code, std::size_t kept, double width_mm,
                               double times) {
  text::Style style = style_of_words(view, times);
  std::vector<Words> words;
  const auto add = [&](const std::string& said, text::Weight weight) {
    style.weight = weight;
    words.push_back({text::lay_out(said, style, width_mm, view.fonts), TextRole::label, view.colors().ink});
  };
  if (code.count > 0) add(view.say("questions_scan"), text::Weight::semibold);
  if (code.count > 0 && code.count < kept) {
    add(view.say("questions_some", {{"count", view.number(code.count)}, {"total", view.number(kept)}}),
        text::Weight::semibold);
  }
  add(view.say("questions_note"), text::Weight::regular);
  return words;
}

bool any_broken_word(const std::vector<Words>& words) {
  return std::any_of(words.begin(), words.end(), [](const Words& each) { return each.layout.has_broken_word(); });
}

QuestionsBlock code_above_words(const View& view, const std::vector<KeptQuestion>& kept, const Try& asked) {
  const double gap = measures(view).gap;
  QuestionsBlock block{.is_stacked = true, .times = asked.times};
  // What the code cannot carry is said below it, which may leave it less room.
  for (int turn = 0; turn < 2; ++turn) {
    block.words = words_about(view, block.code, kept.size(), asked.room.w, asked.times);
    const double left = asked.room.h - height_of_words(view, block.words) - gap;
    block.code = questions_code(view, kept, std::min({asked.room.w, asked.code_mm, left}));
  }
  block.words = words_about(view, block.code, kept.size(), asked.room.w, asked.times);
  const double code = block.code.count > 0 ? block.code.side_mm + gap : 0;
  block.size = {asked.room.w, code + height_of_words(view, block.words)};
  return block;
}

QuestionsBlock code_beside_words(const View& view, const std::vector<KeptQuestion>& kept, const Try& asked) {
  QuestionsBlock block{.times = asked.times};
  block.code = questions_code(view, kept, std::min(asked.code_mm, asked.room.h));
  const double code = block.code.count > 0 ? block.code.side_mm + measures(view).margin : 0;
  block.words = words_about(view, block.code, kept.size(), asked.room.w - code, asked.times);
  block.size = {asked.room.w, std::max(block.code.side_mm, height_of_words(view, block.words))};
  return block;
}

QuestionsBlock block_in(const View& view, const std::vector<KeptQuestion>& kept, const Try& asked) {
  QuestionsBlock block = asked.is_stacked ? code_above_words(view, kept, asked) : code_beside_words(view, kept, asked);
  block.fits = block.size.h <= asked.room.h && !any_broken_word(block.words);
  return block;
}

// True if `one` is better than `other`: it carries more; the code is as large as is wished; its words are larger; its
// code is.
bool is_better(const View& view, const QuestionsBlock& one, const QuestionsBlock& other) {
  const double wished = wished_code * code_size_mm(view.content.settings);
  const auto rank = [&](const QuestionsBlock& block) {
    return std::tuple(block.fits, block.code.count, std::min(block.code.side_mm, wished), block.times,
                      block.code.side_mm);
  };
  return rank(one) > rank(other);
}

}  // namespace

QuestionsBlock questions_block(const View& view, const std::vector<KeptQuestion>& kept, scene::Size room,
                               QuestionsBlockRoom use, double grown_mm) {
  const bool is_alone = use == QuestionsBlockRoom::alone, is_column = use == QuestionsBlockRoom::beside;
  const bool is_stacked = is_column || (is_alone && view.portrait());
  QuestionsBlock best;
  // What is beside a list, or above one, first gets as little room as it needs.
  for (const double share : shares) {
    if (is_alone || (is_column && share > most_beside_list)) break;
    const double width = share * room.w;
    QuestionsBlock block =
        block_in(view, kept, is_column ? Try{{width, room.h}, width, true, 0} : Try{room, width, false, 0});
    if (std::tuple(block.fits, block.code.count) > std::tuple(best.fits, best.code.count)) best = std::move(block);
  }
  if (is_column) room.w = best.size.w;
  if (use == QuestionsBlockRoom::above) room.h = std::max(best.size.h, grown_mm);
  for (const double times : word_sizes_of_block) {
    for (const double share : shares) {
      QuestionsBlock block = block_in(view, kept, {room, is_stacked ? room.w : share * room.w, is_stacked, times});
      if (is_better(view, block, best)) best = std::move(block);
      if (is_stacked) break;
    }
  }
  return best;
}

std::vector<scene::Item> draw_block(const View& view, const QuestionsBlock& block, const scene::Rect& area) {
  std::vector<scene::Item> items;
  const double side = block.code.side_mm;
  scene::Column words(area);
  if (block.code.count > 0 && block.is_stacked) {
    const scene::Rect code = scene::placed({side, side}, words.take(side), view.direction());
    items.emplace_back(scene::Code{code, block.code.content});
    words.skip(measures(view).gap);
  } else if (block.code.count > 0) {
    scene::Row row(area, view.direction(), measures(view).margin);
    items.emplace_back(scene::Code{scene::placed({side, side}, row.take(side), view.direction()), block.code.content});
    words = scene::Column(row.rest());
    words.skip(std::max(0.0, (block.size.h - height_of_words(view, block.words)) / 2));
  }
  for (const Words& each : block.words) {
    add_text(items, view, words, each);
    words.skip(measures(view).gap / 2);
  }
  return items;
}

}  // namespace anteroom::screens
