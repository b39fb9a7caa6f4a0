// Finds installed font files through fontconfig; only those that SDL_ttf draws well: outline, upright, not variable, of
// one colour.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/fonts.h"

namespace anteroom::paint {

struct FontFile {
  std::string file;
  int index = 0;                         // of the face inside the file
  std::shared_ptr<const void> coverage;  // an FcCharSet

  bool has(char32_t character) const;
  bool same_face(const FontFile& other) const { return index == other.index && file == other.file; }
};

// One object is used by one thread at a time.
class FontFiles {
 public:
  FontFiles();
  ~FontFiles();
  FontFiles(const FontFiles&) = delete;
  FontFiles& operator=(const FontFiles&) = delete;

  // The file of `family` whose weight is nearest; none where the family is not installed.
  std::optional<FontFile> of_family(const std::string& family, text::Weight weight);

  // The installed file that has `character` and is closest to a sans-serif for `language`; none if no file has it.
  std::optional<FontFile> with_character(char32_t character, std::string_view language, text::Weight weight);

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace anteroom::paint
