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
  int volume = 100;      // percent; what lies outside 0 to 100 is moved to the nearer end
};

// What has become of an utterance or of the service that speaks.
struct VoiceEvent {
  enum class Kind {
    began,
    ended,  // spoken to its end; an utterance that was stopped or replaced gives none
    lost,   // nothing can be spoken; what was being spoken or was asked for is dropped
    back,   // after lost: it can be spoken again
  } kind;
  std::uint64_t id = 0;  // of the utterance; 0 for lost and back
};

class Voice {
 public:
  virtual ~Voice() = default;
  // Stops what is being spoken and speaks `utterance`. Returns at once.
  virtual void say(Utterance utterance) = 0;
  // Silence. Returns at once; nothing is heard 200 ms later.
  virtual void stop() = 0;
  // What has happened since the last call, in order. The event loop is woken (platform/wake.h) when there is something.
  virtual std::vector<VoiceEvent> take() = 0;
};

}  // namespace anteroom::platform
