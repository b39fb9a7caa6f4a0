#include "model/action.h"

namespace anteroom {

bool happens_by_itself(const Action& action) {
  return std::holds_alternative<Tick>(action) || std::holds_alternative<LeaveOut>(action) ||
         std::holds_alternative<CardSeen>(action) || std::holds_alternative<SentenceEnded>(action) ||
         std::holds_alternative<VoiceChanged>(action) || std::holds_alternative<PostNotice>(action);
}

bool is_tap(const Action& action) {
  return !happens_by_itself(action) && !std::holds_alternative<FingerOn>(action) &&
         !std::holds_alternative<FingerOff>(action) && !std::holds_alternative<Focus>(action) &&
         !std::holds_alternative<HandleMove>(action);
}

}  // namespace anteroom
