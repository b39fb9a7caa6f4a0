#include "scene/rules.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "language/words.h"
#include "model/names.h"
#include "model/word_limits.h"

namespace anteroom::scene {

namespace {

// A quarter of a millimetre: about a pixel on a 1080p kiosk, too small to see.
constexpr double slack_mm = 0.25;
constexpr double slack_ratio = 0.005;

std::string in_digits(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.2f", value);
  return buffer;
}

std::string whole(double value) {
  return std::to_string(std::lround(value));
}

const std::string& words_of(const Text& text) {
  return text.layout.text;
}

std::string name_of(const Item& item) {
  struct Name {
    std::string operator()(const Fill&) const { return "a fill"; }
    std::string operator()(const Picture& p) const { return "the picture " + p.file.substr(p.file.rfind('/') + 1); }
    std::string operator()(const Text& t) const { return "\"" + words_of(t) + "\""; }
    std::string operator()(const Code&) const { return "the code"; }
    std::string operator()(const Polygon&) const { return "a polygon"; }
    std::string operator()(const Ribbon&) const { return "a ribbon"; }
    std::string operator()(const Target& t) const { return "the target \"" + t.label + "\""; }
    std::string operator()(const Handle& h) const { return "the handle \"" + h.label + "\""; }
  };
  return std::visit(Name{}, item);
}

const Rect& box_of(const Item& item) {
  return std::visit([](const auto& each) -> const Rect& { return each.box; }, item);
}

class SceneChecker {
 public:
  explicit SceneChecker(const Scene& scene) : scene_(scene) {}

  std::vector<std::string> check() {
    for (std::size_t i = 0; i < scene_.items.size(); ++i) {
      inside(scene_.items[i]);
      overlap(i);
      if (const Text* text = std::get_if<Text>(&scene_.items[i])) {
        fit(*text);
        letters(*text);
        words(*text);
        lines(*text);
        contrast_of(*text, i);
      }
      if (const Picture* picture = std::get_if<Picture>(&scene_.items[i])) alt(*picture);
      if (const Target* target = std::get_if<Target>(&scene_.items[i])) {
        target_size(*target, i);
        reach(*target);
      }
    }
    twins();
    way_home();
    return std::move(faults_);
  }

 private:
  void fault(const std::string& text) { faults_.push_back(text); }

  void inside(const Item& item) {
    const Rect& box = box_of(item);
    if (!Rect{0, 0, scene_.width_mm, scene_.height_mm}.encloses(box, slack_mm) || box.w <= 0 || box.h <= 0) {
      fault("inside: " + name_of(item) + " at " + in_digits(box.x) + "," + in_digits(box.y) + " " + in_digits(box.w) +
            "x" + in_digits(box.h) + " mm is not on the screen of " + in_digits(scene_.width_mm) + "x" +
            in_digits(scene_.height_mm) + " mm");
    }
  }

  // Which items are in front of which: only items of the same layer must not overlap.
  enum class Layer { backdrop, seen, touched };
  static Layer layer_of(const Item& item) {
    const Target* target = std::get_if<Target>(&item);
    if (target != nullptr) return target->ground ? Layer::backdrop : Layer::touched;
    if (std::holds_alternative<Handle>(item)) return Layer::touched;
    const bool drawn = std::holds_alternative<Fill>(item) || std::holds_alternative<Polygon>(item) ||
                       std::holds_alternative<Ribbon>(item);
    return drawn ? Layer::backdrop : Layer::seen;
  }
  // True for two layers of one picture, or two pictures that fade into each other.
  static bool one_picture(const Item& item, const Item& other) {
    const Picture* one = std::get_if<Picture>(&item);
    const Picture* two = std::get_if<Picture>(&other);
    return one != nullptr && two != nullptr && one->box == two->box;
  }

  void overlap(std::size_t i) {
    const Layer layer = layer_of(scene_.items[i]);
    if (layer == Layer::backdrop) return;
    for (std::size_t j = 0; j < i; ++j) {
      const Item& other = scene_.items[j];
      // What a target acts for is inside it, so a target is compared with other targets only.
      if (layer_of(other) != layer || one_picture(scene_.items[i], other)) continue;
      if (box_of(scene_.items[i]).overlaps(box_of(other), slack_mm)) {
        fault("overlap: " + name_of(scene_.items[i]) + " and " + name_of(other) + " cover each other");
      }
    }
  }

