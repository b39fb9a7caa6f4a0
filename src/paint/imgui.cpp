#include "paint/imgui.h"

namespace anteroom::paint {

DrawListData::DrawListData() {
  // Without it the number of a circle's segments is a division by zero.
  shared_.SetCircleTessellationMaxError(0.3f);
  shared_.CurveTessellationTol = 1.25f;
  shared_.ClipRectFullscreen = ImVec4(-8192, -8192, 8192, 8192);
  // No AntiAliasedLinesUseTex: plain colour has no texture to take the lines' edges from.
  shared_.InitialFlags =
      ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AllowVtxOffset;
}

}  // namespace anteroom::paint
