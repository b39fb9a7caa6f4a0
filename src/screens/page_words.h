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
  double title_mm() const { return title_.style.size_mm; }
  std::vector<scene::Item> take_from(scene::Column& column) const;

 private:
  View view_;
  text::Layout above_, title_;
  double gap_ = 0, below_ = 0, height_ = 0;
};

// How the pages of one card are set, so that nothing moves when one turns the page.
struct PageLook {
  double times = 1;   // the size of the text, to that of body text
  double top_mm = 0;  // above the heading
};

// A page's title and its text.
struct TitledText {
  std::string title, body;
};

// The look with which the largest of `pages` fits into `area` and, as far as possible, the words of the shortest reach
// its middle. Large letters leave no choice.
PageLook page_look(const View& view, const std::string& above, const std::vector<TitledText>& pages,
                   const scene::Rect& area);

// `heading` and below it `body`, in `area`: as `look` says, except that a text that is too long for that is smaller and
// begins higher.
std::vector<scene::Item> page_words(const View& view, const PageHeading& heading, const std::string& body,
                                    const scene::Rect& area, const PageLook& look);

}  // namespace anteroom::screens
