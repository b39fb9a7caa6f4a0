#include "paint/font_files.h"

#include <fontconfig/fontconfig.h>

#include <cstdlib>
#include <map>
#include <utility>

namespace anteroom::paint {

namespace {

using PatternPtr = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;
using FontSetPtr = std::unique_ptr<FcFontSet, decltype(&FcFontSetDestroy)>;

int fontconfig_weight(text::Weight weight) {
  return weight == text::Weight::regular ? FC_WEIGHT_REGULAR : FC_WEIGHT_DEMIBOLD;
}

const FcChar8* bytes(const std::string& text) {
  return reinterpret_cast<const FcChar8*>(text.c_str());
}

bool flag(const FcPattern* pattern, const char* name) {
  FcBool value = FcFalse;
  return FcPatternGetBool(pattern, name, 0, &value) == FcResultMatch && value != FcFalse;
}

double number(const FcPattern* pattern, const char* name, double otherwise) {
  double value = 0;
  return FcPatternGetDouble(pattern, name, 0, &value) == FcResultMatch ? value : otherwise;
}

// False for what SDL_ttf cannot draw properly (variable and colour fonts), and for italic and condensed faces.
bool usable(const FcPattern* pattern) {
  return !flag(pattern, FC_VARIABLE) && !flag(pattern, FC_COLOR) &&
         number(pattern, FC_SLANT, FC_SLANT_ROMAN) == FC_SLANT_ROMAN &&
         number(pattern, FC_WIDTH, FC_WIDTH_NORMAL) == FC_WIDTH_NORMAL;
}

std::optional<FontFile> font_file(const FcPattern* pattern) {
  FcChar8* file = nullptr;
  FcCharSet* coverage = nullptr;
  int index = 0;
  if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch ||
      FcPatternGetCharSet(pattern, FC_CHARSET, 0, &coverage) != FcResultMatch) {
    return {};
  }
  FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
  if (index > 0xFFFF) return {};  // a named instance of a variable font
  return FontFile{reinterpret_cast<const char*>(file), index,
                  std::shared_ptr<const void>(FcCharSetCopy(coverage), [](FcCharSet* set) { FcCharSetDestroy(set); })};
}

}  // namespace

bool FontFile::has(char32_t character) const {
  return FcCharSetHasChar(static_cast<const FcCharSet*>(coverage.get()), character) != FcFalse;
}

namespace {

using ConfigPtr = std::unique_ptr<FcConfig, decltype(&FcConfigDestroy)>;

// Only the usual font folders: the system's configuration has some sixty files about which fonts resemble each other,
// and reading them takes as long as everything else that the first frame needs.
ConfigPtr lean_config() {
  constexpr const char* text = R"(<fontconfig>
    <dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir><dir prefix="xdg">fonts</dir><dir>~/.fonts</dir>
    <cachedir>/var/cache/fontconfig</cachedir><cachedir prefix="xdg">fontconfig</cachedir>
  </fontconfig>)";
  ConfigPtr config(FcConfigCreate(), &FcConfigDestroy);
  const bool read = config && FcConfigParseAndLoadFromMemory(config.get(), bytes(text), FcFalse) != FcFalse &&
                    FcConfigBuildFonts(config.get()) != FcFalse;
  return read ? std::move(config) : ConfigPtr(nullptr, &FcConfigDestroy);
}

}  // namespace

struct FontFiles::Data {
  ConfigPtr lean = lean_config();
  ConfigPtr whole{nullptr, &FcConfigDestroy};  // the system's, see whole_config()
  // All installed fonts in fontconfig's order of preference, requested once per language and weight.
  std::map<std::pair<std::string, text::Weight>, FontSetPtr> sorted;

  // The system's configuration, for fonts in other folders and for characters that no configured family has.
  FcConfig* whole_config() {
    if (!whole) whole.reset(FcConfigReference(nullptr));
    return whole.get();
  }
  const FcFontSet* all(const std::string& language, text::Weight weight);
};

