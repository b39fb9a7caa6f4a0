#include "staff/imgui_glass.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "paint/rasteriser.h"
#include "scene/palette.h"
#include "scene/rules.h"

namespace anteroom::staff {

namespace {

constexpr int frames_to_settle = 2;  // a button is pressed in one frame and hovered in the one before

ImVec4 of(scene::Color color) {
  const auto share = [](std::uint8_t part) { return static_cast<float>(part) / 255.0F; };
  return {share(color.r), share(color.g), share(color.b), share(color.a)};
}

// The kiosk's colours and shapes.
void set_style(const ImguiGlass& glass) {
  ImGuiStyle& style = ImGui::GetStyle();
  const scene::palette::Colors& house = scene::palette::standard;
  for (ImVec4& color : style.Colors) color = of(house.ink);
  const std::array<std::pair<ImGuiCol, scene::Color>, 20> colors{{{ImGuiCol_Text, house.ink},
                                                                  {ImGuiCol_WindowBg, house.ground},
                                                                  {ImGuiCol_ChildBg, house.ground},
                                                                  {ImGuiCol_PopupBg, house.ground},
                                                                  {ImGuiCol_Border, house.accent},
                                                                  {ImGuiCol_BorderShadow, scene::palette::clear},
                                                                  {ImGuiCol_FrameBg, house.panel},
                                                                  {ImGuiCol_FrameBgHovered, house.panel},
                                                                  {ImGuiCol_FrameBgActive, house.panel},
                                                                  {ImGuiCol_Button, house.button},
                                                                  {ImGuiCol_ButtonHovered, house.button},
                                                                  {ImGuiCol_ButtonActive, house.panel},
                                                                  {ImGuiCol_PlotLines, house.accent},
                                                                  {ImGuiCol_PlotLinesHovered, house.accent},
                                                                  {ImGuiCol_PlotHistogram, house.accent},
                                                                  {ImGuiCol_PlotHistogramHovered, house.accent},
                                                                  {ImGuiCol_ScrollbarBg, house.panel},
                                                                  {ImGuiCol_ScrollbarGrab, house.accent},
                                                                  {ImGuiCol_ScrollbarGrabHovered, house.accent},
                                                                  {ImGuiCol_ScrollbarGrabActive, house.accent}}};
  for (const auto& [which, color] : colors) style.Colors[which] = of(color);
  style.WindowPadding = {glass.px(8), glass.px(8)};
  style.FramePadding = {glass.px(4), glass.px(3)};
  style.ItemSpacing = {glass.px(4), glass.px(4)};
  style.WindowRounding = style.ChildRounding = 0;
  style.FrameRounding = glass.px(5);
  style.WindowBorderSize = style.ChildBorderSize = 0;
  style.FrameBorderSize = std::max(1.0F, glass.px(0.6));
  style.ScrollbarSize = glass.px(4);
  style.ScrollbarRounding = glass.px(2);
  style.AntiAliasedLinesUseTex = false;  // plain colour has no texture to take line edges from
  style.CurveTessellationTol = 1.25F;
  style.CircleTessellationMaxError = 0.3F;
}

}  // namespace

ImguiGlass::ImguiGlass(const paint::FaceTable& faces, const GlassSize& size, std::string language)
    : size_(size), language_(std::move(language)), fonts_(faces), context_(nullptr) {
  context_ = ImGui::CreateContext();
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;  // nothing is written to the disk
  io.LogFilename = nullptr;
  io.DisplaySize = {static_cast<float>(size_.width_px), static_cast<float>(size_.height_px)};
  io.MousePos = {-FLT_MAX, -FLT_MAX};
  io.MouseDragThreshold = px(5);
  // ImGui wants a font of its own. Nothing is written in it, so its texture is left out and its shapes are plain
  // colour.
  io.Fonts->AddFontDefault();
  io.Fonts->Build();
  io.Fonts->ClearTexData();
  set_style(*this);
  ImGui::SetCurrentContext(nullptr);
}

ImguiGlass::~ImguiGlass() {
  ImGui::SetCurrentContext(context_);
  ImGui::DestroyContext(context_);
}

void ImguiGlass::touch(ContactPhase phase, float x, float y) {
  // Only the last of several moves in a row counts.
  if (phase == ContactPhase::move && !touches_.empty() && touches_.back().phase == phase) touches_.pop_back();
  touches_.push_back({phase, std::floor(x), std::floor(y)});  // as ImGui does
}

void ImguiGlass::begin_frame(float seconds) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = std::clamp(seconds, 0.001F, 1.0F);
  if (settling_ > 0) --settling_;
  // After a press and a release there is a frame without anything: a widget has to be hovered first.
  if (!touches_.empty() && (settling_ == 0 || touches_.front().phase == ContactPhase::move)) {
    const Touch touch = touches_.front();
    const bool arrives = touch.phase == ContactPhase::down && (io.MousePos.x != touch.x || io.MousePos.y != touch.y);
    io.MousePos = {touch.x, touch.y};
    if (arrives) {
      settling_ = 1;  // where it is to be pressed, before it is
    } else {
      touches_.pop_front();
      if (touch.phase != ContactPhase::move) {
        io.MouseDown[0] = touch.phase == ContactPhase::down;
        settling_ = frames_to_settle;
      }
    }
  } else if (touches_.empty() && !io.MouseDown[0] && settling_ == 0) {
    io.MousePos = {-FLT_MAX, -FLT_MAX};  // a finger that has lifted hovers over nothing
  }
  ImGui::NewFrame();
}

