#include "platform/own_children.h"

#include <sys/wait.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace anteroom::platform {

void end_children() {
  std::error_code error;
  for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task", error)) {
    std::ifstream children(thread.path() / "children");
    for (pid_t child = 0; children >> child;) {
      ::kill(child, SIGKILL);
      ::waitpid(child, nullptr, 0);
    }
  }
}

}  // namespace anteroom::platform
