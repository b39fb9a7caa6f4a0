// The pages behind the fronts of all cards that ship, with the real fonts, on a kiosk's screen of one shape.
#pragma once

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "assembly/load.h"
#include "assembly/screen_size.h"
#include "model/names.h"
#include "model/wall_clock.h"
#include "paint/ttf_fonts.h"
#include "report/every_screen.h"
#include "sanitized.h"

namespace anteroom::tests {

inline bool is_exhibit(const scene::Scene& page) {
  return std::any_of(page.items.begin(), page.items.end(), [](const scene::Item& item) {
    const auto* target = std::get_if<scene::Target>(&item);
    return std::holds_alternative<scene::Handle>(item) ||
           (target != nullptr && std::holds_alternative<ExhibitTap>(target->action));
  });
}

struct ShippedPages {
  assembly::Loaded loaded;
  paint::TtfFonts fonts;

  explicit ShippedPages(assembly::Size size) : loaded(load(size)), fonts(*loaded.faces) {}

  // The pages of each card in each language, without its exhibit; the last one asks the question. `with_about`: then
  // follows the page that tells where the facts come from. `only`: the id of the one card that is meant; empty: all.
  std::vector<std::vector<scene::Scene>> cards(const Session& look, bool with_about = false,
                                               const std::string& only = {}) {
    const Content& content = loaded.content;
    const WallTime time = std::chrono::local_days(content.pack.review.on) + std::chrono::hours(9);
    State state = start(content, {MonoTime{}, possible_time(content, time)});
    state.hello = false;
    state.open = true;
    state.session = look;
    std::vector<std::vector<scene::Scene>> all;
    for (const std::size_t language : report::shown_languages(content)) {
      state.language = language;
      for (const std::size_t card : report::shown_cards(content, language)) {
        if (!is_tried(card, language)) continue;
        if (!only.empty() && content.pack.cards[card].id != only) continue;
        state.card = card;
        std::vector<scene::Scene>& pages = all.emplace_back();
        for (report::Screenful& each : report::screens_of_card(state, content, fonts)) {
          const bool is_page = each.scene.screen == screen_name::detail && !is_exhibit(each.scene);
          if (is_page || (with_about && each.scene.screen == screen_name::about))
            pages.push_back(std::move(each.scene));
        }
      }
    }
    return all;
  }

  static assembly::Loaded load(assembly::Size size) {
    source::Diagnostics diagnostics;
    assembly::Loaded loaded = assembly::load({std::string(ANTEROOM_ROOT) + "/config/kiosk.toml", {}}, diagnostics);
    loaded.content.settings.screen = assembly::resized(loaded.content.settings.screen, size);
    loaded.content.settings.languages = loaded.content.pack.languages;
    return loaded;
  }
};

}  // namespace anteroom::tests
