// The kept questions as panels, and which of them are on one screen.
#pragma once

#include <cstddef>
#include <vector>

#include "model/questions.h"
#include "screens/view.h"

namespace anteroom::screens {

// One panel: a question in the patient's language and in the clinic's; where both have no room on one screen, a piece
// of it.
struct QuestionPanel {
  std::size_t card = 0;    // index into pack.cards
  std::size_t number = 0;  // of the question, from 1; 0: the panel goes on with the one before
  std::vector<Words> words;
  double height_mm = 0;
};

// The panels of `questions`, screen by screen, each screen as high as `area` at most: at least one screen. Large
// letters are a little smaller where that saves a screen.
std::vector<std::vector<QuestionPanel>> question_panels(const View& view, const std::vector<KeptQuestion>& questions,
                                                        const scene::Rect& area);

// How high `panels`, which are on one screen, are together.
double panels_height(const std::vector<QuestionPanel>& panels);

// `panels`, which are on one screen, from the top of `area` on, each with the button that takes its question out.
std::vector<scene::Item> draw_panels(const View& view, const std::vector<QuestionPanel>& panels,
                                     const scene::Rect& area);

}  // namespace anteroom::screens
