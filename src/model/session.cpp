#include "model/session.h"

namespace anteroom {

bool differs_from_start(const Session& session) {
  return session.paused || session.language_chosen || session.high_contrast || session.reduced_motion ||
         session.text_percent != 100 || session.reach != Reach::none || session.aloud ||
         session.volume != usual_volume || !session.questions.empty();
}

bool has_something_to_lose(const Session& session) {
  return session.place != Place::loop || session.chooser != Chooser::none || differs_from_start(session);
}

bool holds_loop(const Session& session) {
  return session.place != Place::loop || session.chooser != Chooser::none || session.paused || session.aloud;
}

}  // namespace anteroom
