#include "scene/spoken.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "scene/dump.h"

namespace anteroom::scene {

namespace {

// Without bidi controls, which a voice would stumble over, and without bullets.
std::string sayable(std::string_view text) {
  constexpr std::array<std::string_view, 13> unsaid{"\u061C", "\u200E", "\u200F", "\u202A", "\u202B",
                                                    "\u202C", "\u202D", "\u202E", "\u2066", "\u2067",
                                                    "\u2068", "\u2069", "\u2022"};
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto starts = [&](std::string_view sign) { return text.substr(i, sign.size()) == sign; };
    const auto* const sign = std::find_if(unsaid.begin(), unsaid.end(), starts);
    if (sign != unsaid.end()) {
      i += sign->size();
      continue;
    }
    if (text[i] != ' ' || !out.empty()) out += text[i];
    ++i;
  }
  return out;
}

std::string filled(const std::string& pattern, const std::string& name, const std::string& value) {
  const std::size_t at = pattern.find(name);
  return at == std::string::npos ? value : pattern.substr(0, at) + value + pattern.substr(at + name.size());
}

// True if `text` is the label written on the target.
bool is_label(const Text& text, const Target& target) {
  return target.box.encloses(text.box, 0.5) && sayable(text.layout.text) == sayable(target.label);
}

// True if `text` is on the target for the eye alone.
bool is_caption(const Text& text, const Target& target) {
  return !target.caption.empty() && target.box.encloses(text.box, 0.5) && text.layout.text == target.caption;
}

// True if the target says more than what is written on it: that it is chosen, or words for a sign.
bool says_more(const Target& target) {
  return target.chosen || !target.spoken.empty();
}

// True if a text says what the target would.
bool is_said(const Scene& scene, const Target& target) {
  return !says_more(target) && std::any_of(scene.items.begin(), scene.items.end(), [&](const Item& item) {
    const Text* text = std::get_if<Text>(&item);
    return text != nullptr && is_label(*text, target);
  });
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
    if (is_said_by_target(text)) return;
    const std::string language = own_language(text);
    const std::string& sentences_in = language.empty() ? scene_.language : language;
    for (language::Sentence& sentence : language::placed_sentences(text.layout.text, sentences_in)) {
      std::string words = sayable(sentence.text);
      if (!words.empty()) parts_.push_back({std::move(words), index_, std::move(sentence), language});
    }
  }
  void add(const Picture& picture) {
    if (picture.alt.empty()) return;
    const std::string alt = sayable(picture.alt);
    // A voice of another language would stumble over "Picture:" in the scene's.
    const std::string words = picture.language.empty() ? filled(words_.picture, "{text}", alt) : alt;
    parts_.push_back({words, index_, {}, picture.language});
  }
  void add(const Target& target) {
    if (!target.repeats && !is_said(scene_, target))
      parts_.push_back({spoken_label(target, words_), index_, {}, target.language});
  }
  // The language of the button that `text` is on, else that in which it is laid out; empty: the scene's.
  std::string own_language(const Text& text) const {
    for (const Item& item : scene_.items) {
      const Target* target = std::get_if<Target>(&item);
      if (target != nullptr && !target->language.empty() && target->box.encloses(text.box, 0.5)) {
        return target->language;
      }
    }
    return text.layout.style.language == scene_.language ? std::string() : text.layout.style.language;
  }
  bool is_said_by_target(const Text& text) const {
    return std::any_of(scene_.items.begin(), scene_.items.end(), [&](const Item& item) {
      const Target* target = std::get_if<Target>(&item);
      if (target == nullptr) return false;
      return ((says_more(*target) || target->repeats) && is_label(text, *target)) || is_caption(text, *target);
    });
  }
  void add(const Handle&) {}  // its label says what the texts beside it say
  void add(const Fill&) {}
  void add(const Polygon&) {}
  void add(const Ribbon&) {}
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
