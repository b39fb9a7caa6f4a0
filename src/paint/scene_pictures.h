// The pictures of a scene that is being painted: which of them are needed, and their drawings.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "paint/pictures.h"
#include "scene/scene.h"

namespace anteroom::paint {

// True if `reached` has a pixel in common with one of `parts`; empty: they are everywhere.
bool reaches(const Area& reached, const std::vector<Area>& parts);

// Where `picture`, drawn as `got`, is in `box`: as large as fits.
Area drawn_area(const scene::Picture& picture, const Area& box, const Pictures::Loaded& got);

class ScenePictures {
 public:
  using List = std::vector<const scene::Picture*>;

  // Requires: `pictures` outlives this.
  explicit ScenePictures(Pictures& pictures) : pictures_(pictures) {}

  // Begins with another scene, painted with `scale` pixels per millimetre, and forgets the last one's drawings.
  void start(double scale);
  void forget_drawings() { loaded_.clear(); }

  // The pictures of `scene` that are to be painted inside `parts` (empty: everywhere).
  List needed(const scene::Scene& scene, const std::vector<Area>& parts) const;
  // The same: those that are painted in `before`, too, then those that only `scene` has.
  std::pair<List, List> old_and_new(const scene::Scene& before, const scene::Scene& scene,
                                    const std::vector<Area>& parts) const;

  // Has `wanted` drawn, except pictures that take too long. False: interrupted.
  bool load(const List& wanted, const Patience& patience);
  // The drawing of one that load() was called for.
  const Pictures::Loaded& drawing_of(const scene::Picture& picture) const { return loaded_.at(&picture); }
  // The drawing of any, if it is at hand.
  Pictures::Loaded known(const scene::Picture& picture) const { return pictures_.known({source_of(picture)}).front(); }
  // The indices of the items of `scene` whose picture is still being drawn.
  std::vector<std::size_t> late_items(const scene::Scene& scene) const;
  // Since start(), the pictures that another is shown for (scene::Picture::instead): "file: why".
  const std::vector<std::string>& replaced() const { return replaced_; }

 private:
  PictureSource source_of(const scene::Picture& picture) const;
  void load_others(const List& wanted, Patience patience);

  Pictures& pictures_;
  double scale_ = 1;
  std::map<const scene::Picture*, Pictures::Loaded> loaded_;
  std::vector<std::string> replaced_;
};

}  // namespace anteroom::paint
