// A silent voice in virtual time, which takes as long as a person would.
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

  // Sets the current time.
  void set_time(MonoTime now) { now_ = now; }
  // When the current utterance ends; none: there is none.
  std::optional<MonoTime> ends() const { return speaking_ ? std::optional(ends_) : std::nullopt; }

 private:
  MonoTime now_{}, ends_{};
  std::optional<std::uint64_t> speaking_;
};

}  // namespace anteroom::simulation
