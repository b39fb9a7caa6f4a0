#include "scene/spoken.h"

#include <string_view>

#include "scene/dump.h"

namespace anteroom::scene {

namespace {

// Without what only steers the order of letters, which a voice would stumble over.
std::string sayable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    // U+2066 to U+2069, U+200E, U+200F, U+202A to U+202E: three bytes each.
    const std::string_view three = text.substr(i, 3);
    const bool isolate = three >= "\u2066" && three <= "\u2069";
    const bool mark = three == "\u200E" || three == "\u200F" || (three >= "\u202A" && three <= "\u202E");
    const bool bullet = three == "\u2022";
    if (three.size() == 3 && (isolate || mark || bullet)) {
      i += 2;
    } else if (text[i] != ' ' || !out.empty()) {
      out += text[i];
    }
  }
  return out;
}

std::string filled(const std::string& pattern, const std::string& name, const std::string& value) {
  const std::size_t at = pattern.find(name);
  return at == std::string::npos ? value : pattern.substr(0, at) + value + pattern.substr(at + name.size());
}

// True if a text or a picture's words inside the target say its label already.
bool is_said(const Scene& scene, const Target& target) {
  for (const Item& item : scene.items) {
    const Text* text = std::get_if<Text>(&item);
    if (text != nullptr && target.box.holds(text->box, 0.5) && sayable(text->layout.text) == sayable(target.label)) {
      return true;
    }
  }
  return false;
}

class Speaker {
 public:
  Speaker(const Scene& scene, const SpokenWords& words) : scene_(scene), words_(words) {}

  std::vector<SpokenPart> speak() {
    for (index_ = 0; index_ < scene_.items.size(); ++index_) {
      std::visit([this](const auto& item) { add(item); }, scene_.items[index_]);
    }
    return std::move(parts_);
  }

 private:
  void add(const Text& text) {
    if (is_of_chosen(text)) return;  // its target says it, and that it is chosen
    for (text::Sentence& sentence : text::placed_sentences(text.layout.text, scene_.language)) {
      std::string words = sayable(sentence.text);
      if (!words.empty()) parts_.push_back({std::move(words), index_, std::move(sentence)});
    }
  }
  void add(const Picture& picture) {
    if (!picture.alt.empty()) parts_.push_back({filled(words_.picture, "{text}", sayable(picture.alt)), index_, {}});
  }
  void add(const Target& target) {
    if (target.chosen || !is_said(scene_, target)) parts_.push_back({spoken_label(target, words_), index_, {}});
  }
  bool is_of_chosen(const Text& text) const {
    for (const Item& item : scene_.items) {
      const Target* target = std::get_if<Target>(&item);
      if (target != nullptr && target->chosen && target->box.holds(text.box, 0.5)) return true;
    }
    return false;
  }
  void add(const Handle&) {}  // its label says what the texts beside it say
  void add(const Fill&) {}
  void add(const Polygon&) {}
  void add(const Code&) {}  // the words beside it say what it is for

  const Scene& scene_;
  const SpokenWords& words_;
  std::size_t index_ = 0;
  std::vector<SpokenPart> parts_;
};

}  // namespace

std::vector<SpokenPart> spoken(const Scene& scene, const SpokenWords& words) {
  return Speaker(scene, words).speak();
}

std::string spoken_label(const Target& target, const SpokenWords& words) {
  const std::string label = sayable(target.spoken.empty() ? target.label : target.spoken);
  return target.chosen ? filled(words.chosen, "{label}", label) : label;
}

}  // namespace anteroom::scene
