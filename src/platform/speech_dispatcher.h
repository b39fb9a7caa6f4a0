// The voice of speech-dispatcher, Debian's speech service, which speaks through espeak-ng and others.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "model/time.h"
#include "platform/speech_connection.h"
#include "platform/voice.h"

namespace anteroom::platform {

// How long the service is waited for, and how often one that has gone is asked again.
struct SpeechPace {
  Millis answer{4'000};  // for a reply and for the beginning of an utterance
  // For the service's start. A sentence waits for it as long as for a reply; then the service is lost, until it is
  // there: it takes half a second with the module of espeak-ng, many with a neural voice or on a slow disk.
  Millis start{25'000};
  Millis start_look{250};  // between two looks whether it is there
  // Between two questions at first. Longer than the 5 s after which the service ends without a client, by its default:
  // one whose voice has died never speaks again, and is followed by a new one only then. One that hangs as it ends is
  // killed at the second question.
  Millis soon{10'000};
  Millis soon_for{180'000};
  Millis later{60'000};  // between two questions afterwards, for as long as it takes: without sound nothing is said
  // An utterance that has not ended after the first and the second for each byte never will: without a sound device, or
  // when what speaks behind the service has died, it begins and nothing more comes (0.11.4). The slowest rate of
  // espeak-ng, 80 words a minute, takes about 150 ms a byte.
  Millis ends_within{10'000}, a_byte{200};
};

// How long after an answer that did not come the next one is asked for. `gone`: since the service was lost.
Millis next_question(const SpeechPace& pace, Millis gone);

// Speaks from a thread of its own, which sleeps until there is something to do; before the first say there is no thread
// and no connection. The service is started by the first say if it does not run.
// A say that cannot be spoken gives `lost`, also when the service was lost before; it is asked then, whatever the pace.
// An utterance cut off by somebody else's program has ended. About one that was stopped or replaced take() tells
// nothing more.
// Requires: one thread calls say, stop, take and the destructor.
class SpeechDispatcher : public Voice {
 public:
  explicit SpeechDispatcher(SpeechPace pace = {});
  // Silence; takes a second at most.
  ~SpeechDispatcher() override;
  SpeechDispatcher(const SpeechDispatcher&) = delete;
  SpeechDispatcher& operator=(const SpeechDispatcher&) = delete;

  void say(Utterance utterance) override;
  void stop() override;
  std::vector<VoiceEvent> take() override;

 private:
  using Clock = std::chrono::steady_clock;
  // A descriptor that is readable once it was rung.
  class Bell {
   public:
    Bell();
    ~Bell();
    Bell(const Bell&) = delete;
    Bell& operator=(const Bell&) = delete;
    int descriptor() const { return descriptor_; }
    void ring() const;
    void silence() const;

   private:
    int descriptor_;
  };
  // The last say or stop that the thread has not met; each replaces the one before.
  struct Wish {
    std::optional<Utterance> utterance;  // none: silence
    std::uint64_t number = 0;
  };
  // What the service was given to speak.
  struct Speaking {
    std::uint64_t id = 0, number = 0, message = 0;
    std::size_t bytes = 0;
    Clock::time_point until;  // when the next notice is overdue
  };

  void want(std::optional<Utterance> utterance);
  void tell(VoiceEvent event, std::uint64_t number);
  // The rest runs in the thread.
  void work();
  void sleep();
  void obey(Wish wish);
  bool is_newest(std::uint64_t number);
  void hear();
  bool meet_notices();
  void look_at_clock();
  bool connect(Millis patience);
  bool greet(Millis patience);
  bool speak(const Utterance& utterance, std::uint64_t number);
  bool done(const std::string& line);
  void lose();
  bool fall_silent();
  bool hush();

  const SpeechPace pace_;
  Bell bell_, quit_;
  std::mutex mutex_;
  // Guarded by the mutex:
  std::optional<Wish> wish_;
  std::uint64_t number_ = 0;  // of the last wish
  std::vector<VoiceEvent> events_;
  // The thread's own:
  SpeechConnection connection_;
  std::string language_;       // what the service was told last
  std::optional<int> volume_;  // what the service was told last
  std::optional<Speaking> speaking_;
  std::optional<Clock::time_point> lost_at_, next_question_;
  std::thread thread_;
};

}  // namespace anteroom::platform
