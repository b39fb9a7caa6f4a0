// What `check` says of pictures: which cannot be drawn, and which cost too much.
#pragma once

#include <map>
#include <string>

#include "content/diagnostic.h"
#include "content/rules.h"
#include "model/settings.h"
#include "paint/pictures.h"

namespace anteroom::report {

// A picture that takes so long that somebody may see an empty place.
inline constexpr content::Rule slow_picture{"slow-picture", content::Severity::warning};
// A picture that takes so much memory that a small machine may not have it.
inline constexpr content::Rule large_picture{"large-picture", content::Severity::warning};
// A picture that is drawn otherwise than its author sees it.
inline constexpr content::Rule picture_remark{"picture-remark", content::Severity::warning};

class PictureTrials {
 public:
  explicit PictureTrials(const Settings& settings);

  // Why `file` cannot be drawn as large as the screen may need it, in words; empty: it can. Each file is drawn once.
  std::string fault(const std::string& file);
  // Adds a warning for each file that has been drawn and takes over a second of processor time or over 64 MB, and what
  // the decoder remarks of it.
  void report(content::Diagnostics& diagnostics) const;

  paint::Pictures& pictures() { return pictures_; }

 private:
  paint::Pictures pictures_;
  int width_px_, height_px_;
  std::map<std::string, paint::PictureCost> costs_;  // by file
};

}  // namespace anteroom::report
