// anteroom-decode: draws one picture in a jail, for anteroom.
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "decoder/serve.h"

namespace {

// True if whoever has started this process has ended before the kernel was asked to tell of it; then it never does.
bool is_orphan() {
  const char* parent = std::getenv("ANTEROOM_PARENT");
  return parent != nullptr && std::atol(parent) != ::getppid();
}

}  // namespace

int main(int argc, char** argv) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // nobody would wait for the reply
  if (is_orphan()) return 1;
  const int status = anteroom::decoder::serve({argv + 1, argv + argc});
  // Nothing is worth the time that destructors of the libraries take, and they may ask for what the jail refuses.
  ::_exit(status);
}
