// A voice in virtual time, which nobody hears: it takes as long as a person would.
#pragma once

#include <optional>

#include "model/time.h"
#include "platform/voice.h"

namespace anteroom::simulation {

class SimulatedVoice : public platform::Voice {
 public:
  void say(platform::Utterance utterance) override;
  void stop() override { speaking_.reset(); }
  std::vector<platform::VoiceEvent> take() override;

  // The time is now `now`.
  void set_time(MonoTime now) { now_ = now; }
  // When it comes to an end; none: it is silent.
  std::optional<MonoTime> ends() const { return speaking_ ? std::optional(ends_) : std::nullopt; }

 private:
  MonoTime now_{}, ends_{};
  std::optional<std::uint64_t> speaking_;
};

}  // namespace anteroom::simulation
