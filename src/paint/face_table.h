// Which font files there are: located once through fontconfig, then never changed, so that threads share it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/fonts.h"

namespace anteroom::paint {

// The families to try for a language, best first.
struct FamilyChoice {
  std::string
      language;  // BCP 47 tag or a leading part of it ("zh", "zh-Hant"; the longest wins), or "" for every other
  std::vector<std::string> families;
};

class FaceTable {
 public:
  // Asks fontconfig for the files of every family that `languages` need (their own choices, then those of all others).
  // A character that none of them has is looked up in the other choices, then in all installed fonts, when it is met.
  // Errors: throws std::runtime_error when no font at all is installed.
  explicit FaceTable(const std::vector<FamilyChoice>& choices, const std::vector<std::string>& languages);
  ~FaceTable();
  FaceTable(const FaceTable&) = delete;
  FaceTable& operator=(const FaceTable&) = delete;

  // See text::Fonts::face_for and text::Fonts::covers.
  text::FaceId face_for(char32_t character, std::string_view language, text::Weight weight, text::FaceId current) const;
  bool covers(char32_t character, std::string_view language, text::Weight weight) const;

  // The file of `face` and the face's index inside it. Requires: `face` came from face_for.
  const std::string& file(text::FaceId face) const;
  int index(text::FaceId face) const;

  // Families of the choices for `languages` that are not installed, each once.
  const std::vector<std::string>& missing_families() const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace anteroom::paint
