// One interface to Dear ImGui 1.86 (Debian 12) and 1.90 (Debian 13).
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include "paint/pixels.h"

namespace anteroom::paint {

// The shared data that ImDrawList needs, without an ImGui context, so that any thread may draw. One object belongs to
// one thread: from 1.90 on it holds a scratch buffer.
class DrawListData {
 public:
  DrawListData();
  DrawListData(const DrawListData&) = delete;
  DrawListData& operator=(const DrawListData&) = delete;
  ImDrawListSharedData* get() { return &shared_; }

 private:
  ImDrawListSharedData shared_;
};

// `texture` as the id that ImGui carries; null means plain colour.
inline ImTextureID texture_id(const Texture* texture) {
  return static_cast<ImTextureID>(const_cast<Texture*>(texture));
}

// The texture of `command`, null for plain colour.
inline const Texture* texture_of(const ImDrawCmd& command) {
  return static_cast<const Texture*>(command.GetTexID());
}

// Empties `list` and readies it for a screen of width x height pixels, drawing in plain colour.
inline void start_list(ImDrawList& list, int width, int height) {
  list._ResetForNewFrame();
  list.PushTextureID(texture_id(nullptr));
  list.PushClipRect(ImVec2(0, 0), ImVec2(static_cast<float>(width), static_cast<float>(height)));
}

}  // namespace anteroom::paint
