// TOML -> Pack. Every fault of every file is named in one go; a faulty card is left out and the sound ones stay.
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "model/pack.h"
#include "source/toml_files.h"

namespace anteroom::content {

// language -> variable -> value.
using Variables = std::map<std::string, std::map<std::string, std::string>>;

// What an exhibit must know of its picture. Lengths in the picture's own units (an SVG's user units, else pixels).
struct PictureFacts {
  double width = 0, height = 0;                           // 0: not a picture
  std::map<std::string, std::array<double, 4>> elements;  // id -> x, y, width, height; only those that are there
};

// The facts of a picture file, with the elements of the ids asked for.
using PictureFactsOf = std::function<PictureFacts(const std::filesystem::path&, const std::vector<std::string>& ids)>;

struct PackOptions {
  Variables vars;  // the clinic's, before the pack's [vars]
  // A fault of a picture file in words ("is not a picture: ..."), or empty; asked for every picture that exists inside
  // the pack. Left out when the pack is read to be shown: a picture that cannot be drawn is then found by the painter.
  std::function<std::string(const std::filesystem::path&)> picture_fault = nullptr;
  // Asked only for cards whose exhibit has regions or layers, once a card; from any thread, but one at a time. Left
  // out, a picture counts as 1200 by 900, layers are taken on trust, and an exhibit with a region that is told by
  // `shape` is left out without a diagnostic (Card::exhibit is monostate).
  PictureFactsOf picture_facts = nullptr;
  // What keeps a telephone from reading the QR code of a card's link on this screen, in words, or empty; asked for
  // every card with a link. Costs the card nothing. Left out when the pack is read to be shown.
  std::function<std::string(const Card&)> link_fault = nullptr;
};

// The pack in `folder`, only its valid cards; a pack without cards when pack.toml cannot be used. Texts have their
// variables replaced by U+2068 value U+2069. Card::picture and Step::picture are absolute paths. Errors: to
// `diagnostics`, paths shown as `folder` joined with the file's place inside it.
Pack read_pack(const std::filesystem::path& folder, const PackOptions& options, source::TomlFiles& files,
               source::Diagnostics& diagnostics);

}  // namespace anteroom::content
