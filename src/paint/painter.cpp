#include "paint/painter.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <deque>
#include <utility>
#include <variant>

#include "decode/vanishing.h"
#include "paint/banded_damage.h"
#include "paint/blend.h"
#include "paint/damage.h"
#include "paint/imgui.h"
#include "paint/picture_look.h"
#include "paint/placement.h"
#include "paint/polygon.h"
#include "paint/qr_code.h"
#include "paint/rasteriser.h"
#include "paint/scene_pictures.h"
#include "paint/shapes.h"
#include "paint/ttf_fonts.h"
#include "scene/palette.h"

namespace anteroom::paint {
namespace {

constexpr double visible_contrast = 3;  // of a meaningful stroke with what is behind it (WCAG 2.2, 1.4.11)

ImU32 packed(scene::Color color) {
  return IM_COL32(color.r, color.g, color.b, color.a);
}

}  // namespace

struct Painter::Data {
  Data(const FaceTable& faces, Pictures& pictures_used) : fonts(faces), pictures(pictures_used) {}

  TtfFonts fonts;
  ScenePictures pictures;
  DrawListData draw_list_data;
  ImDrawList list{draw_list_data.get()};
  std::vector<std::string> faults;

  // State of the current paint: pixels per millimetre, the only areas that are painted (empty: everywhere), and what
  // the list points to.
  double scale = 1;
  std::vector<Area> only;
  std::deque<Texture> drawn_runs;
  bool on_black = false;
  std::vector<scene::Rect> fields;  // light ones on black, on which everything that is drawn in ink is seen
  Area last_picture;

  bool needed(const Area& reached) const { return reaches(reached, only); }

  void add_image(const Texture& texture, int x, int y, std::uint32_t alpha = 255) {
    list.AddImage(texture_id(&texture), ImVec2(static_cast<float>(x), static_cast<float>(y)),
                  ImVec2(static_cast<float>(x + texture.width), static_cast<float>(y + texture.height)), ImVec2(0, 0),
                  ImVec2(1, 1), IM_COL32(255, 255, 255, alpha));
  }

  void add(const scene::Fill& fill) {
    if (on_black && fill.color.a == 255 && scene::contrast(fill.color, scene::palette::ink) >= visible_contrast) {
      fields.push_back(fill.box);
    }
    if (!is_valid(fill.box) || !needed(pixel_bounds(fill, scale))) return;
    const RoundBox box = round_box(fill, scale);
    const bool edged = fill.edge_mm > 0 && fill.edge.a > 0;
    const double edge = edged ? std::max(1.0, std::floor(bounded(fill.edge_mm * scale) + 0.5)) : 0;
    // Under an opaque edge the fill ends halfway, so that it neither shows outside nor leaves a seam.
    add_box(list, edged && fill.edge.a == 255 ? box.grown(-edge / 2) : box, packed(fill.color));
    if (edged) add_ring(list, box, edge, packed(fill.edge));
  }

  void add(const scene::Polygon& polygon) {
    if (!needed(pixel_bounds(polygon, scale))) return;
    add_polygon(list, corners_of(polygon, scale), polygon.soft_mm * scale, polygon.hollow);
  }

  void add(const scene::Ribbon& ribbon) {
    if (needed(pixel_bounds(ribbon, scale))) add_ribbon(list, rungs_of(ribbon, scale));
  }

  // On the black background of high contrast, dark lines outside their light shapes would vanish: such a picture gets a
  // paper-coloured plate, unless it is in colours of its own for that or on a light field. For layers on each other,
  // the lowest decides.
  void add_plate(const scene::Picture& picture, const Area& box, const Pictures::Loaded& got, std::uint32_t alpha) {
    const bool on_another = std::exchange(last_picture, box) == box;
    if (!on_black || picture.high_contrast || picture.tint || on_another) return;
    constexpr double slack_mm = 0.01;
    const auto encloses = [&](const scene::Rect& field) { return field.encloses(picture.box, slack_mm); };
    if (std::any_of(fields.begin(), fields.end(), encloses)) return;
    if (decode::vanishing_share(*got.texture, 0) <= decode::max_vanishing_share) return;
    const Area whole = drawn_area(picture, box, got);
    const double left = whole.x, top = whole.y;
    const double radius = std::min(got.whole.width, got.whole.height) / 20.0;
    add_box(list, {left, top, left + got.whole.width, top + got.whole.height, radius},
            IM_COL32(scene::palette::paper.r, scene::palette::paper.g, scene::palette::paper.b, alpha));
  }

