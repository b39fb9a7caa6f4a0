// Faults that tests/program/faults.py injects into the running program, preloaded into it. The file $FAULT_CLOCK holds
// the seconds by which the wall clock is wrong. As long as the file $FAULT_LOOP exists, the thread that waits for
// events never comes back from that.
#include <SDL_events.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace {

long wrong_by_s() {
  static const char* file = std::getenv("FAULT_CLOCK");
  const int descriptor = file == nullptr ? -1 : open(file, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return 0;
  std::array<char, 32> text{};
  const ssize_t bytes = read(descriptor, text.data(), text.size() - 1);
  close(descriptor);
  return bytes > 0 ? std::atol(text.data()) : 0;
}

void loop_for_ever() {
  static const char* file = std::getenv("FAULT_LOOP");
  while (file != nullptr && access(file, F_OK) == 0) {
  }
}

}  // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* time) noexcept {
  const long status = syscall(SYS_clock_gettime, clock, time);
  if (status == 0 && clock == CLOCK_REALTIME) time->tv_sec += wrong_by_s();
  return static_cast<int>(status);
}

time_t time(time_t* result) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  if (result != nullptr) *result = now.tv_sec;
  return now.tv_sec;
}

int SDL_WaitEventTimeout(SDL_Event* event, int milliseconds) {
  loop_for_ever();
  static const auto real = reinterpret_cast<int (*)(SDL_Event*, int)>(dlsym(RTLD_NEXT, "SDL_WaitEventTimeout"));
  return real(event, milliseconds);
}

int SDL_WaitEvent(SDL_Event* event) {
  loop_for_ever();
  static const auto real = reinterpret_cast<int (*)(SDL_Event*)>(dlsym(RTLD_NEXT, "SDL_WaitEvent"));
  return real(event);
}

}  // extern "C"
