// A voice that uses speech-dispatcher, Debian's speech service, which speaks through espeak-ng and others.
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

// How long to wait for the service, and how often to try one that has gone.
struct SpeechPace {
  Millis answer{4'000};  // for a reply and for the beginning of an utterance
  // For the service's start. A sentence waits for it as long as for a reply; then the service counts as lost until it
  // is there: starting takes half a second with the espeak-ng module, many seconds with a neural voice or on a slow
  // disk.
  Millis start{25'000};
  Millis start_look{250};  // between two checks whether it is there
  // Between two attempts at first. Longer than the 5 s after which the service, by default, ends without a client: one
  // whose voice has died never speaks again, and is replaced only once it has ended. One that hangs while ending is
  // killed at the second attempt.
  Millis soon{10'000};
  Millis soon_for{180'000};
  Millis later{60'000};  // between two attempts afterwards, without end: nothing is spoken meanwhile
  // An utterance that has not ended after `ends_within` plus `a_byte` for each byte never will: without a sound device,
  // or when the module that speaks has died, it begins and nothing more comes (0.11.4). The slowest rate of espeak-ng,
  // 80 words a minute, takes about 150 ms per byte.
  Millis ends_within{10'000}, a_byte{200};
};

// How long after an unanswered attempt to try again. `gone`: time since the service was lost.
Millis next_question(const SpeechPace& pace, Millis gone);

// Speaks from its own thread, which sleeps until there is something to do; before the first say() there is neither
// thread nor connection. The first say() starts the service if it is not running.
// A say() that cannot be spoken gives `lost`, even if the service was lost before; it tries the service whatever the
// pace. An utterance cut off by another program counts as ended. For one that was stopped or replaced, take() reports
// nothing more.
// Requires: one thread calls say, stop, take and the destructor.
class SpeechDispatcher : public Voice {
 public:
  explicit SpeechDispatcher(SpeechPace pace = {});
  // Falls silent; takes a second at most.
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
  // The last say or stop that the thread has not handled; each replaces the one before.
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
  void queue(VoiceEvent event, std::uint64_t number);
  // The rest runs in the thread.
  void work();
  void sleep();
  void obey(Wish wish);
  bool is_newest(std::uint64_t number);
  void hear();
  bool handle_notices();
  void handle_timeouts();
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
  std::string language_;       // as last set in the service
  std::optional<int> volume_;  // as last set in the service
  std::optional<Speaking> speaking_;
  std::optional<Clock::time_point> lost_at_, next_attempt_;
  std::thread thread_;
};

}  // namespace anteroom::platform
