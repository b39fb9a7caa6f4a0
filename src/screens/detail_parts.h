// Which part of a page's text stands on which screen: what does not fit is split, nothing shrinks or scrolls.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

// One screenful of a detail: what of the front had no room there, the exhibit, what the exhibit tells where that has no
// room beside it, a page's text, the question for one's own clinician, or the source alone.
enum class DetailKind { lead, exhibit, explanation, text, ask, source };
struct DetailPart {
  DetailKind kind = DetailKind::text;
  std::size_t page = 0;  // of the detail: ShowPage::page
  std::size_t part = 0;  // of that page
  std::size_t text = 0;  // of a text: index into CardText::pages
  std::string body;      // what of the words stands here
  bool ask = false;      // of a text: the question stands beside it
  bool source = false;   // of a question: the source stands below it
  friend bool operator==(const DetailPart&, const DetailPart&) = default;
};

// Where things stand on a page.
struct DetailAreas {
  scene::Rect side;   // picture, question, source; no width: large letters take all the room
  scene::Rect words;  // title and text
};
DetailAreas detail_areas(const View& view);

// Every screenful of `card`'s detail in reading order: at least one. `shown`: the part of the exhibit that is told.
std::vector<DetailPart> detail_parts(const View& view, const Card& card, const CardText& text,
                                     std::optional<std::size_t> shown);

// Remembers the parts of the detail that was asked for last.
class DetailPages {
 public:
  // detail_parts of the same. Valid until the next call.
  const std::vector<DetailPart>& of(const View& view, const Card& card, const CardText& text,
                                    std::optional<std::size_t> shown);

 private:
  struct Key {
    std::string card, language;
    int text_percent = 100;
    Reach reach = Reach::none;
    std::optional<std::size_t> shown;
    friend bool operator==(const Key&, const Key&) = default;
  };
  Key key_;
  std::vector<DetailPart> parts_;
};

// The heading of a page: the card's title, small, above the page's own; for large letters the page's own alone.
// `bottom`: where the text may begin.
struct PageHeading {
  std::vector<scene::Item> items;
  double bottom = 0;
};
PageHeading page_heading(const View& view, const std::string& above, const std::string& title,
                         const scene::Rect& column);

// The question in its panel, as high as it needs, standing on `bottom`.
std::vector<scene::Item> ask_panel(const View& view, const std::string& ask, const scene::Rect& column, double bottom);
double ask_height(const View& view, const std::string& ask, double width_mm);

// Source, review date and "not medical advice", in small type.
text::Layout source_layout(const View& view, double width_mm);

}  // namespace anteroom::screens
