#include "runtime/speech_bridge.h"

namespace anteroom::runtime {

void SpeechBridge::obey(Now now) {
  using Kind = platform::VoiceEvent::Kind;
  for (const platform::VoiceEvent& event : voice_.take()) {
    if (event.kind == Kind::ended) {
      if (event.id == turn_) said_.push_back(text_);
      kiosk_.speech_ended(event.id, now);
    }
    if (event.kind == Kind::lost) kiosk_.act(VoiceChanged{false}, now);
    if (event.kind == Kind::back) kiosk_.act(VoiceChanged{true}, now);
  }
}

void SpeechBridge::go_on(Now now) {
  obey(now);
  const std::optional<app::Kiosk::Speech> wanted = kiosk_.speech();
  const std::uint64_t turn = wanted ? wanted->id : 0;
  if (turn == turn_) return;
  turn_ = turn;
  if (!wanted) {
    voice_.stop();
    return;
  }
  text_ = wanted->text;
  voice_.say({wanted->id, wanted->text, wanted->language, wanted->volume});
}

}  // namespace anteroom::runtime
