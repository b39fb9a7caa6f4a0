// Text laid out by Pango: its own bidi (FriBidi), its own line breaks, the same shaper (HarfBuzz) and the same fonts.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "oracle/drawn_line.h"
#include "paint/face_table.h"
#include "text/fonts.h"
#include "text/layout.h"

namespace anteroom::oracle {

class PangoText {
 public:
  // Requires: `faces` and `fonts` outlive this object.
  PangoText(const paint::FaceTable& faces, text::Fonts& fonts);
  ~PangoText();
  PangoText(const PangoText&) = delete;
  PangoText& operator=(const PangoText&) = delete;

  // `paragraph` (without line ends) at most `width_em` wide, each character in the face that we would use: the choice
  // of fonts is not compared, and line breaks can be equal only if widths are. Positions are not rounded. Requires:
  // width_em < 5000.
  std::vector<DrawnLine> lay_out(const std::string& paragraph, const text::Style& style, double width_em);

  // The width of `paragraph` on one line, in em.
  double width_em(const std::string& paragraph, const text::Style& style);

  // The font files that Pango used instead of the ones it was given; empty if there are none.
  const std::vector<std::string>& wrong_files() const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace anteroom::oracle