const FcFontSet* FontFiles::Data::all(const std::string& language, text::Weight weight) {
  const std::pair key{language, weight};
  const auto known = sorted.find(key);
  if (known != sorted.end()) return known->second.get();
  const PatternPtr wanted(FcPatternCreate(), &FcPatternDestroy);
  FcPatternAddString(wanted.get(), FC_FAMILY, bytes("sans-serif"));
  if (!language.empty()) FcPatternAddString(wanted.get(), FC_LANG, bytes(language));
  FcPatternAddInteger(wanted.get(), FC_WEIGHT, fontconfig_weight(weight));
  FcPatternAddInteger(wanted.get(), FC_SLANT, FC_SLANT_ROMAN);
  FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
  FcPatternAddBool(wanted.get(), FC_COLOR, FcFalse);
  FcConfigSubstitute(whole_config(), wanted.get(), FcMatchPattern);
  FcDefaultSubstitute(wanted.get());
  FcResult result = FcResultNoMatch;
  FontSetPtr set(FcFontSort(whole_config(), wanted.get(), FcFalse, nullptr, &result), &FcFontSetDestroy);
  return sorted.emplace(key, std::move(set)).first->second.get();
}

FontFiles::FontFiles() : data_(std::make_unique<Data>()) {}
FontFiles::~FontFiles() = default;

namespace {

std::optional<FontFile> family_in(FcConfig* config, const std::string& family, text::Weight weight) {
  const PatternPtr wanted(FcPatternCreate(), &FcPatternDestroy);
  FcPatternAddString(wanted.get(), FC_FAMILY, bytes(family));
  FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
  const std::unique_ptr<FcObjectSet, decltype(&FcObjectSetDestroy)> fields(
      FcObjectSetBuild(FC_FILE, FC_INDEX, FC_WEIGHT, FC_WIDTH, FC_SLANT, FC_VARIABLE, FC_COLOR, FC_CHARSET, nullptr),
      &FcObjectSetDestroy);
  const FontSetPtr found(FcFontList(config, wanted.get(), fields.get()), &FcFontSetDestroy);
  if (!found) return {};
  std::optional<FontFile> best;
  double best_distance = 0;
  for (int i = 0; i < found->nfont; ++i) {
    const FcPattern* pattern = found->fonts[i];
    if (!usable(pattern)) continue;
    const double distance = std::abs(number(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR) - fontconfig_weight(weight));
    if (best && distance > best_distance) continue;
    std::optional<FontFile> file = font_file(pattern);
    // The same family may be installed twice: the file name decides, not the order on disk.
    if (!file || (best && distance == best_distance && best->file <= file->file)) continue;
    best = std::move(file);
    best_distance = distance;
  }
  return best;
}

}  // namespace

std::optional<FontFile> FontFiles::of_family(const std::string& family, text::Weight weight) {
  std::optional<FontFile> file;
  if (data_->lean) file = family_in(data_->lean.get(), family, weight);
  return file ? file : family_in(data_->whole_config(), family, weight);
}

std::optional<FontFile> FontFiles::with_character(char32_t character, std::string_view language, text::Weight weight) {
  const FcFontSet* fonts = data_->all(std::string(language), weight);
  for (int i = 0; fonts != nullptr && i < fonts->nfont; ++i) {
    const FcPattern* pattern = fonts->fonts[i];
    FcCharSet* coverage = nullptr;
    if (FcPatternGetCharSet(pattern, FC_CHARSET, 0, &coverage) != FcResultMatch) continue;
    if (FcCharSetHasChar(coverage, character) == FcFalse || !flag(pattern, FC_SCALABLE) || !usable(pattern)) continue;
    if (std::optional<FontFile> file = font_file(pattern)) return file;
  }
  return {};
}

}  // namespace anteroom::paint
