#include "model/action.h"

#include <type_traits>

namespace anteroom {

bool happens_by_itself(const Action& action) {
  return std::holds_alternative<Tick>(action) || std::holds_alternative<LeaveOut>(action) ||
         std::holds_alternative<CardSeen>(action) || std::holds_alternative<SentenceEnded>(action) ||
         std::holds_alternative<VoiceChanged>(action) || std::holds_alternative<PostNotice>(action) ||
         std::holds_alternative<PinChecked>(action) || std::holds_alternative<RecallWrongPins>(action) ||
         std::holds_alternative<StaffWanted>(action) || std::holds_alternative<RecallCleaned>(action);
}

bool is_tap(const Action& action) {
  return !happens_by_itself(action) && !std::holds_alternative<FingerOn>(action) &&
         !std::holds_alternative<FingerOff>(action) && !std::holds_alternative<Focus>(action) &&
         !std::holds_alternative<HandleMove>(action);
}

bool is_of_staff(const Action& action) {
  return std::visit(
      [](const auto& each) {
        using Each = std::decay_t<decltype(each)>;
        return std::is_same_v<Each, CornerTap> || std::is_same_v<Each, CornerLift> || std::is_same_v<Each, PinDigit> ||
               std::is_same_v<Each, PinErase> || std::is_same_v<Each, PinEnter> || std::is_same_v<Each, PinChecked> ||
               std::is_same_v<Each, RecallWrongPins> || std::is_same_v<Each, LeaveStaff> ||
               std::is_same_v<Each, StaffTouch> || std::is_same_v<Each, BeginCleaning> ||
               std::is_same_v<Each, HideCard> || std::is_same_v<Each, DarkUntil> || std::is_same_v<Each, StaffWanted> ||
               std::is_same_v<Each, RecallCleaned>;
      },
      action);
}

}  // namespace anteroom
