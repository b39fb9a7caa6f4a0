#include "screens/questions_code.h"

#include <algorithm>
#include <cmath>

#include "scene/code_size.h"
#include "screens/code_size.h"

namespace anteroom::screens {

QuestionsCode questions_code(const View& view, const std::vector<KeptQuestion>& questions, double most_mm) {
  const Screen& screen = view.screen();
  const double pixel = screen.width_mm / screen.width_px;
  const double least = std::ceil(scene::least_module_mm(screen.viewing_distance_mm) / pixel) * pixel;
  constexpr double slack_px = 0.5;  // the painter rounds down
  // Its reader stands at the glass: a larger one is not easier to read.
  const double largest = 2 * code_size_mm(view.content.settings);
  for (std::size_t count = questions.size(); count > 0; --count) {
    std::string content = plain_text(questions, count);
    const int modules = scene::code_modules(content.size());
    const double side = modules * least + slack_px * pixel;
    if (modules == 0 || side > most_mm) continue;
    return {std::move(content), count, std::clamp(largest, side, most_mm)};
  }
  return {};
}

}  // namespace anteroom::screens
