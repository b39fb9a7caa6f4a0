// What `check` says about pictures: which cannot be drawn, and which take too much time or memory.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "content/read_pack.h"
#include "model/settings.h"
#include "paint/pictures.h"
#include "source/diagnostic.h"

namespace anteroom::report {

// Adds what `check` says about a picture that can be drawn: the decoder's remarks, and whether drawing it in a box of
// `width_px` x `height_px` pixels takes over a second of processor time or over 64 MB of memory. `cost`: what drawing
// it took.
void report_cost(const std::string& file, const paint::PictureCost& cost, int width_px, int height_px,
                 source::Diagnostics& diagnostics);

class PictureTrials {
 public:
  explicit PictureTrials(const Settings& settings);

  // Why `file` cannot be drawn as large as the screen may need it, whole or the layers of one of `shown`, in words;
  // empty: it can. The whole is drawn once, and so is each list of layers.
  std::string fault(const std::string& file, const std::vector<std::vector<std::string>>& shown);
  // True if both can be drawn and a patient sees no difference between them.
  bool look_same(const content::PictureLayers& one, const content::PictureLayers& other);
  // Adds what report_cost() says about each file that has been drawn whole.
  void report(source::Diagnostics& diagnostics) const;

  paint::Pictures& pictures() { return pictures_; }

 private:
  paint::Pictures pictures_;
  int width_px_, height_px_;
  std::map<std::string, paint::PictureCost> costs_;  // by file
  // The faults of layers, by file and layers.
  std::map<std::pair<std::string, std::vector<std::vector<std::string>>>, std::string> layer_faults_;
};

}  // namespace anteroom::report
