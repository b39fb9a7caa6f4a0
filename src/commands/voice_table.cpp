#include "commands/voice_table.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "language/language_name.h"
#include "platform/spoken_voices.h"
#include "source/printable.h"

namespace anteroom::commands {

std::string voice_table(const Content& content) {
  if (content.settings.role == Role::wall) return {};
  const auto voices = platform::spoken_voices();
  if (!voices) return "voices: the speech service does not answer; until it does, reading aloud is not offered\n\n";
  std::vector<std::pair<std::string, std::string>> rows;  // language, voice
  std::size_t width = 0;
  for (const std::size_t language : offered_languages(content)) {
    const std::string& tag = content.pack.languages[language];
    const platform::SpokenVoice* voice = platform::voice_for(*voices, tag);
    rows.emplace_back(language::english_name(tag),
                      voice == nullptr
                          ? "none of its own, so another language's would read it; install one "
                            "(espeak-ng-data has most)"
                          : source::printable(voice->name) + " (" + source::printable(voice->language) + ")");
    width = std::max(width, rows.back().first.size());
  }
  std::string table = "voices that read aloud\n";
  for (const auto& [language, voice] : rows) {
    table += "  " + language;
    table.append(width - language.size() + 2, ' ').append(voice).append("\n");
  }
  return table + "\n";
}

}  // namespace anteroom::commands