  void fit(const Text& text) {
    if (text.layout.height_mm > text.box.h + slack_mm) {
      fault("fit: " + name_of(Item(text)) + " is " + in_digits(text.layout.height_mm) + " mm high in a box of " +
            in_digits(text.box.h));
    }
    for (const text::Line& line : text.layout.lines) {
      if (line.x_mm < -slack_mm || line.x_mm + line.width_mm > text.box.w + slack_mm) {
        fault("fit: the line \"" + line.text + "\" is wider than its box of " + in_digits(text.box.w) + " mm");
      }
      if (line.broken_word) fault("fit: a word is cut at the end of \"" + line.text + "\"");
    }
  }

  void letters(const Text& text) {
    if (letters_hold(text, scene_)) return;
    fault("letters: capitals of " + name_of(Item(text)) + " are " + in_digits(text.layout.cap_height_mm) +
          " mm high; at least " +
          in_digits(min_cap_height_mm(text.role, scene_.role, scene_.viewing_distance_mm) * scene_.text_percent / 100));
  }

  // Only the loop's front and a page's body have limits.
  int max_words(TextRole role) const {
    const bool wall = scene_.role == Role::wall;
    if (scene_.screen == screen_name::loop && role == TextRole::title)
      return wall ? title_words_wall : title_words_kiosk;
    if (scene_.screen == screen_name::loop && role == TextRole::body) return wall ? lead_words_wall : lead_words_kiosk;
    if (scene_.screen == screen_name::hello && role == TextRole::label) return short_lead_words;
    if (scene_.screen == screen_name::detail && role == TextRole::body) return page_words;
    return 0;
  }

  void words(const Text& text) {
    const int max = max_words(text.role);
    if (max == 0) return;
    const int count = language::word_count(words_of(text), text.layout.style.language);
    if (count > max) {
      fault("words: " + name_of(Item(text)) + " has " + std::to_string(count) + " words; at most " +
            std::to_string(max));
    }
  }

  void lines(const Text& text) {
    const int max = scene_.role == Role::wall ? 35 : 45;
    for (const text::Line& line : text.layout.lines) {
      const int count = language::character_count(line.text, text.layout.style.language);
      if (text.role == TextRole::body && count > max) {
        fault("line: \"" + line.text + "\" has " + std::to_string(count) + " characters; at most " +
              std::to_string(max));
      }
    }
    if (text.role == TextRole::body && text.layout.style.leading < 1.4 - slack_ratio) {
      fault("leading: " + name_of(Item(text)) + " has " + in_digits(text.layout.style.leading) + "; at least 1.4");
    }
  }

  void contrast_of(const Text& text, std::size_t index) {
    Color ground = scene_.ground;
    for (std::size_t j = 0; j < index; ++j) {
      const Fill* fill = std::get_if<Fill>(&scene_.items[j]);
      if (fill == nullptr || fill->color.a == 0 || !fill->box.overlaps(text.box)) continue;
      if (!fill->box.encloses(text.box, slack_mm)) {
        fault("contrast: " + name_of(Item(text)) + " is only half on a fill");
        continue;
      }
      ground = fill->color;
    }
    const double ratio = contrast(text.ink, ground);
    const double least = scene_.screen == screen_name::closed ? min_contrast_closed : min_contrast;
    if (ratio < least) {
      fault("contrast: " + name_of(Item(text)) + " has " + in_digits(ratio) + ":1; at least " + whole(least) + ":1");
    }
  }

  // Icons are in or beside a word; every other picture is meant to be seen and so needs a description.
  void alt(const Picture& picture) {
    if (picture.alt.empty() && !picture.tint && picture.layers.empty() && !picture.between && !picture.spot)
      fault("alt: " + name_of(Item(picture)) + " has no description");
  }

  void reach(const Target& target) {
    if (reach_holds(target, scene_)) return;
    const double floor = scene_.lower_edge_mm + scene_.height_mm;  // the height of y = 0
    fault("reach: \"" + target.label + "\" is " + in_digits(floor - target.box.bottom()) + " to " +
          in_digits(floor - target.box.y) + " mm above the floor; " +
          (scene_.in_reach && !target.ground
               ? "in reach mode between " + in_digits(lowest_in_reach_mm) + " and " + in_digits(highest_in_reach_mm)
               : "at least 20 mm of it between " + in_digits(lowest_reach_mm) + " and " + in_digits(highest_reach_mm)));
  }

