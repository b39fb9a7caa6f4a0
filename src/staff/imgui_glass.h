// Dear ImGui on the kiosk's own pixels: a context with our style, touch as its mouse, text by the kiosk's fonts (ImGui
// shapes neither Arabic nor Punjabi), and its draw lists through the same rasteriser as every other screen.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "model/contact_phase.h"
#include "paint/imgui.h"
#include "paint/pixels.h"
#include "paint/ttf_fonts.h"
#include "scene/geometry.h"
#include "text/layout.h"

namespace anteroom::staff {

// A screen in millimetres and in pixels, seen from a distance.
struct GlassSize {
  double width_mm = 476, height_mm = 268;
  int width_px = 1920, height_px = 1080;
  double viewing_distance_mm = 600;
};

enum class Letters { body, title };

class ImguiGlass {
 public:
  // `language`: BCP 47, of what is written unless said otherwise. Requires: `faces` outlives this; all calls from one
  // thread.
  ImguiGlass(const paint::FaceTable& faces, const GlassSize& size, std::string language);
  ~ImguiGlass();
  ImguiGlass(const ImguiGlass&) = delete;
  ImguiGlass& operator=(const ImguiGlass&) = delete;

  // A finger, in pixels of the glass. Kept until a frame takes it: ImGui sees one edge a frame, so that no tap is lost.
  void touch(ContactPhase phase, float x, float y);
  // True if another frame would take something: a touch, or what the last one has left to settle.
  bool has_more() const { return !touches_.empty() || settling_ > 0; }

  // Begins a frame, `seconds` after the one before; widgets may be called until end_frame.
  void begin_frame(float seconds);
  // Draws the widgets onto a layer of the glass's size.
  void end_frame(paint::Layer& layer);

  float px(double mm) const { return static_cast<float>(mm * size_.width_px / size_.width_mm); }
  const GlassSize& size() const { return size_; }
  bool right_to_left() const { return text::is_right_to_left(language_); }

  // How `text` would be laid out at most `width` pixels wide; valid until the frame ends.
  const text::Layout& lay_out(const std::string& text, Letters letters, float width);
  ImVec2 size_of(const text::Layout& layout) const { return {px(layout.width_mm), px(layout.height_mm)}; }
  // Draws it at `at` in the current window.
  void draw(const text::Layout& layout, ImVec2 at, scene::Color ink);

  // Text as a widget: takes its place in the window. Aligned to the start of the language's lines.
  void words(const std::string& text, Letters letters, scene::Color ink);

 private:
  struct Drawn {
    text::Layout layout;
    struct Piece {
      paint::Texture texture;
      float x = 0, y = 0;  // from the layout's corner
    };
    std::vector<Piece> pieces;
    scene::Color ink;
    bool is_drawn = false;
    bool used = true;
  };
  using Key = std::tuple<std::string, Letters, int>;  // text, letters, width in pixels
  text::Style style_of(Letters letters);
  void make_pieces(Drawn& drawn, scene::Color ink);

  GlassSize size_;
  std::string language_;
  paint::TtfFonts fonts_;
  ImGuiContext* context_;
  struct Touch {
    ContactPhase phase;
    float x, y;
  };
  std::deque<Touch> touches_;
  int settling_ = 3;  // frames in which ImGui measures what it is given
  std::map<Key, Drawn> drawn_;
};

}  // namespace anteroom::staff
