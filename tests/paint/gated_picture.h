// A picture that is drawn only when the test says so, by gated_decoder instead of anteroom-decode: slow and quick
// pictures without a clock.
#pragma once

#include <signal.h>

#include <cstdint>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "catch.h"
#include "paint/drawing.h"
#include "paint/pictures.h"

namespace anteroom::paint {

class GatedPicture {
 public:
  // A file in `folder`, which must outlive this. `pixel`: its opaque colour everywhere; `fault`: the result of drawing
  // it.
  GatedPicture(const TempFolder& folder, const std::string& name, std::uint32_t pixel, const std::string& fault = {})
      : gate_(folder.file(name + ".gate")) {
    std::ostringstream content;
    content << gate_ << "\n" << std::hex << pixel << "\n" << fault;
    file_ = folder.write(name, content.str());
  }

  const std::string& file() const { return file_; }
  // From now on it is drawn as soon as it is asked for.
  void open() const { std::ofstream(gate_) << "open"; }

  // The processes that were started to draw it.
  std::vector<pid_t> runs() const {
    std::ifstream in(gate_ + ".runs");
    std::vector<pid_t> all;
    for (pid_t each = 0; in >> each;) all.push_back(each);
    return all;
  }
  void wait_for_run(std::size_t count = 1) const {
    while (runs().size() < count) std::this_thread::yield();
  }
  // True if the last process started to draw it is still running.
  bool is_being_drawn() const {
    const std::vector<pid_t> all = runs();
    return !all.empty() && ::kill(all.back(), 0) == 0;
  }

  // Options that draw pictures with gated_decoder.
  static Pictures::Options options() {
    Pictures::Options options{.cache_bytes = 1 << 20};
    options.limits.time = std::chrono::minutes(5);  // the test ends it
    options.decoder = GATED_DECODER;
    return options;
  }

 private:
  std::string gate_, file_;
};

}  // namespace anteroom::paint
