#include "runtime/write_whole.h"

#include <fstream>

namespace anteroom::runtime {

bool write_whole(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::path part = file;
  part += ".part";
  std::ofstream out(part, std::ios::trunc);
  out << text;
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(part, file, error);
  return out && !error;
}

}  // namespace anteroom::runtime
