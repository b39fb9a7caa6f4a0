// The QR code with the kept questions as plain text: nothing is sent or stored.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/questions.h"
#include "screens/view.h"

namespace anteroom::screens {

struct QuestionsCode {
  std::string content;    // empty: not even the first question has room
  std::size_t count = 0;  // of the questions that it carries
  double side_mm = 0;     // quiet zone included
};

// The code that carries as many of `questions`, from the first on, as can be read from where the patient is if it may
// be `most_mm` wide, as large as that allows, but where it is short no larger than two codes of a link. Its modules are
// whole pixels.
QuestionsCode questions_code(const View& view, const std::vector<KeptQuestion>& questions, double most_mm);

}  // namespace anteroom::screens
