#include "paint/face_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "paint/font_files.h"

namespace anteroom::paint {

namespace {

using text::FaceId;
using text::Weight;

// True for a character that takes the face of the text around it: space, punctuation, combining marks of the Latin
// blocks. Marks of other scripts need no entry: a face without that script's characters lacks its marks, too.
bool is_neutral(char32_t character) {
  struct Range {
    char32_t first, last;
  };
  static constexpr std::array<Range, 15> ranges{{{0x20, 0x2F},
                                                 {0x3A, 0x40},
                                                 {0x5B, 0x60},
                                                 {0x7B, 0xA9},
                                                 {0xAB, 0xB4},
                                                 {0xB6, 0xB9},
                                                 {0xBB, 0xBF},
                                                 {0x300, 0x36F},
                                                 {0x1AB0, 0x1AFF},
                                                 {0x1DC0, 0x1DFF},
                                                 {0x2000, 0x206F},
                                                 {0x20D0, 0x20FF},
                                                 {0x3000, 0x303F},
                                                 {0xFE00, 0xFE0F},
                                                 {0xFE20, 0xFE2F}}};
  return std::any_of(ranges.begin(), ranges.end(),
                     [=](const Range& r) { return character >= r.first && character <= r.last; });
}

// The choice for `language`: the longest of the entries that are a prefix of it.
std::size_t choice_for(const std::vector<FamilyChoice>& choices, std::string_view language) {
  std::size_t best = choices.size();
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const std::string& tag = choices[i].language;
    const bool leads = tag.empty() || (language.substr(0, tag.size()) == tag &&
                                       (language.size() == tag.size() || language[tag.size()] == '-'));
    if (leads && (best == choices.size() || tag.size() > choices[best].language.size())) best = i;
  }
  return best;
}

}  // namespace

struct FaceTable::Data {
  using Chain = std::vector<FaceId>;  // best first

  explicit Data(const std::vector<FamilyChoice>& with) : choices(with) {}

  const std::vector<FamilyChoice> choices;
  std::vector<std::string> missing;  // written by the constructor only

  // The mutex guards everything below: looking up an unexpected character or language adds to it.
  std::mutex mutex;
  FontFiles fonts;
  std::vector<std::unique_ptr<const FontFile>>
      faces;          // by id; their addresses are stable, so that file() may return references
  std::string asked;  // the language asked for last, and its choice:
  std::size_t choice_asked = choice_for(choices, asked);               // text asks for each of its characters
  std::map<std::pair<std::string, Weight>, FaceId> families;           // -1: not installed
  std::map<std::pair<std::size_t, Weight>, Chain> chains;              // by choice
  std::map<std::tuple<char32_t, std::size_t, Weight>, FaceId> strays;  // not in the choice's chain; -1: in no font

  FaceId id_of(FontFile file);
  FaceId locate(const std::string& family, Weight weight);
  std::size_t choice(std::string_view language);
  const Chain& chain(std::size_t choice, Weight weight);
  FaceId stray(char32_t character, std::string_view language, Weight weight);
  FaceId find(char32_t character, std::string_view language, Weight weight);
  bool has(FaceId id, char32_t character) const { return faces[static_cast<std::size_t>(id)]->has(character); }
};

FaceId FaceTable::Data::id_of(FontFile file) {
  for (std::size_t i = 0; i < faces.size(); ++i) {
    if (faces[i]->same_face(file)) return static_cast<FaceId>(i);
  }
  faces.push_back(std::make_unique<const FontFile>(std::move(file)));
  return static_cast<FaceId>(faces.size()) - 1;
}

FaceId FaceTable::Data::locate(const std::string& family, Weight weight) {
  const std::pair key{family, weight};
  const auto known = families.find(key);
  if (known != families.end()) return known->second;
  std::optional<FontFile> file = fonts.of_family(family, weight);
  return families[key] = file ? id_of(std::move(*file)) : -1;
}

std::size_t FaceTable::Data::choice(std::string_view language) {
  if (language != asked) {
    choice_asked = choice_for(choices, language);
    asked = language;
  }
  return choice_asked;
}

const FaceTable::Data::Chain& FaceTable::Data::chain(std::size_t choice, Weight weight) {
  const auto [entry, is_new] = chains.try_emplace({choice, weight});
  Chain& chain = entry->second;
  if (!is_new) return chain;
  for (const std::size_t source : {choice, choice_for(choices, "")}) {
    if (source == choices.size()) continue;
    for (const std::string& family : choices[source].families) {
      const FaceId id = locate(family, weight);
      if (id >= 0 && std::find(chain.begin(), chain.end(), id) == chain.end()) chain.push_back(id);
    }
  }
  if (chain.empty()) {
    std::optional<FontFile> any = fonts.with_character(U' ', "", weight);
    if (!any) throw std::runtime_error("no font is installed");
    chain.push_back(id_of(std::move(*any)));
  }
  return chain;
}

// Families configured for other languages take precedence over fontconfig's choice.
FaceId FaceTable::Data::stray(char32_t character, std::string_view language, Weight weight) {
  const auto [entry, is_new] = strays.try_emplace({character, choice(language), weight}, -1);
  if (!is_new) return entry->second;
  for (const FamilyChoice& choice : choices) {
    for (const std::string& family : choice.families) {
      const FaceId id = locate(family, weight);
      if (id >= 0 && has(id, character)) return entry->second = id;
    }
  }
  std::optional<FontFile> file = fonts.with_character(character, language, weight);
  if (file) entry->second = id_of(std::move(*file));
  return entry->second;
}

// -1: no font has it.
FaceId FaceTable::Data::find(char32_t character, std::string_view language, Weight weight) {
  for (const FaceId id : chain(choice(language), weight)) {
    if (has(id, character)) return id;
  }
  return stray(character, language, weight);
}

FaceTable::FaceTable(const std::vector<FamilyChoice>& choices, const std::vector<std::string>& languages)
    : data_(std::make_unique<Data>(choices)) {
  for (const std::string& language : languages) {
    for (const Weight weight : {Weight::regular, Weight::semibold}) {
      data_->chain(choice_for(choices, language), weight);
    }
  }
  for (const auto& [family, id] : data_->families) {
    if (id < 0 && (data_->missing.empty() || data_->missing.back() != family.first)) {
      data_->missing.push_back(family.first);
    }
  }
}

FaceTable::~FaceTable() = default;

text::FaceId FaceTable::face_for(char32_t character, std::string_view language, text::Weight weight,
                                 text::FaceId current) const {
  const std::lock_guard lock(data_->mutex);
  const FaceId first = data_->chain(data_->choice(language), weight).front();
  if (current >= 0 && data_->has(current, character) && (is_neutral(character) || !data_->has(first, character))) {
    return current;
  }
  const FaceId found = data_->find(character, language, weight);
  return found >= 0 ? found : first;
}

bool FaceTable::covers(char32_t character, std::string_view language, text::Weight weight) const {
  const std::lock_guard lock(data_->mutex);
  return data_->find(character, language, weight) >= 0;
}

const std::string& FaceTable::file(text::FaceId face) const {
  const std::lock_guard lock(data_->mutex);
  return data_->faces[static_cast<std::size_t>(face)]->file;
}

int FaceTable::index(text::FaceId face) const {
  const std::lock_guard lock(data_->mutex);
  return data_->faces[static_cast<std::size_t>(face)]->index;
}

const std::vector<std::string>& FaceTable::missing_families() const {
  return data_->missing;
}

}  // namespace anteroom::paint