  // Only the part of `texture`, which is at (x, y), that is in `spot`.
  void add_spot(const Texture& texture, int x, int y, const Area& spot, std::uint32_t alpha) {
    Texture lit = lit_spot(texture, spot);
    if (lit.width == 0 || lit.height == 0) return;
    drawn_runs.push_back(std::move(lit));
    add_image(drawn_runs.back(), x + std::max(spot.x, 0), y + std::max(spot.y, 0), alpha);
  }

  void add(const scene::Picture& picture) {
    if (!is_valid(picture.box) || !needed(pixel_bounds(picture, scale))) return;
    const Area box = pixel_area(picture.box, scale);
    const Pictures::Loaded& got = pictures.drawing_of(picture);
    if (got.waits()) return;
    if (!got.texture) {
      // Of one that is shown instead, if neither can be drawn: why the first cannot is in replaced().
      faults.push_back((picture.instead.empty() ? picture.file : picture.instead) + ": " + got.fault);
      return;
    }
    const double opacity = picture.opacity > 0 ? std::min(picture.opacity, 1.0) : 0;
    const auto alpha = static_cast<std::uint32_t>(std::lround(opacity * 255));
    if (alpha == 0 || got.texture->width == 0) return;
    add_plate(picture, box, got, alpha);
    const Area whole = drawn_area(picture, box, got);
    const int left = whole.x + got.left_px + rounded(picture.shift.x * scale);
    const int top = whole.y + got.top_px + rounded(picture.shift.y * scale);
    if (picture.clip) {
      const Area clip = pixel_area(*picture.clip, scale);
      list.PushClipRect(ImVec2(static_cast<float>(clip.x), static_cast<float>(clip.y)),
                        ImVec2(static_cast<float>(clip.right()), static_cast<float>(clip.bottom())), true);
    }
    if (picture.pose) {
      const auto at = posed_corners(picture, {left, top, got.texture->width, got.texture->height}, scale);
      list.AddImageQuad(texture_id(got.texture.get()), at[0], at[1], at[2], at[3], ImVec2(0, 0), ImVec2(1, 0),
                        ImVec2(1, 1), ImVec2(0, 1), IM_COL32(255, 255, 255, alpha));
    } else if (picture.spot) {
      const Area spot = pixel_area(*picture.spot, scale);
      add_spot(*got.texture, left, top, {spot.x - left, spot.y - top, spot.width, spot.height}, alpha);
    } else {
      add_image(*got.texture, left, top, alpha);
    }
    if (picture.clip) list.PopClipRect();
  }

  // Calls place(run, x, baseline, size_px) for every run of `text`, with its origin in pixels.
  template <typename Place>
  void for_each_run(const scene::Text& text, Place place) {
    constexpr double largest_px = 4096;  // an em taller than any screen
    const double size_px = text.layout.style.size_mm * scale;
    if (!std::isfinite(text.box.x) || !std::isfinite(text.box.y) || !(size_px > 0 && size_px < largest_px)) return;
    for (const text::Line& line : text.layout.lines) {
      const int baseline = rounded((text.box.y + line.baseline_mm) * scale);
      for (const text::Run& run : line.runs) place(run, rounded((text.box.x + run.x_mm) * scale), baseline, size_px);
    }
  }

  Area reach_of_run(const text::Run& run, int x, int baseline, double size_px) {
    const TtfFonts::Extent ink = fonts.extent(run, size_px);
    return {x - ink.left_px, baseline - ink.baseline_px, ink.width, ink.height};
  }

  void add(const scene::Text& text) {
    for_each_run(text, [&](const text::Run& run, int x, int baseline, double size_px) {
      if (!only.empty() && !needed(reach_of_run(run, x, baseline, size_px))) return;
      TtfFonts::Drawn drawn = fonts.draw(run, size_px, text.ink);
      if (drawn.texture.width == 0) return;
      drawn_runs.push_back(std::move(drawn.texture));
      add_image(drawn_runs.back(), x - drawn.left_px, baseline - drawn.baseline_px);
    });
  }

