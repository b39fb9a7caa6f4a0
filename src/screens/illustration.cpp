#include "screens/illustration.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "scene/frame.h"

namespace anteroom::screens {

bool is_mirrored(const View& view, const Card& card) {
  return card.is_sequence && view.reading() == scene::Direction::right_to_left;
}

scene::Picture illustration(const View& view, const Card& card, const CardText& text, const scene::Rect& box) {
  return {.box = box,
          .file = card.picture,
          .alt = text.picture_alt,
          .mirrored = is_mirrored(view, card),
          .language = text.language,
          .stands = card.stands};
}

std::vector<scene::Item> picture_ground(const View& view, const Card& card, const scene::Rect& area) {
  if (card.ground == Ground::none || card.picture.empty() || view.high_contrast) return {};
  return {scene::Fill{.box = area, .color = field_color(view, card)}};
}

double contrast_edge_mm(const View& view) {
  constexpr double edge_mm = 1.6;
  return view.high_contrast ? edge_mm : 0;
}

void add_contrast_edges(const View& view, const Card& card, std::vector<scene::Item>& items) {
  if (!view.high_contrast || card.has_contrast_colors) return;
  std::vector<scene::Item> edged;
  for (scene::Item& item : items) {
    const auto* picture = std::get_if<scene::Picture>(&item);
    if (picture != nullptr && picture->file == card.picture && !picture->alt.empty()) {
      scene::Picture edge = *picture;
      edge.alt.clear();
      edge.tint = view.colors().ink;
      edge.outline_mm = contrast_edge_mm(view);
      edged.emplace_back(std::move(edge));
    }
    edged.push_back(std::move(item));
  }
  items = std::move(edged);
}

std::vector<scene::Item> table_edge(const View& view, const scene::Rect& area, double radius_mm) {
  if (!view.high_contrast || area.w <= 0) return {};
  return {scene::Fill{.box = area,
                      .color = scene::palette::clear,
                      .radius_mm = radius_mm,
                      .edge_mm = contrast_edge_mm(view),
                      .edge = view.colors().ink}};
}

double picture_rim_mm(const View& view) {
  constexpr double rim = 0.012;  // of the screen's shorter side
  return rim * std::min(view.screen().width_mm, view.screen().height_mm);
}

scene::Rect picture_on(const View& view, const scene::Rect& ground, bool stands) {
  if (view.portrait()) return ground;
  const double rim = picture_rim_mm(view);
  scene::Column column(scene::inset(ground, rim, 0));
  column.skip(rim);
  if (!stands) column.skip_from_end(rim);
  return column.rest();
}

bool has_own_ground(const Card& card) {
  return card.board && card.board->ground;
}

namespace {

// The share of `board` that fills an area `ratio` times as wide as high: all of the board, and as much of its ground as
// is needed. What stands on the lower edge keeps doing so. Where the ground ends, the board is cut.
Share filling(const Board& board, double ratio, bool stands) {
  const Share& reach = board.ground->reach;
  double w = std::max(1.0, ratio / board.ratio), h = std::max(1.0, board.ratio / ratio);
  constexpr double air = 0.05;  // around the board, so that nothing on it ends at the edge of its stage
  const double times = std::min({1.0 + (stands ? 0 : air), reach.w / w, reach.h / h});
  w *= times;
  h *= times;
  const double x = std::clamp((1 - w) / 2, reach.x, reach.x + reach.w - w);
  const double y = std::clamp(stands ? 1 - h : (1 - h) / 2, reach.y, reach.y + reach.h - h);
  return {x, y, w, h};
}

}  // namespace

scene::Picture picture_in_field(const View& view, const Card& card, const CardText& text, const scene::Rect& field) {
  scene::Picture picture = illustration(view, card, text, field);
  if (!card.board) {
    picture.box = picture_on(view, field, card.stands);
    return picture;
  }
  const Board& board = *card.board;
  if (board.ground) {
    picture.frame = filling(board, field.w / field.h, card.stands);
    return picture;
  }
  // Only where the field ends at the screen's edge: beside it are words, with air of their own.
  constexpr double most = 0.1;  // of a field that a notice leaves little of
  constexpr double air = 0.03;  // around signs that are to be seen one by one, of the field
  const double shorter = std::min(field.w, field.h);
  const double rim = card.is_urgent ? air * shorter : std::min(0.6 * picture_rim_mm(view), most * shorter);
  const double at_left = card.is_urgent || field.x < rim ? rim : 0;
  const double at_right = card.is_urgent || field.right() > view.screen().width_mm - rim ? rim : 0;
  scene::Column column({field.x + at_left, field.y, field.w - at_left - at_right, field.h});
  column.skip(rim);
  if (!card.stands) column.skip_from_end(rim);
  const double ratio = board.ratio * board.ink.w / board.ink.h;
  picture.frame = board.ink;
  picture.box = scene::fitted(ratio, column.rest());
  if (card.stands) picture.box.y = field.bottom() - picture.box.h;
  return picture;
}

Share cropped_to(const PictureView& focus, const scene::Rect& area) {
  constexpr double air = 0.03;  // around the focus, of the picture's height
  const double left = std::max(0.0, focus.frame.x - air / focus.ratio), top = std::max(0.0, focus.frame.y - air);
  const double right = std::min(1.0, focus.frame.x + focus.frame.w + air / focus.ratio);
  const double bottom = std::min(1.0, focus.frame.y + focus.frame.h + air);
  return scene::widened({left, top, right - left, bottom - top}, focus.ratio, area.w / area.h);
}

scene::Color field_color(const View& view, const Card& card) {
  if (view.high_contrast) return view.colors().ground;
  return card.ground == Ground::none ? view.colors().panel : scene::palette::color_of(card.ground);
}

namespace {

// True if `part` ends with the picture, as somebody does of whom no more is drawn.
bool ends_with_board(const PictureView& part) {
  constexpr double lower_edge = 0.975;
  return part.frame.y + part.frame.h > lower_edge;
}

// The place of `part`, which is shown alone, in `area`: as large as leaves some air around it. What reaches beyond the
// lower edge of the picture's board, or ends there and is high, is on the lower edge of the area; so is what is not as
// high of a picture that `stands`.
// `was`: the same before it was cropped.
scene::Rect place_alone(const View& view, const PictureView& part, const PictureView& was, const scene::Rect& area,
                        bool stands) {
  // Of the area's width, and of its height, which large letters make short.
  const bool cut_at_sides = part.frame.w < was.frame.w;
  const double air_beside = cut_at_sides ? 0 : 0.05, air_above = view.large() ? 0.05 : 0.1;
  // Of the area's height: what is lower would leave the area empty above it.
  constexpr double least_height = 0.75, least_height_standing = 0.5;
  constexpr double roundness = 0.01;  // an element as wide as it is high is round, and has no foot
  const double across = air_beside * area.w, down = air_above * area.h;
  const double ratio = part.frame.w * part.ratio / part.frame.h, end = was.frame.y + was.frame.h;
  const scene::Rect box = scene::fitted(ratio, {area.x + across, area.y + down, area.w - 2 * across, area.h - down});
  const bool is_high = box.h > (stands ? least_height_standing : least_height) * area.h;
  const bool is_round = part.layers.size() == 1 && std::abs(ratio - 1) < roundness;
  const bool has_foot = ends_with_board(was) && is_high && !is_round;
  if (end <= 1 && !has_foot) return scene::fitted(ratio, scene::inset(area, across, down));
  return {box.x, area.bottom() - box.h, box.w, box.h};
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// `part`, which ends with the picture, without its foot, so that it is wider in a low strip: at least `least` of its
// height stays.
PictureView without_foot(const PictureView& part, const scene::Rect& area, double wanted_mm, double least) {
  const double ratio = part.frame.w * part.ratio / part.frame.h;
  PictureView cropped = part;
  cropped.frame.h *= std::clamp(ratio * area.h / wanted_mm, least, 1.0);
  return cropped;
}

// What of `part`, which is shown alone, is drawn in `area`. Beside large letters, which leave a narrow column, a part
// that would be low there is cropped at its sides: to the card's focus, if that is in it, or by a quarter. Below them,
// somebody would be a stamp in a wide strip and is cropped to head and shoulders.
PictureView part_in(const View& view, const Card& card, const PictureView& part, const scene::Rect& area) {
  constexpr double low = 0.6;            // of the area's height
  constexpr double slack = 0.02;         // of the picture's width
  constexpr double least_width = 0.75;   // that stays of a part that is no one's focus
  constexpr double wanted_width = 0.34;  // of a strip
  constexpr double least_height = 0.5;   // that stays of a part in a strip
  if (!view.large()) return part;
  const bool is_body = card.stands && ends_with_board(part);
  if (view.portrait()) {
    return is_body ? without_foot(part, area, wanted_width * area.w, least_height) : part;
  }
  const Share& whole = part.frame;
  const double high = area.w * whole.h / (whole.w * part.ratio);
  if (high >= low * area.h) return part;
  PictureView cropped = part;
  if (card.focus) {
    const Share& focus = card.focus->frame;
    const bool has_layers = !card.focus->layers.empty();
    if (has_layers && focus.x > whole.x - slack && focus.x + focus.w < whole.x + whole.w + slack) {
      const double left = std::max(whole.x, focus.x), right = std::min(whole.x + whole.w, focus.x + focus.w);
      cropped.frame = {left, whole.y, right - left, whole.h};
      // Only what is in the focus as well: of the rest the crop would leave stubs.
      std::erase_if(cropped.layers, [&](const std::string& layer) { return !contains(card.focus->layers, layer); });
      return cropped.layers.empty() ? part : cropped;
    }
  }
  if (!is_body) return part;
  cropped.frame.w = whole.w * std::max(least_width, high / (low * area.h));
  cropped.frame.x = whole.x + (whole.w - cropped.frame.w) / 2;
  return cropped;
}

}  // namespace

scene::Picture front_picture(const View& view, const Card& card, const CardText& text, const scene::Rect& area,
                             double low) {
  scene::Picture whole = picture_in_field(view, card, text, area);
  if (!view.large() || !card.focus || area.w <= 0 || area.h <= 0) return whole;
  constexpr double nearly_all = 0.97;  // with less around it, what is left out would look like a fault
  const Share drawn = whole.frame.value_or(Share{0, 0, 1, 1});
  const double ratio = card.focus->ratio * drawn.w / drawn.h;
  const bool is_cut = has_own_ground(card) && drawn.w < nearly_all;  // at its sides
  if (scene::fitted(ratio, whole.box).h >= low * area.h && !is_cut) return whole;
  if (!card.focus->layers.empty()) {
    whole.frame = card.focus->frame;
    whole.layers = card.focus->layers;
    whole.box = place_alone(view, *card.focus, *card.focus, area, card.stands);
    return whole;
  }
  const Share frame = cropped_to(*card.focus, area);
  if (frame.w >= nearly_all && frame.h >= nearly_all) return whole;
  whole.frame = frame;
  whole.box = area;
  return whole;
}

std::vector<scene::Item> picture_panel(const View& view, const Card& card, const CardText& text,
                                       const std::optional<PictureView>& part, const scene::Rect& area) {
  if (card.picture.empty()) return {};
  std::vector<scene::Item> items{scene::Fill{.box = area, .color = field_color(view, card)}};
  scene::Picture picture = part || !has_own_ground(card)
                               ? illustration(view, card, text, picture_on(view, area, card.stands))
                               : picture_in_field(view, card, text, area);
  if (part && part->layers.empty()) {
    picture.frame = scene::widened(part->frame, part->ratio, area.w / area.h);
    picture.box = area;
  } else if (part) {
    const PictureView seen = part_in(view, card, *part, area);
    picture.frame = seen.frame;
    picture.layers = seen.layers;
    picture.box = place_alone(view, seen, *part, area, card.stands);
  }
  items.emplace_back(std::move(picture));
  return items;
}

void mirror_pictures(const View& view, const Card& card, std::vector<scene::Item>& items) {
  if (!is_mirrored(view, card)) return;
  for (scene::Item& item : items) {
    auto* picture = std::get_if<scene::Picture>(&item);
    if (picture == nullptr) continue;
    picture->mirrored = true;
    picture->shift.x = -picture->shift.x;
    if (picture->ink) picture->ink->x = picture->box.x + picture->box.right() - picture->ink->right();
  }
}

}  // namespace anteroom::screens
