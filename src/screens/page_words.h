// The words of a page behind a card's front: a line above, the page's title, and text.
#pragma once

#include <string>
#include <vector>

#include "screens/view.h"

namespace anteroom::screens {

// A heading, and how high it is with the space below it. For large letters it is the title alone.
class PageHeading {
 public:
  // `above` is in the language of `view_of_above`, `title` in that of `view`.
  PageHeading(const View& view, const View& view_of_above, const std::string& above, const std::string& title,
              double width_mm);

  double height() const { return height_; }
  bool has_broken_word() const { return title_.has_broken_word(); }
  std::vector<scene::Item> take_from(scene::Column& column) const;

 private:
  View view_;
  text::Layout above_, title_;
  double gap_ = 0, below_ = 0, height_ = 0;
};

// `heading` and below it `body`, in `area`. Headings are at one height, except those of texts so long that they need
// the room above, and of texts so short that the page would be empty below its middle.
std::vector<scene::Item> page_words(const View& view, const PageHeading& heading, const std::string& body,
                                    const scene::Rect& area);

}  // namespace anteroom::screens
