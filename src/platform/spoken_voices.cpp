#include "platform/spoken_voices.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <sstream>

#include "platform/speech_connection.h"

namespace anteroom::platform {

namespace {

std::string in_lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

// Of "en-gb": "en". The service calls Mandarin by its own code.
std::string primary_of(const std::string& language) {
  const std::string tag = language.substr(0, language.find('-'));
  return tag == "cmn" ? "zh" : tag;
}

}  // namespace

std::optional<std::vector<SpokenVoice>> spoken_voices() {
  constexpr Millis answer{8'000}, start{25'000};
  const int never = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (never < 0) return std::nullopt;
  std::optional<std::vector<SpokenVoice>> voices;
  {
    SpeechConnection service(never);
    const std::string path = speech_socket_path();
    std::optional<SsipReply> reply;
    if (!path.empty() && service.open(path, start, start)) {
      service.ask("SET self CLIENT_NAME anteroom:voices:main", answer);
      reply = service.ask("LIST SYNTHESIS_VOICES", answer);
    }
    if (reply && reply->fine()) {
      voices.emplace();
      for (const std::string& line : reply->lines) {  // "name<TAB>en-GB<TAB>variant"
        std::istringstream fields(line);
        SpokenVoice voice;
        if (std::getline(fields, voice.name, '\t') && std::getline(fields, voice.language, '\t')) {
          voices->push_back(std::move(voice));
        }
      }
    }
    service.close();
  }
  ::close(never);
  return voices;
}

const SpokenVoice* voice_for(const std::vector<SpokenVoice>& voices, std::string_view language) {
  const std::string wanted = ssip_language(language);
  const SpokenVoice* of_language = nullptr;
  for (const SpokenVoice& each : voices) {
    const std::string spoken = in_lower_case(each.language);
    if (spoken == wanted) return &each;
    if (of_language == nullptr && primary_of(spoken) == primary_of(wanted)) of_language = &each;
  }
  return of_language;
}

}  // namespace anteroom::platform