  // Every drag has a twin: a tap that does the same.
  void twins() {
    const auto is_handle = [](const Item& item) { return std::holds_alternative<Handle>(item); };
    const auto is_twin = [](const Item& item) {
      const Target* target = std::get_if<Target>(&item);
      return target != nullptr && std::holds_alternative<ExhibitTap>(target->action);
    };
    const bool drags = std::any_of(scene_.items.begin(), scene_.items.end(), is_handle);
    if (drags && std::none_of(scene_.items.begin(), scene_.items.end(), is_twin)) {
      fault("twin: what is dragged here cannot be done by a tap");
    }
  }

  // On a kiosk, a tap leads back from every screen other than the loop and its greetings, the fallback, the closed one,
  // and an urgent notice and the lock for cleaning, which end by themselves.
  void way_home() {
    const bool apart = scene_.screen != screen_name::loop && scene_.screen != screen_name::hello &&
                       scene_.screen != screen_name::fallback && scene_.screen != screen_name::closed &&
                       scene_.screen != screen_name::notice && scene_.screen != screen_name::cleaning;
    if (!apart || scene_.role == Role::wall) return;
    const auto leads_home = [](const Item& item) {
      const Target* target = std::get_if<Target>(&item);
      return target != nullptr &&
             (std::holds_alternative<GoHome>(target->action) || std::holds_alternative<Stay>(target->action) ||
              std::holds_alternative<LeaveStaff>(target->action));
    };
    if (std::none_of(scene_.items.begin(), scene_.items.end(), leads_home)) {
      fault("home: no target of the screen \"" + scene_.screen + "\" leads home");
    }
  }

  void target_size(const Target& target, std::size_t index) {
    if (target.ground) return;
    if (!size_holds(target)) {
      fault("target: \"" + target.label + "\" is " + in_digits(target.box.w) + "x" + in_digits(target.box.h) +
            " mm; at least 20x20");
    }
    for (std::size_t j = 0; j < index; ++j) {
      const Target* other = std::get_if<Target>(&scene_.items[j]);
      const bool apart = other != nullptr && !other->ground;
      if (apart && target.box.inset(-min_gap_mm + slack_mm).overlaps(other->box)) {
        fault("gap: \"" + target.label + "\" and \"" + other->label + "\" are less than 4 mm apart");
      }
    }
  }

  const Scene& scene_;
  std::vector<std::string> faults_;
};

}  // namespace

double min_cap_height_mm(TextRole role, Role screen_role, double distance_mm) {
  if (role == TextRole::sample) return 0;
  if (screen_role == Role::kiosk) {
    // EN 301 549 5.1.4: 0.7 degrees; labels: nothing under 4.8 mm at the design distance of 600 mm.
    return role == TextRole::label ? 0.008 * distance_mm : 0.0122 * distance_mm;
  }
  switch (role) {
    case TextRole::title:
      return std::max(0.0122 * distance_mm, 51.0);
    case TextRole::body:
      return 0.0064 * distance_mm;
    case TextRole::label:
      return 0.00465 * distance_mm;
    case TextRole::sample:
      break;
  }
  return 0;
}

bool letters_hold(const Text& text, const Scene& scene) {
  const double min = min_cap_height_mm(text.role, scene.role, scene.viewing_distance_mm) * scene.text_percent / 100;
  return text.layout.cap_height_mm >= min * (1 - slack_ratio);
}

bool size_holds(const Target& target) {
  return target.ground || std::min(target.box.w, target.box.h) >= min_target_mm - slack_mm;
}

// Standards, "Reach": at least a finger's square of it is between two heights that suit people sitting and standing; in
// reach mode all of it is, between two that are closer together.
bool reach_holds(const Target& target, const Scene& scene) {
  const double floor = scene.lower_edge_mm + scene.height_mm;  // the height of y = 0
  if (scene.in_reach && !target.ground) {
    return floor - target.box.bottom() >= lowest_in_reach_mm - slack_mm &&
           floor - target.box.y <= highest_in_reach_mm + slack_mm;
  }
  const double top = std::max(target.box.y, floor - highest_reach_mm);
  const double bottom = std::min(target.box.bottom(), floor - lowest_reach_mm);
  return bottom - top >= min_target_mm - slack_mm;
}

std::vector<std::string> faults(const Scene& scene) {
  return SceneChecker(scene).check();
}

}  // namespace anteroom::scene
