#include "platform/wake.h"

#include <SDL.h>

namespace anteroom::platform {

void wake() {
  if (SDL_WasInit(SDL_INIT_EVENTS) == 0) return;
  SDL_Event event{};
  event.type = SDL_USEREVENT;
  SDL_PushEvent(&event);
}

}  // namespace anteroom::platform