  void add(const scene::Code& code) {
    if (!is_valid(code.box) || !needed(pixel_bounds(code, scale))) return;
    const Area box = pixel_area(code.box, scale);
    const QrCode qr = qr_code(code.content);
    const int module = qr.size > 0 ? module_pixels(qr, std::min(box.width, box.height)) : 0;
    if (qr.size > 0 && module == 0) return;  // too few pixels here: no fault of the content
    if (module == 0) {
      faults.push_back("QR code of \"" + code.content + "\": the content is empty or too long");
      return;
    }
    const auto fill = [this](int x, int y, int w, int h, ImU32 color) {
      list.AddRectFilled(ImVec2(static_cast<float>(x), static_cast<float>(y)),
                         ImVec2(static_cast<float>(x + w), static_cast<float>(y + h)), color);
    };
    fill(box.x, box.y, box.width, box.height, IM_COL32_WHITE);
    const int left = box.x + (box.width - qr.size * module) / 2, top = box.y + (box.height - qr.size * module) / 2;
    for (int y = 0; y < qr.size; ++y) {
      for (int x = 0; x < qr.size; ++x) {
        if (qr.at(x, y)) fill(left + x * module, top + y * module, module, module, IM_COL32_BLACK);
      }
    }
  }

  void add(const scene::Target&) {}  // shown by the items before it
  void add(const scene::Handle&) {}

  Area bounds_of(const scene::Fill& fill) const { return pixel_bounds(fill, scale); }
  // Of a drawing that is at hand, where its ink is: a layer may cover only a small part of its box. Not on black, where
  // a plate may be behind it.
  Area bounds_of(const scene::Picture& picture) {
    const Area reached = pixel_bounds(picture, scale);
    if (reached.empty() || picture.pose || (on_black && !picture.tint)) return reached;
    const Pictures::Loaded got = pictures.known(picture);
    if (!got.texture) return reached;
    if (got.texture->width == 0 || got.texture->height == 0) return {};
    const Area whole = drawn_area(picture, pixel_area(picture.box, scale), got);
    const Area ink{whole.x + got.left_px + rounded(picture.shift.x * scale),
                   whole.y + got.top_px + rounded(picture.shift.y * scale), got.texture->width, got.texture->height};
    return reached.intersection(ink);
  }
  Area bounds_of(const scene::Code& code) const { return pixel_bounds(code, scale); }
  Area bounds_of(const scene::Polygon& polygon) const { return pixel_bounds(polygon, scale); }
  Area bounds_of(const scene::Ribbon& ribbon) const { return pixel_bounds(ribbon, scale); }
  Area bounds_of(const scene::Text& text) {
    Area area;
    for_each_run(text, [&](const text::Run& run, int x, int baseline, double size_px) {
      area = area.united(reach_of_run(run, x, baseline, size_px));
    });
    return area;
  }
  Area bounds_of(const scene::Target&) const { return {}; }
  Area bounds_of(const scene::Handle&) const { return {}; }

  // The rectangles in which the layers of the two scenes differ.
  std::vector<Area> damage_between(const scene::Scene& before, const scene::Scene& scene, const Layer& layer) {
    const std::vector<const scene::Item*> changed = differing(before.items, scene.items);
    const bool slanted = std::any_of(changed.begin(), changed.end(), [](const scene::Item* item) {
      return std::holds_alternative<scene::Polygon>(*item);
    });
    std::vector<Area> banded = banded_damage(paired(before.items, scene.items, changed), layer);
    if (slanted) return banded;
    Damage damage;
    for (const scene::Item* item : changed) {
      const Area reached = std::visit([this](const auto& each) { return bounds_of(each); }, *item);
      damage.add(reached.intersection(layer.bounds()));
    }
    // A few areas are preferred to many, unless they hold much that is the same in both.
    return pixels_of(banded) * 5 < pixels_of(damage.areas()) * 4 ? banded : damage.areas();
  }

