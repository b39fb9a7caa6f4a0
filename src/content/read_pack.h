// TOML -> Pack. Every fault of every file is named in one go; a faulty card is left out and the sound ones stay.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "content/diagnostic.h"
#include "model/pack.h"

namespace anteroom::content {

// language -> variable -> value.
using Variables = std::map<std::string, std::map<std::string, std::string>>;

struct PackOptions {
  Variables vars;  // the clinic's, before the pack's [vars]
  // A fault of a picture file in words ("is not a picture: ..."), or empty; asked for every picture that exists inside
  // the pack. Left out when the pack is read to be shown: a picture that cannot be drawn is then found by the painter.
  std::function<std::string(const std::filesystem::path&)> picture_fault;
};

// The pack in `folder`, only its sound cards; a pack without cards when pack.toml cannot be used. Texts have their
// variables replaced by U+2068 value U+2069. Card::picture is an absolute path. Errors: to `diagnostics`, paths shown
// as `folder` joined with the file's place inside it.
Pack read_pack(const std::filesystem::path& folder, const PackOptions& options, Diagnostics& diagnostics);

}  // namespace anteroom::content
