#include "runtime/last_card.h"

#include <array>
#include <fstream>

#include "runtime/write_whole.h"

namespace anteroom::runtime {

LastCard::LastCard(const std::filesystem::path& folder) {
  if (folder.empty()) return;
  file_ = folder / "card";
  std::error_code error;
  if (!std::filesystem::is_regular_file(file_, error)) return;  // to open a pipe would wait for ever
  std::array<char, 256> line{};                                 // longer than any id may be
  std::ifstream(file_).getline(line.data(), line.size());
  before_ = kept_ = line.data();
}

void LastCard::keep(const std::string& id) {
  if (file_.empty() || id == kept_) return;
  kept_ = id;
  write_whole(file_, id + "\n");
}

}  // namespace anteroom::runtime
