#include "report/bar_words_report.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "content/read_settings.h"
#include "paint/ttf_fonts.h"
#include "screens/control_bar.h"
#include "screens/view.h"
#include "source/printable.h"
#include "source/rules.h"
#include "source/source_file.h"

namespace anteroom::report {

namespace {

std::string message(const std::string& key, const std::string& word) {
  const bool is_position = key == "position" || key == "page";
  return source::in_ticks(word) + " is too long for the bar of this screen, so " +
         (is_position ? "it is left out" : "patients see only the icon of its button") + "; shorten " +
         source::in_ticks(key);
}

}  // namespace

void report_bar_words(const Content& content, const content::PackFolder& pack, const paint::FaceTable& faces,
                      source::TomlFiles& files, source::Diagnostics& diagnostics) {
  if (content.settings.role != Role::kiosk) return;
  std::size_t total = content.pack.cards.size();
  for (const Card& card : content.pack.cards) {
    for (const CardText& text : card.text) total = std::max(total, text.pages.size());
  }
  paint::TtfFonts fonts(faces);
  const std::vector<std::string>& own = pack.interface();
  std::vector<std::string> looked_at;
  for (const std::size_t index : offered_languages(content)) {
    if (index >= content.pack.languages.size()) continue;
    const screens::View view{content, fonts, content.pack.languages[index]};
    const InterfaceWords& words = view.words();
    const std::string name = words.language + ".toml";
    if (std::find(own.begin(), own.end(), name) == own.end()) continue;
    if (std::find(looked_at.begin(), looked_at.end(), name) != looked_at.end()) continue;
    looked_at.push_back(name);
    const std::string place = std::string(content::interface_folder) + "/" + name;
    const source::TomlFile* file = files.read(pack.path(place), content::max_interface_bytes);
    if (file == nullptr) continue;
    source::FileFaults faults(file->source, diagnostics);
    screens::View usual = view;
    usual.language = "en";
    const std::vector<std::string> roomless = screens::bar_words_without_room(usual, {"en", interface_keys()}, total);
    for (const std::string& key : screens::bar_words_without_room(view, words, total)) {
      if (std::find(roomless.begin(), roomless.end(), key) != roomless.end()) continue;
      const source::TomlValue* word = source::find_value(file->values(), {"words", key});
      if (word != nullptr) faults.add(rule::long_label, word->at, message(key, words.say(key)));
    }
  }
}

}  // namespace anteroom::report
