// The words of a page behind a card's front: a line above, the page's title, and text.
#pragma once

#include <string>
#include <vector>

#include "screens/body_block.h"
#include "screens/view.h"

namespace anteroom::screens {

// A heading, and how high it is with the space below it. For large letters it is the title alone, and without a title,
// as above the later pieces of a text, there is none.
class PageHeading {
 public:
  // `above` is in the language of `view_of_above`, `title` in that of `view`. The title stands out from text of `times`
  // the size of body text.
  PageHeading(const View& view, const View& view_of_above, const std::string& above, const std::string& title,
              double width_mm, double times = 1);

  double height() const { return height_; }
  bool has_broken_word() const { return title_.has_broken_word(); }
  double title_mm() const { return title_.style.size_mm; }
  // The title's first baseline, below the heading's top.
  double baseline_mm() const;
  std::vector<scene::Item> take_from(scene::Column& column) const;

 private:
  View view_;
  text::Layout above_, title_;
  double gap_ = 0, below_ = 0, height_ = 0;
};

// How far down the first baseline of a page's title is, in mm from the top of the glass: the same on all pages of all
// cards in all languages, so that nothing jumps when one turns the page. Only titles of texts that are too long for
// that are higher.
double title_line(const View& view);

// The part of `area` that `heading` and the text below it have with the title on its line. With large letters it is all
// of it.
scene::Rect page_room(const View& view, const PageHeading& heading, const scene::Rect& area);

// True if `area` has room for `heading` and below it for `body` in `times` the size of body text, no word cut.
bool holds(const View& view, const PageHeading& heading, const std::string& body, const scene::Rect& area,
           double times);

// A page's title and its text.
struct TitledText {
  std::string title, body;
};

// The size of the text on `pages`, which are all of one card, to that of body text: the largest one that the longest
// page has room for, so that words fill the card's pages, from one and a half times down to the least legible one; 1 if
// a page has to be split. With large letters it is 1.
double text_times(const View& view, const std::string& above, const std::vector<TitledText>& pages,
                  const scene::Rect& area);

// The same of one page of a card whose pages have the size `times` in common: larger, up to a third, where its text is
// so short that half of the page would be empty.
double page_times(const View& view, const std::string& above, const TitledText& page, const scene::Rect& area,
                  double times);

// `heading` and below it `body`, `times` the size of body text, in `area`; smaller if a word would be cut. A sign
// behind the last word of a piece that goes on says that the rest of the text is on the next screen.
std::vector<scene::Item> page_words(const View& view, const PageHeading& heading, const std::string& body,
                                    const scene::Rect& area, double times, Piece piece = Piece::whole);

}  // namespace anteroom::screens
