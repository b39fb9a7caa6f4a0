#include "paint/span.h"

#include <algorithm>

#include "paint/blend.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace anteroom::paint {
namespace {

std::uint32_t pixel_of(const Ramp& ramp, int at) {
  const auto channel = [&](std::size_t k) {
    return static_cast<std::uint32_t>(ramp.value[k] + at * ramp.step[k]) >> 16;
  };
  return premultiplied(channel(0), channel(1), channel(2), channel(3));
}

#if defined(__SSE2__)  // as every 64-bit processor of Intel and AMD has it

// Four pixels as their sixteen channels.
struct Channels {
  __m128i low, high;  // of two pixels each, sixteen bits a channel
};

inline Channels channels_of(__m128i pixels) {
  const __m128i zero = _mm_setzero_si128();
  return {_mm_unpacklo_epi8(pixels, zero), _mm_unpackhi_epi8(pixels, zero)};
}

inline __m128i pixels_of(const Channels& channels) {
  return _mm_packus_epi16(channels.low, channels.high);
}

// As times(), eight at once.
inline __m128i times_eight(__m128i one, __m128i other) {
  const __m128i product = _mm_add_epi16(_mm_mullo_epi16(one, other), _mm_set1_epi16(128));
  return _mm_srli_epi16(_mm_add_epi16(product, _mm_srli_epi16(product, 8)), 8);
}

inline Channels times_sixteen(const Channels& one, const Channels& other) {
  return {times_eight(one.low, other.low), times_eight(one.high, other.high)};
}

// `alphas`: of four pixels, as the lowest byte of 32 bits each. Four times each.
inline Channels repeated(__m128i alphas) {
  const __m128i twice = _mm_or_si128(alphas, _mm_slli_epi32(alphas, 16));
  return {_mm_unpacklo_epi32(twice, twice), _mm_unpackhi_epi32(twice, twice)};
}

inline __m128i alphas_of(__m128i pixels) {
  return _mm_srli_epi32(pixels, 24);
}

// As over(), of four pixels. `alphas`: of the source.
inline __m128i over_four(__m128i ground, __m128i source, __m128i alphas) {
  const __m128i rest = _mm_sub_epi32(_mm_set1_epi32(255), alphas);
  const __m128i left = pixels_of(times_sixteen(channels_of(ground), repeated(rest)));
  const __m128i color = _mm_and_si128(left, _mm_set1_epi32(0x00FFFFFF));
  return _mm_or_si128(_mm_add_epi32(source, color), _mm_set1_epi32(static_cast<int>(0xFF000000U)));
}

inline __m128i load(const std::uint32_t* pixels) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(pixels));
}
inline void store(std::uint32_t* pixels, __m128i four) {
  _mm_storeu_si128(reinterpret_cast<__m128i*>(pixels), four);
}

inline __m128i four_of(std::uint32_t value) {
  return _mm_set1_epi32(static_cast<int>(value));
}

inline bool all_same(__m128i one, __m128i other) {
  return _mm_movemask_epi8(_mm_cmpeq_epi32(one, other)) == 0xFFFF;
}

// Each of these paints as many pixels as it can, and returns how many.

int fill_fours(std::uint32_t* out, int count, std::uint32_t pixel) {
  const __m128i source = four_of(pixel), alphas = alphas_of(source);
  int i = 0;
  for (; i + 4 <= count; i += 4) store(out + i, over_four(load(out + i), source, alphas));
  return i;
}

int blend_fours(std::uint32_t* out, const std::uint32_t* in, int count) {
  int i = 0;
  for (; i + 4 <= count; i += 4) {
    const __m128i source = load(in + i), alphas = alphas_of(source);
    // Pixels of pictures are mostly fully opaque or fully transparent.
    if (all_same(alphas, _mm_set1_epi32(255))) {
      store(out + i, source);
    } else if (!all_same(source, _mm_setzero_si128())) {
      store(out + i, over_four(load(out + i), source, alphas));
    }
  }
  return i;
}

