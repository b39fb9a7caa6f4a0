// anteroom-decode as it would be with a jail that does not hold: what is missing is named by the last part of the name
// that it is started with, "none", "landlock" or "seccomp".
#include <sys/prctl.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "decoder/prove.h"
#include "decoder/serve.h"

using anteroom::decoder::JailLayers;
using anteroom::decoder::JailLimits;

int main(int argc, char** argv) {
  const std::string name = argv[0];
  const auto enter = [&name](const JailLimits& limits, JailLayers layers) -> std::string {
    if (name.ends_with("no-landlock") && layers == JailLayers::landlock) {
      return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? "" : "no privileges can be given up";
    }
    if (name.ends_with("no-seccomp") && layers != JailLayers::landlock) {
      return anteroom::decoder::enter_jail(limits, JailLayers::landlock);
    }
    if (name.ends_with("no-jail")) return "";
    if (name.ends_with("silent")) return "this system has no Landlock";
    return anteroom::decoder::enter_jail(limits, layers);
  };
  const std::vector<std::string> words{argv + 1, argv + argc};
  const bool proves = words.size() == 3 && words[0] == anteroom::decoder::prove_word;
  ::_exit(proves ? anteroom::decoder::prove(words[1], words[2], enter) : anteroom::decoder::serve(words));
}
