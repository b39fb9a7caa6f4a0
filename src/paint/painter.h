// Scene -> pixels: the one path that the window, `render` and the tests share. One object belongs to one thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "paint/face_table.h"
#include "paint/pictures.h"
#include "paint/pixels.h"
#include "scene/scene.h"

namespace anteroom::paint {

class Painter {
 public:
  // Requires: both outlive the painter.
  Painter(const FaceTable& faces, Pictures& pictures);
  ~Painter();
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;

  // The scene as width_px x height_px pixels. The scene's millimetres fill the width; text stands on whole pixels.
  // A picture that cannot be drawn leaves its place empty and is named in faults().
  Layer paint(const scene::Scene& scene, int width_px, int height_px);
  void paint(const scene::Scene& scene, Layer& onto);  // the same without a new buffer

  // Makes `onto`, which holds `before` as painted here or by paint(), exactly what paint(scene, onto) would make it,
  // and draws only where the two differ. Returns the rectangles in which they may differ, inside the layer; they may
  // overlap; empty: nothing differs. Outside of them the layer is neither read nor written. Requires: no picture file
  // has changed since.
  std::vector<Area> repaint(const scene::Scene& before, const scene::Scene& scene, Layer& onto);

  // True if the last paint had to decode a picture, which leaves free memory behind.
  bool decoded_picture() const;

  // Pictures and codes that the last paint could not draw: "file: why".
  const std::vector<std::string>& faults() const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace anteroom::paint
