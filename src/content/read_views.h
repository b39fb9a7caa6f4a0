// The keys `views` of a card, and `view` and `views` of its pages: which part of the card's picture each page, and each
// paragraph of a page that is cut, shows; and `focus`, what stays of it where it is cropped.
#pragma once

#include "content/exhibit_source.h"
#include "model/card.h"
#include "source/table_reader.h"
#include "source/toml_value.h"

namespace anteroom::content {

// Gives the pages of `card`'s texts, one for each of `languages`, their views: a page's own; else that of the same page
// in the first language that has one; else those of the list `views` in turn; and likewise their own lists, one view
// for each paragraph. A view that cannot be used leaves the whole picture to its page. Gives `card` its focus likewise.
// `reader`: of the card's file. Without picture facts a view by id is left out. Errors: bad-view, a warning.
void read_views(source::TableReader& reader, const ExhibitSource& source, const std::vector<std::string>& languages,
                Card& card);

}  // namespace anteroom::content
