// Which part of a page's text is on which screen: what does not fit is split, nothing shrinks or scrolls.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/card.h"
#include "screens/body_block.h"
#include "screens/page_words.h"
#include "screens/view.h"

namespace anteroom::screens {

// One screenful of a detail: what had no room on the card's front, the exhibit, a page's text, the question for one's
// own clinician, or the code of the card's link where that has no room beside the question.
enum class DetailKind { lead, exhibit, text, ask, link };
struct DetailPart {
  DetailKind kind = DetailKind::text;
  std::size_t page = 0;       // of the detail: ShowPage::page
  std::size_t part = 0;       // of that page
  std::size_t text = 0;       // of a text: index into CardText::pages
  std::string body = {};      // the part of the words that is shown here
  std::size_t paragraph = 0;  // of a piece of a text: the one that it begins in
  Piece piece_of_text = Piece::whole;
  bool continued = false;  // a piece of a text that is not the first: in large letters it has no heading
  bool code = false;       // of a question: the link's code is beside it
  // Of an exhibit with large letters: which piece of its words this is, of how many, and the room that they have (as
  // exhibit_areas takes it). All pieces are one page to the reader.
  std::size_t piece = 0, pieces = 1;
  double words_mm = 0;
  bool raised = false;    // of an exhibit: its title is higher than those of pages of text
  double picture = 0;     // of a page of large letters: the picture beside its words, as large_page takes it
  double times = 1;       // the size of words, see text_times
  bool pictured = false;  // of a text: a list whose entries have pictures (see pictured_list)
  // The next part is the rest of the same words.
  bool goes_on() const { return piece_of_text == Piece::goes_on; }
  friend bool operator==(const DetailPart&, const DetailPart&) = default;
};

// The parts of a page of words: the same on all pages of all cards.
struct DetailAreas {
  scene::Rect side;   // the picture's, up to the edges of the screen; no width: large letters take all the room
  scene::Rect words;  // title and text
  scene::Rect about;  // the control below them; no width where there is none
};
// `about`: where the facts come from is opened here. That is so on the question's page, which is the last, and on all
// pages of a card without a question.
DetailAreas detail_areas(const View& view, bool about);

// The heading of `part`, a lead or a text, in `own`, the card's language.
PageHeading heading_of_part(const View& own, const CardText& text, const DetailPart& part, double width_mm);

// Every screenful of `card`'s detail in reading order: at least one. `shown`: the part of the exhibit that its words
// are about (part_told).
std::vector<DetailPart> detail_parts(const View& view, const Card& card, const CardText& text,
                                     std::optional<std::size_t> shown);

// Keeps the parts of the last detail.
class DetailPages {
 public:
  // The result of detail_parts for these arguments. Valid until the next call.
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

// The heading of an exhibit's page, taken off the top of `column`: the card's title, small, above the page's own; for
// large letters the page's own alone. The text may begin right below it.
std::vector<scene::Item> page_heading(const View& view, const std::string& above, const std::string& title,
                                      scene::Column& column);

}  // namespace anteroom::screens
