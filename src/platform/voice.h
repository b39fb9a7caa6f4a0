// The kiosk's voice: one sentence at a time, spoken elsewhere; nothing here waits for it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace anteroom::platform {

// One sentence to be spoken.
struct Utterance {
  std::uint64_t id = 0;  // chosen by the caller; never 0
  std::string text;      // UTF-8, plain
  std::string language;  // BCP 47
  int volume = 100;      // percent; clamped to 0 to 100
};

// What happened to an utterance or to the speech service.
struct VoiceEvent {
  enum class Kind {
    began,
    ended,  // spoken to its end; an utterance that was stopped or replaced gives none
    lost,   // nothing can be spoken; the current and any requested utterance are dropped
    back,   // after lost: speaking is possible again
  } kind;
  std::uint64_t id = 0;  // of the utterance; 0 for lost and back
};

class Voice {
 public:
  virtual ~Voice() = default;
  // Stops what is being spoken and speaks `utterance`. Returns at once.
  virtual void say(Utterance utterance) = 0;
  // Falls silent. Returns at once; nothing is heard after 200 ms.
  virtual void stop() = 0;
  // What has happened since the last call, in order. The event loop is woken (platform/wake.h) when there is something.
  virtual std::vector<VoiceEvent> take() = 0;
};

}  // namespace anteroom::platform
