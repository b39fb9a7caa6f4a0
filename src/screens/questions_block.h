// The QR code of the kept questions together with the words about it and about the list.
#pragma once

#include <vector>

#include "model/questions.h"
#include "screens/questions_code.h"
#include "screens/view.h"

namespace anteroom::screens {

struct QuestionsBlock {
  QuestionsCode code = {};
  std::vector<Words> words = {};
  bool is_stacked = false;  // the code is above the words, else beside them
  double times = 0;         // the size of the words, to that of body text
  scene::Size size = {};    // of both together
  bool fits = false;        // all of it has room, and no word is cut
};

// How the block may share its room with the list.
enum class QuestionsBlockRoom {
  alone,   // it has all of it
  above,   // it has all the width: what it leaves of the height is the list's
  beside,  // it is a column beside the list, as narrow as it can be
};

// The block in `room`: it carries as many of `kept` as it can, then has words up to the size of body text and a code up
// to twice as wide as that of a link, as far as they have room. Beside a list it is no wider than the code asks for,
// and above one no higher, but up to `grown_mm`.
QuestionsBlock questions_block(const View& view, const std::vector<KeptQuestion>& kept, scene::Size room,
                               QuestionsBlockRoom use, double grown_mm = 0);

// `block` at the top of `area`.
std::vector<scene::Item> draw_block(const View& view, const QuestionsBlock& block, const scene::Rect& area);

}  // namespace anteroom::screens
