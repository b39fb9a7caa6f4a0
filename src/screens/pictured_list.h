// A list each entry of which has a part of the card's picture as its own, such as the signs of an urgent card: beside
// large letters all entries are on one screen, each beside or below its picture.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

// Where such a list is on its page, and what follows it.
struct PicturedList {
  double picture = 0;  // that the page has beside it, as large_page takes it
  std::string body;    // the list's paragraphs
  std::string rest;    // those behind it; empty: none
  std::size_t count = 0;
};

// The list that `page` of `card` begins with, if it has at least three entries, each a view of elements alone in
// Page::views, and all have room on one screen at the size of body text: the
// entries are the largest pictures. None for letters of the usual size.
std::optional<PicturedList> pictured_list(const View& view, const Card& card, const CardText& text, const Page& page);

// Heading and list on their page, but for what is beside them. `area`: of the words, from large_page.
std::vector<scene::Item> pictured_list_items(const View& view, const Card& card, const CardText& text, const Page& page,
                                             const scene::Rect& area);

// What the page shows of the card's picture beside the list: a view of the card in which nothing is that an entry shows
// already. None: there is no such view.
std::optional<PictureView> view_beside_list(const CardText& text, const Page& page);

}  // namespace anteroom::screens
