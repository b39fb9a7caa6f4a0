#include "report/name_report.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "language/utf8.h"
#include "language/words.h"
#include "paint/ttf_fonts.h"
#include "report/every_screen.h"
#include "report/settings_fault.h"
#include "source/rules.h"

namespace anteroom::report {

namespace {

// The first `count` characters of `utf8`.
std::string first_characters(const std::string& utf8, std::size_t count) {
  std::size_t end = 0;
  for (; end < utf8.size(); ++end) {
    const bool begins = (static_cast<unsigned char>(utf8[end]) & 0xC0U) != 0x80;
    if (begins && count-- == 0) break;
  }
  return utf8.substr(0, end);
}

// Tries names on the front of every card.
class NameTrial {
 public:
  NameTrial(Content content, const paint::FaceTable& faces)
      : content_(std::move(content)), fonts_(faces), time_(time_of_all_cards(content_)) {
    content_.settings.hours = {};
    std::vector<Card>& cards = content_.pack.cards;
    cards.resize(std::min(cards.size(), max_composed));
    // The place of the name does not depend on what a card says, and a short text is laid out sooner.
    for (Card& card : cards) {
      card.picture.clear();
      for (CardText& text : card.text) {
        if (text.title.empty()) continue;
        CardText plain;
        plain.title = "M";
        plain.language = text.language;
        text = std::move(plain);
      }
    }
    nameless_ = texts_with("");
  }

  bool fits(const std::string& name) { return texts_with(name) >= nameless_ + fronts_; }

  // How many of the characters of `name`, which does not fit, do.
  std::size_t room_for(const std::string& name) {
    std::size_t fit = 0, too_many = language::code_point_count(name);
    while (too_many - fit > 1) {
      const std::size_t middle = (fit + too_many) / 2;
      (fits(first_characters(name, middle)) ? fit : too_many) = middle;
    }
    return fit;
  }

 private:
  // How many texts all fronts have together. A name that has no room is not among them.
  std::size_t texts_with(const std::string& name) {
    content_.settings.clinic_name = name;
    const std::vector<scene::Scene> scenes = every_front(content_, fonts_, time_);
    fronts_ = scenes.size();
    std::size_t texts = 0;
    for (const scene::Scene& scene : scenes) {
      texts += static_cast<std::size_t>(std::count_if(scene.items.begin(), scene.items.end(), [](const auto& item) {
        return std::holds_alternative<scene::Text>(item);
      }));
    }
    return texts;
  }

  Content content_;
  paint::TtfFonts fonts_;
  WallTime time_;
  std::size_t nameless_ = 0;
  std::size_t fronts_ = 0;
};

}  // namespace

void report_name(Content content, const paint::FaceTable& faces, const std::filesystem::path& config,
                 source::TomlFiles& files, source::Diagnostics& diagnostics) {
  const std::string name = content.settings.clinic_name;
  const SettingsFiles settings{config, content.settings.included};
  if (name.empty()) return;
  NameTrial trial(std::move(content), faces);
  if (trial.fits(name)) return;
  const std::string beginning = first_characters(name, trial.room_for(name));
  const int letters = language::character_count(beginning, "en");
  const std::string message =
      "the clinic's name does not fit on this screen and is left out; " +
      (letters == 0 ? "not even one letter of it does" : "at most " + std::to_string(letters) + " letters of it do");
  add_settings_fault(rule::long_name, settings, {"clinic", "name"}, message, files, diagnostics);
}

}  // namespace anteroom::report
