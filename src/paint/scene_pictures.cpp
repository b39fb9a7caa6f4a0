#include "paint/scene_pictures.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "paint/placement.h"

namespace anteroom::paint {

bool reaches(const Area& reached, const std::vector<Area>& parts) {
  return parts.empty() ||
         std::any_of(parts.begin(), parts.end(), [&](const Area& each) { return each.intersects(reached); });
}

namespace {

decode::Contrast contrast_of(const scene::Picture& picture) {
  return picture.high_contrast ? decode::Contrast::high : decode::Contrast::standard;
}

}  // namespace

Area drawn_area(const scene::Picture& picture, const Area& box, const Pictures::Loaded& got) {
  const int room = box.height - got.whole.height;
  return {box.x + (box.width - got.whole.width) / 2, box.y + (picture.stands ? room : room / 2), got.whole.width,
          got.whole.height};
}

void ScenePictures::start(double scale) {
  scale_ = scale;
  loaded_.clear();
  replaced_.clear();
}

ScenePictures::List ScenePictures::needed(const scene::Scene& scene, const std::vector<Area>& parts) const {
  List pictures_of;
  for (const std::vector<scene::Item>* items : {&scene.behind, &scene.items}) {
    for (const scene::Item& item : *items) {
      const auto* picture = std::get_if<scene::Picture>(&item);
      if (picture != nullptr && is_valid(picture->box) && reaches(pixel_bounds(*picture, scale_), parts))
        pictures_of.push_back(picture);
    }
  }
  return pictures_of;
}

// For each of `wanted` that cannot be drawn: the picture that is to be shown instead.
void ScenePictures::load_others(const List& wanted, Patience patience) {
  List failed;
  std::vector<PictureSource> sources;
  for (const scene::Picture* picture : wanted) {
    const Pictures::Loaded& got = loaded_.at(picture);
    if (got.texture || got.waits() || picture->instead.empty()) continue;
    replaced_.push_back(picture->file + ": " + got.fault);
    const Area box = pixel_area(picture->box, scale_);
    failed.push_back(picture);
    PictureSource& source = sources.emplace_back(PictureSource{picture->instead, box.width, box.height});
    source.tint = picture->tint;
    source.mirrored = picture->mirrored;
    source.contrast = contrast_of(*picture);
  }
  if (failed.empty()) return;
  patience.keeps_others = true;
  std::vector<Pictures::Loaded> others = pictures_.load_all(sources, patience);
  for (std::size_t i = 0; i < failed.size(); ++i) loaded_[failed[i]] = std::move(others[i]);
}

PictureSource ScenePictures::source_of(const scene::Picture& picture) const {
  const Area box = pixel_area(picture.box, scale_);
  return {picture.file,
          box.width,
          box.height,
          picture.tint,
          picture.mirrored,
          picture.between ? std::vector{decode::to_layer({picture.between->after, picture.between->before})}
                          : picture.layers,
          frame_of(picture),
          rounded(picture.corner_mm * scale_),
          rounded(picture.outline_mm * scale_),
          contrast_of(picture),
          picture.pose.has_value()};
}

bool ScenePictures::load(const List& wanted, const Patience& patience) {
  std::vector<PictureSource> sources;
  sources.reserve(wanted.size());
  for (const scene::Picture* picture : wanted) sources.push_back(source_of(*picture));
  std::vector<Pictures::Loaded> all = pictures_.load_all(sources, patience);
  for (std::size_t i = 0; i < wanted.size(); ++i) loaded_[wanted[i]] = std::move(all[i]);
  load_others(wanted, patience);
  return patience.interrupt == nullptr || !patience.interrupt->is_raised() ||
         std::none_of(wanted.begin(), wanted.end(), [this](const auto* each) { return loaded_.at(each).waits(); });
}

std::vector<std::size_t> ScenePictures::late_items(const scene::Scene& scene) const {
  std::vector<std::size_t> late;
  for (std::size_t i = 0; i < scene.items.size(); ++i) {
    const auto at = loaded_.find(std::get_if<scene::Picture>(&scene.items[i]));
    if (at != loaded_.end() && at->second.waits()) late.push_back(i);
  }
  return late;
}

std::pair<ScenePictures::List, ScenePictures::List> ScenePictures::old_and_new(const scene::Scene& before,
                                                                               const scene::Scene& scene,
                                                                               const std::vector<Area>& parts) const {
  std::pair<List, List> both;
  for (const scene::Picture* picture : needed(scene, parts)) {
    const auto has_it = [&](const std::vector<scene::Item>& items) {
      return std::find(items.begin(), items.end(), scene::Item(*picture)) != items.end();
    };
    const bool old = has_it(before.items) || has_it(before.behind);
    (old ? both.first : both.second).push_back(picture);
  }
  return both;
}

}  // namespace anteroom::paint
