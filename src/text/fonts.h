// What text layout needs to know about fonts. All lengths in em (1 = the font size), so that a layout does not depend
// on pixels. Implemented with SDL_ttf in paint/ and with fixed-width characters in tests.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace anteroom::text {

enum class Weight { regular, semibold };

// One font file at no particular size: an index into the implementation's table of faces. The same number names the
// same face in every Fonts and painter of one program run.
using FaceId = int;
inline constexpr FaceId no_face = -1;

struct FaceMetrics {
  double ascent = 0;      // above the baseline
  double descent = 0;     // below the baseline, positive
  double cap_height = 0;  // of a capital H; of the tallest common letter in scripts without capitals
  // What is in the middle of a line, above the baseline: half a capital; in scripts without capitals the middle between
  // the highest and the lowest ink of common words, which have signs above and below letters.
  double middle = 0;
};

class KeptLayouts;

class Fonts {
 public:
  Fonts();
  virtual ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  // The face for `character` in text of `language` (BCP 47). Stays on `current` (no_face: none yet) if that face has
  // the character and either the style's first choice lacks it or the character is neutral (space, punctuation, mark).
  // Never fails: if no font has the character, returns the first choice of the style.
  virtual FaceId face_for(char32_t character, std::string_view language, Weight weight, FaceId current) = 0;

  // True if some installed face has `character`.
  virtual bool covers(char32_t character, std::string_view language, Weight weight) = 0;

  // The advance of `utf8`, shaped and kerned as one run of `script` (ISO 15924, four letters) and direction.
  virtual double advance(FaceId face, std::string_view utf8, std::string_view script, bool right_to_left) = 0;

  virtual FaceMetrics metrics(FaceId face) = 0;

  // What lay_out made with these fonts. All answers above are the same for as long as the object lives.
  KeptLayouts& layouts() { return *layouts_; }

 private:
  std::unique_ptr<KeptLayouts> layouts_;
};

}  // namespace anteroom::text
