#include "paint/imgui.h"

namespace anteroom::paint {

DrawListData::DrawListData() {
  // Without it, computing the number of segments of a circle divides by zero.
  shared_.SetCircleTessellationMaxError(0.3f);
  shared_.CurveTessellationTol = 1.25f;
  shared_.ClipRectFullscreen = ImVec4(-8192, -8192, 8192, 8192);
  // No AntiAliasedLinesUseTex: with plain colour there is no texture to take line edges from.
  shared_.InitialFlags =
      ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AllowVtxOffset;
}

}  // namespace anteroom::paint
