// Pictures as the decoder in its jail reads them, and its reply as the kiosk reads it.
#include <algorithm>

#include "decode/reply.h"
#include "decoder/draw.h"
#include "fuzz/targets.h"

namespace anteroom::fuzz {

namespace {

constexpr int width_px = 80, height_px = 60;

void prepare_once() {
  static const bool prepared = [] {
    decoder::prepare();
    return true;
  }();
  promise(prepared, "the libraries are prepared");
}

void check_drawing(const decode::Decoded& drawn) {
  const decode::Texture& texture = drawn.texture;
  promise(drawn.fault.empty() || texture.pixels.empty(), "there is a picture and a fault");
  promise(texture.pixels.size() == static_cast<std::size_t>(texture.width) * static_cast<std::size_t>(texture.height),
          "a picture has more or fewer pixels than its size");
  promise(texture.width <= width_px && texture.height <= height_px, "a picture is larger than its box");
}

}  // namespace

void draw_picture(std::string_view bytes) {
  prepare_once();
  check_drawing(decoder::draw(bytes, width_px, height_px, {}));
  const decode::PictureFacts facts = decoder::facts(bytes, {});
  promise(facts.width >= 0 && facts.height >= 0, "a picture is smaller than nothing");
}

void draw_svg_layers(std::string_view bytes) {
  prepare_once();
  const std::vector<std::string> ids{"a", "b"};
  for (const decode::Decoded& drawn : decoder::draw_all(bytes, width_px, height_px, {{}, {"a"}, ids})) {
    check_drawing(drawn);
  }
  const decode::PictureFacts facts = decoder::facts(bytes, ids);
  promise(facts.elements.size() <= ids.size(), "an element is reported that nobody asked for");
}

void read_reply(std::string_view bytes) {
  const std::optional<decode::Reply> reply = decode::reply_from(bytes);
  if (!reply) return;
  for (const decode::Decoded& drawn : reply->drawings) {
    promise(drawn.texture.pixels.size() ==
                static_cast<std::size_t>(drawn.texture.width) * static_cast<std::size_t>(drawn.texture.height),
            "a reply has more or fewer pixels than its size");
  }
  const std::string written = decode::to_bytes(*reply);
  const std::optional<decode::Reply> again = decode::reply_from(written);
  promise(again && decode::to_bytes(*again) == written, "a reply is not read as it is written");
}

}  // namespace anteroom::fuzz
