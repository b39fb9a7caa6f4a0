#include "platform/speech_dispatcher.h"

#include <sys/eventfd.h>
#include <sys/poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "platform/wake.h"

namespace anteroom::platform {

Millis next_question(const SpeechPace& pace, Millis gone) {
  return gone < pace.soon_for ? pace.soon : pace.later;
}

SpeechDispatcher::Bell::Bell() : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

SpeechDispatcher::Bell::~Bell() {
  ::close(descriptor_);
}

void SpeechDispatcher::Bell::ring() const {
  ::eventfd_write(descriptor_, 1);
}

void SpeechDispatcher::Bell::silence() const {
  eventfd_t rung = 0;
  ::eventfd_read(descriptor_, &rung);
}

SpeechDispatcher::SpeechDispatcher(SpeechPace pace) : pace_(pace), connection_(quit_.descriptor()) {}

SpeechDispatcher::~SpeechDispatcher() {
  if (!thread_.joinable()) return;
  quit_.ring();
  thread_.join();
}

void SpeechDispatcher::say(Utterance utterance) {
  want(std::move(utterance));
  if (!thread_.joinable()) thread_ = std::thread([this] { work(); });
}

void SpeechDispatcher::stop() {
  if (thread_.joinable()) want({});
}

void SpeechDispatcher::want(std::optional<Utterance> utterance) {
  {
    const std::lock_guard lock(mutex_);
    wish_ = Wish{std::move(utterance), ++number_};
    std::erase_if(events_, [](const VoiceEvent& event) { return event.id != 0; });
  }
  bell_.ring();
}

std::vector<VoiceEvent> SpeechDispatcher::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(events_, {});
}

// `number`: of the wish that the event is about; 0 if it is about the service.
void SpeechDispatcher::queue(VoiceEvent event, std::uint64_t number) {
  {
    const std::lock_guard lock(mutex_);
    if (number != 0 && number != number_) return;
    events_.push_back(event);
  }
  wake();
}

void SpeechDispatcher::work() {
  while (true) {
    sleep();
    pollfd quit{quit_.descriptor(), POLLIN, 0};
    if (::poll(&quit, 1, 0) > 0) break;
    bell_.silence();
    hear();
    std::optional<Wish> wish;
    {
      const std::lock_guard lock(mutex_);
      wish = std::exchange(wish_, {});
    }
    if (wish) obey(std::move(*wish));
    handle_timeouts();
  }
  fall_silent();
  // The service then drops what it was given at once, without having to notice that the client has gone.
  connection_.ask("QUIT", pace_.answer);
}

void SpeechDispatcher::sleep() {
  std::optional<Clock::time_point> until = next_attempt_;
  if (speaking_) until = until ? std::min(*until, speaking_->until) : speaking_->until;
  int millis = -1;
  if (until) {
    const auto left = std::chrono::ceil<Millis>(*until - Clock::now());
    millis = static_cast<int>(std::clamp<Millis::rep>(left.count(), 0, 3'600'000));
  }
  std::array<pollfd, 3> all{{{bell_.descriptor(), POLLIN, 0},
                             {quit_.descriptor(), POLLIN, 0},
                             {connection_.descriptor(), POLLIN, 0}}};  // poll ignores a descriptor of -1
  ::poll(all.data(), all.size(), millis);
}

void SpeechDispatcher::obey(Wish wish) {
  if (!wish.utterance) {
    if (!fall_silent()) lose();
    return;
  }
  const bool spoken =
      (connection_.is_open() || connect(pace_.answer)) && fall_silent() && speak(*wish.utterance, wish.number);
  if (!spoken) lose();
}

bool SpeechDispatcher::is_newest(std::uint64_t number) {
  const std::lock_guard lock(mutex_);
  return number == number_;
}

// Handles what the service has sent unasked.
void SpeechDispatcher::hear() {
  if (!connection_.is_open()) return;
  const bool there = connection_.listen();
  const bool silent = !handle_notices() || hush();
  if (!there || !silent) lose();
}

