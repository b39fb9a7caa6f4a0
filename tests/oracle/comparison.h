// Compares our layouts with Pango's, line by line, and describes the differences in words.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "oracle/pango_text.h"
#include "paint/face_table.h"
#include "paint/ttf_fonts.h"
#include "text/layout.h"

namespace anteroom::oracle {

class Comparison {
 public:
  explicit Comparison(const std::vector<std::string>& languages);

  // Lays out each paragraph of `utf8` in `width_em` both ways. After a line that ends differently, the rest of its
  // paragraph is not compared.
  void compare(const std::string& name, const std::string& utf8, const text::Style& style, double width_em);

  // Compares the width of `paragraph` on one line, which is equal if both shape the same characters in the same
  // scripts.
  void compare_width(const std::string& name, const std::string& paragraph, const text::Style& style);

  // The width of `utf8` on one line, in em, as we measure it.
  double natural_em(const std::string& utf8, const text::Style& style);

  int lines() const { return lines_; }      // compared
  int breaks() const { return breaks_; }    // of these lines, those that are not the last of their paragraph
  int skipped() const { return skipped_; }  // too close to call: the word fits or not by less than `hair`
  const std::map<std::string, int>& agreed() const { return agreed_; }  // differences with a known reason, by its name
  const std::vector<std::string>& differences() const { return differences_; }
  const std::vector<std::string>& wrong_files() const { return pango_.wrong_files(); }

 private:
  // Pango's lines of `paragraph`, with its telephone numbers and dates put into isolates.
  std::vector<DrawnLine> pango_lines(const std::string& paragraph, const text::Style& style, double width_em);
  void compare_paragraph(const std::string& name, const std::string& paragraph, const text::Style& style,
                         double width_em);
  // True if `longer`, a line of `paragraph`, is so nearly as wide as the line may be that it may fit or not.
  bool by_a_hair(const std::string& longer, const std::string& paragraph, const text::Style& style, double width_em);

  paint::FaceTable faces_;
  paint::TtfFonts fonts_{faces_};
  PangoText pango_{faces_, fonts_};
  int lines_ = 0, breaks_ = 0, skipped_ = 0;
  std::map<std::string, int> agreed_;
  std::vector<std::string> differences_;
};

}  // namespace anteroom::oracle
