#include "commands/options.h"

int main(int argc, char** argv) {
  return anteroom::commands::main(argc, argv);
}
