// The clinic's notices: the whole screen if urgent, else a band above a card.
#pragma once

#include "model/notice.h"
#include "screens/view.h"

namespace anteroom::screens {

// The screen of an urgent notice, its words as large as they fit. Of words that fit at no size the end is left out.
scene::Scene urgent_notice(const View& view, const NoticeWords& words);

// As much of `words` as the notice shows on the view's screen; "…" stands where the rest was cut off. A text for which
// there is no room is empty.
NoticeWords shown_words(const View& view, NoticeLevel level, const NoticeWords& words);

// The height of the band for `words` across the top of the screen, in mm.
double band_height_mm(const View& view, const NoticeWords& words);

// `below`, composed for a screen that is lower by band_height_mm, with the band above it: of the height of `view`.
scene::Scene with_band(scene::Scene below, const View& view, const NoticeWords& words);

}  // namespace anteroom::screens
