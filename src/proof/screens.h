// Pictures of screens for a proof.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "document/document.h"
#include "paint/painter.h"
#include "paint/pictures.h"
#include "paint/ttf_fonts.h"
#include "proof/proof.h"
#include "scene/scene.h"

namespace anteroom::proof {

class ScreenPictures {
 public:
  explicit ScreenPictures(const Shown& shown);

  const Shown& shown() const { return shown_; }
  paint::TtfFonts& fonts() { return fonts_; }
  // The scenes with their names below them, as many side by side as a page has room for.
  void add(const std::vector<std::pair<std::string, scene::Scene>>& scenes, std::vector<document::Block>& blocks);
  // How many were drawn, and what is wrong with their pictures.
  int drawn() const { return drawn_; }
  const std::set<std::string>& faults() const { return faults_; }

 private:
  Shown shown_;
  paint::TtfFonts fonts_;
  paint::Pictures pictures_;
  paint::Painter painter_;
  int drawn_ = 0;
  std::set<std::string> faults_;
};

}  // namespace anteroom::proof
