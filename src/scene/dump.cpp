#include "scene/dump.h"

#include <cstdio>
#include <string_view>

namespace anteroom::scene {

namespace {

std::string number(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.1f", value);
  return std::string(buffer) == "-0.0" ? "0.0" : buffer;
}

std::string hex(Color color) {
  char buffer[16];
  if (color.a == 255) {
    std::snprintf(buffer, sizeof buffer, "#%02X%02X%02X", color.r, color.g, color.b);
  } else {
    std::snprintf(buffer, sizeof buffer, "#%02X%02X%02X%02X", color.r, color.g, color.b, color.a);
  }
  return buffer;
}

std::string box_text(const Rect& box) {
  return number(box.x) + "," + number(box.y) + " " + number(box.w) + "x" + number(box.h);
}

std::string in_quotes(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

std::string file_name(const std::string& path) {
  return path.substr(path.find_last_of('/') + 1);
}

struct DumpItem {
  std::string operator()(const Fill& fill) const {
    std::string line = "fill " + box_text(fill.box) + " " + hex(fill.color);
    if (fill.radius_mm > 0) line += " radius=" + number(fill.radius_mm);
    if (fill.edge_mm > 0) line += " edge=" + number(fill.edge_mm) + " " + hex(fill.edge);
    return line;
  }
  std::string operator()(const Picture& picture) const {
    std::string line = "picture " + box_text(picture.box) + " " + file_name(picture.file);
    if (picture.tint) line += " tint=" + hex(*picture.tint);
    if (picture.mirrored) line += " mirrored";
    if (picture.high_contrast) line += " high-contrast";
    if (picture.stands) line += " stands";
    for (const std::string& layer : picture.layers) line += " #" + layer;
    if (picture.frame) {
      const Share& frame = *picture.frame;
      line += " frame=" + number(frame.x * 100) + "," + number(frame.y * 100) + " " + number(frame.w * 100) + "x" +
              number(frame.h * 100) + "%";
    }
    if (picture.corner_mm > 0) line += " corner=" + number(picture.corner_mm);
    if (picture.outline_mm > 0) line += " outline=" + number(picture.outline_mm);
    if (picture.spot) line += " spot=" + box_text(*picture.spot);
    if (picture.clip) line += " clip=" + box_text(*picture.clip);
    if (picture.shift != Point{}) line += " moved=" + number(picture.shift.x) + "," + number(picture.shift.y);
    if (picture.between) line += " between=#" + picture.between->after + ",#" + picture.between->before;
    if (picture.pose) {
      const Pose& pose = *picture.pose;
      line += " turned=" + number(pose.turn_deg) + " scaled=" + number(pose.scale) + " about=" + number(pose.about.x) +
              "," + number(pose.about.y) + " moved=" + number(pose.shift.x) + "," + number(pose.shift.y);
    }
    if (picture.opacity < 1) line += " opacity=" + number(picture.opacity);
    return picture.alt.empty() ? line : line + " alt=" + in_quotes(picture.alt);
  }
  std::string operator()(const Text& text) const {
    std::string line = "text " + name_of(text.role) + " " + box_text(text.box) + " " + hex(text.ink) +
                       " size=" + number(text.layout.style.size_mm) + " " + text.layout.style.language;
    if (text.layout.style.weight == text::Weight::semibold) line += " semibold";
    if (text.layout.right_to_left) line += " rtl";
    for (const text::Line& each : text.layout.lines) {
      line += "\n  " + number(each.x_mm) + "," + number(each.baseline_mm) + " " + number(each.width_mm) + " " +
              in_quotes(each.text);
    }
    return line;
  }
  std::string operator()(const Code& code) const {
    return "code " + box_text(code.box) + " " + in_quotes(code.content);
  }
  std::string operator()(const Polygon& polygon) const {
    std::string line = "polygon";
    for (std::size_t i = 0; i < polygon.corners.size(); ++i) {
      line += " " + number(polygon.corners[i].x) + "," + number(polygon.corners[i].y);
      if (i < polygon.colors.size() && (i == 0 || !(polygon.colors[i] == polygon.colors[i - 1]))) {
        line += " " + hex(polygon.colors[i]);
      }
    }
    if (polygon.soft_mm > 0) line += " soft=" + number(polygon.soft_mm);
    return polygon.hollow ? line + " hollow" : line;
  }
  std::string operator()(const Ribbon& ribbon) const {
    std::string line = "ribbon";
    const Rung* before = nullptr;
    for (const Rung& rung : ribbon.rungs) {
      line += " " + number(rung.upper.x) + "," + number(rung.upper.y) + ":" + number(rung.lower.x) + "," +
              number(rung.lower.y);
      const bool changes =
          before == nullptr || before->upper_color != rung.upper_color || before->lower_color != rung.lower_color;
      if (changes) line += " " + hex(rung.upper_color) + ":" + hex(rung.lower_color);
      before = &rung;
    }
    return line;
  }
  std::string operator()(const Target& target) const {
    return "target " + box_text(target.box) + " " + target.id + " " + in_quotes(target.label) +
           (target.ground ? " ground" : "") + (target.caption.empty() ? "" : " caption=" + in_quotes(target.caption));
  }
  std::string operator()(const Handle& handle) const {
    return "handle " + box_text(handle.box) + " " + in_quotes(handle.label) + " reach " + box_text(handle.grab_area);
  }
};

}  // namespace

std::string dump(const Scene& scene) {
  std::string out = "scene " + scene.screen + (scene.card.empty() ? "" : " card=" + scene.card) +
                    " language=" + scene.language + (scene.role == Role::kiosk ? " kiosk " : " wall ") +
                    number(scene.width_mm) + "x" + number(scene.height_mm) +
                    " at=" + number(scene.viewing_distance_mm) + " ground=" + hex(scene.ground) + "\n";
  if (!scene.behind.empty()) {
    out += "behind " + std::to_string(scene.behind.size()) + " items veil=" + hex(scene.veil) + "\n";
  }
  for (const Item& item : scene.items) out += std::visit(DumpItem{}, item) + "\n";
  return out;
}

std::string name_of(TextRole role) {
  switch (role) {
    case TextRole::title:
      return "title";
    case TextRole::body:
      return "body";
    case TextRole::label:
      return "label";
    case TextRole::sample:
      return "sample";
  }
  return {};
}

std::string visible_text(const Scene& scene) {
  std::string out;
  for (const Item& item : scene.items) {
    const Text* text = std::get_if<Text>(&item);
    if (text == nullptr) continue;
    out += text->layout.text + "\n";
  }
  return out;
}

}  // namespace anteroom::scene
