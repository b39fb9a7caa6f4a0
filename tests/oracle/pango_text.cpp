#include "oracle/pango_text.h"

#include <fontconfig/fontconfig.h>
// Must follow fontconfig.h, which it needs.
#include <fontconfig/fcfreetype.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>

#include "language/characters.h"
#include "language/icu_text.h"
#include "text/itemise.h"

namespace anteroom::oracle {

namespace {

// Large, so that Pango's units of 1/1024 pixel are a negligible part of an em.
constexpr int size_px = 128;
constexpr int em_units = size_px * PANGO_SCALE;

template <typename T>
struct Unref {
  void operator()(T* object) const { g_object_unref(object); }
};
template <typename T>
using Object = std::unique_ptr<T, Unref<T>>;
using Description = std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)>;
using Attributes = std::unique_ptr<PangoAttrList, decltype(&pango_attr_list_unref)>;

void add(PangoAttrList* list, PangoAttribute* attribute, std::size_t start, std::size_t end) {
  attribute->start_index = static_cast<guint>(start);
  attribute->end_index = static_cast<guint>(end);
  pango_attr_list_insert(list, attribute);
}

// The bytes of [start, end) in UTF-8.
std::size_t bytes_in(const icu::UnicodeString& text, int32_t start, int32_t end) {
  return language::to_utf8(text, start, end).size();
}

std::string without_white_end(const std::string& utf8) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  return language::to_utf8(text, 0, language::trim_white(text, 0, text.length()));
}

}  // namespace

struct PangoText::Data {
  Data(const paint::FaceTable& table, text::Fonts& font_measures) : faces(table), fonts(font_measures) {
    pango_context_set_round_glyph_positions(context.get(), FALSE);
  }

  const paint::FaceTable& faces;
  text::Fonts& fonts;
  Object<PangoFontMap> map{pango_ft2_font_map_new()};
  Object<PangoContext> context{pango_font_map_create_context(map.get())};
  std::map<text::FaceId, Description> descriptions;
  std::vector<std::string> wrong_files;

  const PangoFontDescription* description(text::FaceId face);
  Attributes attributes(const std::string& paragraph, const text::Style& style);
  Object<PangoLayout> layout(const std::string& paragraph, const text::Style& style);
};

const PangoFontDescription* PangoText::Data::description(text::FaceId face) {
  const auto known = descriptions.find(face);
  if (known != descriptions.end()) return known->second.get();
  const std::string& file = faces.file(face);
  const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> pattern(
      FcFreeTypeQuery(reinterpret_cast<const FcChar8*>(file.c_str()), static_cast<unsigned>(faces.index(face)), nullptr,
                      nullptr),
      &FcPatternDestroy);
  Description made(pango_fc_font_description_from_pattern(pattern.get(), FALSE), &pango_font_description_free);
  pango_font_description_set_absolute_size(made.get(), em_units);
  const Object<PangoFont> font(pango_context_load_font(context.get(), made.get()));
  FcChar8* taken = nullptr;
  int index = 0;
  FcPattern* taken_pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font.get()));
  FcPatternGetString(taken_pattern, FC_FILE, 0, &taken);
  FcPatternGetInteger(taken_pattern, FC_INDEX, 0, &index);
  const std::string taken_file = reinterpret_cast<const char*>(taken);
  if (taken_file != file || index != faces.index(face)) wrong_files.push_back(taken_file + " for " + file);
  return descriptions.emplace(face, std::move(made)).first->second.get();
}

Attributes PangoText::Data::attributes(const std::string& paragraph, const text::Style& style) {
  Attributes list(pango_attr_list_new(), &pango_attr_list_unref);
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(paragraph);
  std::size_t at = 0;
  for (const text::Item& item : text::itemise(text, style, fonts)) {
    const std::size_t end = at + bytes_in(text, item.start, item.end);
    add(list.get(), pango_attr_font_desc_new(description(item.face)), at, end);
    at = end;
  }
  add(list.get(), pango_attr_fallback_new(FALSE), 0, at);
  // SDL_ttf cannot be given the language of a text, so a font's language-specific forms are not available to us.
  add(list.get(), pango_attr_font_features_new("locl=0"), 0, at);
  // Pango shows a hyphen wherever it must cut a word, we only at soft hyphens.
  if (text.indexOf(language::soft_hyphen) < 0) add(list.get(), pango_attr_insert_hyphens_new(FALSE), 0, at);
  return list;
}

Object<PangoLayout> PangoText::Data::layout(const std::string& paragraph, const text::Style& style) {
  pango_context_set_language(context.get(), pango_language_from_string(style.language.c_str()));
  pango_context_set_base_dir(context.get(),
                             text::is_right_to_left(style.language) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  Object<PangoLayout> layout(pango_layout_new(context.get()));
  pango_layout_set_auto_dir(layout.get(), FALSE);
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text(layout.get(), paragraph.c_str(), static_cast<int>(paragraph.size()));
  pango_layout_set_attributes(layout.get(), attributes(paragraph, style).get());
  return layout;
}

PangoText::PangoText(const paint::FaceTable& faces, text::Fonts& fonts) : data_(std::make_unique<Data>(faces, fonts)) {}
PangoText::~PangoText() = default;

std::vector<DrawnLine> PangoText::lay_out(const std::string& paragraph, const text::Style& style, double width_em) {
  const Object<PangoLayout> layout = data_->layout(paragraph, style);
  pango_layout_set_width(layout.get(), static_cast<int>(width_em * em_units));
  std::vector<DrawnLine> lines;
  for (const GSList* each = pango_layout_get_lines_readonly(layout.get()); each != nullptr; each = each->next) {
    const auto* line = static_cast<const PangoLayoutLine*>(each->data);
    const auto start = static_cast<std::size_t>(line->start_index);
    DrawnLine drawn{without_white_end(paragraph.substr(start, static_cast<std::size_t>(line->length))), {}};
    // Pango 1.56 gives white space that finds no room a line of its own.
    if (drawn.text.empty() && !lines.empty()) continue;
    const std::size_t end = start + drawn.text.size();
    const bool hyphen = each->next != nullptr && drawn.text.ends_with("\u00AD");
    for (const GSList* run = line->runs; run != nullptr; run = run->next) {
      const PangoItem* item = static_cast<const PangoGlyphItem*>(run->data)->item;
      const auto first = static_cast<std::size_t>(item->offset);
      const std::size_t past = std::min(first + static_cast<std::size_t>(item->length), end);
      if (past <= first) continue;
      std::string utf8 = paragraph.substr(first, past - first);
      if (hyphen && past == end) utf8 += '-';
      drawn.seen += seen_of(utf8, (item->analysis.level & 1) != 0);
    }
    lines.push_back(std::move(drawn));
  }
  return lines;
}

double PangoText::width_em(const std::string& paragraph, const text::Style& style) {
  const Object<PangoLayout> layout = data_->layout(paragraph, style);
  int width = 0;
  pango_layout_get_size(layout.get(), &width, nullptr);
  return static_cast<double>(width) / em_units;
}

const std::vector<std::string>& PangoText::wrong_files() const {
  return data_->wrong_files;
}

}  // namespace anteroom::oracle
