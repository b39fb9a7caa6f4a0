#include "paint/own_program.h"

#include <unistd.h>

#include <system_error>

namespace anteroom::paint {

std::filesystem::path own_program(const std::string& name) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const fs::path& place : {folder, folder / "..", folder / "../libexec/anteroom"}) {
    fs::path program = place / name;
    if (::access(program.c_str(), X_OK) == 0) return program;
  }
  return {};
}

}  // namespace anteroom::paint
