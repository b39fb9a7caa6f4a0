#include "screens/marks.h"

#include "scene/hit_test.h"
#include "scene/palette.h"
#include "screens/button.h"
#include "text/places.h"

namespace anteroom::screens {

namespace {

const scene::palette::Colors& colors_of(const Session& session) {
  return session.high_contrast ? scene::palette::high_contrast : scene::palette::standard;
}

constexpr double spoken_mm = 1.6;  // the line or ring that marks what is being spoken

scene::Fill ring(const scene::Rect& box, double thickness_mm, scene::Color color, scene::Color inside) {
  return {.box = box, .color = inside, .radius_mm = corner_mm, .edge_mm = thickness_mm, .edge = color};
}

// A ring inside the box of the target `id`.
void add_ring(scene::Scene& scene, const std::string& id, double thickness_mm, scene::Color color,
              scene::Color inside) {
  const scene::Target* target = scene::target_named(scene, id);
  if (target == nullptr) return;
  const scene::Rect box = target->ground ? target->box.inset(2) : target->box;
  scene.items.emplace_back(ring(box, thickness_mm, color, inside));
}

// A line under `sentence` of the text that shows it.
void underline(scene::Scene& scene, const scene::Text& text, const language::Sentence& sentence, scene::Color color,
               text::Fonts& fonts) {
  const double below = text.layout.style.size_mm * 0.2;  // clear of most descenders
  for (const text::Stretch& each :
       text::places_of(text.layout, sentence.paragraph, sentence.start, sentence.end, fonts)) {
    const scene::Rect line{text.box.x + each.x_mm, text.box.y + each.baseline_mm + below, each.width_mm, spoken_mm};
    scene.items.emplace_back(scene::Fill{.box = line, .color = color, .radius_mm = spoken_mm / 2});
  }
}

void mark_spoken(scene::Scene& scene, std::size_t sentence, const scene::SpokenWords& words, scene::Color color,
                 text::Fonts& fonts) {
  const std::vector<scene::SpokenPart> parts = scene::spoken(scene, words);
  if (sentence >= parts.size()) return;
  const scene::SpokenPart& part = parts[sentence];
  const scene::Item item = scene.items[part.item];
  if (const auto* text = std::get_if<scene::Text>(&item); text != nullptr && part.sentence) {
    underline(scene, *text, *part.sentence, color, fonts);
  } else {
    const scene::Rect box = std::visit([](const auto& each) { return each.box; }, item);
    scene.items.emplace_back(ring(box, spoken_mm, color, scene::palette::clear));
  }
}

}  // namespace

scene::SpokenWords spoken_words(const InterfaceWords& words) {
  return {.picture = words.say("picture"), .chosen = words.say("chosen")};
}

scene::Scene with_marks(scene::Scene scene, const Session& session, const scene::SpokenWords& words,
                        text::Fonts& fonts) {
  const scene::palette::Colors& colors = colors_of(session);
  const double pressed_mm = session.high_contrast ? 1.7 * contrast_line_mm : 1.2;  // wider than what it covers
  constexpr double focus_mm = 2;  // standards: Touch targets, Focus ring: at least 1 mm
  if (!session.pressed.empty()) {
    scene::Color veil = colors.ink;
    veil.a = 28;
    add_ring(scene, session.pressed, pressed_mm, colors.accent, veil);
  }
  if (const scene::Target* target = scene::focused(scene, session.focus)) {
    const std::string ringed = target->id;
    add_ring(scene, ringed, focus_mm, colors.ring, scene::palette::clear);
  }
  if (session.reading && session.reading->what == Said::screen) {
    mark_spoken(scene, session.reading->sentence, words, colors.accent, fonts);
  }
  return scene;
}

}  // namespace anteroom::screens
