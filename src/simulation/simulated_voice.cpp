#include "simulation/simulated_voice.h"

namespace anteroom::simulation {

void SimulatedVoice::say(platform::Utterance utterance) {
  constexpr Millis a_byte{60};  // reading aloud slowly: about 150 words a minute
  speaking_ = utterance.id;
  ends_ = now_ + static_cast<Millis::rep>(utterance.text.size()) * a_byte;
}

std::vector<platform::VoiceEvent> SimulatedVoice::take() {
  if (!speaking_ || now_ < ends_) return {};
  const std::uint64_t id = *speaking_;
  speaking_.reset();
  return {{platform::VoiceEvent::Kind::ended, id}};
}

}  // namespace anteroom::simulation
