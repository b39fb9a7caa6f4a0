// A card's picture, as each screen shows it.
#pragma once

#include <optional>
#include <vector>

#include "model/card.h"
#include "scene/scene.h"
#include "screens/view.h"

namespace anteroom::screens {

// True if the card's picture is shown with left and right swapped: it tells one thing after the other, and the reader's
// language runs from right to left.
bool is_mirrored(const View& view, const Card& card);

// The picture of `card` as large as fits into `box`, named in the language of `text`.
scene::Picture illustration(const View& view, const Card& card, const CardText& text, const scene::Rect& box);

// The colour that `card` names, as a field over `area` to go behind its picture; nothing if it names none or has no
// picture. In high contrast there is none: a large light field would glare beside the black of the screen.
std::vector<scene::Item> picture_ground(const View& view, const Card& card, const scene::Rect& area);

// How thick the edge of a shape in colour is on the black of high contrast; 0 without it.
double contrast_edge_mm(const View& view);

// Adds, in high contrast, a white line around what each of the card's pictures in `items` draws, so that also dark
// shapes at its edge are seen on black. Pictures without a description are parts of another one and get none.
void add_contrast_edges(const View& view, const Card& card, std::vector<scene::Item>& items);

// In high contrast the edge of an exhibit's table, above it, likewise. Else nothing.
std::vector<scene::Item> table_edge(const View& view, const scene::Rect& area, double radius_mm);

// How far a picture stays away from the edges of its ground, in landscape.
double picture_rim_mm(const View& view);
// Where a picture goes on `ground`: almost to its edges, but in portrait up to those of the screen, and down to the
// lower edge if it `stands` on that.
scene::Rect picture_on(const View& view, const scene::Rect& ground, bool stands = false);

// The card's whole picture in `field`, which ends at edges of the screen. A drawing with a ground of its own fills the
// field with it, beyond its board where that has another shape. Of any other, what is drawn is as large as fits, with
// a rim around it (see picture_rim_mm), but none below a picture that stands on the field's lower edge.
scene::Picture picture_in_field(const View& view, const Card& card, const CardText& text, const scene::Rect& field);

// True if the card's picture has a ground of its own, with which it fills a field.
bool has_own_ground(const Card& card);

// Which share of a picture `of_picture` times as wide as high fills `area` beside large letters: as little as has all
// of `focus` in it. It is cut at the area's edges only.
Share cropped_to(const PictureView& focus, const scene::Rect& area);

// The card's picture in `area`, as fronts show it: the whole, as picture_in_field has it. Only beside large letters,
// where that would be a stamp in a narrow field, lower than `low` times its height, it is the card's focus: elements
// alone, or a part with as much of what is around it as fills the area.
scene::Picture front_picture(const View& view, const Card& card, const CardText& text, const scene::Rect& area,
                             double low = 0.45);

// The colour of a field behind the card's picture, or behind its question: the one that `card` names, if any; in high
// contrast the screen's.
scene::Color field_color(const View& view, const Card& card);

// The card's picture, or `part` of it, on its colour, which fills `area`: a part with as much of what is around it as
// covers the area; elements that are shown alone in its middle, or on its lower edge if the picture's own edge cuts
// them; the whole picture almost up to its edges. Nothing for a card without a picture.
std::vector<scene::Item> picture_panel(const View& view, const Card& card, const CardText& text,
                                       const std::optional<PictureView>& part, const scene::Rect& area);

// Mirrors the pictures in `items`, which belong to an exhibit of `card`, likewise.
void mirror_pictures(const View& view, const Card& card, std::vector<scene::Item>& items);

}  // namespace anteroom::screens
