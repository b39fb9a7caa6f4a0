// Scene -> pixels: shared by the window, `render` and the tests. One object belongs to one thread.
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

  // The scene as width_px x height_px pixels. The scene's width fills width_px; text is aligned to whole pixels. A
  // picture that cannot be drawn leaves its box empty and is reported in faults(). Waits for every picture.
  Layer paint(const scene::Scene& scene, int width_px, int height_px);

  struct Result {
    bool abandoned = false;         // interrupted before anything was painted
    std::vector<Area> damaged;      // where the layer may have changed, within its bounds; may overlap
    std::vector<std::size_t> late;  // indices of items whose picture is still being drawn: they were left out
  };
  // The same onto `onto`, at its size, waiting for pictures as long as `patience` allows.
  Result paint(const scene::Scene& scene, Layer& onto, const Patience& patience = {});

  // Changes `onto`, which shows `before` as painted by this function or by paint(), to exactly what paint(scene, onto)
  // would give, drawing only where the two differ. Outside the damage the layer is neither read nor written. Only
  // pictures that are not in `before` can be late; for those in both scenes it waits however long they take. Requires:
  // no picture file has changed since.
  Result repaint(const scene::Scene& before, const scene::Scene& scene, Layer& onto, const Patience& patience = {});

  // Pictures and codes that the last paint could not draw: "file: why".
  const std::vector<std::string>& faults() const;
  // Likewise, the pictures that another was drawn for (scene::Picture::instead).
  const std::vector<std::string>& replaced() const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace anteroom::paint