// Handles the notices. True if something begins although there should be silence.
bool SpeechDispatcher::handle_notices() {
  bool stray = false;
  for (const SsipReply& notice : connection_.take_notices()) {
    if (!speaking_ && notice.code == ssip_began) stray = true;
    if (!speaking_ || notice.message() != speaking_->message) continue;
    if (notice.code == ssip_began) {
      speaking_->until = Clock::now() + pace_.ends_within + pace_.a_byte * static_cast<Millis::rep>(speaking_->bytes);
      queue({VoiceEvent::Kind::began, speaking_->id}, speaking_->number);
    } else if (notice.code == ssip_ended || notice.code == ssip_cancelled) {
      queue({VoiceEvent::Kind::ended, speaking_->id}, speaking_->number);
      speaking_.reset();
    }
  }
  return stray;
}

void SpeechDispatcher::handle_timeouts() {
  const Clock::time_point now = Clock::now();
  if (speaking_ && now >= speaking_->until) lose();
  if (!next_attempt_ || now < *next_attempt_) return;
  if (connect(Millis(0))) return;
  const auto gone = std::chrono::duration_cast<Millis>(now - *lost_at_);
  next_attempt_ = Clock::now() + (connection_.is_starting() ? pace_.start_look : next_question(pace_, gone));
}

// True once the service is there and has a module that can speak.
// `patience`: how long to wait for its start, which continues afterwards.
bool SpeechDispatcher::connect(Millis patience) {
  return greet(patience) || (connection_.end_hung_service(speech_socket_path()) && greet(patience));
}

bool SpeechDispatcher::greet(Millis patience) {
  if (!connection_.open(speech_socket_path(), patience, pace_.start)) return false;
  language_.clear();
  volume_.reset();
  const bool named = done("SET SELF CLIENT_NAME \"kiosk:anteroom:screen\"") && done("SET SELF NOTIFICATION BEGIN ON") &&
                     done("SET SELF NOTIFICATION END ON") && done("SET SELF NOTIFICATION CANCEL ON");
  const std::optional<SsipReply> modules = named ? connection_.ask("LIST OUTPUT_MODULES", pace_.answer) : std::nullopt;
  // The dummy module knows one sentence, in English, about the service's settings. It is used when nothing else works.
  const bool speaks = modules && modules->fine() &&
                      std::any_of(modules->lines.begin(), modules->lines.end() - 1,
                                  [](const std::string& module) { return module != "dummy"; });
  if (!speaks) {
    connection_.close();
    return false;
  }
  next_attempt_.reset();
  if (std::exchange(lost_at_, {})) queue({VoiceEvent::Kind::back, 0}, 0);
  return true;
}

// True if the service has accepted it, or if it is no longer wanted: a service may take seconds for each answer.
bool SpeechDispatcher::speak(const Utterance& utterance, std::uint64_t number) {
  const std::string language = ssip_language(utterance.language);
  if (language != language_ && !done("SET SELF LANGUAGE " + language)) return false;
  language_ = language;
  const int volume = ssip_volume(utterance.volume);
  if (volume != volume_ && !done("SET SELF VOLUME " + std::to_string(volume))) return false;
  volume_ = volume;
  if (!is_newest(number)) return true;
  if (!done("SPEAK")) return false;
  if (!is_newest(number)) return done(".");  // an empty text, which the service drops
  const std::optional<SsipReply> queued = connection_.ask(ssip_text(utterance.text), pace_.answer);
  if (!queued || !queued->fine() || queued->message() == 0) return false;
  speaking_ = Speaking{utterance.id, number, queued->message(), utterance.text.size(), Clock::now() + pace_.answer};
  handle_notices();  // including those of this message, which may overtake the reply
  return true;
}

bool SpeechDispatcher::done(const std::string& line) {
  const std::optional<SsipReply> reply = connection_.ask(line, pace_.answer);
  return reply && reply->fine();
}

// False if the service does not comply.
bool SpeechDispatcher::fall_silent() {
  return !std::exchange(speaking_, {}) || hush();
}

// Asks for silence until nothing begins any more: what is cancelled too early, before the service's module knows of it,
// begins nevertheless. False if the service does not comply.
bool SpeechDispatcher::hush() {
  for (int tries = 0; tries < 5; ++tries) {
    if (!done("CANCEL SELF")) return false;
    if (!handle_notices()) return true;
  }
  return false;
}

void SpeechDispatcher::lose() {
  connection_.close();
  speaking_.reset();
  const Clock::time_point now = Clock::now();
  if (!lost_at_) lost_at_ = now;
  next_attempt_ = now + (connection_.is_starting() ? pace_.start_look : pace_.soon);
  queue({VoiceEvent::Kind::lost, 0}, 0);
}

}  // namespace anteroom::platform
