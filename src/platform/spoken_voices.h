// The voices of the speech service, by the languages that they speak.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anteroom::platform {

struct SpokenVoice {
  std::string name;      // as the service calls it: "English (America)"
  std::string language;  // as the service writes it: "en-us", "cmn"
};

// All voices, in the order of the service. Starts the service if it does not run; waits for it half a minute at most.
// Errors: nothing if it does not answer.
std::optional<std::vector<SpokenVoice>> spoken_voices();

// The voice of `voices` for `language` (BCP 47): one of its region if there is one, else the first that speaks it; null
// if none does. Valid as long as `voices`.
const SpokenVoice* voice_for(const std::vector<SpokenVoice>& voices, std::string_view language);

}  // namespace anteroom::platform
