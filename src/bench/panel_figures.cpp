#include "bench/panel_figures.h"

#include <string>
#include <vector>

#include "staff/panel.h"

namespace anteroom::bench {

namespace {

// As much as the panel of a screen in use has to tell.
staff::Facts facts_of(const Content& content) {
  staff::Facts facts;
  facts.rows = {{"staff_version", "0.1.0"},          {"staff_uptime", "12 d 03:20"},
                {"staff_clock", "2026-11-30 08:05"}, {"staff_pack", content.settings.content},
                {"staff_signed", "0 / 11"},          {"staff_memory", "71 MB"},
                {"staff_storage", "54311 MB"}};
  facts.faults = {"cards/paper.toml:8:1: error: unknown key `leed`; did you mean `lead`?"};
  for (int i = 0; i < 120; ++i) facts.frame_ms.push_back(static_cast<float>(2 + i % 9));
  for (const Card& card : content.pack.cards) facts.cards.push_back({card.id, card.text.front().title, ""});
  facts.days = {{"2026-12-01", {}}, {"2026-12-07", {}}, {"2026-12-28", {}}};
  facts.dark_until = "09:15";
  for (const std::string& language : content.pack.languages) facts.voices.push_back({language, language});
  facts.notices = {{"closed-today", "We are closed today"}};
  return facts;
}

}  // namespace

void measure_panel(const assembly::Loaded& loaded, Figures& figures) {
  const Content& content = loaded.content;
  const Screen& screen = content.settings.screen;
  const InterfaceWords& words = words_for(content, first_language(content));
  const staff::GlassSize size{screen.width_mm, screen.height_mm, screen.width_px, screen.height_px,
                              screen.viewing_distance_mm};
  staff::Facts facts = facts_of(content);
  const double began = monotonic_ms();
  staff::Panel panel(*loaded.faces, size, words);
  paint::Layer layer(size.width_px, size.height_px);
  constexpr float frame_s = 0.016F;
  // What ImGui is told of sizes takes effect in the frame after.
  while (panel.has_more()) panel.draw(facts, frame_s, layer);
  figures.set("panel_open_ms", monotonic_ms() - began);
  std::vector<double> cpu;
  for (const char* tab : {"staff_state", "staff_do", "staff_cards", "staff_notices", "sound"}) {
    if (const auto at = panel.find(words.say(tab))) {
      panel.touch(ContactPhase::down, *at);
      panel.touch(ContactPhase::up, *at);
    }
    while (panel.has_more()) panel.draw(facts, frame_s, layer);
    for (int i = 0; i < 20; ++i) {
      const double before = cpu_ms();
      panel.draw(facts, frame_s, layer);
      cpu.push_back(cpu_ms() - before);
    }
  }
  figures.set("panel_frame_cpu_ms_p50", percentile(cpu, 0.5));
  figures.set("panel_frame_cpu_ms_p99", percentile(cpu, 0.99));
}

}  // namespace anteroom::bench
