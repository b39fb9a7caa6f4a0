#include "scene/legibility.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include "scene/rules.h"

namespace anteroom::scene {

namespace {

double arc_minutes(double height_mm, double distance_mm) {
  return std::atan(height_mm / distance_mm) * 180 / std::numbers::pi * 60;
}

class Report {
 public:
  void add(const Scene& scene) {
    for (const Item& item : scene.items) {
      if (const Text* text = std::get_if<Text>(&item)) add_text(*text, scene);
      if (const Target* target = std::get_if<Target>(&item)) add_target(*target, scene);
    }
    add_faults(scene);
  }

  Legibility finish() {
    std::sort(all_.letters.begin(), all_.letters.end(),
              [](const LetterSize& one, const LetterSize& other) { return one.role < other.role; });
    return std::move(all_);
  }

 private:
  void add_text(const Text& text, const Scene& scene) {
    if (text.layout.lines.empty() || text.role == TextRole::sample) return;
    const auto same = [&](const LetterSize& each) { return each.role == text.role; };
    auto at = std::find_if(all_.letters.begin(), all_.letters.end(), same);
    if (at != all_.letters.end() && at->cap_height_mm <= text.layout.cap_height_mm) return;
    if (at == all_.letters.end()) at = all_.letters.insert(at, LetterSize{});
    *at = {text.role, text.layout.cap_height_mm, arc_minutes(text.layout.cap_height_mm, scene.viewing_distance_mm),
           min_cap_height_mm(text.role, scene.role, scene.viewing_distance_mm), letters_hold(text, scene)};
  }

  // Limits the lower edge to where `target` has a finger's square that is neither too low nor too high.
  void add_reach(const Target& target, const Scene& scene) {
    Span& edge = all_.lower_edge_mm;
    edge.from = std::max(edge.from, lowest_reach_mm + min_target_mm - scene.height_mm + target.box.y);
    edge.to = std::min(edge.to, highest_reach_mm - min_target_mm - scene.height_mm + target.box.bottom());
  }

  void add_target(const Target& target, const Scene& scene) {
    const double floor = scene.lower_edge_mm + scene.height_mm;  // the height of y = 0
    const Control here{target.id,
                       target.label,
                       target.box.w,
                       target.box.h,
                       floor - target.box.bottom(),
                       floor - target.box.y,
                       size_holds(target),
                       reach_holds(target, scene)};
    const bool inside = Rect{0, 0, scene.width_mm, scene.height_mm}.encloses(target.box, 0.25);
    if (inside && size_holds(target)) add_reach(target, scene);
    const auto same = [&](const Control& each) { return each.id == target.id; };
    const auto at = std::find_if(all_.controls.begin(), all_.controls.end(), same);
    if (at == all_.controls.end()) {
      all_.controls.push_back(here);
      return;
    }
    at->width_mm = std::min(at->width_mm, here.width_mm);
    at->height_mm = std::min(at->height_mm, here.height_mm);
    at->lowest_mm = std::min(at->lowest_mm, here.lowest_mm);
    at->highest_mm = std::max(at->highest_mm, here.highest_mm);
    at->large_enough = at->large_enough && here.large_enough;
    at->in_reach = at->in_reach && here.in_reach;
  }

  void add_faults(const Scene& scene) {
    std::set<std::string> counted;  // a scene counts once per rule
    for (const std::string& fault : faults(scene)) {
      const std::string rule = fault.substr(0, fault.find(':'));
      if (rule == "letters" || rule == "target" || rule == "reach") continue;
      const auto same = [&](const BrokenRule& each) { return each.rule == rule && each.screen == scene.screen; };
      auto at = std::find_if(all_.broken.begin(), all_.broken.end(), same);
      if (at == all_.broken.end()) {
        all_.broken.push_back({rule, scene.screen, scene.card, {}, scene.has_notice, fault.substr(rule.size() + 2), 0});
        at = std::prev(all_.broken.end());
      }
      if (!counted.insert(rule).second) continue;
      std::vector<std::string>& languages = at->languages;
      if (at->card != scene.card) {
        ++at->other_scenes;
      } else if (std::find(languages.begin(), languages.end(), scene.language) == languages.end()) {
        languages.push_back(scene.language);
      }
    }
  }

  Legibility all_;
};

}  // namespace

bool Legibility::holds() const {
  const auto holds = [](const LetterSize& each) { return each.holds; };
  const auto usable = [](const Control& each) { return each.large_enough && each.in_reach; };
  return broken.empty() && std::all_of(letters.begin(), letters.end(), holds) &&
         std::all_of(controls.begin(), controls.end(), usable);
}

// Contrast is included: our colours meet it unless a text overflows its button.
bool BrokenRule::is_crowding() const {
  return rule == "inside" || rule == "fit" || rule == "overlap" || rule == "gap" || rule == "contrast";
}

bool Legibility::is_crowded() const {
  const auto has_no_room = [](const BrokenRule& each) { return each.is_crowding(); };
  const auto is_small = [](const Control& each) { return !each.large_enough; };
  return std::any_of(broken.begin(), broken.end(), has_no_room) ||
         std::any_of(controls.begin(), controls.end(), is_small);
}

Legibility legibility(const std::vector<Scene>& scenes) {
  Report report;
  for (const Scene& scene : scenes) report.add(scene);
  return report.finish();
}

}  // namespace anteroom::scene
