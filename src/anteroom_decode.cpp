// anteroom-decode: draws one picture in a jail, for anteroom.
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <string>
#include <vector>

#include "decode/request.h"
#include "decoder/prove.h"
#include "decoder/serve.h"

namespace {

// True if the parent ended before the kernel was asked to signal its end; that signal would then never come.
bool is_orphan() {
  const char* parent = std::getenv(anteroom::decode::parent_variable);
  return parent != nullptr && std::atol(parent) != ::getppid();
}

}  // namespace

int main(int argc, char** argv) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // without the parent, nobody waits for the reply
  if (is_orphan()) return 1;
  const std::vector<std::string> words{argv + 1, argv + argc};
  const bool proves = words.size() == 3 && words[0] == anteroom::decoder::prove_word;
  const int status = proves ? anteroom::decoder::prove(words[1], words[2], anteroom::decoder::enter_jail)
                            : anteroom::decoder::serve(words);
  // Skip the libraries' destructors: they take time, and may make system calls that the jail refuses.
  ::_exit(status);
}
