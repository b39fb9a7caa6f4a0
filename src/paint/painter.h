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
  // A picture that cannot be drawn leaves its place empty and is named in faults(). Waits for every picture.
  Layer paint(const scene::Scene& scene, int width_px, int height_px);

  struct Result {
    bool abandoned = false;         // interrupted before anything was painted
    std::vector<Area> damaged;      // where the layer may have changed, inside it; they may overlap
    std::vector<std::size_t> late;  // items of the scene whose picture is still being drawn: they were left out
  };
  // The same onto `onto`, as wide and high as it is, waiting for pictures as long as `patience` says.
  Result paint(const scene::Scene& scene, Layer& onto, const Patience& patience = {});

  // Makes `onto`, which holds `before` as painted here or by paint(), exactly what paint(scene, onto) would make it,
  // and draws only where the two differ. Outside of the damage the layer is neither read nor written. Late are only
  // pictures that `before` has not; for those of both it waits whatever the time. Requires: no picture file has changed
  // since.
  Result repaint(const scene::Scene& before, const scene::Scene& scene, Layer& onto, const Patience& patience = {});

  // Pictures and codes that the last paint could not draw: "file: why".
  const std::vector<std::string>& faults() const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace anteroom::paint
