// The card that was on the screen, so that a start after a restart or a crash goes on with it.
#pragma once

#include <filesystem>
#include <string>

namespace anteroom::runtime {

class LastCard {
 public:
  // Reads what the last start has kept in `folder`, which is empty after each start of the machine; an empty path:
  // nothing is read or kept.
  explicit LastCard(const std::filesystem::path& folder);

  // Id of the card that was on the screen when the last start ended; empty: not known.
  const std::string& before() const { return before_; }
  // `id`: of the card that is on the screen now; empty: none. Writes only when it is another one.
  void keep(const std::string& id);

 private:
  std::filesystem::path file_;
  std::string before_, kept_;
};

}  // namespace anteroom::runtime
