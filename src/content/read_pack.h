// TOML -> Pack. Every fault of every file is reported in one go; a faulty card is left out and the valid ones stay.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "content/pack_folder.h"
#include "model/pack.h"
#include "model/settings.h"
#include "source/toml_files.h"

namespace anteroom::content {

// language -> variable -> value.
using Variables = std::map<std::string, std::map<std::string, std::string>>;

// The id of an SVG's element that is the ground of the whole drawing; see Board.
inline constexpr const char* ground_id = "ground";

// What an exhibit needs to know about its picture. Lengths in the picture's own units (an SVG's user units, else
// pixels).
struct PictureFacts {
  double width = 0, height = 0;                           // 0: not a picture
  std::map<std::string, std::array<double, 4>> elements;  // id -> x, y, width, height; only those that exist
  std::set<std::string> ambiguous = {};                   // names that several of its layers have
  std::set<std::string> empty = {};                       // names of elements that draw nothing
  std::set<std::string> unseen = {};                      // those of `elements` of which the picture shows nothing
  std::set<std::string> hidden = {};                      // those that the picture as a whole does not show
  std::vector<std::string> names = {};  // what its elements are called, if one of those does not exist
  std::vector<std::string> order = {};  // the names asked for that exist, from back to front
  // Only if the element of the id `ground_id` was asked for: what of the picture is drawn on, and the ground's mean
  // colour (0xRRGGBB) at its top; none: not known.
  std::optional<std::array<double, 4>> ink = {};
  std::optional<std::uint32_t> ground_color = {};
  bool has_contrast_colors = false;  // its styles have colours for high contrast
};

// The facts of a picture file, with the elements of the ids asked for.
using PictureFactsOf = std::function<PictureFacts(const std::filesystem::path&, const std::vector<std::string>& ids)>;

// Ids or names of layers that are drawn together; none: the whole picture.
using LayerSet = std::vector<std::string>;

// Layers of the picture file at `picture`.
struct PictureLayers {
  std::string picture;
  LayerSet layers = {};
};

// A fault of a picture file in words ("is not a picture: ..."), or empty: whether each of the layer sets that a card
// shows of it can be drawn.
using PictureFaultOf = std::function<std::string(const std::filesystem::path&, const std::vector<LayerSet>&)>;

struct PackOptions {
  Variables vars;  // the clinic's, which override the pack's [vars]
  // See PictureFaultOf; called for every picture that exists inside the pack. Omitted when the pack is read to be
  // shown: the painter then finds the pictures that cannot be drawn.
  PictureFaultOf picture_fault = nullptr;
  // Called only for cards whose exhibit has regions or layers, and for those whose pages show parts of the picture,
  // once for each of the two; from any thread, but one at a time. Without it a picture counts as 1200 by 900, layers
  // are not checked, and an exhibit with a region given by `shape` is left out without a diagnostic (Card::exhibit is
  // monostate).
  PictureFactsOf picture_facts = nullptr;
  // What keeps a phone from reading the QR code of a card's link on this screen, in words, or empty; called for every
  // card with a link. Does not remove the card. Omitted when the pack is read to be shown.
  std::function<std::string(const Card&)> link_fault = nullptr;
  // What becomes of a card without words in a language: only for what is said of it.
  MissingText missing_text = MissingText::skip;
  // Whether two sets of layers, of two pictures or of one, look the same; called for steps of a timeline that follow
  // each other. Omitted when the pack is read to be shown.
  std::function<bool(const PictureLayers&, const PictureLayers&)> look_same = nullptr;
};

// The pack in `folder`, only its valid cards; a pack without cards if pack.toml cannot be used. Variables in texts are
// replaced by U+2068 value U+2069. Card::picture and Step::picture are absolute paths. Errors: to `diagnostics`, with
// paths shown as `folder` joined with the file's path inside it.
Pack read_pack(const std::filesystem::path& folder, const PackOptions& options, source::TomlFiles& files,
               source::Diagnostics& diagnostics);
// The same of a folder's copies.
Pack read_pack(const PackFolder& folder, const PackOptions& options, source::TomlFiles& files,
               source::Diagnostics& diagnostics);

}  // namespace anteroom::content
