// Which font files to use, located through fontconfig and remembered. Thread-safe.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/fonts.h"

namespace anteroom::paint {

// The families to try for a language, best first.
struct FamilyChoice {
  std::string language;  // BCP 47 tag or a prefix of one ("zh", "zh-Hant"; the longest wins), or "" for all others
  std::vector<std::string> families;
};

class FaceTable {
 public:
  // Asks fontconfig for the files of all families that `languages` need (their own choices, then the one for all
  // others). A character that none of these has is looked up in the other choices, then in all installed fonts, when it
  // is first needed. Errors: throws std::runtime_error if no font at all is installed.
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