void ImguiGlass::end_frame(paint::Layer& layer) {
  ImGui::Render();
  const scene::Color ground = scene::palette::standard.ground;
  const std::uint32_t pixel =
      0xFF000000U | (std::uint32_t{ground.r} << 16U) | (std::uint32_t{ground.g} << 8U) | ground.b;
  paint::fill_area(layer, layer.bounds(), pixel);
  const ImDrawData* data = ImGui::GetDrawData();
  for (int i = 0; i < data->CmdListsCount; ++i) paint::rasterise(*data->CmdLists[i], layer);
  ImGui::SetCurrentContext(nullptr);
  // What was not written in this frame is not kept.
  std::erase_if(drawn_, [](const auto& each) { return !each.second.used; });
  for (auto& [key, drawn] : drawn_) drawn.used = false;
}

text::Style ImguiGlass::style_of(Letters letters) {
  const auto weight = letters == Letters::title ? text::Weight::semibold : text::Weight::regular;
  const text::FaceId face = fonts_.face_for(U' ', language_, weight, text::no_face);
  constexpr double reserve = 1.02, title_ratio = 1.3;
  const double cap = scene::min_cap_height_mm(scene::TextRole::body, Role::kiosk, size_.viewing_distance_mm) * reserve *
                     (letters == Letters::title ? title_ratio : 1);
  return {.language = language_,
          .weight = weight,
          .size_mm = cap / fonts_.metrics(face).cap_height,
          .leading = 1.4,
          .breaks = text::Breaks::pretty};
}

const text::Layout& ImguiGlass::lay_out(const std::string& text, Letters letters, float width) {
  const Key key{text, letters, static_cast<int>(width)};
  const auto known = drawn_.find(key);
  if (known != drawn_.end()) {
    known->second.used = true;
    return known->second.layout;
  }
  const double width_mm = std::max(1.0, static_cast<double>(width) * size_.width_mm / size_.width_px);
  Drawn drawn;
  drawn.layout = text::lay_out_tight(text, style_of(letters), width_mm, fonts_);
  return drawn_.emplace(key, std::move(drawn)).first->second.layout;
}

void ImguiGlass::make_pieces(Drawn& drawn, scene::Color ink) {
  drawn.pieces.clear();
  drawn.ink = ink;
  drawn.is_drawn = true;
  const double scale = size_.width_px / size_.width_mm;
  for (const text::Line& line : drawn.layout.lines) {
    for (const text::Run& run : line.runs) {
      paint::TtfFonts::Drawn got = fonts_.draw(run, drawn.layout.style.size_mm * scale, ink);
      if (got.texture.width == 0) continue;
      const auto x = static_cast<float>(std::lround(run.x_mm * scale) - got.left_px);
      const auto y = static_cast<float>(std::lround(line.baseline_mm * scale) - got.baseline_px);
      drawn.pieces.push_back({std::move(got.texture), x, y});
    }
  }
}

void ImguiGlass::draw(const text::Layout& layout, ImVec2 at, scene::Color ink) {
  const auto found =
      std::find_if(drawn_.begin(), drawn_.end(), [&](const auto& each) { return &each.second.layout == &layout; });
  if (found == drawn_.end()) return;
  Drawn& drawn = found->second;
  if (!drawn.is_drawn || !(drawn.ink == ink)) make_pieces(drawn, ink);
  const ImVec2 corner{std::floor(at.x), std::floor(at.y)};  // the letters are made for whole pixels
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const Drawn::Piece& piece : drawn.pieces) {
    const ImVec2 from{corner.x + piece.x, corner.y + piece.y};
    list.AddImage(
        paint::texture_id(&piece.texture), from,
        {from.x + static_cast<float>(piece.texture.width), from.y + static_cast<float>(piece.texture.height)});
  }
}

void ImguiGlass::words(const std::string& text, Letters letters, scene::Color ink) {
  const float room = ImGui::GetContentRegionAvail().x;
  const text::Layout& layout = lay_out(text, letters, room);
  const ImVec2 size = size_of(layout);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw(layout, {right_to_left() ? at.x + room - px(layout.available_mm) : at.x, at.y}, ink);
  ImGui::Dummy({room, size.y});
}

}  // namespace anteroom::staff
