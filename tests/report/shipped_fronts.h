// The fronts of all cards that ship, with the real fonts, on a screen of one shape.
#pragma once

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "assembly/load.h"
#include "assembly/screen_size.h"
#include "model/wall_clock.h"
#include "paint/ttf_fonts.h"
#include "report/every_screen.h"
#include "screens/compose.h"

namespace anteroom::tests {

// Fronts of one loop, on one screen at one text size.
struct Fronts {
  std::string name;
  std::vector<scene::Scene> fronts;
};

struct ShippedPack {
  assembly::Loaded loaded;
  paint::TtfFonts fonts;

  ShippedPack(const std::string& config, assembly::Size size) : loaded(load(config, size)), fonts(*loaded.faces) {}

  Fronts loop(const std::string& name, int percent, bool high_contrast = false) {
    const Content& content = loaded.content;
    const WallTime time = std::chrono::local_days(content.pack.review.on) + std::chrono::hours(9);
    Fronts loop{name + " " + std::to_string(percent) + "%", {}};
    State state = start(content, {MonoTime{}, possible_time(content, time)});
    state.hello = false;
    state.open = true;
    state.session.text_percent = percent;
    state.session.high_contrast = high_contrast;
    for (const std::size_t language : report::shown_languages(content)) {
      state.language = language;
      for (const std::size_t card : report::shown_cards(content, language)) {
        state.card = card;
        loop.fronts.push_back(screens::compose(state, content, fonts));
      }
    }
    return loop;
  }

  static assembly::Loaded load(const std::string& config, assembly::Size size) {
    source::Diagnostics diagnostics;
    assembly::Loaded loaded = assembly::load({std::string(ANTEROOM_ROOT) + "/config/" + config, {}}, diagnostics);
    loaded.content.settings.screen = assembly::resized(loaded.content.settings.screen, size);
    loaded.content.settings.languages = loaded.content.pack.languages;
    return loaded;
  }
};

// The picture of the card on `front`; null if there is none.
inline const scene::Picture* picture_of(const scene::Scene& front) {
  for (const scene::Item& item : front.items) {
    const auto* picture = std::get_if<scene::Picture>(&item);
    if (picture != nullptr && !picture->alt.empty()) return picture;
  }
  return nullptr;
}

}  // namespace anteroom::tests
