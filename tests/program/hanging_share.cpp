// A network share that does not answer, preloaded into a program: as long as the file $HANGING_WHILE exists, every call
// that looks at a path below $HANGING_BELOW waits.
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdarg>
#include <cstdlib>
#include <cstring>

namespace {

template <typename Function>
Function real(Function, const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

void wait_below(const char* path) {
  static const char* below = std::getenv("HANGING_BELOW");
  static const char* switched = std::getenv("HANGING_WHILE");
  if (below == nullptr || switched == nullptr || path == nullptr || std::strstr(path, below) == nullptr) return;
  static const auto is_there = real(&access, "access");
  while (is_there(switched, F_OK) == 0) usleep(10'000);
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  std::va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  wait_below(path);
  return reinterpret_cast<int (*)(const char*, int, mode_t)>(dlsym(RTLD_NEXT, "open"))(path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
  std::va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  wait_below(path);
  return reinterpret_cast<int (*)(int, const char*, int, mode_t)>(dlsym(RTLD_NEXT, "openat"))(folder, path, flags,
                                                                                              mode);
}

int stat(const char* path, struct stat* result) {
  wait_below(path);
  return real(&stat, "stat")(path, result);
}

int lstat(const char* path, struct stat* result) {
  wait_below(path);
  return real(&lstat, "lstat")(path, result);
}

int fstatat(int folder, const char* path, struct stat* result, int flags) {
  wait_below(path);
  return real(&fstatat, "fstatat")(folder, path, result, flags);
}

DIR* opendir(const char* path) {
  wait_below(path);
  return real(&opendir, "opendir")(path);
}

int access(const char* path, int mode) {
  wait_below(path);
  return real(&access, "access")(path, mode);
}

}  // extern "C"