  // The same where polygons are among what has changed.
  std::vector<Area> banded_damage(const std::vector<Change>& changes, const Layer& layer) {
    BandedDamage damage(layer.bounds());
    for (const Change& change : changes) {
      if (change.before != nullptr && change.after != nullptr) {
        damage.add_difference(corners_of(std::get<scene::Polygon>(*change.before), scale),
                              corners_of(std::get<scene::Polygon>(*change.after), scale), blur_extent(0));
        continue;
      }
      const scene::Item& item = change.before != nullptr ? *change.before : *change.after;
      if (const auto* polygon = std::get_if<scene::Polygon>(&item)) {
        damage.add(corners_of(*polygon, scale), blur_extent(polygon->soft_mm * scale));
      } else {
        damage.add(std::visit([this](const auto& each) { return bounds_of(each); }, item).intersection(layer.bounds()));
      }
    }
    return damage.areas();
  }

  void start(const scene::Scene& scene, const Layer& onto) {
    faults.clear();
    only.clear();
    scale = onto.width / scene.width_mm;
    pictures.start(scale);
    on_black = scene.ground == scene::palette::black;
  }

  // Paints `scene` inside `areas`, each completely from the background up, so that they may overlap.
  void draw(const scene::Scene& scene, Layer& onto, const std::vector<Area>& areas) {
    const bool sized = scene.width_mm > 0 && !onto.bounds().empty();
    fields.clear();
    last_picture = {};
    start_list(list, onto.width, onto.height);
    const auto add_each = [this](const std::vector<scene::Item>& items) {
      for (const scene::Item& item : items) std::visit([this](const auto& each) { add(each); }, item);
    };
    if (sized) add_each(scene.behind);
    if (sized && !scene.behind.empty()) {
      add(scene::Fill{.box = {0, 0, scene.width_mm, scene.height_mm}, .color = scene.veil});
      last_picture = {};
    }
    if (sized) add_each(scene.items);
    rasterise(list, onto, areas, premultiplied(scene.ground.r, scene.ground.g, scene.ground.b, 255));
    drawn_runs.clear();
    pictures.forget_drawings();
  }
};

Painter::Painter(const FaceTable& faces, Pictures& pictures) : data_(std::make_unique<Data>(faces, pictures)) {}
Painter::~Painter() = default;

Layer Painter::paint(const scene::Scene& scene, int width_px, int height_px) {
  Layer layer(std::max(width_px, 0), std::max(height_px, 0));
  paint(scene, layer);
  return layer;
}

Painter::Result Painter::paint(const scene::Scene& scene, Layer& onto, const Patience& patience) {
  data_->start(scene, onto);
  Result result;
  result.abandoned = !data_->pictures.load(data_->pictures.needed(scene, {}), patience);
  if (result.abandoned) return result;
  result.late = data_->pictures.late_items(scene);
  result.damaged = {onto.bounds()};
  data_->draw(scene, onto, result.damaged);
  data_->fonts.trim();
  return result;
}

Painter::Result Painter::repaint(const scene::Scene& before, const scene::Scene& scene, Layer& onto,
                                 const Patience& patience) {
  const bool comparable = before.width_mm == scene.width_mm && before.height_mm == scene.height_mm &&
                          before.ground == scene.ground && scene.width_mm > 0 && before.veil == scene.veil &&
                          before.behind == scene.behind;
  if (!comparable) return paint(scene, onto, patience);
  data_->start(scene, onto);
  Result result;
  result.damaged = data_->damage_between(before, scene, onto);
  if (result.damaged.empty()) return result;
  data_->only = result.damaged;
  const auto [old_ones, new_ones] = data_->pictures.old_and_new(before, scene, data_->only);
  Patience endless = patience;
  endless.time.reset();
  result.abandoned = !data_->pictures.load(old_ones, endless) || !data_->pictures.load(new_ones, patience);
  if (result.abandoned) return result;
  result.late = data_->pictures.late_items(scene);
  data_->draw(scene, onto, result.damaged);
  return result;
}

const std::vector<std::string>& Painter::faults() const {
  return data_->faults;
}

const std::vector<std::string>& Painter::replaced() const {
  return data_->pictures.replaced();
}

}  // namespace anteroom::paint
