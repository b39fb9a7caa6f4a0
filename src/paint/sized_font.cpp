#include "paint/sized_font.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <mutex>
#include <stdexcept>

#include "language/letters.h"

namespace anteroom::paint {

namespace {

// SDL_ttf takes whole points only, but any resolution: a point is dpi / 72 pixels. Every size is thus met to within
// 1/144 pixel, and a line of 20 em is at most 0.15 pixel longer or shorter than it was laid out.
constexpr int points_per_inch = 72;

constexpr const char* em_space = "\u2003";

const std::string nothing;
const std::string latin = "Latn";

// The number of em spaces, up to four, whose width is closest to a whole number of pixels: off by at most a fifth of a
// pixel.
int spaces_to_whole_pixel(double size_px) {
  int best = 1;
  double best_off = 1;
  for (int count = 1; count <= 4; ++count) {
    const double off = std::abs(count * size_px - std::round(count * size_px));
    if (off >= best_off - 1e-9) continue;
    best = count;
    best_off = off;
  }
  return best;
}

// Opening and closing fonts are the only FreeType calls that touch data shared between the fonts of several threads.
std::mutex& library_mutex() {
  static std::mutex mutex;
  return mutex;
}

struct FreeSurface {
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using SurfacePtr = std::unique_ptr<SDL_Surface, FreeSurface>;

// White on transparent: the alpha is the coverage of each pixel.
SurfacePtr rendered(TTF_Font* font, const std::string& utf8) {
  return SurfacePtr(TTF_RenderUTF8_Blended(font, utf8.c_str(), SDL_Color{255, 255, 255, 255}));
}

// Row `y`: the alpha of each pixel is its coverage.
const std::uint32_t* row_of(const SDL_Surface& surface, int y) {
  const auto* row = static_cast<const std::uint8_t*>(surface.pixels) + static_cast<std::ptrdiff_t>(y) * surface.pitch;
  return reinterpret_cast<const std::uint32_t*>(row);
}

std::uint32_t coverage(std::uint32_t pixel) {
  return pixel >> 24;
}

struct Box {
  int left, top, right, bottom;  // right and bottom: one past
  bool empty() const { return right <= left; }
};

Box ink_box(const SDL_Surface& surface) {
  Box box{surface.w, surface.h, 0, 0};
  const auto is_ink = [](std::uint32_t pixel) { return coverage(pixel) != 0; };
  for (int y = 0; y < surface.h; ++y) {
    const std::uint32_t *row = row_of(surface, y), *end = row + surface.w;
    const std::uint32_t* first = std::find_if(row, end, is_ink);
    if (first == end) continue;
    box.left = std::min(box.left, static_cast<int>(first - row));
    // What is left of the rightmost ink until now need not be looked at.
    const std::uint32_t* last = end;
    while (last > row + box.right && !is_ink(last[-1])) --last;
    box.right = static_cast<int>(last - row);
    box.top = std::min(box.top, y);
    box.bottom = y + 1;
  }
  return box;
}

// The pixels of `surface` inside `box`, drawn in `ink`, premultiplied.
Texture inked(const SDL_Surface& surface, const Box& box, scene::Color ink) {
  const auto times = [](std::uint32_t value, std::uint32_t alpha) { return (value * alpha + 127) / 255; };
  std::array<std::uint32_t, 256> by_coverage{};
  for (std::uint32_t i = 0; i < by_coverage.size(); ++i) {
    const std::uint32_t alpha = times(ink.a, i);
    by_coverage[i] = alpha << 24 | times(ink.r, alpha) << 16 | times(ink.g, alpha) << 8 | times(ink.b, alpha);
  }
  Texture texture;
  texture.width = box.right - box.left;
  texture.height = box.bottom - box.top;
  texture.pixels.resize(static_cast<std::size_t>(texture.width) * static_cast<std::size_t>(texture.height));
  std::uint32_t* out = texture.pixels.data();
  for (int y = box.top; y < box.bottom; ++y) {
    const std::uint32_t* row = row_of(surface, y);
    out = std::transform(row + box.left, row + box.right, out,
                         [&](std::uint32_t pixel) { return by_coverage[coverage(pixel)]; });
  }
  return texture;
}

void shape_as(TTF_Font* font, const ShapedText& text) {
  TTF_SetFontDirection(font, text.right_to_left ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
  TTF_SetFontScriptName(font, text.script.c_str());
}

int width_of(TTF_Font* font, const std::string& utf8) {
  int width = 0;
  int height = 0;
  return TTF_SizeUTF8(font, utf8.c_str(), &width, &height) == 0 ? width : 0;
}

}  // namespace

TtfLibrary::TtfLibrary() {
  const std::lock_guard lock(library_mutex());
  if (TTF_Init() != 0) throw std::runtime_error(std::string("SDL_ttf does not start: ") + TTF_GetError());
}

TtfLibrary::~TtfLibrary() {
  const std::lock_guard lock(library_mutex());
  TTF_Quit();
}

void SizedFont::Close::operator()(TTF_Font* font) const {
  const std::lock_guard lock(library_mutex());
  TTF_CloseFont(font);
}

SizedFont::SizedFont(const std::string& file, std::shared_ptr<const std::vector<char>> bytes, int index, double size_px,
                     Use use)
    : bytes_(std::move(bytes)),
      size_px_(size_px),
      left_spaces_(spaces_to_whole_pixel(size_px)),
      origin_px_(static_cast<int>(std::lround(left_spaces_ * size_px))),
      spaces_px_(0) {
  const auto dots = static_cast<unsigned>(std::max(1L * points_per_inch, std::lround(size_px * points_per_inch)));
  SDL_RWops* reader = bytes_ ? SDL_RWFromConstMem(bytes_->data(), static_cast<int>(bytes_->size()))
                             : SDL_RWFromFile(file.c_str(), "rb");
  if (reader != nullptr) {
    const std::lock_guard lock(library_mutex());
    font_.reset(TTF_OpenFontIndexDPIRW(reader, 1, 1, index, dots, dots));
  }
  if (!font_) throw std::runtime_error(file + ": " + SDL_GetError());
  // Both hinting modes have linear advances, the same at every size; no others do. Hinting makes characters sharper but
  // is slow.
  TTF_SetFontHinting(font_.get(), use == Use::drawing ? TTF_HINTING_LIGHT_SUBPIXEL : TTF_HINTING_NONE);
  spaces_px_ = width_of(font_.get(), padded({nothing, latin, false}));
}

// SDL_ttf reports neither where a text's origin is in its picture nor how far ink extends beyond its advance. Em spaces
// on both sides contain all overhanging ink and are neither joined nor kerned to anything, which settles both; on the
// left there are as many as bring the origin to a whole pixel, or nearly.
std::string SizedFont::padded(const ShapedText& text) const {
  std::string left;
  for (int i = 0; i < left_spaces_; ++i) left += em_space;
  return text.right_to_left ? em_space + text.utf8 + left : left + text.utf8 + em_space;
}

int SizedFont::advance_px(const ShapedText& text) {
  shape_as(font_.get(), text);
  return width_of(font_.get(), padded(text)) - spaces_px_;
}

text::FaceMetrics SizedFont::metrics() {
  text::FaceMetrics metrics;
  metrics.ascent = TTF_FontAscent(font_.get()) / size_px_;
  metrics.descent = -TTF_FontDescent(font_.get()) / size_px_;
  metrics.cap_height = capital_px() / size_px_;
  metrics.middle = middle_px() / size_px_;
  return metrics;
}

double SizedFont::capital_px() const {
  // Capital H; then a letter of each script whose faces have no H: lam, lamed, ka (Devanagari, Gurmukhi, Gujarati,
  // Bengali, Tamil, Telugu, Kannada, Malayalam, Sinhala, Khmer), ko (Thai, Lao), ka (Myanmar), ha (Ethiopic), ayb, an,
  // ha (Hangul), yong (Han).
  static constexpr std::array<std::uint32_t, 21> tall_letters{'H',    0x0644, 0x05DC, 0x0915, 0x0A15, 0x0A95, 0x0995,
                                                              0x0B95, 0x0C15, 0x0C95, 0x0D15, 0x0D9A, 0x1780, 0x0E01,
                                                              0x0E81, 0x1000, 0x1200, 0x0531, 0x10D0, 0xD55C, 0x6C38};
  for (const std::uint32_t letter : tall_letters) {
    if (const int top = top_px(letter); top > 0) return top;
  }
  // Another script: the median height of its first letters. An ascent would be wrong for any script, since it leaves
  // room for marks.
  constexpr std::size_t enough = 32;
  std::vector<int> tops;
  constexpr char32_t last_letter = 0x10FFFF;
  for (char32_t letter = 0; letter <= last_letter && tops.size() < enough; ++letter) {
    if (!language::is_letter(letter)) continue;
    if (const int top = top_px(letter); top > 0) tops.push_back(top);
  }
  constexpr double usual_capital = 0.7;  // of an em: for a face with symbols only
  if (tops.empty()) return usual_capital * size_px_;
  const auto middle = tops.begin() + static_cast<std::ptrdiff_t>(tops.size() / 2);
  std::nth_element(tops.begin(), middle, tops.end());
  return *middle;
}

// A designer's ascent and descent are no measure: those of Noto Sans Gurmukhi would set its lines 7 % of the letters'
// size too high in their buttons, those of Noto Sans Arabic as much too low.
double SizedFont::middle_px() const {
  // Of scripts without capitals: something common that is high, and something that is low. Lam and jeem; he and qof;
  // the signs of e and of u (Devanagari, Gurmukhi, Gujarati); of i and of u (Bengali, Tamil, Thai).
  struct Ink {
    std::uint32_t high, low;
  };
  static constexpr std::array inks{Ink{0x0644, 0x062C}, Ink{0x05D4, 0x05E7}, Ink{0x0947, 0x0941}, Ink{0x0A47, 0x0A41},
                                   Ink{0x0AC7, 0x0AC1}, Ink{0x09BF, 0x09C1}, Ink{0x0BC0, 0x0BC1}, Ink{0x0E34, 0x0E38}};
  if (top_px('H') > 0) return capital_px() / 2;
  for (const Ink& ink : inks) {
    int low = 0;
    const int high = top_px(ink.high);
    if (high <= 0 || TTF_GlyphIsProvided32(font_.get(), ink.low) == 0) continue;
    if (TTF_GlyphMetrics32(font_.get(), ink.low, nullptr, nullptr, &low, nullptr, nullptr) == 0)
      return (high + low) / 2.0;
  }
  return capital_px() / 2;
}

// The height of `letter` above the baseline; 0 if the face lacks it.
int SizedFont::top_px(std::uint32_t letter) const {
  int top = 0;
  if (TTF_GlyphIsProvided32(font_.get(), letter) == 0) return 0;
  return TTF_GlyphMetrics32(font_.get(), letter, nullptr, nullptr, nullptr, &top, nullptr) == 0 ? top : 0;
}

// In SDL_ttf's picture, accents above the font's own ascent push the text down by an amount that it does not report; an
// underline moves with the text, so its offset from that of an empty text is the amount.
int SizedFont::baseline_row(const ShapedText& text, int height) {
  const int ascent = TTF_FontAscent(font_.get());
  if (height <= TTF_FontHeight(font_.get())) return ascent;
  if (plain_underline_ < 0) plain_underline_ = underline_row({nothing, text.script, text.right_to_left});
  return ascent + underline_row(text) - plain_underline_;
}

int SizedFont::underline_row(const ShapedText& text) {
  TTF_SetFontStyle(font_.get(), TTF_STYLE_UNDERLINE);
  const SurfacePtr surface = rendered(font_.get(), padded(text));
  TTF_SetFontStyle(font_.get(), TTF_STYLE_NORMAL);
  int row = 0;
  while (surface && row < surface->h && coverage(*row_of(*surface, row)) == 0) ++row;
  return row;
}

TextPicture SizedFont::draw(const ShapedText& text, scene::Color ink) {
  shape_as(font_.get(), text);
  const SurfacePtr surface = rendered(font_.get(), padded(text));
  if (!surface) return {};
  Box box = ink_box(*surface);
  if (box.empty()) return {};
  const int baseline = baseline_row(text, surface->h);
  box.left = std::min(box.left, origin_px_);
  box.top = std::min(box.top, baseline);
  return {inked(*surface, box, ink), origin_px_ - box.left, baseline - box.top};
}

}  // namespace anteroom::paint
