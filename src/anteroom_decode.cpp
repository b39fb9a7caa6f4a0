// anteroom-decode: draws one picture in a jail, for anteroom.
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>

#include "decoder/serve.h"

int main(int argc, char** argv) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // nobody would wait for the reply
  const int status = anteroom::decoder::serve({argv + 1, argv + argc});
  // Nothing is worth the time that destructors of the libraries take, and they may ask for what the jail refuses.
  ::_exit(status);
}