int blend_fours(std::uint32_t* out, const std::uint32_t* in, int count, ImU32 color) {
  // The alpha is multiplied once, the other channels by their own share first; by 255 nothing changes.
  const Channels shares =
      channels_of(four_of(255U << 24 | red_of(color) << 16 | green_of(color) << 8 | blue_of(color)));
  const Channels alpha = repeated(four_of(alpha_of(color)));
  int i = 0;
  for (; i + 4 <= count; i += 4) {
    const __m128i pixels = load(in + i);
    if (all_same(pixels, _mm_setzero_si128())) continue;
    const __m128i source = pixels_of(times_sixteen(times_sixteen(channels_of(pixels), shares), alpha));
    store(out + i, over_four(load(out + i), source, alphas_of(source)));
  }
  return i;
}

int blend_fours(std::uint32_t* out, int count, const Ramp& ramp) {
  const auto four = [&](std::size_t k) {
    const int value = ramp.value[k], step = ramp.step[k];
    return _mm_setr_epi32(value, value + step, value + 2 * step, value + 3 * step);
  };
  const auto ahead = [&](std::size_t k) { return _mm_set1_epi32(4 * ramp.step[k]); };
  __m128i red = four(0), green = four(1), blue = four(2), alpha = four(3);
  const __m128i red_ahead = ahead(0), green_ahead = ahead(1), blue_ahead = ahead(2), alpha_ahead = ahead(3);
  int i = 0;
  for (; i + 4 <= count; i += 4) {
    const __m128i red_byte = _mm_and_si128(red, _mm_set1_epi32(0xFF0000));
    const __m128i green_byte = _mm_and_si128(_mm_srli_epi32(green, 8), _mm_set1_epi32(0xFF00));
    const __m128i straight =
        _mm_or_si128(_mm_or_si128(red_byte, green_byte), _mm_or_si128(_mm_srli_epi32(blue, 16), four_of(0xFF000000U)));
    const __m128i alphas = _mm_srli_epi32(alpha, 16);
    const __m128i source = pixels_of(times_sixteen(channels_of(straight), repeated(alphas)));
    store(out + i, over_four(load(out + i), source, alphas));
    red = _mm_add_epi32(red, red_ahead);
    green = _mm_add_epi32(green, green_ahead);
    blue = _mm_add_epi32(blue, blue_ahead);
    alpha = _mm_add_epi32(alpha, alpha_ahead);
  }
  return i;
}

#else

int fill_fours(std::uint32_t*, int, std::uint32_t) {
  return 0;
}
int blend_fours(std::uint32_t*, const std::uint32_t*, int) {
  return 0;
}
int blend_fours(std::uint32_t*, const std::uint32_t*, int, ImU32) {
  return 0;
}
int blend_fours(std::uint32_t*, int, const Ramp&) {
  return 0;
}

#endif

}  // namespace

void fill_span(std::uint32_t* out, int count, std::uint32_t pixel) {
  if (pixel >> 24 == 255) {
    std::fill_n(out, std::max(0, count), pixel);
  } else if (pixel != 0) {
    for (int i = fill_fours(out, count, pixel); i < count; ++i) out[i] = over(out[i], pixel);
  }
}

void blend_span(std::uint32_t* out, const std::uint32_t* in, int count) {
  for (int i = blend_fours(out, in, count); i < count; ++i) out[i] = over(out[i], in[i]);
}

void blend_span(std::uint32_t* out, const std::uint32_t* in, int count, ImU32 color) {
  for (int i = blend_fours(out, in, count, color); i < count; ++i) out[i] = over(out[i], tinted(in[i], color));
}

void blend_ramp(std::uint32_t* out, int count, const Ramp& ramp) {
  for (int i = blend_fours(out, count, ramp); i < count; ++i) out[i] = over(out[i], pixel_of(ramp, i));
}

}  // namespace anteroom::paint
