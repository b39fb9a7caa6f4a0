// `anteroom status`: what became of the last change of settings or content.
#include <iostream>

#include "assembly/source.h"
#include "commands/options.h"
#include "paint/picture_file.h"

namespace anteroom::commands {

int status(const StatusOptions& options) {
  constexpr std::size_t max_bytes = 1U << 20;
  const std::filesystem::path state = assembly::state_folder(options.source);
  const paint::PictureBytes receipt = paint::read_picture_file(assembly::receipt_file(state).string(), max_bytes);
  if (receipt.fault.empty()) {
    std::cout << receipt.bytes;
    return fine;
  }
  std::cerr << "anteroom: no screen of this user has run with "
            << assembly::config_file(options.source).generic_string() << " yet\n";
  return does_not_hold;
}

}  // namespace anteroom::commands
